import Analytics
import Dashboard
import Figures
import Frames
import Testing

/// What a scenario spends and saves beside what is published, recomputed from the draws and the rows.
@Suite struct PlanAgainstFactTests {
  private func uncertainty(_ scenario: String) throws -> (World, Uncertainty, [String]) {
    let world = try World.load()
    let state = world.start(try world.scenario(scenario))
    return (
      world, try #require(state.uncertainty), try #require(state.projection?.years)
    )
  }

  /// Cost is benefit less net benefit, as the draws have it: added up by hand over the years of the
  /// settlement.
  @Test(arguments: ["blueprint", "from_now"])
  func whatIsSpentIsTheExpectedCost(scenario: String) throws {
    let (world, uncertainty, years) = try uncertainty(scenario)
    let plan = PlanAgainstFact(world.evidence, years: years, uncertainty)
    #expect(plan.span == ["2026-27", "2027-28", "2028-29"])
    let benefit = try #require(uncertainty.yearly[.benefit])
    let net = try #require(uncertainty.yearly[.netBenefit])
    var sum = 0.0
    for (place, year) in years.enumerated() where plan.span.contains(year) {
      let cost = try #require(benefit[place].mean) - #require(net[place].mean)
      #expect(plan.years.first { $0.label == year }?.spends == cost)
      sum += cost
    }
    #expect(abs(try #require(plan.spends) - sum) < 1e-9)
  }

  /// £1.9bn of the settlement with £2bn and £1bn of the fund's years that it covers; the fund's first
  /// year lies before.
  @Test func whatIsFundedIsTheSettlementWithTheFundsYearsInIt() throws {
    let (world, uncertainty, years) = try uncertainty("blueprint")
    let plan = PlanAgainstFact(world.evidence, years: years, uncertainty)
    #expect(plan.fund == 3 && plan.funded == 4.9)
    #expect(plan.years.first { $0.label == "2025-26" }?.funded?.value == 0.25)
    #expect(plan.years.first { $0.label == "2028-29" }?.claimed?.value == 13.8)
    #expect(plan.years.first { $0.label == "2029-30" }?.claimed?.value == 3.95)
    let spends = try #require(plan.spends)
    #expect(try #require(plan.unfunded) == spends - 4.9)
    let said = plan.mismatches(on: world.evidence.date)
    #expect(
      said.first?.contains("\(Numbers.billions(spends - 4.9)) has no published source") == true)
  }

  /// Spending in a year that was over on the data's date is told; a plan that begins later has none.
  @Test func aYearThatIsOverIsTold() throws {
    for (scenario, tells) in [("blueprint", true), ("from_now", false)] {
      let (world, uncertainty, years) = try uncertainty(scenario)
      let said = PlanAgainstFact(world.evidence, years: years, uncertainty)
        .mismatches(on: world.evidence.date).joined(separator: " ")
      #expect(said.contains("which is over: no such spending is in these data") == tells, "\(said)")
    }
  }

  /// What came back is the sum of the departments that returned all twelve months, added up from the
  /// monthly rows.
  @Test func whatWasReturnedIsOfWholeYears() throws {
    let (world, uncertainty, years) = try uncertainty("from_now")
    let plan = PlanAgainstFact(world.evidence, years: years, uncertainty)
    let rows = plan.years.filter { $0.returned != nil }
    #expect(rows.map(\.label) == ["2024-25", "2025-26"])
    for row in rows {
      let returned = try #require(row.returned)
      let year = try #require(FinancialYear(row.label))
      let sum = try returned.codes.reduce(0.0) { sum, code in
        let own = try #require(world.evidence.contractorRecord(of: code)?.year(year))
        #expect(own.leastMonths == 12, "\(code)")
        return sum + own.total
      }
      #expect(returned.millions == sum)
    }
  }

  /// Without draws nothing is said of the scenario, and the published columns stay.
  @Test func withoutDrawsThePublishedStays() throws {
    let world = try World.load()
    let plan = PlanAgainstFact(world.evidence, years: ["2026-27", "2027-28", "2028-29"], nil)
    #expect(plan.spends == nil && plan.headline == nil && plan.unfunded == nil)
    #expect(plan.funded == 4.9)
    #expect(!plan.mismatches(on: world.evidence.date).contains { $0.contains("scenario spends") })
  }

  /// The panel, the pack and the comparison say the same sum.
  @Test func theScreenSaysTheSameSum() throws {
    let (world, uncertainty, years) = try uncertainty("from_now")
    let plan = PlanAgainstFact(world.evidence, years: years, uncertainty)
    let state = world.start(
      try world.scenario("from_now"), Place(.overview, panel: "plan"), columns: 160, rows: 60)
    let unfunded = Numbers.billions(try #require(plan.unfunded))
    let text = draw(state).frame.lines.joined(separator: " ")
    #expect(text.contains("\(unfunded) has no published") || text.contains("not all funded to"))
    let entry = try #require(state.sight.entries.last { $0.panel == "plan" })
    #expect(entry.figures.contains { $0.note.contains("\(unfunded) has no published source") })
  }
}
