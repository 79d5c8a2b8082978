extension ReturnsMerge {
  /// What the folder tells about who is in a department's month.
  enum Members {
    /// The folder has nothing of the month.
    case none
    /// It has these bodies.
    case these(Set<String>)
    /// It has a sum, and does not say of whom.
    case unknown
  }

  /// A sum of a month has the bodies that returned in every month of the year, or all of the year
  /// where as many returned. Otherwise the tables do not say who it holds.
  func knownMembers(_ department: String, _ month: Month) -> Members {
    guard let row = spend.row(where: ["body": department, "month": "\(month)"]) else {
      return .none
    }
    guard let count = Int(spend[row, "returns"]) else { return .unknown }
    let year = month.financialYear
    let monthsOfYear = spend.rows.indices.count {
      spend[$0, "body"] == department
        && Month(text: spend[$0, "month"])?.financialYear == year
    }
    let ofYear = bodyYears.rows.indices.filter {
      bodyYears[$0, "department"] == department && bodyYears[$0, "financial_year"] == year
    }
    let always = ofYear.filter { Int(bodyYears[$0, "months_returned"]) == monthsOfYear }
    for rows in [always, ofYear] where rows.count == count {
      return .these(Set(rows.map { bodyYears[$0, "body"] }))
    }
    return .unknown
  }

  /// The returns of a department's month that the folder does not have yet.
  mutating func decide(_ group: [Placed], _ members: Members) -> [Placed] {
    guard let first = group.first else { return [] }
    var added = group
    switch members {
    case .none: break
    case .these(let codes):
      added = group.filter { !codes.contains($0.body) }
      for found in group where codes.contains(found.body) {
        leaveOut(found, "duplicate", "the folder has the month of the body; first kept")
      }
    case .unknown:
      added = []
      for found in group {
        leaveOut(found, "duplicate", "the folder has the month of the department; first kept")
      }
    }
    added = added.filter { found in
      let row = yearRow(found.body, found.department, found.month)
      let held = row.flatMap { Int(bodyYears[$0, "months_returned"]) } ?? 0
      guard held >= 12 else { return true }
      leaveOut(found, "duplicate", "the folder has twelve months of the body in the year")
      return false
    }
    if !added.isEmpty {
      var isNew = false
      if case .none = members { isNew = true }
      months.append(
        ReturnsImport.AddedMonth(
          department: first.department, month: first.month, returns: added.count, isNew: isNew))
    }
    return added
  }

  mutating func addMonths(_ accepted: [Placed], _ source: String) {
    let groups = Dictionary(grouping: accepted) { [$0.department, $0.month.description] }
    for key in groups.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let group = groups[key] else { continue }
      let row = spend.row(where: ["body": key[0], "month": key[1]]) ?? newMonth(key[0], key[1])
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

  func yearRow(_ body: String, _ department: String, _ month: Month) -> Int? {
    bodyYears.row(where: [
      "body": body, "department": department, "financial_year": month.financialYear,
    ])
  }

  /// A mean is carried on from its printed decimal, a sum from its three.
  mutating func addYears(_ accepted: [Placed], _ source: String) {
    let groups = Dictionary(grouping: accepted) {
      [$0.department, $0.body, $0.month.financialYear]
    }
    for key in groups.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let group = groups[key], let first = group.first else { continue }
      let row = yearRow(key[1], key[0], first.month) ?? newYear(key[1], key[0], key[2])
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
    var decimals = String(repeating: "0", count: places - "\(part)".count) + "\(part)"
    while decimals.last == "0" { decimals.removeLast() }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + "\(whole)" + (decimals.isEmpty ? "" : "." + decimals)
  }
}
