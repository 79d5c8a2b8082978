import Figures

extension Chart {
  /// What stands along one side of a chart.
  public struct Axis: Equatable, Sendable {
    public enum Kind: String, Equatable, Sendable {
      /// Financial years by the year that they begin in: 2025-26 is 2025.
      case years
      /// Months and dates as years with a fraction: 2025-07 is 2025.5.
      case months, dates
      /// Steps counted from a beginning.
      case steps
      /// Categories, each at its place from 0.
      case categories
      /// Numbers of any unit.
      case number
      /// Sums of money.
      case money
    }

    public var kind: Kind
    /// What its numbers are in, in words: `£bn a year`; empty where they say it themselves.
    public var unit: String
    /// What stands right behind each number: `%`.
    public var suffix: String
    /// The ends of the axis, where charts side by side have one in common; nil leaves them to the
    /// layout.
    public var range: ClosedRange<Double>?
    /// Whether nought is on an axis of numbers in any case.
    public var includesZero: Bool
    /// The names of categories or steps, by place. Blanks before a name set it in.
    public var names: [String]
    /// What stands at the end of each category's row; empty for nothing anywhere.
    public var notes: [String]

    public init(
      _ kind: Kind, unit: String = "", suffix: String = "", range: ClosedRange<Double>? = nil,
      includesZero: Bool = true, names: [String] = [],
      notes: [String] = []
    ) {
      self.kind = kind
      self.unit = unit
      self.suffix = suffix
      self.range = range
      self.includesZero = includesZero
      self.names = names
      self.notes = notes
    }

    /// A number of the axis as it is printed beside a mark: to three digits.
    public func text(_ value: Double) -> String { Numbers.significant(value) + suffix }

    /// A number of the axis as its ticks have it.
    public func tick(_ value: Double) -> String {
      let isTiny = value != 0 && abs(value) < 0.001
      return (isTiny ? Numbers.significant(value) : Numbers.typed(value)) + suffix
    }

    /// Whether places on it are moments.
    public var isTime: Bool { kind == .years || kind == .months || kind == .dates }

    /// The place of a period: `2025-26`, `2025-07` or `2025-07-24`. Nil for anything else.
    public static func time(_ period: String, _ kind: Kind) -> Double? {
      let parts = period.split(separator: "-").compactMap { Double($0) }
      guard let year = parts.first, year > 0 else { return nil }
      if kind == .years || parts.count < 2 { return year }
      let day = parts.count > 2 ? (parts[2] - 1) / 31 : 0
      return year + (parts[1] - 1 + day) / 12
    }

    /// The period at a place, as data have it: `2025-26`, `2025-07`, a category's name.
    public func name(at place: Double) -> String {
      switch kind {
      case .years:
        let end = (Int(place) + 1) % 100
        return "\(Int(place))-" + (end < 10 ? "0" : "") + "\(end)"
      case .months, .dates:
        let month = Int((place * 12).rounded())
        let number = month % 12 + 1
        return "\(month / 12)-" + (number < 10 ? "0" : "") + "\(number)"
      case .steps, .categories:
        let index = Int(place.rounded())
        return names.indices.contains(index) ? names[index] : "\(index)"
      case .number, .money: return "\(place)"
      }
    }
  }
}
