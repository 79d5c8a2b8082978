import Analytics
import Figures

/// The message, and the lines to take from it: the first three that apply.
enum SummaryRules {
  static let messages = [message, nothing]

  static let message = Rule("summary.benefit") { subject in
    guard subject.brings else { return nil }
    let benefit = subject.range(
      "final_benefit", "Benefit in \(subject.lastYear)", subject.finalBenefit,
      central: subject.centralBenefit, a: " a year")
    return "\(subject.name): modelled benefit of \(benefit) by \(subject.lastYear), "
      + "\(subject.rangeWords)"
  }

  static let nothing = Rule("summary.no_benefit") { subject in
    guard !subject.brings else { return nil }
    let benefit = subject.modelled(
      "final_benefit", "Benefit in \(subject.lastYear)", Numbers.billions(subject.centralBenefit),
      value: subject.number(subject.centralBenefit, "£bn a year", in: subject.lastYear))
    return "\(subject.name): no modelled benefit by \(subject.lastYear), \(benefit), since the "
      + "scenario funds nothing"
  }

  /// In the order of their weight.
  static let lines: [Rule] = [
    headlineOutOfReach, headlineInReach, part, value, valueOfOne, contractors, redRated, cash,
    legacyMoves, efficiency,
  ]

  /// The three that stand on the first page.
  static func linesToTake(_ subject: Subject) -> [Sentence] {
    Array(lines.sentences(subject).prefix(3))
  }

  static let headlineOutOfReach = Rule("take.headline_out_of_reach") { subject in
    guard subject.organisation == nil, let headline = subject.fact("opportunity.total"),
      let potential = subject.evidence.fact("opportunity.total")?.value,
      let high = subject.finalBenefit?.p90, high < potential, subject.brings
    else { return nil }
    let most = subject.modelled(
      "final_benefit.p90", "Benefit in \(subject.lastYear), P90", Numbers.billions(high),
      value: subject.number(high, "£bn a year", .p90, in: subject.lastYear))
    return "The published opportunity of \(headline) has no date. Nine draws in ten of this "
      + "scenario stay below \(most) a year in \(subject.lastYear)."
  }

  static let headlineInReach = Rule("take.headline_in_reach") { subject in
    guard subject.organisation == nil, let headline = subject.fact("opportunity.total"),
      let potential = subject.evidence.fact("opportunity.total")?.value,
      let high = subject.finalBenefit?.p90, high >= potential
    else { return nil }
    let most = subject.modelled(
      "final_benefit.p90", "Benefit in \(subject.lastYear), P90", Numbers.billions(high),
      value: subject.number(high, "£bn a year", .p90, in: subject.lastYear))
    return "The published opportunity of \(headline) has no date. At least one draw in ten of "
      + "this scenario reaches it by \(subject.lastYear): the P90 is \(most) a year."
  }

  static let part = Rule("take.part") { subject in
    let whole = subject.projection.national.benefit.last ?? 0
    guard subject.organisation != nil, whole > 0 else { return nil }
    let share = subject.modelled(
      "share_of_benefit", "Share of the national benefit, central case",
      Numbers.share(subject.centralBenefit / whole),
      value: subject.number(subject.centralBenefit / whole, "share", in: subject.lastYear))
    return "Its part of the modelled national benefit in \(subject.lastYear) is \(share), by this "
      + "project's allocation: no split by department is published."
  }

  static let value = Rule("take.value") { subject in
    guard subject.organisation == nil, let uncertainty = subject.uncertainty, subject.brings else {
      return nil
    }
    let npsv = subject.range(
      "npsv", "Net present social value", subject.npsv, central: subject.centralNPSV)
    let chance = subject.modelled(
      "probability_npsv_positive", "Share of draws with a net present value above zero",
      Numbers.share(uncertainty.probabilityNPSVPositive),
      value: subject.number(uncertainty.probabilityNPSVPositive, "share", .share))
    return
      "Net present social value is \(npsv) from P10 to P90, and above zero in \(chance) of draws."
  }

  static let valueOfOne = Rule("take.value_of_one") { subject in
    guard subject.organisation != nil, subject.brings, let low = subject.npsv?.p10,
      let high = subject.npsv?.p90
    else { return nil }
    let npsv = subject.range(
      "npsv", "Net present social value", subject.npsv, central: subject.centralNPSV)
    let verdict =
      low > 0
      ? "above zero at both ends" : high < 0 ? "below zero at both ends" : "the range includes zero"
    return "Its net present social value is \(npsv) from P10 to P90: \(verdict)."
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
    let benefit = subject.centralBenefit
    guard benefit > 0, subject.centralCash >= 0 else { return nil }
    let share = subject.modelled(
      "cash_share", "Cash-releasing share of the benefit, central case",
      Numbers.share(subject.centralCash / benefit),
      value: subject.number(subject.centralCash / benefit, "share", in: subject.lastYear))
    return
      "In the central case \(share) of the benefit in \(subject.lastYear) can leave a departmental "
      + "budget; the rest is staff time, cost avoided, or fraud and error prevented."
  }

  static let legacyMoves = Rule("take.legacy_moves") { subject in
    guard subject.organisation == nil,
      let now = subject.evidence.fact("legacy.share.2024")?.value,
      let before = subject.evidence.fact("legacy.share.2023")?.value, now != before,
      let share = subject.fact("legacy.share.2024"), let last = subject.fact("legacy.share.2023")
    else { return nil }
    return "Legacy is \(share) of central government systems, \(now > before ? "up" : "down") from "
      + "\(last)."
  }

  static let efficiency = Rule("take.efficiency") { subject in
    EfficiencyRules.target.passage(subject)
  }
}
