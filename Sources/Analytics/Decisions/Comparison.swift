/// Two to four scenarios on common draws.
public struct Comparison: Equatable, Sendable {
  /// How many draws were common to all.
  public var draws: Int
  /// Their seed.
  public var seed: UInt64
  /// In the order in which they were named.
  public var scenarios: [Contender]
  /// Every a before b.
  public var pairs: [Pair]
  /// From the first to each other.
  public var attributions: [Attribution]

  /// A scenario's net present social value, £bn.
  public struct Contender: Equatable, Sendable {
    /// The scenario's id.
    public var id: String
    /// Net present social value with every assumption at its P50, £bn.
    public var central: Double
    /// Net present social value over the draws, £bn.
    public var npsv: Summary
    /// What a start a year later costs in the central case, £bn; nil where it cannot be later.
    public var delayCost: Double?
    /// Share of draws in which it is greater than every other; nil without draws.
    public var probabilityBest: Double?
  }

  /// NPSV of `a` less `b`, draw by draw.
  public struct Pair: Equatable, Sendable {
    /// Places in `scenarios`.
    public var a, b: Int
    /// The first's net present social value less the second's, draw by draw, £bn.
    public var difference: Summary
    /// A tie counts for neither; nil without draws.
    public var probabilityABetter: Double?
  }
}

extension Model {
  /// Compares scenarios on the same draws; nil once `isCancelled`.
  public func compare(
    _ scenarios: [Scenario], _ draws: Draws, threads: Int = 2,
    isCancelled: @Sendable () -> Bool = { false }
  ) -> Comparison? {
    var values: [[Double]] = []
    var sample: Sample?
    for scenario in scenarios {
      let mapped = self.sample(scenario, draws, reusing: sample)
      guard
        let run = run(
          scenario, mapped, detail: .national, threads: threads, isCancelled: isCancelled)
      else { return nil }
      values.append(run[.npsv])
      sample = mapped
    }
    let contenders = scenarios.enumerated().map { place, scenario in
      Comparison.Contender(
        id: scenario.id, central: centralValue(scenario, .npsv) ?? 0,
        npsv: Summary(values[place]), delayCost: delayCost(scenario),
        probabilityBest: share(draws.count) { draw in
          values.indices.allSatisfy { $0 == place || values[place][draw] > values[$0][draw] }
        })
    }
    return Comparison(
      draws: draws.count, seed: draws.seed, scenarios: contenders, pairs: pairs(values),
      attributions: scenarios.dropFirst().compactMap { attribution(from: scenarios[0], to: $0) })
  }

  private func pairs(_ values: [[Double]]) -> [Comparison.Pair] {
    values.indices.flatMap { a in
      values.indices.dropFirst(a + 1).map { b in
        let difference = zip(values[a], values[b]).map { $0 - $1 }
        return Comparison.Pair(
          a: a, b: b, difference: Summary(difference),
          probabilityABetter: share(difference.count) { difference[$0] > 0 })
      }
    }
  }

  private func share(_ count: Int, _ counts: (Int) -> Bool) -> Double? {
    guard count > 0 else { return nil }
    return Double((0..<count).count(where: counts)) / Double(count)
  }
}
