import Analytics

/// Finds the body that a return means by the name it writes.
///
/// A name is first one of its own department: of the bodies that stand below it or have returned
/// under it. Only then is it one of all, since short forms such as TRA or CSC are several bodies'.
struct BodyNames {
  /// One row of the table of bodies.
  struct Entry {
    let code, name, kind, parent: String
    var note = ""
    /// The last month of a department that is no more, where the table of predecessors has it.
    var end: Month?
  }

  /// The body of a name.
  struct Match: Equatable {
    let code: String
    /// Whether letters were changed to find it.
    var isMistyped = false
  }

  private let entries: [String: Entry]
  /// The code of the body whose parts departments are; nil where the folder names none.
  private let government: String?
  /// Bodies that the table of bodies does not have, but that of predecessors.
  let predecessors: [Entry]
  private let aliases: [String: String]
  private let all: NameIndex
  private var own: [String: NameIndex] = [:]
  /// Departments that have months already, so that they are departments in the returns' sense.
  private let departments: Set<String>
  /// Departments that a body is of: those under which it returned, and its parent.
  private let owners: [String: Set<String>]
  /// What departments may be called: words of names, aliases, codes and short forms.
  private let departmentWords: [String: [[String]]]

  /// - Parameters:
  ///   - predecessors: bodies that are added with their first return; nil for none.
  ///   - government: the body whose parts departments are, as the folder's role has it.
  ///   - returned: bodies that have returned under a department, by the department.
  ///   - aliases: what the user says a name means, by name.
  init(
    bodies: Table, predecessors: Table? = nil, government: String?, departments: Set<String>,
    returned: [String: Set<String>],
    aliases: [String: String]
  ) {
    self.departments = departments
    self.government = government
    self.aliases = Dictionary(
      aliases.map { (NormalName($0.key).key, $0.value) }, uniquingKeysWith: { first, _ in first })
    var entries: [String: Entry] = [:]
    var all = NameIndex()
    var own: [String: NameIndex] = [:]
    var returnedUnder: [String: Set<String>] = [:]
    for (department, codes) in returned {
      for code in codes { returnedUnder[code, default: []].insert(department) }
    }
    var words: [String: [[String]]] = [:]
    let known = (0..<bodies.count).map { Self.entry(bodies, $0) }
    let codes = Set(known.map(\.code))
    self.predecessors =
      predecessors.map { table in (0..<table.count).map { Self.entry(table, $0) } }?
      .filter { !codes.contains($0.code) } ?? []
    for entry in known + self.predecessors {
      entries[entry.code] = entry
      guard Self.returning.contains(entry.kind) else { continue }
      let names = [entry.name] + BodyAliases.names(in: entry.note)
      all.add(entry.code, names)
      for department in returnedUnder[entry.code, default: []].union([entry.parent, entry.code]) {
        own[department, default: NameIndex()].add(entry.code, names)
      }
      words[entry.code] =
        names.map { NormalName($0).words } + [NormalName(entry.code).words]
        + names.flatMap(NameIndex.initials).map { [$0] }
    }
    owners = returnedUnder.merging(
      entries.mapValues { [$0.parent, $0.code] }, uniquingKeysWith: { $0.union($1) })
    (self.entries, self.all, self.own, departmentWords) = (entries, all, own, words)
  }

  func entry(_ code: String) -> Entry? { entries[code] }

  /// Whether a body stands below a department, or has returned under it.
  func isOf(_ department: String, _ body: String) -> Bool {
    owners[body]?.contains(department) == true
  }

  /// The last month of a department that is no more; nil where nothing is said of it.
  func end(of code: String) -> Month? { entries[code]?.end }

  private static func entry(_ table: Table, _ row: Int) -> Entry {
    Entry(
      code: table.text(row, "code"), name: table.text(row, "name"), kind: table.text(row, "kind"),
      parent: table.text(row, "parent"), note: table.text(row, "note"),
      end: table.schema.place(of: "ended").flatMap { _ in Month(text: table.text(row, "ended")) })
  }

  /// The body of a name in a return of a department: as it stands, with what stands in its
  /// brackets or without it, without the department's name beside it, by its short form, or with
  /// a letter or two mistyped. Nil where none is meant for certain.
  ///
  /// - Parameter department: a code; empty where the return names none.
  func body(of name: String, in department: String) -> Match? {
    let full = NormalName(name)
    if let code = aliases[full.key] { return Match(code: code) }
    let written = BracketedName(name)
    var forms = forms(of: written, in: department)
    if let own = own[department] {
      if let code = own.name(of: full) { return Match(code: code) }
      if part(of: name, in: department) == .itself { return Match(code: department) }
      // Behind the department's own name the brackets say which part of it is meant.
      if !written.inside.isEmpty,
        own.code(of: Form(name: NormalName(written.outside))) == department
      {
        forms = written.inside.map { Form(name: NormalName($0), isCut: true) }
      }
      for form in forms {
        if let code = own.code(of: form), isFree(written, of: code, own) {
          return Match(code: code)
        }
      }
    }
    for form in forms where !form.isCut {
      if let code = all.name(of: form.name) ?? (form.isCode ? all.short(of: form.name) : nil),
        isFree(written, of: code, all)
      {
        return Match(code: code)
      }
    }
    for index in [own[department], all].compactMap(\.self) {
      for form in forms where !form.isCut {
        if let code = index.nearlyNamed(form.name) { return Match(code: code, isMistyped: true) }
      }
    }
    return nil
  }

  /// The department of a name: an organisation, or what has months of its own, or stands alone;
  /// an office inside a department means that.
  func department(of name: String) -> String? {
    let written = BracketedName(name)
    let forms = forms(of: written, in: "")
    let exact = forms.lazy.compactMap { form in
      aliases[form.name.key] ?? all.name(of: form.name) ?? all.short(of: form.name)
    }.first
    let full = NormalName(name)
    let found =
      exact ?? departmentWords.keys.sorted().first { code in
        isDepartment(code) && part(named: full, in: code) != nil
      } ?? forms.lazy.compactMap { all.nearlyNamed($0.name) }.first
    guard let code = found else { return nil }
    if departments.contains(code) { return code }
    guard let entry = entries[code], entry.kind == "body", let above = entries[entry.parent],
      departments.contains(above.code) || isOfGovernment(above.parent)
    else { return code }
    return above.code
  }

  /// What a body's name says that is of no body below the department: the department itself, or a
  /// sum of it and its bodies. Nil where it says more. "Core" alone is the department's too.
  func part(of name: String, in department: String) -> DepartmentPart? {
    let full = NormalName(name)
    return full.words.isEmpty
      ? nil : DepartmentPart(full.words) ?? part(named: full, in: department)
  }

  /// The same of a name that holds the department's own; nil for any other.
  private func part(named full: NormalName, in department: String) -> DepartmentPart? {
    let ways = departmentWords[department] ?? []
    // The short form may stand beside the name.
    let short = Set(ways.filter { $0.count == 1 }.joined())
    // "Business, Innovation and Skills" is the department as well; "Transport" might be a body.
    let bare = ways.map { $0.filter { !Self.kinds.contains($0) } }.filter { $0.count > 1 }
    for words in ways + bare {
      if full.words.sorted() == words.sorted() { return .itself }
      guard let rest = full.without(words)?.words.filter({ !short.contains($0) }) else { continue }
      if let part = DepartmentPart(rest) { return part }
    }
    return nil
  }

  private static let kinds: Set<String> = ["department", "ministry", "office"]

  /// Whether a name holds the department's own.
  func mentions(_ department: String, in name: String) -> Bool {
    let full = NormalName(name)
    return (departmentWords[department] ?? []).contains { full.without($0) != nil }
  }

  /// The body of the department whose name is near to one that is not known, so that the two may
  /// be one; the department itself where the name holds its own.
  func near(_ name: String, in department: String) -> String? {
    guard let own = own[department], NormalName(name).words != ["other"] else { return nil }
    let written = BracketedName(name)
    if let code = own.name(of: NormalName(written.outside)), code == department { return code }
    let body = forms(of: written, in: department).lazy.compactMap {
      own.near($0.name, except: department)
    }.first
    return body ?? (mentions(department, in: name) ? department : nil)
  }

  /// The known name nearest to one that is not known.
  func nearest(to name: String) -> (code: String, name: String)? {
    let candidates = entries.values.filter { Self.returning.contains($0.kind) }
    let found = Nearest.match(name, among: candidates.map(\.name).sorted())
    return candidates.first { $0.name == found }.map { ($0.code, $0.name) }
  }

  /// Takes in a body that the table does not have.
  mutating func add(_ code: String, named name: String, in department: String) {
    own[department, default: NameIndex()].add(code, [name])
  }

  /// A code for a body that the table does not have: the letters and digits of its name.
  func newCode(for name: String, taken: Set<String>) -> String {
    let stem = BracketedName(name).outside.words.uppercased().replacing(" ", with: "-")
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

  /// Kinds of bodies that return a workforce.
  private static let returning: Set<String> = ["body", "organisation", "former"]

  func isDepartment(_ code: String) -> Bool {
    departments.contains(code) || entries[code].map { isOfGovernment($0.parent) } ?? false
  }

  private func isOfGovernment(_ parent: String) -> Bool { parent == government }
}

extension BodyNames {
  /// A way to read a written name.
  struct Form {
    let name: NormalName
    /// Whether the department's name was cut off: such a rest means only a body of its own.
    var isCut = false
    /// Whether it may be a code: it is no common word.
    var isCode = true
  }

  /// The ways to read a name, the most literal first.
  private func forms(of written: BracketedName, in department: String) -> [Form] {
    let texts = [([written.outside] + written.inside).joined(separator: " "), written.outside]
    let whole = texts.map {
      Form(name: NormalName($0), isCode: $0.count(where: \.isUppercase) > 1)
    }
    let cut = whole.flatMap { form in
      (departmentWords[department] ?? []).compactMap { form.name.without($0) }
    }
    let inside = written.inside.map {
      Form(name: NormalName($0), isCode: $0.count(where: \.isUppercase) > 1)
    }
    var seen: Set<String> = []
    return (whole + cut.map { Form(name: $0, isCut: true) } + inside).filter {
      !$0.name.words.isEmpty && seen.insert($0.name.key).inserted
    }
  }

  /// Whether nothing beside or in the brackets names another body than the one that was found.
  private func isFree(_ written: BracketedName, of code: String, _ index: NameIndex) -> Bool {
    written.inside.isEmpty
      || ([written.outside] + written.inside).allSatisfy { text in
        guard let other = index.code(of: Form(name: NormalName(text))) else { return true }
        return other == code || isDepartment(other)
      }
  }
}
