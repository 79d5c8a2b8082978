import Testing

@testable import Terminal

/// The bytes by which text gets to the clipboard.
@Suite struct ClipboardTests {
  @Test(arguments: [
    // The examples of RFC 4648, section 10.
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ]) func base64(text: String, coded: String) {
    #expect(TerminalClipboard.base64(Array(text.utf8)) == coded)
  }

  @Test func aPlainTerminalGetsOneSequenceThatEndsProperly() {
    #expect(
      TerminalClipboard.sequence(for: "foo", environment: ["TERM": "xterm-256color"])
        == "\u{1B}]52;c;Zm9v\u{1B}\\")
  }

  @Test func tmuxGetsItWrappedWithEveryEscapeTwice() {
    let sent = TerminalClipboard.sequence(
      for: "foo", environment: ["TERM": "screen-256color", "TMUX": "/tmp/x,1,0"])
    #expect(
      sent?.hasPrefix("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zm9v\u{1B}\u{1B}\\\u{1B}\\") == true)
    #expect(sent?.hasSuffix("\u{1B}]52;c;Zm9v\u{1B}\\") == true)
  }

  @Test func screenGetsItInPiecesThatItTakes() throws {
    let text = String(repeating: "£45bn ", count: 400)
    let sent = try #require(
      TerminalClipboard.sequence(for: text, environment: ["TERM": "screen"]))
    let pieces = sent.components(between: "\u{1B}P", and: "\u{1B}\\")
    #expect(pieces.count > 3 && pieces.allSatisfy { $0.utf8.count <= 768 })
    // Without the wrapping it is the plain sequence, ended by a bell.
    let plain = try #require(TerminalClipboard.sequence(for: text, environment: [:]))
    #expect(pieces.joined() == plain.dropLast(2) + "\u{7}")
  }

  @Test func longerThanTerminalsTakeIsNotSent() {
    let largest = String(repeating: "a", count: TerminalClipboard.largest)
    #expect(TerminalClipboard.sequence(for: largest, environment: [:]) != nil)
    #expect(TerminalClipboard.sequence(for: largest + "a", environment: [:]) == nil)
  }
}

extension String {
  fileprivate func components(between start: String, and end: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let from = rest.firstRange(of: start),
      let to = rest[from.upperBound...].firstRange(of: end)
    {
      parts.append(String(rest[from.upperBound..<to.lowerBound]))
      rest = rest[to.upperBound...]
    }
    return parts
  }
}
