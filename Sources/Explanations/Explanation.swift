public import Figures

public import struct Analytics.Summary

/// Where a number was printed, or what it was made from.
public struct Citation: Hashable, Sendable {
  public var publisher, title: String
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty when undated, like the rest where there is none.
  public var date, address, locator, licence: String

  public init(
    publisher: String = "", title: String, date: String = "", address: String = "",
    locator: String = "", licence: String = ""
  ) {
    self.publisher = publisher
    self.title = title
    self.date = date
    self.address = address
    self.locator = locator
    self.licence = licence
  }
}

/// A row that says something else about the same thing.
public struct Contradiction: Hashable, Sendable {
  /// Id of the fact.
  public var id: String
  /// What it says, in one line.
  public var text: String
}

/// Where one number comes from: what it is, its source or its formula, and what went into it.
///
/// A computed number is of the central case, every assumption at its P50, unless `isOfDraws`.
public struct Explanation: Equatable, Sendable {
  /// What sort of thing a number is. All but `computed` end a derivation, though a fact, an
  /// assumption or a constant may name the facts that it rests on.
  public enum Kind: String, Sendable {
    case fact, observation, assumption, lever, constant, weight, rate, drawn, computed
  }

  public var id, label: String
  public var kind: Kind
  /// In `unit`, at full precision; nil where no number is published or a result is undefined.
  public var value: Double?
  public var unit: String
  /// The number as it is printed: rounded, with its unit; a statement where there is none.
  public var text: String
  public var mark: Mark
  public var confidence: Confidence
  /// The date that the number is of; for what is computed or assumed, that of the data. Empty
  /// where there is none.
  public var asOf: String
  /// Whether that is more than 18 months before the data's date.
  public var isOld: Bool
  public var sources: [Citation]
  /// How it is computed, in words; for what is not computed, what it rests on. May be empty.
  public var words: String
  /// The same with numbers in the place of words; empty for what is not computed.
  public var numbers: String
  /// Ids of what went into it, in the order in which the formula uses them.
  public var inputs: [String]
  public var contradictions: [Contradiction]
  /// What has to be said so that nobody takes it for more than it is.
  public var cautions: [Caution] = []
  public var note: String
  /// What the draws say of it; nil where there are none.
  public var range: Summary?
  var arithmetic: Formula?
  /// Whether it is computed from what draws say, and not of the central case.
  public var isOfDraws = false

  /// Words and numbers as one line: `benefit - cost = 144 - 112.8 = 31.24`.
  public var formula: String {
    guard !numbers.isEmpty else { return words }
    let parts = numbers == result ? [words, result] : [words, numbers, result]
    return parts.joined(separator: " = ")
  }

  /// The value as formulas print it, to six digits.
  public var result: String { value.map(significant) ?? "undefined" }

  /// Another number in the figure's unit as it is printed.
  public func printed(_ value: Double) -> String { Self.text(of: value, unit: unit) }

  /// A number that is not published, in its unit, by the rounding rules of the screens; `none`
  /// where there is none.
  public static func text(of value: Double?, unit: String) -> String {
    guard let value else { return "none" }
    func rest(after symbol: String) -> String { String(unit.dropFirst(symbol.count)) }
    if unit == "calendar year" || unit == "integer" { return significant(value) }
    if unit.hasPrefix(Money.billions) {
      return Numbers.billions(value) + rest(after: Money.billions)
    }
    if unit == "share" || unit.hasPrefix("share ") {
      return Numbers.share(value) + rest(after: "share")
    }
    return Numbers.quantity(value: value, unit: unit)
  }

  /// Whether the value is arithmetic on the inputs.
  public var isComputed: Bool { arithmetic != nil }

  /// The formula's value for inputs in the order of `inputs`; nil where it is undefined, or where
  /// nothing is computed.
  public func recomputed(from values: [Double?]) -> Double? {
    values.count == inputs.count ? arithmetic?.value(values) : nil
  }
}
