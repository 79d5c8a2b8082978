import Figures

/// What departments and bodies return: staff in full-time equivalents, money of the day.
enum ReturnMeasure: String, CaseIterable {
  case contingent, consultancy, payroll, nonpayroll, agency, interim, specialist, pay

  var label: String {
    switch self {
    case .contingent: "Contingent labour"
    case .consultancy: "Consultancy"
    case .payroll: "Payroll staff"
    case .nonpayroll: "Non-payroll staff"
    case .agency: "Agency staff"
    case .interim: "Interim managers"
    case .specialist: "Specialist contractors"
    case .pay: "Payroll cost"
    }
  }

  /// What the two kinds of spend are called together.
  static let both = "Contingent labour and consultancy"

  var isMoney: Bool {
    switch self {
    case .contingent, .consultancy, .pay: true
    case .payroll, .nonpayroll, .agency, .interim, .specialist: false
    }
  }

  var unit: String { isMoney ? Money.millions : "full-time equivalents" }

  func value(_ row: WorkforceReturn) -> Double? {
    switch self {
    case .contingent: row.contingentCost
    case .consultancy: row.consultancyCost
    case .payroll: row.payrollFTE
    case .nonpayroll: row.nonPayrollFTE
    case .agency: row.agencyFTE
    case .interim: row.interimFTE
    case .specialist: row.specialistFTE
    case .pay: row.payrollCost
    }
  }

  /// The number as a list prints it: `£12.3m`, `1,234`.
  func text(_ value: Double) -> String {
    isMoney ? Numbers.returned(value) : Numbers.telling(value, places: 0)
  }

  /// What the auditor says bears on it: the kinds of contingent staff are audited together.
  var audited: AuditMeasure {
    switch self {
    case .contingent: .contingentCost
    case .consultancy: .consultancyCost
    case .payroll: .payrollFTE
    case .nonpayroll, .agency, .interim, .specialist: .nonPayrollFTE
    case .pay: .payrollCost
    }
  }

  /// The two kinds that the screen is about.
  static let spend: [AuditMeasure] = [.contingentCost, .consultancyCost]
}

extension WorkforceReturn {
  /// Contingent labour and consultancy in £m; nil where neither was returned.
  var spend: Double? {
    contingentCost == nil && consultancyCost == nil
      ? nil : (contingentCost ?? 0) + (consultancyCost ?? 0)
  }
}

extension State {
  /// A measure of a return as a figure: derived by this project from what was returned.
  func figure(_ row: WorkforceReturn, _ measure: ReturnMeasure) -> Figure {
    figure(
      row, id: measure.rawValue, label: measure.label,
      text: measure.value(row).map {
        "\(measure.text($0))\(measure.isMoney ? "" : " \(measure.unit)")"
      },
      how: measure.isMoney ? "Sum" : row.isYear ? "Mean" : "Sum", [measure.audited],
      measure.value(row), measure.unit)
  }

  /// Contingent labour and consultancy of a return.
  func spendFigure(_ row: WorkforceReturn) -> Figure {
    let parts = [row.contingentCost, row.consultancyCost].map {
      $0.map(Numbers.returned) ?? "not returned"
    }
    return figure(
      row, id: "spend", label: "Contingent labour and consultancy",
      text: row.spend.map(Numbers.returned),
      how: "Contingent labour (\(parts[0])) and consultancy (\(parts[1])), each the sum",
      ReturnMeasure.spend, row.spend, Money.millions)
  }

  private func figure(
    _ row: WorkforceReturn, id: String, label: String, text: String?, how: String,
    _ measures: [AuditMeasure], _ number: Double?, _ unit: String
  ) -> Figure {
    let table = row.isYear ? "contractor_bodies" : "contractor_spend"
    let parts =
      row.isYear
      ? "the months returned" + (row.returns.map { ": \($0) of 12" } ?? "")
      : "what its bodies returned" + (row.returns.map { ", \($0) of them" } ?? "")
    return Figure(
      id: "\(table).\(row.body).\(row.period).\(id)",
      label: "\(label), \(evidence.name(of: row.body)), \(row.period)",
      text: text ?? "not returned", mark: row.mark, confidence: .c, asOf: date(of: row),
      source: evidence.source(row.sourceID), formula: "\(how) of \(parts).",
      note: Evidence.returnsNote, cautions: evidence.cautions(row, measures),
      value: FigureValue(number: number, unit: unit, body: row.body, period: row.period))
  }

  /// The last month of a return; of a year that is not over, the newest month returned by anyone.
  private func date(of row: WorkforceReturn) -> String {
    guard row.isYear else { return row.period }
    let end = "\((Int(row.period.prefix(4)) ?? 0) + 1)-03"
    return min(end, evidence.monthly.newestMonth ?? end)
  }
}
