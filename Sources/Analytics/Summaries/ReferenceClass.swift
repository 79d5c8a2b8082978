public import Figures

/// Published programmes as a class to forecast from: what each made of its plan, and how that is
/// spread. Pure arithmetic on rows of `business_cases`.
///
/// Programmes that are audited and reported are the troubled ones, so the class is no base rate.
public struct ReferenceClass: Sendable {
  /// A ratio of one programme, with the rows that it was made from: above the line, then below.
  public struct Value: Hashable, Sendable {
    public let ratio: Double
    public let inputs: [BusinessCase]
    /// Whether a row says that this ratio may not stand for the class; its note says why.
    public let isLeftOut: Bool
  }

  /// A programme and the ratios that its rows allow.
  public struct Programme: Hashable, Sendable {
    public let name, body, country: String
    public let cashable: BusinessCase.Cashable
    public let ratios: [BusinessCase.Ratio: Value]
  }

  /// In the order of their first rows.
  public let programmes: [Programme]

  /// The class of some rows, at most one a programme and measure.
  public init(_ rows: [BusinessCase]) {
    var order: [String] = []
    var byName: [String: [BusinessCase]] = [:]
    for row in rows {
      if byName[row.programme] == nil { order.append(row.programme) }
      byName[row.programme, default: []].append(row)
    }
    programmes = order.compactMap { byName[$0].flatMap(Self.programme) }
  }

  /// The programmes that stand for the class in a ratio, with their values, in order.
  public func members(
    of ratio: BusinessCase.Ratio, where isMeant: (Programme) -> Bool = { _ in true }
  ) -> [(programme: Programme, value: Value)] {
    programmes.compactMap { programme in
      guard isMeant(programme), let value = programme.ratios[ratio], !value.isLeftOut else {
        return nil
      }
      return (programme, value)
    }
  }

  /// How many programmes stand for the class in a ratio, and how their values are spread: quantiles
  /// of type 7, as everywhere.
  public func summary(
    of ratio: BusinessCase.Ratio, where isMeant: (Programme) -> Bool = { _ in true }
  ) -> (count: Int, spread: Summary) {
    let values = members(of: ratio, where: isMeant).map(\.value.ratio)
    return (values.count, Summary(values))
  }

  private static func programme(_ rows: [BusinessCase]) -> Programme? {
    guard let first = rows.first else { return nil }
    let cells = Dictionary(rows.map { ($0.measure, $0) }, uniquingKeysWith: { first, _ in first })
    let ratios = BusinessCase.Ratio.allCases.map { ($0, value(of: $0, cells)) }
    return Programme(
      name: first.programme, body: first.body, country: first.country, cashable: first.cashable,
      ratios: Dictionary(ratios, uniquingKeysWith: { first, _ in first }).compactMapValues { $0 })
  }

  private typealias Cells = [BusinessCase.Measure: BusinessCase]

  private static func value(of ratio: BusinessCase.Ratio, _ cells: Cells) -> Value? {
    switch ratio {
    case .overrun: quotient(ratio, cells[.latestCost], cells[.plannedCost])
    case .delay: quotient(ratio, cells[.latestYears], cells[.plannedYears])
    case .plannedInvestment:
      // Where no plan of the cost was seen, the cost that is known stands against the benefit.
      investment(
        ratio, cells[.plannedCost] ?? cells[.latestCost] ?? cells[.costToDate], cells, latest: nil)
    case .latestInvestment:
      if let cost = cells[.costToDate] ?? cells[.latestCost] {
        investment(ratio, cost, cells, latest: cells[.latestBenefitAYear])
      } else {
        cells[.latestBenefitAYear].flatMap { quotient(ratio, cells[.plannedCost], $0) }
      }
    case .realised:
      quotient(ratio, cells[.benefitToDate], cells[.plannedBenefitToDate])
        ?? quotient(ratio, cells[.latestBenefit], cells[.plannedBenefit])
        ?? quotient(ratio, cells[.latestBenefitAYear], cells[.plannedBenefitAYear])
    }
  }

  /// A cost over a yearly benefit: the latest where it is given, else that of the plan.
  private static func investment(
    _ ratio: BusinessCase.Ratio, _ cost: BusinessCase?, _ cells: Cells, latest: BusinessCase?
  ) -> Value? {
    if let yearly = latest ?? cells[.plannedBenefitAYear] { return quotient(ratio, cost, yearly) }
    guard let years = cells[.benefitYears] else { return nil }
    return quotient(ratio, cost, cells[.plannedBenefit], timesYears: years)
  }

  private static func quotient(
    _ ratio: BusinessCase.Ratio, _ above: BusinessCase?, _ below: BusinessCase?,
    timesYears years: BusinessCase? = nil
  ) -> Value? {
    guard let above, let below, below.value > 0 else { return nil }
    let inputs = [above, below] + [years].compactMap { $0 }
    return Value(
      ratio: above.value / below.value * (years?.value ?? 1), inputs: inputs,
      isLeftOut: inputs.contains { $0.leftOut.contains(ratio) })
  }
}
