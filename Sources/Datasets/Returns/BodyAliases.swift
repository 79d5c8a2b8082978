/// Other names of a body, as the notes of `bodies.csv` give them: "Also returned as X.", "Also
/// spelt Y in the returns.", "Called the Z before", as many as there are.
enum BodyAliases {
  static func names(in note: String) -> [String] {
    var names: [String] = []
    var rest = note[...]
    while let mark = nextMark(in: rest) {
      rest = rest[mark.upperBound...]
      let end = ends.compactMap { rest.firstRange(of: $0)?.lowerBound }.min() ?? rest.endIndex
      let name = String(rest[..<end]).trimmed
      if !name.isEmpty { names.append(name) }
      rest = rest[end...]
    }
    return names
  }

  private static let marks = [
    "Also returned as ", "also returned as ", "Also spelt ", "also spelt ", "Called the ",
    "called the ",
  ]

  /// What ends a name. A name that holds one of these cannot be given.
  private static let ends = [".", ";", " before", " under ", " in the returns"]

  private static func nextMark(in text: Substring) -> Range<Substring.Index>? {
    marks.compactMap { text.firstRange(of: $0) }.min { $0.lowerBound < $1.lowerBound }
  }
}
