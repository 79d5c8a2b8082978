/// Slips of the decimal point, of the unit, of the sign or of the column: values far from what the
/// body had at about that time. Which bounds and why: DECISIONS.md.
struct Outliers {
  /// A return: whose, of what month, and what it says.
  struct Row {
    let body: String
    let month: Month
    let values: [ReturnMeasure: Double]

    /// The month as a count.
    var time: Int { month.year * 12 + month.number - 1 }
  }

  let history: BodyHistory
  /// What the folder has of bodies and what is imported, in the order of time.
  private var known: [String: [ReturnMeasure: [(time: Int, value: Double)]]] = [:]

  init(_ history: BodyHistory, _ rows: [Row]) {
    self.history = history
    for row in rows {
      if known[row.body] == nil { known[row.body] = Self.known(history, row.body) }
      for (measure, value) in row.values {
        known[row.body]?[measure, default: []].append((row.time, value))
      }
    }
    known = known.mapValues { $0.mapValues { $0.sorted { $0.time < $1.time } } }
  }

  private static func known(
    _ history: BodyHistory, _ body: String
  ) -> [ReturnMeasure: [(time: Int, value: Double)]] {
    var known: [ReturnMeasure: [(time: Int, value: Double)]] = [:]
    for measure in ReturnMeasure.allCases { known[measure] = history.values(of: body, measure) }
    return known
  }

  /// What is wrong with values of a return, to be read in the log. Nought is far from nothing but
  /// from the pay of a staff.
  func reasons(of row: Row) -> [ReturnMeasure: String] {
    let staff = staff(row)
    let size = staff == nil ? size(of: row) : 1
    var reasons: [ReturnMeasure: String] = [:]
    for (measure, value) in row.values {
      if measure.isCost, value <= 0 { reasons[measure] = signed(value, measure, row) }
      guard value > 0 else { continue }
      switch measure {
      case .payrollFTE: reasons[measure] = staff
      case .payrollCost:
        reasons[measure] =
          (staff == nil && isWage(value, row.values[.payrollFTE])
            ? nil : steady(value, measure, row, floor: 100_000, size: size))
          ?? perHead(value, row.values[.payrollFTE])
      case .nonPayrollFTE: reasons[measure] = hired(value, row)
      case .contingentCost:
        let hired = row.values[.nonPayrollFTE] ?? 0
        reasons[measure] =
          contingent(value, hired, row) ?? lumpy(value, measure, row, size, hired >= 1)
      case .consultancyCost: reasons[measure] = lumpy(value, measure, row, size, false)
      default: break
      }
    }
    return reasons
  }

  /// Values of the measure: what the folder has, and what is imported.
  private func all(_ measure: ReturnMeasure, _ row: Row) -> [(time: Int, value: Double)] {
    known[row.body]?[measure] ?? history.values(of: row.body, measure)
  }

  /// Those beside the row's own.
  private func past(_ measure: ReturnMeasure, _ row: Row) -> [(time: Int, value: Double)] {
    without(row, measure, all(measure, row))
  }

  /// The three years of them that are nearest in time.
  private func near(_ measure: ReturnMeasure, _ row: Row) -> [(time: Int, value: Double)] {
    let all = all(measure, row)
    var end = all.firstIndex { $0.time > row.time } ?? all.count
    var start = end
    while end - start < 37, start > 0 || end < all.count {
      let isEarlier =
        start > 0
        && (end == all.count || row.time - all[start - 1].time <= all[end].time - row.time)
      if isEarlier { start -= 1 } else { end += 1 }
    }
    return without(row, measure, Array(all[start..<end]))
  }

  private func without(
    _ row: Row, _ measure: ReturnMeasure, _ values: [(time: Int, value: Double)]
  ) -> [(time: Int, value: Double)] {
    guard let value = row.values[measure],
      let own = values.firstIndex(where: { $0.time == row.time && $0.value == value })
    else { return values }
    var others = values
    others.remove(at: own)
    return others
  }

  /// Staff far from before. A body may have been a twentieth, years from all that is known of it,
  /// where its pay says so too.
  private func staff(_ row: Row) -> String? {
    guard let value = row.values[.payrollFTE],
      let reason = steady(value, .payrollFTE, row, floor: 20, size: 1)
    else { return nil }
    let near = near(.payrollFTE, row)
    guard let distance = near.map({ abs($0.time - row.time) }).min(), distance >= 36,
      let pay = row.values[.payrollCost], pay > 0, let median = Self.median(near),
      let bill = Self.median(self.near(.payrollCost, row)), median > 0, bill > 0
    else { return reason }
    let (size, rate) = (value / median, (pay / value) / (bill / median))
    return (0.05...20).contains(size) && (0.4...2.5).contains(rate) ? nil : reason
  }

  /// The staff of a row as a part of what the body had at about that time; 1 where they do not
  /// tell.
  private func size(of row: Row) -> Double {
    guard let value = row.values[.payrollFTE], value > 0,
      let median = Self.median(near(.payrollFTE, row)), median > 0
    else { return 1 }
    return value / median
  }

  /// Staff and pay: five times the median or a fifth of it, as far from the nearest year, and as
  /// far for each of the staff: a body that grows or is wound up gets there step by step.
  ///
  /// - Parameters:
  ///   - floor: differences below it are what a small body may have.
  ///   - size: the body's own as a part of what it was.
  private func steady(
    _ value: Double, _ measure: ReturnMeasure, _ row: Row, floor: Double,
    size: Double
  ) -> String? {
    let past = near(measure, row)
    guard past.count >= 3, let median = Self.median(past), median > 0,
      abs(value - median) > floor
    else { return nil }
    let last = history.mean(of: row.body, measure, near: row.month) ?? median
    if value > 5 * max(median, last, median * size) {
      return "\(measure.words) more than 5 times the median of the body: left out of sums"
    }
    if value < min(median, last, median * size) / 5 {
      return "\(measure.words) less than a fifth of the median of the body: left out of sums"
    }
    return nil
  }

  /// Costs of nought and below. A body with staff pays them; any other negative cost may correct an
  /// earlier one, which is small beside what the body spends.
  private func signed(_ value: Double, _ measure: ReturnMeasure, _ row: Row) -> String? {
    let usual = Self.median(near(measure, row))
    if measure == .payrollCost, row.values[.payrollFTE] ?? 0 >= 1 {
      if value < 0 { return "pay cost below nothing for a body with staff: left out of sums" }
      // Some are paid by their department, always.
      return usual == 0 ? nil : "no pay cost for a body with staff: left out of sums"
    }
    guard value < -50_000 else { return nil }
    let paid = Self.median(near(measure, row).filter { $0.value > 0 })
    let bound = paid.map { $0 / 10 } ?? max(0, row.values[.payrollCost] ?? 0) / 10
    return -value < bound
      ? nil : "\(measure.words) below nothing by more than a correction: left out of sums"
  }

  /// Contractors come and go in numbers: wrong are only many more than before and than the body's
  /// own staff.
  private func hired(_ value: Double, _ row: Row) -> String? {
    let own = max(
      row.values[.payrollFTE] ?? 0, history.mean(of: row.body, .payrollFTE, near: row.month) ?? 0)
    guard own > 0, let median = Self.median(near(.nonPayrollFTE, row)),
      value > 5 * max(median, own), value - median > 50
    else { return nil }
    return
      "non-payroll staff more than 5 times the median and the staff of the body: left out of sums"
  }

  /// Whether pay is what its staff cost in a month: then what is far from it is the body's past.
  private func isWage(_ value: Double, _ staff: Double?) -> Bool {
    guard let staff, staff >= 1 else { return false }
    return (1_500...12_000).contains(value / staff)
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
  private func contingent(_ value: Double, _ staff: Double, _ row: Row) -> String? {
    guard staff >= 1,
      let median = Self.median(near(.contingentCost, row).filter { $0.value > 0 }), median > 0,
      let rate = Self.median(history.contingentRates(of: row.body)), abs(value - median) > 50_000
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
  /// - Parameters:
  ///   - size: the body's own as a part of what it was.
  ///   - hasRate: whether the cost of a person was looked at already.
  private func lumpy(
    _ value: Double, _ measure: ReturnMeasure, _ row: Row, _ size: Double, _ hasRate: Bool
  ) -> String? {
    let (grown, shrunk) = (max(1, size), min(1, size))
    let bill =
      Self.median(history.means(of: row.body, .payrollCost)).map { $0 * grown }
      ?? max(0, row.values[.payrollCost] ?? 0)
    if bill > 0, value > max(50 * bill, 1e6) {
      return "\(measure.words) more than 50 times the pay bill of the body: left out of sums"
    }
    let past = past(measure, row)
    let means = history.means(of: row.body, measure)
    guard past.count >= 12, let median = Self.median(past) else { return nil }
    let isRegular =
      means.count >= 3 && (means.min() ?? 0) > 0
      && (means.max() ?? 0) <= 5 * (means.min() ?? 0)
    if isRegular, !hasRate, abs(value - median) > 50_000 {
      if value > 5 * median * grown {
        return "\(measure.words) more than 5 times the median of the body: left out of sums"
      }
      if value < median * shrunk / 20 {
        return "\(measure.words) less than a twentieth of the median of the body: left out of sums"
      }
    }
    let mean = past.reduce(0) { $0 + $1.value } / Double(past.count)
    let dearest = 12 * (means + [mean]).reduce(0, max) * grown
    if value > max(dearest, 250_000, bill / 10) {
      return "\(measure.words) of a month more than that of any year of the body: left out of sums"
    }
    if median >= 50_000, value < median * shrunk / 500 {
      return
        "\(measure.words) less than a five-hundredth of the median of the body: left out of sums"
    }
    return nil
  }

  private static func median(_ values: [(time: Int, value: Double)]) -> Double? {
    median(values.map(\.value))
  }

  static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}

extension ReturnMeasure {
  /// As the log names it.
  fileprivate var words: String {
    switch self {
    case .payrollCost: "pay cost"
    case .contingentCost: "contingent cost"
    case .consultancyCost: "consultancy cost"
    default: "staff"
    }
  }
}
