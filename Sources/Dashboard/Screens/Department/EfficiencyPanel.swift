import Analytics
import Figures
import Frames

/// What an organisation has promised to save, beside what the model says that it could bank in the
/// same year: a check against reality, not a sum.
enum EfficiencyPanel {
  static func panel(_ state: State, _ organisation: Organisation) -> Panel {
    let evidence = state.evidence
    let published = evidence.rows(.efficiencyPlans, of: organisation.code)
    let target = evidence.efficiencyTarget(of: organisation.code)
    var rows = published.map { row in
      Table.Row(
        [
          Text("\(row.measure), \(row.period)"),
          Text(row.number, signs: state.signs(row), number: 0, value: row.value),
        ], Item(evidence.figure(row, in: .efficiencyPlans)))
    }
    if published.isEmpty {
      rows.append(
        Table.Row(
          [Text("Efficiency target"), Text(Evidence.absent, .muted)], Item()))
    }
    if let target, let figure = evidence.derivedFigure(target), let budget = target.budget {
      rows.append(
        Table.Row(
          [
            Text(
              "That share of the \(budget.period) budget, as money",
              short: "Of the \(budget.period) budget"),
            Text(
              target.derivedMoney ?? "",
              signs: state.signs(figure), number: 0, value: target.derived),
          ], Item(figure)))
    }
    rows += comparison(state, organisation, published, target)
    return Panel(
      "target", "Published target and model",
      table: Table(
        [
          Column("", flexible: true, least: 14), Column("", trailing: true),
        ], rows, header: .never,
        note: Note(
          "Targets are departments' own, gross or net as they say, and not of digital alone.")))
  }

  /// The model's cash in the year of the target, and as a share of it.
  private static func comparison(
    _ state: State, _ organisation: Organisation, _ published: [Observation],
    _ target: EfficiencyTarget?
  ) -> [Table.Row] {
    guard let account = state.account(of: organisation.code), let years = state.account?.years,
      let year = target?.year ?? published.map(\.period).filter(years.contains).max(),
      let place = years.firstIndex(of: year), let cash = account.cash(ofYear: place)
    else { return [] }
    let modelled = self.cash(state, organisation, cash, in: year)
    var rows = [
      Table.Row(
        [
          Text(
            "Modelled cash in \(year), \(state.basisWords)", short: "Modelled cash, \(year)"),
          Text(Numbers.billions(cash) + " M", .strong, number: 0, value: cash),
        ], Item(modelled))
    ]
    if let target, let amount = target.amount, amount > 0, let figure = figure(target, state) {
      let share = cash * 1000 / amount
      rows.append(
        Table.Row(
          [
            Text("Modelled cash over the target", short: "of the target"),
            Text(Numbers.share(share) + " M", .strong, number: 0, value: share),
          ],
          Item(
            self.share(state, organisation, cash: modelled, cash, of: figure, target, share))))
    }
    return rows
  }

  /// The model's cash in a year, £bn, as a figure.
  static func cash(
    _ state: State, _ organisation: Organisation, _ cash: Double, in year: String
  ) -> Figure {
    state.modelled(
      "\(organisation.code).cash@\(year)",
      "Cash-releasing benefit in \(year), \(organisation.name)",
      "\(Numbers.billions(cash)) a year, \(state.basisWords)",
      formula: "Cash shares of automation and channels, contractors, and legacy spending below "
        + "today's, after overlap; before cost.",
      note: "Only what can leave a budget is comparable with a savings target.",
      value: state.accounted(cash, Money.billionsAYear, of: organisation.code, in: year))
  }

  /// The same, `amount` £bn, as a share of a target.
  static func share(
    _ state: State, _ organisation: Organisation, cash: Figure, _ amount: Double, of figure: Figure,
    _ target: EfficiencyTarget, _ share: Double
  ) -> Figure {
    state.modelled(
      "\(organisation.code).cash_of_target@\(target.year)",
      "Modelled cash as a share of the target, \(organisation.name), \(target.year)",
      "\(Numbers.share(share)), \(state.basisWords)",
      formula: "\(Numbers.billions(amount)) (modelled) over \(figure.text) "
        + "(\(target.published == nil ? "derived: \(figure.formula)" : "published")).",
      note: "The target is not of digital alone; the model's cash is before its cost.",
      inputs: [cash.id, figure.id],
      value: state.accounted(share, "share of the target", of: organisation.code, in: target.year))
  }

  /// The target in money: as published, else as derived.
  static func figure(_ target: EfficiencyTarget, _ state: State) -> Figure? {
    target.published.map { state.evidence.figure($0, in: .efficiencyPlans) }
      ?? state.evidence.derivedFigure(target)
  }
}
