import Charts
import Dashboard
import Frames
import Testing

/// Charts in three sentences and as lines, and the key for it.
@Suite struct ChartWordsTests {
  private static func plot(_ values: [Double?], band: Bool = false) -> Chart {
    let data = values.enumerated().map { Chart.Datum(x: Double(2025 + $0.offset), $0.element) }
    let around = data.map { Chart.Datum(x: $0.x, ($0.y ?? 0) + 1, from: ($0.y ?? 0) - 1) }
    return Chart(
      title: "Benefit", x: Chart.Axis(.years), y: Chart.Axis(.money, unit: "£bn a year"),
      series: (band
        ? [Chart.Series("p10-p90", .band, .range(0), around, edges: ["P10", "P90"])] : [])
        + [Chart.Series("expected", label: "expected", .line, .series(0), data)])
  }

  @Test func theSentencesSayEndsTurnsAndGaps() {
    let words = ChartWords(Self.plot([1, 3, nil, 2, 4]))
    #expect(
      words.sentences == [
        "Benefit, in £bn a year: expected rises from 1.00 in 2025-26 to 4.00 in 2029-30.",
        "Expected turns at 3.00 in 2026-27, 2.00 in 2028-29.", "No number in 2027-28.",
      ])
    #expect(words.columns == ["Period", "expected"])
    #expect(words.rows[2] == ["2027-28", ""] && words.line(words.rows[2]) == "none expected")
  }

  @Test func theBandIsSaidAndStandsInTheRows() {
    let words = ChartWords(Self.plot([1, 2], band: true))
    #expect(words.sentences[1] == "It does not turn.")
    #expect(
      words.sentences[2] == "8 in 10 runs lie between 1.00 and 3.00 in 2026-27; nothing is missing."
    )
    #expect(words.rows[1] == ["2026-27", "1.00", "3.00", "2.00"])
    #expect(words.line(words.rows[1]) == "1.00 P10, 3.00 P90, 2.00 expected")
  }

  @Test func rowsAreSaidFromTheGreatest() {
    let chart = Chart(
      title: "Share", form: .rows, x: Chart.Axis(.categories, names: ["A", "B", "C"]),
      y: Chart.Axis(.number, suffix: "%"),
      series: [
        Chart.Series(
          "value", .bar, .series(0),
          [Chart.Datum(x: 0, 2), Chart.Datum(x: 1, 7), Chart.Datum(x: 2, 4)])
      ])
    let words = ChartWords(chart)
    #expect(
      words.sentences == [
        "Share: 3 numbers, from 7.00%, B, to 2.00%, A.", "In order: B, 7.00%; C, 4.00%; A, 2.00%.",
        "Nothing is missing.",
      ])
  }

  /// Every panel of every view and six departments: three sentences a chart without a sign or a gap
  /// in them.
  @Test(
    arguments: FocusTests.places
      + ["DWP", "HMRC", "DHSC"].map {
        Place(.department, path: [$0])
      })
  func everyChartIsSaid(place: Place) throws {
    let state = try World.load().state(place, columns: 160, rows: 48)
    for panel in state.panelNames {
      for chart in state.charts(of: panel) {
        let words = ChartWords(chart)
        #expect(words.sentences.count == 3, "\(panel)")
        for sentence in words.sentences {
          #expect(sentence.hasSuffix(".") && !sentence.contains("  "), "\(panel): \(sentence)")
          #expect(!sentence.contains(" ."), "\(panel): \(sentence)")
        }
        #expect(words.rows.allSatisfy { $0.count == words.columns.count }, "\(panel)")
      }
    }
  }

  @Test func aKeyOpensThePanelInWords() throws {
    let world = try World.load()
    var state = try world.state(Place(.overview, panel: "fan"), columns: 120, rows: 36)
    world.send([.of("T")], to: &state)
    let front = try #require(state.front)
    #expect(front.lines.count > 15)
    #expect(front.lines[0].text.contains("expected rises from"))
    #expect(front.lines[3].text.hasPrefix("2025-26: "))
    let lines = draw(state).frame.lines
    #expect(lines.contains { $0.contains("expected rises from") })
    #expect(draw(state).frame.cursor != nil)
    world.send([.of("T")], to: &state)
    #expect(state.layers.isEmpty)
  }

  @Test func aPanelWithoutAChartSaysItsRows() throws {
    let world = try World.load()
    var state = try world.state(Place(.evidence, panel: "facts"), columns: 120, rows: 36)
    world.send([.of("T")], to: &state)
    #expect((state.front?.lines.count ?? 0) > 3)
  }
}
