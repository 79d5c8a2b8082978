extension Numbers {
  /// A published figure in its own unit: `at least £45bn a year`, `28%`, `319 systems`, `10% to
  /// 50%`. A limit that equals the value says that the value is that limit ("over 45", "up to
  /// 500"). Empty where nothing is published.
  public static func quantity(
    value: Double?, low: Double? = nil, high: Double? = nil, unit: String
  ) -> String {
    switch (value, low, high) {
    case (let value?, let low?, nil) where low == value: return "at least " + one(value, unit)
    case (let value?, nil, let high?) where high == value: return "up to " + one(value, unit)
    case (let value?, _, _): return one(value, unit)
    case (nil, let low?, let high?): return range(low, high, unit)
    case (nil, let low?, nil): return "at least " + one(low, unit)
    case (nil, nil, let high?): return "up to " + one(high, unit)
    case (nil, nil, nil): return ""
    }
  }

  /// The figure as a narrow cell prints it, without the words of its unit that are not part of
  /// the number: `£45bn+`, `28%`, `319`, `2 million`, `10% to 50%`.
  public static func bare(
    value: Double?, low: Double? = nil, high: Double? = nil, unit: String
  ) -> String {
    let symbol = symbol(of: unit)
    let part = symbol.isEmpty ? multiplier(of: unit) : symbol
    if let value, value == low, high == nil { return one(value, part) + "+" }
    return quantity(value: value, low: low, high: high, unit: part)
  }

  /// What `bare` leaves out of a unit: `a year` for `£bn a year`, `people` for `million people`.
  public static func words(of unit: String) -> String {
    let symbol = symbol(of: unit)
    return rest(of: unit, after: symbol.isEmpty ? multiplier(of: unit) : symbol)
  }

  private static func rest(of unit: String, after part: String) -> String {
    String(Substring(unit.utf8.dropFirst(part.utf8.count).drop { $0 == UInt8(ascii: " ") }))
  }

  /// The word that scales the number, which may never be left out.
  private static func multiplier(of unit: String) -> String {
    ["thousand", "million", "billion"].first { unit.begins(withWord: $0) } ?? ""
  }

  private static func symbol(of unit: String) -> String {
    symbols.first { unit.begins(withWord: $0) } ?? ""
  }

  private static let symbols = ["£bn", "£m", "£ thousand", "£", "%"]

  private static func one(_ value: Double, _ unit: String) -> String {
    let symbol = symbol(of: unit)
    let words = rest(of: unit, after: symbol)
    let number = number(value, symbol)
    return words.isEmpty ? number : number + " " + words
  }

  private static func range(_ low: Double, _ high: Double, _ unit: String) -> String {
    let symbol = symbol(of: unit)
    let words = rest(of: unit, after: symbol)
    let text = number(low, symbol) + " to " + number(high, symbol)
    return words.isEmpty ? text : text + " " + words
  }

  private static func number(_ value: Double, _ symbol: String) -> String {
    guard value.isFinite else { return "n/a" }
    // A published figure keeps the digits it was published with.
    let digits = symbol == "£" ? pounds(abs(value)) : count(abs(value))
    let text =
      switch symbol {
      case "£bn": "£" + digits + "bn"
      case "£m": "£" + digits + "m"
      case "£ thousand": "£" + digits + "k"
      case "£": "£" + digits
      case "%": digits + "%"
      default: digits
      }
    return sign(value, printed: digits) + text
  }

  private static func pounds(_ value: Double) -> String {
    let whole = abs(value - value.rounded()) < 1e-9
    return decimal(value, places: whole || value >= 1000 ? 0 : 2)
  }
}

extension String {
  /// Whether it is the word, or begins with it and a space. By bytes: a screen asks this a thousand
  /// times.
  fileprivate func begins(withWord word: String) -> Bool {
    guard utf8.starts(with: word.utf8) else { return false }
    let rest = utf8.dropFirst(word.utf8.count)
    return rest.isEmpty || rest.first == UInt8(ascii: " ")
  }
}
