import Analytics
import TestSupport
import Testing

/// The invariants at the end of model.md, on random scenarios and on corners.
@Suite struct InvariantTests {
  private let inputs: ModelInputs
  private let model: Model

  init() throws {
    inputs = try ModelInputs.fixtures()
    model = Model(inputs)
  }

  private func scenario(_ seed: UInt64) -> Scenario {
    var generator = SeededGenerator(seed: seed)
    return .random(inputs, using: &generator)
  }

  private func same(_ a: [Double], _ b: [Double], within allowance: Double = 1e-12) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { agree($0, $1, relative: allowance, absolute: allowance) }
  }

  private func sum(_ series: [[Double]]) -> [Double] {
    (series.first ?? []).indices.map { year in series.reduce(0) { $0 + $1[year] } }
  }

  @Test(arguments: 1...60)
  func sumsAndBounds(seed: UInt64) {
    let projection = model.central(scenario(seed))
    let (national, parts) = (projection.national, projection.organisations)
    #expect(same(national.benefit, sum(parts.map(\.benefit))))
    #expect(same(national.cash, sum(parts.map(\.cash))))
    #expect(same(national.cost, sum(parts.map(\.cost))))
    #expect(same(national.benefit, sum([national.cash, national.exchequer, national.nonCash])))
    #expect(same(national.benefit, sum(Stream.allCases.compactMap { national.net[$0] })))
    #expect(
      same(
        national.cost,
        sum([national.investment, national.running, national.conversion, national.remediation])))
    let npsv = projection.metrics[.npsv] ?? .nan
    #expect(same([npsv], [parts.reduce(0) { $0 + $1.npsv }], within: 1e-10))
    for stream in Stream.allCases {
      #expect(same(national.net[stream] ?? [], sum(parts.compactMap { $0.net[stream] })))
      for part in parts {
        let pairs = zip(part.net[stream] ?? [], part.gross[stream] ?? [])
        #expect(pairs.allSatisfy { -1e-12 <= $0 && $0 <= $1 + 1e-12 && $1 >= 0 })
      }
    }
    #expect(national.nonCash.allSatisfy { $0 >= -1e-12 })
    #expect(zip(national.outages, national.outagesBaseline).allSatisfy { $0 <= $1 && $0 >= 0 })
    for part in parts {
      let shares = zip(part.legacyShare, part.legacyShareBaseline)
      #expect(shares.allSatisfy { 0 <= $0 && $0 <= $1 && $1 <= 1 })
    }
  }

  /// On draws: the nation is the sum of its organisations, means add up, percentiles are in order.
  @Test(arguments: 1...6)
  func sumsOnDraws(seed: UInt64) throws {
    let scenario = scenario(seed)
    let sample = model.sample(scenario, model.draws(48, seed: seed))
    let codes = Set(inputs.organisations.map(\.code))
    let run = try #require(model.run(scenario, sample, detail: Detail(fans: codes)))
    let parts = inputs.organisations.indices.compactMap { run.npsv(organisation: $0) }
    #expect(same(run[.npsv], sum(parts), within: 1e-9))
    let uncertainty = try #require(model.uncertainty(run))
    let means = uncertainty.organisations.reduce(0) { $0 + ($1.npsv.mean ?? .nan) }
    #expect(agree(uncertainty.metrics[.npsv]?.mean ?? 0, means, relative: 1e-9, absolute: 1e-9))
    for year in model.years.indices {
      let yearly = uncertainty.organisations.reduce(0) { $0 + ($1.benefit[year].mean ?? .nan) }
      let national = uncertainty.yearly[.benefit]?[year].mean ?? 0
      #expect(agree(national, yearly, relative: 1e-11, absolute: 1e-11))
    }
    for summary in uncertainty.metrics.values where summary.p50 != nil {
      let values = [
        summary.p5, summary.p10, summary.p25, summary.p50, summary.p75, summary.p90, summary.p95,
      ].compactMap { $0 }
      #expect(values == values.sorted() && values.allSatisfy { $0.isFinite })
    }
  }

  /// A draw with every assumption at its P50 is the central case, also where streams may be below
  /// 0 and organisations have no systems.
  @Test(arguments: 1...8, [false, true])
  func aDrawWithoutSpreadIsTheCentralCase(seed: UInt64, negative: Bool) throws {
    let inputs = negative ? self.inputs.withNegativeStreams() : self.inputs
    let model = Model(inputs)
    var generator = SeededGenerator(seed: seed)
    var scenario = Scenario.random(inputs, using: &generator)
    for spec in inputs.assumptions {
      let range = scenario.assumptions[spec.id] ?? spec.range
      scenario.assumptions[spec.id] = ThreePoint(fixed: range.p50)
    }
    let projection = model.central(scenario)
    let found = try #require(model.uncertainty(scenario, draws: 5, seed: seed))
    for metric in Metric.allCases {
      let central = projection.metrics[metric]
      let drawn = found.metrics[metric]?.p50
      #expect((central == nil) == (drawn == nil), "\(metric)")
      if let central, let drawn {
        #expect(agree(central, drawn, relative: 1e-9, absolute: 1e-9), "\(metric)")
      }
    }
    for year in model.years.indices {
      let cash = found.yearly[.cash]?[year].p50 ?? .nan
      #expect(agree(projection.national.cash[year], cash, relative: 1e-11, absolute: 1e-11))
    }
    for (part, drawn) in zip(projection.organisations, found.organisations) {
      #expect(agree(part.npsv, drawn.npsv.p50 ?? .nan, relative: 1e-9, absolute: 1e-9))
      let last = part.benefit.last ?? .nan
      #expect(agree(last, drawn.finalBenefit.p50 ?? .nan, relative: 1e-9, absolute: 1e-11))
    }
  }

  /// Threads change no bit, and a shorter run is the start of a longer one.
  @Test(arguments: [1, 63, 64, 65, 130])
  func threadsChangeNothing(count: Int) throws {
    let scenario = scenario(UInt64(count))
    let sample = model.sample(scenario, model.draws(count, seed: 3))
    let one = try #require(model.run(scenario, sample, threads: 1))
    for threads in [2, 3, 8] {
      let other = try #require(model.run(scenario, sample, threads: threads))
      #expect(Metric.allCases.allSatisfy { "\(one[$0])" == "\(other[$0])" })
      #expect(model.uncertainty(one, threads: 1) == model.uncertainty(other, threads: threads))
    }
    let longer = model.sample(scenario, model.draws(192, seed: 3))
    let start = try #require(model.run(scenario, longer))
    #expect("\(start[.npsv].prefix(count))" == "\(one[.npsv][...])")
  }

  @Test func abandonedWorkGivesNothing() throws {
    #expect(model.uncertainty(scenario(1), draws: 256, seed: 1, isCancelled: { true }) == nil)
    #expect(model.uncertainty(scenario(1), draws: 0, seed: 1) == nil)
  }

  /// A sample that is taken on from another scenario has the values of a fresh one.
  @Test func aSampleIsRemappedWhereItMust() throws {
    let draws = model.draws(9, seed: 5)
    let first = model.sample(try inputs.preset("blueprint"), draws)
    let next = scenario(4)
    let (reused, fresh) = (model.sample(next, draws, reusing: first), model.sample(next, draws))
    for assumption in Assumption.allCases.indices {
      for draw in 0..<9 { #expect(reused[assumption, draw] == fresh[assumption, draw]) }
    }
    let others = model.sample(next, model.draws(9, seed: 6), reusing: fresh)
    #expect(others[0, 0] != fresh[0, 0] || others[1, 0] != fresh[1, 0])
  }

  /// With no action everything is exactly zero, and the two legacy paths are the same bits.
  @Test(arguments: 1...10)
  func noActionIsExactlyNothing(seed: UInt64) throws {
    var scenario = scenario(seed)
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
    let scenario = scenario(11)
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

  /// More of it never makes gross benefit fall; a slower pace never makes it rise.
  @Test(arguments: [
    (Lever.automationCoverage, Stream.automation, 1.0), (.channelCoverage, .channel, 1),
    (.fraudCoverage, .fraud, 1), (.contractorPosts, .contractors, 1),
    (.legacyRemediation, .legacy, 1), (.pace, .automation, -1), (.pace, .channel, -1),
    (.startDelay, .automation, -1), (.startDelay, .legacy, -1),
  ])
  func grossIsMonotone(lever: Lever, stream: Stream, direction: Double) throws {
    let spec = try #require(inputs.levers.first { $0.id == lever })
    for seed in 1...3 as ClosedRange<UInt64> {
      var scenario = scenario(seed)
      var last: [Double]?
      for step in 0...6 {
        scenario.levers[lever] =
          spec.minimum + (spec.maximum - spec.minimum) * Double(step) / 6
        let gross = model.central(scenario).national.gross[stream] ?? []
        if let last {
          #expect(
            zip(last, gross).allSatisfy { ($1 - $0) * direction >= -1e-12 * max(1, abs($0)) })
        }
        last = gross
      }
    }
  }

  /// The sign of the change of a metric as an assumption rises from its minimum to its maximum.
  @Test(arguments: [
    (Assumption.costOverrun, Metric.presentValueCost, 1.0),
    (.investmentPerBenefit, .npsv, -1), (.automationRealisation, .presentValueBenefit, 1),
    (.overlapScale, .presentValueBenefit, -1), (.runningCostRate, .npsv, -1),
    (.fraudErosion, .presentValueBenefit, -1),
  ])
  func metricsAreMonotone(assumption: Assumption, metric: Metric, direction: Double) throws {
    let spec = try #require(inputs.assumptions.first { $0.id == assumption })
    for seed in 1...3 as ClosedRange<UInt64> {
      var scenario = scenario(seed)
      let values = try (0...6).map { step in
        scenario.assumptions[assumption] = ThreePoint(
          fixed: spec.minimum + (spec.maximum - spec.minimum) * Double(step) / 6)
        return try #require(model.central(scenario).metrics[metric])
      }
      #expect(
        zip(values, values.dropFirst()).allSatisfy {
          ($1 - $0) * direction >= -1e-11 * max(1, abs($0))
        })
    }
  }

  /// Mitigation pays only while the overrun is more than what managing it costs.
  @Test(arguments: [(1.01, 1.0), (1.076, 0), (1.5, -1)])
  func mitigationPaysOnlyAboveItsCost(overrun: Double, direction: Double) throws {
    var scenario = try inputs.preset("blueprint")
    scenario.assumptions[.costOverrun] = ThreePoint(fixed: overrun)
    let costs = try [0.0, 1.0].map { mitigation in
      scenario.levers[.riskMitigation] = mitigation
      return try #require(model.central(scenario).metrics[.presentValueCost])
    }
    let change = costs[1] - costs[0]
    #expect(direction == 0 ? abs(change) < 1e-9 : change * direction > 0)
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

  /// Finite and non-negative where every lever and assumption is on a bound, one and all.
  @Test(arguments: 0..<64)
  func corners(corner: Int) throws {
    var generator = SeededGenerator(seed: UInt64(corner) + 100)
    var scenario = try inputs.preset("blueprint")
    for spec in inputs.levers {
      scenario.levers[spec.id] = Bool.random(using: &generator) ? spec.minimum : spec.maximum
    }
    for spec in inputs.assumptions {
      let high = corner < 2 ? corner == 1 : Bool.random(using: &generator)
      scenario.assumptions[spec.id] = ThreePoint(fixed: high ? spec.maximum : spec.minimum)
    }
    let projection = model.central(scenario)
    let national = projection.national
    let series = [
      national.benefit, national.cash, national.exchequer, national.investment, national.running,
      national.conversion, national.remediation, national.outages,
    ]
    #expect(series.joined().allSatisfy { $0.isFinite && $0 >= -1e-12 })
    #expect(Metric.allCases.allSatisfy { projection.metrics[$0]?.isFinite ?? true })
    #expect(projection.organisations.allSatisfy { $0.npsv.isFinite })
  }

  /// One lever or assumption at a time on its bounds.
  @Test func bounds() throws {
    let base = try inputs.preset("blueprint")
    var scenarios: [Scenario] = []
    for spec in inputs.levers {
      for value in [spec.minimum, spec.maximum] {
        scenarios.append(base)
        scenarios[scenarios.count - 1].levers[spec.id] = value
      }
    }
    for spec in inputs.assumptions {
      for value in [spec.minimum, spec.maximum] {
        scenarios.append(base)
        scenarios[scenarios.count - 1].assumptions[spec.id] = ThreePoint(fixed: value)
      }
    }
    for scenario in scenarios {
      let numbers = model.central(scenario).flat.values
      #expect(numbers.allSatisfy { $0.isFinite }, "\(scenario)")
    }
  }

  @Test(arguments: [1, 2, 40, 100])
  func anyHorizon(years: Int) throws {
    let inputs = self.inputs.with(horizon: years)
    let projection = Model(inputs).central(try inputs.preset("delayed"))
    #expect(projection.years.count == years && projection.national.benefit.count == years)
    let shorter = model.central(try inputs.preset("delayed")).national.cost
    let common = min(years, shorter.count)
    #expect(same(Array(projection.national.cost.prefix(common)), Array(shorter.prefix(common))))
    if years == 100 {
      #expect(projection.years.last == "2124-25" && projection.years[74] == "2099-00")
    }
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
