import Analytics
import Dashboard
import Documents
import Figures

/// Two scenarios beside one another.
enum ComparisonRules {
  static let message = Rule("compare.difference") { subject in
    guard let rival = subject.rival, !same(rival) else { return nil }
    let (first, other) = names(subject)
    return "\(subject.name): net present social value of \(first) less \(other): "
      + "\(difference(subject, rival))"
  }

  static let identical = Rule("compare.identical") { subject in
    guard let rival = subject.rival, same(rival) else { return nil }
    let (first, other) = names(subject)
    let zero = subject.modelled(
      "compare.npsv", "Difference of net present social value", Numbers.billions(0),
      value: subject.number(0, Money.billions, .difference))
    return "\(subject.name): \(first) and \(other) come to the same, a difference of \(zero)"
  }

  static let messages = [message, identical]
  static let lines = [chance, driver, otherDriver, benefit, delay]
  static let drivers = [driver, otherDriver, delay]

  static let chance = Rule("compare.chance") { subject in
    guard let rival = subject.rival, !same(rival), let chance = rival.chance else { return nil }
    let figure = subject.modelled(
      "compare.chance", "Share of runs in which the first is worth more", Numbers.share(chance),
      value: subject.number(chance, "share", .share))
    let (first, other) = names(subject)
    return "\(first) is worth more than \(other) in \(figure) of the common runs."
  }

  static let driver = Rule("compare.driver") { subject in
    guard let rival = subject.rival, let attribution = rival.attribution,
      let lever = ordered(attribution).first, let part = attribution.byLever[lever],
      abs(part) > abs(attribution.assumptions)
    else { return nil }
    let (first, other) = names(subject)
    let label = subject.inputs.levers.first { $0.id == lever }?.label ?? lever.id
    return "What drives it most is the lever \"\(label)\": going from \(first) to "
      + "\(other) it moves the national net present value of the central case by "
      + "\(change("compare.\(lever.id)", label, part, subject)), where the change in all is "
      + "\(change("compare.change", "Change in all", attribution.change, subject))."
  }

  /// Where no lever moves the value as much as what is assumed does.
  static let otherDriver = Rule("compare.driver_is_no_lever") { subject in
    guard let attribution = subject.rival?.attribution, abs(attribution.assumptions) > 1e-9,
      attribution.byLever.values.allSatisfy({ abs($0) <= abs(attribution.assumptions) })
    else { return nil }
    let (first, other) = names(subject)
    let part = change("compare.assumptions", "No lever's part", attribution.assumptions, subject)
    return "What drives it most is no lever: assumptions, keys and discounting move the national "
      + "net present value of the central case by \(part) from \(first) to \(other), where the "
      + "change in all is "
      + "\(change("compare.change", "Change in all", attribution.change, subject))."
  }

  static let horizon = Rule("compare.horizon") { subject in
    let (first, _) = names(subject)
    return "Both run from \(subject.projection.years.first ?? "") to \(subject.lastYear), at real "
      + "prices of \(subject.projection.years.first ?? ""); numbers are "
      + "\(subject.rangeWords). The "
      + "assumptions below are those of \(first)."
  }

  static let benefit = Rule("compare.benefit") { subject in
    guard let rival = subject.rival else { return nil }
    let (first, other) = names(subject)
    let theirs = subject.with(rival)
    func range(_ of: Subject) -> Figure {
      of.range(
        "final_benefit", "Benefit in \(of.lastYear)", of.finalBenefit, of.benefit, a: " a year")
    }
    return
      "Benefit by \(subject.lastYear): \(first), \(range(subject)); \(other), \(range(theirs))."
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

  /// The levers that move the value, the one that moves it most first.
  static func ordered(_ attribution: Attribution) -> [Lever] {
    Lever.allCases.filter { abs(attribution.byLever[$0] ?? 0) > 1e-9 }
      .sorted { abs(attribution.byLever[$0] ?? 0) > abs(attribution.byLever[$1] ?? 0) }
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

  /// The expected difference with where eight in ten runs lie, with signs, since they may lie on both
  /// sides of zero.
  static func difference(_ subject: Subject, _ rival: Rival) -> Figure {
    guard let low = rival.difference.p10, let high = rival.difference.p90 else {
      return subject.modelled(
        "compare.npsv", "Difference, central case", Numbers.changeInBillions(rival.value),
        value: subject.number(rival.value, Money.billions, .difference))
    }
    let (from, to) = (Numbers.changeInBillions(low), Numbers.changeInBillions(high))
    return subject.modelled(
      "compare.npsv", "Difference",
      "expected \(Numbers.changeInBillions(rival.value)); 8 in 10 runs "
        + (from == to ? from : "\(from) to \(to)"),
      value: subject.number(rival.value, Money.billions, .mean, low: low, high: high))
  }

  private static func same(_ rival: Rival) -> Bool {
    abs(rival.value) < 1e-12 && abs(rival.difference.p10 ?? 0) < 1e-12
      && abs(rival.difference.p90 ?? 0) < 1e-12
  }
}

extension Subject {
  /// The other scenario in this one's place.
  func with(_ rival: Rival) -> Subject {
    Subject(rival.state, rival.projection, organisation: organisation)
  }
}
