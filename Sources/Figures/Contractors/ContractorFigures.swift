/// Years of contractors and their changes as figures: the same in screens, pictures, packs and
/// exports.
extension Evidence {
  /// What is to be known of every number from the returns.
  public static let returnsNote =
    "Departments' monthly returns, not quality assured; all professions, not digital alone. What "
    + "was left out and why is in the data-quality log."

  /// A department's contingent labour and consultancy of a year.
  public func figure(_ year: ContractorYear, of code: String) -> Figure {
    Figure(
      id: "contractor_spend.\(code).\(year.year)",
      label: "Contingent labour and consultancy, \(name(of: code)), \(year.year)"
        + (year.isComplete ? "" : ", \(year.coverage)"),
      text: Numbers.returned(year.total), mark: year.mark, confidence: .c,
      asOf: year.asOf(newest: monthly.newestMonth), source: source(year.sourceID),
      formula: "Sum of the months returned (\(year.coverage)), prices of the day: contingent "
        + "labour \(Numbers.returned(year.contingent)) and consultancy "
        + "\(Numbers.returned(year.consultancy)).",
      note: Self.returnsNote, cautions: year.cautions, inputs: parts(code, year.year),
      value: FigureValue(
        number: year.total, unit: Money.millions, body: code, period: year.year.description))
  }

  /// The change of that on the year before, or why there is none; nil for a year that the department
  /// did not return.
  public func changeFigure(of code: String, in year: FinancialYear) -> Figure? {
    guard let record = contractorRecord(of: code), let now = record.year(year),
      let change = contractorChange(of: code, in: year)
    else { return nil }
    let before = record.year(year.previous)
    var figure = Figure(
      id: "contractor_spend.\(code).\(year).change",
      label: "Change on the year before of contingent labour and consultancy, "
        + "\(name(of: code)), \(year)",
      text: "", mark: .derived, confidence: .c, asOf: now.asOf(newest: monthly.newestMonth),
      source: source(now.sourceID), note: Self.returnsNote, inputs: parts(code, year))
    switch change {
    case .share(let share):
      figure.text = change.text ?? ""
      figure.value = FigureValue(
        number: share * 100, unit: "%", statistic: .difference, body: code,
        period: year.description)
      figure.formula =
        "\(Numbers.returned(now.total)) / \(Numbers.returned(before?.total ?? 0)) - 1, from sums "
        + "that are not rounded; both years are whole and of the same bodies, and nothing in "
        + "either is odd."
    case .withheld(_, let reason, let detail):
      figure.text = "no change is given: \(reason)" + (detail.isEmpty ? "" : ". \(detail)")
      figure.formula =
        "A change is given between two whole years of the same bodies in which nothing is odd."
    }
    return figure
  }

  /// The year's sum of each of the two kinds, where the table of the workforce states them.
  private func parts(_ code: String, _ year: FinancialYear) -> [String] {
    rows(.workforce, of: code).filter { row in
      row.period == year.description && row.measure.hasSuffix(" spend, departmental group")
    }.map { $0.factID.isEmpty ? "workforce.\($0.body).\($0.measure).\($0.period)" : $0.factID }
  }
}

extension ContractorYear {
  /// The last month of the year, or the newest month of anyone where it is not over.
  func asOf(newest: String?) -> String { min(year.lastMonth, newest ?? year.lastMonth) }
}
