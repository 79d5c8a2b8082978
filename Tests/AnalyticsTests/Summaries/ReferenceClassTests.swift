import Analytics
import Figures
import Testing

/// The ratios of a programme and their spread, on rows made for it.
@Suite struct ReferenceClassTests {
  private static func row(
    _ programme: String, _ measure: BusinessCase.Measure, _ value: Double,
    leftOut: [BusinessCase.Ratio] = []
  ) -> BusinessCase {
    BusinessCase(
      programme: programme, body: "A body", country: "UK", measure: measure, value: value, low: nil,
      high: nil, unit: "£m", priceBase: "", cashable: .part, mark: .reported, kind: .estimate,
      sourceID: "review", locator: "", asOf: "2020", confidence: .b, leftOut: leftOut, note: "")
  }

  private static func ratios(_ rows: [BusinessCase]) -> [BusinessCase.Ratio: Double] {
    ReferenceClass(rows).programmes.first?.ratios.mapValues(\.ratio) ?? [:]
  }

  @Test func dividesLaterByPlanned() {
    let ratios = Self.ratios([
      Self.row("a", .plannedCost, 100), Self.row("a", .latestCost, 150),
      Self.row("a", .plannedYears, 4), Self.row("a", .latestYears, 10),
      Self.row("a", .plannedBenefitAYear, 50), Self.row("a", .latestBenefitAYear, 25),
    ])
    #expect(
      ratios == [
        .overrun: 1.5, .delay: 2.5, .plannedInvestment: 2, .latestInvestment: 6, .realised: 0.5,
      ])
  }

  /// A sum over years is a yearly benefit times the years.
  @Test func takesTheYearlyBenefitFromTheWhole() {
    let ratios = Self.ratios([
      Self.row("a", .plannedCost, 100), Self.row("a", .plannedBenefit, 500),
      Self.row("a", .benefitYears, 10),
    ])
    #expect(ratios == [.plannedInvestment: 2])
  }

  /// What was spent and saved so far goes before what is forecast for the whole.
  @Test func comparesTheSameSpan() {
    let ratios = Self.ratios([
      Self.row("a", .latestCost, 200), Self.row("a", .costToDate, 90),
      Self.row("a", .plannedBenefitAYear, 40), Self.row("a", .latestBenefitAYear, 30),
      Self.row("a", .plannedBenefitToDate, 80), Self.row("a", .benefitToDate, -20),
      Self.row("a", .plannedBenefit, 400), Self.row("a", .latestBenefit, 300),
    ])
    #expect(ratios == [.plannedInvestment: 5, .latestInvestment: 3, .realised: -0.25])
  }

  @Test func aBenefitOfNothingGivesNoRatio() {
    let ratios = Self.ratios([
      Self.row("a", .plannedCost, 100), Self.row("a", .plannedBenefitAYear, 0),
      Self.row("a", .plannedBenefitToDate, 0), Self.row("a", .benefitToDate, 1),
    ])
    #expect(ratios == [:])
  }

  @Test func whatIsLeftOutKeepsItsRatioAndLeavesTheClass() throws {
    let rows = (1...5).flatMap { number -> [BusinessCase] in
      [
        Self.row("p\(number)", .plannedCost, 10),
        Self.row(
          "p\(number)", .latestCost, Double(10 * number), leftOut: number == 5 ? [.overrun] : []),
      ]
    }
    let all = ReferenceClass(rows)
    #expect(all.programmes.map(\.name) == ["p1", "p2", "p3", "p4", "p5"])
    let last = try #require(all.programmes.last?.ratios[.overrun])
    #expect(last.isLeftOut && last.ratio == 5)
    #expect(last.inputs == Array(rows.suffix(2).reversed()))
    // Type 7 of 1, 2, 3, 4: the tenth part of the way from the first to the last.
    let (count, spread) = all.summary(of: .overrun)
    #expect(count == 4 && spread.p50 == 2.5 && spread.mean == 2.5)
    #expect(abs((spread.p10 ?? 0) - 1.3) < 1e-12 && abs((spread.p90 ?? 0) - 3.7) < 1e-12)
    #expect(all.summary(of: .overrun) { $0.name == "p2" }.spread.p50 == 2)
    #expect(all.summary(of: .delay).count == 0 && all.summary(of: .delay).spread.p50 == nil)
  }
}
