/// What a verdict is about: a column of the returns, or one divided by another.
public enum AuditMeasure: String, CaseIterable, Hashable, Sendable {
  /// Staff on the payroll, and other staff, in full-time equivalents.
  case payrollFTE = "payroll_fte"
  case nonPayrollFTE = "nonpayroll_fte"
  /// Pay, contingent labour and consultancy, in £ million.
  case payrollCost = "payroll_cost"
  case contingentCost = "contingent_cost"
  case consultancyCost = "consultancy_cost"
  /// Pay for each full-time equivalent on the payroll, and contingent labour for each that is not,
  /// in £ a year.
  case payrollCostPerHead = "payroll_cost_per_head"
  case contingentCostPerHead = "contingent_cost_per_head"
  /// How many bodies returned anything: a verdict on it is one on all columns.
  case returns
}

/// How a verdict was come to.
public enum AuditRule: String, CaseIterable, Hashable, Sendable {
  /// Something that is returned in other months, or by other bodies, is not returned here.
  case coverage
  /// A department's months do not add up to its bodies' year.
  case sum
  /// A cost for each head that hardly any worker costs.
  case costPerHead = "cost-per-head"
  /// The cost for each head is at another level from one month on, while cost or staff stay.
  case step
  /// Nought, month after month, where there were values.
  case zero
  /// Far from the months around, above or below.
  case outlier
  /// Far from the years before and after, above or below.
  case neighbours
}

/// Something odd in what was returned: what it is, not what is true.
public struct Verdict: Hashable, Sendable {
  /// Code of the department.
  public var department: String
  /// Code of the body; empty for the department's months, which are sums over its bodies.
  public var body: String
  /// The months that it is about, counted from the year 0.
  public var months: ClosedRange<Int>
  /// What is odd.
  public var measure: AuditMeasure
  /// How that was found.
  public var rule: AuditRule
  /// What was returned, and what the rule holds it against, in the unit of the measure. Of several
  /// months the first.
  public var value, expected: Double
  /// A sentence to quote.
  public var why: String
  /// How much of a financial year's sum the oddity moves, as a share; a year that is not here, or is
  /// moved little, stands.
  public var moves: [FinancialYear: Double]

  /// Whether it bears on a measure of the returns, its share of the year left aside.
  public func bears(on other: AuditMeasure) -> Bool {
    switch measure {
    case .returns: true
    case .contingentCostPerHead: other == .contingentCost || other == .nonPayrollFTE
    case .payrollCostPerHead: other == .payrollCost
    default: other == measure
    }
  }
}
