import Analytics
import Figures
import Frames

/// What departments have promised to save, beside the modelled cash of the same year: how much of
/// each target digital reform could bank, the largest share first, and those without a target.
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
      id, "What digital could bank of each efficiency target\(state.basisNote)",
      table: Table(
        [
          Column("department", flexible: true, least: 12), Column("by", priority: 1),
          Column("target", trailing: true), Column("cash then M", trailing: true),
          Column("of target M", trailing: true),
        ],
        rows.map { row in
          let code = row.organisation.code
          let name = row.organisation.name
          let target = EfficiencyPanel.figure(row.target, state)
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
      let (code, name) = (row.organisation.code, row.organisation.name)
      return (displayWidth(name) <= 30 ? name : state.briefName(code, name))
        + " could bank \(Numbers.share(row.share)) of its target of \(row.target.money ?? "") by "
        + "\(row.target.year) from digital, the most: \(Numbers.billions(row.cash)) "
        + state.basisWords
    }
  }

  /// Departments with a target in a year of the projection, the largest share first.
  private static func rows(_ state: State) -> [Row] {
    guard let account = state.account else { return [] }
    return state.inputs.organisations.compactMap { organisation in
      guard let target = state.evidence.efficiencyTarget(of: organisation.code),
        let amount = target.amount, amount > 0,
        let place = account.years.firstIndex(of: target.year),
        let cash = state.account(of: organisation.code)?.cash(ofYear: place)
      else { return nil }
      return Row(organisation: organisation, target: target, cash: cash)
    }.sorted { ($0.share, $1.organisation.code) > ($1.share, $0.organisation.code) }
  }

  private static func figures(_ state: State, _ row: Row, _ target: Figure?) -> [Figure] {
    guard let target else { return [] }
    let cash = EfficiencyPanel.cash(state, row.organisation, row.cash, in: row.target.year)
    return [
      target, cash,
      EfficiencyPanel.share(
        state, row.organisation, cash: cash, row.cash, of: target, row.target, row.share),
    ]
  }
}

extension State {
  /// The years of efficiency targets by the codes of those that have them, where the open page shows
  /// what could be banked of them; else empty.
  var targetYears: [String: String] {
    guard place.screen == .departments, place.path.isEmpty else { return [:] }
    return inputs.organisations.reduce(into: [:]) { years, organisation in
      if let target = evidence.efficiencyTarget(of: organisation.code), (target.amount ?? 0) > 0 {
        years[organisation.code] = target.year
      }
    }
  }
}
