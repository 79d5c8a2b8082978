import Figures
import Testing

/// Each rule on a small series that was made for it, and none on a quiet one.
@Suite struct AuditTests {
  @Test(arguments: [1, 5, 12, 36, 60])
  func aQuietSeriesHasNoVerdict(months: Int) {
    #expect(MadeReturns(months: months).found == [])
  }

  @Test func quietBodiesThatAddUpHaveNone() {
    #expect(MadeReturns().body("ONE").balanced.found == [])
  }

  /// What is done to the months 12 to 14 of a quiet series, and what is said of them.
  struct Oddity: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let range: Range<Int>
    let change: @Sendable (inout WorkforceReturn) -> Void
    let found: [String]

    init(
      _ name: String, _ range: Range<Int>, _ found: [String],
      _ change: @escaping @Sendable (inout WorkforceReturn) -> Void
    ) {
      (testDescription, self.range, self.found) = (name, range, found)
      self.change = change
    }
  }

  static let oddities = [
    Oddity("a kind that is not returned", 12..<15, ["contingent_cost coverage 2023-04 2023-06"]) {
      $0.contingentCost = nil
    },
    Oddity(
      "both kinds that are not returned are one verdict", 12..<15,
      ["contingent_cost coverage 2023-04 2023-06"]
    ) { ($0.contingentCost, $0.consultancyCost) = (nil, nil) },
    Oddity(
      "staff that are not returned for long", 12..<15, ["payroll_fte coverage 2023-04 2023-06"]
    ) { $0.payrollFTE = nil },
    Oddity("staff that are not returned once", 12..<13, []) { $0.payrollFTE = nil },
    Oddity("most of the department is missing", 12..<13, ["returns coverage 2023-04 2023-04"]) {
      ($0.returns, $0.payrollFTE, $0.payrollCost) = (1, 300, 1.5)
      ($0.nonPayrollFTE, $0.contingentCost, $0.consultancyCost) = (2, 0.02, 0)
    },
    Oddity("a small body is missing", 12..<13, []) { ($0.returns, $0.payrollFTE) = (2, 4900) },
    Oddity("a month that is far too high", 12..<14, ["contingent_cost outlier 2023-04 2023-05"]) {
      $0.contingentCost = 15.7
    },
    Oddity("a month that is far too low", 12..<14, ["contingent_cost outlier 2023-04 2023-05"]) {
      $0.contingentCost = 0.1
    },
    Oddity("twice as much is no outlier", 12..<13, []) { $0.contingentCost = 5 },
    Oddity("much consultancy in one month", 12..<13, ["consultancy_cost outlier 2023-04 2023-04"]) {
      $0.consultancyCost = 21
    },
    Oddity("consultancy comes in lumps", 12..<13, []) { $0.consultancyCost = 3.5 },
    Oddity("hardly any contingent staff", 12..<13, ["nonpayroll_fte outlier 2023-04 2023-04"]) {
      $0.nonPayrollFTE = 60
    },
    Oddity("pay of a third", 12..<13, ["payroll_cost_per_head outlier 2023-04 2023-04"]) {
      $0.payrollCost = 8
    },
    Oddity("pay of twice as much", 12..<13, ["payroll_cost_per_head outlier 2023-04 2023-04"]) {
      $0.payrollCost = 50
    },
    Oddity("an award is no outlier", 12..<13, []) { $0.payrollCost = 33 },
    Oddity("a body counted twice", 12..<13, ["payroll_fte outlier 2023-04 2023-04"]) {
      $0.payrollFTE = 5450
    },
    Oddity("a body's staff left out", 12..<13, ["payroll_fte outlier 2023-04 2023-04"]) {
      $0.payrollFTE = 4600
    },
    Oddity("noughts to the end", 24..<36, ["consultancy_cost zero 2024-04 2025-03"]) {
      $0.consultancyCost = 0
    },
    Oddity("two noughts", 12..<14, []) { $0.consultancyCost = 0 },
    Oddity(
      "cost a head that no worker costs", 24..<36,
      [
        "contingent_cost_per_head step 2024-04 2025-03",
        "contingent_cost_per_head cost-per-head 2024-04 2025-03",
      ]
    ) { $0.nonPayrollFTE = 20 },
    Oddity(
      "a step: cost returned in part", 0..<20, ["contingent_cost_per_head step 2022-12 2023-11"]
    ) { $0.contingentCost = 0.42 },
    Oddity("cost and staff that grow together are no step", 18..<36, []) {
      ($0.contingentCost, $0.nonPayrollFTE) = (10, 1200)
    },
    Oddity("a little more each year is no step", 18..<36, []) { $0.contingentCost = 3.6 },
  ]

  @Test(arguments: oddities)
  func eachOddityHasItsVerdict(oddity: Oddity) {
    let made = MadeReturns().with(oddity.range, oddity.change)
    #expect(Set(made.found) == Set(oddity.found))
    #expect(made.found.count == oddity.found.count)
  }

  @Test func monthsWithoutARowAreSaidToBeMissing() {
    var made = MadeReturns()
    made.months.removeSubrange(12..<14)
    #expect(made.found == ["returns coverage 2023-04 2023-05"])
  }

  /// What is done to a body's years, and what is said of them.
  struct YearOddity: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (Int, inout WorkforceReturn) -> Void
    let found: [String]

    init(
      _ name: String, _ found: [String],
      _ change: @escaping @Sendable (Int, inout WorkforceReturn) -> Void
    ) {
      (testDescription, self.found) = (name, found)
      self.change = change
    }
  }

  static let yearOddities = [
    YearOddity(
      "no staff for the cost", ["ONE contingent_cost_per_head cost-per-head 2024-04 2025-03"]
    ) { year, row in
      // Too few before for their end to be a verdict of its own.
      row.nonPayrollFTE = year == 2024 ? 0 : 15
      if year < 2024 { row.contingentCost = 1.5 }
    },
    YearOddity(
      "the same for two years is one verdict",
      ["ONE contingent_cost_per_head cost-per-head 2023-04 2025-03"]
    ) { year, row in if year > 2022 { row.nonPayrollFTE = 10 } },
    YearOddity(
      "staff without cost", ["ONE contingent_cost_per_head cost-per-head 2022-04 2025-03"]
    ) { _, row in row.contingentCost = 0 },
    YearOddity(
      "pay of a fifth", ["ONE payroll_cost_per_head cost-per-head 2023-04 2024-03"]
    ) { year, row in if year == 2023 { row.payrollCost = 12 } },
    YearOddity("noughts after values", ["ONE consultancy_cost zero 2024-04 2025-03"]) { year, row in
      if year == 2024 { row.consultancyCost = 0 }
    },
    YearOddity("values now and then", []) { year, row in
      row.consultancyCost = year == 2023 ? 2.5 : 0
    },
    YearOddity("a year far from both beside it", ["ONE payroll_fte neighbours 2023-04 2024-03"]) {
      year, row in if year == 2023 { (row.payrollFTE, row.payrollCost) = (300, 18) }
    },
    YearOddity("a year in the midst with a month less", ["ONE returns coverage 2023-04 2024-03"]) {
      year, row in
      if year == 2023 { (row.returns, row.contingentCost, row.consultancyCost) = (9, 7.5, 3) }
    },
    YearOddity("a body that begins", []) { year, row in
      if year == 2022 { (row.returns, row.contingentCost, row.consultancyCost) = (9, 7.5, 3) }
    },
  ]

  @Test(arguments: yearOddities)
  func eachOddityOfAYearHasItsVerdict(oddity: YearOddity) {
    #expect(MadeReturns().body("ONE", oddity.change).balanced.found == oddity.found)
  }

  /// As the core department that stood in a month under two spellings.
  @Test func monthsThatDoNotAddUpToTheirBodiesAreFound() throws {
    let doubled = MadeReturns().body("ONE").balanced.with(3..<4) {
      $0.payrollFTE = 6000
      $0.payrollCost = ($0.payrollCost ?? 0) + 5
    }
    #expect(
      doubled.found == [
        "payroll_cost sum 2022-04 2023-03", "payroll_fte outlier 2022-07 2022-07",
      ])
    let sum = try #require(doubled.evidence.verdicts.first)
    #expect(abs(sum.value - sum.expected - 5) < 1e-9)
    #expect(sum.why.hasPrefix("Pay: the months of 2022-23 add up to £"))
  }

  /// A year of which months are still to come is left for when it is over.
  @Test func theRunningYearOfABodyIsNotAudited() {
    let made = MadeReturns(months: 38).body("ONE", years: 4) { year, row in
      if year == 2025 { (row.returns, row.consultancyCost, row.nonPayrollFTE) = (2, 0, 0) }
    }
    #expect(made.balanced.found == [])
  }

  /// The sentences can be quoted: what, when, how much, and against what.
  @Test func theSentencesSayWhatIsOdd() throws {
    let high = MadeReturns().with(12..<14) { $0.contingentCost = 15.7 }
    #expect(
      high.evidence.verdicts.map(\.why) == [
        "Contingent labour of £15.7m and £15.7m in April 2023 to May 2023, where the median of the "
          + "months around is £2.5m."
      ])
    let nobody = MadeReturns().body("ONE") { year, row in
      if year == 2024 { row.nonPayrollFTE = 3 }
    }
    let why = nobody.balanced.evidence.verdicts.map(\.why).first { $0.contains("a head") }
    #expect(
      why == "One Agency: Contingent labour of £10.0m for 3 non-payroll FTE in 2024-25 is £3.33m a "
        + "head a year; more than £330,000, £1,500 a day for 220 days, is odd.")
  }
}
