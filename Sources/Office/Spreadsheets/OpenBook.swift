public import Documents
import Frames

extension Book {
  /// The workbook as an OpenDocument spreadsheet (ODF 1.2): a named table a sheet, no merged cells.
  public var ods: [UInt8] {
    var zip = Zip(date: created)
    var about = Document(title: title, subtitle: subtitle, marking: marking, created: created)
    about.language = language
    zip.add("mimetype", Array(OpenParts.spreadsheet.utf8), stored: true)
    zip.add("content.xml", content)
    zip.add("styles.xml", styles)
    zip.add("meta.xml", OpenParts.meta(about))
    var objects = 0
    for sheet in sheets {
      for chart in sheet.charts {
        objects += 1
        let chart = OpenChart(
          chart: chart, sheet: sheet, type: 11, width: chart.width, height: chart.height,
          isInBook: true)
        zip.add("Object \(objects)/content.xml", chart.content)
        zip.add("Object \(objects)/styles.xml", OpenChart.styles)
      }
    }
    zip.add(
      "META-INF/manifest.xml", OpenParts.manifest(OpenParts.spreadsheet, [], objects: objects))
    return zip.finished()
  }

  private var content: String {
    var automatic = ""
    var text = ""
    var ranges = ""
    var objects = 0
    for (number, sheet) in sheets.enumerated() {
      let name = markup(sheet.name)
      text += "<table:table table:name=\"\(name)\" table:style-name=\"Sheet\">"
      text += shapes(sheet, &objects)
      for (place, width) in (sheet.header.isEmpty ? [90] : sheet.widths).enumerated() {
        let style = "c\(number).\(place)"
        automatic +=
          "<style:style style:name=\"\(style)\" style:family=\"table-column\"><style:table-column-properties "
          + "style:column-width=\"\(centimetres(Double(width) * 0.21))\"/></style:style>"
        text += "<table:table-column table:style-name=\"\(style)\"/>"
      }
      text += row([cell(sheet.title, "Heading_20_1")])
      let numeric = sheet.header.indices.map(sheet.isNumeric)
      for remark in sheet.remarks { text += row([cell(remark, "Remark")]) }
      if !sheet.header.isEmpty {
        text +=
          "<table:table-header-rows>"
          + row(
            sheet.header.enumerated().map { cell($1, numeric[$0] ? "HeadingNumber" : "Heading") })
        text += "</table:table-header-rows>"
        let first = sheet.remarks.count + 2
        let last = first + max(sheet.rows.count, 1)
        let end = ExcelParts.reference(sheet.header.count - 1, last)
        let quoted = markup(sheet.name.quotesDoubled)
        ranges +=
          "<table:database-range table:name=\"t_\(number + 1)\" table:display-filter-buttons=\"false\" "
        ranges +=
          "table:target-range-address=\"&#39;\(quoted)&#39;.A\(first):&#39;\(quoted)&#39;.\(end)\"/>"
      }
      for (index, cells) in sheet.rows.enumerated() {
        text += row(
          cells.enumerated().map { cell($1, sheet.format(index, $0), isNumeric: numeric[$0]) })
      }
      text += "</table:table>"
    }
    let names = sheets.flatMap { sheet in
      sheet.names.map { name in
        let cell =
          "$'\(sheet.name.quotesDoubled)'.$"
          + "\(ExcelParts.reference(name.column, nil))$\(sheet.firstRow + name.row)"
        return "<table:named-range table:name=\"\(markup(name.name))\" "
          + "table:base-cell-address=\"\(markup(cell))\" table:cell-range-address=\"\(markup(cell))\"/>"
      }
    }
    let named =
      names.isEmpty ? "" : "<table:named-expressions>\(names.joined())</table:named-expressions>"
    let database = ranges.isEmpty ? "" : "<table:database-ranges>\(ranges)</table:database-ranges>"
    return xmlHead + "<office:document-content \(OpenParts.names) office:version=\"1.2\">"
      + "<office:automatic-styles><style:style style:name=\"Sheet\" style:family=\"table\" "
      + "style:master-page-name=\"Standard\"><style:table-properties table:display=\"true\"/></style:style>"
      + "<style:style style:name=\"Bare\" style:family=\"graphic\"><style:graphic-properties draw:stroke=\"none\" "
      + "draw:fill=\"none\"/></style:style>" + automatic
      + "</office:automatic-styles><office:body><office:spreadsheet>" + validations
      + text + named + database
      + "</office:spreadsheet></office:body></office:document-content>"
  }

  /// A sheet's charts, one below the other at the right of its table.
  private func shapes(_ sheet: Sheet, _ objects: inout Int) -> String {
    guard !sheet.charts.isEmpty else { return "" }
    let left = Double(sheet.widths.reduce(0, +)) * 0.21 + 1
    var text = "<table:shapes>"
    var top = 2.0
    for chart in sheet.charts {
      objects += 1
      text +=
        "<draw:frame draw:style-name=\"Bare\" draw:name=\"\(markup(chart.title.cut(to: 100)))\" svg:x=\"\(centimetres(left))\" "
        + "svg:y=\"\(centimetres(top))\" svg:width=\"\(centimetres(chart.width))\" svg:height=\"\(centimetres(chart.height))\">"
        + "<draw:object xlink:href=\"./Object \(objects)\" xlink:type=\"simple\" xlink:show=\"embed\" "
        + "xlink:actuate=\"onLoad\"/><svg:desc>\(markup(chart.alternative.cut(to: 299)))</svg:desc></draw:frame>"
      top += chart.height + 1
    }
    return text + "</table:shapes>"
  }

  /// What may be typed into cells.
  private var validations: String {
    var known: [String: ClosedRange<Double>] = [:]
    for case .input(_, let range?) in sheets.flatMap({ $0.rows.joined() }) {
      known[OpenFormula.name(range)] = range
    }
    guard !known.isEmpty else { return "" }
    return "<table:content-validations>"
      + known.sorted { $0.key < $1.key }.map { name, range in
        let condition =
          "of:cell-content-is-decimal-number() and cell-content-is-between(\(range.lowerBound),\(range.upperBound))"
        return "<table:content-validation table:name=\"\(name)\" table:condition=\"\(condition)\">"
          + "<table:error-message table:display=\"true\" table:message-type=\"stop\"><text:p>"
          + OpenFormula.words(range) + "</text:p></table:error-message></table:content-validation>"
      }.joined() + "</table:content-validations>"
  }

  private func row(_ cells: [String]) -> String {
    "<table:table-row>" + cells.joined() + "</table:table-row>"
  }

  private func cell(_ text: String, _ style: String) -> String {
    "<table:table-cell table:style-name=\"\(style)\" office:value-type=\"string\">"
      + "<text:p>\(markup(text))</text:p></table:table-cell>"
  }

  private func cell(_ cell: Cell, _ format: Format?, isNumeric: Bool) -> String {
    let number = Self.style(format)
    let shorthand = isNumeric ? "WordsNumber" : "Words"
    func link(_ text: String, _ address: String) -> String {
      "<table:table-cell table:style-name=\"Words\" office:value-type=\"string\"><text:p><text:a "
        + "xlink:type=\"simple\" xlink:href=\"\(markup(address))\">\(markup(text))</text:a></text:p></table:table-cell>"
    }
    switch cell {
    case .text(let text): return self.cell(text, "Words")
    case .none: return self.cell(Book.shorthand, shorthand)
    case .inapplicable: return self.cell(Book.notApplicable, shorthand)
    case .number(let value):
      guard value.isFinite else { return self.cell(Book.shorthand, shorthand) }
      return "<table:table-cell table:style-name=\"Number\(number)\" office:value-type=\"float\" "
        + "office:value=\"\(value)\"><text:p>\(value)</text:p></table:table-cell>"
    case .input(let value, let range):
      let check = range.map { " table:content-validation-name=\"\(OpenFormula.name($0))\"" } ?? ""
      return
        "<table:table-cell table:style-name=\"Input\(number)\"\(check) office:value-type=\"float\" "
        + "office:value=\"\(value)\"><text:p>\(value)</text:p></table:table-cell>"
    case .formula(let formula, let value):
      let known =
        value.map { "office:value-type=\"float\" office:value=\"\($0)\"><text:p>\($0)" }
        ?? "office:value-type=\"string\"><text:p>\(Book.shorthand)"
      return
        "<table:table-cell table:style-name=\"\(value == nil ? shorthand : "Number\(number)")\" table:formula=\""
        + markup(OpenFormula.written(formula)) + "\" \(known)</text:p></table:table-cell>"
    case .link(let text, let address):
      return address.isWeb ? link(text, address) : self.cell(text, "Words")
    case .sheet(let name): return link(name, "#'\(name)'.A1")
    }
  }

  /// What the styles of a format have behind their names.
  private static func style(_ format: Format?) -> String {
    format.map { "\($0.isYear ? "Year" : $0.isShare ? "Share" : "")\($0.places)" } ?? "0"
  }

  private static func written(_ format: Format) -> String {
    let kind = format.isShare ? "percentage" : "number"
    return "<number:\(kind)-style style:name=\"F\(style(format))\"><number:number "
      + "number:decimal-places=\"\(format.places)\" "
      + "number:min-integer-digits=\"1\"\(format.isShare || format.isYear ? "" : " number:grouping=\"true\"")/>"
      + (format.isShare ? "<number:text>%</number:text>" : "") + "</number:\(kind)-style>"
  }

  private var styles: String {
    func cell(
      _ name: String, _ size: Int, bold: Bool = false, wraps: Bool = false, fill: String = "",
      shown: String? = nil, isRight: Bool = false, format: String? = nil
    ) -> String {
      "<style:style style:name=\"\(name)\"\(shown.map { " style:display-name=\"\($0)\"" } ?? "") "
        + "style:family=\"table-cell\" style:parent-style-name=\"Default\""
        + (format.map { " style:data-style-name=\"\($0)\"" } ?? "") + ">"
        + "<style:table-cell-properties style:vertical-align=\"top\""
        + (wraps ? " fo:wrap-option=\"wrap\"" : "")
        + (fill.isEmpty ? "" : " fo:background-color=\"\(fill)\"")
        + (isRight ? " fo:padding-right=\"0.2cm\"" : "")
        + "/>" + (isRight ? "<style:paragraph-properties fo:text-align=\"end\"/>" : "")
        + "<style:text-properties fo:font-size=\"\(size)pt\""
        + (bold ? " fo:font-weight=\"bold\"" : "") + "/></style:style>"
    }
    let marks =
      marking.isEmpty
      ? ("<style:header/>", "<style:footer/>")
      : (
        "<style:header><text:p>\(markup(marking))</text:p></style:header>",
        "<style:footer><text:p>\(markup(marking))</text:p></style:footer>"
      )
    let parts = language.split(separator: "-")
    return xmlHead + "<office:document-styles \(OpenParts.names) office:version=\"1.2\">"
      + "<office:font-face-decls><style:font-face style:name=\"Arial\" svg:font-family=\"Arial\"/>"
      + "</office:font-face-decls><office:styles><style:default-style style:family=\"table-cell\">"
      + "<style:text-properties style:font-name=\"Arial\" fo:font-size=\"11pt\" "
      + "fo:language=\"\(markup(String(parts.first ?? "en")))\" "
      + "fo:country=\"\(markup(String(parts.last ?? "GB")))\"/></style:default-style>"
      + "<style:style style:name=\"Default\" style:family=\"table-cell\"/>"
      + cell("Heading_20_1", 15, bold: true, shown: "Heading 1") + cell("Remark", 11)
      + cell("Heading", 11, bold: true, wraps: true)
      + cell("HeadingNumber", 11, bold: true, wraps: true, isRight: true)
      + cell("Words", 11, wraps: true) + cell("WordsNumber", 11, wraps: true, isRight: true)
      + Format.all.map { format in
        let name = Self.style(format)
        return Self.written(format) + cell("Number" + name, 11, isRight: true, format: "F" + name)
          + cell("Input" + name, 11, fill: "#fff2cc", isRight: true, format: "F" + name)
      }.joined()
      + "</office:styles><office:automatic-styles><style:page-layout style:name=\"A4\">"
      + "<style:page-layout-properties fo:page-width=\"29.7cm\" fo:page-height=\"21cm\" "
      + "style:print-orientation=\"landscape\" style:scale-to-X=\"1\"/></style:page-layout></office:automatic-styles>"
      + "<office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\">"
      + marks.0 + marks.1 + "</style:master-page></office:master-styles></office:document-styles>"
  }
}
