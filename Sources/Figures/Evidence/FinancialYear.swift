/// A year of government's accounts, from April to March. The one place that labels them.
///
/// Months are counted from the year 0: 12 times the year, and 0 for January.
public struct FinancialYear: Comparable, Hashable, Sendable, CustomStringConvertible {
  /// The calendar year in which it begins: 2025 for 2025-26.
  public let first: Int

  /// The year that begins in April of a calendar year.
  public init(first: Int) { self.first = first }

  /// The year that holds a month.
  public init(holding month: Int) { first = (month - 3 - (month < 3 ? 11 : 0)) / 12 }

  /// Reads `2025-26` and nothing else.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 7, let first = Int(text.prefix(4)), first >= 0,
      text == Self(first: first).description
    else { return nil }
    self.first = first
  }

  /// `2025-26`.
  public var description: String {
    let (start, end) = (String(first), (first + 1) % 100)
    return String(repeating: "0", count: max(4 - start.count, 0)) + start
      + (end < 10 ? "-0\(end)" : "-\(end)")
  }

  /// The year before.
  public var previous: FinancialYear { FinancialYear(first: first - 1) }

  /// April to March.
  public var months: ClosedRange<Int> { 12 * first + 3...12 * first + 14 }

  /// Its last month, `2026-03`.
  public var lastMonth: String { MonthlyReturns.text(month: months.upperBound) }

  public static func < (left: FinancialYear, right: FinancialYear) -> Bool {
    left.first < right.first
  }
}
