import Analytics
import Figures

/// Contingent labour and consultancy of departments by financial year.
enum ContractorYears {
  struct Row {
    var code, year: String
    var total: Double
    var before: Double?
    var months: Int
    var mark: Mark

    /// This year over the one before; nil where they cannot be compared.
    var ratio: Double? { before.flatMap { $0 > 0 ? total / $0 : nil } }

    var change: String {
      guard let ratio else { return "-" }
      let share = (ratio - 1) * 100
      return (share > 0 ? "+" : "") + Numbers.decimal(share, places: 0) + "%"
    }

    /// The last month of the year.
    var lastMonth: String { "\((Int(year.prefix(4)) ?? 0) + 1)-03" }

    func figure(_ state: State) -> Figure {
      Figure(
        id: "contractor_spend.\(code).\(year)",
        label: "Contingent labour and consultancy, \(state.evidence.name(of: code)), \(year)",
        text: ReturnMeasure.pounds(total), mark: mark, confidence: .c, asOf: lastMonth,
        source: state.evidence.months.first.flatMap { state.evidence.source($0.sourceID) },
        formula: "Sum of \(months) months of departments' returns, prices of the day.",
        note: ReturnMeasure.caveat)
    }

    /// What changed on the year before; nil where that year cannot be compared.
    func changeFigure(_ state: State) -> Figure? {
      guard let before, before > 0 else { return nil }
      return Figure(
        id: "contractor_spend.\(code).\(year).change",
        label: "Change on the year before of contingent labour and consultancy, "
          + "\(state.evidence.name(of: code)), \(year)",
        text: change, mark: .derived, confidence: .c, asOf: lastMonth,
        source: state.evidence.months.first.flatMap { state.evidence.source($0.sourceID) },
        formula: "\(ReturnMeasure.pounds(total)) / \(ReturnMeasure.pounds(before)) - 1, from sums "
          + "that are not rounded; both years have 11 months or more.",
        note: ReturnMeasure.caveat)
    }
  }

  /// Departments by spend in the newest year that is nearly complete (11 months or more).
  static func all(_ state: State) -> [Row] {
    let sums = Dictionary(
      uniqueKeysWithValues: state.evidence.departmentsWithMonths.map {
        ($0, yearlySums(state.evidence.months(of: $0)))
      })
    let years = Set(sums.values.flatMap(\.keys)).sorted()
    guard
      let latest = years.last(where: { year in
        sums.values.count { ($0[year]?.months ?? 0) >= 11 } * 2 >= sums.count
      })
    else { return [] }
    let before = years.last { $0 < latest }
    return sums.compactMap { code, sums -> Row? in
      guard let now = sums[latest], now.months > 0 else { return nil }
      let previous = before.flatMap { sums[$0] }
      return Row(
        code: code, year: label(of: latest), total: now.total,
        before: previous.flatMap { $0.months >= 11 && now.months >= 11 ? $0.total : nil },
        months: now.months, mark: state.evidence.months(of: code).first?.mark ?? .derived)
    }.sorted { ($0.total, $1.code) > ($1.total, $0.code) }
  }

  /// One department's year; nil where fewer than 11 months of it were returned.
  static func row(_ state: State, _ code: String, year: String) -> Row? {
    let months = state.evidence.months(of: code)
    guard let now = yearlySums(months)[Int(year.prefix(4)) ?? 0], now.months >= 11 else {
      return nil
    }
    return Row(
      code: code, year: year, total: now.total, months: now.months,
      mark: months.first?.mark ?? .derived)
  }

  /// What was spent in each financial year, by the year it begins in, and in how many months of it something was returned.
  private static func yearlySums(
    _ months: [WorkforceReturn]
  ) -> [Int: (total: Double, months: Int)] {
    var sums: [Int: (total: Double, months: Int)] = [:]
    for month in months {
      let year = firstYear(of: month.period)
      var sum = sums[year] ?? (0, 0)
      if let spend = month.spend { sum = (sum.total + spend, sum.months + 1) }
      sums[year] = sum
    }
    return sums
  }

  /// A department's months with what it spent, oldest first; nil where it returned nothing. Only
  /// years of which it returned 11 months or more: the newest months come in body by body, and
  /// would look like a fall.
  static func months(_ state: State, of code: String) -> [(String, Double?)] {
    let rows = state.evidence.months(of: code)
    let sums = yearlySums(rows)
    return rows.filter { (sums[firstYear(of: $0.period)]?.months ?? 0) >= 11 }
      .map { ($0.period, $0.spend) }
  }

  /// Means of six months each, for a line as short as a word.
  static func sixMonthMeans(_ values: [Double?]) -> [Double?] {
    stride(from: 0, to: values.count, by: 6).map { start in
      let part = values[start..<min(start + 6, values.count)].compactMap { $0 }
      return part.isEmpty ? nil : part.reduce(0, +) / Double(part.count)
    }
  }

  /// The year in which the financial year of a month begins: 2024 for `2025-03`, 2025 for
  /// `2025-04`.
  private static func firstYear(of month: String) -> Int {
    let year = Int(month.prefix(4)) ?? 0
    return Int(month.suffix(2)) ?? 0 >= 4 ? year : year - 1
  }

  /// The financial year that begins in a year: `2025-26`.
  private static func label(of year: Int) -> String {
    let end = (year + 1) % 100
    return "\(year)-" + (end < 10 ? "0" : "") + "\(end)"
  }
}
