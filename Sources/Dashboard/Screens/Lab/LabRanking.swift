import Analytics
import Figures
import Frames

/// Organisations from the largest benefit in the last year down, in the unit that is shown.
enum LabRanking {
  static func panel(_ state: State) -> Panel {
    let organisations = state.account?.organisations ?? []
    let rows = organisations.map { series in
      (series, state.moneyScale(of: series.code))
    }.sorted {
      // Those without a divisor come last, by their code.
      let (a, b) = ($0.1.value(last($0.0)), $1.1.value(last($1.0)))
      return (a ?? -.infinity, $1.0.code) > (b ?? -.infinity, $0.0.code)
    }
    let title =
      "Benefit in \(state.lastYear) by organisation, \(state.moneyScale().title): \(state.basisWords)"
    return Panel(
      "ranking", title,
      bars: Bars(
        rows.map { series, scale in
          let known = scale.isKnown
          return Bars.Row(
            BarRow(
              scale.owner, short: state.briefName(series.code, scale.owner),
              value: scale.value(last(series)) ?? 0,
              text: known ? scale.text(last(series)) : scale.absenceInShort,
              mark: known ? .modelled : nil, style: Theme.seriesOfBars(state)),
            Item(
              figures: figures(state, series, scale),
              opens: Place(.department, path: [series.code])))
        }))
  }

  private static func last(_ series: OrganisationAccount) -> Double { series.benefit }

  private static func figures(
    _ state: State, _ series: OrganisationAccount, _ scale: MoneyScale
  ) -> [Figure] {
    [
      state.modelled(
        "\(series.code).benefit@\(state.lastYear)",
        "Benefit in \(state.lastYear), \(scale.owner)",
        scale.isKnown
          ? "\(scale.text(last(series))) a year, \(state.basisWords)"
          : "\(scale.absence): \(Numbers.billions(last(series))) a year, \(state.basisWords)",
        formula: "This project's allocation of each stream by its key, through adoption, "
          + "realisation and overlap; not a published split." + scale.formula,
        value: scale.isKnown
          ? scale.accounted(
            last(series), Money.billionsAYear, state.statistic, of: series.code, in: state.lastYear)
          : state.accounted(last(series), Money.billionsAYear, of: series.code, in: state.lastYear))
    ] + [scale.divisor?.figure].compactMap { $0 }
  }
}

extension MoneyScale {
  /// What stands in a narrow cell where there is nothing to divide by.
  var absenceInShort: String {
    unit == .budgetShare ? "no budget in these data" : "no count in these data"
  }
}

extension Theme {
  /// The colour of bars of one series in the theme of a state.
  static func seriesOfBars(_ state: State) -> Style {
    named(state.settings.depth == .none ? .mono : state.settings.theme).series(0)
  }
}
