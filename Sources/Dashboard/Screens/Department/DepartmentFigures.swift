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
    // One level down the page shows a single body, with what is below it.
    let body = state.place.path.count > 1 ? state.place.path.last : nil
    let family = state.family(of: body ?? organisation.code)
    let rows: [(String, Observation, ObservationTable)] = order.flatMap { table, label in
      newest(
        state.evidence.rows(table).filter { family.contains($0.body) },
        own: body ?? organisation.code
      )
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
                (row.body == body ?? organisation.code ? "" : state.shortName(row.body) + ": ")
                  + row.measure + (row.unit == "statement" ? ": \(row.printed)" : "")),
              Text(row.period),
              Text(row.number, signs: state.signs(row), number: 0, value: row.value),
              Text(row.unit == "statement" ? "" : Numbers.words(of: row.unit), .muted),
            ], Item(evidence.figure(row, in: table)))
        } + (body.map { returns(state, $0).map { returnRow($0, state) } } ?? [])))
  }

  /// What a body returned of contractors, year by year.
  private static func returns(_ state: State, _ body: String) -> [WorkforceReturn] {
    state.evidence.bodyYears.filter { $0.body == body && $0.spend != nil }
  }

  private static func returnRow(_ row: WorkforceReturn, _ state: State) -> Table.Row {
    let figure = state.spendFigure(row)
    return Table.Row(
      [
        Text("Contractors", .muted), Text("Contingent labour and consultancy"), Text(row.period),
        Text(figure.text, signs: state.signs(figure), number: 0, value: row.spend), Text(""),
      ], Item(figure))
  }

  /// The bodies and services inside an organisation of which something is published.
  static func bodies(_ state: State, _ organisation: Organisation) -> Panel {
    let evidence = state.evidence
    let parent = state.place.path.last ?? organisation.code
    let rows = evidence.children(of: parent).map { body in
      (
        body,
        order.reduce(returns(state, body.code).count) {
          $0 + evidence.rows($1.0, of: body.code).count
        }
      )
    }
    return Panel(
      "bodies", "Bodies inside \(state.shortName(parent))",
      table: Table(
        [
          Column("body", flexible: true, least: 16), Column("code", priority: 2),
          Column("figures", trailing: true, priority: 1),
        ],
        rows.map { body, count in
          Table.Row(
            [
              Text(body.name, short: body.code), Text(body.code, .muted),
              Text("\(count) D", number: 0, value: Double(count)),
            ],
            Item(
              Figure(
                id: "bodies.\(body.code)", label: "Published figures of \(body.name)",
                text: "\(count) rows", mark: .derived, confidence: .a,
                formula: "Rows about it in the tables of this data folder: \(count).",
                note: body.note,
                value: FigureValue(number: Double(count), unit: "figures", body: body.code)),
              opens: Place(
                .department, path: state.place.path + [body.code], panel: "published")))
        },
        note: rows.isEmpty
          ? Note("No body inside it has figures of its own in the data.") : nil))
  }

  /// The newest row of each measure of each body, the organisation's own first.
  static func newest(_ rows: [Observation], own code: String) -> [Observation] {
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
  /// The number without the words of its unit; empty for a statement in words.
  var number: String {
    let text = figureValue.bare
    return text.isEmpty ? (unit == "statement" ? "" : printed) : text
  }
}
