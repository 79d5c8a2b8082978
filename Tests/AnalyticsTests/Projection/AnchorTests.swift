import Analytics
import Testing

/// Invariants of model.md. Numbers that can be checked by hand, and scaling.
@Suite struct AnchorTests {
  private let inputs: ModelInputs
  private let model: Model

  init() throws {
    let invariants = try Invariants()
    inputs = invariants.inputs
    model = invariants.model
  }

  /// The worked example of optimism bias: 51% less 92% leaves 4%; with £7m of management on £100m
  /// the total is £111m.
  @Test func optimismBiasExample() throws {
    let rows = try CSV("Validation", "optimism_bias_worked_example_printed.csv").rows
    let printed = try rows.map { try $0.number("value") }
    var scenario = try inputs.preset("blueprint")
    let investment = { (overrun: Double, mitigation: Double) in
      scenario.assumptions[.costOverrun] = ThreePoint(fixed: overrun)
      scenario.levers[.riskMitigation] = mitigation
      return try #require(model.central(scenario).metrics[.totalInvestment])
    }
    let base = try investment(1, 0)
    let total = try investment(1 + printed[0] / 100, printed[1] / 100) / base * printed[3]
    #expect(total.rounded() == printed[6])
    let management = try investment(1, printed[1] / 100) / base * 100 - 100
    #expect((management * 10).rounded() == 70)
    #expect((total - management).rounded() == printed[4])
    #expect((total - management - 100).rounded() == printed[2])
  }

  /// Adoption at once, all realised, no overlap, no erosion: the published potentials.
  @Test func fullPotential() throws {
    var inputs = self.inputs
    inputs = inputs.with(horizon: 100)
    var scenario = try inputs.preset("blueprint")
    scenario.levers[.pace] = 0.5
    for (assumption, value) in [
      (Assumption.automationRealisation, 1.0), (.channelRealisation, 1), (.fraudRealisation, 1),
      (.overlapScale, 0), (.fraudErosion, 0), (.automationYearsToHalf, 1),
      (.channelYearsToHalf, 1), (.fraudYearsToHalf, 1), (.scheduleOverrun, 0),
    ] { scenario.assumptions[assumption] = ThreePoint(fixed: value) }
    let net = Model(inputs).central(scenario).national.net
    for (stream, potential) in [(Stream.automation, 36.0), (.channel, 4), (.fraud, 6)] {
      #expect(agree(net[stream]?.last ?? 0, potential, relative: 1e-12, absolute: 0))
    }
  }

  /// The hand check of model.md: £1.4382bn of automation in 2028-29.
  @Test func handCheck() throws {
    let gross = model.central(try inputs.preset("blueprint")).national.gross[.automation] ?? []
    #expect((gross[3] * 1e4).rounded() == 14_382)
  }

  /// One legacy step from 26% gives 28%; a civil servant on £58,000 costs £82,752.60.
  @Test func anchors() throws {
    var scenario = try inputs.preset("do_nothing")
    scenario.assumptions[.legacyShareCentral] = ThreePoint(fixed: 0.26)
    let share = model.central(scenario).organisations[0].legacyShareBaseline
    #expect(agree(share[1], 0.28, relative: 1e-14, absolute: 0))

    let rows = try CSV("Validation", "contractor_reconciliation.csv").rows
    let printed = { (item: String) in
      try #require(try rows.first { $0["item"]?.contains(item) == true }?.number("value"))
    }
    scenario.levers[.contractorPosts] = 7
    scenario.assumptions[.postFillRate] = ThreePoint(fixed: 1)
    let saved = { (multiple: Double) in
      scenario.assumptions[.contractorCostMultiple] = ThreePoint(fixed: multiple)
      return (model.central(scenario).national.gross[.contractors] ?? []).last ?? 0
    }
    // After 15.5 years all but half^(15.5/1.5) are converted.
    let multiple = try printed("implied contractor multiple")
    #expect(abs(saved(multiple) * 1000 - (try printed("saving a year"))) < 0.5)
    #expect(abs(saved(3) * 1000 - (try printed("7,000 posts at 3x"))) < 1)
    let cost = try printed("cost of civil servant")
    #expect(
      agree(cost * (multiple - 1), try printed("saving per post"), relative: 1e-12, absolute: 0))
  }

  /// Doubling the three potentials doubles every £ series and leaves the ratios.
  @Test(arguments: ["blueprint", "prioritised", "delayed"])
  func potentialsScale(preset: String) throws {
    var scenario = try inputs.preset(preset)
    scenario.levers[.contractorPosts] = 0
    scenario.levers[.legacyRemediation] = 0
    let project = { (size: Double) in
      for (assumption, value) in [
        (Assumption.automationPotential, 20.0), (.channelPotential, 2), (.fraudPotential, 3),
      ] { scenario.assumptions[assumption] = ThreePoint(fixed: value * size) }
      return model.central(scenario)
    }
    let (one, two) = (project(1), project(2))
    #expect(same(one.national.benefit.map { 2 * $0 }, two.national.benefit))
    #expect(same(one.national.cost.map { 2 * $0 }, two.national.cost))
    for metric in [Metric.bcr, .paybackYears, .switchingValue] {
      let (a, b) = (one.metrics[metric], two.metrics[metric])
      #expect((a == nil) == (b == nil))
      #expect(agree(a ?? 0, b ?? 0, relative: 1e-11, absolute: 1e-11), "\(metric)")
    }
  }

  @Test func theKeySetMovesNoNationalGross() throws {
    var scenario = try inputs.preset("blueprint")
    let before = model.central(scenario)
    scenario.keySet = .automationGDS2026
    let after = model.central(scenario)
    #expect(
      same(before.national.gross[.automation] ?? [], after.national.gross[.automation] ?? []))
    #expect(before.organisations[12].benefit != after.organisations[12].benefit)
  }

  /// Payback: none without a positive end, at once without a debt.
  @Test func payback() throws {
    var scenario = try inputs.preset("do_nothing")
    scenario.levers[.contractorPosts] = 7
    scenario.assumptions[.handoverMonths] = ThreePoint(fixed: 0)
    scenario.assumptions[.contractorCostMultiple] = ThreePoint(fixed: 5)
    #expect(model.central(scenario).metrics[.paybackYears] == 0)
    scenario.assumptions[.contractorCostMultiple] = ThreePoint(fixed: 1)
    let late = model.central(scenario)
    #expect(late.metrics[.paybackYears] == nil && late.metrics[.npsv].map { $0 < 0 } == true)
    #expect(late.metrics[.switchingValue] == nil && late.metrics[.bcr] == 0)
  }
}
