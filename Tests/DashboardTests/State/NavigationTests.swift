import Analytics
import Dashboard
import Figures
import Frames
import TestSupport
import Testing

/// Moving between screens, panels and levels.
@Suite struct NavigationTests {
  static let numbered: [(Character, ScreenID)] = [
    ("1", .overview), ("2", .opportunity), ("3", .legacy), ("4", .contractors), ("5", .outages),
    ("6", .services), ("7", .departments), ("8", .lab), ("9", .evidence),
  ]

  @Test(arguments: numbered) func numberKeysJump(key: Character, screen: ScreenID) throws {
    let world = try World.load()
    var state = try world.state(Place(.legacy))
    world.send([.of(key)], to: &state)
    #expect(state.place.screen == screen)
    #expect(draw(state).frame.lines[0].contains(screen.title))
  }

  @Test func drillingFromTheOpportunityToADepartmentAndUpAgain() throws {
    let world = try World.load()
    var state = try world.state(Place(.opportunity))
    var seen: [[String]] = []
    for _ in 0..<3 {
      world.send([KeyPress(.enter)], to: &state)
      seen.append([state.place.screen.rawValue] + state.place.path)
    }
    #expect(seen[0] == ["opportunity", "automation"])
    #expect(seen[1].prefix(2) == ["opportunity", "automation"] && seen[1].count == 3)
    #expect(seen[2][0] == "department")
    // Back walks the same way, up leads to the list of departments and home.
    world.send([.of("<"), .of("<"), .of("<")], to: &state)
    #expect(state.place.screen == .opportunity && state.place.path.isEmpty)
    world.send([.of(">"), .of(">"), .of(">")], to: &state)
    #expect([state.place.screen.rawValue] + state.place.path == seen[2])
    world.send([KeyPress(.escape)], to: &state)
    #expect(state.place.screen == .departments && state.place.path.count == 1)
    world.send([KeyPress(.escape)], to: &state)
    #expect(state.place.screen == .departments && state.place.path.isEmpty)
    world.send([KeyPress(.escape)], to: &state)
    #expect(state.place.screen == .overview)
    world.send([KeyPress(.escape)], to: &state)
    #expect(state.place.screen == .overview && state.message.contains("q quits"))
  }

  @Test func bracketsWalkThroughAllOrganisationsAndRound() throws {
    let world = try World.load()
    var state = try world.state(Place(.department, path: ["HMRC"]))
    var codes: [String] = []
    for _ in world.inputs.organisations {
      world.send([.of("]")], to: &state)
      codes += state.place.path
    }
    #expect(codes.sorted() == world.inputs.organisations.map(\.code).sorted())
    #expect(state.place.path == ["HMRC"])
    world.send([.of("]"), .of("[")], to: &state)
    #expect(state.place.path == ["HMRC"])
  }

  @Test func tabReachesEveryPanelAndComesBack() throws {
    let world = try World.load()
    var state = try world.state(Place(.legacy))
    var order: [String] = []
    repeat {
      world.send([KeyPress(.tab)], to: &state)
      order.append(state.place.panel)
    } while state.place.panel != "red" && order.count < 20
    let panels = [
      "shares", "queue", "paths", "left", "worth", "counts", "money", "cyber", "answer", "red",
    ]
    #expect(order == panels)
    world.send([KeyPress(.tab, .shift), KeyPress(.tab, .shift)], to: &state)
    #expect(state.place.panel == "cyber")
  }

  @Test func departmentsSortByEveryColumnBothWays() throws {
    let world = try World.load()
    var state = try world.state(Place(.departments), columns: 160, rows: 48)
    func names() -> [String] {
      draw(state).frame.lines.filter { $0.hasPrefix("┃") }.dropFirst().map {
        String($0.dropFirst(3).prefix(40)).split(separator: "  ").first.map(String.init) ?? ""
      }.filter { !$0.isEmpty }
    }
    let own = names()
    #expect(Set(own).count == world.inputs.organisations.count)
    let columns = state.sight.sortColumns
    #expect(columns.count == 11)
    for column in columns {
      world.send([.of("o")], to: &state)
      let first = names()
      world.send([.of("O")], to: &state)
      #expect(first != names() && Set(first) == Set(own), "\(column)")
      world.send([.of("O")], to: &state)
    }
    world.send([.of("o")], to: &state)
    #expect(names() == own)
  }

  @Test func drillsFromDepartmentToBodyToFigureAndComesBack() throws {
    let world = try World.load()
    var state = try world.state(
      Place(.department, path: ["DFT"], panel: "bodies"), columns: 160, rows: 48)
    let bodies = state.sight.entries.filter { $0.panel == "bodies" }
    let licensing = try #require(
      bodies.firstIndex { $0.figure?.label.contains("Vehicle Licensing") == true })
    world.send([KeyPress](repeating: KeyPress(.down), count: licensing), to: &state)
    world.send([KeyPress(.enter)], to: &state)
    #expect(state.sight.breadcrumb.last == "Driver and Vehicle Licensing Agency")
    let figures = state.sight.entries.filter { $0.panel == "published" }.compactMap(\.figure)
    #expect(figures.allSatisfy { $0.label.contains("Driver and Vehicle Licensing Agency") })
    world.send([KeyPress(.enter)], to: &state)
    #expect(draw(state).frame.lines.contains { $0.contains("Source card") })
    world.send([KeyPress(.escape), KeyPress(.escape)], to: &state)
    #expect(state.place.path == ["DFT"] && state.place.panel == "bodies")
    world.send([KeyPress(.escape)], to: &state)
    #expect(state.place.screen == .departments)
  }

  @Test func leftAndRightWalkThroughTheNumbersOfARow() throws {
    let world = try World.load()
    var state = try world.state(Place(.departments), columns: 160, rows: 48)
    var seen: [String] = []
    for _ in 0..<4 {
      seen.append(try #require(state.sight.figure?.label))
      let drawing = draw(state)
      let cursor = try #require(drawing.frame.cursor)
      #expect(drawing.frame[cursor.column, cursor.row].style.attributes.contains(.reverse))
      world.send([KeyPress(.right)], to: &state)
    }
    #expect(Set(seen).count == 4)
    world.send([.of("s")], to: &state)
    #expect(
      draw(state).frame.lines.contains { $0.contains(state.sight.figure?.label.prefix(20) ?? "?") }
    )
    let here = state.sight.figure?.label
    world.send([KeyPress(.escape), KeyPress(.left)], to: &state)
    #expect(state.sight.figure?.label != here)
    world.send([KeyPress(.right)], to: &state)
    #expect(state.sight.figure?.label == here)
  }

  @Test func aClickGivesTheFocusAndASecondOneOpens() throws {
    let world = try World.load()
    var state = try world.state()
    let area = try #require(draw(state).areas.first { $0.panel == "ranking" && $0.item == 1 })
    let position = Position(column: area.rect.column + 3, row: area.rect.row)
    world.send(.mouse(.press, position), to: &state)
    #expect(state.place.panel == "ranking" && state.place.items["ranking"] == 1)
    world.send(.mouse(.press, position), to: &state)
    #expect(state.place.screen == .department)
  }

  @Test func exportingAsksForTheFormAndSaysWhatCameOfIt() throws {
    let world = try World.load()
    var state = try world.state(Place(.legacy))
    world.send([.of("x"), KeyPress(.down)], to: &state)
    #expect(state.layers == [.exports(chosen: 1)])
    #expect(world.send(.key(KeyPress(.enter)), to: &state) == [.export(.png)])
    #expect(state.layers.isEmpty)
    _ = state.update(.exported("Wrote a.png."))
    #expect(draw(state).frame.lines.last?.contains("Wrote a.png.") == true)
    world.send([.of("x"), KeyPress(.escape)], to: &state)
    #expect(state.layers.isEmpty && state.message.isEmpty)
  }

  @Test func exportingTakesAnotherThemeWhereItIsAskedFor() throws {
    let world = try World.load()
    var state = try world.state(Place(.legacy))
    world.send([.of("x")], to: &state)
    for theme in [ThemeName.dark, .contrast, .mono, .light, .dark] {
      world.send([.of("t")], to: &state)
      #expect(state.layers == [.exports(chosen: 0, theme: theme)])
      #expect(
        draw(state).frame.lines.contains { $0.contains("In the \(theme) theme (t: another)") })
    }
    world.send([KeyPress(.down)], to: &state)
    let effects = world.send(.key(KeyPress(.enter)), to: &state)
    #expect(effects == [.export(.png, theme: .dark)])
    #expect(state.layers.isEmpty)
  }

  @Test func quittingSuspendingAndRepaintingAreEffects() throws {
    let world = try World.load()
    var state = try world.state()
    let keys: [(KeyPress, Effect)] = [
      (.of("q"), .quit), (KeyPress(.character("c"), .control), .quit),
      (KeyPress(.character("z"), .control), .suspend),
      (KeyPress(.character("l"), .control), .redraw),
    ]
    for (key, effect) in keys { #expect(world.send(.key(key), to: &state) == [effect]) }
    #expect(world.send(.closed, to: &state) == [.quit])
  }
}
