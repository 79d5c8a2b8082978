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
        source: state.evidence.monthly.sources.first.flatMap(state.evidence.source),
        formula: "Sum of \(months) months of departments' returns, prices of the day: contingent "
          + "labour and consultancy.",
        note: ReturnMeasure.caveat, inputs: parts(state),
        value: FigureValue(number: total, unit: "£m", body: code, period: year))
    }

    /// What changed on the year before; nil where that year cannot be compared.
    func changeFigure(_ state: State) -> Figure? {
      guard let before, before > 0 else { return nil }
      return Figure(
        id: "contractor_spend.\(code).\(year).change",
        label: "Change on the year before of contingent labour and consultancy, "
          + "\(state.evidence.name(of: code)), \(year)",
        text: change, mark: .derived, confidence: .c, asOf: lastMonth,
        source: state.evidence.monthly.sources.first.flatMap(state.evidence.source),
        formula: "\(ReturnMeasure.pounds(total)) / \(ReturnMeasure.pounds(before)) - 1, from sums "
          + "that are not rounded; both years have 11 months or more of both kinds.",
        note: ReturnMeasure.caveat, inputs: parts(state),
        value: FigureValue(
          number: (total / before - 1) * 100, unit: "%", statistic: .difference, body: code,
          period: year))
    }

    /// The year's sum of each of the two kinds, where the table of the workforce states them.
    private func parts(_ state: State) -> [String] {
      state.evidence.rows(.workforce, of: code).filter { row in
        row.period == year && row.measure.hasSuffix(" spend, departmental group")
      }.map { state.evidence.figure($0, in: .workforce).id }
    }
  }

  /// Departments by spend in the newest year that is complete for at least half of them.
  static func all(_ state: State) -> [Row] {
    let monthly = state.evidence.monthly
    let sums = Dictionary(
      uniqueKeysWithValues: monthly.bodies.map { body in
        (
          body,
          Dictionary(uniqueKeysWithValues: monthly.years(of: body).map { ($0.first, $0) })
        )
      })
    let years = Set(sums.values.flatMap(\.keys)).sorted()
    guard
      let latest = years.last(where: { year in
        sums.values.count { $0[year]?.isComplete == true } * 2 >= sums.count
      })
    else { return [] }
    let before = years.last { $0 < latest }
    return sums.compactMap { code, sums -> Row? in
      guard let now = sums[latest], now.months > 0 else { return nil }
      let previous = before.flatMap { sums[$0] }
      return Row(
        code: code, year: label(of: latest), total: now.total,
        before: previous.flatMap { $0.isComplete && now.isComplete ? $0.total : nil },
        months: now.months, mark: monthly.mark(of: code) ?? .derived)
    }.sorted { ($0.total, $1.code) > ($1.total, $0.code) }
  }

  /// One department's year; nil where it is not complete.
  static func row(_ state: State, _ code: String, year: String) -> Row? {
    let monthly = state.evidence.monthly
    guard let first = Int(year.prefix(4)),
      let now = monthly.years(of: code).first(where: { $0.first == first }), now.isComplete
    else { return nil }
    return Row(
      code: code, year: year, total: now.total, months: now.months,
      mark: monthly.mark(of: code) ?? .derived)
  }

  /// The financial year that begins in a year: `2025-26`.
  private static func label(of year: Int) -> String {
    let end = (year + 1) % 100
    return "\(year)-" + (end < 10 ? "0" : "") + "\(end)"
  }
}
