import Analytics

/// Finds the body that a return means by the name it writes.
struct BodyNames {
  /// One row of the table of bodies.
  struct Entry {
    let code, name, kind, parent: String
  }

  private let entries: [String: Entry]
  private let codes: [String: String]
  /// Departments that have months already, so that they are departments in the returns' sense.
  private let departments: Set<String>

  /// - Parameter aliases: what the user says a name means, by name.
  init(bodies: Table, departments: Set<String>, aliases: [String: String]) {
    self.departments = departments
    let entries = (0..<bodies.count).map { row in
      Entry(
        code: bodies.text(row, "code"), name: bodies.text(row, "name"),
        kind: bodies.text(row, "kind"), parent: bodies.text(row, "parent"))
    }
    self.entries = Dictionary(
      entries.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    var codes: [String: String] = [:]
    for (name, code) in Self.renamed where self.entries[code] != nil { codes[name] = code }
    for (row, entry) in entries.enumerated() where entry.kind != "outside" {
      for name in Self.formerNames(in: bodies.text(row, "note")) {
        codes[Self.key(name)] = entry.code
      }
    }
    for entry in entries where entry.kind != "outside" {
      codes[Self.key(entry.code)] = entry.code
      codes[Self.key(entry.name)] = entry.code
    }
    for (name, code) in aliases { codes[Self.key(name)] = code }
    self.codes = codes
  }

  func entry(_ code: String) -> Entry? { entries[code] }

  /// The body of a name: as it stands, without what stands in brackets, by what stands in them,
  /// or with up to two letters mistyped. Nil where none is meant for certain.
  func code(of name: String) -> String? {
    let plain = Self.withoutBrackets(name)
    if let code = codes[Self.key(name)] ?? codes[Self.key(plain.outside)]
      ?? codes[Self.key(plain.inside)]
    {
      return code
    }
    let key = Self.key(plain.outside)
    guard key.utf8.count >= 12 else { return nil }
    let near = Set(codes.filter { Nearest.isWithin(2, $0.key, key) }.values)
    return near.count == 1 ? near.first : nil
  }

  /// Whether a name is found only by its nearness to another.
  func isMistyped(_ name: String) -> Bool {
    let plain = Self.withoutBrackets(name)
    return [name, plain.outside, plain.inside].allSatisfy { codes[Self.key($0)] == nil }
      && code(of: name) != nil
  }

  /// The department of a name: an organisation, or what has months of its own, or stands alone;
  /// an office inside a department means that.
  func department(of name: String) -> String? {
    guard let code = code(of: name) else { return nil }
    if departments.contains(code) { return code }
    guard let entry = entries[code], entry.kind == "body",
      let above = entries[entry.parent], departments.contains(above.code)
    else { return code }
    return above.code
  }

  /// The known name nearest to one that is not known.
  func nearest(to name: String) -> String? {
    let candidates = entries.values.filter { $0.kind != "outside" }.map(\.name).sorted()
    return Nearest.match(name, among: candidates)
  }

  /// A code for a body that the table does not have: the letters and digits of its name.
  func newCode(for name: String, taken: Set<String>) -> String {
    let stem = Self.withoutBrackets(name).outside.words.uppercased().replacing(" ", with: "-")
    var code = String(stem.prefix(40))
    while code.last == "-" { code.removeLast() }
    if code.isEmpty { code = "BODY" }
    var number = 2
    while entries[code] != nil || taken.contains(code) {
      code = "\(stem.prefix(36))-\(number)"
      number += 1
    }
    return code
  }

  private static func key(_ name: String) -> String {
    let words = name.words
    return words.hasPrefix("the ") ? String(words.dropFirst(4)) : words
  }

  private static func withoutBrackets(_ name: String) -> (outside: String, inside: String) {
    guard let open = name.firstIndex(of: "("), let close = name[open...].firstIndex(of: ")") else {
      return (name, "")
    }
    let inside = String(name[name.index(after: open)..<close])
    return ((name[..<open] + name[name.index(after: close)...]).description.onOneLine, inside)
  }

  /// Names that a note of the table gives: "Also returned as X.", "Called the X before".
  private static func formerNames(in note: String) -> [String] {
    ["Also returned as ", "Called the "].compactMap { mark in
      guard let start = note.firstRange(of: mark)?.upperBound else { return nil }
      let rest = note[start...]
      let end = [".", ";", " before", " under "].compactMap { rest.firstRange(of: $0)?.lowerBound }
        .min()
      return String(rest[..<(end ?? rest.endIndex)])
    }
  }

  /// Departments that go on under another name. Departments that were merged or split are not
  /// here: which of them a return belongs to is for the user to say.
  private static let renamed = [
    "attorney generals departments": "AGO",
    "charity commission for england and wales": "CC",
    "climate change committee": "CCC",
    "department for communities and local government": "MHCLG",
    "department for digital culture media and sport": "DCMS",
    "department for levelling up housing and communities": "MHCLG",
    "department of health": "DHSC",
    "her majestys revenue and customs": "HMRC",
    "her majestys treasury": "HMT",
    "office of rail regulation": "ORR",
    "office of the secretary of state for wales": "WO",
  ]
}
