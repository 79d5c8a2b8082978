import Analytics

/// The names, codes and short forms of some bodies.
struct NameIndex {
  private var names: [String: Set<String>] = [:]
  private var solid: [String: Set<String>] = [:]
  private var codes: [String: Set<String>] = [:]
  private var initials: [String: Set<String>] = [:]
  private var known: [(code: String, name: NormalName)] = []

  /// Takes in a body with all its names.
  mutating func add(_ code: String, _ texts: [String]) {
    codes[NormalName(code).key, default: []].insert(code)
    for text in texts {
      let name = NormalName(text)
      guard names[name.key]?.contains(code) != true else { continue }
      names[name.key, default: []].insert(code)
      solid[name.solid, default: []].insert(code)
      known.append((code, name))
      for letters in Self.initials(of: text) { initials[letters, default: []].insert(code) }
    }
  }

  /// The body by name, code or short form, in this order.
  func code(of form: BodyNames.Form) -> String? {
    name(of: form.name) ?? short(of: form.name) ?? Self.only(initials[form.name.key])
  }

  /// The body of a name, wherever its blanks stand.
  func name(of name: NormalName) -> String? {
    Self.only(names[name.key]) ?? Self.only(solid[name.solid])
  }

  /// The body of a code.
  func short(of name: NormalName) -> String? { Self.only(codes[name.key]) }

  /// The one body whose name differs by a slip or two: one letter of up to two words, two of one
  /// long word, or a blank. Short words and numbers tell bodies apart and have to be right.
  func nearlyNamed(_ name: NormalName) -> String? {
    guard name.solid.utf8.count >= 10 else { return nil }
    return Self.only(Set(known.filter { Self.isSlip($0.name, name) }.map(\.code)))
  }

  /// The first letters of a name's words: "VOA", and "HMCTS" beside "CTS". Words in capitals are
  /// letters themselves. Fewer than three tell nothing.
  static func initials(of text: String) -> [String] {
    var letters = ""
    var withoutCrown = ""
    let plain = text.replacing("\u{2019}", with: "").replacing("'", with: "")
    for part in plain.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let word = part.lowercased()
      if ["the", "and", "of", "for", "in", "to", "on"].contains(word) { continue }
      let isShort = part.count > 1 && part.allSatisfy(\.isUppercase)
      letters += isShort ? word : String(word.prefix(1))
      if !["hm", "uk"].contains(word) { withoutCrown += isShort ? word : String(word.prefix(1)) }
    }
    return Set([letters, withoutCrown]).filter { $0.utf8.count >= 3 }.sorted()
  }

  private static func only(_ codes: Set<String>?) -> String? {
    codes?.count == 1 ? codes?.first : nil
  }

  private static func isSlip(_ one: NormalName, _ other: NormalName) -> Bool {
    let (left, right) = difference(one, other)
    if left.count == 1, right.count == 1 {
      let longest = max(left[0].utf8.count, right[0].utf8.count)
      return isWithin(longest >= 6 ? 2 : 1, left[0], right[0])
    }
    if left.count == 2, right.count == 2 {
      return (isWithin(1, left[0], right[0]) && isWithin(1, left[1], right[1]))
        || (isWithin(1, left[0], right[1]) && isWithin(1, left[1], right[0]))
    }
    return one.words.count != other.words.count && Nearest.isWithin(1, one.solid, other.solid)
  }

  private static func isWithin(_ limit: Int, _ left: String, _ right: String) -> Bool {
    min(left.utf8.count, right.utf8.count) >= 5
      && !(left + right).utf8.contains { (0x30...0x39).contains($0) }
      && Nearest.isWithin(limit, left, right)
  }

  /// The words of each that the other does not have.
  private static func difference(_ one: NormalName, _ other: NormalName) -> ([String], [String]) {
    var (left, right) = (one.words, other.words)
    for word in one.words {
      guard let place = right.firstIndex(of: word), let own = left.firstIndex(of: word) else {
        continue
      }
      right.remove(at: place)
      left.remove(at: own)
    }
    return (left, right)
  }
}

extension NameIndex {
  /// A body whose name may be another form of this one: both tell the same and differ in what sort
  /// of body they say it is, or one tells a part of the other.
  func near(_ name: NormalName, except code: String) -> String? {
    if let other = numbered(name) { return other }
    let others = known.filter { $0.code != code }
    let telling = Self.telling(name)
    guard !telling.isEmpty else { return nil }
    // What many bodies of the department have in their names tells nothing.
    func isOnlyOf(_ other: (code: String, name: NormalName), _ words: Set<String>) -> Bool {
      words.contains { word in
        others.allSatisfy { $0.code == other.code || !$0.name.words.contains(word) }
      }
    }
    return others.first { other in
      let theirs = Self.telling(other.name)
      if theirs.isEmpty { return false }
      if theirs == telling { return Self.isSameSort(name, other.name) }
      if telling.isStrictSubset(of: theirs) {
        return Self.sort(name).isSubset(of: Self.sort(other.name))
          && (telling.count > 1 || isOnlyOf(other, telling) || isCutShort(name, of: other.name))
      }
      if theirs.isStrictSubset(of: telling), telling.count == theirs.count + 1 {
        return isOnlyOf(other, theirs)
      }
      let (one, two) = (name.words.joined(separator: " "), other.name.words.joined(separator: " "))
      return one.utf8.count >= 12 && Nearest.isWithin(one.utf8.count / 6, one, two)
    }?.code
  }

  /// Whether a name is how the other begins, and no third.
  private func isCutShort(_ name: NormalName, of other: NormalName) -> Bool {
    known.count { $0.name.words.starts(with: name.words) } == 1
      && other.words.starts(with: name.words)
  }

  /// The body whose code, short form or one word a name is with a digit or a letter more: "SLC1".
  private func numbered(_ name: NormalName) -> String? {
    guard name.words.count == 1, name.solid.utf8.count > 3 else { return nil }
    let stem = String(name.solid.dropLast())
    return Self.only(codes[stem]) ?? Self.only(initials[stem]) ?? Self.only(names[stem])
  }

  private static func telling(_ name: NormalName) -> Set<String> {
    Set(name.words).subtracting(sorts)
  }

  /// Whether one says no other sort of body than the other: "Valuation Office" may be "Valuation
  /// Office Agency", a board is not a commission.
  private static func isSameSort(_ one: NormalName, _ other: NormalName) -> Bool {
    sort(one).isSubset(of: sort(other)) || sort(other).isSubset(of: sort(one))
  }

  private static func sort(_ name: NormalName) -> Set<String> {
    Set(name.words.map { $0 == "authority" ? "agency" : $0 }).intersection(sorts)
  }

  /// Words that say what sort of body it is, and not which.
  private static let sorts: Set<String> = [
    "agency", "authority", "office", "service", "commission", "board", "council", "committee",
    "company", "department", "ministry", "executive", "organisation", "institute", "national",
    "general", "government", "public", "centre", "body", "inspectorate", "fund", "trust", "group",
    "directorate", "administration", "association", "corporation", "foundation",
  ]
}
