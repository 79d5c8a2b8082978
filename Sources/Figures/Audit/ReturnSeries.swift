/// A department's months as the auditor reads them: columns, NaN for what was not returned.
struct ReturnSeries {
  /// Counted from the year 0, rising.
  let months: [Int]
  let returns, payrollFTE, payrollCost, nonPayrollFTE, contingentCost, consultancyCost: [Double]

  func values(_ measure: AuditMeasure) -> [Double] {
    switch measure {
    case .payrollFTE: payrollFTE
    case .nonPayrollFTE: nonPayrollFTE
    case .payrollCost: payrollCost
    case .contingentCost: contingentCost
    case .consultancyCost: consultancyCost
    case .payrollCostPerHead: perHead(payrollCost, payrollFTE)
    case .contingentCostPerHead: perHead(contingentCost, nonPayrollFTE)
    case .returns: returns
    }
  }

  /// £ million a month as £ a year for each head; NaN without heads.
  private func perHead(_ cost: [Double], _ heads: [Double]) -> [Double] {
    zip(cost, heads).map { $1 > 0 ? $0 * 12e6 / $1 : .nan }
  }

  /// Places of the months in which a measure was returned.
  func places(_ values: [Double]) -> [Int] { values.indices.filter { !values[$0].isNaN } }

  /// Contingent labour and consultancy of a place; nil where neither was returned.
  func spend(_ place: Int) -> Double? {
    let (contingent, consultancy) = (contingentCost[place], consultancyCost[place])
    if contingent.isNaN { return consultancy.isNaN ? nil : consultancy }
    return contingent + (consultancy.isNaN ? 0 : consultancy)
  }
}

/// What the whole of the returns says of the time that they cover.
struct ReturnSpan: Sendable {
  /// The first month in which half of those with a row returned a measure.
  let first: [AuditMeasure: Int]
  /// The newest month of anyone; nil without rows.
  let newest: Int?
}
