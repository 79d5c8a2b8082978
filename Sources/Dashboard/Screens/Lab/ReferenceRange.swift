public import Analytics
public import Figures

/// What published programmes made of their plans, set against what this model draws in its place.
public struct ReferenceRange: Equatable, Sendable {
  /// What is compared.
  public var ratio: BusinessCase.Ratio
  /// What the model draws of the same.
  public var model: Summary

  /// The ratios that the model has something to set against, as its draws spread them.
  public static func ranges(_ model: Model, _ sample: Sample) -> [ReferenceRange] {
    func column(_ assumption: Assumption) -> [Double] {
      (0..<sample.count).map { sample[assumption.place, $0] }
    }
    let (cost, overrun) = (column(.investmentPerBenefit), column(.costOverrun))
    let realisation = column(.automationRealisation)
    return BusinessCase.Ratio.allCases.map { ratio in
      let drawn: [Double] =
        switch ratio {
        case .overrun: overrun
        case .delay: column(.scheduleOverrun).map { 1 + $0 }
        case .plannedInvestment: cost
        case .latestInvestment:
          cost.indices.map { place in
            realisation[place] > 0 ? cost[place] * overrun[place] / realisation[place] : .nan
          }
        case .realised: realisation
        }
      return ReferenceRange(ratio: ratio, model: Summary(drawn))
    }
  }
}

extension BusinessCase.Ratio {
  /// What the ratio is, as a row is called.
  var label: String {
    switch self {
    case .overrun: "Latest over planned cost"
    case .delay: "Latest over planned time"
    case .plannedInvestment: "Cost per \(Money.sign)1 a year, planned"
    case .latestInvestment: "Cost per \(Money.sign)1 a year, latest"
    case .realised: "Realised share of planned benefit"
    }
  }

  /// The heading of a column.
  var heading: String {
    switch self {
    case .overrun: "cost D"
    case .delay: "time D"
    case .plannedInvestment: "a pound, planned D"
    case .latestInvestment: "a pound, latest D"
    case .realised: "realised D"
    }
  }

  /// What of the model is set against it.
  var counterpart: String {
    switch self {
    case .overrun: "cost overrun"
    case .delay: "1 + schedule overrun"
    case .plannedInvestment: "one-off cost per \(Money.sign)1 of potential"
    case .latestInvestment: "cost per \(Money.sign)1 x cost overrun / realisation of automation"
    case .realised: "realisation of automation"
    }
  }

  /// The assumptions behind it.
  var assumptions: [Assumption] {
    switch self {
    case .overrun: [.costOverrun]
    case .delay: [.scheduleOverrun]
    case .plannedInvestment: [.investmentPerBenefit]
    case .latestInvestment: [.investmentPerBenefit, .costOverrun, .automationRealisation]
    case .realised: [.automationRealisation]
    }
  }

  /// A value as it is printed.
  func text(_ value: Double) -> String {
    switch self {
    case .realised: Numbers.share(value)
    case .plannedInvestment, .latestInvestment: Money.sign + Numbers.decimal(value, places: 1)
    default: Numbers.decimal(value, places: 2)
    }
  }
}

extension State {
  /// Published programmes as a class.
  var referenceClass: ReferenceClass {
    kept("reference class") { ReferenceClass(evidence.businessCases) }
  }

  /// A ratio of one programme, with the rows that it is made of.
  func figure(
    _ programme: ReferenceClass.Programme, _ ratio: BusinessCase.Ratio,
    _ value: ReferenceClass.Value
  ) -> Figure {
    let rows = value.inputs
    let parts = rows.map { row in
      "\(row.measure.rawValue.replacing("_", with: " ")) "
        + Numbers.quantity(value: row.value, low: row.low, high: row.high, unit: row.unit)
        + " (\(row.asOf), \(row.locator))"
    }
    let others = rows.dropFirst().compactMap { row -> String? in
      guard row.sourceID != rows.first?.sourceID, let source = evidence.source(row.sourceID) else {
        return nil
      }
      return "Also: \(source.publisher), \(source.title)."
    }
    let notes = rows.map(\.note).filter { !$0.isEmpty }.map { $0 + "." }
    return Figure(
      id: "business_case.\(programme.name).\(ratio.rawValue)",
      label: "\(ratio.label), \(programme.name), \(programme.body), \(programme.country)",
      text: ratio.text(value.ratio), mark: .derived,
      confidence: rows.map(\.confidence).max { $0.rawValue < $1.rawValue },
      asOf: rows.map(\.asOf).max() ?? "",
      source: rows.first.flatMap { evidence.source($0.sourceID) },
      locator: rows.first?.locator ?? "", formula: parts.joined(separator: "; ") + ".",
      note: ((value.isLeftOut ? ["Does not stand for the class."] : []) + notes + others)
        .joined(separator: " "),
      value: FigureValue(number: value.ratio, unit: "ratio", body: programme.name))
  }
}
