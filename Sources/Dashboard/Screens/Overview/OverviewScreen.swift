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
      PlanPanel.panel(state),
    ]
  }

  func layout(_ panels: [Panel], _ state: State, in rect: Rect) -> [String: Rect] {
    // A fourth line of each tile says whose number it is.
    let (top, rest) = rect.split(top: rect.rows >= 27 ? 6 : 5)
    let columns =
      rect.columns >= 116
      ? PanelColumns([["levers", "ranking"], ["fan", PlanPanel.id]], weights: [4, 5])
      : rect.columns >= 80
        ? PanelColumns([["levers", "ranking"], ["fan", PlanPanel.id]])
        : PanelColumns([["fan", "levers", "ranking", PlanPanel.id]])
    return columns.layout(panels, state, in: rest).merging(["tiles": top]) { first, _ in first }
  }
}
