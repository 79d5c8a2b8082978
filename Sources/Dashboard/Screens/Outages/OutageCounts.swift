import Analytics
import Figures
import Frames

/// What is counted of failures: everywhere, of one body, and one measure of a body by period.
enum OutageCounts {
  static func panel(_ state: State) -> Panel {
    let path = state.place.path
    guard let body = path.first else {
      return panel(
        state, "Counts, and three intervals",
        intervals(state) + rows(state).map { row(state, $0, named: true) })
    }
    let own = rows(state).filter { $0.body == body }
    let name = state.evidence.name(of: body)
    if path.count > 1 {
      return panel(
        state, "\(path[1]), \(name)",
        own.filter { $0.measure == path[1] }.sorted { $0.asOf > $1.asOf }
          .map { row(state, $0, named: false) })
    }
    let isCounted = state.evidence.fact(.outageCount)?.body == body
    return panel(
      state, "Counted at \(name)",
      (isCounted ? intervals(state) : [])
        + newest(own).map { row(state, $0, named: false, opens: opens($0, own)) })
  }

  private static func panel(_ state: State, _ title: String, _ rows: [Table.Row]) -> Panel {
    Panel(
      "counts", title,
      table: Table(
        [
          Column("what", flexible: true, least: 24),
          Column("period", priority: 1, most: state.place.path.isEmpty ? 14 : 24),
          Column("figure", trailing: true),
        ], rows, header: .whereRoomy))
  }

  /// All counts but the one with intervals: failures before what failures cost.
  private static func rows(_ state: State) -> [Observation] {
    let counted = state.evidence.fact(.outageCount)?.id
    return state.evidence.rows(.outages).filter { $0.factID.isEmpty || $0.factID != counted }
      .map { (rank: rank($0), row: $0) }
      .sorted {
        ($0.rank, $0.row.body, $0.row.measure, $0.row.period)
          < ($1.rank, $1.row.body, $1.row.measure, $1.row.period)
      }.map(\.row)
  }

  private static func rank(_ row: Observation) -> Int {
    ["outages", "incidents", "disruptions"].contains { row.unit.contains($0) } ? 0 : 1
  }

  /// The newest of each measure, in the order given.
  private static func newest(_ rows: [Observation]) -> [Observation] {
    rows.filter { row in
      !rows.contains { $0.measure == row.measure && $0.asOf > row.asOf }
    }
  }

  /// Where a measure's row leads: to its periods, where there are several.
  private static func opens(_ row: Observation, _ all: [Observation]) -> Place? {
    all.count { $0.measure == row.measure } > 1
      ? Place(.outages, path: [row.body, row.measure], panel: "counts") : nil
  }

  /// - Parameter named: whether the row says whose count it is, and leads to that body.
  private static func row(
    _ state: State, _ row: Observation, named: Bool, opens: Place? = nil
  ) -> Table.Row {
    Table.Row(
      [
        named
          ? Text(
            "\(state.evidence.name(of: row.body)): \(row.measure)",
            short: "\(state.shortName(row.body)): \(row.measure)") : Text(row.measure),
        Text(row.period),
        Text(row.number, signs: state.signs(row), number: 0, value: row.value),
      ],
      Item(
        state.evidence.figure(row, in: .outages),
        opens: named ? Place(.outages, path: [row.body], panel: "counts") : opens))
  }

  /// The count of one body with three different intervals: for the rate behind it, for next
  /// year's count at that rate, and the model's path.
  private static func intervals(_ state: State) -> [Table.Row] {
    guard let fact = state.evidence.fact(.outageCount), let count = fact.value else { return [] }
    func line(
      _ label: String, _ short: String, _ period: String, _ text: String, _ signs: String,
      _ value: Double, _ figure: Figure, opens: Place? = nil
    ) -> Table.Row {
      Table.Row(
        [
          Text(label, short: short), Text(period),
          Text(text, signs: signs, number: 0, value: value),
        ], Item(figure, opens: opens))
    }
    func derived(
      _ id: String, _ label: String, _ text: String, formula: String, _ ends: (Double, Double)
    ) -> Figure {
      Figure(
        id: id, label: label, text: text, mark: .derived, confidence: .c, asOf: fact.asOf,
        source: state.evidence.source(fact.sourceID), locator: fact.locator, formula: formula,
        note: "One year of data cannot show a trend.", inputs: [fact.id],
        value: FigureValue(
          number: nil, low: ends.0, high: ends.1, unit: "outages a year", body: fact.body))
    }
    let rate = poissonInterval(count: Int(count), level: 0.95)
    let limits = [rate.lower, rate.upper].map { Numbers.telling($0, places: 1) }
      .joined(separator: " to ")
    let next = nextYearCount(count: Int(count), rateFactor: 1, level: 0.9)
    let signs = state.signs(.derived, asOf: fact.asOf)
    let body = state.evidence.name(of: fact.body)
    var rows = [
      line(
        "\(body): critical outages", "\(state.shortName(fact.body)): critical outages", fact.period,
        Numbers.count(count), state.signs(fact), count, state.evidence.figure(fact),
        opens: state.place.path.isEmpty
          ? Place(.outages, path: [fact.body], panel: "counts") : nil),
      line(
        "  the rate behind it, exact Poisson, 95%", "  rate, exact Poisson 95%", "a year",
        limits,
        signs, count,
        derived(
          "\(fact.id).rate_interval", "Rate behind \(Numbers.count(count)) outages",
          "\(limits) a year, 95%",
          formula: "Exact (Garwood) interval from the count of \(Numbers.count(count)) alone.",
          (rate.lower, rate.upper))),
      line(
        "  next year at that rate, prediction, 90%", "  next year, predicted 90%", "next year",
        "\(next.lower) to \(next.upper)", signs, count,
        derived(
          "\(fact.id).prediction", "Count in the next year at an unchanged rate",
          "\(next.lower) to \(next.upper), 90%",
          formula: "Negative binomial from the Jeffreys posterior of the rate behind "
            + "\(Numbers.count(count)).", (Double(next.lower), Double(next.upper)))),
    ]
    if let national = state.account?.national, let last = national.outages.last {
      let text = Numbers.telling(last, places: 0)
      rows.append(
        line(
          "  modelled path, \(state.basisWords)", "  modelled", state.lastYear, text,
          Mark.modelled.letter, last,
          state.modelled(
            "outages@\(state.lastYear)", "Critical outages in \(state.lastYear)",
            "\(text) with the policy, "
              + "\(Numbers.telling(national.outagesBaseline.last ?? 0, places: 0)) without, "
              + state.basisWords,
            formula: "Rate x (1 - share due to legacy + share due to legacy x L(t)/L(0)).",
            value: state.accounted(last, "outages a year", in: state.lastYear),
            others: [
              Figure.Beside(
                "outages_baseline@\(state.lastYear)",
                state.accounted(
                  national.outagesBaseline.last, "outages a year", in: state.lastYear))
            ])))
    }
    return rows
  }
}
