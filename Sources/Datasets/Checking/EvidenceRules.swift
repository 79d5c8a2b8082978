import Analytics
import Figures

/// What the tables of evidence have to keep beyond columns, cells and keys.
enum EvidenceRules {
  static func defects(of tables: [String: Table]) -> [Defect] {
    var defects: [Defect] = []
    if let bodies = tables["bodies"] {
      defects += tree(bodies)
      if let organisations = tables["organisations"] {
        defects += membership(of: organisations, in: bodies)
      }
    }
    for table in tables.values { defects += ranges(table) + PeriodRules.defects(of: table) }
    if let facts = tables["facts"] {
      defects += conflicts(facts)
      if let id = facts.schema.place(of: "id").flatMap({ facts.places[$0] }) {
        let index = KeyIndex(of: facts.sheet, [id])
        for table in ObservationTable.allCases.compactMap({ tables[$0.rawValue] }) {
          defects += agreement(of: table, with: facts, by: index)
        }
      }
    }
    if let rates = tables["red_list"] { defects += redList(rates) }
    if let cases = tables["business_cases"] { defects += BusinessCaseRules.defects(of: cases) }
    return defects
  }

  /// Both rates, their ranges fit for a log scale.
  private static func redList(_ table: Table) -> [Defect] {
    table.missing(RedListRate.Flow.allCases.map(\.rawValue), in: "id", noun: "rate")
      + table.soundRows.flatMap { RangeRules.defects(of: table, $0, scale: .log) }
  }

  /// A parent for each body but wholes and outsiders, and no body above itself.
  private static func tree(_ bodies: Table) -> [Defect] {
    var defects: [Defect] = []
    var parents: [String: String] = [:]
    for row in 0..<bodies.count {
      let parent = bodies.text(row, "parent")
      parents[bodies.text(row, "code")] = parent
      if parent.isEmpty, let kind: BodyKind = bodies.choice(row, "kind"),
        kind != .whole, kind != .outside
      {
        defects.append(
          bodies.defect(
            row: row, column: "parent", expected: "a code, for a body of kind \(kind.rawValue)"))
      }
    }
    for row in 0..<bodies.count {
      let code = bodies.text(row, "code")
      var above = parents[code] ?? ""
      var steps = 0
      while !above.isEmpty, above != code, steps < 100 {
        above = parents[above] ?? ""
        steps += 1
      }
      if above == code, !code.isEmpty {
        defects.append(
          bodies.defect(
            row: row, column: "parent", problem: "body above itself",
            expected: "a parent that is not below \(code)"))
      } else if steps == 100, parents[above] != nil {
        defects.append(
          bodies.defect(
            row: row, column: "parent", problem: "no way to the top",
            expected: "a parent that leads to the top in at most 100 steps"))
      }
    }
    return defects
  }

  /// Each of the model's organisations stands in the tree as one.
  private static func membership(of organisations: Table, in bodies: Table) -> [Defect] {
    guard bodies.isWhole, organisations.places.contains(nil) == false else { return [] }
    let kinds = Dictionary(
      (0..<bodies.count).map { (bodies.text($0, "code"), bodies.text($0, "kind")) },
      uniquingKeysWith: { first, _ in first })
    return (0..<organisations.count).compactMap { row in
      switch kinds[organisations.text(row, "code")] {
      case BodyKind.organisation.rawValue: nil
      case nil:
        organisations.defect(
          row: row, column: "code", problem: "unknown body", expected: "a code of bodies.csv")
      case .some(let kind):
        organisations.defect(
          row: row, column: "code", problem: "kind \(kind) in bodies.csv",
          expected: "kind organisation there")
      }
    }
  }

  /// low ≤ high.
  private static func ranges(_ table: Table) -> [Defect] {
    guard let lower = table.schema.place(of: "low"), let upper = table.schema.place(of: "high")
    else { return [] }
    return (0..<table.count).compactMap { row in
      guard let low = table.number(row, lower), let high = table.number(row, upper), low > high
      else { return nil }
      return table.defect(
        row: row, column: "low", expected: "low ≤ high (\(table.text(row, upper)))")
    }
  }

  /// A group of contradicting rows has two at least.
  private static func conflicts(_ facts: Table) -> [Defect] {
    guard facts.isWhole, let place = facts.schema.place(of: "conflict") else { return [] }
    var groups: [String: [Int]] = [:]
    for row in 0..<facts.count where !facts.cell(row, place).isEmpty {
      groups[facts.text(row, place), default: []].append(row)
    }
    return groups.values.filter { $0.count == 1 }.joined().map {
      facts.defect(
        row: $0, column: "conflict", problem: "group of one", expected: "two rows or more")
    }
  }

  private static let numeric: Set = ["value", "low", "high"]

  /// An observation that names a fact states the same figure: value, unit, mark, source and date.
  private static func agreement(
    of table: Table, with facts: Table, by index: KeyIndex
  ) -> [Defect] {
    guard let named = table.schema.place(of: "fact_id").flatMap({ table.places[$0] }) else {
      return []
    }
    return (0..<table.count).flatMap { row -> [Defect] in
      guard !table.sheet.cell(row, named).isEmpty,
        let fact = index.row(for: table.sheet, row, [named]),
        !table.badRows.contains(row), !facts.badRows.contains(fact)
      else { return [] }
      return ["value", "low", "high", "unit", "mark", "source_id", "as_of"].compactMap { column in
        table.number(row, column) == facts.number(fact, column)
          && (numeric.contains(column) || table.text(row, column) == facts.text(fact, column))
          ? nil
          : table.defect(
            row: row, column: column,
            problem: "differs from fact \(facts.text(fact, "id"))",
            expected: facts.text(fact, column).isEmpty
              ? "nothing, as there" : "\(facts.text(fact, column)), as there")
      }
    }
  }
}
