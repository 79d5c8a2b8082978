import Analytics
import Testing

/// Invariants of model.md. What is exactly nothing, and what leaves others the same bits.
@Suite struct NothingTests {
  private let inputs: ModelInputs
  private let model: Model
  private let scenario: (UInt64) -> Scenario

  init() throws {
    let invariants = try Invariants()
    inputs = invariants.inputs
    model = invariants.model
    scenario = invariants.scenario
  }

  /// With no action everything is exactly zero, and the two legacy paths are the same bits.
  @Test(arguments: 1...10)
  func noActionIsExactlyNothing(seed: UInt64) throws {
    var scenario = self.scenario(seed)
    scenario.levers = try inputs.preset("do_nothing").levers
    scenario.overrides = [:]
    let projection = model.central(scenario)
    let zeros = model.years.map { _ in 0.0 }
    #expect(projection.national.benefit == zeros && projection.national.cost == zeros)
    #expect(Stream.allCases.allSatisfy { projection.national.gross[$0] == zeros })
    #expect(projection.organisations.allSatisfy { $0.legacyShare == $0.legacyShareBaseline })
    #expect(projection.national.outages == projection.national.outagesBaseline)
    #expect(projection.metrics[.bcr] == nil && projection.metrics[.switchingValue] == nil)
    #expect(projection.metrics[.paybackYears] == nil && projection.metrics[.npsv] == 0)
  }

  @Test(arguments: [0.5, 1, 2.5, 3, 9.5, 10])
  func nothingHappensBeforeADelayedStart(delay: Double) throws {
    var scenario = try inputs.preset("accelerated")
    scenario.levers[.startDelay] = delay
    let national = model.central(scenario).national
    let before = Int(delay)
    #expect(national.benefit.prefix(before).allSatisfy { $0 == 0 })
    #expect(national.cost.prefix(before).allSatisfy { $0 == 0 })
    #expect(national.cost[before] > 0)
  }

  /// A whole year's delay shifts adoption by a year.
  @Test func delayShiftsAdoption() throws {
    var scenario = try inputs.preset("blueprint")
    let now = model.central(scenario).national
    scenario.levers[.startDelay] = 4
    let later = model.central(scenario).national
    for stream in [Stream.automation, .channel, .fraud, .contractors] {
      let (a, b) = (now.gross[stream] ?? [], later.gross[stream] ?? [])
      #expect(same(Array(a.dropLast(4)), Array(b.dropFirst(4)), within: 1e-13))
    }
    #expect(same(Array(now.investment.dropLast(4)), Array(later.investment.dropFirst(4))))
  }

  @Test(arguments: ["HMRC", "NHS", "POLICE", "AGO"])
  func zeroingOneLeavesTheOthersTheSameBits(code: String) throws {
    let scenario = self.scenario(11)
    var without = scenario
    without.overrides[code] = [
      .automationCoverage: 0, .channelCoverage: 0, .fraudCoverage: 0, .contractorPosts: 0,
      .legacyRemediation: 0,
    ]
    let (before, after) = (model.central(scenario), model.central(without))
    for (a, b) in zip(before.organisations, after.organisations) where a.code != code {
      #expect(a == b)
    }
    let gone = try #require(after.organisations.first { $0.code == code })
    #expect(gone.benefit.allSatisfy { $0 == 0 } && gone.cost.allSatisfy { $0 == 0 })
  }

  /// An override that equals the national value changes nothing.
  @Test func anOverrideOfTheNationalValueChangesNothing() throws {
    var scenario = try inputs.preset("blueprint")
    let before = model.central(scenario)
    scenario.overrides["DWP"] = scenario.levers
    let after = model.central(scenario)
    #expect(before.organisations == after.organisations && before.metrics == after.metrics)
  }
}
