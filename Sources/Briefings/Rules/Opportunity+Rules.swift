import Analytics
import Dashboard
import Documents
import Figures

/// What is published of the headline, and what is not.
enum OpportunityRules {
  static let all: [Rule] = [
    published, range, levers, unpublished, headlineOutOfReach, headlineInReach, likeForLike,
    largest,
    otherKey,
  ]

  static let published = Rule("opportunity.published") { subject in
    subject.fact(.headline).map {
      "\(subject.evidence.roles[.review] == nil ? "The published" : "The review's") estimate of the "
        + "savings and productivity benefits of full digitisation is "
        + "\($0). It is a potential, not a forecast for any year."
    }
  }

  static let range = Rule("opportunity.range") { subject in
    subject.fact(.headlineRange).map { "\($0.source?.title ?? "Another") gives \($0)." }
  }

  /// Applies only while the parts and the whole differ.
  static let levers = Rule("opportunity.levers_do_not_add_up") { subject in
    guard let sum = subject.fact(.leverSum),
      let whole = subject.fact(.headline),
      let parts = subject.evidence.fact(.leverSum)?.value,
      let total = subject.evidence.fact(.headline)?.value, parts != total
    else { return nil }
    return "The three published levers add up to \(sum), the headline is \(whole): both are shown "
      + "as published, and nothing is rescaled."
  }

  static let unpublished = Rule("opportunity.unpublished") { subject in
    let known: [(role: Role, words: String)] = [
      (.headlineSplit, "its split by department or body"),
      (.headlineInvestment, "the investment that it needs"),
      (.headlineTimeframe, "a date by which it is reached"),
      (.headlineCashable, "its cashable share"),
    ]
    let missing: [Passage] = known.compactMap { entry in
      subject.statement(entry.role).map { "\(entry.words) \(cite: $0)" }
    }
    guard !missing.isEmpty else { return nil }
    return "Not published: \(Passage.joined(missing, separator: "; ")). Every split below is this "
      + "project's allocation, not the government's."
  }

  static let headlineOutOfReach = Rule("opportunity.headline_out_of_reach") { subject in
    guard subject.brings, let (headline, most, isReached) = bestTenth(subject), !isReached
    else { return nil }
    return "The published opportunity of \(headline) has no date. Nine runs in ten of this "
      + "scenario stay below \(most) a year in \(subject.lastYear)."
  }

  static let headlineInReach = Rule("opportunity.headline_in_reach") { subject in
    guard let (headline, most, isReached) = bestTenth(subject), isReached else { return nil }
    return "The published opportunity of \(headline) has no date. At least one run in ten of "
      + "this scenario reaches it by \(subject.lastYear): a tenth bring \(most) a year or more."
  }

  /// The headline, what the best tenth of the runs bring at least, and whether that reaches it; nil
  /// for an organisation, and without draws.
  private static func bestTenth(
    _ subject: Subject
  ) -> (headline: Figure, most: Figure, isReached: Bool)? {
    guard subject.organisation == nil, let headline = subject.fact(.headline),
      let potential = subject.evidence.fact(.headline)?.value,
      let high = subject.finalBenefit?.p90
    else { return nil }
    let most = subject.modelled(
      "final_benefit.p90", "Benefit in \(subject.lastYear), P90", Numbers.billions(high),
      value: subject.number(high, Money.billionsAYear, .p90, in: subject.lastYear))
    return (headline, most, high >= potential)
  }

  /// The headline is compared with what it is about.
  static let likeForLike = Rule("opportunity.like_for_like") { subject in
    guard subject.organisation == nil, subject.brings, subject.fact(.headline) != nil,
      let beside = subject.outsideHeadline
    else { return nil }
    func figure(_ id: String, _ label: String, _ value: Double) -> Figure {
      subject.modelled(
        id, label, "\(Numbers.billions(value)) a year, \(subject.basisWords)",
        value: subject.number(value, Money.billionsAYear, in: subject.lastYear))
    }
    let inside = figure(
      "like_for_like", "Benefit of automation, channels and fraud in \(subject.lastYear)",
      subject.benefit - beside)
    let outside = figure(
      "outside_headline", "Benefit of contractors and legacy in \(subject.lastYear)",
      beside)
    return "Like for like with that: \(inside). Contractors and legacy lie outside it: \(outside)."
  }

  /// The figure by the other key: the range leaves the choice of key out.
  static let otherKey = Rule("opportunity.other_key") { subject in
    guard let (figure, isOutside) = byOtherKey(subject), let range = subject.finalBenefit else {
      return nil
    }
    let words =
      subject.state.scenario.withOtherKey.keySet == .automationGDS2026
      ? subject.state.evidence.roles[.otherKey] : nil
    let name = words.map { " (\($0))" } ?? ""
    let head: Passage =
      "Ranges leave out the choice of key. By the other one\(name) \(figure) is expected in "
      + "\(subject.lastYear)"
    guard isOutside else { return head + "." }
    let own = subject.range(
      "final_benefit", "Benefit in \(subject.lastYear)", range, subject.benefit, a: " a year")
    return head + ", outside the range by the key used: \(own)."
  }

  /// The figure by the other key where the range by the key used does not hold it.
  static func outsideByOtherKey(_ subject: Subject) -> Figure? {
    byOtherKey(subject).flatMap { $0.isOutside ? $0.figure : nil }
  }

  private static func byOtherKey(_ subject: Subject) -> (figure: Figure, isOutside: Bool)? {
    guard let code = subject.code, let draws = subject.uncertainty,
      let range = subject.finalBenefit, let low = range.p10, let high = range.p90,
      let other = Model(subject.inputs).uncertainty(
        subject.state.scenario.withOtherKey, draws: draws.draws, seed: draws.seed),
      let mean = other.organisations.first(where: { $0.code == code })?.finalBenefit.mean
    else { return nil }
    let figure = subject.modelled(
      "\(code).final_benefit.other_key", "By the other key: benefit in \(subject.lastYear)",
      "\(Numbers.billions(mean)) a year",
      value: subject.number(mean, Money.billionsAYear, .mean, in: subject.lastYear))
    return (figure, mean < low || mean > high)
  }

  static let largest = Rule("opportunity.largest_part") { subject in
    guard subject.organisation != nil,
      let part = StreamPart.all(subject).filter({ $0.potential != nil })
        .max(by: { ($0.potential ?? 0) < ($1.potential ?? 0) }),
      let potential = part.potential, potential > 0
    else { return nil }
    let amount = subject.modelled(
      "\(part.stream.rawValue).potential", "Allocated potential, \(part.stream.label)",
      "\(Numbers.billions(potential)) a year", value: subject.number(potential, Money.billionsAYear)
    )
    return "The largest part that this allocation gives it is \(part.stream.label.lowercased()): "
      + "\(amount) of potential, before anything is funded, realised or adopted."
  }
}

/// An organisation's part of a stream, with the key that it is shared out by.
struct StreamPart {
  var stream: Stream
  var key: AllocationKey
  var cell: KeyCell
  /// 0 to 1.
  var share: Double
  /// £bn a year of published potential times the share; nil outside the headline.
  var potential: Double?

  static func all(_ subject: Subject) -> [StreamPart] {
    guard let code = subject.code else { return [] }
    return Stream.allCases.compactMap { stream in
      let key = stream.key(subject.state.scenario.keySet)
      guard let cell = subject.state.keyCell(key, of: code) else { return nil }
      let share = subject.state.keyShare(key, of: code)
      return StreamPart(
        stream: stream, key: key, cell: cell, share: share,
        potential: stream.potential.map { subject.state.central($0) * share })
    }
  }
}
