/// What bodies cost and held a month, before.
struct BodyHistory {
  /// One year of a body: how many months it returned, and the mean of one.
  struct Year {
    let months: Int
    let means: [ReturnMeasure: Double]
  }

  private var years: [String: [Year]] = [:]

  init(_ table: Table) {
    var dated: [String: [(year: String, value: Year)]] = [:]
    for row in 0..<table.count {
      let count = table.number(row, "months_returned").map { Int($0) } ?? 0
      guard count > 0 else { continue }
      var means: [ReturnMeasure: Double] = [:]
      for (measure, column) in Self.sums {
        means[measure] = table.number(row, column).map { $0 * 1e6 / Double(count) }
      }
      for (measure, column) in Self.means { means[measure] = table.number(row, column) }
      dated[table.text(row, "body"), default: []].append(
        (table.text(row, "financial_year"), Year(months: count, means: means)))
    }
    years = dated.mapValues { $0.sorted { $0.year < $1.year }.map(\.value) }
  }

  /// The mean of its year for each month that the body returned, in pounds or people.
  func values(of body: String, _ measure: ReturnMeasure) -> [Double] {
    (years[body] ?? []).flatMap { year in
      year.means[measure].map { [Double](repeating: $0, count: year.months) } ?? []
    }
  }

  /// The mean of each year, the earliest first.
  func means(of body: String, _ measure: ReturnMeasure) -> [Double] {
    (years[body] ?? []).compactMap { $0.means[measure] }
  }

  /// What a person of non-payroll staff cost a month, by year: pounds.
  func contingentRates(of body: String) -> [Double] {
    (years[body] ?? []).compactMap { year in
      guard let cost = year.means[.contingentCost], let staff = year.means[.nonPayrollFTE],
        cost > 0, staff > 0
      else { return nil }
      return cost / staff
    }
  }

  private static let sums: [(ReturnMeasure, String)] = [
    (.payrollCost, "payroll_cost_gbp_m"), (.contingentCost, "contingent_cost_gbp_m"),
    (.consultancyCost, "consultancy_cost_gbp_m"),
  ]
  private static let means: [(ReturnMeasure, String)] = [
    (.payrollFTE, "payroll_fte_mean"), (.nonPayrollFTE, "nonpayroll_fte_mean"),
  ]
}
