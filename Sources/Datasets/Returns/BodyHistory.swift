/// What bodies cost and held a month, before.
struct BodyHistory {
  private var months: [String: [(months: Int, cost: Double?, staff: Double?)]] = [:]

  init(_ years: Table) {
    for row in 0..<years.count {
      let count = years.number(row, "months_returned").map { Int($0) } ?? 0
      guard count > 0 else { continue }
      months[years.text(row, "body"), default: []].append(
        (
          count, years.number(row, "payroll_cost_gbp_m").map { $0 * 1e6 / Double(count) },
          years.number(row, "payroll_fte_mean")
        ))
    }
  }

  /// The mean of its year for each month that the body returned, in pounds or people.
  func values(of body: String, _ measure: ReturnMeasure) -> [Double] {
    (months[body] ?? []).flatMap { year in
      let value = measure == .payrollCost ? year.cost : measure == .payrollFTE ? year.staff : nil
      return value.map { [Double](repeating: $0, count: year.months) } ?? []
    }
  }
}
