/// The known word nearest to a mistyped one.
enum Nearest {
  /// The candidate with the fewest edits, letter case aside; nil where every one is far off.
  static func match(for word: String, among candidates: some Sequence<String>) -> String? {
    guard word.utf8.count <= 80 else { return nil }
    let letters = Array(word.lowercased().utf8)
    let limit = max(1, letters.count / 3)
    var best: (word: String, edits: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().utf8)
      guard abs(other.count - letters.count) <= limit else { continue }
      let edits = edits(letters, other)
      if edits <= limit, edits < best?.edits ?? .max { best = (candidate, edits) }
    }
    return best?.word
  }

  /// Whether so many edits turn one word into the other.
  static func isWithin(_ limit: Int, _ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    return abs(left.count - right.count) <= limit && edits(left, right) <= limit
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
  private static func edits(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
        var least = min(replaced, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, before[column - 1] + 1)
        }
        current.append(least)
      }
      (before, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
