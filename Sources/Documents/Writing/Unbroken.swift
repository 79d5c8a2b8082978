extension String {
  /// Years and dates that no line breaks in: `2028‑29` with U+2011 in place of its hyphen. Addresses,
  /// ids and lines to type stay as they are.
  public var unbroken: String {
    guard utf8.contains(UInt8(ascii: "-")) else { return self }
    var words = split(separator: " ", omittingEmptySubsequences: false).map(Array.init)
    for word in words.indices where !words[word].contains(where: { "/:@=".contains($0) }) {
      for place in words[word].indices.dropFirst().dropLast()
      where words[word][place] == "-" && words[word][place - 1].isASCIIDigit
        && words[word][place + 1].isASCIIDigit
      {
        words[word][place] = "\u{2011}"
      }
    }
    return words.map { String($0) }.joined(separator: " ")
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
