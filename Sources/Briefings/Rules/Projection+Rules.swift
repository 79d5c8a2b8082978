import Analytics
import Dashboard
import Figures

/// What the scenario is, what comes of it, and what moves it most.
enum ProjectionRules {
  static let all: [Rule] = [scenario, benefit, value, payback, drivers]

  static let scenario = Rule("projection.scenario") { subject in
    "The scenario is \(subject.state.scenarioName). Years run from "
      + "\(subject.projection.years.first ?? "") to \(subject.lastYear), at real prices of "
      + "\(subject.projection.years.first ?? ""); ranges are \(subject.rangeWords)."
  }

  static let benefit = Rule("projection.benefit") { subject in
    let range = subject.range(
      "final_benefit", "Benefit in \(subject.lastYear)", subject.finalBenefit,
      central: subject.centralBenefit, a: " a year")
    let central = subject.modelled(
      "final_benefit.central", "Benefit in \(subject.lastYear), central case",
      "\(Numbers.billions(subject.centralBenefit)) a year",
      value: subject.number(subject.centralBenefit, "£bn a year", in: subject.lastYear))
    return "Benefit in \(subject.lastYear) is \(range); the central case, every assumption at its "
      + "P50, has \(central)."
  }

  static let value = Rule("projection.value") { subject in
    let npsv = subject.range(
      "npsv", "Net present social value", subject.npsv, central: subject.centralNPSV)
    return "Net present social value is \(npsv)."
  }

  static let payback = Rule("projection.payback") { subject in
    guard subject.organisation == nil, let share = subject.uncertainty?.probabilityPayback else {
      return nil
    }
    let figure = subject.modelled(
      "probability_payback", "Share of draws that pay back", Numbers.share(share),
      value: subject.number(share, "share", .share))
    return "It pays back before the end in \(figure) of draws."
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
          nil, "£bn", low: min(bar.atP10, bar.atP90), high: max(bar.atP10, bar.atP90),
          national: true))
      return "\(label) (\(figure))"
    }
    return "What moves the national net present value most, each between its P10 and P90 alone: "
      + "\(Passage.joined(parts, separator: "; "))."
  }
}
