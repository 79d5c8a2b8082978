import Testing

@testable import Terminal

private func pasted(_ text: String) -> String {
  var paste = Paste()
  for scalar in text.unicodeScalars { paste.append(scalar) }
  return paste.text
}

@Test(
  "Pasted text keeps its lines and loses its control characters",
  arguments: [
    ("£45 billion", "£45 billion"), ("a\rb\rc", "a\nb\nc"), ("a\r\nb\n", "a\nb\n"),
    ("a\tb", "a\tb"), ("q\u{3}\u{7F}\u{9B}2J\u{0}", "q2J"), ("e\u{301}", "e\u{301}"), ("", ""),
  ])
func pastes(_ text: String, _ kept: String) {
  #expect(pasted(text) == kept)
}

@Test("A paste of any length is read to its end and kept to a bound")
func boundsPaste() {
  let long = String(repeating: "x", count: Paste.limit + 1000)
  #expect(pasted(long).unicodeScalars.count == Paste.limit)
}
