import Analytics
import Figures
import Frames

/// The headline figures, the opportunity by lever, the projection, and the departments ranked.
struct OverviewScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    [
      TilesPanel.panel(state), OpportunityPanels.levers(state), FanPanel.panel(state),
      RankingPanel.panel(
        state, title: "Organisations by benefit in \(state.lastYear), \(state.basisWords)"),
    ]
  }

  func layout(_ state: State, in rect: Rect) -> [String: Rect] {
    // A fourth line of each tile says whose number it is.
    let (top, rest) = rect.split(top: rect.rows >= 30 ? 6 : 5)
    if rect.columns >= 140 {
      let parts = rest.columns([9, 11])
      let left = parts[0].split(top: 9)
      return ["tiles": top, "levers": left.0, "ranking": left.1, "fan": parts[1]]
    }
    let middle = rest.split(top: max(min(rest.rows - 6, 14), rest.rows / 2))
    let parts = middle.0.columns([4, 5])
    return ["tiles": top, "levers": parts[0], "fan": parts[1], "ranking": middle.1]
  }
}
