/// One figure of a published digital programme: its planned or later cost, time or benefit.
///
/// The table business_cases is a list of these, one a programme and measure.
public struct BusinessCase: Hashable, Sendable {
  /// What is measured. Money is in `unit`, time in years. `latest` is what was achieved, or as last
  /// forecast: `kind` tells.
  public enum Measure: String, CaseIterable, Hashable, Sendable {
    case plannedCost = "planned_cost"
    case latestCost = "latest_cost"
    /// What was spent while `benefitToDate` came in.
    case costToDate = "cost_to_date"
    case plannedYears = "planned_years"
    case latestYears = "latest_years"
    case plannedBenefitAYear = "planned_benefit_a_year"
    case latestBenefitAYear = "latest_benefit_a_year"
    /// Over the years of the case.
    case plannedBenefit = "planned_benefit"
    case latestBenefit = "latest_benefit"
    /// What the plan had for the span of `benefitToDate`.
    case plannedBenefitToDate = "planned_benefit_to_date"
    case benefitToDate = "benefit_to_date"
    /// The years that `plannedBenefit` is the sum of.
    case benefitYears = "benefit_years"
  }

  /// What is made of a programme's figures, so that programmes of any size and currency compare.
  public enum Ratio: String, CaseIterable, Hashable, Sendable {
    /// Latest cost over planned cost: 1 is on plan.
    case overrun
    /// Latest years over planned years: 1 is on time.
    case delay
    /// Cost for £1 of yearly benefit, as planned.
    case plannedInvestment = "planned_investment"
    /// Cost for £1 of yearly benefit, as achieved or last forecast.
    case latestInvestment = "latest_investment"
    /// Benefit achieved, or as last forecast, over the plan for the same span.
    case realised
  }

  /// Whether the benefit can leave a budget.
  public enum Cashable: String, CaseIterable, Hashable, Sendable {
    case yes, part, no, unknown
  }

  /// Name of the programme, who runs it, and where.
  public var programme, body, country: String
  public var measure: Measure
  /// The figure, in `unit`.
  public var value: Double
  /// A published range, in `unit`; one alone is "over" or "up to".
  public var low, high: Double?
  /// The unit as people read it, with the currency: `£m`, `US$m a year`, `years`.
  public var unit: String
  /// As published; empty where it is not stated.
  public var priceBase: String
  public var cashable: Cashable
  /// How the number came to be.
  public var mark: Mark
  /// What sort of statement it is.
  public var kind: Kind
  /// The id of the publication, where in it the figure stands, and the date it is of.
  public var sourceID, locator, asOf: String
  /// How much weight it bears.
  public var confidence: Confidence
  /// Ratios of the class that may not be made with this figure: its scope changed, or it is no
  /// outturn.
  public var leftOut: [Ratio]
  /// What has to be said beside it.
  public var note: String

  public init(
    programme: String, body: String, country: String, measure: Measure, value: Double,
    low: Double?, high: Double?, unit: String, priceBase: String, cashable: Cashable, mark: Mark,
    kind: Kind, sourceID: String, locator: String, asOf: String, confidence: Confidence,
    leftOut: [Ratio], note: String
  ) {
    self.programme = programme
    self.body = body
    self.country = country
    self.measure = measure
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.priceBase = priceBase
    self.cashable = cashable
    self.mark = mark
    self.kind = kind
    self.sourceID = sourceID
    self.locator = locator
    self.asOf = asOf
    self.confidence = confidence
    self.leftOut = leftOut
    self.note = note
  }
}
