import Analytics
import Dashboard
import Documents
import Figures

/// What the scenario is, what comes of it, and what moves it most.
enum ProjectionRules {
  static let all: [Rule] = [scenario, benefit, cash, value, chance, payback, investment, drivers]

  static let scenario = Rule("projection.scenario") { subject in
    "The scenario is \(subject.state.scenarioName). Years run from "
      + "\(subject.projection.years.first ?? "") to \(subject.lastYear), at real prices of "
      + "\(subject.projection.years.first ?? ""); numbers are "
      + "\(subject.rangeWords)."
  }

  static let benefit = Rule("projection.benefit") { subject in
    let range = subject.range(
      "final_benefit", "Benefit in \(subject.lastYear)", subject.finalBenefit, subject.benefit,
      a: " a year")
    return "Benefit in \(subject.lastYear): \(range)."
  }

  static let cash = Rule("projection.cash") { subject in
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

  static let value = Rule("projection.value") { subject in
    let npsv = subject.range(
      "npsv", "Net present social value", subject.npsv, subject.worth)
    return "Net present social value: \(npsv)."
  }

  static let chance = Rule("projection.chance") { subject in
    guard subject.organisation == nil,
      let share = subject.uncertainty?.probabilityNPSVPositive
    else { return nil }
    let figure = subject.modelled(
      "probability_npsv_positive",
      "Chance that it pays for itself: net present social value above nought",
      Numbers.share(share), value: subject.number(share, "share", .share))
    return "The chance that it pays for itself, by net present social value, is \(figure)."
  }

  /// What is in the investment, and what is not.
  static let investment = Rule("projection.investment") { subject in
    guard subject.organisation == nil, let invested = subject.account.metrics[.totalInvestment]
    else { return nil }
    let remediation = subject.account.national.remediation.reduce(0, +)
    func figure(_ id: String, _ label: String, _ value: Double) -> Figure {
      subject.modelled(
        id, label, "\(Numbers.billions(value)) (\(subject.basisWords))",
        value: subject.number(value, Money.billions))
    }
    return "One-off investment in roll-out comes to "
      + "\(figure("total_investment", "One-off investment, without remediation", invested)); the "
      + "remediation of legacy is not in it: "
      + "\(figure("total_remediation", "Remediation of legacy, all years", remediation)) more."
  }

  static let payback = Rule("projection.payback") { subject in
    guard subject.organisation == nil, let share = subject.uncertainty?.probabilityPayback else {
      return nil
    }
    let figure = subject.modelled(
      "probability_payback", "Share of runs that pay back", Numbers.share(share),
      value: subject.number(share, "share", .share))
    let never = subject.modelled(
      "probability_payback.never", "Share of runs that never pay back", Numbers.share(1 - share),
      value: subject.number(1 - share, "share", .share))
    return "It pays back before the end in \(figure) of runs, and never in \(never)."
  }

  /// The three assumptions with the longest bars, for the nation.
  static let drivers = Rule("projection.drivers") { subject in
    let bars = subject.tornado.filter { $0.swing > 0 }.prefix(3)
    guard !bars.isEmpty else { return nil }
    let parts = bars.map { bar -> Passage in
      let label =
        subject.inputs.assumptions.first { $0.id == bar.assumption }?.label ?? bar.assumption.id
      let figure = subject.modelled(
        "tornado.\(bar.assumption.id)", "National net present value, \(label)",
        Subject.span(min(bar.atP10, bar.atP90), max(bar.atP10, bar.atP90)),
        value: subject.number(
          nil, Money.billions, low: min(bar.atP10, bar.atP90), high: max(bar.atP10, bar.atP90),
          national: true))
      return "\(label) (\(figure))"
    }
    return
      "What moves the national net present value most, each between its P10 and P90 and all else as in "
      + "the central case: "
      + "\(Passage.joined(parts, separator: "; "))."
  }
}
