import Figures

/// Numbers of a document that stand in no sentence or row of ours: those that say the value of a
/// figure in its words are figures all the same.
struct LooseNumbers {
  private var places: [String: [Set<String>]] = [:]

  var isEmpty: Bool { places.isEmpty }

  /// - Parameter texts: of each sentence and row its tokens.
  init(_ texts: [[Token]]) {
    for tokens in texts {
      let words = Self.telling(tokens)
      guard words.count >= Self.fewest else { continue }
      for token in tokens where token.kind == .number && Self.isTelling(token) {
        places[token.key, default: []].append(words)
      }
    }
  }

  private static let fewest = 3

  /// Years and small whole numbers are of anything.
  private static func isTelling(_ token: Token) -> Bool {
    token.sort == "£" || token.sort == "%"
      || (token.sort == "n" && token.key.prefix { $0 != "e" }.count > 4)
  }

  /// Words that are not in every sentence.
  private static func telling(_ tokens: [Token]) -> Set<String> {
    Set(tokens.filter { $0.kind == .word && $0.key.count > 3 }.map(\.key)).subtracting(common)
  }

  private static let common: Set = [
    "about", "after", "also", "been", "before", "central", "could", "digital", "each", "every",
    "from", "government", "have", "into", "more", "most", "over", "public", "that", "their",
    "there", "these", "they", "this", "were", "what", "when", "which", "will", "with", "would",
    "year", "years",
  ]

  /// How many of the numbers are figures: the same value, and three of the words that say what it
  /// is, or all.
  func count(of figures: [Figure]) -> Int {
    var found: Set<String> = []
    for figure in figures {
      // Without digits there is nothing to find, and most have none of these.
      let numbers = TokenText(figure.text).tokens.filter { $0.kind == .number }
      guard let number = numbers.first, let texts = places[number.key] else { continue }
      let words = Self.telling(TokenText(figure.label).tokens)
      let isHere = texts.contains { text in
        let shared = words.intersection(text).count
        return shared >= Self.fewest && 2 * shared >= words.count
      }
      if isHere { found.insert(number.key) }
    }
    return found.count
  }
}
