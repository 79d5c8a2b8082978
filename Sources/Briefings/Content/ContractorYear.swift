import Figures

/// A financial year of a department's monthly returns, in £m of the day.
struct ContractorYear {
  /// `2024-25`.
  var label: String
  /// Months in which contingent labour was returned, and consultancy.
  var contingentMonths = 0, consultancyMonths = 0
  var contingent, consultancy: Double
  var mark: Mark
  var sourceID: String

  var sum: Double { contingent + consultancy }

  /// Months in which both were returned, at most.
  var months: Int { min(contingentMonths, consultancyMonths) }

  /// Complete means 11 months or more, of both: the newest months come in body by body, and would
  /// look like a fall.
  var isComplete: Bool { months >= MonthlyReturns.Year.leastMonths }

  /// Every year of a department's returns, oldest first.
  static func all(_ subject: Subject, _ code: String) -> [ContractorYear] {
    var years: [Int: ContractorYear] = [:]
    for month in subject.evidence.months(of: code)
    where month.contingentCost != nil || month.consultancyCost != nil {
      let begins = firstYear(of: month.period)
      var year =
        years[begins]
        ?? ContractorYear(
          label: label(of: begins), contingent: 0, consultancy: 0, mark: month.mark,
          sourceID: month.sourceID)
      year.contingentMonths += month.contingentCost == nil ? 0 : 1
      year.consultancyMonths += month.consultancyCost == nil ? 0 : 1
      year.contingent += month.contingentCost ?? 0
      year.consultancy += month.consultancyCost ?? 0
      years[begins] = year
    }
    return years.keys.sorted().compactMap { years[$0] }
  }

  static func complete(_ subject: Subject, _ code: String) -> [ContractorYear] {
    all(subject, code).filter(\.isComplete)
  }

  /// From the last complete year but one to the last, if one follows the other and as many months
  /// of it were returned.
  static func change(_ subject: Subject, _ code: String) -> Figure? {
    let years = complete(subject, code)
    guard years.count >= 2, let last = years.last, years[years.count - 2].sum > 0 else {
      return nil
    }
    let before = years[years.count - 2]
    guard last.months == before.months,
      Int(last.label.prefix(4)) == Int(before.label.prefix(4)).map({ $0 + 1 })
    else {
      return nil
    }
    let share = (last.sum / before.sum - 1) * 100
    let text = (share > 0 ? "+" : "") + Numbers.decimal(share, places: 0) + "%"
    return last.figure("change", "Change on \(before.label)", text, subject, share, "%")
  }

  /// Contingent labour, consultancy and their sum as a table prints them, in tenths of £m, so that
  /// the printed parts add up to the printed sum.
  var printed: [String] {
    let total = Int((sum * 10).rounded())
    return (Numbers.largestRemainder([contingent, consultancy], total: total) + [total])
      .map { "£" + Numbers.telling(Double($0) / 10, places: 1) + "m" }
  }

  func total(_ subject: Subject) -> Figure {
    figure(
      "total", "Contingent labour and consultancy", printed[2], subject, sum, "£m")
  }

  func figure(
    _ id: String, _ what: String, _ text: String, _ subject: Subject, _ number: Double,
    _ unit: String
  ) -> Figure {
    Figure(
      id: "contractor_spend.\(label).\(id)", label: "\(what), \(label)", text: text, mark: mark,
      confidence: .c, asOf: label, source: subject.evidence.source(sourceID),
      formula: "Sum of \(months) months of departments' returns, prices of the day.",
      value: FigureValue(number: number, unit: unit, body: subject.code ?? "", period: label))
  }

  /// 2024 for `2025-03`, 2025 for `2025-04`.
  private static func firstYear(of month: String) -> Int {
    let year = Int(month.prefix(4)) ?? 0
    return Int(month.suffix(2)) ?? 0 >= 4 ? year : year - 1
  }

  private static func label(of year: Int) -> String {
    let end = (year + 1) % 100
    return "\(year)-" + (end < 10 ? "0" : "") + "\(end)"
  }
}
