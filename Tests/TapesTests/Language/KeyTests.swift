import Frames
import Testing

@testable import Tapes

/// Keys are the events that a terminal makes of them.
@Suite struct KeyTests {
  static func key(_ character: Character, _ modifiers: Modifiers = []) -> KeyPress {
    KeyPress(.character(character), modifiers)
  }

  @Test(arguments: [
    ("Space", [key(" ")]),
    ("Type 'aB £é'", [key("a"), key("B"), key(" "), key("£"), key("é")]),
    ("Type \"a\\n\"", [key("a"), key("\\"), key("n")]),
    ("Type a 'b'", [key("a"), key(" "), key("b")]),
    ("Type 'a\tb'", [key("a"), KeyPress(.tab), key("b")]),
    ("F12", [KeyPress(.function(12))]),
    ("Home", [KeyPress(.home)]),
    ("Ctrl+C", [key("c", .control)]),
    ("Ctrl+u", [key("u", .control)]),
    ("Ctrl+a+b", [key("a", .control), key("b", .control)]),
    ("Ctrl+Alt+x", [key("x", [.control, .alt])]),
    ("Ctrl+Shift+Left", [KeyPress(.left, [.control, .shift])]),
    ("Ctrl+Space", [key(" ", .control)]),
    // These letters send what other keys send.
    ("Ctrl+h", [KeyPress(.backspace)]),
    ("Ctrl+I", [KeyPress(.tab)]),
    ("Ctrl+m", [KeyPress(.enter)]),
    ("Ctrl+[", [KeyPress(.escape)]),
    ("Ctrl+@", [key(" ", .control)]),
    ("Ctrl+-", [key("_", .control)]),
    ("Ctrl+\\", [key("\\", .control)]),
    ("Alt+'ab'", [key("a", .alt), key("b", .alt)]),
    ("Alt+Enter", [KeyPress(.enter, .alt)]),
    ("Shift+Tab", [KeyPress(.tab, .shift)]),
    ("Shift+hl", [key("H"), key("L")]),
    ("Shift+[", [key("{")]),
    ("Shift+Right", [KeyPress(.right, .shift)]),
  ])
  func namesMeanKeys(text: String, keys: [KeyPress]) throws {
    #expect(
      try Tape.reading(text).commands.map(\.step) == [.press(keys, speed: nil, count: 1)])
  }
}
