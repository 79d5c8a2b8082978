extension Summary {
  /// The probabilities of its quantiles.
  static let probabilities = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]

  /// Of the numbers that are defined: NaN is left out.
  public init(_ numbers: [Double]) {
    // A sum that is a number has no NaN in it, and there is nothing to leave out.
    var defined = sum(numbers) { $0 }.isNaN ? numbers.filter { !$0.isNaN } : numbers
    // Before the quantiles change the order, on which the last digits rest.
    let moments = Self.moments(of: defined)
    self.init(moments, quantiles: defined.quantiles(Self.probabilities))
  }

  /// Of what a function that never falls makes of numbers, each of them defined.
  /// - Parameter placed: the same numbers, placed for the probabilities of a summary.
  init(of numbers: [Double], placed: [Double], _ value: (Double) -> Double) {
    self.init(
      Self.moments(of: numbers.map(value)),
      quantiles: placed.placedQuantiles(Self.probabilities, value))
  }

  private init(_ moments: (mean: Double?, sd: Double?), quantiles: [Double?]) {
    self.init(
      p5: quantiles[0], p10: quantiles[1], p25: quantiles[2], p50: quantiles[3],
      p75: quantiles[4], p90: quantiles[5], p95: quantiles[6], mean: moments.mean, sd: moments.sd)
  }

  /// The mean of numbers that are all defined, as a summary has it; nil of none.
  static func mean(of numbers: [Double]) -> Double? {
    guard let first = numbers.first else { return nil }
    // Summed from the first number on, so that equal numbers have exactly their own mean.
    return first + sum(numbers) { $0 - first } / Double(numbers.count)
  }

  private static func moments(of numbers: [Double]) -> (mean: Double?, sd: Double?) {
    guard let mean = mean(of: numbers) else { return (nil, nil) }
    let count = Double(numbers.count)
    guard numbers.count > 1 else { return (mean, nil) }
    return (mean, (sum(numbers) { ($0 - mean) * ($0 - mean) } / (count - 1)).squareRoot())
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
