#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A two-piece normal on a transformed scale, through its P10, P50 and P90; model.md 8.4.
///
/// `y = f(P50) + (z/z90)·(f(P50) − f(P10))` below the median, with `f(P90) − f(P50)` from it on;
/// the value is `f⁻¹(y)`, kept inside `minimum…maximum`. Monotone in z.
public struct Marginal: Sendable {
  private let scale: Scale
  private let middle, below, above: Double
  private let minimum, maximum: Double
  /// The value where P10 = P90: the scale may have no value there.
  private let fixed: Double?

  /// The standard normal's P90.
  public static let z90 = 1.2815515655446004

  public init(_ range: ThreePoint, scale: Scale, minimum: Double, maximum: Double) {
    self.scale = scale
    self.minimum = minimum
    self.maximum = maximum
    fixed = range.p10 == range.p90 ? range.p50 : nil
    middle = scale.transformed(range.p50)
    below = middle - scale.transformed(range.p10)
    above = scale.transformed(range.p90) - middle
  }

  /// The value at a normal score.
  public func value(_ z: Double) -> Double {
    if let fixed { return fixed }
    let y = middle + z / Self.z90 * (z < 0 ? below : above)
    return min(max(scale.restored(y), minimum), maximum)
  }
}

extension Scale {
  func transformed(_ x: Double) -> Double {
    switch self {
    case .identity: x
    case .log: naturalLogarithm(x)
    case .logit: naturalLogarithm(x / (1 - x))
    }
  }

  func restored(_ y: Double) -> Double {
    switch self {
    case .identity: y
    case .log: exp(y)
    case .logit: 1 / (1 + exp(-y))
    }
  }
}

/// Inside `Scale` the name `log` is a case.
private func naturalLogarithm(_ x: Double) -> Double { log(x) }
