import Analytics
import Figures

/// A question as its words, ready to be held against what can be read.
struct Query {
  /// All words, in small letters, without what is no letter or digit.
  let words: [String]
  /// The words that say what is asked for, without those of every question.
  let content: Set<String>
  private let typed: String

  init(_ typed: String) {
    self.typed = typed.lowercased()
    words = Self.split(typed)
    content = Set(words.filter { !Self.common.contains($0) && !$0.isEmpty })
  }

  /// Whether a word is among its own: whole, or as the beginning of one, in one or many.
  func matches(_ word: String) -> Bool {
    words.contains { Self.isSame($0, word) }
  }

  /// Whether one of these, or a longer form of it, is among the words.
  func has(_ stems: String...) -> Bool {
    stems.contains { stem in words.contains { $0 == stem || $0.hasPrefix(stem) && stem.count > 5 } }
  }

  /// Whether two words are one: the same, of one and of many, or with another ending.
  static func isSame(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    // `45` is in `45bn`.
    if let digit = a.first, digit.isNumber, b.first == digit {
      let units = ["bn", "m", "k", ""]
      let (short, long) = a.count <= b.count ? (a, b) : (b, a)
      return long.hasPrefix(short) && units.contains(String(long.dropFirst(short.count)))
    }
    guard a.count >= 3, b.count >= 3, !a.contains(where: \.isNumber) else { return false }
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    if long == short + "s" || long == short + "es" { return true }
    guard short.count >= 5 else { return false }
    return long.hasPrefix(short)
      || short.dropLast(2).count >= 5 && long.hasPrefix(short.dropLast(2))
  }

  /// The words of a text: letters and digits, a point between digits, an apostrophe's s left out.
  static func split(_ text: String) -> [String] {
    var found: [String] = []
    var word = ""
    let text = Array(text.lowercased().replacing("'s", with: ""))
    for (place, letter) in text.enumerated() {
      let isInside =
        letter.isLetter || letter.isNumber
        || letter == "." && !word.isEmpty && place + 1 < text.count && text[place + 1].isNumber
      if isInside {
        word.append(letter)
      } else if letter != ",", !word.isEmpty {
        found.append(word)
        word = ""
      } else if letter == ",", place + 1 < text.count, !text[place + 1].isNumber, !word.isEmpty {
        found.append(word)
        word = ""
      }
    }
    if !word.isEmpty { found.append(word) }
    return found
  }

  /// Small numbers in words.
  static let counts: [String: Double] = [
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
  ]

  /// The numbers in it: `14.5`, `45bn` as 45, `2027`.
  var numbers: [Double] {
    words.compactMap { word in
      Double(word.prefix { $0.isNumber || $0 == "." })
    }
  }

  /// What it wants to have defined; nil where that is not what it asks.
  var defined: String? {
    let text = words.joined(separator: " ")
    for start in [
      "what is ", "what are ", "what s ", "whats ", "define ", "explain ", "meaning of ",
    ]
    where text.hasPrefix(start) {
      return Self.withoutArticle(String(text.dropFirst(start.count)))
    }
    if text.hasPrefix("what does "), text.hasSuffix(" mean") {
      return Self.withoutArticle(String(text.dropFirst(10).dropLast(5)))
    }
    return nil
  }

  private static func withoutArticle(_ text: String) -> String {
    for article in ["a ", "an ", "the "] where text.hasPrefix(article) {
      return String(text.dropFirst(article.count))
    }
    return text
  }

  /// The scenarios that it wants compared; nil where it does not.
  var compared: String? {
    guard let first = words.first else { return nil }
    let rest: [String]
    if first == "compare" || first == "compared" {
      rest = Array(words.dropFirst())
    } else if let place = words.firstIndex(where: { ["versus", "vs"].contains($0) }), place > 0 {
      rest = words
    } else if first == "is", let place = words.firstIndex(of: "better"), place > 1,
      words.contains("than")
    {
      rest = words.dropFirst().filter { $0 != "better" }
    } else {
      return nil
    }
    let noise: Set = ["with", "to", "against", "than", "versus", "vs", "and", "or", "the"]
    return rest.filter { !noise.contains($0) }.joined(separator: " ")
  }

  /// The question without the words that only ask to go somewhere.
  var bare: String {
    var words = words[...]
    let going: Set = ["go", "to", "open", "show", "me", "read", "page", "screen", "the", "panel"]
    while let first = words.first, going.contains(first) { words.removeFirst() }
    while let last = words.last, ["page", "screen", "panel"].contains(last) { words.removeLast() }
    return words.joined(separator: " ")
  }

  // MARK: - Organisations

  /// The organisation that it names: by its code, its name, or the name without what all have in it.
  func organisation(_ state: State) -> Organisation? {
    let text = " " + words.joined(separator: " ") + " "
    var found: (organisation: Organisation, length: Int)?
    for organisation in state.inputs.organisations {
      for name in Self.names(organisation, state) where text.contains(" " + name + " ") {
        if name.count > found?.length ?? 0 { found = (organisation, name.count) }
      }
    }
    return found?.organisation
  }

  /// What is left when the organisation's name is taken out, of the words that say something.
  func rest(without organisation: Organisation) -> Set<String> {
    let name = Set(Self.split(organisation.name) + [organisation.code.lowercased()])
    return content.subtracting(name).subtracting(["page"])
  }

  private static func names(_ organisation: Organisation, _ state: State) -> [String] {
    let name = split(organisation.name).joined(separator: " ")
    var names = [name, organisation.code.lowercased()]
    for start in ["department for ", "department of ", "ministry of ", "hm "]
    where name.hasPrefix(start) {
      let short = String(name.dropFirst(start.count))
      // `education` and `transport` are words of other questions, too.
      if short.contains(" ") || ["defence", "justice", "treasury"].contains(short) {
        names.append(short)
      }
    }
    let brief = split(state.briefName(organisation.code, organisation.name)).joined(separator: " ")
    if brief.count > 2 { names.append(brief) }
    return names
  }

  // MARK: - Words of every question

  static let disputing: Set = [
    "disagrees", "disagree", "disputed", "disputes", "dispute", "contradicts", "contradict",
    "rival",
    "conflict", "conflicts", "bn", "billion", "million",
  ]

  private static let common: Set = [
    "a", "about", "all", "am", "an", "and", "any", "are", "as", "at", "be", "been", "by", "can",
    "come",
    "could", "did", "do", "does", "each", "ever", "find", "for", "from", "get", "give", "go", "got",
    "had", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "just", "latest",
    "let",
    "long", "many", "me", "much", "my", "now", "of", "on", "one", "or", "out", "please", "s", "say",
    "says", "see", "should", "show", "so", "tell", "than", "that", "the", "their", "them", "there",
    "they", "this", "those", "to", "up", "us", "was", "we", "were", "what", "whats", "when",
    "where",
    "which", "who", "whose", "why", "will", "with", "would", "you", "your", "read", "open", "there",
    "government", "uk", "billion", "million", "bn", "pounds", "number", "figure",
  ]
}
