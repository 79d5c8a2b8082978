import Figures

/// A calendar month, as `2026-07`.
public struct Month: Comparable, Hashable, Sendable, CustomStringConvertible {
  /// Of the calendar, 2000 to 2099.
  public let year: Int
  /// 1 is January.
  public let number: Int

  /// Nil outside the years 2000 to 2099, where no return can be, and the months 1 to 12.
  public init?(year: Int, number: Int) {
    guard (2000...2099).contains(year), (1...12).contains(number) else { return nil }
    (self.year, self.number) = (year, number)
  }

  /// Reads `2026-07` and nothing else.
  public init?(text: String) {
    guard CalendarText.isMonth(Array(text.utf8).span), let year = Int(text.prefix(4)),
      let number = Int(text.suffix(2))
    else { return nil }
    self.init(year: year, number: number)
  }

  /// `2026-07`.
  public var description: String { "\(year)-\(Self.twoDigits(number))" }

  /// `July 2026`.
  public var words: String { "\(Self.names[number - 1]) \(year)" }

  /// The year from April to March that holds the month, as `2026-27`.
  public var financialYear: String {
    FinancialYear(holding: year * 12 + number - 1).description
  }

  /// The earliest there can be.
  static let first = Month(year: 2000, number: 1, checked: ())

  private init(year: Int, number: Int, checked: Void) { (self.year, self.number) = (year, number) }

  /// Whether the left one is earlier.
  public static func < (left: Month, right: Month) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }

  /// So many months later, or earlier.
  func advanced(by months: Int) -> Month? {
    let place = year * 12 + number - 1 + months
    return Month(year: place / 12, number: place % 12 + 1)
  }

  /// The month of this name, whole or its first three letters or, for September, four; in small
  /// letters.
  static func number(named word: String) -> Int? {
    let index = names.firstIndex { name in
      let name = name.lowercased()
      return word == name || word == name.prefix(3) || (word == "sept" && name == "september")
    }
    return index.map { $0 + 1 }
  }

  static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
