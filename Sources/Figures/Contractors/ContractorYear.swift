/// What a department spent on contingent labour and consultancy in a financial year, with all that
/// is to be said against it. The one place that says what a complete year is.
public struct ContractorYear: Sendable {
  /// The year.
  public let year: FinancialYear
  /// In £ million of the day: sums of the months returned.
  public let contingent, consultancy: Double
  /// Months in which each was returned.
  public let contingentMonths, consultancyMonths: Int
  /// The worst mark of its months.
  public let mark: Mark
  /// The id of the newest month's source.
  public let sourceID: String
  /// What the auditor finds odd in it, so far as it moves the sum.
  public let verdicts: [Verdict]

  /// Both kinds.
  public var total: Double { contingent + consultancy }

  /// Complete is a year of which both kinds were returned for each of the twelve months.
  public var isComplete: Bool { contingentMonths == 12 && consultancyMonths == 12 }

  /// Whether nothing is to be said against it.
  public var passes: Bool { isComplete && verdicts.isEmpty }

  /// How much of the year was returned: `12 of 12 months`, or of each kind where they differ.
  public var coverage: String {
    contingentMonths == consultancyMonths
      ? "\(contingentMonths) of 12 months"
      : "contingent labour \(contingentMonths), consultancy \(consultancyMonths) of 12 months"
  }

  /// Months of the kind that has fewer.
  public var leastMonths: Int { min(contingentMonths, consultancyMonths) }

  /// What has to be said wherever it prints.
  public var cautions: [Caution] {
    var cautions = verdicts.map { Caution($0) }
    if !isComplete {
      let short =
        contingentMonths == consultancyMonths
        ? "\(contingentMonths) of 12 months"
        : "\(leastMonths) of 12 months of "
          + (contingentMonths < consultancyMonths ? "contingent labour" : "consultancy")
      cautions.insert(
        Caution(.incomplete, short: short, "\(year) is no whole year: \(coverage) returned."),
        at: 0)
    }
    return cautions
  }
}
