import Analytics
import Figures

/// What the roles of `datapackage.json` have to keep.
enum RoleRules {
  /// Roles that the program knows, and words that can be printed.
  static func defects(ofNames names: [String: String]) -> [Defect] {
    names.sorted { $0.key < $1.key }.compactMap { name, value in
      guard let role = Role(rawValue: name) else {
        return defect(
          name, value, problem: "unknown role",
          expected: "one of " + Role.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return objection(to: value, as: role).map { defect(name, value, expected: $0) }
    }
  }

  /// What a word should be; nil for one that is.
  private static func objection(to value: String, as role: Role) -> String? {
    switch role {
    case .currency:
      let isSign =
        (1...4).contains(value.count)
        && !value.contains { $0.isWhitespace || $0.isNumber || "+-.,%<>".contains($0) }
      return isSign && !isHidden(value) ? nil : "one to four letters or signs, such as kr"
    case .currencyASCII:
      let isWord =
        (1...5).contains(value.count) && value.utf8.allSatisfy { (0x41...0x7A).contains($0) }
      return isWord ? nil : "one to five letters of ASCII, such as GBP"
    default:
      return (1...80).contains(value.count) && !isHidden(value)
        ? nil : "one to 80 letters on one line"
    }
  }

  private static func isHidden(_ text: String) -> Bool {
    text.unicodeScalars.contains { DecodedScalar.isHidden($0.value) }
  }

  /// Roles that name no row. They keep nothing from being opened: the panel that looks for the row
  /// says so.
  static func unmet(_ roles: Roles, in tables: [String: Table]) -> [Defect] {
    var ids: [String: [String]] = [:]
    for (name, column) in [("bodies", "code"), ("facts", "id")] {
      guard let table = tables[name], table.isWhole else { continue }
      ids[name] = (0..<table.count).map { table.text($0, column) }
    }
    return Role.allCases.compactMap { role in
      guard let value = roles[role], let table = role.table, let known = ids[table] else {
        return nil
      }
      let isMet =
        role.kind == .facts
        ? known.contains { $0.hasPrefix(value + ".") } : known.contains(value)
      guard !isMet else { return nil }
      let nearest = Nearest.match(value, among: known).map { "; \($0) is near to it" } ?? ""
      return defect(
        role.rawValue, value, problem: "names no row",
        expected: (role.kind == .facts
          ? "what ids of \(table).csv begin with, before a point and a year or code"
          : "the \(table == "facts" ? "id" : "code") of a row of \(table).csv, or no such role")
          + nearest)
    } + services(roles.services, in: tables) + headline(roles, in: tables)
  }

  /// Cards that look for a row which is not there.
  private static func services(_ cards: [ServiceCard], in tables: [String: Table]) -> [Defect] {
    func values(_ name: String, _ column: String) -> Set<String>? {
      guard let table = tables[name], table.isWhole else { return nil }
      return Set((0..<table.count).map { table.text($0, column) })
    }
    guard let bodies = values("bodies", "code"), let facts = values("facts", "id"),
      let milestones = values("timeline", "id"), let measures = values("adoption", "measure")
    else { return [] }
    return cards.flatMap { card in
      let looked: [(member: String, value: String?, known: Set<String>, expected: String)] = [
        ("body", card.body, bodies, "the code of a row of bodies.csv"),
        ("measure", card.measure, measures, "a measure of adoption.csv"),
        (
          "promised", card.promised, facts.union(milestones),
          "the id of a row of timeline.csv or facts.csv"
        ),
        ("cost", card.cost, facts, "the id of a row of facts.csv"),
        ("then", card.then, facts, "the id of a row of facts.csv"),
        ("now", card.now, facts, "the id of a row of facts.csv"),
      ]
      return looked.compactMap { member, value, known, expected -> Defect? in
        guard let value, !known.contains(value) else { return nil }
        let nearest = Nearest.match(value, among: known.sorted()).map { "; \($0) is near to it" }
        return Defect(
          file: PackageName.file, column: "services", value: "\(card.body) \(member): \(value)",
          problem: "names no row", expected: expected + (nearest ?? ""))
      }
    }
  }

  /// The fact that screens show as the headline is the potential that the model is measured by.
  private static func headline(_ roles: Roles, in tables: [String: Table]) -> [Defect] {
    guard let id = roles[.headline], let facts = tables["facts"],
      let fixed = tables["fixed_parameters"],
      let fact = facts.soundRows.first(where: { facts.text($0, "id") == id }),
      let row = fixed.soundRows.first(where: {
        fixed.text($0, "id") == FixedParameter.headlinePotential.rawValue
      }), let published = facts.number(fact, "value"), let value = fixed.number(row, "value")
    else { return [] }
    let unit = facts.text(fact, "unit")
    let sign = roles.currency.sign
    guard unit.hasPrefix(sign + "bn") || unit.hasPrefix(sign + "m") else {
      return [
        facts.defect(
          row: fact, column: "unit", problem: "no sum of money, and the role headline names it",
          expected: "\(sign)bn a year")
      ]
    }
    let billions = unit.hasPrefix(sign + "bn") ? published : published / 1000
    guard abs(billions - value) > 1e-9 else { return [] }
    return [
      fixed.defect(
        row: row, column: "value",
        problem: "differs from fact \(id), which the role headline names",
        expected: "\(Numbers.typed(billions)) as there, in \(sign)bn, or the fact changed")
    ]
  }

  private static func defect(
    _ role: String, _ value: String, problem: String? = nil, expected: String
  ) -> Defect {
    Defect(
      file: PackageName.file, column: "roles", value: "\(role): \(value)", problem: problem,
      expected: expected)
  }
}

extension Role {
  /// The table of evidence whose rows it names.
  fileprivate var table: String? {
    switch kind {
    case .word, .organisation: nil
    case .body: "bodies"
    case .fact, .facts: "facts"
    }
  }
}
