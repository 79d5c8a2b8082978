import Analytics
import Figures

/// The answer of `project` for people: numbers rounded as they are on the screens.
struct ProjectionTable {
  private let answer: ProjectionAnswer

  init(_ answer: ProjectionAnswer) { self.answer = answer }

  func text(width: Int?) -> String {
    let parts = [heading, metrics(width), years(width), organisations(width), note]
    return parts.joined(separator: "\n")
  }

  private var heading: String {
    let scenario = answer.projection.scenario
    let draws =
      answer.uncertainty.map { "\($0.draws) draws, seed \($0.seed)" } ?? "central case only"
    return "Scenario \(scenario.id), key set \(scenario.keySet.rawValue), discounting "
      + "\(scenario.discounting.text), \(answer.projection.years.first ?? "") prices; \(draws)\n"
  }

  private var note: String {
    "Modelled; not an official estimate. Central: every assumption at its P50. Percentiles do not "
      + "add up; central values and means do.\n"
  }

  private func metrics(_ width: Int?) -> String {
    let rows = Metric.allCases.map { metric -> [String] in
      let summary = answer.uncertainty?.metrics[metric]
      let numbers = [
        answer.projection.metrics[metric], summary?.p10, summary?.p50, summary?.p90, summary?.mean,
      ]
      return [Self.label(metric)] + numbers.map { Self.text($0, metric) }
    }
    let shares: [[String]] =
      answer.uncertainty.map { uncertainty in
        [
          [
            "Chance that it is worth doing", "", Numbers.share(uncertainty.probabilityNPSVPositive),
          ],
          ["Chance that it pays back", "", Numbers.share(uncertainty.probabilityPayback)],
        ].map { $0 + ["", "", ""] }
      } ?? []
    return listing(
      ["", "central", "P10", "P50", "P90", "mean"], rows + shares, width)
  }

  private func years(_ width: Int?) -> String {
    let national = answer.projection.national
    let rows = answer.projection.years.enumerated().map { year, label -> [String] in
      let fan = answer.uncertainty?.yearly[.benefit]?[year]
      return [label]
        + [
          national.benefit[year], fan?.p10, fan?.p50, fan?.p90, national.cost[year],
          national.netBenefit[year],
        ].map(Self.money)
    }
    return listing(
      [Money.billionsAYear, "benefit", "P10", "P50", "P90", "cost", "net benefit"], rows, width)
  }

  private func organisations(_ width: Int?) -> String {
    let wanted = answer.projection.organisations.enumerated().filter {
      answer.departments?.contains($0.element.code) ?? true
    }
    let rows = wanted.map { place, organisation -> [String] in
      let summary = answer.uncertainty?.organisations[place]
      let final = summary?.finalBenefit
      return [organisation.code]
        + [
          organisation.benefit.last, final?.p10, final?.p50, final?.p90, organisation.npsv,
          summary?.npsv.p50,
        ].map { $0.map { Numbers.billions($0) } ?? "" }
    }
    return listing(
      [Money.sign, "last year", "P10", "P50", "P90", "NPSV", "NPSV P50"], rows, width)
  }

  private func listing(_ header: [String], _ rows: [[String]], _ width: Int?) -> String {
    Listing(
      columns: header.enumerated().map { .init(name: $1, isNumeric: $0 > 0) }, rows: rows
    ).text(.table, width: width)
  }

  private static func money(_ value: Double?) -> String {
    value.map { Numbers.bareBillions($0) } ?? ""
  }

  static func text(_ value: Double?, _ metric: Metric) -> String {
    guard let value else { return "none" }
    switch metric {
    case .bcr: return Numbers.telling(value, places: 2)
    case .switchingValue: return Numbers.share(value)
    case .paybackYears: return Numbers.telling(value, places: 1)
    case .outagesAvoided: return Numbers.telling(value, places: 0)
    default: return Numbers.bareBillions(value)
    }
  }

  static func label(_ metric: Metric) -> String {
    switch metric {
    case .presentValueBenefit: "Present value of benefit, \(Money.billions)"
    case .presentValueCost: "Present value of cost, \(Money.billions)"
    case .npsv: "Net present social value, \(Money.billions)"
    case .bcr: "Benefit-cost ratio"
    case .switchingValue: "Switching value"
    case .cashNPV: "Cash net present value, \(Money.billions)"
    case .paybackYears: "Payback, years"
    case .finalBenefit: "Benefit in the last year, \(Money.billions)"
    case .finalCash: "Cash in the last year, \(Money.billions)"
    case .totalInvestment: "Investment in all, \(Money.billions)"
    case .outagesAvoided: "Critical outages avoided"
    }
  }
}
