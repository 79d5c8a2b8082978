#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Round values (1, 2 or 5 times a power of ten apart) that cover a range: the first is at or
/// below its start, the last at or above its end.
///
/// - Parameters:
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
  let exponent = Int(log10((high - low) / wanted).rounded(.down)) - 1
  for power in exponent...(exponent + 4) {
    for digit in [1.0, 2, 5] {
      // Steps below one are divided by, not multiplied with, so that 3 steps of 0.1 are 0.3.
      let scale = pow(10, Double(abs(power)))
      func value(_ index: Double) -> Double {
        power < 0 ? index * digit / scale : index * digit * scale
      }
      let step = value(1)
      var first = (low / step).rounded(.down)
      var last = (high / step).rounded(.up)
      if value(first + 1) <= low { first += 1 }
      if value(last - 1) >= high { last -= 1 }
      // Around zero even the longest step needs three.
      if last - first + 1 <= (step >= high - low ? max(wanted, 3) : wanted) {
        let ticks = stride(from: first, through: max(last, first + 1), by: 1).map(value)
        if ticks.allSatisfy(\.isFinite) { return ticks }
      }
    }
  }
  return [low, high]
}
