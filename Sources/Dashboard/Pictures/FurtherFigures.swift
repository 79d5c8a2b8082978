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
    case (.departments, "departments"): departments(state)
    default: []
    }
  }

  private static func facts(_ ids: [String], _ state: State) -> [Figure] {
    ids.compactMap { state.evidence.fact($0).map(state.evidence.figure) }
  }

  /// The table's columns that are not modelled: staff, contractor spend, red-rated systems.
  private static func departments(_ state: State) -> [Figure] {
    let spend = Dictionary(
      ContractorYears.all(state).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    return state.inputs.organisations.flatMap { organisation -> [Figure] in
      let code = organisation.code
      let staff = state.latest(.workforce, DepartmentFigures.staff, of: code)
      let red = state.latest(.legacy, "Red-rated legacy systems", of: code)
      return [
        staff.map { state.evidence.figure($0, in: .workforce) },
        spend[code].map { $0.figure(state) },
        red.map { state.evidence.figure($0, in: .legacy) },
      ].compactMap { $0 }
    }
  }
}
