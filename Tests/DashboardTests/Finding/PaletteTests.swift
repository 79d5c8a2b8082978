import Analytics
import Dashboard
import Figures
import Frames
import TestSupport
import Testing

/// Finding by name: what comes first, and where it leads.
@Suite struct PaletteTests {
  /// The rows of the palette for a text, as they are on the screen.
  static func rows(_ state: State) -> [String] {
    let drawing = draw(state)
    return drawing.areas.filter { $0.panel == "layer" && $0.item != nil }.map { area in
      (area.rect.column..<area.rect.endColumn).map { drawing.frame[$0, area.rect.row].text }
        .joined()
    }
  }

  static func open(_ text: String, _ world: World, columns: Int = 120) throws -> State {
    var state = try world.state(columns: columns, rows: 36)
    world.send([.of(":")], to: &state)
    world.send(text.map { KeyPress.of($0) }, to: &state)
    return state
  }

  /// What an adviser would type, and what has to come first.
  static let names: [(String, String)] = [
    ("home office", "Home Office (HO)"), ("hmrc", "HM Revenue and Customs"), ("ho", "Home Office"),
    ("legacy", "Legacy and cyber"), ("evid", "Evidence"), ("undo", "undoes a change"),
    ("dwp", "Department for Work and Pensions"), ("moj", "Ministry of Justice"),
    ("blueprint", "start from"), ("start delay", "Start delay"), ("pace", "Pace"),
    ("theme light", "theme light"), ("health serv", "National Health Service"), ("quit", "quits"),
    ("export", "writes what is on the screen"), ("contr", "Contractors"),
    ("lab", "Scenario lab"), ("police", "Police"),
    ("14.5bn", "Spend on contractors"), ("digital driving licence", "riving licence"),
    ("which assumption matters", "which assumption matters most"), ("evpi", "EVPI"),
    ("glossary", "glossary"), ("two years late", "Start delay"), ("roadmap", "oadmap"),
  ]

  @Test(arguments: names) func whatIsMeantComesFirst(typed: String, first: String) throws {
    let state = try Self.open(typed, World.load())
    let rows = Self.rows(state)
    #expect(rows.first?.contains(first) == true, "\(rows.prefix(4))")
  }

  @Test func everyRowOfTheKeyTableIsThereWithItsKey() throws {
    let world = try World.load()
    for row in State.keyTable where !row.help.isEmpty && row.shown != ":" {
      let words = row.help.prefix(40)
      let found = Self.rows(try Self.open(String(words), world, columns: 160))
      #expect(
        found.contains { $0.contains(row.help.prefix(30)) && $0.contains(row.shown) },
        "\(row.shown): \(row.help)")
    }
  }

  @Test func everyOrganisationOpensItsPage() throws {
    let world = try World.load()
    for organisation in world.inputs.organisations {
      var state = try Self.open(organisation.name, world)
      world.send([KeyPress(.enter)], to: &state)
      #expect(state.place.screen == .department && state.place.path == [organisation.code])
      #expect(state.layers.isEmpty)
    }
  }

  @Test func aFactOpensItsPlaceWithItsCard() throws {
    let world = try World.load()
    for fact in world.evidence.facts.enumerated().filter({ $0.offset % 47 == 0 }).map(\.element) {
      var state = try Self.open(fact.id, world)
      world.send([KeyPress(.enter)], to: &state)
      #expect(state.layers == [.card(scroll: 0)], "\(fact.id): \(state.message)")
      #expect(state.sight.figure?.label.hasPrefix(fact.measure) == true, "\(fact.id)")
    }
  }

  @Test func everyThingInTheDataCanBeFound() throws {
    let world = try World.load()
    let names =
      world.evidence.sources.map(\.id) + world.evidence.bodies.map(\.code)
      + world.inputs.assumptions.map(\.id.id) + world.inputs.levers.map(\.id.id)
      + world.inputs.presets.map(\.id)
    for name in names.enumerated().filter({ $0.offset % 19 == 0 }).map(\.element) {
      var state = try Self.open(name, world)
      #expect(!Self.rows(state).isEmpty, "\(name)")
      let before = state
      world.send([KeyPress(.enter)], to: &state)
      // It leads somewhere, or says why it does not.
      #expect(state.layers.allSatisfy { $0 != before.layers.last }, "\(name)")
      #expect(state.place != before.place || !state.message.isEmpty || state != before, "\(name)")
    }
  }

  @Test func arrowsChooseAndEscapeLeavesAllAsItWas() throws {
    let world = try World.load()
    let start = try world.state(columns: 120, rows: 36)
    var state = start
    world.send([KeyPress(.character("p"), .control)], to: &state)
    world.send([.of("l"), .of("e"), .of("g"), KeyPress(.down), KeyPress(.down)], to: &state)
    #expect(state.layers == [.palette(text: "leg", chosen: 2)])
    #expect(Self.rows(state)[2].hasPrefix("▸"))
    world.send([KeyPress(.up)], to: &state)
    #expect(state.layers == [.palette(text: "leg", chosen: 1)])
    // What is typed afterwards goes back to the best.
    world.send([.of("a")], to: &state)
    #expect(state.layers == [.palette(text: "lega", chosen: 0)])
    world.send([KeyPress(.escape)], to: &state)
    #expect(state.layers.isEmpty && state.place == start.place)
    #expect(state.scenario == start.scenario)
  }

  @Test func whatIsCalledNothingSaysSoAndStays() throws {
    let world = try World.load()
    var state = try Self.open("qqqqzzz", world)
    #expect(draw(state).frame.lines.contains { $0.contains("Nothing is called that") })
    world.send([KeyPress(.enter)], to: &state)
    #expect(state.layers == [.palette(text: "qqqqzzz", chosen: 0)])
  }

  @Test func aCommandThatDoesNotApplyHereSaysSo() throws {
    let world = try World.load()
    var state = try Self.open("bars or a treemap", world)
    world.send([KeyPress(.enter)], to: &state)
    #expect(state.message.hasPrefix("Not here") && state.layers.isEmpty)
  }

  @Test func aClickChoosesARowASecondOneTakesItAndOneBesideCloses() throws {
    let world = try World.load()
    var state = try Self.open("legacy", world)
    let rows = draw(state).areas.filter { $0.panel == "layer" && $0.item != nil }
    let press = Event.mouse(
      .press, Position(column: rows[1].rect.column + 2, row: rows[1].rect.row))
    world.send(press, to: &state)
    #expect(state.layers == [.palette(text: "legacy", chosen: 1)])
    world.send(press, to: &state)
    #expect(state.layers.last != .palette(text: "legacy", chosen: 1))
    state = try Self.open("legacy", world)
    world.send(.mouse(.press, Position(column: 0, row: 5)), to: &state)
    #expect(state.layers.isEmpty && state.place.screen == .overview)
  }
}
