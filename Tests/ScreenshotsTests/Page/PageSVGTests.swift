import Charts
import Figures
import Foundation
import Frames
import Screenshots
import Testing

/// Pictures laid out for a page, as another program reads them.
@Suite struct PageSVGTests {
  static func fan() -> Chart {
    let years = (0..<16).map { 2025 + Double($0) }
    return Chart(
      title: "Benefit a year", x: Chart.Axis(.years), y: Chart.Axis(.money, unit: "£bn a year"),
      series: [
        Chart.Series(
          "p10-p90", label: "P10 to P90", .band, .range(0),
          years.map { Chart.Datum(x: $0, ($0 - 2024) * 2, from: ($0 - 2024) * 0.7) },
          edges: ["P10", "P90"]),
        Chart.Series(
          "central", label: "central", .line, .beside(1),
          years.map { Chart.Datum(x: $0, ($0 - 2024) * 1.3, figure: "benefit@\($0)") }),
      ], annotations: [.reference(45, label: "headline", figure: "opportunity.total")],
      basis: .scenario)
  }

  static func picture(_ charts: [Chart] = [fan()], grid: Picture.Grid? = nil) -> Picture {
    var picture = Picture(
      frame: Frame(columns: 10, rows: 2), headline: "More & more", subtitle: "Benefit; £bn",
      source: "A <review>", asOf: "As of 2025.", scenario: "digigov1:blueprint", altText: "A fan.",
      created: "2026-11-29",
      dress: Dress(ground: .plain, headline: .plain, text: .plain, muted: .plain))
    picture.marks = "Figures are modelled."
    picture.parts = [Picture.Part(title: "Fan", charts: charts, grid: grid)]
    return picture
  }

  static func svg(_ picture: Picture, _ size: PageSize = .page) throws -> String {
    String(decoding: try PictureFormat.svg.written(picture, for: size).bytes, as: UTF8.self)
  }

  static let everySize = PageSize.allCases

  /// From pixels to values, with nothing but what stands in the file.
  @Test(arguments: everySize)
  func everyNumberIsReadBackToHalfAPixel(size: PageSize) throws {
    let text = try Self.svg(Self.picture(), size)
    let (x, y) = (try Self.axis("x", text), try Self.axis("y", text))
    let chart = Self.fan()
    let lines = Self.marks("line", text)
    let bands = Self.marks("band", text)
    #expect(lines.count == 1 && bands.count == 1)
    #expect(lines[0].series == "central" && bands[0].series == "p10-p90")
    #expect(bands[0].path.filter { $0 == "M" }.count == 1 && bands[0].path.hasSuffix("Z"))
    for (point, datum) in zip(Self.points(lines[0].path), chart.series[1].data) {
      #expect(abs(point.x - x.pixel(datum.x)) < 0.5)
      #expect(abs(point.y - y.pixel(datum.y ?? 0)) < 0.5)
    }
    let edge = Self.points(bands[0].path)
    let wanted =
      chart.series[0].data.map { ($0.x, $0.y ?? 0) }
      + chart.series[0].data.reversed().map { ($0.x, $0.y2 ?? 0) }
    #expect(edge.count == wanted.count)
    for (point, datum) in zip(edge, wanted) {
      #expect(abs(point.x - x.pixel(datum.0)) < 0.5 && abs(point.y - y.pixel(datum.1)) < 0.5)
    }
  }

  @Test(arguments: everySize)
  func aPageIsAsWideAsItSays(size: PageSize) throws {
    let text = try Self.svg(Self.picture(), size)
    let widths = [PageSize.page: "16cm", .half: "8cm", .slide: "33.87cm"]
    #expect(text.contains("width=\"\(widths[size] ?? "")\""))
    if size == .slide { #expect(text.contains("viewBox=\"0 0 1280 720\"")) }
    let types = text.split(separator: "font-size=\"").dropFirst().compactMap {
      Double($0.prefix { $0 != "\"" })
    }
    // Pixels of CSS: 12 are 9 points.
    #expect(types.count > 10 && types.allSatisfy { $0 >= PageSize.leastType })
    #expect(try wellFormed(text).first == "svg")
    for words in ["More &amp; more", "A &lt;review&gt;", "A fan.", "digigov1:blueprint"] {
      #expect(text.contains(words))
    }
  }

  @Test func idsComeFromTheContent() throws {
    func ids(_ text: String) -> [String] {
      text.split(separator: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
    var other = Self.picture()
    other.parts[0].charts[0].series[1].data[3].y = 2
    let texts = [try Self.svg(Self.picture()), try Self.svg(other)]
    #expect(ids(texts[0]) == ids(try Self.svg(Self.picture())))
    let all = texts.flatMap(ids)
    #expect(all.count == 4 && Set(all).count == 4)
    for id in ids(texts[0]) { #expect(texts[0].contains("aria-labelledby=\"") && !id.isEmpty) }
  }

  @Test func oneFigureIsNamedOnItsMark() throws {
    let chart = Chart(
      title: "t", form: .rows, x: Chart.Axis(.categories, names: ["a", "b"]),
      y: Chart.Axis(.money, unit: "£bn"),
      series: [
        Chart.Series(
          "value", .bar, .series(0),
          [
            Chart.Datum(x: 0, 3, figure: "net@\"<1>", text: "£3bn"),
            Chart.Datum(x: 1, 1, text: "£1bn"),
          ])
      ])
    let text = try Self.svg(Self.picture([chart]))
    #expect(
      text.contains("data-mark=\"bar\" data-series=\"value\" data-figure=\"net@&quot;&lt;1&gt;\""))
    #expect(text.contains("<title>a: £3bn</title>"))
    let x = try Self.axis("x", text)
    let bars = text.split(separator: "\n").filter { $0.contains("data-mark=\"bar\"") }
    for (bar, value) in zip(bars, [3.0, 1]) {
      let (left, width) = (Self.number("x", bar), Self.number("width", bar))
      #expect(abs(left - x.pixel(0)) < 0.5 && abs(left + width - x.pixel(value)) < 0.5)
    }
  }

  @Test func aTableIsSetInFull() throws {
    let grid = Picture.Grid(
      columns: [.init("Organisation"), .init("Benefit", isNumber: true), .init("Trend")],
      rows: [
        [
          .init("Department for Environment, Food and Rural Affairs and everything under it"),
          .init("£200m", isStrong: true), .init("", spark: [1, 2, nil, 3, 2]),
        ], [.init("Home Office"), .init("£460m"), .init("", parts: [1, 2], scale: 4)],
      ], more: 3)
    let text = try Self.svg(Self.picture([], grid: grid), .half)
    let words = text.split(separator: "\n").filter { $0.hasPrefix("<text") }.joined(separator: " ")
    for word in ["Environment,", "Rural", "everything", "£200m", "£460m", "2 of 5 rows"] {
      #expect(words.contains(word), "\(word)")
    }
    #expect(!words.contains("…"))
  }

  @Test func aPictureWithoutPartsIsTheTerminals() throws {
    var bare = Picture(Frame(columns: 6, rows: 2))
    #expect(try Self.svg(bare).contains("viewBox=\"0 0 54 36\""))
    bare.parts = Self.picture().parts
    #expect(try Self.svg(bare).contains("data-mark"))
    let terminal = try PictureFormat.svg.written(bare)
    #expect(String(decoding: terminal.bytes, as: UTF8.self).contains("viewBox=\"0 0 54 36\""))
  }

  @Test func hostileTextsActNowhere() throws {
    for hostile in ["</text><script>x</script>", "\u{1B}[31m\u{202E}b", "&#0;\u{0}"] {
      var chart = Self.fan()
      chart.title = hostile
      chart.series[1].label = hostile
      chart.series[1].id = hostile
      chart.y.unit = hostile
      var picture = Self.picture([chart, chart])
      (picture.headline, picture.handling, picture.marks) = (hostile, hostile, hostile)
      let text = try Self.svg(picture)
      #expect(try !wellFormed(text).contains("script"))
      #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0.value == 0x0A })
    }
  }

  // MARK: Reading

  struct Axis {
    var least, most, start, end: Double

    func pixel(_ value: Double) -> Double {
      start + (value - least) / (most - least) * (end - start)
    }
  }

  static func axis(_ side: String, _ text: String) throws -> Axis {
    let line = try #require(
      text.split(separator: "\n").first { $0.contains("data-axis=\"\(side)\"") })
    return Axis(
      least: number("data-min", line), most: number("data-max", line),
      start: number("data-pixel-min", line), end: number("data-pixel-max", line))
  }

  static func number(_ name: String, _ line: Substring) -> Double {
    line.split(separator: " \(name)=\"").dropFirst().first
      .flatMap { Double($0.prefix { $0 != "\"" }) } ?? .nan
  }

  static func marks(_ mark: String, _ text: String) -> [(series: String, path: String)] {
    text.split(separator: "\n").filter { $0.contains("data-mark=\"\(mark)\"") }.map { line in
      func attribute(_ name: String) -> String {
        line.split(separator: " \(name)=\"").dropFirst().first
          .map { String($0.prefix { $0 != "\"" }) } ?? ""
      }
      return (attribute("data-series"), attribute("d"))
    }
  }

  static func points(_ path: String) -> [(x: Double, y: Double)] {
    path.split { "MLZ".contains($0) }.compactMap { pair in
      let numbers = pair.split(separator: " ").compactMap { Double($0) }
      return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }
  }
}
