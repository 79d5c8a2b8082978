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
    let rows = state.kept("published \(body ?? organisation.code)") {
      order.flatMap { table, label in
        newest(
          state.evidence.rows(table).filter { family.contains($0.body) },
          own: body ?? organisation.code
        )
        .map { Row.published(label, $0, table) }
      } + (body.map { returns(state, $0).map(Row.returned) } ?? [])
    }
    return Panel(
      "published", "Published about it and its bodies",
      table: state.kept(
        "published",
        [
          Column("theme", priority: 4),
          Column("what", flexible: true, least: 16), Column("when", priority: 2, most: 18),
          Column("figure", trailing: true), Column("unit", priority: 3, most: 16),
        ], rows
      ) { row in
        switch row {
        case .published(let label, let row, _):
          return [
            Text(label, .muted),
            Text(
              (row.body == body ?? organisation.code ? "" : state.shortName(row.body) + ": ")
                + row.measure + (row.unit == "statement" ? ": \(row.printed)" : "")),
            Text(row.period),
            Text(row.number, signs: state.signs(row), number: 0, value: row.value),
            Text(row.unit == "statement" ? "" : Numbers.words(of: row.unit), .muted),
          ]
        case .returned(let row):
          let figure = state.spendFigure(row)
          return [
            Text("Contractors", .muted), Text("Contingent labour and consultancy"),
            Text(row.period),
            Text(figure.text, signs: state.signs(figure), number: 0, value: row.spend), Text(""),
          ]
        }
      } item: { row in
        switch row {
        case .published(_, let row, let table): Item(state.evidence.figure(row, in: table))
        case .returned(let row): Item(state.spendFigure(row))
        }
      })
  }

  private enum Row: Sendable {
    /// A theme's newest figure.
    case published(String, Observation, ObservationTable)
    /// A year of a body's contractors.
    case returned(WorkforceReturn)
  }

  /// What a body returned of contractors, year by year.
  private static func returns(_ state: State, _ body: String) -> [WorkforceReturn] {
    state.evidence.bodyYears.filter { $0.body == body && $0.spend != nil }
  }

  /// The bodies and services inside an organisation of which something is published.
  static func bodies(_ state: State, _ organisation: Organisation) -> Panel {
    let evidence = state.evidence
    let parent = state.place.path.last ?? organisation.code
    let rows = state.kept("bodies of \(parent)") {
      evidence.children(of: parent).map { body in
        Inside(
          body: body,
          count: order.reduce(returns(state, body.code).count) {
            $0 + evidence.rows($1.0, of: body.code).count
          })
      }
    }
    var table = state.kept(
      "bodies",
      [
        Column("body", flexible: true, least: 16), Column("code", priority: 2),
        Column("figures", trailing: true, priority: 1),
      ], rows
    ) { row in
      [
        Text(row.body.name, short: row.body.code), Text(row.body.code, .muted),
        Text("\(row.count) D", number: 0, value: Double(row.count)),
      ]
    } item: { row in
      Item(
        figure(row),
        opens: Place(.department, path: state.place.path + [row.body.code], panel: "published"))
    }
    if rows.isEmpty { table.note = Note("No body inside it has figures of its own in the data.") }
    return Panel("bodies", "Bodies inside \(state.shortName(parent))", table: table)
  }

  /// A body and how many figures the data have of it.
  private struct Inside: Sendable {
    var body: Body
    var count: Int
  }

  private static func figure(_ row: Inside) -> Figure {
    Figure(
      id: "bodies.\(row.body.code)", label: "Published figures of \(row.body.name)",
      text: "\(row.count) rows", mark: .derived, confidence: .a,
      formula: "Rows about it in the tables of this data folder: \(row.count).",
      note: row.body.note,
      value: FigureValue(number: Double(row.count), unit: "figures", body: row.body.code))
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
