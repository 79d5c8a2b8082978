#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Round values (1, 2 or 5 times a power of ten apart) that cover a range: the first is at or
/// below its start, the last at or above its end.
///
/// - Parameters:
///   - from: The range's one end.
///   - to: Its other end.
///   - count: How many values there is room for, at least 2; the finest step that needs no more
///     is taken.
/// - Returns: At least two ascending values; `[0, 1]` where the range is not finite.
public func niceTicks(from: Double, to: Double, count: Int) -> [Double] {
  guard from.isFinite, to.isFinite, (to - from).isFinite else { return [0, 1] }
  var low = min(from, to)
  var high = max(from, to)
  if high - low <= max(abs(low), abs(high)) * 1e-9 {
    // One value only: a range around it, from zero where zero is near.
    let margin = high == 0 ? 1 : abs(high)
    (low, high) = high < 0 ? (low - margin, 0) : (0, high + (high == 0 ? margin : 0))
  }
  let wanted = Double(max(count, 2))
  for step in RoundStep.steps(from: (high - low) / wanted / 10, to: (high - low) * 10) {
    var first = step.index(below: low)
    var last = step.index(above: high)
    if step.value(first + 1) <= low { first += 1 }
    if step.value(last - 1) >= high { last -= 1 }
    // Around zero even the longest step needs three.
    if last - first + 1 <= (step.value(1) >= high - low ? max(wanted, 3) : wanted) {
      let ticks = step.values(first, max(last, first + 1))
      if ticks.allSatisfy(\.isFinite) { return ticks }
    }
  }
  return [low, high]
}

/// A distance between ticks: 1, 2 or 5 times a power of ten.
public struct RoundStep {
  let digit: Double
  let power: Int
  private let scale: Double

  private init(digit: Double, power: Int) {
    self.digit = digit
    self.power = power
    scale = pow(10, Double(abs(power)))
  }

  /// All round steps of the decades from one size to another, ascending.
  public static func steps(from least: Double, to greatest: Double) -> [RoundStep] {
    guard least > 0, greatest >= least, greatest.isFinite else { return [] }
    let powers = Int(log10(least).rounded(.down))...Int(log10(greatest).rounded(.down))
    return powers.flatMap { power in [1, 2, 5].map { RoundStep(digit: $0, power: power) } }
  }

  /// So many steps: divided by a power of ten below one, so that 3 steps of 0.1 are 0.3.
  public func value(_ index: Double) -> Double {
    power < 0 ? index * digit / scale : index * digit * scale
  }

  public func index(below value: Double) -> Double { (value / self.value(1)).rounded(.down) }
  public func index(above value: Double) -> Double { (value / self.value(1)).rounded(.up) }

  public func values(_ first: Double, _ last: Double) -> [Double] {
    guard last - first < 1000 else { return [] }
    return stride(from: first, through: last, by: 1).map(value)
  }
}
