extension ReturnsMerge {
  /// One return of a body and month: the first, and of two departments the body's own.
  mutating func withoutDuplicates(_ placed: [Placed]) -> [Placed] {
    var kept: [Placed] = []
    var places: [[String]: Int] = [:]
    for found in placed {
      let key = [found.body, found.month.description]
      guard let place = places[key] else {
        places[key] = kept.count
        kept.append(found)
        continue
      }
      let first = kept[place]
      if first.department == found.department {
        leaveOut(
          found, "duplicate", "same body, month and measure returned twice; first kept")
        continue
      }
      let own = names.entry(found.body)?.parent
      let (stays, goes) = found.department == own ? (found, first) : (first, found)
      kept[place] = stays
      let name = names.entry(stays.department)?.name ?? stays.department
      leaveOut(goes, "duplicate", "same return filed under two departments; kept under \(name)")
    }
    return kept
  }

  /// Pay and staff far above what the body had before are slips of the decimal point or of the
  /// column. A body without a past is held against what a person can cost.
  mutating func withoutOutliers(_ placed: [Placed]) -> [Placed] {
    var kept = placed
    for (place, found) in placed.enumerated() {
      let others = placed.enumerated().filter {
        $0.offset != place && $0.element.body == found.body
      }
      .map(\.element)
      for (measure, word) in [(ReturnMeasure.payrollCost, "pay cost"), (.payrollFTE, "staff")] {
        guard let value = found.values[measure], value > 0 else { continue }
        let past = costs.values(of: found.body, measure) + others.compactMap { $0.values[measure] }
        if let median = Self.median(past), past.count >= 3, median > 0 {
          if value > 5 * median {
            leaveOut(
              found, measure, value, "outlier",
              "\(word) more than 5 times the median of the body: left out of sums")
            kept[place].values[measure] = nil
          }
        } else if measure == .payrollCost, let staff = found.values[.payrollFTE], staff > 0,
          value / staff > 100_000
        {
          leaveOut(
            found, measure, value, "outlier",
            "pay cost over £100,000 a month for each full-time equivalent: left out of sums")
          kept[place].values[measure] = nil
        }
      }
    }
    return kept
  }

  static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// Logs every value of a return.
  mutating func leaveOut(_ found: Placed, _ rule: String, _ why: String) {
    for measure in ReturnMeasure.allCases {
      if let value = found.values[measure] { leaveOut(found, measure, value, rule, why) }
    }
  }

  mutating func leaveOut(
    _ found: Placed, _ measure: ReturnMeasure, _ value: Double?, _ rule: String, _ why: String
  ) {
    leftOut[rule, default: 0] += 1
    let cells = [
      "department": found.department, "body": found.body, "month": "\(found.month)",
      "measure": measure.rawValue, "value": value.map { Self.text($0, places: 6) } ?? "",
      "rule": rule, "why": why,
    ]
    // Importing a file twice says the same thing once.
    let row = log.header.map { cells[$0] ?? "" }
    if logged.insert(row).inserted { log.append(cells) }
  }
}
