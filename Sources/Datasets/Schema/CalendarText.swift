/// Dates as the tables write them, checked on their bytes.
enum CalendarText {
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, a day that exists.
  static func isDate(_ text: Span<UInt8>) -> Bool {
    guard let year = number(text, 0..<4) else { return false }
    if text.count == 4 { return true }
    guard text[4] == dash, let month = number(text, 5..<7), (1...12).contains(month) else {
      return false
    }
    if text.count == 7 { return true }
    guard text.count == 10, text[7] == dash, let day = number(text, 8..<10) else { return false }
    return (1...days(in: month, of: year)).contains(day)
  }

  /// `YYYY-MM`.
  static func isMonth(_ text: Span<UInt8>) -> Bool { text.count == 7 && isDate(text) }

  /// `YYYY-YY`, the second year the one after the first.
  static func isFinancialYear(_ text: Span<UInt8>) -> Bool {
    guard text.count == 7, text[4] == dash, let first = number(text, 0..<4),
      let second = number(text, 5..<7)
    else { return false }
    return second == (first + 1) % 100
  }

  /// Months since the year 0 of a `YYYY-MM` that `isMonth` holds of.
  static func months(_ text: Span<UInt8>) -> Int {
    (number(text, 0..<4) ?? 0) * 12 + (number(text, 5..<7) ?? 1) - 1
  }

  private static let dash = UInt8(ascii: "-")

  private static func number(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard text.count >= range.upperBound else { return nil }
    return Numeral.digits(text.extracting(range)).map { Int($0) }
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Dates as people type them.
public enum CalendarDate {
  /// Whether a text is `2026`, `2026-09` or `2026-09-30`, a day that exists.
  public static func isValid(_ text: String) -> Bool { CalendarText.isDate(Array(text.utf8).span) }
}
