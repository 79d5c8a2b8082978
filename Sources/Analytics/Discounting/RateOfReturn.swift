#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Present value of yearly amounts, the first undiscounted, at one rate above −1.
public func netPresentValue(_ amounts: [Double], rate: Double) -> Double {
  zip(amounts, 0...).reduce(0) { $0 + $1.0 / pow(1 + rate, Double($1.1)) }
}

/// The rate nearest to 0 at which the present value is zero; nil where none lies between −0.99
/// and 10.
public func internalRateOfReturn(_ amounts: [Double]) -> Double? {
  let value = { netPresentValue(amounts, rate: $0) }
  let rates = (-99...1000).map { Double($0) / 100 }
  let parts = zip(rates, rates.dropFirst()).filter { low, high in
    (value(low) < 0) != (value(high) < 0)
  }
  guard let part = parts.min(by: { abs($0.0 + $0.1) < abs($1.0 + $1.1) }) else { return nil }
  var (low, high) = part
  let isNegativeLow = value(low) < 0
  while true {
    let middle = low + (high - low) / 2
    guard middle > low, middle < high else { return middle }
    if (value(middle) < 0) == isNegativeLow { low = middle } else { high = middle }
  }
}
