import Documents
import Frames

/// A chart as a part of Office Open XML, the same in slides and workbooks.
struct DrawingChart {
  let chart: Book.Chart
  let sheet: Book.Sheet
  /// Points.
  let type: Int
  /// Whether the workbook with its numbers is embedded, by the relation `rId1`.
  let isEmbedded: Bool

  var part: String {
    var areas = ""
    var lines = ""
    var bars = ""
    for (place, series) in chart.series.enumerated() {
      switch series.kind {
      case .high, .low: areas += text(series, place)
      case .line, .dashes: lines += text(series, place)
      case .bar: bars += text(series, place)
      }
    }
    let axes = "<c:axId val=\"1\"/><c:axId val=\"2\"/>"
    let varies = "<c:varyColors val=\"0\"/>"
    var plot = ""
    if !areas.isEmpty {
      plot +=
        "<c:areaChart><c:grouping val=\"stacked\"/>\(varies)\(areas)\(axes)</c:areaChart>"
    }
    if !bars.isEmpty {
      let isStacked = chart.form == .columns(stacked: true)
      plot += "<c:barChart><c:barDir val=\"\(chart.form == .bars ? "bar" : "col")\"/>"
      plot +=
        "<c:grouping val=\"\(isStacked ? "stacked" : "clustered")\"/>\(varies)\(bars)"
      plot += "<c:gapWidth val=\"50\"/>"
      plot += (isStacked || chart.form == .bars ? "<c:overlap val=\"100\"/>" : "") + axes
      plot += "</c:barChart>"
    }
    if !lines.isEmpty {
      plot +=
        "<c:lineChart><c:grouping val=\"standard\"/>\(varies)\(lines)<c:marker val=\"1\"/>\(axes)</c:lineChart>"
    }
    return xmlHead
      + "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
      + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
      + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
      + "<c:date1904 val=\"0\"/><c:lang val=\"en-GB\"/><c:roundedCorners val=\"0\"/><c:chart>"
      + "<c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>" + plot + axesText
      + "</c:plotArea>" + legend
      + "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>" + letters
      + (isEmbedded
        ? "<c:externalData r:id=\"rId1\"><c:autoUpdate val=\"0\"/></c:externalData>" : "")
      + "</c:chartSpace>"
  }

  private var letters: String { letters("", type) }

  private func letters(_ turn: String, _ type: Int) -> String {
    "<c:txPr><a:bodyPr\(turn)/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"\(type * 100)\"><a:solidFill>"
      + "<a:srgbClr val=\"0B0C0C\"/></a:solidFill><a:latin typeface=\"Arial\"/></a:defRPr></a:pPr>"
      + "<a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr>"
  }

  private var axesText: String {
    let isRows = chart.form == .bars
    let isOfColumns = chart.series.contains { $0.kind == .bar }
    func axis(
      _ id: Int, _ other: Int, _ order: String, _ side: String, _ more: String,
      labels: String = "low", turned: String = ""
    ) -> String {
      "<c:axId val=\"\(id)\"/><c:scaling><c:orientation val=\"\(order)\"/></c:scaling><c:delete val=\"0\"/>"
        + "<c:axPos val=\"\(side)\"/>\(more)<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
        + "<c:tickLblPos val=\"\(labels)\"/><c:spPr><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"808080\"/></a:solidFill>"
        + "</a:ln></c:spPr>\(turned)<c:crossAx val=\"\(other)\"/>"
    }
    let unit =
      chart.unit.isEmpty
      ? ""
      : "<c:title><c:tx><c:rich><a:bodyPr\(isRows ? "" : " rot=\"-5400000\" vert=\"horz\"")/><a:p><a:pPr>"
        + "<a:defRPr b=\"0\"/></a:pPr><a:r><a:rPr lang=\"en-GB\" b=\"0\"/><a:t>\(markup(chart.unit.cut(to: 60)))</a:t></a:r></a:p>"
        + "</c:rich></c:tx><c:overlay val=\"0\"/></c:title>"
    let grid =
      "<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"D9D9D9\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>"
    let categories =
      "<c:catAx>"
      + axis(
        1, 2, isRows ? "maxMin" : "minMax", isRows ? "l" : "b", "",
        // Level letters: else LibreOffice leaves out every second name.
        turned: isRows
          ? letters(" rot=\"0\" vert=\"horz\"", type) : letters("", chart.nameType(type)))
      + "<c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/>"
      + "<c:tickLblSkip val=\"\(isRows || chart.rows.count <= 9 ? 1 : 3)\"/>"
      + "<c:noMultiLvlLbl val=\"1\"/></c:catAx>"
    return categories + "<c:valAx>"
      + axis(
        2, 1, "minMax", isRows ? "b" : "l",
        grid + unit + "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>",
        labels: isRows ? "nextTo" : "low")
      + "<c:crosses val=\"\(isRows ? "max" : "autoZero")\"/>"
      + "<c:crossBetween val=\"\(isOfColumns ? "between" : "midCat")\"/></c:valAx>"
  }

  /// Without the lower edges of bands, which are part of what stands before them.
  private var legend: String {
    guard chart.series.count > 1 else { return "" }
    let hidden = chart.series.indices.filter { chart.series[$0].isUnnamed }
      .map { "<c:legendEntry><c:idx val=\"\($0)\"/><c:delete val=\"1\"/></c:legendEntry>" }
    return "<c:legend><c:legendPos val=\"t\"/>\(hidden.joined())<c:overlay val=\"0\"/></c:legend>"
  }

  private func text(_ series: Book.Chart.Series, _ place: Int) -> String {
    let rows = series.rows ?? chart.rows
    func area(_ column: Int) -> String {
      let name = "$" + ExcelParts.reference(column, nil) + "$"
      return markup(
        "'\(sheet.name.quotesDoubled)'!\(name)\(sheet.firstRow + rows.lowerBound):\(name)"
          + "\(sheet.firstRow + rows.upperBound - 1)")
    }
    let column = series.width ?? series.column
    let values = rows.enumerated().compactMap { point, row in
      sheet.number(row, column).map { "<c:pt idx=\"\(point)\"><c:v>\($0)</c:v></c:pt>" }
    }
    let names = rows.enumerated().map { point, row in
      "<c:pt idx=\"\(point)\"><c:v>\(markup(sheet.words(row, chart.category).cut(to: 90).unbroken))</c:v></c:pt>"
    }
    let fill =
      series.kind == .low
      ? "<a:noFill/>" : "<a:solidFill><a:srgbClr val=\"\(series.colour)\"/></a:solidFill>"
    var look = "<c:spPr>"
    switch series.kind {
    case .high, .low, .bar:
      let edge =
        series.edge.map {
          "<a:ln w=\"19050\"><a:solidFill><a:srgbClr val=\"\($0)\"/></a:solidFill></a:ln>"
        } ?? "<a:ln><a:noFill/></a:ln>"
      look += fill + edge + "</c:spPr>"
    case .line: look += "<a:ln w=\"34925\" cap=\"rnd\">\(fill)</a:ln></c:spPr>"
    case .dashes:
      look += "<a:ln w=\"28575\">\(fill)<a:prstDash val=\"dash\"/></a:ln></c:spPr>"
    }
    switch series.kind {
    case .bar: look += "<c:invertIfNegative val=\"0\"/>" + labels
    case .line, .dashes: look += "<c:marker><c:symbol val=\"none\"/></c:marker>"
    case .high, .low: break
    }
    let count = "<c:ptCount val=\"\(rows.count)\"/>"
    return "<c:ser><c:idx val=\"\(place)\"/><c:order val=\"\(place)\"/><c:tx><c:strRef><c:f>"
      + markup(
        "'\(sheet.name.quotesDoubled)'!$\(ExcelParts.reference(series.column, nil))$\(sheet.firstRow - 1)"
      )
      + "</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>"
      + markup(series.label.cut(to: 60)) + "</c:v></c:pt></c:strCache></c:strRef></c:tx>" + look
      + "<c:cat><c:strRef><c:f>\(area(chart.category))</c:f><c:strCache>\(count)\(names.joined())</c:strCache></c:strRef></c:cat>"
      + "<c:val><c:numRef><c:f>\(area(column))</c:f><c:numCache><c:formatCode>General</c:formatCode>"
      + "\(count)\(values.joined())</c:numCache></c:numRef></c:val>"
      + (series.kind == .line || series.kind == .dashes ? "<c:smooth val=\"0\"/>" : "")
      + "</c:ser>"
  }

  /// The number at each bar, where no other stands beside it.
  private var labels: String {
    guard chart.series.count == 1 || chart.form == .bars else { return "" }
    return "<c:dLbls><c:numFmt formatCode=\"\(chart.numberFormat(sheet))\" sourceLinked=\"0\"/>"
      + "<c:spPr><a:noFill/></c:spPr>"
      + "<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/>"
      + "<c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>"
  }
}

extension Book.Chart {
  /// The size of its categories' letters beside others of a size, points: those of many years stand in
  /// one line.
  func nameType(_ type: Int) -> Int {
    form != .bars && rows.count > 9 ? (type > 14 ? 12 : 9) : type
  }

  /// In a workbook, centimetres.
  var width: Double { 24 }

  /// In a workbook, centimetres: more for many bars.
  var height: Double { form == .bars ? max(10, Double(rows.count) * 0.62 + 2) : 10 }

  /// How the numbers at its bars are printed: whole ones as such, small ones with more places.
  func numberFormat(_ sheet: Book.Sheet) -> String {
    let values = series.flatMap { one in rows.compactMap { sheet.number($0, one.column) } }
    if values.allSatisfy({ $0.rounded() == $0 }) { return "#,##0" }
    let most = values.map(abs).max() ?? 0
    return most < 1 ? "0.00" : most < 100 ? "0.0" : "#,##0"
  }
}

extension Book.Sheet {
  func number(_ row: Int, _ column: Int) -> Double? {
    switch rows[row][column] {
    case .number(let value), .input(let value, _): value.isFinite ? value : nil
    case .formula(_, let value): value
    default: nil
    }
  }

  func words(_ row: Int, _ column: Int) -> String {
    switch rows[row][column] {
    case .text(let text), .link(let text, _), .sheet(let text): text
    default: number(row, column).map { "\($0)" } ?? Book.shorthand
    }
  }
}

extension String {
  /// Its beginning, to the end of a word, with dots where something is left out.
  func cut(to most: Int) -> String {
    guard count > most else { return self }
    let start = prefix(most - 1)
    let end = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<(end > start.startIndex ? end : start.endIndex)] + "\u{2026}"
  }
}
