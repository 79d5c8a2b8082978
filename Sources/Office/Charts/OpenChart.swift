import Documents
import Frames

/// A chart as an object of OpenDocument: with a table of its own on a slide, over the sheet's cells in
/// a workbook.
struct OpenChart {
  let chart: Book.Chart
  let sheet: Book.Sheet
  /// Points.
  let type: Int
  /// Centimetres.
  let width, height: Double
  /// Whether its numbers are in the workbook that it stands in.
  let isInBook: Bool

  var content: String {
    var styles = style("ground", "chart", "", "draw:stroke=\"none\" draw:fill=\"none\"")
    styles += style(
      "plot", "chart",
      "chart:include-hidden-cells=\"false\" chart:treat-empty-cells=\"leave-gap\""
        + (chart.form == .bars ? " chart:vertical=\"true\"" : "")
        + (chart.form == .columns(stacked: true) ? " chart:stacked=\"true\"" : ""), "")
    styles += style(
      "names", "chart",
      "chart:display-label=\"true\" chart:tick-marks-major-inner=\"false\" chart:axis-label-position=\"outside-start\" "
        + "chart:tick-marks-major-outer=\"false\" text:line-break=\"\(chart.form == .bars)\" chart:text-overlap=\"\(chart.form == .bars)\""
        + (chart.form == .bars ? " chart:reverse-direction=\"true\"" : ""),
      "svg:stroke-color=\"#808080\"")
    styles += style(
      "numbers", "chart",
      "chart:display-label=\"true\" chart:tick-marks-major-outer=\"false\" "
        + (chart.form == .bars
          ? "chart:axis-position=\"end\" chart:axis-label-position=\"near-axis\" "
          : "chart:axis-label-position=\"outside-start\" ")
        + "chart:gap-width=\"50\""
        + (chart.form == .columns(stacked: true) || chart.form == .bars
          ? " chart:overlap=\"100\"" : ""),
      "draw:stroke=\"none\"")
    styles += style("grid", "chart", "", "svg:stroke-color=\"#d9d9d9\"")
    var series = ""
    // The ground goes over a band up to its lower edge: what stands first is drawn over what follows.
    for (place, one) in chart.series.enumerated() {
      let colour = "#" + (one.kind == .low ? "ffffff" : one.colour.lowercased())
      let isLine = one.kind == .line || one.kind == .dashes
      let hasNumbers = one.kind == .bar && (chart.series.count == 1 || chart.form == .bars)
      let edge =
        one.edge.map {
          "draw:stroke=\"solid\" svg:stroke-width=\"0.05cm\" svg:stroke-color=\"#\($0.lowercased())\""
        } ?? "draw:stroke=\"none\""
      styles += style(
        "s\(place)", "chart",
        (isLine ? "chart:symbol-type=\"none\"" : "")
          + (hasNumbers
            ? "chart:data-label-number=\"value\" chart:link-data-style-to-source=\"false\"" : ""),
        isLine
          ? "draw:stroke=\"\(one.kind == .dashes ? "dash\" draw:stroke-dash=\"Dashes" : "solid")\" "
            + "svg:stroke-width=\"0.09cm\" svg:stroke-color=\"\(colour)\""
          : "\(edge) draw:fill=\"solid\" draw:fill-color=\"\(colour)\"",
        number: hasNumbers)
      let rows = one.rows ?? chart.rows
      let kind =
        switch one.kind {
        case .line, .dashes: "line"
        case .high, .low: "area"
        case .bar: "bar"
        }
      series +=
        "<chart:series\(one.isUnnamed ? " loext:hide-legend=\"true\"" : "") chart:style-name=\"s\(place)\" chart:class=\"chart:\(kind)\" "
        + "chart:values-cell-range-address=\"\(area(one.column, place + 1, rows))\" "
        + "chart:label-cell-address=\"\(label(one, place))\""
        + "><chart:data-point chart:repeated=\"\(rows.count)\"/></chart:series>"
    }
    let base: String =
      switch chart.form {
      case .lines: chart.series.contains { $0.kind == .high } ? "area" : "line"
      case .columns, .bars: "bar"
      }
    let size = "svg:width=\"\(centimetres(width))\" svg:height=\"\(centimetres(height))\""
    let unit =
      chart.unit.isEmpty
      ? ""
      : "<chart:title chart:style-name=\"ground\"><text:p>\(markup(chart.unit.cut(to: 60)))</text:p></chart:title>"
    return xmlHead
      + "<office:document-content \(OpenParts.names) xmlns:chart=\"urn:oasis:names:tc:opendocument:xmlns:chart:1.0\" "
      + "xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\" office:version=\"1.2\">"
      + "<office:automatic-styles>\(numberStyle)\(styles)</office:automatic-styles><office:body><office:chart>"
      + "<chart:chart chart:class=\"chart:\(base)\" \(size) xlink:href=\"..\" xlink:type=\"simple\" chart:style-name=\"ground\">"
      + (chart.series.count > 1
        ? "<chart:legend chart:legend-position=\"top\" chart:style-name=\"ground\"/>" : "")
      + "<chart:plot-area chart:style-name=\"plot\""
      + (isInBook ? "" : " chart:data-source-has-labels=\"both\"")
      + "><chart:axis chart:dimension=\"x\" chart:name=\"primary-x\" chart:style-name=\"names\">"
      + "<chart:categories table:cell-range-address=\"\(area(chart.category, 0, chart.rows))\"/></chart:axis>"
      + "<chart:axis chart:dimension=\"y\" chart:name=\"primary-y\" chart:style-name=\"numbers\">\(unit)"
      + "<chart:grid chart:style-name=\"grid\" chart:class=\"major\"/></chart:axis>\(series)<chart:wall chart:style-name=\"ground\"/></chart:plot-area>"
      + table + "</chart:chart></office:chart></office:body></office:document-content>"
  }

  /// The styles that a chart's own refer to.
  static let styles =
    xmlHead + "<office:document-styles \(OpenParts.names) office:version=\"1.2\"><office:styles>"
    + "<draw:stroke-dash draw:name=\"Dashes\" draw:style=\"rect\" draw:dots1=\"1\" draw:dots1-length=\"0.25cm\" "
    + "draw:distance=\"0.15cm\"/></office:styles></office:document-styles>"

  private var numberStyle: String {
    let format = chart.numberFormat(sheet)
    let places = format.split(separator: ".").dropFirst().first?.count ?? 0
    return
      "<number:number-style style:name=\"n\"><number:number number:decimal-places=\"\(places)\" "
      + "number:min-integer-digits=\"1\" number:grouping=\"\(format.contains(","))\"/></number:number-style>"
  }

  private func style(
    _ name: String, _ family: String, _ chart: String, _ graphic: String, number: Bool = false
  ) -> String {
    let type = name == "names" ? self.chart.nameType(type) : type
    return "<style:style style:name=\"\(name)\" style:family=\"\(family)\""
      + (number ? " style:data-style-name=\"n\"" : "") + "><style:chart-properties \(chart)/>"
      + "<style:graphic-properties \(graphic)/><style:text-properties fo:font-size=\"\(type)pt\" "
      + "fo:font-family=\"Arial\" fo:color=\"#0b0c0c\"/></style:style>"
  }

  /// The cell with the name of a series: of a band that of its width.
  private func label(_ series: Book.Chart.Series, _ place: Int) -> String {
    guard isInBook else { return "local-table.\(ExcelParts.reference(place + 1, 1))" }
    let cell = ExcelParts.reference(series.width ?? series.column, sheet.firstRow - 1)
    return markup("'\(sheet.name.quotesDoubled)'.\(cell)")
  }

  private func area(_ column: Int, _ own: Int, _ rows: Range<Int>) -> String {
    let (name, first) =
      isInBook
      ? ("'\(sheet.name.quotesDoubled)'", sheet.firstRow + rows.lowerBound) : ("local-table", 2)
    let letter = ExcelParts.reference(isInBook ? column : own, nil)
    let last = first + rows.count - 1
    return markup("\(name).\(letter)\(first):\(name).\(letter)\(last)")
  }

  /// Its numbers: a row of labels, then a row a category.
  private var table: String {
    guard !isInBook else { return "" }
    func words(_ text: String, most: Int = 60) -> String {
      "<table:table-cell office:value-type=\"string\"><text:p>\(markup(text.cut(to: most)))</text:p></table:table-cell>"
    }
    var text =
      "<table:table table:name=\"local-table\"><table:table-header-columns><table:table-column/>"
    text += "</table:table-header-columns><table:table-columns>"
    text +=
      "<table:table-column table:number-columns-repeated=\"\(chart.series.count)\"/></table:table-columns>"
    text += "<table:table-header-rows><table:table-row>" + words("")
    text += chart.series.map { words($0.label) }.joined()
    text += "</table:table-row></table:table-header-rows><table:table-rows>"
    for (place, row) in chart.rows.enumerated() {
      text +=
        "<table:table-row>" + words(sheet.words(row, chart.category).cut(to: 90).unbroken, most: 90)
      for series in chart.series {
        let row = (series.rows ?? chart.rows).lowerBound + place
        text +=
          sheet.number(row, series.column).map {
            "<table:table-cell office:value-type=\"float\" office:value=\"\($0)\"><text:p>\($0)</text:p></table:table-cell>"
          } ?? "<table:table-cell/>"
      }
      text += "</table:table-row>"
    }
    return text + "</table:table-rows></table:table>"
  }
}
