extension Numbers {
  /// A published figure in its own unit, as a narrow cell prints it: `£45bn a year`, `28%`,
  /// `319 systems`, `10% to 50%`. Empty where nothing is published.
  public static func quantity(
    value: Double?, low: Double? = nil, high: Double? = nil, unit: String
  ) -> String {
    switch (value, low, high) {
    case (let value?, _, _): return one(value, unit)
    case (nil, let low?, let high?): return range(low, high, unit)
    case (nil, let low?, nil): return "at least " + one(low, unit)
    case (nil, nil, let high?): return "up to " + one(high, unit)
    case (nil, nil, nil): return ""
    }
  }

  /// The figure alone, without the words after its unit: `£45bn`, `28%`, `319`, `10% to 50%`.
  public static func bare(
    value: Double?, low: Double? = nil, high: Double? = nil, unit: String
  ) -> String {
    quantity(value: value, low: low, high: high, unit: symbol(of: unit))
  }

  /// What is left of a unit after the part that is printed with the number: `a year` for
  /// `£bn a year`, `systems` for `systems`.
  public static func words(of unit: String) -> String {
    let symbol = symbol(of: unit)
    return String(unit.dropFirst(symbol.count)).trimmingSpaces
  }

  private static func symbol(of unit: String) -> String {
    symbols.first { unit == $0 || unit.hasPrefix($0 + " ") } ?? ""
  }

  private static let symbols = ["£bn", "£m", "£ thousand", "£", "%"]

  private static func one(_ value: Double, _ unit: String) -> String {
    let words = words(of: unit)
    let number = number(value, symbol(of: unit))
    return words.isEmpty ? number : number + " " + words
  }

  private static func range(_ low: Double, _ high: Double, _ unit: String) -> String {
    let (words, symbol) = (words(of: unit), symbol(of: unit))
    let text = number(low, symbol) + " to " + number(high, symbol)
    return words.isEmpty ? text : text + " " + words
  }

  private static func number(_ value: Double, _ symbol: String) -> String {
    let sign = value < 0 ? "-" : ""
    return switch symbol {
    // A published figure keeps the digits it was published with.
    case "£bn": sign + "£" + count(abs(value)) + "bn"
    case "£m": sign + "£" + count(abs(value)) + "m"
    case "£ thousand": sign + "£" + count(abs(value)) + "k"
    case "£": sign + "£" + pounds(abs(value))
    case "%": count(value) + "%"
    default: count(value)
    }
  }

  private static func pounds(_ value: Double) -> String {
    let whole = abs(value - value.rounded()) < 1e-9
    return decimal(value, places: whole || value >= 1000 ? 0 : 2)
  }
}

extension String {
  fileprivate var trimmingSpaces: String { String(drop(while: { $0 == " " })) }
}
