import Analytics
import Figures
import Frames

/// What an organisation is: staff, pay, budget, digital staff and spend; what is not published is
/// said to be so.
enum DepartmentIdentity {
  static func panel(_ state: State, _ organisation: Organisation) -> Panel {
    let code = organisation.code
    let evidence = state.evidence
    func newest(_ table: ObservationTable, _ measures: [String]) -> (Observation, Figure)? {
      for measure in measures {
        if let row = state.latest(table, measure, of: code) {
          return (row, evidence.figure(row, in: table))
        }
      }
      return nil
    }
    let budget = budget(state, code).map { ($0, evidence.figure($0, in: .budgets)) }
    let rows: [(label: String, found: (Observation, Figure)?)] = [
      (
        "Staff",
        newest(
          .workforce,
          [
            DepartmentFigures.staff, "Hospital and community staff",
            "Civil servants, full-time equivalent",
          ])
      ),
      ("Pay", newest(.workforce, ["Paybill, departmental group"])),
      ("Day-to-day budget", budget),
      (
        "Digital staff",
        newest(.workforce, ["Digital profession headcount", "Digital share of workforce"])
      ),
      (
        "Digital share of staff",
        newest(.workforce, ["Digital share of civil servants", "Digital share of workforce"])
      ),
      (
        "Digital spend",
        newest(.budgets, ["Digital and data spend", "Technology and telecoms spend"])
      ),
      (
        "Contractors and agency",
        newest(.workforce, ["Contingent labour spend, departmental group"])
      ),
      ("Consultancy", newest(.workforce, ["Consultancy spend, departmental group"])),
    ]
    return Panel(
      "identity", "What it is",
      table: Table(
        [
          Column("", flexible: true, least: 18), Column("", priority: 2, most: 14),
          Column("", trailing: true), Column("", priority: 1, most: 12),
        ],
        rows.map { label, found in
          guard let (row, figure) = found else {
            return Table.Row(
              [Text(label), Text(""), Text("not published", .muted), Text("")], Item())
          }
          return Table.Row(
            [
              Text(label), Text(row.period, .muted),
              Text(row.number, signs: state.signs(row), number: 0, value: row.value),
              Text(Numbers.words(of: row.unit), .muted),
            ], Item(figure))
        }, header: .never))
  }

  /// The day-to-day budget of the model's first year, else the newest one; later years are plans.
  static func budget(_ state: State, _ code: String) -> Observation? {
    let rows = state.evidence.rows(.budgets, of: code)
      .filter { $0.measure == "Day-to-day budget (RDEL)" && $0.value != nil }
    let first = state.projection?.years.first
    return rows.first { $0.period == first } ?? rows.max { $0.period < $1.period }
  }
}
