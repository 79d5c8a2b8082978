import Analytics
import Figures
import Frames

/// What is said beside the numbers of contractors.
enum ContractorNotes {
  /// The departments without spend in the year that all are compared in, with their last whole year;
  /// nil where there are none.
  static func others(_ state: State) -> Note? {
    let evidence = state.evidence
    let codes = evidence.otherContractorDepartments
    guard !codes.isEmpty else { return nil }
    let parts = codes.compactMap { code -> (text: String, figure: Figure)? in
      guard let year = evidence.contractorYear(of: code),
        let last = evidence.contractorRecord(of: code)?.lastMonth
      else { return nil }
      let signs = state.signs(year.mark, asOf: year.year.lastMonth, cautioned: !year.passes)
      let month = MonthlyReturns.text(month: last)
      var figure = evidence.figure(year, of: code)
      figure.note = "Last returned \(month). " + figure.note
      return (
        "\(state.shortName(code)) (\(Numbers.returned(year.total)) \(signs) in \(year.year), last "
          + "returned \(month))", figure
      )
    }
    return Note(
      "Ended, or without spend since: \(parts.map(\.text).joined(separator: "; ")).",
      parts.map(\.figure))
  }

  /// How many of the months of a chart are odd, with what is odd in them; nil where none is.
  static func odd(_ months: [Int], of code: String, _ state: State) -> Figure? {
    let evidence = state.evidence
    guard let record = evidence.contractorRecord(of: code), let first = months.first,
      let last = months.last
    else { return nil }
    let verdicts = record.verdicts(on: ReturnMeasure.spend).filter {
      $0.months.overlaps(first...last)
    }
    let odd = verdicts.reduce(into: Set<Int>()) { $0.formUnion($1.months) }
    let count = months.count(where: odd.contains)
    guard count > 0 else { return nil }
    return Figure(
      id: "contractor_spend.\(code).odd",
      label: "Odd months of contingent labour and consultancy, \(evidence.name(of: code))",
      text: "\(count) of \(months.count) months", mark: .derived, confidence: .c,
      asOf: MonthlyReturns.text(month: last),
      source: record.years.last.flatMap { evidence.source($0.sourceID) },
      formula: "Months of the chart in which the auditor finds one of the two odd.",
      note: Evidence.returnsNote, cautions: verdicts.map { Caution($0) })
  }
}
