import Analytics
public import Dashboard

/// What is briefed on: an organisation or the whole, in one scenario or in two that are compared.
/// Every form of a briefing is made of the same numbers.
public struct Briefing {
  let subject: Subject
  let marking: String

  /// - Parameters:
  ///   - state: with the answers of its scenario; for an organisation, on its page, so that its fan
  ///     is there by year.
  ///   - other: another scenario to compare it with, on as many draws of the same seed; nil for none.
  ///   - code: of an organisation of the inputs; nil for the whole.
  ///   - marking: such as OFFICIAL; empty for none.
  ///   - threads: how many may compare; their number changes nothing.
  /// - Returns: nil where a state has no projection yet, or the inputs no such organisation.
  public init?(
    _ state: State, with other: State? = nil, department code: String? = nil,
    marking: String = "", threads: Int = 2
  ) {
    guard let projection = state.projection else { return nil }
    let organisation = code.flatMap { code in
      state.inputs.organisations.first { $0.code == code }
    }
    guard code == nil || organisation != nil else { return nil }
    var subject = Subject(state: state, organisation: organisation, projection: projection)
    if let other {
      guard let rival = Rival(other, against: subject, threads: threads) else { return nil }
      subject.rival = rival
    }
    self.subject = subject
    self.marking = marking
  }

  var name: String { subject.organisation?.name ?? "State of digital government" }
  var subtitle: String {
    let names =
      subject.rival == nil
      ? "Scenario \(subject.state.scenarioName)"
      : "Scenarios \(ComparisonRules.names(subject).0) and \(ComparisonRules.names(subject).1)"
    return "\(names); \(subject.edition). Not an official statistic."
  }
}
