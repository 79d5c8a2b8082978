import Analytics
import Explanations
import Figures
import Frames

/// What an organisation is: staff, pay, budget, digital staff and spend; what the data lack is said
/// to be lacking.
enum DepartmentIdentity {
  /// A row of the panel with its figure; nil where the data have none.
  private struct Line {
    var label: String
    var period = ""
    var figure: Figure?
  }

  static func panel(_ state: State, _ organisation: Organisation) -> Panel {
    let rows = lines(state, organisation.code)
    return Panel(
      "identity", "What it is",
      table: Table(
        [
          Column("", flexible: true, least: 14), Column("", trailing: true),
          Column("", priority: 1, most: 12),
        ],
        rows.map { line in
          guard let figure = line.figure, let value = figure.value else {
            return Table.Row(
              [Text(line.label), Text(Evidence.absent, .muted), Text("")], Item())
          }
          // What is not published is rounded, in its text.
          let isOwn = line.period.isEmpty || value.bare.isEmpty
          return Table.Row(
            [
              Text(line.label + (line.period.isEmpty ? "" : ", \(line.period)")),
              Text(
                isOwn ? figure.text : value.bare, signs: state.signs(figure), number: 0,
                value: value.number),
              Text(isOwn ? "" : Numbers.words(of: value.unit), .muted),
            ], Item(figure))
        }, header: .never))
  }

  private static func lines(_ state: State, _ code: String) -> [Line] {
    [
      line(state, code, "Staff", .workforce, staffMeasures),
      line(state, code, "Pay", .workforce, ["Paybill, departmental group"]),
      line(state, code, "Day-to-day budget", .budgets, [budgetMeasure]),
      line(state, code, "Digital staff", .workforce, ["Digital profession headcount"]),
      line(state, code, "Digital share of staff", .workforce, digitalMeasures),
      spend(state, code),
      line(
        state, code, "Contractors and agency", .workforce,
        ["Contingent labour spend, departmental group"]),
      line(
        state, code, "Consultancy", .workforce, ["Consultancy spend, departmental group"]),
    ]
  }

  /// The organisation's own figure of the first of the measures that it has; without one that of
  /// the one body in it that has it, by name.
  private static func line(
    _ state: State, _ code: String, _ label: String, _ table: ObservationTable,
    _ measures: [String]
  ) -> Line {
    if let row = own(state, code, table, measures) {
      return Line(
        label: label, period: row.period, figure: state.evidence.figure(row, in: table))
    }
    let inside = state.evidence.children(of: code).compactMap { body in
      own(state, body.code, table, measures).map { (body.name, $0) }
    }
    guard inside.count == 1, let (name, row) = inside.first else { return Line(label: label) }
    return Line(
      label: "\(label), \(name)", period: row.period,
      figure: state.evidence.figure(row, in: table))
  }

  private static func own(
    _ state: State, _ code: String, _ table: ObservationTable, _ measures: [String]
  ) -> Observation? {
    measures == [budgetMeasure]
      ? budget(state, code)
      : measures.lazy.compactMap { state.latest(table, $0, of: code) }.first
  }

  /// Digital spend as it was published, else as the key that shares legacy out has it.
  private static func spend(_ state: State, _ code: String) -> Line {
    let published = line(
      state, code, "Digital spend", .budgets,
      ["Digital and data spend", "Technology and telecoms spend"])
    guard published.figure == nil, let cell = state.keyFigure(.digitalSpend, of: code) else {
      return published
    }
    return Line(label: "Digital spend, as the key has it", figure: cell)
  }

  private static let budgetMeasure = "Day-to-day budget (RDEL)"

  /// Measures that count a body's own staff, the best first.
  private static let staffMeasures = [
    DepartmentFigures.staff, "Hospital and community staff",
    "Civil servants, full-time equivalent", "Workforce, full-time equivalent",
    "Local government employment",
  ]

  private static let digitalMeasures = [
    "Digital share of civil servants", "Digital share of workforce",
  ]

  /// The share of its staff that is digital, as it was last published.
  static func digitalShare(_ state: State, _ code: String) -> Observation? {
    digitalMeasures.lazy.compactMap { state.latest(.workforce, $0, of: code) }.first
  }

  /// The organisation's own staff, as every list of organisations shows it.
  static func staff(_ state: State, _ code: String) -> Observation? {
    own(state, code, .workforce, staffMeasures)
  }

  /// The day-to-day budget of the model's first year, else the newest one; later years are plans.
  /// Packs and screens show the same.
  static func budget(_ state: State, _ code: String) -> Observation? {
    let rows = state.evidence.rows(.budgets, of: code)
      .filter { $0.measure == budgetMeasure && $0.value != nil }
    let first = state.projection?.years.first
    return rows.first { $0.period == first } ?? rows.max { $0.period < $1.period }
  }
}

extension State {
  /// The cell of a key that an organisation has, as a figure; nil where it has none.
  func keyFigure(_ key: AllocationKey, of code: String) -> Figure? {
    keyCell(key, of: code).map { cell in
      let name = inputs.organisations.first { $0.code == code }?.name ?? code
      let published = evidence.published(cell).map(evidence.figure)
      return Figure(
        id: "key.\(key.rawValue).\(code)", label: "Cell of the key \(key.words), \(name)",
        text: Explanation.text(of: cell.value, unit: cell.unit), mark: cell.mark,
        kind: published?.kind, confidence: published?.confidence ?? cell.mark.confidence,
        asOf: published?.asOf ?? evidence.date, source: published?.source,
        locator: published?.locator ?? "", formula: "From: \(cell.source).", note: cell.note,
        contradictions: published?.contradictions ?? [], inputs: published.map { [$0.id] } ?? [],
        value: FigureValue(number: cell.value, unit: cell.unit, body: code))
    }
  }

}

extension Mark {
  /// What a mark alone says of a number's weight, where its row has no grade of its own.
  var confidence: Confidence {
    switch self {
    case .reported: .b
    case .derived: .c
    case .modelled: .d
    }
  }
}
