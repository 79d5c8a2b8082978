import Dashboard
import Figures
import Frames
import Testing

/// From the government down to a figure's source, and the same way up again.
@Suite struct DrillTests {
  /// Where a walk of Enters begins, and the breadcrumbs that it passes.
  static let walks: [(start: Place, crumbs: [[String]])] = [
    (
      Place(.overview, panel: "levers"),
      [
        ["Opportunity", "Simplify and automate"],
        ["Opportunity", "Simplify and automate", "Local"],
        ["Departments", "Local", "Local government (excluding police)"],
      ]
    ),
    (
      Place(.overview, panel: "ranking"),
      [["Departments", "NHS", "National Health Service"]]
    ),
    (
      Place(.departments, panel: "sectors"),
      [
        ["Departments", "NHS"], ["Departments", "NHS", "National Health Service"],
      ]
    ),
    (
      Place(.departments, path: ["Central"]),
      [["Departments", "Central", "HM Revenue and Customs"]]
    ),
    (
      Place(.contractors),
      [
        ["Contractors", "Ministry of Defence"],
        ["Contractors", "Ministry of Defence", "All its bodies"],
        ["Contractors", "Ministry of Defence", "All its bodies", "Contingent labour"],
      ]
    ),
    (
      Place(.contractors, path: ["HO"], panel: "bodies", items: ["bodies": 2]),
      [
        ["Contractors", "Home Office", "National Crime Agency"],
        ["Contractors", "Home Office", "National Crime Agency", "Contingent labour"],
      ]
    ),
    (
      Place(.outages, items: ["counts": 12]),
      [
        ["Outages", "Police National Computer"],
        ["Outages", "Police National Computer", "Planned outages"],
      ]
    ),
  ]

  @Test(arguments: walks)
  func everyLevelHasItsBreadcrumb(start: Place, crumbs: [[String]]) throws {
    let world = try World.load()
    var state = try world.state(start, columns: 120, rows: 36)
    let first = state.sight.breadcrumb
    for crumb in crumbs {
      world.send([KeyPress(.enter)], to: &state)
      #expect(state.sight.breadcrumb == crumb)
      #expect(draw(state).frame.lines[0].contains(crumb.joined(separator: " › ")))
      if state.place.screen == .outages, crumb.count == 2 {
        // Of the measures the one that has several periods.
        world.send([KeyPress(.down)], to: &state)
      }
    }
    let deepest = state.place
    for crumb in crumbs.dropLast().reversed() + [first] {
      world.send([.of("<")], to: &state)
      #expect(state.sight.breadcrumb == crumb)
    }
    for _ in crumbs { world.send([.of(">")], to: &state) }
    #expect(state.place.path == deepest.path && state.place.screen == deepest.screen)
  }

  /// Esc takes the last part of the breadcrumb away, and only then leads home.
  @Test(arguments: walks)
  func escapeGoesUpOneLevelAtATime(start: Place, crumbs: [[String]]) throws {
    let world = try World.load()
    let deepest = try #require(crumbs.last)
    var state = try world.state(start, columns: 120, rows: 36)
    for crumb in crumbs {
      world.send([KeyPress(.enter)], to: &state)
      if state.place.screen == .outages, crumb.count == 2 {
        world.send([KeyPress(.down)], to: &state)
      }
    }
    #expect(state.sight.breadcrumb == deepest)
    for length in stride(from: deepest.count - 1, to: 0, by: -1) {
      world.send([KeyPress(.escape)], to: &state)
      #expect(state.sight.breadcrumb == Array(deepest.prefix(length)))
    }
    world.send([KeyPress(.escape)], to: &state)
    #expect(state.place.screen == .overview)
  }

  /// Going up gives the focus back to what led down.
  @Test func theRowThatWasEnteredHasTheFocusAgain() throws {
    let world = try World.load()
    var state = try world.state(Place(.contractors), columns: 120, rows: 36)
    world.send([.of("j"), .of("j"), KeyPress(.enter), .of("j"), KeyPress(.escape)], to: &state)
    #expect(state.place.path.isEmpty && state.place.items["departments"] == 2)
  }

  /// The last steps: a fact's row opens its card, the card its publication on Evidence.
  @Test(arguments: [
    Place(.contractors, path: ["HO", "all", "contingent"], panel: "returns"),
    Place(.outages, path: ["PNC", "Planned outages"]), Place(.opportunity, panel: "unpublished"),
  ])
  func aFactOpensItsCardAndTheCardItsSource(place: Place) throws {
    let world = try World.load()
    var state = try world.state(place, columns: 120, rows: 36)
    let source = try #require(state.sight.figure?.source)
    world.send([KeyPress(.enter)], to: &state)
    #expect(state.layers == [.card(scroll: 0)])
    world.send([KeyPress(.enter)], to: &state)
    #expect(state.layers.isEmpty && state.place.screen == .evidence)
    #expect(state.sight.figure?.source == source)
    #expect(state.sight.panel == "sources")
    world.send([.of("<")], to: &state)
    #expect(state.place.screen == place.screen && state.place.path == place.path)
  }

  /// What this project computes has no publication to go to, and says so.
  @Test func aModelledCardSaysThatItHasNoPublication() throws {
    let world = try World.load()
    var state = try world.state(Place(.overview, panel: "fan"))
    world.send([.of("s"), KeyPress(.enter)], to: &state)
    #expect(state.place.screen == .overview && state.message.contains("formula"))
  }

  /// Right leads from a tile's number to the one that it is compared with, then to the next tile.
  @Test func rightWalksThroughTheNumbersOfTheTiles() throws {
    let world = try World.load()
    var state = try world.state(columns: 120, rows: 36)
    let first = state.sight.figure?.id
    world.send([KeyPress(.right)], to: &state)
    #expect(first == "opportunity.total")
    #expect(state.sight.figure?.id == "opportunity.total.blueprint")
    world.send([KeyPress(.right)], to: &state)
    #expect(state.sight.figure?.id == "legacy.share.2024")
    world.send([KeyPress(.left)], to: &state)
    #expect(state.sight.figure?.id == "opportunity.total.blueprint")
    world.send([KeyPress(.down)], to: &state)
    #expect(state.place.panel == "levers")
  }

  /// The chart beside the departments follows the row in focus, however the list is sorted.
  @Test func theChartOfMonthsFollowsTheFocus() throws {
    let world = try World.load()
    var state = try world.state(Place(.contractors), columns: 120, rows: 36)
    world.send([.of("o"), .of("j")], to: &state)
    let name = try #require(state.sight.figure?.label)
    let months = try #require(state.sight.entries.first { $0.panel == "months" })
    let body = try #require(months.figure?.label.split(separator: ", ").dropFirst().first)
    #expect(name.contains(body))
  }
}
