import Briefings
import Dashboard
import Figures
import Store

extension Briefing {
  /// One scenario or two at rest, of an organisation or the whole.
  ///
  /// - Parameters:
  ///   - scenarios: one, or two that are compared.
  ///   - code: of an organisation of the inputs; nil for the whole.
  init(
    _ scenarios: [ScenarioSource.Found], _ settings: ModelSettings, _ evidence: Evidence,
    department code: String?, marking: String = "", draws: Int, seed: UInt64
  ) throws(CommandFailure) {
    let states = scenarios.map { found in
      let scenario = settings.applied(to: found.scenario)
      let state = State(
        inputs: settings.inputs, evidence: evidence, scenario: scenario,
        baseline: scenario == found.scenario ? nil : found.scenario, seed: seed,
        settings: Settings(theme: .light),
        place: code.map { Place(.department, path: [$0]) } ?? Place(.overview), columns: 120,
        rows: 36, draws: draws)
      return state.settled(by: settings.answers(state))
    }
    let made = Briefing(
      states[0], with: states.count == 2 ? states[1] : nil, department: code, marking: marking,
      threads: settings.threads)
    guard let made else {
      throw CommandFailure(code: 1, message: "the scenario has no projection to brief on")
    }
    self = made
  }
}
