import Dashboard
import Frames
import Testing

/// Panels have numbers, and a screen its own key leads to its top.
@Suite struct PanelNumberTests {
  static func alt(_ digit: Character) -> KeyPress { KeyPress(.character(digit), .alt) }

  @Test func altAndADigitOpenThePanelOfThatNumber() throws {
    let world = try World.load().withoutDraws
    var state = try world.state(Place(.legacy), columns: 120, rows: 36)
    let names = state.panelNames.filter { $0 != "answer" }
    for (place, name) in names.enumerated().prefix(9) {
      world.send([Self.alt(Character("\(place + 1)"))], to: &state)
      #expect(state.place.panel == name)
    }
    #expect(state.place.screen == .legacy)
  }

  @Test func aNumberWithoutAPanelSaysSo() throws {
    let world = try World.load().withoutDraws
    var state = try world.state(Place(.contractors), columns: 120, rows: 36)
    let count = state.panelNames.count { $0 != "answer" }
    guard count < 9 else { return }
    world.send([Self.alt("9")], to: &state)
    #expect(state.message.contains("of \(count): there is none"))
  }

  @Test func theScreensOwnKeyLeadsToItsTop() throws {
    let world = try World.load().withoutDraws
    var state = try world.state(Place(.contractors), columns: 120, rows: 36)
    world.send([KeyPress(.down), KeyPress(.enter)], to: &state)
    #expect(!state.place.path.isEmpty)
    world.send([.of("4")], to: &state)
    #expect(state.place.screen == .contractors && state.place.path.isEmpty)
  }
}
