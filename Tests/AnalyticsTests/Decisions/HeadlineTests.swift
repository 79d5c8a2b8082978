import Analytics
import Testing

/// The way from the headline to the benefit, and what would have to be true.
@Suite struct HeadlineTests {
  private let inputs: ModelInputs
  private let model: Model
  private let scenario: (UInt64) -> Scenario

  init() throws {
    let invariants = try Invariants()
    inputs = invariants.inputs
    model = invariants.model
    scenario = invariants.scenario
  }

  private func sum(_ run: HeadlineRun, _ steps: [HeadlineStep], _ code: String?) -> [Double] {
    steps.reduce(Array(repeating: 0, count: run.count)) { sum, step in
      zip(sum, run.numbers(step, of: code) ?? []).map { $0 + $1 }
    }
  }

  private func same(_ a: [Double], _ b: [Double], of scale: Double = 1) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { abs($0 - $1) <= 1e-9 * max(abs($0), abs($1), 1e-3 * scale) }
  }

  /// In every draw, of the nation and of each organisation, in every preset and in random scenarios.
  @Test func stepsAddUpInEveryDraw() throws {
    let scenarios = inputs.presets.map { Scenario($0) } + (1...12).map(scenario)
    for scenario in scenarios {
      let sample = model.sample(scenario, model.draws(40, seed: 7))
      let way = try #require(model.headlineSteps(scenario, sample))
      let codes = inputs.organisations.map(\.code)
      let run = try #require(
        model.run(scenario, sample, detail: Detail(fans: Set(codes))))
      let last = model.years.count - 1
      #expect(same(sum(way, HeadlineStep.all, nil), run[.finalBenefit]))
      #expect(same(way.numbers(.cashAndExchequer) ?? [], run[.finalCash]))
      #expect(
        same(
          way.numbers(.cost) ?? [],
          zip(run[.benefit, last], run[.netBenefit, last]).map { $0 - $1 }))
      for code in [nil] + codes.map({ $0 as String? }) {
        let benefit = try #require(way.numbers(.benefit, of: code))
        #expect(same(sum(way, HeadlineStep.all, code), benefit))
        #expect(
          same(sum(way, HeadlineStep.within, code), way.numbers(.likeForLike, of: code) ?? []))
        #expect(
          same(sum(way, [.nonCash, .cashAndExchequer], code), benefit))
      }
      for step in HeadlineStep.allCases {
        let parts = codes.reduce(Array(repeating: 0.0, count: way.count)) { sum, code in
          zip(sum, way.numbers(step, of: code) ?? []).map { $0 + $1 }
        }
        #expect(same(parts, way.numbers(step) ?? [], of: 10))
      }
      #expect(way.numbers(.benefit, of: "NOBODY") == nil)
    }
  }

  /// Like for like is what is left without the streams beside the headline.
  @Test(arguments: 1...12)
  func likeForLikeIsTheBenefitWithoutTheOthers(seed: UInt64) throws {
    let scenario = scenario(seed)
    let alone = model.withoutStreamsBeside(scenario)
    let draws = model.draws(24, seed: seed)
    let sample = model.sample(scenario, draws)
    let way = try #require(model.headlineSteps(scenario, sample))
    let run = try #require(model.run(alone, model.sample(alone, draws)))
    #expect(same(way.numbers(.likeForLike) ?? [], run[.finalBenefit]))
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    let scenario = scenario(3)
    let sample = model.sample(scenario, model.draws(200, seed: 1))
    let one = try #require(model.headlineSteps(scenario, sample, threads: 1)).summary(threads: 1)
    #expect(one == model.headlineSteps(scenario, sample, threads: 3)?.summary(threads: 3))
    #expect(model.headlineSteps(scenario, sample, isCancelled: { true }) == nil)
  }

  /// In the central case every potential is at its P50, and the steps add up as well.
  @Test func theCentralCase() throws {
    let scenario = try inputs.preset("blueprint")
    let central = try #require(model.headlineSteps(ofCentral: scenario))
    let projection = model.central(scenario)
    #expect(central[.potentialRange] == 0)
    #expect(abs((central[.fullPotential] ?? 0) - 46) < 1e-9)
    let sum = HeadlineStep.all.reduce(0) { $0 + (central[$1] ?? .nan) }
    #expect(agree(sum, projection.metrics[.finalBenefit] ?? 0, relative: 1e-9, absolute: 1e-12))
    #expect(
      agree(
        try #require(model.headlineSteps(ofCentral: scenario, of: "HMRC")?[.benefit]),
        try #require(projection.organisations.first { $0.code == "HMRC" }?.benefit.last),
        relative: 1e-9, absolute: 1e-12))
    #expect(model.headlineSteps(ofCentral: scenario, of: "NOBODY") == nil)
  }

  /// A value found, put into the register in place of the range, brings what it was sought for.
  @Test(arguments: ["blueprint", "prioritised"])
  func whatIsRequiredBringsIt(preset: String) throws {
    let scenario = try inputs.preset(preset)
    let draws = model.draws(48, seed: inputs.seed)
    let found = try #require(model.requirements(scenario, model.sample(scenario, draws)))
    #expect(found.list.count == 68)
    let uncertainty = try #require(
      model.uncertainty(scenario, draws: 48, seed: inputs.seed, detail: .national))
    #expect(found.npsv == uncertainty.metrics[.npsv]?.mean)
    var values = 0
    for requirement in found.list {
      let spec = try #require(inputs.assumptions.first { $0.id == requirement.assumption })
      guard let value = requirement.value else { continue }
      values += 1
      #expect(spec.minimum <= value && value <= spec.maximum)
      var fixed = requirement.goal == .headline ? model.withoutStreamsBeside(scenario) : scenario
      fixed.assumptions[requirement.assumption] = ThreePoint(fixed: value)
      let result = try #require(
        model.uncertainty(fixed, draws: 48, seed: inputs.seed, detail: .national))
      let metric = result.metrics[requirement.goal == .headline ? .finalBenefit : .npsv]?.mean
      let target = requirement.goal == .headline ? 45.0 : 0
      #expect(abs((metric ?? .nan) - target) < 1e-8, "\(requirement)")
    }
    #expect(values > 3)
    #expect(found[.outageRate, .breakEven]?.matters == false)
    #expect(found[.costOverrun, .headline]?.matters == false)
    #expect(found[.investmentPerBenefit, .breakEven]?.value != nil)
  }

  /// An assumption reaches the headline where its bounds allow it.
  @Test func theHeadlineCanBeReached() throws {
    var scenario = try inputs.preset("blueprint")
    for assumption in [Assumption.automationRealisation, .channelRealisation, .fraudRealisation] {
      scenario.assumptions[assumption] = ThreePoint(fixed: 1)
    }
    let sample = model.sample(scenario, model.draws(32, seed: 1))
    let found = try #require(
      model.requirements(scenario, sample, of: [.automationPotential], goals: [.headline]))
    #expect(found.list.count == 1 && (found.list[0].value ?? 0) > 36)
    #expect(model.requirements(scenario, sample, isCancelled: { true }) == nil)
    #expect(model.requirements(scenario, model.sample(scenario, model.draws(0, seed: 1))) == nil)
  }
}
