import Figures

extension Figure {
  /// The number with the word that its source puts before it, `around 80 systems`, and one of a
  /// thing as one: `1 system` for `1 systems`.
  var said: String {
    let words = limited.split(separator: " ", omittingEmptySubsequences: false)
    let single = words.enumerated().map { place, word in
      place > 0 && words[place - 1] == "1" && word.hasSuffix("s") ? word.dropLast() : word
    }
    return (qualifier.map { [$0[...]] + single } ?? single).joined(separator: " ")
  }

  /// The text with the source's own word for a limit: `over £45bn` is more than `at least £45bn`.
  private var limited: String {
    let opening = note.prefix { $0 != ";" }
    for (plain, words) in [
      ("at least ", ["over", "more than"]), ("up to ", ["less than", "under"]),
    ]
    where text.hasPrefix(plain) {
      if let word = words.first(where: { opening == $0 }) {
        return word + " " + text.dropFirst(plain.count)
      }
    }
    return text
  }

  /// The word with which the note begins, where it is of the number itself: `around; of 319
  /// systems`, or `almost half` beside a percentage. Limits stand in the text.
  private var qualifier: String? {
    guard let first = text.unicodeScalars.first, "£0123456789".unicodeScalars.contains(first),
      !text.hasPrefix("0 "), !text.contains(" to ")
    else { return nil }
    let opening = note.prefix { $0 != ";" }
    return Self.qualifiers.first { word in
      guard opening.hasPrefix(word) else { return false }
      let rest = opening.dropFirst(word.count)
      return rest.isEmpty
        || (text.hasSuffix("%") && Self.fractions.contains { rest.hasPrefix(" " + $0) })
    }
  }

  private static let qualifiers = [
    "around", "about", "almost", "nearly", "roughly", "approximately", "just under", "just over",
  ]

  private static let fractions = ["half", "one third", "a third", "one quarter", "a quarter"]
}
