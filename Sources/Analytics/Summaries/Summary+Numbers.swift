#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension Summary {
  /// Of the numbers that are defined: NaN is left out.
  public init(_ numbers: [Double]) {
    var defined = numbers.filter { !$0.isNaN }
    let count = Double(defined.count)
    let mean = defined.isEmpty ? nil : defined.reduce(0, +) / count
    var sd: Double?
    if let mean, defined.count > 1 {
      sd = sqrt(defined.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1))
    }
    let quantiles = defined.quantiles([0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])
    self.init(
      p5: quantiles[0], p10: quantiles[1], p25: quantiles[2], p50: quantiles[3],
      p75: quantiles[4], p90: quantiles[5], p95: quantiles[6], mean: mean, sd: sd)
  }
}
