import Analytics
import TestSupport

/// A model over the fixtures, with any of its scenarios.
struct Invariants {
  let inputs: ModelInputs
  let model: Model

  init() throws {
    inputs = try ModelInputs.fixtures()
    model = Model(inputs)
  }

  /// The scenario of a seed.
  func scenario(_ seed: UInt64) -> Scenario {
    var generator = SeededGenerator(seed: seed)
    return .random(inputs, using: &generator)
  }
}

/// Whether two series agree, relatively and absolutely.
func same(_ a: [Double], _ b: [Double], within allowance: Double = 1e-12) -> Bool {
  a.count == b.count
    && zip(a, b).allSatisfy { agree($0, $1, relative: allowance, absolute: allowance) }
}

/// The sum of series, year by year.
func sum(_ series: [[Double]]) -> [Double] {
  (series.first ?? []).indices.map { year in series.reduce(0) { $0 + $1[year] } }
}
