/// What the cells Year and Month of a row say together.
enum CellMonth: Equatable {
  case blank
  case month(Month)
  /// A month without its year; 1 is January.
  case number(Int)
  /// A year without its month.
  case year(Int)
  /// A quarter, several months, a financial year.
  case longer(MonthWords)
  /// The two say different months; each as it may be meant.
  case conflict([Month])
  case unreadable

  init(year: String, month: String) {
    let (year, month) = (year.trimmed, month.trimmed)
    guard !year.isEmpty || !month.isEmpty else {
      self = .blank
      return
    }
    let ofYear = MonthWords(year.hasSuffix(".0") ? String(year.dropLast(2)) : year)
    guard !month.isEmpty else {
      self = Self.alone(ofYear)
      return
    }
    let ofMonth = MonthWords(month)
    if let whole = Self.month(ofMonth) {
      self = Self.checked(whole, ofYear)
      return
    }
    let digits = month.hasSuffix(".0") ? String(month.dropLast(2)) : month
    let number =
      Int(digits).flatMap { digits.utf8.count <= 2 && (1...12).contains($0) ? $0 : nil }
      ?? (ofMonth.numbers.count == 1 && ofMonth.months.isEmpty && ofMonth.span == nil
        ? ofMonth.numbers.first : nil)
    guard let number else {
      var longer = ofMonth
      longer.years.formUnion(ofYear.years)
      longer.financialYears.formUnion(ofYear.financialYears)
      self = ofMonth.isSilent ? .unreadable : .longer(longer)
      return
    }
    self = Self.placed(number, ofYear, isBlank: year.isEmpty)
  }

  /// The month that one cell says, as a month or a day of it.
  private static func month(_ words: MonthWords) -> Month? {
    if let month = words.month { return month }
    let isDate = words.dates.count == 1 && words.months.isEmpty && words.numbers.isEmpty
    return isDate && words.financialYears.isEmpty && words.span == nil
      ? words.dates.first?.month : nil
  }

  private static func alone(_ words: MonthWords) -> CellMonth {
    if let month = month(words) { return .month(month) }
    if let year = words.years.first, words.isSilent { return .year(year) }
    return words.isSilent ? .unreadable : .longer(words)
  }

  /// A whole month beside a year.
  private static func checked(_ month: Month, _ year: MonthWords) -> CellMonth {
    let others =
      year.financialYears.compactMap { MonthWords.month(month.number, in: $0) }
      + year.years.compactMap { Month(year: $0, number: month.number) }
      + [Self.month(year)].compactMap(\.self)
    return others.isEmpty || others.contains(month) ? .month(month) : .conflict([month] + others)
  }

  /// A month's number beside a year.
  private static func placed(_ number: Int, _ year: MonthWords, isBlank: Bool) -> CellMonth {
    if let whole = month(year) {
      let other = Month(year: whole.year, number: number)
      return whole.number == number
        ? .month(whole) : .conflict([whole] + [other].compactMap(\.self))
    }
    // A financial year such as 2026/27 holds January to March of its second.
    if year.financialYears.count == 1, let first = year.financialYears.first,
      let month = MonthWords.month(number, in: first)
    {
      return .month(month)
    }
    if year.isSilent, year.years.count == 1, let first = year.years.first,
      let month = Month(year: first, number: number)
    {
      return .month(month)
    }
    return isBlank ? .number(number) : .unreadable
  }
}

extension Month {
  /// The month of two cells: `2026` and `July`, `Jul` or `7`; either may hold both. Nil where they
  /// say none, a longer time, or two.
  init?(year: String, month: String) {
    guard case .month(let month) = CellMonth(year: year, month: month) else { return nil }
    self = month
  }
}
