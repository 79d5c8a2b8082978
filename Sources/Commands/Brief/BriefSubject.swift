import Analytics
import Briefings
import Dashboard
import Documents
import Figures
import Store

/// What is briefed on: one scenario or two at rest, of an organisation or the whole.
struct BriefSubject {
  private let states: [State]
  private let code: String?
  private let marking: String
  private let threads: Int

  private var second: State? { states.count == 2 ? states[1] : nil }

  /// - Parameters:
  ///   - scenarios: one, or two that are compared.
  ///   - code: of an organisation of the inputs; nil for the whole.
  init(
    _ scenarios: [ScenarioSource.Found], _ settings: ModelSettings, _ evidence: Evidence,
    department code: String?, marking: String = "", draws: Int, seed: UInt64
  ) {
    self.code = code
    self.marking = marking
    threads = settings.threads
    states = scenarios.map { found in
      let scenario = settings.applied(to: found.scenario)
      let state = State(
        inputs: settings.inputs, evidence: evidence, scenario: scenario,
        baseline: scenario == found.scenario ? nil : found.scenario, seed: seed,
        settings: Settings(theme: .light),
        place: code.map { Place(.department, path: [$0]) } ?? Place(.overview), columns: 120,
        rows: 36, draws: draws)
      return state.settled(by: settings.answers(state))
    }
  }

  func pack() throws(CommandFailure) -> Document {
    let pack =
      second.map {
        Document(
          comparing: states[0], with: $0, department: code, marking: marking, threads: threads)
      } ?? Document(states[0], department: code, marking: marking)
    return try made(pack)
  }

  /// - Parameter annex: what is appended to it; nil for nothing.
  func note(_ annex: Document?) throws(CommandFailure) -> Document {
    try made(
      Document(
        noteOn: states[0], with: second, department: code, marking: marking, annex: annex,
        threads: threads))
  }

  func book() throws(CommandFailure) -> Book {
    try made(Book(states[0], with: second, department: code, marking: marking))
  }

  func deck() throws(CommandFailure) -> Deck {
    try made(Deck(states[0], with: second, department: code, marking: marking, threads: threads))
  }

  private func made<Made>(_ document: Made?) throws(CommandFailure) -> Made {
    guard let document else {
      throw CommandFailure(code: 1, message: "the scenario has no projection to brief on")
    }
    return document
  }
}
