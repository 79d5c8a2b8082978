import Figures

/// The operator as well as the sign.
private let minus = Numbers.minus

/// How tightly a piece of a formula holds together when it is written.
private enum Binding: Int, Comparable {
  case sum, product, power, whole
  static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
}

extension Formula {
  /// The formula with a word in the place of each input: `benefit * discount factor`.
  func words(_ names: [String]) -> String {
    switch self {
    case .total(let of): return "sum of \(of)"
    case .payback(let of): return "years until the running sum of \(of) stays at or above 0"
    default: return written { names[$0] }.text
    }
  }

  /// The formula with a number in the place of each input: `12.3 * 0.8714`; an undefined input
  /// is called so.
  func numbers(_ inputs: [Double?]) -> String {
    let texts = inputs.map { $0.map(significant) ?? "undefined" }
    switch self {
    case .total: return texts.isEmpty ? "0" : texts.map(inBrackets).joined(separator: " + ")
    case .payback:
      let payback = Payback(inputs.compactMap { $0 })
      guard let last = payback.last else {
        return payback.years == nil ? "never" : "never below 0"
      }
      let sum = inBrackets(significant(last.sum))
      return "\(last.year + 1) \(minus) \(sum) / (\(significant(last.next)) \(minus) \(sum))"
    default: return written { inBrackets(texts[$0]) }.text
    }
  }

  private func written(_ name: (Int) -> String) -> (text: String, binding: Binding) {
    func part(_ formula: Formula, atLeast binding: Binding) -> String {
      let (text, own) = formula.written(name)
      return own < binding ? "(\(text))" : text
    }
    func call(_ function: String, _ arguments: [Formula]) -> (String, Binding) {
      let texts = arguments.map { $0.written(name).text }
      return ("\(function)(\(texts.joined(separator: ", ")))", .whole)
    }
    switch self {
    case .input(let place): return (name(place), .whole)
    case .number(let value): return (significant(value), .whole)
    case .sum(let parts):
      return (parts.map { part($0, atLeast: .sum) }.joined(separator: " + "), .sum)
    case .difference(let a, let b):
      return ("\(part(a, atLeast: .sum)) \(minus) \(part(b, atLeast: .product))", .sum)
    case .product(let parts):
      return (parts.map { part($0, atLeast: .product) }.joined(separator: " * "), .product)
    case .quotient(let a, let b), .quotientOrNought(let a, let b):
      return ("\(part(a, atLeast: .product)) / \(part(b, atLeast: .power))", .product)
    case .power(let a, let b):
      return ("\(part(a, atLeast: .whole)) ^ \(part(b, atLeast: .whole))", .power)
    case .exponential(let a): return call("exp", [a])
    case .logarithm(let a): return call("ln", [a])
    case .larger(let a, let b): return call("max", [a, b])
    case .smaller(let a, let b): return call("min", [a, b])
    case .total(let of), .payback(let of): return (of, .sum)
    }
  }
}

/// A negative number stands in brackets inside a formula.
private func inBrackets(_ number: String) -> String {
  number.hasPrefix(minus) ? "(\(number))" : number
}
