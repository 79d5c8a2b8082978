#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Correlated normal scores of the assumptions, made once for a count and a seed and kept, so that
/// scenarios are compared on the same draws. The first n of a longer run are the run of n.
public struct Draws: Sendable {
  /// 0 or more.
  public let count: Int
  /// What the sequence was shifted by.
  public let seed: UInt64
  /// z of each assumption, in register order: one column each, `count` long.
  public let scores: [[Double]]

  /// One-factor Gaussian copula: `z_i = λ_i·e_0 + √(1 − λ_i²)·e_i`; model.md 8.3.
  public init(count: Int, seed: UInt64, assumptions: [AssumptionSpec]) {
    self.count = count
    self.seed = seed
    let shifts = SobolSequence.shifts(seed: seed, count: assumptions.count + 1)
    let delivery = SobolSequence.normals(dimension: 0, count: count, shift: shifts[0])
    scores = assumptions.enumerated().map { place, assumption in
      let own = SobolSequence.normals(
        dimension: place + 1, count: count, shift: shifts[place + 1])
      return Draws.correlated(delivery, own, loading: assumption.loading)
    }
  }

  static func correlated(_ common: [Double], _ own: [Double], loading: Double) -> [Double] {
    guard loading != 0 else { return own }
    let rest = sqrt(1 - loading * loading)
    return zip(common, own).map { loading * $0 + rest * $1 }
  }
}
