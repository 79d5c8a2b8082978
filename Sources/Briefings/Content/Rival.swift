import Analytics
import Dashboard

/// Another scenario on the same draws, and what sets the two apart.
struct Rival {
  let state: State
  let projection: Projection
  let comparison: Comparison
  /// Net present value of the first scenario less that of the other, £bn: of the organisation that
  /// the briefing is of, or of the nation.
  let difference: Summary
  /// The same as one number: expected, or of the central case where there are no draws.
  let value: Double
  /// Share of draws in which the first is greater; nil without draws.
  let chance: Double?

  /// Where the national change from the first scenario to the other comes from; nil where it is
  /// not defined.
  var attribution: Attribution? { comparison.attributions.first }

  /// nil where the other state has no projection.
  init?(_ state: State, against subject: Subject, threads: Int) {
    guard let projection = state.projection else { return nil }
    self.state = state
    self.projection = projection
    let model = Model(subject.inputs)
    let draws = model.draws(
      subject.uncertainty?.draws ?? 0, seed: subject.uncertainty?.seed ?? subject.state.seed)
    let scenarios = [subject.state.scenario, state.scenario]
    guard let comparison = model.compare(scenarios, draws, threads: threads) else { return nil }
    self.comparison = comparison
    guard let place = subject.inputs.organisations.firstIndex(where: { $0.code == subject.code })
    else {
      let pair = comparison.pairs.first
      difference = pair?.difference ?? Summary()
      chance = pair?.probabilityABetter
      let account = state.account ?? projection.account
      value = (subject.account.metrics[.npsv] ?? 0) - (account.metrics[.npsv] ?? 0)
      return
    }
    let values = scenarios.map { scenario in
      model.run(scenario, model.sample(scenario, draws), threads: threads)?
        .npsv(organisation: place) ?? []
    }
    let differences = zip(values[0], values[1]).map { $0 - $1 }
    difference = Summary(differences)
    chance =
      differences.isEmpty
      ? nil : Double(differences.count { $0 > 0 }) / Double(differences.count)
    let account = state.account ?? projection.account
    value =
      subject.account.organisations[place].npsv - account.organisations[place].npsv
  }
}
