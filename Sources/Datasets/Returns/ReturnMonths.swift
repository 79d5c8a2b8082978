/// The months of a file's rows, by all that it says of them: cells, titles, its name. Where these
/// disagree, or say a longer time, nothing is chosen: the user says which month is meant.
struct ReturnMonths {
  /// A row's number as a spreadsheet counts it, and what its cells Year and Month say.
  struct Row {
    let record: Int
    let year, month: String
    let cells: CellMonth

    /// - Parameter last: the row before, which nearly always says the same.
    init(record: Int, year: String, month: String, after last: Row? = nil) {
      (self.record, self.year, self.month) = (record, year, month)
      if let last, last.year == year, last.month == month {
        cells = last.cells
      } else {
        cells = CellMonth(year: year, month: month)
      }
    }

    func defect(_ file: String, problem: String, expected: String) -> Defect {
      Defect(
        file: file, row: record, column: month.isEmpty ? "Year" : "Month",
        value: [year, month].filter { !$0.isEmpty }.joined(separator: " "), problem: problem,
        expected: expected)
    }
  }

  private let file: String
  /// What is said outside the cells: by whom, and what.
  private let evidence: [(by: String, words: MonthWords)]
  /// What the user says.
  private let said: Month?

  init(file: String, titles: [String], said: Month?) {
    self.file = file
    self.said = said
    evidence =
      ([(by: "name", words: MonthWords(FileName.readable(file)))]
      + titles.map { (by: "title", words: MonthWords($0)) }).filter { !$0.words.isSilent }
  }

  /// A month for each row.
  func months(of rows: [Row]) throws(Defect) -> [Month] {
    let whole = Set(rows.compactMap { if case .month(let month) = $0.cells { month } else { nil } })
    if !whole.isEmpty, evidence.contains(where: { !Self.agree($0.words, whole) }) {
      guard let said, whole.count == 1, whole.contains(said) || isSaid(said) else {
        throw disagreement(
          cells: whole.sorted().map { said(of: $0, in: rows, whole.count) },
          months: whole.count == 1 ? whole : [])
      }
      return rows.map { _ in said }
    }
    var months: [Month] = []
    for row in rows { months.append(try month(of: row)) }
    return months
  }

  /// Where the month of a file comes from, in a sentence; nil where the cells say it.
  func note(of rows: [Row], _ months: [Month]) -> ReturnNote? {
    guard Set(months).count == 1, let month = months.first else { return nil }
    if rows.allSatisfy({ $0.cells == .month(month) }) {
      let others = evidence.filter { $0.words.month == month }.map(\.by)
      let all = ["cells"] + Set(others).sorted().map { "the file's \($0)" }
      return all.count == 1
        ? nil
        : ReturnNote(
          words: "\(all.joined(separator: " and ")) say \(month.words)", isDecision: false)
    }
    if let source = evidence.first(where: { $0.words.month == month }) {
      return ReturnNote(
        words: "the month, \(month.words), is that of the file's \(source.by)", isDecision: false)
    }
    if said == month { return ReturnNote(words: "the month, \(month.words), is that of --month") }
    return ReturnNote(
      words: "the month, \(month.words), is what cells, titles and name say together",
      isDecision: false)
  }

  /// A month of the cells, and where there are several the first row that says it.
  private func said(of month: Month, in rows: [Row], _ count: Int) -> String {
    guard count > 1, let row = rows.first(where: { $0.cells == .month(month) }) else {
      return month.words
    }
    return "\(month.words) (row \(row.record))"
  }

  private func month(of row: Row) throws(Defect) -> Month {
    switch row.cells {
    case .month(let month): return month
    case .blank, .number, .year:
      guard let month = try ofFile(row.cells) else {
        throw Defect(
          file: file, row: row.record, problem: "no month in the row, a title or the file's name",
          expected: "one of them, or --month YYYY-MM")
      }
      return month
    case .longer(let words):
      if let said, words.mayHold(said) { return said }
      throw row.defect(
        file, problem: "cells say \(words.description), which is no single month\(others)",
        expected: "a month; where the values are of one, say which: --month YYYY-MM")
    case .conflict(let months):
      if let said, months.contains(said) { return said }
      throw row.defect(
        file,
        problem:
          "Year and Month say \(months.map(\.words).joined(separator: " and "))\(others)",
        expected: "the same month in both; correct them, or choose one by --month YYYY-MM")
    case .unreadable:
      throw row.defect(
        file, problem: "no month", expected: "a year and a month, such as 2026 July")
    }
  }

  /// The month of rows whose cells do not say it whole.
  private func ofFile(_ cells: CellMonth) throws(Defect) -> Month? {
    let whole = Set(evidence.compactMap(\.words.month))
    let month = whole.first ?? assembled(cells) ?? ofDates
    if let month, whole.count < 2, evidence.allSatisfy({ Self.agree($0.words, [month]) }),
      cells.mayBe(month)
    {
      return month
    }
    guard !evidence.isEmpty || cells != .blank else { return said }
    if let said, isSaid(said), cells.mayBe(said) { return said }
    if month == nil, evidence.isEmpty { return said.flatMap { cells.mayBe($0) ? $0 : nil } }
    throw disagreement(cells: cells.words)
  }

  /// A month's number and a year, each from another place.
  private func assembled(_ cells: CellMonth) -> Month? {
    var numbers = Set(evidence.flatMap(\.words.numbers))
    let years = Set(evidence.flatMap(\.words.financialYears))
    guard evidence.allSatisfy({ $0.words.months.isEmpty && $0.words.span == nil }) else {
      return nil
    }
    if case .number(let number) = cells { numbers.insert(number) }
    guard numbers.count == 1, let number = numbers.first else { return nil }
    if case .year(let year) = cells { return Month(year: year, number: number) }
    guard years.count == 1, let year = years.first else { return nil }
    return MonthWords.month(number, in: year)
  }

  /// The last day of a month is the day that a return is of. Any other is the day on which
  /// something was published.
  private var ofDates: Month? {
    let dates = Set(evidence.flatMap(\.words.dates))
    let months = Set(dates.map(\.month))
    return months.count == 1 && dates.allSatisfy(\.isLast)
      && evidence.allSatisfy({ $0.words.financialYears.isEmpty && $0.words.span == nil })
      ? months.first : nil
  }

  /// Whether what a title or a name says fits the months of the rows.
  private static func agree(_ words: MonthWords, _ months: Set<Month>) -> Bool {
    guard let first = months.min(), let last = months.max() else { return true }
    if words.span != nil {
      return months.count > 1 && !words.isCumulative && months.allSatisfy(words.mayHold)
    }
    if !words.months.isEmpty || !words.numbers.isEmpty {
      return first == last && words.month == first
        || months.count == 1 && words.numbers == [first.number] && words.months.isEmpty
        || words.months.count > 1 && isPublished(words, of: first, last)
    }
    if !words.financialYears.isEmpty {
      return months.allSatisfy { month in
        words.financialYears.contains { MonthWords.holds($0, month) }
      }
    }
    return words.dates.allSatisfy { isLater($0.month, than: last) }
  }

  /// Whether several months that a text names are those of the rows, or one and when it came out.
  private static func isPublished(_ words: MonthWords, of first: Month, _ last: Month) -> Bool {
    guard let earliest = words.months.min(), words.numbers.isEmpty else { return false }
    return first == last
      ? earliest == first && words.months.allSatisfy { isLater($0, than: last) }
      : words.mayHold(first) && words.mayHold(last)
  }

  /// Whether a month is the other or one of the three behind it.
  private static func isLater(_ month: Month, than other: Month) -> Bool {
    guard let end = other.advanced(by: 3) else { return false }
    return month >= other && month <= end
  }

  /// Whether a title or the name says a month, or holds it.
  private func isSaid(_ month: Month) -> Bool {
    evidence.contains { $0.words.months.contains(month) || $0.words.mayHold(month) }
  }

  /// - Parameter months: those of the cells, which are among the answers.
  private func disagreement(cells: [String], months: Set<Month> = []) -> Defect {
    var parts = evidence.map { "\($0.by) says \($0.words.description)" }
    if !cells.isEmpty { parts.append("cells say \(cells.joined(separator: ", "))") }
    var defect = Defect(
      file: file,
      problem: (parts.count > 1 ? "no month that all agree on: " : "no single month: ")
        + parts.joined(separator: ", ") + ofUser,
      expected: "one month: correct the file or its name, or choose by --month YYYY-MM")
    let all = evidence.reduce(months) { $0.union($1.words.months) }
    defect.answers = all.sorted().map { .month(file: file, $0) }
    return defect
  }

  private var others: String {
    evidence.map { ", \($0.by) says \($0.words.description)" }.joined() + ofUser
  }

  private var ofUser: String { said.map { ", --month says \($0.words)" } ?? "" }
}

extension CellMonth {
  /// Whether a month is what the cells say a part of.
  fileprivate func mayBe(_ month: Month) -> Bool {
    switch self {
    case .number(let number): month.number == number
    case .year(let year): month.year == year
    default: true
    }
  }

  fileprivate var words: [String] {
    switch self {
    case .number(let number): [Month.names[number - 1]]
    case .year(let year): ["\(year)"]
    default: []
    }
  }
}

extension MonthWords {
  /// Whether a month is, or may be, inside the time that the text says.
  func mayHold(_ month: Month) -> Bool {
    if !financialYears.isEmpty {
      return financialYears.contains { Self.holds($0, month) }
    }
    let ends = months.union(
      numbers.flatMap { number in
        months.compactMap {
          Month(year: number <= $0.number ? $0.year : $0.year - 1, number: number)
        }
      })
    if let first = ends.min(), let last = ends.max() { return (first...last).contains(month) }
    if let first = numbers.min(), let last = numbers.max() {
      let isYear = years.isEmpty || years.contains(month.year)
      return isYear
        && (span == nil ? numbers.contains(month.number) : (first...last).contains(month.number))
    }
    // Something is published within a year.
    if let date = dates.map(\.month).min() {
      return month <= date && date <= month.advanced(by: 12) ?? date
    }
    // The year of a quarter may be one of the calendar, or the first of a financial year.
    return years.isEmpty || years.contains(month.year) || years.contains(month.year - 1)
  }
}
