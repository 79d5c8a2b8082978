/// Slips of the decimal point, of the unit or of the column: values far from what the body had
/// before. Which bounds and why: DECISIONS.md.
struct Outliers {
  let history: BodyHistory
  /// Values of the same import, by body and measure.
  private var imported: [String: [ReturnMeasure: [Double]]] = [:]

  init(_ history: BodyHistory, _ returns: [(body: String, values: [ReturnMeasure: Double])]) {
    self.history = history
    for (body, values) in returns {
      for (measure, value) in values {
        imported[body, default: [:]][measure, default: []].append(value)
      }
    }
  }

  /// What is wrong with a value of a return, to be read in the log; nil where nothing is. Nought,
  /// and a negative cost, which corrects an earlier one, are not far from anything.
  func reason(
    for measure: ReturnMeasure, of body: String, _ values: [ReturnMeasure: Double]
  ) -> String? {
    guard let value = values[measure], value > 0 else { return nil }
    switch measure {
    case .payrollFTE: return steady(value, measure, body, "staff", floor: 20)
    case .payrollCost:
      return steady(value, measure, body, "pay cost", floor: 100_000)
        ?? perHead(value, values[.payrollFTE])
    case .nonPayrollFTE: return hired(value, values[.payrollFTE], body)
    case .contingentCost:
      let staff = values[.nonPayrollFTE] ?? 0
      return contingent(value, staff, body)
        ?? lumpy(value, measure, body, "contingent cost", pay: values[.payrollCost], staff >= 1)
    case .consultancyCost:
      return lumpy(value, measure, body, "consultancy cost", pay: values[.payrollCost], false)
    default: return nil
    }
  }

  /// Other values of the measure: what the folder has, and what is imported beside this one.
  private func past(_ value: Double, _ measure: ReturnMeasure, _ body: String) -> [Double] {
    var others = imported[body]?[measure] ?? []
    if let own = others.firstIndex(of: value) { others.remove(at: own) }
    return history.values(of: body, measure) + others
  }

  /// Staff and pay: five times the median or a fifth of it, and as far from the last year, which
  /// a body that grows or is wound up has reached step by step.
  ///
  /// - Parameter floor: differences below it are what a small body may have.
  private func steady(
    _ value: Double, _ measure: ReturnMeasure, _ body: String, _ word: String, floor: Double
  ) -> String? {
    let past = past(value, measure, body)
    guard past.count >= 3, let median = Self.median(past), median > 0,
      abs(value - median) > floor
    else { return nil }
    let last = history.means(of: body, measure).last.flatMap { $0 > 0 ? $0 : nil } ?? median
    if value > 5 * max(median, last) {
      return "\(word) more than 5 times the median of the body: left out of sums"
    }
    if value < min(median, last) / 5 {
      return "\(word) less than a fifth of the median of the body: left out of sums"
    }
    return nil
  }

  /// Contractors come and go in numbers: wrong are only many more than before and than the body's
  /// own staff.
  private func hired(_ value: Double, _ staff: Double?, _ body: String) -> String? {
    let own = max(staff ?? 0, history.means(of: body, .payrollFTE).last ?? 0)
    guard own > 0, let median = Self.median(past(value, .nonPayrollFTE, body)),
      value > 5 * max(median, own), value - median > 50
    else { return nil }
    return
      "non-payroll staff more than 5 times the median and the staff of the body: left out of sums"
  }

  /// Pay against what a person can cost in a month.
  private func perHead(_ value: Double, _ staff: Double?) -> String? {
    guard let staff, staff > 0 else { return nil }
    if value / staff > 100_000 {
      return "pay cost over £100,000 a month for each full-time equivalent: left out of sums"
    }
    if staff >= 1, value / staff < 100 {
      return "pay cost under £100 a month for each full-time equivalent: left out of sums"
    }
    return nil
  }

  /// Contingent labour is wrong where both the sum and the sum for each person are far off: bodies
  /// take on many at once, and pay them much the same.
  private func contingent(_ value: Double, _ staff: Double, _ body: String) -> String? {
    guard staff >= 1,
      let median = Self.median(past(value, .contingentCost, body).filter { $0 > 0 }), median > 0,
      let rate = Self.median(history.contingentRates(of: body)), abs(value - median) > 50_000
    else { return nil }
    if value > 5 * median, value / staff > 5 * rate {
      return
        "contingent cost more than 5 times the median of the body, in all and for each full-time equivalent: left out of sums"
    }
    if value < median / 5, value / staff < rate / 5 {
      return
        "contingent cost less than a fifth of the median of the body, in all and for each full-time equivalent: left out of sums"
    }
    return nil
  }

  /// Costs that come in lumps. A body with much the same cost in every year is held against its
  /// median. Any other may spend a whole year's money in a month, but not more than in its dearest,
  /// where that is much beside its pay bill.
  ///
  /// - Parameter hasRate: whether the cost of a person was looked at already.
  private func lumpy(
    _ value: Double, _ measure: ReturnMeasure, _ body: String, _ word: String, pay: Double?,
    _ hasRate: Bool
  ) -> String? {
    let bill = Self.median(history.means(of: body, .payrollCost)) ?? pay ?? 0
    if bill > 0, value > max(50 * bill, 1e6) {
      return "\(word) more than 50 times the pay bill of the body: left out of sums"
    }
    let past = past(value, measure, body)
    let means = history.means(of: body, measure)
    guard past.count >= 12, let median = Self.median(past) else { return nil }
    let isRegular =
      means.count >= 3 && (means.min() ?? 0) > 0
      && (means.max() ?? 0) <= 5 * (means.min() ?? 0)
    if isRegular, !hasRate, abs(value - median) > 50_000 {
      if value > 5 * median {
        return "\(word) more than 5 times the median of the body: left out of sums"
      }
      if value < median / 20 {
        return "\(word) less than a twentieth of the median of the body: left out of sums"
      }
    }
    let mean = past.reduce(0, +) / Double(past.count)
    let dearest = 12 * (means + [mean]).reduce(0, max)
    if value > max(dearest, 250_000, bill / 10) {
      return "\(word) of a month more than that of any year of the body: left out of sums"
    }
    if median >= 50_000, value < median / 500 {
      return "\(word) less than a five-hundredth of the median of the body: left out of sums"
    }
    return nil
  }

  static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
