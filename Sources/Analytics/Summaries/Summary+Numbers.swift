extension Summary {
  /// Of the numbers that are defined: NaN is left out.
  public init(_ numbers: [Double]) {
    // A sum that is a number has no NaN in it, and there is nothing to leave out.
    var defined = sum(numbers) { $0 }.isNaN ? numbers.filter { !$0.isNaN } : numbers
    let count = Double(defined.count)
    // Summed from the first number on, so that equal numbers have exactly their own mean.
    let mean = defined.first.map { first in first + sum(defined) { $0 - first } / count }
    var sd: Double?
    if let mean, defined.count > 1 {
      sd = (sum(defined) { ($0 - mean) * ($0 - mean) } / (count - 1)).squareRoot()
    }
    let quantiles = defined.quantiles([0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])
    self.init(
      p5: quantiles[0], p10: quantiles[1], p25: quantiles[2], p50: quantiles[3],
      p75: quantiles[4], p90: quantiles[5], p95: quantiles[6], mean: mean, sd: sd)
  }
}

/// The sum of a function of numbers, in eight partial sums: always in the same order, and several
/// times faster than one after another.
@inline(__always)
private func sum(_ numbers: [Double], _ term: (SIMD8<Double>) -> SIMD8<Double>) -> Double {
  var sums = SIMD8<Double>()
  var place = 0
  while place + 8 <= numbers.count {
    sums += term(
      SIMD8(
        numbers[place], numbers[place + 1], numbers[place + 2], numbers[place + 3],
        numbers[place + 4], numbers[place + 5], numbers[place + 6], numbers[place + 7]))
    place += 8
  }
  var total = sums.sum()
  for number in numbers[place...] { total += term(SIMD8(repeating: number))[0] }
  return total
}
