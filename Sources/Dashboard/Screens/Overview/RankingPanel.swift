import Analytics
import Figures
import Frames

/// Organisations from the largest benefit in the last year down.
enum RankingPanel {
  static func panel(_ state: State, title: String) -> Panel {
    let organisations = (state.projection?.organisations ?? []).sorted {
      ($0.benefit.last ?? 0, $1.code) > ($1.benefit.last ?? 0, $0.code)
    }
    let names = Dictionary(
      uniqueKeysWithValues: state.inputs.organisations.map { ($0.code, $0.name) })
    return Panel(
      "ranking", title,
      bars: Bars(
        organisations.map { series in
          let name = names[series.code] ?? series.code
          let benefit = Numbers.billions(series.benefit.last ?? 0)
          return Bars.Row(
            BarRow(
              name, short: state.briefName(series.code, name), value: series.benefit.last ?? 0,
              text: benefit, mark: .modelled),
            Item(
              state.modelled(
                "\(series.code).benefit@\(state.lastYear)",
                "Benefit in \(state.lastYear), \(name)", "\(benefit) a year, central case",
                formula: "This project's allocation of each stream by its key, through adoption, "
                  + "realisation and overlap. The review publishes no split.",
                value: .central(
                  series.benefit.last, "£bn a year", of: series.code, in: state.lastYear)),
              opens: Place(.department, path: [series.code])))
        }))
  }
}
