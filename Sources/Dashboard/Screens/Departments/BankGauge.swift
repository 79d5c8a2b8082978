import Analytics
import Figures
import Frames

/// What departments have promised to save, beside the modelled cash of the same year: how much of
/// each target digital reform could bank, the largest share first, and those without a target. Of the
/// central case, and named so: expected values of an organisation are of the last year.
enum BankGauge {
  static let id = "gauge"

  private struct Row {
    var organisation: Organisation
    var target: EfficiencyTarget
    var cash: Double

    /// In £m a year.
    var amount: Double { target.amount ?? 0 }
    var share: Double { cash * 1000 / amount }
  }

  static func panel(_ state: State) -> Panel {
    let rows = rows(state)
    let without = state.inputs.organisations.filter {
      $0.sector == "Central" && state.evidence.efficiencyTarget(of: $0.code)?.amount == nil
    }.map { state.briefName($0.code, $0.name) }
    return Panel(
      id, "What digital could bank of each efficiency target, central case",
      table: Table(
        [
          Column("department", flexible: true, least: 12), Column("by", priority: 1),
          Column("target", trailing: true), Column("cash then M", trailing: true),
          Column("of target M", trailing: true),
        ],
        rows.map { row in
          let code = row.organisation.code
          let name = row.organisation.name
          let target = figure(state, row)
          return Table.Row(
            [
              Text(name, short: state.briefName(code, name)), Text(row.target.year, .muted),
              Text(
                row.target.money ?? "", signs: target.map { state.signs($0) } ?? "",
                .plain, number: 0, value: row.amount),
              Text(Numbers.billions(row.cash), number: 1, value: row.cash),
              Text(Numbers.share(row.share), number: 2, value: row.share),
            ],
            Item(
              figures: figures(state, row, target), opens: Place(.department, path: [code])))
        },
        note: without.isEmpty
          ? nil
          : Note(
            "Targets are of all causes, not of digital alone. No target in these data: "
              + without.joined(separator: ", ") + ".")))
  }

  /// Whose target digital reform could bank most of; nil where none has one.
  static func sentence(_ state: State) -> String? {
    rows(state).first.map { row in
      "\(row.organisation.name) could bank \(Numbers.share(row.share)) of its target of "
        + "\(row.target.money ?? "") by \(row.target.year) from digital, the most of all: "
        + "\(Numbers.billions(row.cash)) in the central case"
    }
  }

  /// Departments with a target in a year of the projection, the largest share first.
  private static func rows(_ state: State) -> [Row] {
    guard let years = state.projection?.years else { return [] }
    return state.inputs.organisations.compactMap { organisation in
      guard let target = state.evidence.efficiencyTarget(of: organisation.code),
        let amount = target.amount, amount > 0, let place = years.firstIndex(of: target.year),
        let series = state.series(of: organisation.code),
        series.cash.indices.contains(place)
      else { return nil }
      return Row(organisation: organisation, target: target, cash: series.cash[place])
    }.sorted { ($0.share, $1.organisation.code) > ($1.share, $0.organisation.code) }
  }

  private static func figure(_ state: State, _ row: Row) -> Figure? {
    row.target.published.map { state.evidence.figure($0, in: .efficiencyPlans) }
      ?? state.evidence.derivedFigure(row.target)
  }

  private static func figures(_ state: State, _ row: Row, _ target: Figure?) -> [Figure] {
    let (code, name, year) = (row.organisation.code, row.organisation.name, row.target.year)
    let cash = state.modelled(
      "\(code).cash@\(year)", "Cash-releasing benefit in \(year), \(name)",
      "\(Numbers.billions(row.cash)) a year, central case",
      formula: "Cash shares of automation and channels, contractors, and legacy spending below "
        + "today's, after overlap; before cost.",
      value: .central(row.cash, Money.billionsAYear, of: code, in: year))
    let share = state.modelled(
      "\(code).cash_of_target@\(year)",
      "Modelled cash as a share of the target, \(name), \(year)",
      Numbers.share(row.share) + ", central case",
      formula: "\(Numbers.billions(row.cash)) (modelled) over \(target?.text ?? "the target").",
      note: "The target is not of digital alone; the model's cash is before its cost.",
      inputs: [cash.id] + (target.map { [$0.id] } ?? []),
      value: .central(row.share, "share of the target", of: code, in: year))
    return [target, cash, share].compactMap { $0 }
  }
}
