import Frames
import Testing

@testable import Terminal

struct SequenceCase: CustomTestStringConvertible {
  var prefix: Unicode.Scalar
  var parameters: [Int]
  var final: Unicode.Scalar
  var meaning: ControlSequence.Meaning?
  init(
    _ prefix: Unicode.Scalar, _ parameters: [Int], _ final: Unicode.Scalar,
    _ meaning: ControlSequence.Meaning?
  ) {
    self.prefix = prefix
    self.parameters = parameters
    self.final = final
    self.meaning = meaning
  }
  var testDescription: String { "\(prefix) \(parameters) \(final)" }
}

private func key(_ key: Key, _ modifiers: Modifiers = []) -> ControlSequence.Meaning {
  .event(.key(KeyPress(key, modifiers)))
}

private func mouse(_ action: MouseAction, _ column: Int, _ row: Int) -> ControlSequence.Meaning {
  .event(.mouse(action, Position(column: column, row: row)))
}

private let sequences: [SequenceCase] = [
  SequenceCase("O", [], "P", key(.function(1))), SequenceCase("O", [], "H", key(.home)),
  SequenceCase("O", [], "M", key(.enter)), SequenceCase("O", [], "!", nil),
  SequenceCase("[", [], "A", key(.up)), SequenceCase("[", [1, 5], "D", key(.left, .control)),
  SequenceCase("[", [1, 2], "C", key(.right, .shift)),
  SequenceCase("[", [1, 8], "B", key(.down, [.shift, .alt, .control])),
  SequenceCase("[", [], "Z", key(.tab, .shift)),
  SequenceCase("[", [1], "~", key(.home)), SequenceCase("[", [8], "~", key(.end)),
  SequenceCase("[", [5, 5], "~", key(.pageUp, .control)),
  SequenceCase("[", [24], "~", key(.function(12))),
  SequenceCase("[", [15, 2], "~", key(.function(5), .shift)),
  SequenceCase("[", [97, 5], "u", key(.character("a"), .control)),
  // The number pad, as the VT100 and as kitty have it.
  SequenceCase("O", [], "p", key(.character("0"))),
  SequenceCase("O", [], "w", key(.character("7"))),
  SequenceCase("O", [], "n", key(.character("."))),
  SequenceCase("O", [], "m", key(.character("-"))),
  SequenceCase("[", [57_401], "u", key(.character("2"))),
  SequenceCase("[", [57_414], "u", key(.enter)),
  SequenceCase("[", [57_417, 2], "u", key(.left, .shift)), SequenceCase("[", [57_428], "u", nil),
  SequenceCase("[", [57_358], "u", nil), SequenceCase("[", [0x11_0000], "u", nil),
  SequenceCase("[", [99], "~", nil), SequenceCase("[", [], "~", nil),
  SequenceCase("[", [200], "~", .pasteBegins), SequenceCase("[", [201], "~", .pasteEnds),
  SequenceCase("?", [1, 2], "c", nil), SequenceCase(">", [0, 1], "q", nil),
  SequenceCase("<", [0, 5, 6], "M", mouse(.press, 4, 5)),
  SequenceCase("<", [0, 5, 6], "m", mouse(.release, 4, 5)),
  SequenceCase("<", [32, 300, 2], "M", mouse(.drag, 299, 1)),
  SequenceCase("<", [64, 1, 1], "M", mouse(.wheelUp, 0, 0)),
  SequenceCase("<", [65 + 16, 1, 1], "M", mouse(.wheelDown, 0, 0)),
  SequenceCase("<", [2, 1, 1], "M", nil), SequenceCase("<", [0, 1], "M", nil),
  SequenceCase("<", [0, 0, 0], "M", mouse(.press, 0, 0)),
]

@Test("What an escape sequence stands for; unknown ones are nothing", arguments: sequences)
func readsSequence(_ example: SequenceCase) {
  let sequence = ControlSequence(
    prefix: example.prefix, final: example.final, parameters: example.parameters)
  #expect(sequence.meaning == example.meaning)
}

private let characters: [(UInt32, KeyPress?)] = [
  (0, KeyPress(.character(" "), .control)), (1, KeyPress(.character("a"), .control)),
  (3, KeyPress(.character("c"), .control)), (26, KeyPress(.character("z"), .control)),
  (8, KeyPress(.backspace)), (127, KeyPress(.backspace)), (9, KeyPress(.tab)),
  (10, KeyPress(.enter)), (13, KeyPress(.enter)), (27, KeyPress(.escape)),
  (28, KeyPress(.character("\\"), .control)), (31, KeyPress(.character("_"), .control)),
  (0x41, KeyPress(.character("A"))), (0xA3, KeyPress(.character("£"))), (0x9B, nil),
]

@Test("Which key sends a character", arguments: characters)
func readsCharacter(_ value: UInt32, _ press: KeyPress?) throws {
  #expect(KeyPress(scalar: try #require(Unicode.Scalar(value))) == press)
}

@Test("Alt comes with whatever it is held with")
func readsAlt() {
  #expect(KeyPress(scalar: "x", .alt) == KeyPress(.character("x"), .alt))
  #expect(KeyPress(scalar: "\u{1}", .alt) == KeyPress(.character("a"), [.control, .alt]))
}
