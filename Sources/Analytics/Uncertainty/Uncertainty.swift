/// What the draws of a run say. Percentiles are Hyndman-Fan type 7 over the draws in which a
/// number is defined; nil where it is defined in none (`sd`: in fewer than two).
public struct Summary: Equatable, Sendable {
  public var p5, p10, p25, p50, p75, p90, p95, mean, sd: Double?

  public init(
    p5: Double? = nil, p10: Double? = nil, p25: Double? = nil, p50: Double? = nil,
    p75: Double? = nil, p90: Double? = nil, p95: Double? = nil, mean: Double? = nil,
    sd: Double? = nil
  ) {
    self.p5 = p5
    self.p10 = p10
    self.p25 = p25
    self.p50 = p50
    self.p75 = p75
    self.p90 = p90
    self.p95 = p95
    self.mean = mean
    self.sd = sd
  }
}

/// The national series that are summarised by year.
public enum YearlySeries: String, CaseIterable, Hashable, Sendable {
  case benefit, cash
  case netBenefit = "net_benefit"
  case outages
}

/// An organisation's summaries over the draws.
public struct OrganisationUncertainty: Equatable, Sendable {
  /// The organisation's code.
  public var code: String
  public var finalBenefit, npsv: Summary
  /// Benefit by year.
  public var benefit: [Summary]

  public init(code: String, finalBenefit: Summary, npsv: Summary, benefit: [Summary]) {
    self.code = code
    self.finalBenefit = finalBenefit
    self.npsv = npsv
    self.benefit = benefit
  }
}

/// The summaries of a scenario's draws.
public struct Uncertainty: Equatable, Sendable {
  /// How many draws there were.
  public var draws: Int
  /// Their seed.
  public var seed: UInt64
  /// One summary a year.
  public var yearly: [YearlySeries: [Summary]]
  /// A summary of each metric, in the metric's unit.
  public var metrics: [Metric: Summary]
  public var probabilityNPSVPositive, probabilityPayback: Double
  /// In the order of the inputs.
  public var organisations: [OrganisationUncertainty]
  /// The means over the draws, which add up; nil of a run that kept no organisations.
  public var expected: Account?

  public init(
    draws: Int, seed: UInt64, yearly: [YearlySeries: [Summary]], metrics: [Metric: Summary],
    probabilityNPSVPositive: Double, probabilityPayback: Double,
    organisations: [OrganisationUncertainty], expected: Account? = nil
  ) {
    self.draws = draws
    self.seed = seed
    self.yearly = yearly
    self.metrics = metrics
    self.probabilityNPSVPositive = probabilityNPSVPositive
    self.probabilityPayback = probabilityPayback
    self.organisations = organisations
    self.expected = expected
  }
}
