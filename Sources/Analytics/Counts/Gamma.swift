#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// ln Γ(x) for x > 0, to about 1e-15: Stirling's series from 15 on, the recurrence below.
///
/// The C library's `lgamma` writes a global variable, so it is no good for threads.
func logGamma(_ x: Double) -> Double {
  var shift = 0.0
  var x = x
  while x < 15 {
    shift += log(x)
    x += 1
  }
  let inverse = 1 / (x * x)
  let series =
    (1.0 / 12 - inverse
      * (1.0 / 360 - inverse
        * (1.0 / 1260 - inverse
          * (1.0 / 1680 - inverse
            * (1.0 / 1188)))))
    / x
  return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series - shift
}

/// The regularised lower incomplete gamma function P(a, x) and its complement: the smaller of the
/// two is the accurate one.
private func incompleteGamma(_ a: Double, _ x: Double) -> (lower: Double, upper: Double) {
  guard x > 0 else { return (0, 1) }
  let front = exp(a * log(x) - x - logGamma(a))
  if x < a + 1 {
    var term = 1 / a
    var sum = term
    var n = a
    while term > sum * 1e-17 {
      n += 1
      term *= x / n
      sum += term
    }
    return (front * sum, 1 - front * sum)
  }
  // Lentz's continued fraction.
  var b = x + 1 - a
  var c = 1e300
  var d = 1 / b
  var fraction = d
  for i in 1..<10_000 {
    let n = Double(i) * (a - Double(i))
    b += 2
    d = 1 / (n * d + b)
    c = b + n / c
    fraction *= c * d
    if abs(c * d - 1) < 1e-16 { break }
  }
  return (1 - front * fraction, front * fraction)
}

/// The quantile of the gamma distribution with `shape` and rate 1, for 0 ≤ `probability` < 1.
func gammaQuantile(_ probability: Double, shape: Double) -> Double {
  guard probability > 0 else { return 0 }
  let isBelow = { (x: Double) in
    let gamma = incompleteGamma(shape, x)
    return probability < 0.5 ? gamma.lower < probability : gamma.upper > 1 - probability
  }
  var high = shape + 1
  while isBelow(high) { high *= 2 }
  var low = 0.0
  // Halving ends when no number lies between.
  while true {
    let middle = low + (high - low) / 2
    guard middle > low, middle < high else { return middle }
    if isBelow(middle) { low = middle } else { high = middle }
  }
}
