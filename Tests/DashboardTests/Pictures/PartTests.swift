import Analytics
import Charts
import Dashboard
import Figures
import Frames
import Testing

/// The panels of a picture as a page has them.
@Suite struct PartTests {
  @Test func theFanIsTheProjection() throws {
    let state = try World.load().state(columns: 120, rows: 36)
    let chart = try #require(state.picture(panel: "fan").charts.first)
    #expect(chart.basis == .scenario && chart.form == .plot)
    #expect(chart.x.kind == .years && chart.y.unit == "£bn a year")
    let projection = try #require(state.projection)
    let summaries = try #require(state.uncertainty?.yearly[.benefit])
    let expected = try #require(chart.series.first { $0.id == "expected" })
    #expect(expected.data.map(\.y) == summaries.map(\.mean))
    #expect(expected.data.map { chart.x.name(at: $0.x) } == projection.years)
    #expect(expected.data.last?.figure == "benefit.mean@\(state.lastYear)")
    let band = try #require(chart.series.first { $0.id == "p10-p90" })
    #expect(band.mark == .band)
    #expect(band.data.map(\.y) == summaries.map(\.p90))
    #expect(band.data.map(\.y2) == summaries.map(\.p10))
  }

  /// What no lever moves names no scenario and no prices; what is no money has no prices either.
  @Test(arguments: [
    (ScreenID.legacy, "left", false, false), (.legacy, "queue", false, false),
    (.legacy, "red", false, false), (.overview, "fan", true, true),
    (.outages, "path", true, false), (.overview, "levers", false, false),
  ])
  func onlyWhatRestsOnAScenarioNamesOne(
    screen: ScreenID, panel: String, scenario: Bool, prices: Bool
  ) throws {
    let picture = try World.load().state(Place(screen), columns: 90, rows: 24).picture(panel: panel)
    #expect(picture.scenario.isEmpty == !scenario)
    #expect(picture.subtitle.contains("scenario") == scenario, "\(picture.subtitle)")
    #expect((picture.subtitle + picture.scenario).contains("prices") == prices)
    for chart in picture.charts { #expect((chart.basis == .scenario) == scenario) }
  }

  @Test func aMissingMonthIsAGapAndIsCounted() throws {
    let picture = try World.load().withoutDraws.state(Place(.department, path: ["MHCLG"]))
      .picture(panel: "months")
    let chart = try #require(picture.charts.first)
    let gaps = chart.series[0].data.count { $0.y == nil }
    #expect(chart.x.kind == .months && gaps > 0)
    #expect(chart.missing.hasPrefix("\(gaps) of \(chart.series[0].data.count) months"))
    #expect(picture.asOf.contains(chart.missing))
  }

  /// Every panel is something on a page: a chart, a table or words, with no sign of the screen's.
  @Test(arguments: ScreenID.allCases.filter { $0 != .department })
  func everyPanelIsSomethingOnAPage(screen: ScreenID) throws {
    var state = try World.load().state(Place(screen), columns: 120, rows: 36)
    _ = state.update(.analysesWanted(.all))
    try World.load().take(.began, into: &state)
    for name in state.panelNames {
      let parts = state.picture(panel: name).parts
      #expect(parts.count == 1, "\(name)")
      for part in parts {
        let cells = part.grid?.rows.flatMap { $0 }.map(\.text) ?? []
        let names = part.charts.flatMap { chart in
          [chart.title] + chart.x.names + chart.series.flatMap { $0.data.map(\.text) }
        }
        for text in [part.title] + cells + names + (part.grid?.columns.map(\.title) ?? []) {
          #expect(
            !text.hasSuffix(" M") && !text.hasSuffix(" R!") && !text.contains("Enter:"),
            "\(name): \(text)")
        }
        for row in part.grid?.rows ?? [] { #expect(row.count == part.grid?.columns.count) }
        for chart in part.charts where chart.form == .rows {
          let places = Set(chart.series.flatMap { $0.data.map { Int($0.x) } })
          #expect(places.allSatisfy(chart.x.names.indices.contains), "\(name)")
          #expect(chart.x.notes.isEmpty || chart.x.notes.count == chart.x.names.count)
        }
      }
    }
  }

  @Test func aTreemapIsTilesAndAMatrixHasAllItsParts() throws {
    var state = try World.load().state(Place(.opportunity), columns: 120, rows: 36)
    let matrix = try #require(state.picture(panel: "matrix").charts.first)
    #expect(matrix.series.count == 3)
    let rows = matrix.x.names.indices.map { row in
      matrix.series.map { $0.data[row] }
    }
    for row in rows {
      // Each part begins where the one before it ends.
      for (one, other) in zip(row, row.dropFirst()) { #expect(one.y == other.y2) }
    }
    _ = state.update(.pictureSwitched)
    let tiles = try #require(state.picture(panel: "split").charts.first)
    #expect(tiles.form == .tiles && tiles.series[0].data.count == 3)
    #expect(tiles.series[0].data.allSatisfy { !$0.figure.isEmpty && !$0.label.isEmpty })
  }

  @Test func theTornadoMeetsInTheCentralCase() throws {
    var state = try World.load().state(Place(.lab), columns: 120, rows: 36)
    _ = state.update(.analysesWanted(.all))
    try World.load().take(.began, into: &state)
    let chart = try #require(state.picture(panel: "tornado").charts.first)
    #expect(chart.series.map(\.id) == ["p10", "p90"])
    guard case .reference(let base, _, _)? = chart.annotations.first else {
      Issue.record("no reference")
      return
    }
    #expect(chart.series.allSatisfy { $0.data.allSatisfy { $0.y2 == base } })
    #expect(chart.series[0].data[0].figure.hasSuffix(".P10"))
  }
}
