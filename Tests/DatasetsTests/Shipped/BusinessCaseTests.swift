import Analytics
import Datasets
import Figures
import Testing

/// The class of published programmes that comes with the data, against figures that were worked
/// out by hand from the same publications.
@Suite struct BusinessCaseTests {
  private static func cases() throws -> ReferenceClass {
    ReferenceClass(try ShippedFolder.loaded.get().evidence.businessCases)
  }

  static let spreads: [(BusinessCase.Ratio, Int, Double, Double, Double, Double)] = [
    (.overrun, 30, 1.75, 1.19, 5.86, 2.70), (.delay, 14, 2.04, 1.41, 2.90, 2.14),
    (.plannedInvestment, 10, 1.43, 0.37, 7.09, 3.07),
    (.latestInvestment, 6, 2.72, 2.19, 6.14, 3.69), (.realised, 7, 0.52, -0.49, 0.96, 0.32),
  ]

  @Test(arguments: spreads) func spreadIsThatWorkedOutByHand(
    _ ratio: BusinessCase.Ratio, _ count: Int, _ median: Double, _ p10: Double, _ p90: Double,
    _ mean: Double
  ) throws {
    let found = try Self.cases().summary(of: ratio)
    #expect(found.count == count)
    for (value, expected) in [
      (found.spread.p50, median), (found.spread.p10, p10), (found.spread.p90, p90),
      (found.spread.mean, mean),
    ] { #expect(abs((value ?? .nan) - expected) < 0.006, "\(ratio): \(value ?? .nan)") }
  }

  @Test func programmesOfTheUKGrewLess() throws {
    let found = try Self.cases().summary(of: .overrun) { $0.country == "UK" }
    #expect(found.count == 21)
    #expect(abs((found.spread.p50 ?? 0) - 1.64) < 0.005)
  }

  static let programmes: [(String, BusinessCase.Ratio, Double)] = [
    ("Emergency Services Network", .overrun, 1.5), ("Making Tax Digital", .delay, 3.25),
    ("Frontline Digitisation", .delay, 1.25), ("GOV.UK One Login", .plannedInvestment, 0.871),
    ("GOV.UK Verify", .plannedInvestment, 0.616), ("GOV.UK Verify", .latestInvestment, 2.839),
    ("Shared Services Strategy", .plannedInvestment, 9.583),
    ("Two independent shared service centres", .latestInvestment, 2.611),
    ("Two independent shared service centres", .realised, 0.281),
    ("Service Modernisation, money added in 2025", .plannedInvestment, 1.610),
    ("Courts and tribunals reform", .latestInvestment, 5.2), ("GOV.UK Verify", .realised, 0.249),
    ("Benefits Payment Card", .realised, 0.523), ("Pensions Dashboards", .realised, 0.945),
    ("HMRC transformation 2015", .realised, 0.986),
    ("Five shared service centres", .realised, -1.604),
  ]

  @Test(arguments: programmes) func ratioIsThatWorkedOutByHand(
    _ name: String, _ ratio: BusinessCase.Ratio, _ expected: Double
  ) throws {
    let programme = try #require(try Self.cases().programmes.first { $0.name == name })
    let value = try #require(programme.ratios[ratio])
    #expect(!value.isLeftOut && abs(value.ratio - expected) < 0.0006, "\(value.ratio)")
  }

  /// What is no plan against an outturn does not stand for the class, and its row says why.
  @Test func whatIsLeftOutSaysWhy() throws {
    let evidence = try ShippedFolder.loaded.get().evidence
    #expect(evidence.businessCases.filter { !$0.leftOut.isEmpty && $0.note.isEmpty } == [])
    let outside = ReferenceClass(evidence.businessCases).programmes
      .filter { $0.ratios[.overrun]?.isLeftOut == true }.map(\.name)
    #expect(
      outside == [
        "Universal Credit", "NHS National Programme for IT", "NHS Federated Data Platform",
        "Service Modernisation", "Benefits Payment Card", "Immigration Platform Technologies",
        "Frontline Digitisation", "Local Land Charges", "Ten Victorian projects",
      ])
  }
}
