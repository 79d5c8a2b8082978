/// What is to be said against numbers that come from the returns, wherever they stand: in the tables
/// of returns, in facts and observations that state a sum of them, and in the model's key.
extension Evidence {
  /// Of a department's month, or of a body's year, as far as it concerns some measures.
  public func cautions(_ row: WorkforceReturn, _ measures: [AuditMeasure]) -> [Caution] {
    if row.isYear { return cautions(ofYear: row, measures) }
    guard let month = MonthlyReturns.month(row.period) else { return [] }
    let odd = contractorRecord(of: row.department)?.cautions(ofMonth: month, measures) ?? []
    guard let year = contractorYear, FinancialYear(holding: month) > year else { return odd }
    // The newest months come in body by body.
    return [
      Caution(
        .incomplete, short: "may grow",
        "\(FinancialYear(holding: month)) is not over in these data: bodies return late, so that its "
          + "months may still grow.")
    ] + odd
  }

  private func cautions(ofYear row: WorkforceReturn, _ measures: [AuditMeasure]) -> [Caution] {
    guard let year = FinancialYear(row.period) else { return [] }
    let verdicts = (contractorRecord(of: row.department)?.verdicts ?? []).filter { verdict in
      verdict.body == row.body && verdict.months.overlaps(year.months)
        && measures.contains { verdict.bears(on: $0) }
    }
    var cautions = verdicts.filter { $0.rule != .coverage }.map { Caution($0) }
    if let months = row.returns, months < 12 {
      cautions.insert(Self.incomplete(year, months), at: 0)
    }
    return cautions
  }

  private static func incomplete(_ year: FinancialYear, _ months: Int) -> Caution {
    Caution(
      .incomplete, short: "\(months) of 12 months",
      "\(year) is no whole year: \(months) of 12 months returned.")
  }

  /// Of a fact that states a sum of returns, or was read second hand; none of any other.
  public func cautions(_ fact: Fact) -> [Caution] {
    (monthly.sources.contains(fact.sourceID)
      ? cautions(fact.measure, of: fact.body, in: fact.period, fact.kind) : [])
      + secondHand(fact.sourceID)
  }

  /// The same of an observation.
  public func cautions(_ row: Observation) -> [Caution] {
    (monthly.sources.contains(row.sourceID)
      ? cautions(row.measure, of: row.body, in: row.period, row.kind) : [])
      + secondHand(row.sourceID)
  }

  /// That a publication was not seen, only what others say of it.
  public func secondHand(_ sourceID: String) -> [Caution] {
    guard source(sourceID)?.seenHow == SeenHow.secondHand.rawValue else { return [] }
    return [
      Caution(
        .secondHand, short: SeenHow.secondHand.rawValue,
        "Read second hand: the text that first printed it was not seen.")
    ]
  }

  /// Measures of facts and observations that are sums of returns, by their first words.
  private static let measures: [String: AuditMeasure] = [
    "Contingent labour spend": .contingentCost, "Consultancy spend": .consultancyCost,
    "Paybill": .payrollCost, "Payroll staff": .payrollFTE, "Non-payroll staff": .nonPayrollFTE,
  ]

  private func cautions(
    _ words: String, of code: String, in period: String, _ kind: Kind
  ) -> [Caution] {
    let end = words.firstIndex(of: ",") ?? words.endIndex
    guard let measure = Self.measures[String(words[..<end])] else { return [] }
    let isGroup = words[end...] == ", departmental group"
    if kind == .estimate, measure.isMoney {
      return [estimate(measure, of: code, in: period, isGroup: isGroup)]
    }
    switch words[end...] {
    case ", departmental group": return cautions(measure, ofDepartment: code, in: period)
    case ", all departments": return cautions(ofAllIn: period)
    case ", core department": return cautions(measure, ofBody: code, of: code, in: period)
    case "":
      let department = bodyYears.first { $0.body == code }?.department
      return department.map { cautions(measure, ofBody: code, of: $0, in: period) } ?? []
    default: return []
    }
  }

  /// Of an estimate that stands for months which are missing or wrong: what was returned.
  private func estimate(
    _ measure: AuditMeasure, of code: String, in period: String, isGroup: Bool
  ) -> Caution {
    let rows = bodyYears.filter { row in
      row.period == period && (isGroup ? row.department == code : row.body == code)
    }
    let returned = rows.compactMap { $0.value(measure) }
    let sum = Numbers.decimal(returned.reduce(0, +), places: 1)
    return Caution(
      .incomplete, short: "in part estimated",
      "An estimate, in which months that are missing or evidently wrong are replaced"
        + (returned.isEmpty ? "." : "; what was returned adds up to \(Money.sign)\(sum)m."))
  }

  private func cautions(
    _ measure: AuditMeasure, ofDepartment code: String, in period: String
  ) -> [Caution] {
    guard let record = contractorRecord(of: code) else { return [] }
    guard measure.isMoney, let year = FinancialYear(period) else {
      return MonthlyReturns.month(period).map { record.cautions(ofMonth: $0, [measure]) } ?? []
    }
    let series = monthly.series(of: code)
    let values = series.values(measure)
    let months = series.months.indices.count {
      year.months.contains(series.months[$0]) && !values[$0].isNaN
    }
    let odd = ContractorRecord.moving(record.verdicts, [measure], in: year).map { Caution($0) }
    return (months < 12 ? [Self.incomplete(year, months)] : []) + odd
  }

  private func cautions(
    _ measure: AuditMeasure, ofBody body: String, of department: String, in period: String
  ) -> [Caution] {
    let year =
      measure.isMoney
      ? FinancialYear(period) : MonthlyReturns.month(period).map { FinancialYear(holding: $0) }
    let row = bodyYears(of: department).first { $0.body == body && $0.period == year?.description }
    guard let row else { return [] }
    let cautions = cautions(ofYear: row, [measure])
    // A month is whole, however many others of its year are there.
    return measure.isMoney ? cautions : cautions.filter { $0.kind == .odd }
  }

  /// Of the sum over all departments: how many of them are no whole year, or odd.
  private func cautions(ofAllIn period: String) -> [Caution] {
    guard let year = FinancialYear(period) else { return [] }
    let years = monthly.bodies.sorted().compactMap { code in
      contractorRecord(of: code)?.year(year).map { (code, $0) }
    }
    let odd = years.filter { !$0.1.passes }
    guard !odd.isEmpty else { return [] }
    return [
      Caution(
        .odd, short: "\(odd.count) of \(years.count) departments incomplete or odd",
        "Of the \(years.count) departments in it, \(odd.count) are incomplete or odd in \(year): "
          + "\(odd.map(\.0).joined(separator: ", ")).")
    ]
  }

  /// Of a cell of the key that shares contractors' posts out, where its source names the financial
  /// year of returns that it is the sum of.
  ///
  /// - Parameters:
  ///   - code: the department's.
  ///   - source: the cell's source in words, such as `MWMI 2025-26: contingent labour`.
  ///   - value: the cell, in £ million.
  public func cautions(ofKeyOf code: String, from source: String, value: Double) -> [Caution] {
    let words = source.split { !($0.isNumber || $0 == "-") }
    guard let year = words.lazy.compactMap({ FinancialYear($0) }).first,
      let record = contractorRecord(of: code), let returned = record.year(year)
    else { return [] }
    var cautions = returned.cautions
    // A key may have been rounded to one decimal.
    if abs(returned.total - value) > 0.15 {
      cautions.append(
        Caution(
          .odd, short: "odd",
          "The key has \(Numbers.returned(value)); the returns of \(year) now add up to "
            + "\(Numbers.returned(returned.total))."))
    }
    return cautions
  }
}

extension ContractorRecord {
  /// What is odd in a month, as far as it concerns some measures.
  public func cautions(ofMonth month: Int, _ measures: [AuditMeasure]) -> [Caution] {
    (verdictsByYear[FinancialYear(holding: month)] ?? []).filter { verdict in
      verdict.months.contains(month) && measures.contains { verdict.bears(on: $0) }
    }.map { Caution($0) }
  }

  /// What is odd in the department's own months, as far as it concerns some measures.
  public func verdicts(on measures: [AuditMeasure]) -> [Verdict] {
    verdicts.filter { verdict in
      verdict.body.isEmpty && verdict.rule != .sum && measures.contains { verdict.bears(on: $0) }
    }
  }
}
