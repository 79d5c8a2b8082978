extension ReturnsMerge {
  mutating func addMonths(_ accepted: [Placed], _ source: String) {
    let groups = Dictionary(grouping: accepted) { [$0.department, $0.month.description] }
    let rows = spend.rows(by: ["body", "month"])
    // Rows that are there first: new ones move them.
    let keys = groups.keys.sorted {
      (rows[$0] == nil ? 1 : 0, $0[0], $0[1]) < (rows[$1] == nil ? 1 : 0, $1[0], $1[1])
    }
    for key in keys {
      guard let group = groups[key] else { continue }
      let row = rows[key] ?? newMonth(key[0], key[1])
      spend[row, "returns"] = "\((Int(spend[row, "returns"]) ?? 0) + group.count)"
      for (measure, column, unit, places) in Self.monthColumns {
        let values = group.compactMap { $0.values[measure] }
        guard !values.isEmpty else { continue }
        let held = Numeral.double(spend[row, column]) ?? 0
        spend[row, column] = Self.text(held + values.reduce(0, +) / unit, places: places)
      }
      spend[row, "mark"] = "derived"
      spend[row, "source_id"] = source
    }
  }

  /// An empty row behind the department's earlier months.
  mutating func newMonth(_ department: String, _ month: String) -> Int {
    let before = spend.rows.indices.last {
      spend[$0, "body"] == department && spend[$0, "month"] < month
    }
    let after = spend.rows.indices.first { spend[$0, "body"] == department }
    let place = before.map { $0 + 1 } ?? after ?? spend.rows.count
    spend.insert(["body": department, "month": month], at: place)
    return place
  }

  /// A mean is carried on from its printed decimal, a sum from its three.
  mutating func addYears(_ accepted: [Placed], _ source: String) {
    let groups = Dictionary(grouping: accepted) {
      [$0.department, $0.body, $0.month.financialYear]
    }
    let rows = bodyYears.rows(by: ["department", "body", "financial_year"])
    let keys = groups.keys.sorted {
      (rows[$0] == nil ? 1 : 0, $0[0], $0[1], $0[2])
        < (rows[$1] == nil ? 1 : 0, $1[0], $1[1], $1[2])
    }
    for key in keys {
      guard let group = groups[key] else { continue }
      let row = rows[key] ?? newYear(key[1], key[0], key[2])
      let held = Int(bodyYears[row, "months_returned"]) ?? 0
      for (measure, column) in [
        (ReturnMeasure.payrollFTE, "payroll_fte_mean"), (.nonPayrollFTE, "nonpayroll_fte_mean"),
      ] {
        let values = group.compactMap { $0.values[measure] }
        guard !values.isEmpty else { continue }
        let mean = Numeral.double(bodyYears[row, column])
        let weight = mean == nil ? 0 : Double(held)
        let total = (mean ?? 0) * weight + values.reduce(0, +)
        bodyYears[row, column] = Self.text(total / (weight + Double(values.count)), places: 1)
      }
      for (measure, column) in [
        (ReturnMeasure.payrollCost, "payroll_cost_gbp_m"),
        (.contingentCost, "contingent_cost_gbp_m"), (.consultancyCost, "consultancy_cost_gbp_m"),
      ] {
        let values = group.compactMap { $0.values[measure] }
        guard !values.isEmpty else { continue }
        let sum = Numeral.double(bodyYears[row, column]) ?? 0
        bodyYears[row, column] = Self.text(sum + values.reduce(0, +) / 1e6, places: 3)
      }
      bodyYears[row, "months_returned"] = "\(held + group.count)"
      bodyYears[row, "mark"] = "derived"
      bodyYears[row, "source_id"] = source
    }
  }

  /// An empty row behind the body's earlier years, else behind its department's rows.
  mutating func newYear(_ body: String, _ department: String, _ year: String) -> Int {
    let own = bodyYears.rows.indices.filter { bodyYears[$0, "department"] == department }
    let before = own.last {
      bodyYears[$0, "body"] == body && bodyYears[$0, "financial_year"] < year
    }
    let after = own.first { bodyYears[$0, "body"] == body }
    let place = before.map { $0 + 1 } ?? after ?? own.last.map { $0 + 1 } ?? bodyYears.rows.count
    bodyYears.insert(
      ["body": body, "department": department, "financial_year": year], at: place)
    return place
  }

  static let monthColumns: [(ReturnMeasure, String, Double, Int)] = [
    (.payrollFTE, "payroll_fte", 1, 1), (.payrollCost, "payroll_cost_gbp_m", 1e6, 3),
    (.nonPayrollFTE, "nonpayroll_fte", 1, 1), (.agencyFTE, "agency_fte", 1, 1),
    (.interimFTE, "interim_manager_fte", 1, 1),
    (.specialistFTE, "specialist_contractor_fte", 1, 1),
    (.contingentCost, "contingent_cost_gbp_m", 1e6, 3),
    (.consultancyCost, "consultancy_cost_gbp_m", 1e6, 3),
  ]

  /// A number with at most so many decimals and no zeros behind them.
  static func text(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let (whole, part) = Int(scaled).quotientAndRemainder(dividingBy: Int(scale))
    let digits = places > 0 ? "\(part)" : ""
    var decimals = String(repeating: "0", count: places - digits.count) + digits
    while decimals.last == "0" { decimals.removeLast() }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + "\(whole)" + (decimals.isEmpty ? "" : "." + decimals)
  }
}
