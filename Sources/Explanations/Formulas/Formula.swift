#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Arithmetic over the inputs of a derivation. The value, the words and the numbers are all made
/// from it, so that they cannot say different things.
indirect enum Formula: Hashable, Sendable {
  /// One of the inputs, by its place.
  case input(Int)
  case number(Double)
  case sum([Formula])
  case difference(Formula, Formula)
  case product([Formula])
  case quotient(Formula, Formula)
  /// 0 where the divisor is 0.
  case quotientOrNought(Formula, Formula)
  case power(Formula, Formula)
  case exponential(Formula)
  case logarithm(Formula)
  case larger(Formula, Formula)
  case smaller(Formula, Formula)
  /// The sum of all inputs, called by what they have in common.
  case total(of: String)
  /// The years after which the running sum of the inputs, one a year, stays at or above 0.
  case payback(of: String)
}

extension Formula: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  init(floatLiteral value: Double) { self = .number(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }

  static func + (a: Formula, b: Formula) -> Formula {
    if case .sum(let parts) = a { .sum(parts + [b]) } else { .sum([a, b]) }
  }
  static func - (a: Formula, b: Formula) -> Formula { .difference(a, b) }
  static func * (a: Formula, b: Formula) -> Formula {
    if case .product(let parts) = a { .product(parts + [b]) } else { .product([a, b]) }
  }
  static func / (a: Formula, b: Formula) -> Formula { .quotient(a, b) }
}

extension Formula {
  /// The value for inputs; nil where it is undefined: a divisor of 0, no payback, an undefined
  /// input.
  func value(_ inputs: [Double?]) -> Double? {
    guard let value = number(inputs), value.isFinite else { return nil }
    return value
  }

  private func number(_ inputs: [Double?]) -> Double? {
    switch self {
    case .input(let place): return inputs[place]
    case .number(let value): return value
    case .sum(let parts): return fold(parts, inputs, from: 0, +)
    case .product(let parts): return fold(parts, inputs, from: 1, *)
    case .difference(let a, let b): return join(a, b, inputs, -)
    case .quotient(let a, let b): return join(a, b, inputs) { $1 == 0 ? nil : $0 / $1 }
    case .quotientOrNought(let a, let b): return join(a, b, inputs) { $1 == 0 ? 0 : $0 / $1 }
    case .power(let a, let b): return join(a, b, inputs) { pow($0, $1) }
    case .exponential(let a): return a.number(inputs).map { exp($0) }
    case .logarithm(let a): return a.number(inputs).map { log($0) }
    case .larger(let a, let b): return join(a, b, inputs) { max($0, $1) }
    case .smaller(let a, let b): return join(a, b, inputs) { min($0, $1) }
    case .total:
      return inputs.reduce(0) { sum, input in sum.flatMap { sum in input.map { sum + $0 } } }
    case .payback: return Payback(inputs.compactMap { $0 }).years
    }
  }

  private func fold(
    _ parts: [Formula], _ inputs: [Double?], from start: Double,
    _ step: (Double, Double) -> Double
  ) -> Double? {
    parts.reduce(start) { total, part in
      total.flatMap { total in part.number(inputs).map { step(total, $0) } }
    }
  }

  private func join(
    _ a: Formula, _ b: Formula, _ inputs: [Double?], _ step: (Double, Double) -> Double?
  ) -> Double? {
    guard let a = a.number(inputs), let b = b.number(inputs) else { return nil }
    return step(a, b)
  }
}

extension Formula {
  /// Places of the inputs in the order in which they are written, each once.
  var inputs: [Int] {
    var found: [Int] = []
    collect(&found)
    return found
  }

  private func collect(_ found: inout [Int]) {
    if case .input(let place) = self, !found.contains(place) { found.append(place) }
    for part in parts { part.collect(&found) }
  }

  private var parts: [Formula] {
    switch self {
    case .input, .number, .total, .payback: []
    case .sum(let parts), .product(let parts): parts
    case .exponential(let a), .logarithm(let a): [a]
    case .difference(let a, let b), .quotient(let a, let b), .quotientOrNought(let a, let b),
      .power(let a, let b), .larger(let a, let b), .smaller(let a, let b):
      [a, b]
    }
  }

  /// The same with other places for the inputs.
  func renumbered(_ place: (Int) -> Int) -> Formula {
    func other(_ formula: Formula) -> Formula { formula.renumbered(place) }
    return switch self {
    case .input(let old): .input(place(old))
    case .number, .total, .payback: self
    case .sum(let parts): .sum(parts.map(other))
    case .product(let parts): .product(parts.map(other))
    case .exponential(let a): .exponential(other(a))
    case .logarithm(let a): .logarithm(other(a))
    case .difference(let a, let b): .difference(other(a), other(b))
    case .quotient(let a, let b): .quotient(other(a), other(b))
    case .quotientOrNought(let a, let b): .quotientOrNought(other(a), other(b))
    case .power(let a, let b): .power(other(a), other(b))
    case .larger(let a, let b): .larger(other(a), other(b))
    case .smaller(let a, let b): .smaller(other(a), other(b))
    }
  }
}

/// When a running sum turns positive for good; docs/METHOD.md, section 12.
struct Payback {
  /// The last year, from 0, at whose end the sum is below 0, with the sums then and a year later.
  let last: (year: Int, sum: Double, next: Double)?
  let years: Double?

  init(_ amounts: [Double]) {
    var sums: [Double] = []
    for amount in amounts { sums.append((sums.last ?? 0) + amount) }
    let place = sums.lastIndex { $0 < 0 }
    guard let place else {
      last = nil
      years = sums.allSatisfy { $0 == 0 } ? nil : 0
      return
    }
    guard place + 1 < sums.count else {
      last = nil
      years = nil
      return
    }
    let (sum, next) = (sums[place], sums[place + 1])
    last = (place, sum, next)
    years = Double(place + 1) + -sum / (next - sum)
  }
}
