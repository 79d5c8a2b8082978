/// Dates as the tables write them, checked on their bytes.
enum CalendarText {
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, a day that exists.
  static func isDate(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, let year = number(first, digits: 4) else { return false }
    if parts.count == 1 { return true }
    guard let month = number(parts[1], digits: 2), (1...12).contains(month) else { return false }
    if parts.count == 2 { return true }
    guard parts.count == 3, let day = number(parts[2], digits: 2) else { return false }
    return (1...days(in: month, of: year)).contains(day)
  }

  /// `YYYY-MM`.
  static func isMonth(_ text: ArraySlice<UInt8>) -> Bool { text.count == 7 && isDate(text) }

  /// `YYYY-YY`, the second year the one after the first.
  static func isFinancialYear(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count == 7, text[text.startIndex + 4] == UInt8(ascii: "-"),
      let first = number(text.prefix(4), digits: 4), let second = number(text.suffix(2), digits: 2)
    else { return false }
    return second == (first + 1) % 100
  }

  private static func number(_ text: ArraySlice<UInt8>, digits: Int) -> Int? {
    guard text.count == digits, let value = Numeral.digits(text) else { return nil }
    return Int(value)
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
  public static func isValid(_ text: String) -> Bool { CalendarText.isDate(Array(text.utf8)[...]) }
}
