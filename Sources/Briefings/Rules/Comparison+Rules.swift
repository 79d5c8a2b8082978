import Analytics
import Dashboard
import Documents
import Figures

/// Two scenarios beside one another.
enum ComparisonRules {
  static let drivers = [driver, delay]

  static let driver = Rule("compare.driver") { subject in
    guard let attribution = subject.rival?.attribution, let most = parts(subject).first else {
      return nil
    }
    let (first, other) = names(subject)
    let which: Passage = most.isLever ? "the lever \"\(most.label)\"" : "no lever but \(most.label)"
    return "What drives it most is \(which): going from \(first) to \(other) it moves the national "
      + "net present value of the central case by "
      + "\(change("compare.\(most.id)", most.label, most.value, subject)), where the change in all is "
      + "\(change("compare.change", "Change in all", attribution.change, subject))."
  }

  static let horizon = Rule("compare.horizon") { subject in
    let (first, _) = names(subject)
    return "Both run from \(subject.projection.years.first ?? "") to \(subject.lastYear), at real "
      + "prices of \(subject.projection.years.first ?? ""); numbers are "
      + "\(subject.rangeWords). The "
      + "assumptions below are those of \(first)."
  }

  static let delay = Rule("compare.delay") { subject in
    guard let costs = subject.rival?.comparison.scenarios.map(\.delayCost), costs.count == 2,
      let one = costs[0], let two = costs[1], max(abs(one), abs(two)) > 1e-12
    else { return nil }
    let (first, other) = names(subject)
    func cost(_ id: String, _ value: Double) -> Figure {
      subject.modelled(
        id, "Cost of a year's further delay", Numbers.billions(value),
        value: subject.number(value, Money.billions, .difference, national: true))
    }
    return "A further year's delay everywhere costs the nation \(cost("delay.first", one)) in "
      + "\(first) and \(cost("delay.other", two)) in \(other), in net present value of the central "
      + "case."
  }

  /// A part of the change of the national net present value from the first scenario to the other,
  /// £bn, central case.
  struct Part {
    let id: String
    let label: String
    let value: Double
    let isLever: Bool
  }

  /// Each lever that moves the value, and what no lever does, the greatest part first.
  static func parts(_ subject: Subject) -> [Part] {
    guard let attribution = subject.rival?.attribution else { return [] }
    let levers = Lever.allCases.map { lever in
      Part(
        id: lever.id, label: subject.inputs.levers.first { $0.id == lever }?.label ?? lever.id,
        value: attribution.byLever[lever] ?? 0, isLever: true)
    }
    let others = Part(
      id: "assumptions", label: "assumptions, keys and discounting",
      value: attribution.assumptions, isLever: false)
    return (levers + [others]).filter { abs($0.value) > 1e-9 }
      .sorted { abs($0.value) > abs($1.value) }
  }

  /// The scenarios' names; told apart where they are the same.
  static func names(_ subject: Subject) -> (String, String) {
    let (first, other) = (subject.state.scenarioName, subject.rival?.state.scenarioName ?? "")
    return first == other ? (first + " (A)", other + " (B)") : (first, other)
  }

  static func change(
    _ id: String, _ label: String, _ value: Double, _ subject: Subject
  ) -> Figure {
    subject.modelled(
      id, label, Numbers.changeInBillions(value),
      value: subject.number(value, Money.billions, .difference, national: true))
  }
}

extension Subject {
  /// The other scenario in this one's place.
  func with(_ rival: Rival) -> Subject {
    Subject(state: rival.state, organisation: organisation, projection: rival.projection)
  }
}
