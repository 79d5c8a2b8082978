#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What it would be worth to know before choosing between options; £bn of net present social value.
public struct ValueOfInformation: Equatable, Sendable {
  /// Everything.
  public var perfect: Double
  /// One assumption, in register order; 0 for a fixed one.
  public var assumptions: [Double]

  public init(perfect: Double, assumptions: [Double]) {
    self.perfect = perfect
    self.assumptions = assumptions
  }
}

/// Mean of the best option in each draw, less the best option's mean: `options` are columns of
/// values on the same draws. 0 for one option, and without draws.
public func expectedValueOfPerfectInformation(_ options: [[Double]]) -> Double {
  guard let count = options.first?.count, count > 0 else { return 0 }
  let best = (0..<count).reduce(0) { sum, draw in
    sum + (options.map { $0[draw] }.max() ?? 0)
  }
  let means = options.map { $0.reduce(0, +) / Double(count) }
  return best / Double(count) - (means.max() ?? 0)
}

/// The same of one input, from the fitted part of each option: least squares on (1, z, z², z³),
/// floored at 0.
public func expectedValueOfInformation(about scores: [Double], _ options: [[Double]]) -> Double {
  let basis = cubicBasis(scores)
  let fitted = options.map { values in
    var fit = [Double](repeating: 0, count: values.count)
    for column in basis {
      let weight = zip(column, values).reduce(0) { $0 + $1.0 * $1.1 }
      for place in fit.indices { fit[place] += weight * column[place] }
    }
    return fit
  }
  return max(0, expectedValueOfPerfectInformation(fitted))
}

/// An orthonormal basis of the columns 1, z, z², z³, by Gram and Schmidt, done twice for accuracy.
private func cubicBasis(_ scores: [Double]) -> [[Double]] {
  let powers = [
    scores.map { _ in 1.0 }, scores, scores.map { $0 * $0 }, scores.map { $0 * $0 * $0 },
  ]
  var basis: [[Double]] = []
  for power in powers {
    let size = sqrt(power.reduce(0) { $0 + $1 * $1 })
    var rest = power
    for _ in 0..<2 {
      for column in basis {
        let along = zip(column, rest).reduce(0) { $0 + $1.0 * $1.1 }
        for place in rest.indices { rest[place] -= along * column[place] }
      }
    }
    let left = sqrt(rest.reduce(0) { $0 + $1 * $1 })
    // With fewer than four draws a power may add nothing.
    if left > 1e-10 * size { basis.append(rest.map { $0 / left }) }
  }
  return basis
}

extension Model {
  /// Across all presets of the inputs on common draws. Assumptions, key set and discounting of
  /// `scenario` apply to them; its levers do not. nil once `isCancelled`.
  public func valueOfInformation(
    _ scenario: Scenario, _ draws: Draws, threads: Int = 2,
    isCancelled: @Sendable () -> Bool = { false }
  ) -> ValueOfInformation? {
    let sample = sample(scenario, draws)
    var options: [[Double]] = []
    for preset in inputs.presets {
      var option = scenario
      option.levers = preset.levers
      option.overrides = [:]
      guard
        let run = run(
          option, sample, detail: .national, threads: threads, isCancelled: isCancelled)
      else { return nil }
      options.append(run[.npsv])
    }
    let kept = options
    let parts = parallel(inputs.assumptions.count, threads: threads) { place in
      let range = range(inputs.assumptions[place], scenario)
      return range.p10 == range.p90
        ? 0 : expectedValueOfInformation(about: draws.scores[place], kept)
    }
    return ValueOfInformation(
      perfect: expectedValueOfPerfectInformation(kept), assumptions: parts)
  }
}
