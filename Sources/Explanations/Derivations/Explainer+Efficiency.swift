import Figures

extension Explainer {
  /// A target that is published as a share of a budget, as money: the share of the budget that its
  /// source names.
  func efficiencyTarget(_ place: Int) -> Derivation? {
    guard let target = evidence.efficiencyTarget(of: code(place)), let share = target.share,
      let budget = target.budget, let percent = node(of: share, in: .efficiencyPlans),
      let sum = node(of: budget, in: .budgets)
    else { return nil }
    return Derivation(note: share.note) { uses in uses(percent) / 100 * uses(sum) }
  }

  /// The target as screens and packs print it.
  func derivedTarget(_ place: Int) -> Figure? {
    evidence.efficiencyTarget(of: code(place)).flatMap(evidence.derivedFigure)
  }

  /// The publications that the share and the budget are from.
  func sourcesOfTarget(_ place: Int) -> [Citation] {
    guard let target = evidence.efficiencyTarget(of: code(place)) else { return [] }
    return [target.share, target.budget].compactMap { row in
      row.flatMap { row in evidence.source(row.sourceID).map { citation($0, row.locator) } }
    }
  }

  /// A fact is one step nearer to the source than the row that states it.
  private func node(of row: Observation, in table: ObservationTable) -> Node? {
    if evidence.fact(row.factID) != nil { return .fact(row.factID) }
    guard let place = ObservationTable.allCases.firstIndex(of: table),
      let index = evidence.rows(table).firstIndex(of: row)
    else { return nil }
    return .observation(row: index, table: place)
  }
}
