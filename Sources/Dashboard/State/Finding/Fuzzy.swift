/// A text made ready to be searched: its bytes in small letters, and which of them begin a word.
struct Searchable: Equatable, Sendable {
  fileprivate let bytes: [UInt8]
  fileprivate let begins: [Bool]

  init(_ text: String) {
    let bytes = Array(text.lowercased().utf8)
    self.bytes = bytes
    begins = bytes.indices.map { index in
      Self.isWord(bytes[index]) && (index == 0 || !Self.isWord(bytes[index - 1]))
    }
  }

  /// Whether one of its words begins with another.
  func hasWord(beginningWith word: String) -> Bool {
    let wanted = Array(word.lowercased().utf8)
    return bytes.indices.contains { begins[$0] && bytes[$0...].starts(with: wanted) }
  }

  /// Letters, digits and everything beyond ASCII.
  fileprivate static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 128...: true
    default: false
    }
  }
}

/// What was typed to find something: words, each of which has to be in a text letter by letter, in
/// order, with anything between.
struct Fuzzy: Sendable {
  private let words: [[UInt8]]

  init(_ typed: String) {
    words = typed.lowercased().split(separator: " ").map { Array($0.utf8) }
  }

  var isEmpty: Bool { words.isEmpty }

  /// What a letter is worth, and what makes it worth more: the beginning of the text, that of a
  /// word, a neighbour that matches too. Letters left out between two that match cost a little.
  private enum Worth {
    static let letter = 16
    static let text = 20
    static let word = 12
    static let neighbour = 14
    /// The end of a word, for the last letter.
    static let end = 10
    static let whole = 40
    static let gap = 6
    static let further = 1
    /// The least that a word has to reach for each of its letters: what is strewn over a long text
    /// is no match.
    static let least = 16
  }

  private static let never = Int.min / 4

  /// How well the words are found in any of the texts, the more the better; nil where one is not. The
  /// first is the title: to stand at its beginning is worth more.
  func score(_ texts: [Searchable]) -> Int? {
    var total = 0
    for word in words {
      let scores = texts.enumerated().compactMap { place, text in
        Self.score(word, in: text, isTitle: place == 0)
      }
      guard let best = scores.max() else { return nil }
      total += best
    }
    return total
  }

  /// The best way to find a word in a text: for each letter in turn, what it brings to end there.
  private static func score(_ word: [UInt8], in text: Searchable, isTitle: Bool) -> Int? {
    let bytes = text.bytes
    guard holds(word, bytes) else { return nil }
    var row = [Int](repeating: never, count: bytes.count)
    for (place, letter) in word.enumerated() {
      // What ends at the letter before, and the best that ended further back.
      var (before, back) = (never, never)
      for index in bytes.indices {
        let old = row[index]
        if bytes[index] == letter {
          var bonus =
            index == 0 && isTitle ? Worth.text : text.begins[index] ? Worth.word : 0
          if place == word.count - 1,
            index + 1 == bytes.count || !Searchable.isWord(bytes[index + 1])
          {
            bonus += Worth.end
          }
          let start = place == 0 ? 0 : max(before + Worth.neighbour, back)
          row[index] = start > never / 2 ? start + Worth.letter + bonus : never
        } else {
          row[index] = never
        }
        back = max(back - Worth.further, before - Worth.gap)
        before = old
      }
    }
    guard var best = row.max(), best >= word.count * Worth.least else { return nil }
    if bytes == word { best += Worth.whole }
    return best
  }

  /// Whether the letters are there at all, in their order.
  private static func holds(_ word: [UInt8], _ bytes: [UInt8]) -> Bool {
    var next = 0
    for byte in bytes where next < word.count && byte == word[next] { next += 1 }
    return next == word.count
  }
}
