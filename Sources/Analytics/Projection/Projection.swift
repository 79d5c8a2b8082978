/// The central case of a scenario: every assumption at its P50. One evaluation, not a draw.
///
/// Series run over `years`; money is £bn a year or £bn present value in real prices of the first
/// year; shares are 0 to 1; outages are counts a year. Specification: docs/METHOD.md.
public struct Projection: Equatable, Sendable {
  /// What was projected.
  public var scenario: Scenario
  /// Labels such as `2025-26`, one for each year of the horizon.
  public var years: [String]
  /// Sums over all organisations.
  public var national: NationalSeries
  /// What the national series come to.
  public var metrics: MetricValues
  /// In the order of the inputs.
  public var organisations: [OrganisationSeries]

  public init(
    scenario: Scenario, years: [String], national: NationalSeries, metrics: MetricValues,
    organisations: [OrganisationSeries]
  ) {
    self.scenario = scenario
    self.years = years
    self.national = national
    self.metrics = metrics
    self.organisations = organisations
  }
}

/// National series, each the sum over organisations.
public struct NationalSeries: Equatable, Sendable {
  public var benefit, cash, exchequer, nonCash: [Double]
  public var investment, running, conversion, remediation, cost, netBenefit: [Double]
  /// Before and after overlap.
  public var gross, net: [Stream: [Double]]
  /// Critical outages a year of the organisation whose are modelled, with the policy and without.
  public var outages, outagesBaseline: [Double]

  /// All series zero.
  public init(years: Int) {
    let zeros = [Double](repeating: 0, count: years)
    (benefit, cash, exchequer, nonCash) = (zeros, zeros, zeros, zeros)
    (investment, running, conversion) = (zeros, zeros, zeros)
    (remediation, cost, netBenefit) = (zeros, zeros, zeros)
    gross = Dictionary(uniqueKeysWithValues: Stream.allCases.map { ($0, zeros) })
    net = gross
    (outages, outagesBaseline) = (zeros, zeros)
  }
}

/// One organisation's series.
public struct OrganisationSeries: Equatable, Sendable {
  /// The organisation's code.
  public var code: String
  public var benefit, cash, exchequer, cost: [Double]
  /// Before and after overlap.
  public var gross, net: [Stream: [Double]]
  /// Share of systems that are legacy at the start of each year, with the policy and without.
  public var legacyShare, legacyShareBaseline: [Double]
  /// Net present social value, £bn.
  public var npsv: Double

  public init(code: String, years: Int) {
    let zeros = [Double](repeating: 0, count: years)
    self.code = code
    (benefit, cash, exchequer, cost) = (zeros, zeros, zeros, zeros)
    gross = Dictionary(uniqueKeysWithValues: Stream.allCases.map { ($0, zeros) })
    net = gross
    (legacyShare, legacyShareBaseline) = (zeros, zeros)
    npsv = 0
  }

  /// Benefit less cost by year, £bn, undiscounted.
  public var netBenefit: [Double] { zip(benefit, cost).map { $0 - $1 } }
}

/// The eleven metrics; nil where a metric is undefined.
public struct MetricValues: Equatable, Sendable {
  private var values: [Double?]

  public init() { values = Array(repeating: nil, count: Metric.allCases.count) }

  /// In the metric's unit: £bn, a ratio, a share, years or events.
  public subscript(metric: Metric) -> Double? {
    get { values[Self.place(metric)] }
    set { values[Self.place(metric)] = newValue }
  }

  private static func place(_ metric: Metric) -> Int {
    switch metric {
    case .presentValueBenefit: 0
    case .presentValueCost: 1
    case .npsv: 2
    case .bcr: 3
    case .switchingValue: 4
    case .cashNPV: 5
    case .paybackYears: 6
    case .finalBenefit: 7
    case .finalCash: 8
    case .totalInvestment: 9
    case .outagesAvoided: 10
    }
  }
}
