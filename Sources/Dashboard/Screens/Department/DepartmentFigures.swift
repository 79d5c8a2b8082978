import Analytics
import Figures
import Frames

/// What is published about an organisation and the bodies in it.
enum DepartmentFigures {
  /// The measure that counts an organisation's own staff.
  static let staff = "Payroll staff, departmental group"

  private static let order: [(ObservationTable, String)] = [
    (.workforce, "Staff and pay"), (.budgets, "Budget"), (.legacy, "Legacy"),
    (.efficiencyPlans, "Efficiency target"), (.fraudError, "Fraud and error"),
    (.outages, "Outages"), (.services, "Services"), (.cyber, "Cyber"),
  ]

  static func panel(_ state: State, _ organisation: Organisation) -> Panel {
    let family = state.family(of: organisation.code)
    let rows: [(String, Observation, ObservationTable)] = order.flatMap { table, label in
      newest(state.evidence.rows(table).filter { family.contains($0.body) }, own: organisation.code)
        .map { (label, $0, table) }
    }
    let evidence = state.evidence
    return Panel(
      "published", "Published about it and its bodies",
      table: Table(
        [
          Column("theme", priority: 4),
          Column("what", flexible: true, least: 30), Column("when", priority: 2, most: 18),
          Column("figure", trailing: true), Column("unit", priority: 3, most: 16),
        ],
        rows.map { label, row, table in
          Table.Row(
            [
              Text(label, .muted),
              Text(
                row.body == organisation.code
                  ? row.measure : "\(state.shortName(row.body)): \(row.measure)"),
              Text(row.period),
              Text("\(row.number) \(row.mark.letter)", .strong, number: 0, value: row.value),
              Text(Numbers.words(of: row.unit), .muted),
            ], Item(evidence.figure(row, in: table)))
        }))
  }

  /// The newest row of each measure of each body, the organisation's own first.
  private static func newest(_ rows: [Observation], own code: String) -> [Observation] {
    var best: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      let key = row.body + "\u{1F}" + row.measure
      if let known = best[key], rows[known].asOf >= row.asOf { continue }
      best[key] = index
    }
    return best.values.sorted {
      (rows[$0].body == code ? 0 : 1, $0) < (rows[$1].body == code ? 0 : 1, $1)
    }.map { rows[$0] }
  }
}

extension Observation {
  /// The number without the words of its unit.
  var number: String {
    let text = Numbers.bare(value: value, low: low, high: high, unit: unit)
    return text.isEmpty ? (note.contains("suppressed") ? "suppressed" : "not published") : text
  }
}
