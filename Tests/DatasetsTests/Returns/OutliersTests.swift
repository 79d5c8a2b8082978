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
    _ measure: ReturnMeasure, _ body: String, _ values: [ReturnMeasure: Double]
  ) -> String? {
    outliers.reason(for: measure, of: body, values)
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
          if let reason = reason(measure, year.body, values.compactMapValues(\.self)) {
            found.append("\(year.body) \(month): \(reason)")
          }
        }
      }
    }
    #expect(tried > 1_000)
    #expect(found.count * 100 < tried, "\(found)")
  }
}
