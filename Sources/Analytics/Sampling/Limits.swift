#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A least, a most likely and a greatest value, for users who think in limits and not in
/// quantiles: `threePoint` converts to P10, P50 and P90.
public struct Limits: Hashable, Sendable {
  public let minimum, mode, maximum: Double

  /// A distribution between limits.
  public enum Shape: String, CaseIterable, Sendable {
    /// Beta with weight 4 on the mode.
    case pert
    case triangular
  }

  /// `minimum` ≤ `mode` ≤ `maximum`, not all the same.
  public init(minimum: Double, mode: Double, maximum: Double) {
    self.minimum = minimum
    self.mode = mode
    self.maximum = maximum
  }

  /// The quantile of a distribution between the limits, for 0 ≤ `probability` ≤ 1.
  public func quantile(_ probability: Double, _ shape: Shape) -> Double {
    let width = maximum - minimum
    let peak = (mode - minimum) / width
    switch shape {
    case .pert:
      return minimum + width
        * betaQuantile(probability, 1 + 4 * peak, 1 + 4 * (maximum - mode) / width)
    case .triangular:
      return probability < peak
        ? minimum + width * sqrt(probability * peak)
        : maximum - width * sqrt((1 - probability) * (1 - peak))
    }
  }

  /// The mean of a distribution between the limits.
  public func mean(_ shape: Shape) -> Double {
    switch shape {
    case .pert: (minimum + 4 * mode + maximum) / 6
    case .triangular: (minimum + mode + maximum) / 3
    }
  }

  /// P10, P50 and P90.
  public func threePoint(_ shape: Shape) -> ThreePoint {
    ThreePoint(
      p10: quantile(0.1, shape), p50: quantile(0.5, shape), p90: quantile(0.9, shape))
  }
}

/// The quantile of the beta distribution, by halving until no number lies between.
private func betaQuantile(_ probability: Double, _ a: Double, _ b: Double) -> Double {
  var (low, high) = (0.0, 1.0)
  while true {
    let middle = low + (high - low) / 2
    guard middle > low, middle < high else { return middle }
    if incompleteBeta(middle, a, b) < probability { low = middle } else { high = middle }
  }
}

/// The regularised incomplete beta function, by its continued fraction.
private func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  // The fraction converges fast below the mean only.
  guard x <= (a + 1) / (a + b + 2) else { return 1 - incompleteBeta(1 - x, b, a) }
  let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x)) / a
  var c = 1.0
  var d = 1 / (1 - (a + b) * x / (a + 1))
  var fraction = d
  for step in 1..<1000 {
    let m = Double(step)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / (1 + even * d)
    c = 1 + even / c
    fraction *= c * d
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / (1 + odd * d)
    c = 1 + odd / c
    fraction *= c * d
    if abs(c * d - 1) < 1e-16 { break }
  }
  return front * fraction
}
