/// What bodies cost and held a month, before.
struct BodyHistory {
  /// One year of a body: the first of its calendar years, how many months it returned, and the
  /// mean of one.
  struct Year {
    let start: Int
    let months: Int
    let means: [ReturnMeasure: Double]
  }

  private var years: [String: [Year]] = [:]

  init(_ table: Table) {
    for row in 0..<table.count {
      let count = table.number(row, "months_returned").map { Int($0) } ?? 0
      guard count > 0, let start = Int(table.text(row, "financial_year").prefix(4)) else {
        continue
      }
      var means: [ReturnMeasure: Double] = [:]
      for (measure, column) in Self.sums {
        means[measure] = table.number(row, column).map { $0 * 1e6 / Double(count) }
      }
      for (measure, column) in Self.means { means[measure] = table.number(row, column) }
      years[table.text(row, "body"), default: []].append(
        Year(start: start, months: count, means: means))
    }
    years = years.mapValues { $0.sorted { $0.start < $1.start } }
  }

  /// The mean of its year for each month that the body returned, in pounds or people, with the
  /// middle of the year as a count of months; the earliest first.
  func values(of body: String, _ measure: ReturnMeasure) -> [(time: Int, value: Double)] {
    (years[body] ?? []).flatMap { year in
      year.means[measure].map {
        [(time: Int, value: Double)](
          repeating: (year.start * 12 + 9, $0), count: year.months)
      } ?? []
    }
  }

  /// The mean of each year, the earliest first.
  func means(of body: String, _ measure: ReturnMeasure) -> [Double] {
    (years[body] ?? []).compactMap { $0.means[measure] }
  }

  /// The mean of the year nearest to a month; nil where none is more than nought.
  func mean(of body: String, _ measure: ReturnMeasure, near month: Month) -> Double? {
    let time = month.year * 12 + month.number - 1
    return (years[body] ?? []).filter { ($0.means[measure] ?? 0) > 0 }
      .min { abs($0.start * 12 + 9 - time) < abs($1.start * 12 + 9 - time) }?.means[measure]
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
