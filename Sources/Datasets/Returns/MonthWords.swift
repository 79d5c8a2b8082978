/// What a text says of the time that it is about: a file's name, a title, a cell.
struct MonthWords: Equatable {
  /// Months with their years: `July 2026`, `Jul-26`, `2026-07`, `202607`, `072026`.
  var months: Set<Month> = []
  /// Months without a year, 1 is January.
  var numbers: Set<Int> = []
  /// Full dates: `31/07/2026`, `20260731`, `31 July 2026`.
  var dates: Set<Day> = []
  /// First calendar years of financial years: `2026-27`, `FY 2026/27`.
  var financialYears: Set<Int> = []
  /// Years that stand alone.
  var years: Set<Int> = []
  /// Words that say that it is of more than a month: a quarter, a year to date, or two months with
  /// nothing but "to", "and" or a dash between them.
  var span: String?
  /// Whether the values are summed up since an earlier month, so that no row is of one.
  var isCumulative = false

  /// A day of a month.
  struct Day: Hashable {
    let month: Month
    let day: Int

    /// Whether it is the last of its month, as the day that a return is of.
    var isLast: Bool {
      let leap = month.year % 4 == 0 && (month.year % 100 != 0 || month.year % 400 == 0)
      return day == [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month.number - 1]
    }
  }

  init(_ text: String) {
    var reader = MonthReader(text)
    reader.read()
    self = reader.found
    // "July" beside one year, or beside a financial year, is the July of it.
    if months.isEmpty, numbers.count == 1, let number = numbers.first, span == nil {
      let ofYears = financialYears.compactMap { Self.month(number, in: $0) }
      let others = years.union(dates.map(\.month.year)).compactMap {
        Month(year: $0, number: number)
      }
      let all = Set(ofYears.isEmpty ? others : ofYears)
      if all.count == 1 { (months, numbers) = (all, []) }
    }
    numbers.subtract(months.map(\.number))
  }

  private init() {}

  static let nothing = MonthWords()

  /// A month by its number in a financial year.
  static func month(_ number: Int, in financialYear: Int) -> Month? {
    Month(year: number >= 4 ? financialYear : financialYear + 1, number: number)
  }

  /// The one month that it says; nil where it says none, more, or one outside its financial year.
  var month: Month? {
    guard span == nil, months.count == 1, numbers.isEmpty, let month = months.first,
      financialYears.isEmpty || financialYears.contains(where: { Self.holds($0, month) })
    else { return nil }
    return month
  }

  /// Whether it says more than a year or nothing.
  var isSilent: Bool {
    months.isEmpty && numbers.isEmpty && dates.isEmpty && financialYears.isEmpty && span == nil
  }

  static func holds(_ financialYear: Int, _ month: Month) -> Bool {
    Self.month(month.number, in: financialYear) == month
  }

  /// For a message: `July 2026`, `the financial year 2011-12`, `a quarter`.
  var description: String {
    if let span { return span }
    var parts = months.sorted().map(\.words) + numbers.sorted().map { Month.names[$0 - 1] }
    parts += financialYears.sorted().map { "the financial year \($0)-\(twoDigits(($0 + 1) % 100))" }
    if parts.isEmpty { parts = dates.map { "\($0.month)-\(twoDigits($0.day))" }.sorted() }
    return parts.isEmpty ? "nothing" : parts.joined(separator: " and ")
  }

  private func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

extension Month {
  /// The month that a text names, as file names, titles and cells do: `July 2026`, `Jul-26`,
  /// `2026-07`, `202607`, `31/07/2026`. Nil where there is none, or more than one, or a longer
  /// time.
  init?(in text: String) {
    let words = MonthWords(text)
    if let month = words.month {
      self = month
      return
    }
    guard words.months.isEmpty, words.numbers.isEmpty, words.span == nil,
      words.financialYears.isEmpty, words.dates.count == 1, let date = words.dates.first
    else { return nil }
    self = date.month
  }
}
