/// Sums of money that stand together: one unit for all, that of the largest.
public struct MoneyColumn: Equatable, Sendable {
  /// Whether the unit is £m, for want of a sum of a billion.
  public let isMillions: Bool

  /// - Parameter billions: the sums in £bn; nil where there is none.
  public init(_ billions: [Double?]) {
    let largest = billions.reduce(0) { max($0, abs($1 ?? 0)) }
    isMillions = largest > 0 && largest < 0.995
  }

  /// What the numbers are in: `£bn`, `£m`.
  public var unit: String { isMillions ? Money.millions : Money.billions }

  /// A sum of the column, given in £bn, without the unit: `12`, `3.0`, `0.46`, `0.0095`.
  public func bare(_ billions: Double) -> String {
    guard billions.isFinite else { return "n/a" }
    let value = scaled(billions)
    let size = abs(value)
    if isMillions, size >= 100 { return Numbers.decimal((value / 10).rounded() * 10, places: 0) }
    // Beside sums of billions a smaller one has two digits.
    let places =
      size >= 9.95
      ? 0 : isMillions || size >= 0.995 ? 1 : size >= 0.0995 ? 2 : size >= 0.009_95 ? 3 : 4
    return Numbers.telling(value, places: places)
  }

  /// The same with the unit: `£12bn`, `£0.46bn`, `−£38m`, `£0`.
  public func text(_ billions: Double) -> String { withUnit(bare(billions)) }

  /// Two sums and the first less the second, with the digits at which the printed numbers subtract
  /// as well.
  ///
  /// - Parameters:
  ///   - first: in £bn.
  ///   - second: what is taken from it, in £bn.
  ///   - hasUnits: whether each has its unit behind it.
  public func subtracting(
    _ first: Double, _ second: Double, hasUnits: Bool = true
  ) -> (first: String, second: String, difference: String) {
    let values = [first, second, first - second].map(scaled)
    guard values.allSatisfy(\.isFinite) else { return ("n/a", "n/a", "n/a") }
    // As few digits as the difference alone would have: tens, whole numbers, one decimal, or two
    // digits of what is less than one.
    let size = abs(values[2]) < 1e-9 ? abs(values[0]) : abs(values[2])
    let usual =
      isMillions && size >= 100
      ? -1 : size >= 9.95 ? 0 : isMillions || size >= 0.995 ? 1 : 2
    let fitting = (usual...4).first { places in
      let whole = values.map { Self.steps(of: $0, places) }
      return whole[0] - whole[1] == whole[2]
        && zip(values, whole).allSatisfy { abs($0) < 1e-9 || $1 != 0 }
    }
    let places = fitting ?? 3
    var whole = values.map { Self.steps(of: $0, places) }
    // Where no digits do, the difference is that of the printed numbers.
    if fitting == nil { whole[2] = whole[0] - whole[1] }
    let texts = whole.map { steps in
      let value = places < 0 ? steps * 10 : steps / Self.power(places)
      let text = Numbers.decimal(value, places: steps == 0 ? 0 : max(places, 0))
      return hasUnits ? withUnit(text) : text
    }
    return (texts[0], texts[1], texts[2])
  }

  /// Parts and their sum with the digits at which every part that is not nothing is seen, so that the
  /// printed parts add up to the printed sum: by largest remainder.
  ///
  /// - Parameters:
  ///   - parts: in £bn; where one is negative, each is rounded by itself.
  ///   - hasUnits: whether each has its unit behind it.
  public func summing(
    _ parts: [Double], hasUnits: Bool = true
  ) -> (parts: [String], sum: String) {
    let values = parts.map(scaled)
    let sum = values.reduce(0, +)
    guard values.allSatisfy(\.isFinite) else { return (parts.map { _ in "n/a" }, "n/a") }
    let usual = isMillions ? 0 : 1
    func whole(_ places: Int) -> (parts: [Int], sum: Int) {
      let total = Int(Self.steps(of: sum, places))
      guard values.allSatisfy({ $0 >= 0 }) else {
        let rounded = values.map { Int(Self.steps(of: $0, places)) }
        return (rounded, rounded.reduce(0, +))
      }
      return (Numbers.largestRemainder(values, total: total), total)
    }
    let places =
      (usual...4).first { places in
        zip(values, whole(places).parts).allSatisfy { abs($0) < 1e-9 || $1 != 0 }
      } ?? 4
    let found = whole(places)
    func text(_ steps: Int) -> String {
      let value = Double(steps) / Self.power(places)
      let text = Numbers.decimal(value, places: steps == 0 ? 0 : places)
      return hasUnits ? withUnit(text) : text
    }
    return (found.parts.map(text), text(found.sum))
  }

  /// A sum, what is taken from it, and what is left, with the digits at which what is taken is seen;
  /// the printed numbers subtract, and what is left is rounded by itself.
  ///
  /// - Parameters:
  ///   - sum: in £bn.
  ///   - rest: what is left of it, in £bn.
  public func taking(_ sum: Double, to rest: Double) -> (sum: String, less: String, rest: String) {
    let values = [scaled(sum), scaled(rest)]
    guard values.allSatisfy(\.isFinite) else { return ("n/a", "n/a", "n/a") }
    func steps(_ places: Int) -> [Double] {
      let whole = values.map { Self.steps(of: $0, places) }
      return [whole[0], whole[0] - whole[1], whole[1]]
    }
    let isNothing = abs(values[0] - values[1]) < 1e-9
    let places = ((isMillions ? 0 : 1)...4).first { isNothing || steps($0)[1] != 0 } ?? 4
    let texts = steps(places).map { steps in
      withUnit(Numbers.decimal(steps / Self.power(places), places: steps == 0 ? 0 : places))
    }
    return (texts[0], texts[1], texts[2])
  }

  private func scaled(_ billions: Double) -> Double { isMillions ? billions * 1000 : billions }

  private func withUnit(_ digits: String) -> String {
    guard let start = digits.firstIndex(where: \.isNumber) else { return digits }
    if digits == "0" { return "\(Money.sign)0" }
    return digits[..<start] + Money.sign + digits[start...] + (isMillions ? "m" : "bn")
  }

  /// How many steps of so many decimals a number is: of ten where there are fewer than none.
  private static func steps(of value: Double, _ places: Int) -> Double {
    (places < 0 ? value / 10 : value * power(places)).rounded()
  }

  private static func power(_ places: Int) -> Double {
    (0..<max(places, 0)).reduce(1) { result, _ in result * 10 }
  }
}
