import Analytics
import Dashboard
import Figures
import Frames
import TestSupport
import Testing

/// What is taken along: the value, the table, the scenario.
@Suite struct CopyTests {
  func copied(_ keys: [KeyPress], _ place: Place = Place(.overview)) throws -> Copy? {
    let world = try World.load()
    var state = try world.state(place, columns: 160, rows: 48)
    world.send(Array(keys.dropLast()), to: &state)
    guard let last = keys.last else { return nil }
    for effect in world.send(.key(last), to: &state) {
      if case .copy(let copy) = effect { return copy }
    }
    return nil
  }

  @Test func theValueComesFirstThenWhatItIsAndItsSource() throws {
    let copy = try #require(try copied([KeyPress(.right), KeyPress(.right), .of("y")]))
    #expect(copy.kind == .value && !copy.text.contains("\n"))
    #expect(copy.text.hasPrefix("28% (reported); Legacy share of systems"))
    #expect(copy.text.contains("as of 2024"))
    #expect(copy.text.contains("source: ") && copy.text.contains("CP 1251"))
    let modelled = try #require(try copied([.of("7"), .of("y")]))
    #expect(modelled.text.contains("(modelled)") && modelled.text.contains("this project's model"))
  }

  /// Who has moved a lever takes along what that did, in a sentence, with the scenario.
  @Test func ofALeverTheSentenceIsCopied() throws {
    let place = Place(.department, path: ["HO"])
    let keys: [KeyPress] = [.of("l")] + Array(repeating: KeyPress(.down), count: 5)
    let moved = try #require(
      try copied(keys + [KeyPress(.right), KeyPress(.right), .of("y")], place))
    #expect(moved.text.hasPrefix("Against ") && moved.text.contains(", was £"))
    #expect(moved.text.contains("Scenario: digigov1:"))
    let still = try #require(try copied(keys + [.of("y")], place))
    #expect(still.text.hasPrefix("Home Office: expected £"))
  }

  @Test(arguments: ScreenPropertyTests.places) func everyPanelGivesATable(place: Place) throws {
    let world = try World.load()
    var state = try world.state(place, columns: 160, rows: 48)
    for panel in state.panelNames {
      state.go { $0.panel = panel }
      let hasFigures = state.outlineOfFocus?.lines.isEmpty == false
      let effects = world.send(.key(.of("Y")), to: &state)
      guard case .copy(let copy)? = effects.first else {
        #expect(!hasFigures && !state.message.isEmpty, "\(panel)")
        continue
      }
      let rows = copy.text.split(separator: "\n").filter { $0.hasPrefix("|") }
      #expect(rows.count > 2, "\(panel)")
      // Every row of a table has as many cells as the one above it.
      let bars = rows.map { row in row.replacing("\\|", with: "").count { $0 == "|" } }
      #expect(Set(bars).count <= 3, "\(panel)")
      #expect(copy.text.contains("R reported, D derived, M modelled."))
      // Where any row on the screen has a source, the table names it.
      let sources = state.sight.entries.filter { $0.panel == panel }
        .flatMap(\.figures).compactMap(\.source?.title)
      #expect(sources.allSatisfy { copy.text.contains($0) }, "\(panel)")
      let models = state.sight.entries.contains { entry in
        entry.panel == panel && entry.figures.contains { $0.mark == .modelled }
      }
      #expect(!models || copy.text.contains("digigov1:"), "\(panel)")
    }
  }

  @Test func theTableIsAsTheReaderHasArrangedIt() throws {
    let keys = [KeyPress.of("/")] + "home".map { .of($0) } + [KeyPress(.enter), .of("Y")]
    let copy = try #require(try copied(keys, Place(.departments)))
    let rows = copy.text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count == 3 && rows[2].hasPrefix("| Home Office |"))
  }

  @Test func theLineIsReadBackAsTheSameScenario() throws {
    let world = try World.load()
    var state = try world.state(Place(.lab), columns: 120, rows: 36)
    world.send([KeyPress(.down), KeyPress(.left), KeyPress(.left)], to: &state)
    let effects = world.send(.key(.of("c")), to: &state)
    guard case .copy(let copy)? = effects.first else {
      Issue.record("nothing copied")
      return
    }
    let line = try ScenarioReader(world.inputs).line(copy.text)
    #expect(line.scenario.levers == state.scenario.levers && line.seed == state.seed)
    try ScenarioReader(world.inputs).checkData(line)
  }

  @Test func whereThereIsNothingToCopyItSaysSo() throws {
    let world = try World.load()
    var state = try world.state(Place(.evidence, panel: "limits"), columns: 120, rows: 36)
    #expect(state.sight.figure == nil && world.send(.key(.of("y")), to: &state) == [])
    _ = state.update(.copyAsked(.value))
    #expect(state.message.contains("Nothing here"))
    _ = state.update(.copied("Copied."))
    #expect(state.message == "Copied.")
  }
}

extension State {
  /// The focused panel's lines.
  var outlineOfFocus: Outline.Part? { outline.parts.first(where: \.hasFocus) }
}
