public import Documents
import Frames

extension Book {
  /// The workbook as Office Open XML, for Excel: a marked-up table a sheet, no merged cells.
  public var xlsx: [UInt8] {
    var zip = Zip(date: created)
    let numbered = Array(sheets.enumerated())
    zip.add("[Content_Types].xml", ExcelParts.contentTypes(self))
    zip.add("_rels/.rels", WordParts.packageRelations("xl/workbook.xml"))
    var about = Document(title: title, subtitle: subtitle, marking: marking, created: created)
    about.language = language
    zip.add("docProps/core.xml", WordParts.core(about))
    zip.add("docProps/app.xml", WordParts.app)
    zip.add("xl/workbook.xml", ExcelParts.workbook(self))
    zip.add("xl/_rels/workbook.xml.rels", ExcelParts.relations(self))
    zip.add("xl/styles.xml", ExcelParts.styles)
    for (place, sheet) in numbered {
      var links = Relations()
      zip.add("xl/worksheets/sheet\(place + 1).xml", text(sheet, place + 1, &links))
      zip.add("xl/worksheets/_rels/sheet\(place + 1).xml.rels", links.text)
      if !sheet.header.isEmpty {
        zip.add("xl/tables/table\(place + 1).xml", ExcelParts.table(sheet, place + 1))
      }
      guard !sheet.charts.isEmpty else { continue }
      var charts = Relations()
      zip.add("xl/drawings/drawing\(place + 1).xml", ExcelParts.drawing(sheet, place + 1, &charts))
      zip.add("xl/drawings/_rels/drawing\(place + 1).xml.rels", charts.text)
      for (number, chart) in sheet.charts.enumerated() {
        zip.add(
          "xl/charts/chart\(place + 1)_\(number + 1).xml",
          DrawingChart(chart: chart, sheet: sheet, type: 11, isEmbedded: false).part)
      }
    }
    return zip.finished()
  }

  private func text(_ sheet: Sheet, _ number: Int, _ links: inout Relations) -> String {
    var text =
      xmlHead
      + "<worksheet \(ExcelParts.names)><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetFormatPr defaultRowHeight=\"15\"/><cols>"
    let widths = sheet.header.isEmpty ? [90] : sheet.widths
    for (place, width) in widths.enumerated() {
      text +=
        "<col min=\"\(place + 1)\" max=\"\(place + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }
    text += "</cols><sheetData>"
    var row = 0
    var addresses: [(cell: String, link: String)] = []
    var limits: [(cell: String, range: ClosedRange<Double>)] = []
    func word(_ text: String, _ reference: String, _ style: Int) -> String {
      "<c r=\"\(reference)\" s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        + "\(markup(ExcelParts.limited(text)))</t></is></c>"
    }
    func add(_ cells: [String], lines: Int = 1) {
      row += 1
      // Not every program finds the height of what it breaks into lines.
      let height = lines > 1 ? " ht=\"\(min(lines * 15, 405))\"" : ""
      text += "<row r=\"\(row)\"\(height)>" + cells.joined() + "</row>"
    }
    add([word(sheet.title, "A1", 1)])
    for remark in sheet.remarks { add([word(remark, "A\(row + 1)", 0)]) }
    if !sheet.header.isEmpty {
      add(
        sheet.header.enumerated().map {
          word($1, ExcelParts.reference($0, row + 1), sheet.isNumeric($0) ? 7 : 2)
        }, lines: zip(sheet.header, widths).map { ($0.count + $1) / ($1 + 1) }.max() ?? 1)
    }
    let numeric = sheet.header.indices.map(sheet.isNumeric)
    for (index, cells) in sheet.rows.enumerated() {
      let next = row + 1
      add(
        cells.enumerated().map { place, cell in
          let reference = ExcelParts.reference(place, next)
          let style = ExcelParts.style(sheet.format(index, place))
          let shorthand = numeric[place] ? 8 : 3
          switch cell {
          case .text(let text): return word(text, reference, 3)
          case .number(let value):
            return value.isFinite
              ? "<c r=\"\(reference)\" s=\"\(style)\"><v>\(value)</v></c>"
              : word(Book.shorthand, reference, shorthand)
          case .input(let value, let range):
            if let range { limits.append((reference, range)) }
            let shaded = style + Book.Format.all.count
            return "<c r=\"\(reference)\" s=\"\(shaded)\"><v>\(value)</v></c>"
          case .formula(let formula, let value):
            let known = value.map { "<v>\($0)</v>" } ?? "<v>\(Book.shorthand)</v>"
            let own = value == nil ? 8 : style
            return "<c r=\"\(reference)\" s=\"\(own)\"\(value == nil ? " t=\"str\"" : "")>"
              + "<f>\(markup(formula))</f>\(known)</c>"
          case .link(let text, let address):
            if address.isWeb {
              addresses.append(
                (reference, "r:id=\"\(links.id("hyperlink", address, isOutside: true))\""))
            }
            return word(text, reference, 5)
          case .sheet(let name):
            addresses.append(
              (reference, "location=\"\(markup("'\(name.quotesDoubled)'!A1"))\""))
            return word(name, reference, 5)
          case .none: return word(Book.shorthand, reference, shorthand)
          case .inapplicable: return word(Book.notApplicable, reference, shorthand)
          }
        }, lines: zip(cells, widths).map { $0.lines(in: $1) }.max() ?? 1)
    }
    text += "</sheetData>" + ExcelParts.validations(limits)
    if !addresses.isEmpty {
      text += "<hyperlinks>"
      text += addresses.map { "<hyperlink ref=\"\($0.cell)\" \($0.link)/>" }.joined()
      text += "</hyperlinks>"
    }
    text +=
      "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>"
    if !marking.isEmpty {
      let words = markup(
        "&C"
          + marking.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&"))
      text +=
        "<headerFooter><oddHeader>\(words)</oddHeader><oddFooter>\(words)</oddFooter></headerFooter>"
    }
    if !sheet.charts.isEmpty {
      text += "<drawing r:id=\"\(links.id("drawing", "../drawings/drawing\(number).xml"))\"/>"
    }
    if !sheet.header.isEmpty {
      let id = links.id("table", "../tables/table\(number).xml")
      text += "<tableParts count=\"1\"><tablePart r:id=\"\(id)\"/></tableParts>"
    }
    return text + "</worksheet>"
  }
}

/// The parts of an Excel workbook beside its sheets.
enum ExcelParts {
  static let names =
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

  /// A cell's name: `AB12`; without a row that of its column.
  static func reference(_ column: Int, _ row: Int?) -> String {
    var name = ""
    var rest = column + 1
    while rest > 0 {
      name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
      rest = (rest - 1) / 26
    }
    return name + (row.map { "\($0)" } ?? "")
  }

  /// What a cell can hold.
  static func limited(_ text: String) -> String { String(text.prefix(32_000)) }

  static func contentTypes(_ book: Book) -> String {
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    var text =
      xmlHead + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type)sheet.main+xml\"/>"
      + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(type)styles+xml\"/>"
      + "<Override PartName=\"/docProps/core.xml\" "
      + "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
      + "<Override PartName=\"/docProps/app.xml\" "
      + "ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
    for (place, sheet) in book.sheets.enumerated() {
      text +=
        "<Override PartName=\"/xl/worksheets/sheet\(place + 1).xml\" ContentType=\"\(type)worksheet+xml\"/>"
      if !sheet.header.isEmpty {
        text +=
          "<Override PartName=\"/xl/tables/table\(place + 1).xml\" ContentType=\"\(type)table+xml\"/>"
      }
      guard !sheet.charts.isEmpty else { continue }
      text +=
        "<Override PartName=\"/xl/drawings/drawing\(place + 1).xml\" "
        + "ContentType=\"application/vnd.openxmlformats-officedocument.drawing+xml\"/>"
      for number in sheet.charts.indices {
        text +=
          "<Override PartName=\"/xl/charts/chart\(place + 1)_\(number + 1).xml\" ContentType=\"\(chartType)\"/>"
      }
    }
    return text + "</Types>"
  }

  static func workbook(_ book: Book) -> String {
    xmlHead + "<workbook \(names)><sheets>"
      + book.sheets.enumerated().map { place, sheet in
        "<sheet name=\"\(markup(sheet.name))\" sheetId=\"\(place + 1)\" r:id=\"rId\(place + 1)\"/>"
      }.joined() + "</sheets>" + definedNames(book)
      + "<calcPr fullCalcOnLoad=\"1\"/></workbook>"
  }

  /// What formulas call cells.
  private static func definedNames(_ book: Book) -> String {
    let names = book.sheets.flatMap { sheet in
      sheet.names.map { name in
        let cell =
          "'\(sheet.name.quotesDoubled)'!"
          + "$\(reference(name.column, nil))$\(sheet.firstRow + name.row)"
        return "<definedName name=\"\(markup(name.name))\">\(markup(cell))</definedName>"
      }
    }
    // Programs look for names in the order of the alphabet.
    return names.isEmpty ? "" : "<definedNames>\(names.sorted().joined())</definedNames>"
  }

  static let chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

  /// A sheet's charts, one below the other at the right of its table.
  static func drawing(_ sheet: Book.Sheet, _ number: Int, _ links: inout Relations) -> String {
    let drawing = "http://schemas.openxmlformats.org/drawingml/2006/"
    var text =
      xmlHead + "<xdr:wsDr xmlns:xdr=\"\(drawing)spreadsheetDrawing\" xmlns:a=\"\(drawing)main\">"
    var row = sheet.firstRow - 2
    for (place, chart) in sheet.charts.enumerated() {
      let id = links.id("chart", "../charts/chart\(number)_\(place + 1).xml")
      text +=
        "<xdr:oneCellAnchor><xdr:from><xdr:col>\(sheet.header.count + 1)</xdr:col><xdr:colOff>0</xdr:colOff>"
        + "<xdr:row>\(row)</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
        + "<xdr:ext cx=\"\(Int(chart.width * 360_000))\" cy=\"\(Int(chart.height * 360_000))\"/>"
        + WordParts.chartFrame(chart, id, "xdr", "<xdr:cNvPr id=\"\(place + 2)\"", "")
        + "<xdr:clientData/></xdr:oneCellAnchor>"
      // Rows are 15 points high.
      row += Int(chart.height / 2.54 * 72 / 15) + 2
    }
    return text + "</xdr:wsDr>"
  }

  /// What may be typed into cells.
  static func validations(_ limits: [(cell: String, range: ClosedRange<Double>)]) -> String {
    guard !limits.isEmpty else { return "" }
    return "<dataValidations count=\"\(limits.count)\">"
      + limits.map { cell, range in
        "<dataValidation type=\"decimal\" allowBlank=\"1\" showErrorMessage=\"1\" "
          + "error=\"\(OpenFormula.words(range))\" sqref=\"\(cell)\">"
          + "<formula1>\(range.lowerBound)</formula1><formula2>\(range.upperBound)</formula2>"
          + "</dataValidation>"
      }.joined() + "</dataValidations>"
  }

  static func relations(_ book: Book) -> String {
    var relations = Relations()
    for place in book.sheets.indices {
      _ = relations.id("worksheet", "worksheets/sheet\(place + 1).xml")
    }
    _ = relations.id("styles", "styles.xml")
    return relations.text
  }

  /// Its table by name, with the names of its columns.
  static func table(_ sheet: Book.Sheet, _ number: Int) -> String {
    let first = sheet.remarks.count + 2
    // A table has at least one row below its headings.
    let last = first + max(sheet.rows.count, 1)
    let area = "A\(first):\(reference(sheet.header.count - 1, last))"
    let name = sheet.name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "_" }
    return xmlHead
      + "<table \(names) id=\"\(number)\" name=\"\(name.joined())_\(number)\" "
      + "displayName=\"t_\(name.joined())_\(number)\" ref=\"\(area)\" totalsRowShown=\"0\">"
      + "<tableColumns count=\"\(sheet.header.count)\">"
      + sheet.header.enumerated().map {
        "<tableColumn id=\"\($0 + 1)\" name=\"\(markup($1))\"/>"
      }.joined() + "</tableColumns></table>"
  }
}

extension String {
  /// As the name of a sheet stands between single quotes.
  var quotesDoubled: String {
    split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
  }
}

extension Book.Cell {
  /// How many lines it takes in a column of so many letters.
  fileprivate func lines(in width: Int) -> Int {
    switch self {
    case .text(let text), .link(let text, _), .sheet(let text): (text.count + width) / (width + 1)
    case .number, .input, .formula, .none, .inapplicable: 1
    }
  }
}
