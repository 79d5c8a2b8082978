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
    let parts = codes.compactMap { code -> (text: String, year: ContractorYear)? in
      guard let year = evidence.contractorYear(of: code),
        let last = evidence.contractorRecord(of: code)?.lastMonth
      else { return nil }
      let signs = state.signs(year.mark, asOf: year.year.lastMonth, cautioned: !year.passes)
      return (
        "\(state.shortName(code)) (\(Numbers.returned(year.total)) \(signs) in \(year.year), last "
          + "returned \(MonthlyReturns.text(month: last)))", year
      )
    }
    return Note(
      "Ended, or without spend in \(evidence.contractorYear?.description ?? "it"): \(parts.map(\.text).joined(separator: "; ")).",
      zip(codes, parts).map { evidence.figure($1.year, of: $0) })
  }

  /// How many of the months of a chart are odd, as a caption; empty where none is.
  static func odd(_ months: [Int], of code: String, _ state: State) -> [String] {
    guard let record = state.evidence.contractorRecord(of: code) else { return [] }
    let count = months.count { month in
      !record.cautions(ofMonth: month, ReturnMeasure.spend).isEmpty
    }
    return count == 0 ? [] : ["\(Caution.sign) odd: \(count) of \(months.count) months"]
  }
}
