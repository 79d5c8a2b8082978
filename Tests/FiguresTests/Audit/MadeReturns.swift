import Figures

/// A department and its bodies as a test makes them: quiet but for what the test changes.
struct MadeReturns {
  /// Every month from April 2022 on: 5,000 staff at £60,000, 300 contingent workers at £100,000 and
  /// £1m of consultancy, each with a little movement.
  var months: [WorkforceReturn]
  var bodyYears: [WorkforceReturn] = []

  static let first = 12 * 2022 + 3

  init(months count: Int = 36) {
    months = (0..<count).map { place in
      // 0.95 to 1.05, the same every time.
      let drift = 1 + Double((place * 7) % 11 - 5) / 100
      return WorkforceReturn(
        body: "DEP", department: "DEP", period: MonthlyReturns.text(month: Self.first + place),
        returns: 3, payrollFTE: 5000 + Double(place % 5) * 10, payrollCost: 25 * drift,
        nonPayrollFTE: 300 * drift, agencyFTE: nil, interimFTE: nil, specialistFTE: nil,
        contingentCost: 2.5 * drift, consultancyCost: 1 / drift, mark: .derived, sourceID: "returns"
      )
    }
  }

  /// The same with some months changed; `range` counts from April 2022.
  func with(_ range: Range<Int>, _ change: (inout WorkforceReturn) -> Void) -> MadeReturns {
    var made = self
    for place in range { change(&made.months[place]) }
    return made
  }

  /// The same with a body's years: so many months each, of the same cost and staff but for `change`.
  func body(
    _ code: String, from first: Int = 2022, years: Int = 3,
    _ change: (Int, inout WorkforceReturn) -> Void = { _, _ in }
  ) -> MadeReturns {
    var made = self
    for year in first..<first + years {
      var row = WorkforceReturn(
        body: code, department: "DEP", period: FinancialYear(first: year).description, returns: 12,
        payrollFTE: 1000, payrollCost: 60, nonPayrollFTE: 100, agencyFTE: nil, interimFTE: nil,
        specialistFTE: nil, contingentCost: 10, consultancyCost: 4, mark: .derived,
        sourceID: "returns", isYear: true)
      change(year, &row)
      made.bodyYears.append(row)
    }
    return made
  }

  /// A second body that takes the rest of the months' sums, so that both add up.
  var balanced: MadeReturns {
    var made = self
    for year in Set(bodyYears.map(\.period)) {
      let own = bodyYears.filter { $0.period == year }
      let months = months.filter { row in
        MonthlyReturns.month(row.period).map { FinancialYear(holding: $0).description } == year
      }
      func rest(_ value: (WorkforceReturn) -> Double?) -> Double {
        months.compactMap(value).reduce(0, +) - own.compactMap(value).reduce(0, +)
      }
      var row = own[0]
      row.body = "REST"
      row.returns = months.count
      (row.payrollFTE, row.nonPayrollFTE) = (4000, 200)
      row.payrollCost = rest(\.payrollCost)
      row.contingentCost = rest(\.contingentCost)
      row.consultancyCost = rest(\.consultancyCost)
      made.bodyYears.append(row)
    }
    return made
  }

  var evidence: Evidence {
    func body(_ code: String, _ name: String) -> Body {
      Body(code: code, name: name, kind: .body, parent: "UK", note: "")
    }
    return Evidence(
      name: nil, version: nil,
      sources: [
        Source(
          id: "returns", title: "Returns", publisher: "Departments", date: "2025-06", address: "",
          licence: "", seenHow: "")
      ],
      bodies: [
        Body(code: "UK", name: "UK", kind: .whole, parent: "", note: ""),
        body("DEP", "Department"), body("ONE", "One Agency"), body("REST", "The Rest"),
      ],
      facts: [], observations: [:], months: MonthlyReturns(months), bodyYears: bodyYears,
      quality: [], incidents: [], milestones: [], redListRates: [])
  }

  /// What the auditor says, in short: `contingent_cost outlier 2023-04 2023-05`, with the body first
  /// where it is one.
  var found: [String] {
    evidence.verdicts.map { verdict in
      let months = [verdict.months.lowerBound, verdict.months.upperBound]
        .map(MonthlyReturns.text(month:)).joined(separator: " ")
      let body = verdict.body.isEmpty ? "" : verdict.body + " "
      return "\(body)\(verdict.measure.rawValue) \(verdict.rule.rawValue) \(months)"
    }
  }
}
