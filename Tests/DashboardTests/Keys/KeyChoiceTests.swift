import Dashboard
import Frames
import Testing

/// Keys that the user chose: they work, the program's own do not, and what is printed follows.
@Suite struct KeyChoiceTests {
  private func state(_ choices: [(String, String)], _ place: Place = Place(.lab)) throws -> State {
    var settings = Settings()
    for (name, keys) in choices { try settings.keys.choose(keys, for: name) }
    return try World.load().withoutDraws.state(place, columns: 140, rows: 60, settings: settings)
  }

  private func text(_ state: State) -> String { draw(state).frame.lines.joined(separator: "\n") }

  @Test func theChosenKeyWorksAndItsOldOneDoesNot() throws {
    let state = try state([("help", "f9"), ("quit", "Q"), ("export", "ctrl+e W")])
    #expect(state.action(for: .key(KeyPress(.function(9)))) == .helpAsked)
    #expect(state.action(for: .key(.of("?"))) == nil)
    #expect(state.action(for: .key(.of("Q"))) == .quitAsked)
    #expect(state.action(for: .key(KeyPress(.character("c"), .control))) == .quitAsked)
    #expect(state.action(for: .key(.of("q"))) == nil)
    #expect(state.action(for: .key(.of("W"))) == .exportAsked)
    #expect(state.action(for: .key(KeyPress(.character("e"), .control))) == .exportAsked)
    var wide = state
    _ = wide.update(.resized(columns: 240, rows: wide.rows))
    let shown = draw(wide).frame.lines[state.rows - 1]
    #expect(shown.hasPrefix(" F9 help  : find  Q quit  1-9 screens"))
    #expect(shown.contains("ctrl+e W export"))
  }

  @Test func helpPrintsTheKeysInForce() throws {
    let world = try World.load().withoutDraws
    var state = try state([("lever-up", "+"), ("lever-down", "-"), ("sort", "none")])
    world.send([.of("?")], to: &state)
    var lines: Set<String> = []
    for _ in 0..<40 {
      lines.formUnion(draw(state).frame.lines)
      world.send([KeyPress(.down)], to: &state)
    }
    #expect(lines.contains { $0.contains("┃ -  ") && $0.contains("one step down or up") })
    #expect(lines.contains { $0.contains("┃ +  ") && $0.contains("lever up") })
    #expect(!lines.contains { $0.contains("the other way round") })
  }

  @Test func tabsNameTheKeysInForce() throws {
    let state = try state([("legacy", "f3"), ("outages", "none")])
    let lines = draw(state).frame.lines
    #expect(
      lines[1].hasPrefix("  1 Overview   2 Opportunity   F3 Legacy   4 Contractors   Outages "))
    #expect(!lines[state.rows - 1].contains("1-9"))
  }

  @Test func whatOpensCloses() throws {
    let world = try World.load().withoutDraws
    var state = try state([("help", "H"), ("lever-down-ten", "none")])
    world.send([.of("H")], to: &state)
    #expect(state.layers == [.help(scroll: 0)])
    world.send([.of("H")], to: &state)
    #expect(state.layers.isEmpty)
  }

  @Test(arguments: [
    ("ctrl+h", false), ("ctrl+x", true), ("ctrl+1", false), ("shift+a", true), ("A", true),
    ("shift+1", false), ("pagedown", true), ("PageUp", true), ("f12", true), ("f13", false),
    ("é", true), ("", false), ("space", true), ("ctrl+left", true), ("=", true), ("#", true),
    ("xy", false), ("alt+x", true),
  ]) func keysAreReadAsTheyAreWritten(_ text: String, _ isKey: Bool) {
    var choices = KeyChoices()
    if isKey {
      #expect(throws: Never.self) { try choices.choose(text, for: "export") }
      let written = choices.keys(of: "export")
      #expect(throws: Never.self) { try choices.choose(written[0], for: "export") }
      #expect(choices.keys(of: "export") == written)
    } else {
      #expect(throws: KeyChoices.Refusal.self) { try choices.choose(text, for: "export") }
    }
  }

  @Test func namesAreEachThereOnce() {
    let names = KeyChoices.choosable.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } })
    #expect(Set(["overview", "quit", "lever-up-ten", "export"]).isSubset(of: names))
  }

  /// The program's own table has no conflict with itself.
  @Test(arguments: KeyChoices.choosable) func ownKeysAreFree(of action: KeyChoices.Choosable) throws
  {
    guard !action.keys.isEmpty, action.name != "quit" else { return }
    var choices = KeyChoices()
    try choices.choose(action.keys.joined(separator: " "), for: action.name)
    #expect(choices.conflict(of: action.name) == nil)
  }
}
