import Analytics
import TestSupport
import Testing

/// Invariants of model.md. Draws against the central case, threads and samples.
@Suite struct RunTests {
  private let inputs: ModelInputs
  private let model: Model
  private let scenario: (UInt64) -> Scenario

  init() throws {
    let invariants = try Invariants()
    inputs = invariants.inputs
    model = invariants.model
    scenario = invariants.scenario
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
    let scenario = self.scenario(UInt64(count))
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
}
