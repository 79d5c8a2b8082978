import Synchronization

/// All that a department returned of contingent labour and consultancy, year by year, with what the
/// auditor says of it.
public struct ContractorRecord: Sendable {
  /// Code of the department.
  public let code: String
  /// Its financial years with a return of either, oldest first.
  public let years: [ContractorYear]
  /// Everything that is odd, in its months and its bodies' years.
  public let verdicts: [Verdict]
  /// The newest month in which either was returned, counted from the year 0; nil where none was.
  public let lastMonth: Int?
  /// What is odd in the department's own months, by each year that it is about.
  let verdictsByYear: [FinancialYear: [Verdict]]
  /// What its bodies returned, by year and body.
  let bodies: [FinancialYear: [String: WorkforceReturn]]

  init?(_ evidence: Evidence, _ code: String, span: ReturnSpan) {
    let monthly = evidence.monthly
    let series = monthly.series(of: code)
    guard !series.months.isEmpty else { return nil }
    let bodyYears = evidence.bodyYears(of: code)
    let verdicts = Audit(
      code, series, bodyYears: bodyYears, span: span, name: { evidence.name(of: $0) }
    ).verdicts
    self.code = code
    self.verdicts = verdicts
    var (about, moved) = ([FinancialYear: [Verdict]](), [FinancialYear: [Verdict]]())
    for verdict in verdicts {
      for year in verdict.moves.keys { moved[year, default: []].append(verdict) }
      guard verdict.body.isEmpty, verdict.rule != .sum else { continue }
      let first = FinancialYear(holding: verdict.months.lowerBound).first
      for year in first...FinancialYear(holding: verdict.months.upperBound).first {
        about[FinancialYear(first: year), default: []].append(verdict)
      }
    }
    verdictsByYear = about
    lastMonth = series.months.indices.last { series.spend($0) != nil }.map { series.months[$0] }
    years = monthly.years(of: code).filter { $0.months > 0 }.map { year in
      ContractorYear(
        year: year.year, contingent: year.contingent, consultancy: year.consultancy,
        contingentMonths: year.contingentMonths, consultancyMonths: year.consultancyMonths,
        mark: year.mark, sourceID: monthly.sources[Int(year.source)],
        verdicts: Self.moving(
          moved[year.year] ?? [], [.contingentCost, .consultancyCost], in: year.year))
    }
    var bodies: [FinancialYear: [String: WorkforceReturn]] = [:]
    for row in bodyYears {
      if let year = FinancialYear(row.period) { bodies[year, default: [:]][row.body] = row }
    }
    self.bodies = bodies
  }

  /// Verdicts that move a year's sum of some measures.
  static func moving(
    _ verdicts: [Verdict], _ measures: [AuditMeasure], in year: FinancialYear
  ) -> [Verdict] {
    let moving = verdicts.filter { verdict in
      verdict.moves[year, default: 0] >= AuditLimits.leastWeight
        && measures.contains { verdict.bears(on: $0) }
    }
    // What is said of the department needs no saying of its bodies.
    let own = Set(moving.filter(\.body.isEmpty).map(\.measure))
    return moving.filter { $0.body.isEmpty || !own.contains($0.measure) }
  }

  /// The year of a label such as `2025-26`.
  public func year(_ year: FinancialYear) -> ContractorYear? {
    years.first { $0.year == year }
  }

  /// The newest complete year; where none is, the one of which most was returned.
  public var fullest: ContractorYear? {
    years.last(where: \.isComplete)
      ?? years.max { ($0.leastMonths, $0.contingentMonths) < ($1.leastMonths, $1.contingentMonths) }
  }
}

/// Departments' records, each made when it is first asked for.
final class ContractorRecords: Sendable {
  private struct Kept {
    var records: [String: ContractorRecord?] = [:]
    var span: ReturnSpan?
    var newest: FinancialYear??
  }

  private let kept = Mutex(Kept())

  /// The time that all returns together cover.
  func span(_ evidence: Evidence) -> ReturnSpan { kept.withLock { Self.span(&$0, evidence) } }

  private static func span(_ kept: inout Kept, _ evidence: Evidence) -> ReturnSpan {
    let span = kept.span ?? evidence.monthly.span
    kept.span = span
    return span
  }

  func record(of code: String, _ evidence: Evidence) -> ContractorRecord? {
    kept.withLock { kept in
      if let record = kept.records[code] { return record }
      let span = Self.span(&kept, evidence)
      let record = ContractorRecord(evidence, code, span: span)
      kept.records[code] = .some(record)
      return record
    }
  }

  /// The newest year that is complete for at least half of the departments.
  func newestYear(_ evidence: Evidence) -> FinancialYear? {
    kept.withLock { kept in
      if let newest = kept.newest { return newest }
      let codes = evidence.monthly.bodies
      var complete: [FinancialYear: Int] = [:]
      for code in codes {
        for year in evidence.monthly.years(of: code)
        where min(year.contingentMonths, year.consultancyMonths) == 12 {
          complete[year.year, default: 0] += 1
        }
      }
      let newest = complete.filter { $0.value * 2 >= codes.count }.keys.max()
      kept.newest = .some(newest)
      return newest
    }
  }
}

extension Evidence {
  /// What a department returned, with the auditor's verdicts; nil where it returned nothing.
  public func contractorRecord(of code: String) -> ContractorRecord? {
    contractors.record(of: code, self)
  }

  /// The first month in which half of the departments returned a measure, counted from the year 0:
  /// what a department returned none of since is missing, and before it was not asked for. Nil where
  /// none returned it.
  public func firstMonth(of measure: AuditMeasure) -> Int? {
    contractors.span(self).first[measure]
  }

  /// Every verdict on the folder: departments in the order of their codes.
  public var verdicts: [Verdict] {
    monthly.bodies.sorted().flatMap { contractorRecord(of: $0)?.verdicts ?? [] }
  }

  /// The year that departments are compared in: the newest that is complete for at least half of
  /// them.
  public var contractorYear: FinancialYear? { contractors.newestYear(self) }

  /// The year of a department that stands for it: the one that departments are compared in, or of a
  /// department that has nothing in that its fullest.
  public func contractorYear(of code: String) -> ContractorYear? {
    guard let record = contractorRecord(of: code) else { return nil }
    return contractorYear.flatMap(record.year) ?? record.fullest
  }

  /// The departments with spend in the year that they are compared in, the largest first.
  public var contractorDepartments: [String] { ranked { $0 == self.contractorYear } }

  /// Those without: departments that ended, or return no spend. Their last year is no neighbour of
  /// the others'.
  public var otherContractorDepartments: [String] { ranked { $0 != self.contractorYear } }

  private func ranked(_ belongs: (FinancialYear) -> Bool) -> [String] {
    monthly.bodies.compactMap { code in contractorYear(of: code).map { (code, $0) } }
      .filter { belongs($0.1.year) }
      .sorted { ($0.1.total, $1.0) > ($1.1.total, $0.0) }.map(\.0)
  }
}
