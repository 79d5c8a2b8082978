import Analytics
import Dashboard
import Figures
import Frames
import TestSupport
import Testing

/// The sentences at the top of every screen.
@Suite struct AnswerLineTests {
  /// The lines of the answer as they are drawn.
  static func lines(_ state: State) -> [String] {
    let drawing = draw(state)
    let rows = drawing.areas.filter { $0.panel == "answer" && $0.item != nil }
      .flatMap { Array($0.rect.row..<$0.rect.endRow) }
    return rows.map { drawing.frame.lines[$0] }
  }

  @Test(arguments: ScreenPropertyTests.places)
  func everyScreenAnswersInASentence(place: Place) throws {
    let world = try World.load()
    for (columns, rows) in [(80, 24), (120, 36), (160, 48)] {
      let state = try world.state(place, columns: columns, rows: rows)
      let lines = Self.lines(state)
      #expect(!lines.isEmpty && lines.count <= 4, "\(place.screen) at \(columns)x\(rows)")
      let text = lines.joined(separator: " ").trimmed
      #expect(text.hasSuffix(".") && text.contains { $0.isNumber }, "\(text)")
      #expect(!text.contains("…"), "\(text)")
    }
  }

  /// A panel that is alone on the screen brings a sentence of its own.
  @Test(arguments: ScreenPropertyTests.places) func everyPanelHasOne(place: Place) throws {
    let world = try World.load()
    var state = try world.state(place, columns: 160, rows: 48)
    for panel in state.panelNames where panel != "answer" {
      state.look { ($0.panel, $0.enlarged) = (panel, true) }
      #expect(!Self.lines(state).isEmpty, "\(place.screen) \(panel)")
    }
  }

  @Test func aChangeComesFirstWithWhatItWas() throws {
    let world = try World.load()
    var state = try world.state(Place(.department, path: ["HO"]), columns: 120, rows: 36)
    let before = try #require(
      state.uncertainty?.organisations.first { $0.code == "HO" }?.finalBenefit.mean)
    world.send([.of("l")] + Array(repeating: .of("j"), count: 5), to: &state)
    world.send([KeyPress(.enter), .of("4"), KeyPress(.enter)], to: &state)
    let after = try #require(
      state.uncertainty?.organisations.first { $0.code == "HO" }?.finalBenefit.mean)
    #expect(after < before)
    let first = try #require(Self.lines(state).first)
    #expect(
      first.contains(
        "\(Numbers.billions(after)) a year, was \(Numbers.billions(before))"), "\(first)")
  }

  @Test func aSentenceIsCopiedWithItsSourceAndScenario() throws {
    let world = try World.load()
    var state = try world.state(columns: 120, rows: 36)
    state.look { $0.panel = "answer" }
    let effects = world.send(.key(.of("y")), to: &state)
    guard case .copy(let copy)? = effects.first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(copy.text.hasPrefix("Expected benefit: ") && copy.text.contains("8 in 10 runs"))
    #expect(copy.text.contains("Source: this project's model.") && copy.text.contains("digigov1:"))
  }
}

extension String {
  fileprivate var trimmed: String {
    split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}
