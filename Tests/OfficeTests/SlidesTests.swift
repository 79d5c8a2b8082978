import Charts
import Documents
import Frames
import Office
import Testing

@testable import Datasets

/// Slides by what is in them, and charts that office programs draw themselves.
@Suite struct SlidesTests {
  private static let drawing = Drawing(
    svg: Array("<svg/>".utf8), png: [0x89, 0x50], width: 16, height: 8)

  static func chart(_ name: String) -> Chart {
    Chart(
      title: name, x: Chart.Axis(.years), y: Chart.Axis(.money, unit: "£bn a year " + name),
      series: [
        Chart.Series(
          "range", label: "", .band, .range(0),
          [Chart.Datum(x: 2025, 3, from: 1), Chart.Datum(x: 2026, 4, from: 2)]),
        Chart.Series(
          "a", label: name, .line, .series(0),
          [Chart.Datum(x: 2025, 2), Chart.Datum(x: 2026, nil)]),
        Chart.Series(
          "b", label: "cost", .line, .beside(1),
          [Chart.Datum(x: 2025, 1.5), Chart.Datum(x: 2026, 2.5)]),
      ])
  }

  static func deck(_ name: String = "words") throws -> Deck {
    var picture = Picture(Frame(columns: 1, rows: 1))
    picture.altText = "Line chart of \(name)"
    let sheet = try #require(
      Book.Sheet("Data", chart(name), head: "Year", alternative: "Band and lines of \(name)"))
    let notes = ["Notes of \(name)", "If pressed: no."]
    return Deck(
      title: name, subtitle: "Sub", marking: "OFFICIAL " + name.prefix(40), created: "2026-11-29",
      slides: [
        Deck.Slide(name, .chart(sheet), source: "Source: \(name)", notes: notes),
        Deck.Slide(
          name, .picture(Illustration(name: "chart", picture)), source: name, notes: notes),
        Deck.Slide(
          name, .points([name, "Second", name, name]), source: "Source", notes: notes),
      ])
  }

  private static func parts(_ bytes: [UInt8]) throws -> [String: String] {
    let archive = try ZipArchive(bytes)
    return try Dictionary(
      uniqueKeysWithValues: archive.names.map {
        ($0, String(decoding: try archive.file($0) ?? [], as: UTF8.self))
      })
  }

  @Test func powerPointHasClaimsChartsAndNotes() throws {
    let parts = try Self.parts(try Self.deck().pptx { _ in Self.drawing })
    let slide = try #require(parts["ppt/slides/slide1.xml"])
    #expect(slide.contains("<p:ph type=\"title\"/>") && slide.contains("<a:t>words</a:t>"))
    #expect(slide.contains("descr=\"Band and lines of words\""))
    #expect(slide.contains("type=\"slidenum\"") && slide.contains("OFFICIAL words"))
    #expect(slide.contains("lang=\"en-GB\""))
    let chart = try #require(parts["ppt/charts/chart1.xml"])
    for piece in ["<c:areaChart>", "<c:lineChart>", "<c:f>&#39;Data&#39;!$B$3:$B$4</c:f>"] {
      #expect(chart.contains(piece), "\(piece)")
    }
    #expect(chart.contains("<c:tx><c:strRef><c:f>&#39;Data&#39;!$E$2</c:f><c:strCache>"))
    #expect(parts["ppt/slides/slide2.xml"]?.contains("<a:t>2</a:t></a:fld>") == true)
    // A gap stays a gap, in the chart as in its workbook.
    #expect(
      chart.contains("<c:ptCount val=\"2\"/><c:pt idx=\"0\"><c:v>2.0</c:v></c:pt></c:numCache>"))
    #expect(parts["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"] != nil)
    #expect(parts["ppt/charts/_rels/chart1.xml.rels"]?.contains("/package") == true)
    #expect(parts["ppt/notesSlides/notesSlide1.xml"]?.contains("If pressed: no.") == true)
    #expect(parts["ppt/slides/slide2.xml"]?.contains("svgBlip") == true)
    #expect(parts["ppt/presentation.xml"]?.contains("cx=\"12192120\"") == true)
  }

  @Test func openPresentationHasClaimsChartsAndNotes() throws {
    let parts = try Self.parts(try Self.deck().odp { _ in Self.drawing })
    let content = try #require(parts["content.xml"])
    #expect(content.split(separator: "presentation:class=\"title\"").count == 4)
    #expect(content.contains("<svg:desc>Band and lines of words</svg:desc>"))
    #expect(content.contains("If pressed: no."))
    let chart = try #require(parts["Object 1/content.xml"])
    #expect(
      chart.contains("chart:class=\"chart:area\"")
        && chart.contains("local-table.C2:local-table.C3"))
    #expect(parts["META-INF/manifest.xml"]?.contains("Object 1/content.xml") == true)
    #expect(parts["styles.xml"]?.contains("OFFICIAL words") == true)
  }

  /// Names that would break XML, act, or are very long leave every part well-formed, and no title
  /// longer than its place.
  @Test(arguments: [
    "<p:sp>&]]>\"'", "\u{0}\u{1}\u{B}\u{1B}[31m", "\u{202E}abc\u{FFFE}",
    String(repeating: "x", count: 10_000), String(repeating: "long words ", count: 1_000), "",
  ])
  func hostileNamesBreakNothing(name: String) throws {
    let deck = try Self.deck(name)
    for bytes in [deck.pptx { _ in Self.drawing }, deck.odp { _ in Self.drawing }] {
      for (part, content) in try Self.parts(bytes)
      where part.hasSuffix(".xml") || part.hasSuffix(".rels") {
        #expect(OfficeTests.isWellFormed(content), "\(part)")
        #expect(!content.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        if part.hasPrefix("ppt/slides/slide") { #expect(content.count < 8_000, "\(part)") }
      }
    }
  }

  /// Points that have no room in large letters get smaller ones; what has none even so is counted.
  @Test(arguments: [(5, 20), (6, 16), (30, 16)])
  func pointsFit(count: Int, size: Int) throws {
    let points = (1...count).map { "Point \($0): " + String(repeating: "word ", count: 22) }
    let deck = Deck(
      title: "T", subtitle: "", marking: "", created: "2026-11-29",
      slides: [Deck.Slide("T", .points(points), source: "S in 2028-29", notes: ["N"])])
    let slide = try #require(
      try Self.parts(deck.pptx { _ in Self.drawing })["ppt/slides/slide1.xml"])
    #expect(slide.contains("<a:defRPr sz=\"\(size * 100)\"/>") == (size < 20))
    #expect(slide.contains("more: see the notes.") == (count > 8))
    #expect(slide.contains("2028\u{2011}29"))
    let open = try #require(try Self.parts(deck.odp { _ in Self.drawing })["content.xml"])
    #expect(open.contains("text:style-name=\"T\(size)\">Point 1"))
  }

  /// All names of many bars are shown: their letters lie level, and are smaller.
  @Test func barsKeepTheirNames() throws {
    let chart = Chart(
      title: "Bars", form: .rows, x: Chart.Axis(.categories, names: (0..<9).map { "Name \($0)" }),
      y: Chart.Axis(.number, unit: "n"),
      series: [
        Chart.Series(
          "a", label: "low", .bar, .range(0),
          (0..<9).map { Chart.Datum(x: Double($0), Double(-$0)) }),
        Chart.Series(
          "b", label: "high", .bar, .series(0),
          (0..<9).map { Chart.Datum(x: Double($0), Double($0)) }),
      ])
    var deck = try Self.deck()
    deck.slides = [
      Deck.Slide(
        "T", .chart(try #require(Book.Sheet("Data", chart, head: "What", alternative: "A"))),
        source: "S", notes: ["N"])
    ]
    let part = try #require(
      try Self.parts(deck.pptx { _ in Self.drawing })["ppt/charts/chart1.xml"])
    #expect(part.contains("<a:bodyPr rot=\"0\" vert=\"horz\"/>") && part.contains("sz=\"1200\""))
    #expect(
      part.contains("<c:overlap val=\"100\"/>") && part.contains("<a:srgbClr val=\"003C6E\"/>"))
    let open = try #require(try Self.parts(deck.odp { _ in Self.drawing })["Object 1/content.xml"])
    #expect(open.contains("chart:overlap=\"100\"") && open.contains("svg:stroke-color=\"#003c6e\""))
  }

  @Test func theSameSlidesGiveTheSameBytes() throws {
    let deck = try Self.deck()
    #expect(deck.pptx { _ in Self.drawing } == deck.pptx { _ in Self.drawing })
    #expect(deck.odp { _ in Self.drawing } == deck.odp { _ in Self.drawing })
  }

  /// In a workbook the chart is over the cells of the table beside it.
  @Test func chartsOfAWorkbookFollowItsTable() throws {
    let sheet = try #require(
      Book.Sheet("It's", Self.chart("words"), head: "Year", alternative: "Alternative"))
    let book = Book(
      title: "Book", subtitle: "", marking: "", created: "2026-11-29", sheets: [sheet])
    let excel = try Self.parts(book.xlsx)
    #expect(
      excel["xl/charts/chart1_1.xml"]?.contains("<c:f>&#39;It&#39;&#39;s&#39;!$D$3:$D$4</c:f>")
        == true)
    #expect(excel["xl/drawings/drawing1.xml"]?.contains("descr=\"Alternative\"") == true)
    let open = try Self.parts(book.ods)
    #expect(open["content.xml"]?.contains("./Object 1") == true)
    #expect(
      open["Object 1/content.xml"]?.contains(
        "&#39;It&#39;&#39;s&#39;.C3:&#39;It&#39;&#39;s&#39;.C4")
        == true)
    for parts in [excel, open] {
      for (part, content) in parts where part.hasSuffix(".xml") {
        #expect(OfficeTests.isWellFormed(content), "\(part)")
      }
    }
  }

  /// Formulas in both notations, with their names and what may be typed.
  @Test func formulasStandInBothNotations() throws {
    var sheet = Book.Sheet("A b", title: "T", header: ["Name", "Value"])
    sheet.rows = [
      [.text("pace"), .input(0.5, 0...2)],
      [.text("f"), .formula("IF(SUM(B3:B4)=0,\"[x], A1\",'A b'!$B$3*HMRC_pace^2)", 1)],
      [.text("undefined"), .formula("\"[x]\"", nil)],
    ]
    sheet.names = [.init("HMRC_pace", row: 0, column: 1)]
    let book = Book(
      title: "Book", subtitle: "", marking: "", created: "2026-11-29", sheets: [sheet])
    let excel = try Self.parts(book.xlsx)
    let text = try #require(excel["xl/worksheets/sheet1.xml"])
    #expect(
      text.contains(
        "<f>IF(SUM(B3:B4)=0,&quot;[x], A1&quot;,&#39;A b&#39;!$B$3*HMRC_pace^2)</f><v>1.0</v>"))
    #expect(text.contains("t=\"str\"><f>&quot;[x]&quot;</f><v>[x]</v>"))
    #expect(text.contains("Allowed: 0 to 2"))
    #expect(excel["xl/workbook.xml"]?.contains("&#39;A b&#39;!$B$3</definedName>") == true)
    let open = try #require(try Self.parts(book.ods)["content.xml"])
    #expect(
      open.contains(
        "of:=IF(SUM([.B3:.B4])=0;&quot;[x], A1&quot;;[$&#39;A b&#39;.$B$3]*HMRC_pace^2)"))
    #expect(open.contains("table:cell-range-address=\"$&#39;A b&#39;.$B$3\""))
    #expect(open.contains("cell-content-is-between(0.0,2.0)"))
  }
}
