extension Numbers {
  /// A published figure in its own unit: `over £45bn a year`, `28%`, `319 systems`, `10% to 50%`.
  /// Empty where nothing is published.
  ///
  /// The qualifier is the word before the number; without one, a limit that stands alone or
  ///   equals the value is "at least" or "up to".
  public static func quantity(
    value: Double?, low: Double? = nil, high: Double? = nil, qualifier: Qualifier? = nil,
    unit: String
  ) -> String {
    let text = unqualified(value, low, high, unit)
    let word = qualifier ?? Qualifier(value: value, low: low, high: high)
    return word.map { text.isEmpty ? "" : $0.rawValue + " " + text } ?? text
  }

  /// The figure as a narrow cell prints it, without the words of its unit that are not part of
  /// the number: `£45bn+` for a floor, `about 80`, `28%`, `2 million`, `10% to 50%`.
  public static func bare(
    value: Double?, low: Double? = nil, high: Double? = nil, qualifier: Qualifier? = nil,
    unit: String
  ) -> String {
    let symbol = symbol(of: unit)
    let part = symbol.isEmpty ? multiplier(of: unit) : symbol
    let word = qualifier ?? Qualifier(value: value, low: low, high: high)
    guard let word, word.isFloor, value != nil else {
      return quantity(value: value, low: low, high: high, qualifier: word, unit: part)
    }
    return unqualified(value, low, high, part) + "+"
  }

  private static func unqualified(
    _ value: Double?, _ low: Double?, _ high: Double?, _ unit: String
  ) -> String {
    if value == nil, let low, let high { return range(low, high, unit) }
    return (value ?? low ?? high).map { one($0, unit) } ?? ""
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
    if unit.begins(withWord: "%") { return "%" }
    return Money.currency.units.first { unit.begins(withWord: $0) } ?? ""
  }

  private static func one(_ value: Double, _ unit: String) -> String {
    let symbol = symbol(of: unit)
    let words = rest(of: unit, after: symbol)
    let number = number(value, symbol)
    return words.isEmpty ? number : number + " " + (symbol.isEmpty ? counted(number, words) : words)
  }

  /// One of a thing as one: `system` for `systems`, `person` for `people`.
  private static func counted(_ number: String, _ words: String) -> String {
    let end = words.firstIndex(of: " ") ?? words.endIndex
    guard number == "1" else { return words }
    if words[..<end] == "people" { return "person" + words[end...] }
    guard words[..<end].hasSuffix("s") else { return words }
    return String(words[..<end].dropLast() + words[end...])
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
    let money = Money.currency
    let digits = symbol == money.sign ? ones(abs(value)) : count(abs(value))
    let text =
      switch symbol {
      case "", "%": digits + symbol
      case money.thousands: money.sign + digits + "k"
      default: money.sign + digits + symbol.dropFirst(money.sign.count)
      }
    return sign(value, printed: digits) + text
  }

  private static func ones(_ value: Double) -> String {
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
