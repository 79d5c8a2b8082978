import Analytics
import Testing

/// The expected values: means over the draws, which add up over organisations, streams and years.
@Suite struct ExpectedTests {
  private let inputs: ModelInputs
  private let model: Model
  private let scenario: (UInt64) -> Scenario

  init() throws {
    let invariants = try Invariants()
    inputs = invariants.inputs
    model = invariants.model
    scenario = invariants.scenario
  }

  /// Cash kept for a year is, to the last bit, what the organisation's series has, and nothing else is
  /// kept.
  @Test(arguments: 1...4) func cashOfAYearIsThatOfTheSeries(seed: UInt64) throws {
    let scenario = self.scenario(seed)
    let sample = model.sample(scenario, model.draws(43, seed: seed))
    func account(_ detail: Detail) throws -> Account {
      let run = try #require(model.run(scenario, sample, detail: detail))
      return try #require(model.uncertainty(run)?.expected)
    }
    let codes = inputs.organisations.map(\.code)
    let all = try account(Detail(fans: Set(codes)))
    let last = model.years.count - 1
    for (place, year) in [(0, 3), (1, last), (2, 0)] {
      let kept = try account(Detail(cash: [codes[place]: model.years[year], "nobody": "2000-01"]))
      let own = kept.organisations[place]
      #expect(own.series == nil)
      #expect(own.cash(ofYear: year) == all.organisations[place].cash(ofYear: year))
      #expect(own.cash(ofYear: year) == all.organisations[place].series?.cash[year])
      for other in model.years.indices where other != year {
        #expect(own.cash(ofYear: other) == nil)
      }
    }
    #expect(all.organisations[0].cash(ofYear: 99) == nil)
  }

  /// Every number is the mean of what the central case has where each assumption is fixed at its
  /// value in a draw: another way through the kernel, one draw at a time.
  @Test(arguments: 1...6, [false, true])
  func meansAreThoseOfEachDrawByItself(seed: UInt64, negative: Bool) throws {
    let inputs = negative ? self.inputs.withNegativeStreams() : self.inputs
    let model = Model(inputs)
    let scenario = self.scenario(seed)
    // Not a whole number of vectors.
    let count = 11
    let sample = model.sample(scenario, model.draws(count, seed: seed))
    let codes = Set(inputs.organisations.map(\.code))
    let run = try #require(model.run(scenario, sample, detail: Detail(fans: codes)))
    let found = try #require(model.uncertainty(run)?.expected)
    let draws = (0..<count).map { draw in
      var fixed = scenario
      for (place, assumption) in Assumption.allCases.enumerated() {
        fixed.assumptions[assumption] = ThreePoint(fixed: sample[place, draw])
      }
      return model.central(fixed).account
    }
    #expect(found.basis == .expected && found.years == model.years)
    func holds(_ what: String, _ value: (Account) -> [Double]) {
      let mean = draws.map(value).reduce([Double](repeating: 0, count: value(found).count)) {
        zip($0, $1).map(+)
      }.map { $0 / Double(count) }
      #expect(!mean.isEmpty && same(value(found), mean, within: 1e-10), "\(what)")
    }
    let national: [(String, (NationalSeries) -> [Double])] = [
      ("benefit", { $0.benefit }), ("cash", { $0.cash }), ("exchequer", { $0.exchequer }),
      ("nonCash", { $0.nonCash }), ("investment", { $0.investment }), ("running", { $0.running }),
      ("conversion", { $0.conversion }), ("remediation", { $0.remediation }),
      ("cost", { $0.cost }), ("netBenefit", { $0.netBenefit }), ("outages", { $0.outages }),
      ("outagesBaseline", { $0.outagesBaseline }),
    ]
    for (name, series) in national { holds(name) { series($0.national) } }
    for stream in Stream.allCases {
      holds("gross \(stream)") { $0.national.gross[stream] ?? [] }
      holds("net \(stream)") { $0.national.net[stream] ?? [] }
    }
    for place in inputs.organisations.indices {
      let code = inputs.organisations[place].code
      holds(code) {
        let own = $0.organisations[place]
        return [own.benefit, own.cash, own.exchequer, own.cost, own.npsv]
          + own.legacyShare + own.legacyShareBaseline
      }
      holds("\(code) by year") {
        guard let series = $0.organisations[place].series else { return [] }
        return series.benefit + series.cash + series.exchequer + series.cost
          + Stream.allCases.flatMap { (series.gross[$0] ?? []) + (series.net[$0] ?? []) }
      }
    }
    for metric in [Metric.npsv, .finalBenefit, .finalCash, .totalInvestment, .outagesAvoided] {
      holds(metric.rawValue) { [$0.metrics[metric] ?? .nan] }
    }
  }

  /// They add up, and are the means that the summaries print.
  @Test(arguments: 1...4) func theyAddUp(seed: UInt64) throws {
    let scenario = self.scenario(seed)
    let uncertainty = try #require(model.uncertainty(scenario, draws: 200, seed: seed))
    let account = try #require(uncertainty.expected)
    let (national, parts) = (account.national, account.organisations)
    func sum(_ value: (OrganisationAccount) -> Double) -> Double {
      parts.reduce(0) { $0 + value($1) }
    }
    for (whole, part) in [
      (national.benefit, sum(\.benefit)), (national.cash, sum(\.cash)),
      (national.exchequer, sum(\.exchequer)), (national.cost, sum(\.cost)),
    ] {
      #expect(agree(whole.last ?? .nan, part, relative: 1e-10, absolute: 1e-12))
    }
    #expect(
      agree(account.metrics[.npsv] ?? .nan, sum(\.npsv), relative: 1e-9, absolute: 1e-9))
    let streams = Stream.allCases.reduce(0) { $0 + (national.net[$1]?.last ?? .nan) }
    #expect(agree(national.benefit.last ?? .nan, streams, relative: 1e-10, absolute: 1e-12))
    #expect(account.metrics[.npsv] == uncertainty.metrics[.npsv]?.mean)
    for (part, summary) in zip(parts, uncertainty.organisations) {
      #expect(part.code == summary.code && part.series == nil)
      #expect(part.benefit == summary.finalBenefit.mean && part.npsv == summary.npsv.mean)
    }
  }

  @Test func aRunOfTheNationAloneHasNone() throws {
    let found = model.uncertainty(scenario(1), draws: 8, seed: 1, detail: .national)
    #expect(try #require(found).expected == nil)
  }
}
