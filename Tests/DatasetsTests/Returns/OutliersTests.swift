import Testing

@testable import Datasets

/// Values far from what a body had before: the Home Office, with 48,700 people, £262m of pay, £11m
/// of contingent labour and £10m of consultancy a month.
@Suite struct OutliersTests {
  private let outliers: Outliers

  init() throws {
    let tables = FolderReading(DataFolder(path: ShippedFolder.path), tables: TableSchema.all).tables
    outliers = Outliers(BodyHistory(try #require(tables["contractor_bodies"])), [])
  }

  private func reason(
    _ measure: ReturnMeasure, _ body: String, _ values: [ReturnMeasure: Double],
    _ month: String = "2026-07"
  ) -> String? {
    outliers.reasons(
      of: Outliers.Row(body: body, month: Month(text: month) ?? .first, values: values))[measure]
  }

  @Test(arguments: [
    (ReturnMeasure.payrollFTE, 33.0, "staff less than a fifth"),
    (.payrollFTE, 490_000, "staff more than 5 times"),
    (.payrollCost, 160_000, "pay cost less than"),
    (.payrollCost, 262_000, "pay cost less than a fifth"),
    (.payrollCost, 2_620_000_000, "pay cost more than 5 times"),
    (.contingentCost, 11_000, "contingent cost less than"),
    (.contingentCost, 11_000_000_000, "contingent cost"),
    (.consultancyCost, 4_500, "consultancy cost less than a twentieth"),
    (.consultancyCost, 100_000_000, "consultancy cost more than 5 times"),
  ])
  func slipsAreSeenBothWays(_ measure: ReturnMeasure, _ value: Double, _ words: String) {
    #expect(reason(measure, "HO", [measure: value])?.hasPrefix(words) == true)
    #expect(
      reason(measure, "HO", [measure: value, .nonPayrollFTE: 1_900])?.hasPrefix(words) == true)
  }

  /// What happens: months in which nothing was paid, corrections, a large programme with its people.
  @Test(arguments: [
    (ReturnMeasure.payrollFTE, 48_000.0, 0.0), (.payrollFTE, 12_000, 0), (.payrollCost, 0, 0),
    (.contingentCost, 60_000_000, 9_000), (.contingentCost, -200_000, 1_900),
    (.contingentCost, 2_500_000, 400), (.consultancyCost, 0, 0), (.consultancyCost, 1_000_000, 0),
    (.consultancyCost, 30_000_000, 0),
  ])
  func whatHappensIsLeft(_ measure: ReturnMeasure, _ value: Double, _ staff: Double) {
    #expect(reason(measure, "HO", [measure: value, .nonPayrollFTE: staff]) == nil)
  }

  /// A sign is a slip too: of pay always, of other costs where it is no correction.
  @Test(arguments: [
    ("HO", ReturnMeasure.payrollCost, -160_000_000.0, "pay cost below nothing"),
    ("HO", .payrollCost, -1, "pay cost below nothing"), ("HO", .payrollCost, 0, "no pay cost"),
    ("HO", .contingentCost, -3_000_000, "contingent cost below nothing"),
    ("HO", .consultancyCost, -10_000_000, "consultancy cost below nothing"),
    ("NEW", .payrollCost, 0, "no pay cost"),
    ("NEW", .contingentCost, -3_000_000, "contingent cost below nothing"),
    ("HO", .contingentCost, -200_000, ""), ("SFO", .consultancyCost, -20_000, ""),
    ("ICAI", .payrollCost, 0, ""),
  ])
  func aSignIsSeen(_ body: String, _ measure: ReturnMeasure, _ value: Double, _ words: String) {
    let reason = reason(measure, body, [measure: value, .payrollFTE: 33_000, .nonPayrollFTE: 9])
    #expect(words.isEmpty ? reason == nil : reason?.hasPrefix(words) == true, "\(reason ?? "")")
  }

  /// The Office of the Public Guardian in 2013, a quarter of what it was in 2022 and later: pay is
  /// held against its staff.
  @Test func aBodyThatGrewKeepsItsOldPay() {
    func of(_ measure: ReturnMeasure, _ staff: Double, _ pay: Double) -> String? {
      reason(measure, "OPG", [.payrollFTE: staff, .payrollCost: pay], "2013-02")
    }
    #expect(of(.payrollCost, 448.86, 1_025_940.70) == nil)
    #expect(of(.payrollFTE, 448.86, 1_025_940.70) == nil)
    #expect(of(.payrollCost, 448.86, 102_594.07)?.hasPrefix("pay cost less than") == true)
    #expect(of(.payrollCost, 448.86, 1_025.94)?.hasPrefix("pay cost less than") == true)
    #expect(of(.payrollCost, 448.86, 100_000_000)?.hasPrefix("pay cost more than") == true)
    // A tenth, with its pay: years before, not of late.
    #expect(of(.payrollFTE, 150, 350_000) == nil && of(.payrollCost, 150, 350_000) == nil)
    #expect(
      reason(.payrollFTE, "OPG", [.payrollFTE: 150, .payrollCost: 350_000], "2024-02") != nil)
    // Both in thousands.
    #expect(of(.payrollFTE, 0.44886, 1_025.94)?.hasPrefix("staff less than") == true)
    #expect(of(.payrollCost, 0.44886, 1_025.94)?.hasPrefix("pay cost less than") == true)
    // Consultancy of a body that was small.
    #expect(
      reason(
        .consultancyCost, "HO", [.consultancyCost: 450_000, .payrollFTE: 12_000], "2013-02") == nil)
  }

  /// A body whose own past is of months in which little of its pay was returned: pay that is worth
  /// its staff is no slip, and ten times as much is one.
  @Test func payThatIsWorthItsStaffIsLeft() {
    func of(_ pay: Double) -> String? {
      reason(.payrollCost, "TNA", [.payrollFTE: 600, .payrollCost: pay], "2012-10")
    }
    #expect(of(1_800_000) == nil)
    #expect(of(18_000_000)?.hasPrefix("pay cost more than") == true)
  }

  /// Months that are near count, not all.
  @Test func mediansAreOfTheirTime() throws {
    func rows(_ year: Int, _ staff: Double) -> [Outliers.Row] {
      (1...12).compactMap { number in
        Month(year: year, number: number).map {
          Outliers.Row(
            body: "NEW", month: $0, values: [.payrollFTE: staff, .payrollCost: staff * 3_000])
        }
      }
    }
    let all = (2011...2026).flatMap { rows($0, 100 * Double($0 - 2010)) }
    let outliers = Outliers(self.outliers.history, all)
    for row in all {
      #expect(outliers.reasons(of: row).isEmpty)
    }
    let month = try #require(Month(text: "2011-06"))
    let slip = Outliers.Row(body: "NEW", month: month, values: [.payrollFTE: 1_100])
    #expect(outliers.reasons(of: slip)[.payrollFTE]?.hasPrefix("staff more than") == true)
  }

  /// Small bodies and irregular costs: the Law Officers' bodies, and consultancy that is mostly nil.
  @Test(arguments: [
    ("LEASEHOLD", ReturnMeasure.payrollFTE, 4.0), ("HMCPSI", .consultancyCost, 60_000),
    ("CCRC", .consultancyCost, 200_000), ("SFO", .contingentCost, 20_000),
    ("TRINITY-HOUSE", .contingentCost, 60_000), ("NATIONAL-FOREST", .payrollFTE, 45),
  ])
  func smallBodiesMaySpendInLumps(_ body: String, _ measure: ReturnMeasure, _ value: Double) {
    #expect(reason(measure, body, [measure: value]) == nil)
  }

  @Test func aUnitIsSeenInASmallBodyAsWell() {
    #expect(reason(.payrollCost, "LEASEHOLD", [.payrollCost: 110, .payrollFTE: 24]) != nil)
    #expect(reason(.payrollCost, "NEW", [.payrollCost: 160, .payrollFTE: 33]) != nil)
    #expect(reason(.payrollCost, "NEW", [.payrollCost: 160_000, .payrollFTE: 33]) == nil)
    #expect(
      reason(.consultancyCost, "NEW", [.consultancyCost: 900_000_000, .payrollCost: 3_000_000])
        != nil)
    #expect(
      reason(.consultancyCost, "NEW", [.consultancyCost: 9_000_000, .payrollCost: 500_000]) == nil)
    // Pounds in the column of people.
    #expect(reason(.nonPayrollFTE, "GBCC", [.nonPayrollFTE: 4_169.66, .payrollFTE: 9]) != nil)
    #expect(reason(.nonPayrollFTE, "GBCC", [.nonPayrollFTE: 12, .payrollFTE: 9]) == nil)
  }

  /// The months that are shipped are months that happened: held against their own bodies, their
  /// means pass.
  @Test func yearsOfTheFolderPass() throws {
    let shipped = try ShippedReturns()
    var tried = 0
    var found: [String] = []
    for (department, month) in shipped.months where month.number == 5 {
      for year in shipped.bodies(of: department, month) {
        let values: [ReturnMeasure: Double?] = [
          .contingentCost: year.contingentCost, .consultancyCost: year.consultancyCost,
          .nonPayrollFTE: year.contingent, .payrollCost: year.pay, .payrollFTE: year.staff,
        ]
        for measure in [ReturnMeasure.contingentCost, .consultancyCost] {
          tried += 1
          if let reason = reason(
            measure, year.body, values.compactMapValues(\.self), "\(month)")
          {
            found.append("\(year.body) \(month): \(reason)")
          }
        }
      }
    }
    #expect(tried > 1_000)
    #expect(found.count * 100 < tried, "\(found)")
  }
}
