/// Where the change of a metric from one scenario to another comes from; model.md section 9.
public struct Attribution: Equatable, Sendable {
  /// Of the central net present social value, £bn.
  public var change: Double
  /// The levers' part with their overrides, and everything else's: they add up to `change`.
  public var levers, assumptions: Double
  /// Each lever's Shapley value; they add up to `levers`. 0 where nothing differs.
  public var byLever: [Lever: Double]

  public init(change: Double, levers: Double, assumptions: Double, byLever: [Lever: Double]) {
    self.change = change
    self.levers = levers
    self.assumptions = assumptions
    self.byLever = byLever
  }
}

extension Model {
  /// Attributes the change of a metric's central value from `baseline` to `present`; nil where the
  /// metric is undefined in a scenario between them. At most 512 central cases.
  public func attribution(
    from baseline: Scenario, to present: Scenario, of metric: Metric = .npsv
  ) -> Attribution? {
    let differing = Lever.allCases.filter { baseline.setting($0) != present.setting($0) }
    var byLever = Dictionary(uniqueKeysWithValues: Lever.allCases.map { ($0, 0.0) })
    var corners: [Double] = []
    // Everything else as it is in the baseline, then as it is now.
    for ground in [baseline, present] {
      guard
        let values = subsets(differing, baseline, present, on: ground, metric),
        let none = values.first, let all = values.last
      else { return nil }
      corners += [none, all]
      for (place, lever) in differing.enumerated() {
        let part = shapleyValue(of: place, among: differing.count, values)
        byLever[lever, default: 0] += part / 2
      }
    }
    let change = corners[3] - corners[0]
    let levers = (corners[1] - corners[0] + corners[3] - corners[2]) / 2
    return Attribution(
      change: change, levers: levers, assumptions: change - levers, byLever: byLever)
  }

  /// The metric with each subset of the levers taken from `present`: bit i is lever i.
  private func subsets(
    _ levers: [Lever], _ baseline: Scenario, _ present: Scenario, on ground: Scenario,
    _ metric: Metric
  ) -> [Double]? {
    let values = parallel(1 << levers.count, threads: 2) { subset in
      var scenario = ground
      for lever in Lever.allCases { scenario.take(lever, from: baseline) }
      for (place, lever) in levers.enumerated() where subset >> place & 1 == 1 {
        scenario.take(lever, from: present)
      }
      return centralValue(scenario, metric)
    }
    let defined = values.compactMap { $0 }
    return defined.count == values.count ? defined : nil
  }

  /// One metric of the central case, without its series.
  func centralValue(_ scenario: Scenario, _ metric: Metric) -> Double? {
    let point = inputs.assumptions.map { [range($0, scenario).p50] }
    let run = run(scenario, Sample(columns: point), detail: .national, threads: 1)
    return run?[metric].first.flatMap { $0.isNaN ? nil : $0 }
  }
}

/// A player's mean contribution over all orders of joining; `values` are of subsets, by bits.
private func shapleyValue(of player: Int, among players: Int, _ values: [Double]) -> Double {
  let factorials = (0...players).map { (1...max($0, 1)).reduce(1.0) { $0 * Double($1) } }
  let bit = 1 << player
  return values.indices.filter { $0 & bit == 0 }.reduce(0) { sum, subset in
    let before = subset.nonzeroBitCount
    let weight = factorials[before] * factorials[players - before - 1] / factorials[players]
    return sum + weight * (values[subset | bit] - values[subset])
  }
}

extension Scenario {
  /// A lever's national value and its overrides.
  fileprivate struct Setting: Equatable {
    let national: Double?
    let overrides: [String: Double]
  }

  fileprivate func setting(_ lever: Lever) -> Setting {
    Setting(national: levers[lever], overrides: overrides.compactMapValues { $0[lever] })
  }

  fileprivate mutating func take(_ lever: Lever, from other: Scenario) {
    levers[lever] = other.levers[lever]
    for code in Set(overrides.keys).union(other.overrides.keys) {
      var values = overrides[code] ?? [:]
      values[lever] = other.overrides[code]?[lever]
      overrides[code] = values.isEmpty ? nil : values
    }
  }
}
