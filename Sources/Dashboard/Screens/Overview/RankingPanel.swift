import Analytics
import Figures
import Frames

/// Organisations from the largest benefit in the last year down.
enum RankingPanel {
  static func panel(_ state: State, title: String) -> Panel {
    let organisations = (state.account?.organisations ?? []).sorted {
      ($0.benefit, $1.code) > ($1.benefit, $0.code)
    }
    let names = Dictionary(
      uniqueKeysWithValues: state.inputs.organisations.map { ($0.code, $0.name) })
    return Panel(
      "ranking", title,
      bars: Bars(
        organisations.map { account in
          let name = names[account.code] ?? account.code
          let benefit = Numbers.billions(account.benefit)
          let spread = state.uncertainty?.organisations.first { $0.code == account.code }
            .flatMap(\.finalBenefit.spread)
          return Bars.Row(
            BarRow(
              name, short: state.briefName(account.code, name), value: account.benefit,
              text: benefit, mark: .modelled),
            Item(
              state.modelled(
                "\(account.code).benefit@\(state.lastYear)",
                "Benefit in \(state.lastYear), \(name)",
                "\(benefit) a year, \(state.basisWords)" + (spread.map { "; \($0)" } ?? ""),
                formula: "This project's allocation of each stream by its key, through adoption, "
                  + "realisation and overlap; not a published split.",
                value: state.accounted(
                  account.benefit, Money.billionsAYear, of: account.code, in: state.lastYear)),
              opens: Place(.department, path: [account.code])))
        }))
  }
}
