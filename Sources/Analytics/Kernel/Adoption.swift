#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Bass cumulative adoption written by its half-time T and shape κ = q/p; model.md 6.1:
/// `x = exp(−ln(2 + κ)·u/T)`, `F(u) = (1 − x)/(1 + κx)`.
struct Adoption {
  let shape, rate: Lanes

  init(halfTime: Lanes, shape: Lanes) {
    self.shape = shape
    rate = logarithm(shape + 2) / halfTime
  }

  /// Adoption at each year of the grid: exactly 0 until it starts.
  func write(_ grid: YearGrid, into path: inout [Lanes]) {
    let years = path.count
    for year in 0..<min(grid.first, years) { path[year] = .zero }
    guard grid.first < years else { return }
    // With steps of one year x is a geometric series.
    var x = exponential(-rate * grid.start)
    let step = exponential(-rate)
    for year in grid.first..<years {
      path[year] = (.one - x) / (.one + shape * x)
      x *= step
    }
  }
}

/// Share reached `time` after the start, where half is reached at `halfTime` and `shape` is q/p.
public func adoption(time: Double, halfTime: Double, shape: Double) -> Double {
  let x = exp(-log(2 + shape) * max(0, time) / halfTime)
  return (1 - x) / (1 + shape * x)
}
