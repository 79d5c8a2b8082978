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
      items: organisations.map { series in
        Item(
          state.modelled(
            "\(series.code).benefit",
            "Benefit in \(state.lastYear), \(names[series.code] ?? series.code)",
            "\(Numbers.billions(series.benefit.last ?? 0)) a year, central case",
            formula: "This project's allocation of each stream by its key, through adoption, "
              + "realisation and overlap. The review publishes no split."),
          opens: Place(.department, path: [series.code]))
      }
    ) { sheet, rect in
      sheet.bars(
        organisations.map { series in
          BarRow(
            names[series.code] ?? series.code, short: series.code, value: series.benefit.last ?? 0,
            text: Numbers.billions(series.benefit.last ?? 0), mark: .modelled,
            style: sheet.theme.series(0))
        }, in: rect)
    }
  }
}
