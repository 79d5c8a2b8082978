import Analytics
import Testing

/// Invariants of model.md. What adds up, and what stays inside its bounds, on random scenarios.
@Suite struct SumTests {
  private let inputs: ModelInputs
  private let model: Model
  private let scenario: (UInt64) -> Scenario

  init() throws {
    let invariants = try Invariants()
    inputs = invariants.inputs
    model = invariants.model
    scenario = invariants.scenario
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
    let scenario = self.scenario(seed)
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

  /// An organisation without systems banks no upkeep, even where an overlap with a stream below 0
  /// leaves it a net benefit of legacy.
  @Test func withoutSystemsNoUpkeepIsBanked() throws {
    let inputs = self.inputs.withNegativeStreams()
    let scenario = try inputs.preset("blueprint")
    let part = Model(inputs).central(scenario).organisations[1]
    let net = { (stream: Stream) in try #require(part.net[stream]?.last) }
    let p50 = { (assumption: Assumption) in inputs.assumptions[assumption.place].range.p50 }
    #expect(try net(.legacy) > 0)
    let cash =
      try p50(.automationCashShare) * net(.automation) + p50(.channelCashShare) * net(.channel)
      + net(.contractors)
    #expect(agree(try #require(part.cash.last), cash, relative: 1e-12, absolute: 1e-15))
  }
}
