import Analytics
import Documents
import Figures

/// The message, and the lines to take from it: the first three that apply.
enum SummaryRules {
  static let messages = [message, nothing]

  static let message = Rule("summary.benefit") { subject in
    guard subject.brings else { return nil }
    let benefit = subject.range(
      "final_benefit", "Benefit in \(subject.lastYear)", subject.finalBenefit, subject.benefit,
      a: " a year")
    return "\(subject.name): modelled benefit by \(subject.lastYear): \(benefit)"
  }

  static let nothing = Rule("summary.no_benefit") { subject in
    guard !subject.brings else { return nil }
    let benefit = subject.modelled(
      "final_benefit", "Benefit in \(subject.lastYear)", Numbers.billions(subject.benefit),
      value: subject.number(subject.benefit, Money.billionsAYear, in: subject.lastYear))
    return "\(subject.name): no modelled benefit by \(subject.lastYear), \(benefit), since the "
      + "scenario funds nothing"
  }

  /// In the order of their weight.
  static let lines: [Rule] = [
    headlineOutOfReach, headlineInReach, likeForLike, part, value, valueOfOne, contractors,
    redRated, cash,
    legacyMoves, efficiency,
  ]

  /// The three that stand on the first page.
  static func linesToTake(_ subject: Subject) -> [Sentence] {
    Array(lines.sentences(subject).prefix(3))
  }

  /// The headline is compared with what it is about.
  static let likeForLike = Rule("take.like_for_like") { subject in
    guard subject.organisation == nil, subject.brings, subject.fact(.headline) != nil
    else { return nil }
    func sum(_ streams: [Stream]) -> Double {
      streams.reduce(0) { $0 + (subject.account.national.net[$1]?.last ?? 0) }
    }
    func figure(_ id: String, _ label: String, _ value: Double) -> Figure {
      subject.modelled(
        id, label, "\(Numbers.billions(value)) a year, \(subject.basisWords)",
        value: subject.number(value, Money.billionsAYear, in: subject.lastYear))
    }
    let inside = figure(
      "like_for_like", "Benefit of automation, channels and fraud in \(subject.lastYear)",
      sum([.automation, .channel, .fraud]))
    let outside = figure(
      "outside_headline", "Benefit of contractors and legacy in \(subject.lastYear)",
      sum([.contractors, .legacy]))
    return "Like for like with that: \(inside). Contractors and legacy lie outside it: \(outside)."
  }

  static let headlineOutOfReach = Rule("take.headline_out_of_reach") { subject in
    guard subject.organisation == nil, let headline = subject.fact(.headline),
      let potential = subject.evidence.fact(.headline)?.value,
      let high = subject.finalBenefit?.p90, high < potential, subject.brings
    else { return nil }
    let most = subject.modelled(
      "final_benefit.p90", "Benefit in \(subject.lastYear), P90", Numbers.billions(high),
      value: subject.number(high, Money.billionsAYear, .p90, in: subject.lastYear))
    return "The published opportunity of \(headline) has no date. Nine runs in ten of this "
      + "scenario stay below \(most) a year in \(subject.lastYear)."
  }

  static let headlineInReach = Rule("take.headline_in_reach") { subject in
    guard subject.organisation == nil, let headline = subject.fact(.headline),
      let potential = subject.evidence.fact(.headline)?.value,
      let high = subject.finalBenefit?.p90, high >= potential
    else { return nil }
    let most = subject.modelled(
      "final_benefit.p90", "Benefit in \(subject.lastYear), P90", Numbers.billions(high),
      value: subject.number(high, Money.billionsAYear, .p90, in: subject.lastYear))
    return "The published opportunity of \(headline) has no date. At least one run in ten of "
      + "this scenario reaches it by \(subject.lastYear): a tenth bring \(most) a year or more."
  }

  static let part = Rule("take.part") { subject in
    let whole = subject.account.national.benefit.last ?? 0
    guard subject.organisation != nil, whole > 0 else { return nil }
    let share = subject.modelled(
      "share_of_benefit", "Share of the national benefit, \(subject.basisWords)",
      Numbers.share(subject.benefit / whole),
      value: subject.number(subject.benefit / whole, "share", in: subject.lastYear))
    return "Its part of the modelled national benefit in \(subject.lastYear) is \(share), by this "
      + "project's allocation: no split by department is published."
  }

  static let value = Rule("take.value") { subject in
    guard subject.organisation == nil, let uncertainty = subject.uncertainty, subject.brings else {
      return nil
    }
    let npsv = subject.range(
      "npsv", "Net present social value", subject.npsv, subject.worth)
    let chance = subject.modelled(
      "probability_npsv_positive",
      "Chance that it pays for itself: net present social value above nought",
      Numbers.share(uncertainty.probabilityNPSVPositive),
      value: subject.number(uncertainty.probabilityNPSVPositive, "share", .share))
    return
      "Net present social value: \(npsv); the chance that it pays for itself is \(chance)."
  }

  static let valueOfOne = Rule("take.value_of_one") { subject in
    guard subject.organisation != nil, subject.brings, let low = subject.npsv?.p10,
      let high = subject.npsv?.p90
    else { return nil }
    let npsv = subject.range(
      "npsv", "Net present social value", subject.npsv, subject.worth)
    let verdict =
      low > 0
      ? "above zero at both ends" : high < 0 ? "below zero at both ends" : "the range includes zero"
    return "Its net present social value: \(npsv); \(verdict)."
  }

  static let redRated = Rule("take.red_rated") { subject in
    guard let row = subject.latest(.legacy, "Red-rated legacy systems"), let count = row.value,
      count > 0
    else { return nil }
    let figure = subject.evidence.figure(row, in: .legacy)
    return "Its last published count of systems with the highest legacy risk rating is \(figure)."
  }

  /// Only a whole year that nothing is said against is a line to take.
  static let contractors = Rule("take.contractors") { subject in
    guard let code = subject.code, let year = subject.evidence.contractorYear(of: code),
      year.passes
    else { return nil }
    var change: Passage = ""
    if case .share = subject.evidence.contractorChange(of: code, in: year.year),
      let figure = subject.evidence.changeFigure(of: code, in: year.year)
    {
      change = ", \(figure) on the year before"
    }
    let total = subject.evidence.figure(year, of: code)
    return "Contingent labour and consultancy came to \(total) in \(year.year)\(change)."
  }

  static let cash = Rule("take.cash") { subject in
    let benefit = subject.benefit
    guard benefit > 0, subject.cash >= 0 else { return nil }
    let share = subject.modelled(
      "cash_share", "Cash-releasing share of the benefit, \(subject.basisWords)",
      Numbers.share(subject.cash / benefit),
      value: subject.number(subject.cash / benefit, "share", in: subject.lastYear))
    return
      "Of the benefit in \(subject.lastYear) \(share) can leave a departmental "
      + "budget; the rest is staff time, cost avoided, or fraud and error prevented."
  }

  static let legacyMoves = Rule("take.legacy_moves") { subject in
    guard subject.organisation == nil,
      let now = subject.evidence.fact(.legacyShare)?.value,
      let before = subject.evidence.fact(.legacyShareBefore)?.value, now != before,
      let share = subject.fact(.legacyShare), let last = subject.fact(.legacyShareBefore)
    else { return nil }
    return
      "Legacy is \(share) of \(subject.evidence.ofGovernment)systems, \(now > before ? "up" : "down") from "
      + "\(last)."
  }

  static let efficiency = Rule("take.efficiency") { subject in
    EfficiencyRules.target.passage(subject)
  }
}
