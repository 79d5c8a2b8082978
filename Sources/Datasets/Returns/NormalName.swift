/// A name in the one form in which its spellings are equal: small letters, without articles and
/// prepositions, without the crown, the country or the form of a company before or behind it,
/// plurals as singulars, slips that returns are known for put right.
///
/// Two spellings mean the same body where their keys are equal: "HM Courts & Tribunals Service",
/// "Her Majesty's Courts and Tribunals Services", "The Tribunals and Courts Service".
struct NormalName: Hashable {
  /// In the order of the name; empty only for a name without a letter or a digit.
  let words: [String]
  /// The words in alphabetical order: their order in a name tells nothing.
  let key: String
  /// The letters without blanks, for names that are cut otherwise.
  let solid: String

  init(_ text: String) {
    let telling = Self.telling(text)
    self.init(words: telling.map(Self.singular), solid: telling.joined())
  }

  private init(words: [String], solid: String) {
    self.words = words
    self.solid = solid
    key = words.sorted().joined(separator: " ")
  }

  /// The name without some words, each as often as it is given. Nil where it does not have them
  /// all, or where nothing would be left.
  func without(_ others: [String]) -> NormalName? {
    var rest = words
    for word in others {
      guard let place = rest.lastIndex(of: word) else { return nil }
      rest.remove(at: place)
    }
    return rest.isEmpty ? nil : NormalName(words: rest, solid: rest.joined())
  }

  private static func telling(_ text: String) -> [String] {
    let apostrophes = ["\u{2018}", "\u{02BC}", "\u{00B4}", "`"]
    let plain = apostrophes.reduce(withoutAmpersands(text)) { $0.replacing($1, with: "'") }
      .replacing("+", with: " plus ")
    let all = joined(plain.words.split(separator: " ").map(String.init))
    let words = withoutPhrases(all).map { common[$0] ?? $0 }
    let telling = words.filter { !silent.contains($0) }
    return telling.isEmpty ? words : telling
  }

  /// An ampersand inside an abbreviation is none of its letters: "DE&S" is DES.
  private static func withoutAmpersands(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return text.split(separator: " ").map { word in
      let parts = word.split(separator: "&", omittingEmptySubsequences: false)
      let isShort = parts.allSatisfy { part in
        (1...3).contains(part.count) && part.allSatisfy(\.isUppercase)
      }
      return isShort ? parts.joined() : String(word)
    }.joined(separator: " ")
  }

  /// Single letters in a row are an abbreviation with points; a lone s is a broken genitive.
  private static func joined(_ words: [String]) -> [String] {
    var joined: [String] = []
    var run = ""
    for word in words + [""] {
      if word.utf8.count == 1, word.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
        run += word
        continue
      }
      if !run.isEmpty, run != "s" { joined.append(run) }
      run = ""
      if !word.isEmpty { joined.append(word) }
    }
    return joined.isEmpty ? words : joined
  }

  /// Without the crown, the country and the two of which one law is.
  private static func withoutPhrases(_ words: [String]) -> [String] {
    var words = words
    for phrase in phrases {
      guard words.count > phrase.count,
        let start = words.indices.dropLast(phrase.count - 1).first(where: {
          words[$0..<($0 + phrase.count)].elementsEqual(phrase)
        })
      else { continue }
      words.removeSubrange(start..<(start + phrase.count))
    }
    let isOfBoth = words.contains("england") && words.contains("wales")
    return isOfBoth ? words.filter { $0 != "england" && $0 != "wales" } : words
  }

  private static let phrases = [
    ["her", "majestys"], ["his", "majestys"], ["her", "majesty"], ["his", "majesty"],
    ["united", "kingdom"],
  ]

  private static let silent: Set<String> = [
    "the", "and", "of", "for", "in", "to", "on", "at", "a", "an", "hm", "uk", "ltd", "limited",
    "plc", "llp", "cic",
  ]

  /// Short forms, slips and second spellings of common words.
  private static let common = [
    "authourity": "authority", "authorities": "authority", "autority": "authority",
    "dept": "department", "dpt": "department", "depts": "department", "govt": "government",
    "gov": "government", "org": "organisation", "organization": "organisation",
    "organizations": "organisation", "center": "centre", "defense": "defence",
    "licencing": "licensing", "exec": "executive", "two": "2",
  ]

  private static func singular(_ word: String) -> String {
    guard word.utf8.count >= 4, word.hasSuffix("s") else { return word }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if ["ss", "us", "is"].contains(where: word.hasSuffix) { return word }
    return String(word.dropLast())
  }
}

/// A name with what stands in its brackets apart.
struct BracketedName {
  let outside: String
  /// What stands in each pair of brackets, round or square.
  let inside: [String]

  init(_ name: String) {
    var outside = ""
    var inside: [String] = []
    var open: String?
    for character in name {
      switch (character, open) {
      case ("(", nil), ("[", nil): open = ""
      case (")", let text?), ("]", let text?):
        inside.append(text.onOneLine)
        open = nil
        outside += " "
      case (_, let text?): open = text + String(character)
      case (_, nil): outside.append(character)
      }
    }
    // A bracket that nobody closed.
    if let open { inside.append(open.onOneLine) }
    self.outside = outside.onOneLine
    self.inside = inside.filter { !$0.isEmpty }
  }
}
