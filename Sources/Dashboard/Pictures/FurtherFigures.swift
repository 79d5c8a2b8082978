import Analytics
import Figures

/// Numbers that stand in a panel beside those that can have the focus, in a note or a further
/// column: a picture has to name their sources as well.
enum FurtherFigures {
  static func figures(_ state: State, panel: String) -> [Figure] {
    switch (state.place.screen, panel) {
    case (.overview, "tiles"):
      facts(
        ["opportunity.total.blueprint", "legacy.share.2023", "contractors.cost_multiple"], state)
    case (_, "fan"): facts(["opportunity.total"], state)
    default: []
    }
  }

  private static func facts(_ ids: [String], _ state: State) -> [Figure] {
    ids.compactMap { state.evidence.fact($0).map(state.evidence.figure) }
  }
}
