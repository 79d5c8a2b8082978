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

  func layout(_ state: State, in rect: Rect) -> [String: Rect] {
    // A fourth line of each tile says whose number it is.
    let (top, rest) = rect.split(top: rect.rows >= 30 ? 6 : 5)
    if rect.columns >= 140 {
      let parts = rest.columns([9, 11])
      let left = parts[0].split(top: 9)
      let right = parts[1].split(top: max(parts[1].rows - 18, parts[1].rows / 2))
      return [
        "tiles": top, "levers": left.0, "ranking": left.1, "fan": right.0, PlanPanel.id: right.1,
      ]
    }
    let middle = rest.split(top: max(min(rest.rows - 6, 14), rest.rows / 2))
    let parts = middle.0.columns([4, 5])
    let places = ["tiles": top, "levers": parts[0], "fan": parts[1]]
    guard rect.columns >= 116 else {
      return Accordion.layout(["ranking", PlanPanel.id], state, in: middle.1)
        .merging(places) { first, _ in first }
    }
    let lower = middle.1.columns([1, 1])
    return places.merging(["ranking": lower[0], PlanPanel.id: lower[1]]) { first, _ in first }
  }
}
