/// What a scenario brings and costs by one statistic, which adds up: national numbers are the sums of
/// the organisations', and benefit is the sum of its streams.
///
/// Series run over `years`; money is £bn a year or £bn present value in real prices of the first
/// year; shares are 0 to 1; outages are counts a year.
public struct Account: Equatable, Sendable {
  /// Which statistic its numbers are.
  public enum Basis: Hashable, Sendable {
    /// The expected value: the mean over the draws.
    case expected
    /// Every assumption at its P50.
    case central
  }

  public var basis: Basis
  /// Labels such as `2025-26`.
  public var years: [String]
  public var national: NationalSeries
  /// Means are over the draws in which a metric is defined.
  public var metrics: MetricValues
  /// In the order of the inputs.
  public var organisations: [OrganisationAccount]
  /// What legacy upkeep is in the first year above that of a modern estate, £bn; nil of the central
  /// case.
  public var legacyPremium: Double?

  public init(
    basis: Basis, years: [String], national: NationalSeries, metrics: MetricValues,
    organisations: [OrganisationAccount], legacyPremium: Double? = nil
  ) {
    self.basis = basis
    self.years = years
    self.national = national
    self.metrics = metrics
    self.organisations = organisations
    self.legacyPremium = legacyPremium
  }
}

/// One organisation's part of an account.
public struct OrganisationAccount: Equatable, Sendable {
  /// The organisation's code.
  public var code: String
  /// Of the last year, £bn.
  public var benefit, cash, exchequer, cost: Double
  /// Net present social value, £bn.
  public var npsv: Double
  /// Share of systems that are legacy at the start of each year, with the policy and without.
  public var legacyShare, legacyShareBaseline: [Double]
  /// By year and stream; of expected values only for the organisations that a run keeps by year.
  public var series: OrganisationSeries?
  /// Cash of the years that a run keeps it in without a series, £bn, by their places in the years.
  var cashKept: [Int: Double] = [:]

  /// Cash in a year, by its place in the years, £bn; nil where a run did not keep it.
  public func cash(ofYear year: Int) -> Double? {
    if let series { return series.cash.indices.contains(year) ? series.cash[year] : nil }
    return cashKept[year]
  }

  public init(
    code: String, benefit: Double, cash: Double, exchequer: Double, cost: Double, npsv: Double,
    legacyShare: [Double], legacyShareBaseline: [Double], series: OrganisationSeries? = nil
  ) {
    self.code = code
    (self.benefit, self.cash, self.exchequer, self.cost) = (benefit, cash, exchequer, cost)
    self.npsv = npsv
    (self.legacyShare, self.legacyShareBaseline) = (legacyShare, legacyShareBaseline)
    self.series = series
  }
}

extension Projection {
  /// The central case as an account.
  public var account: Account {
    Account(
      basis: .central, years: years, national: national, metrics: metrics,
      organisations: organisations.map { series in
        OrganisationAccount(
          code: series.code, benefit: series.benefit.last ?? 0, cash: series.cash.last ?? 0,
          exchequer: series.exchequer.last ?? 0, cost: series.cost.last ?? 0, npsv: series.npsv,
          legacyShare: series.legacyShare, legacyShareBaseline: series.legacyShareBaseline,
          series: series)
      })
  }
}
