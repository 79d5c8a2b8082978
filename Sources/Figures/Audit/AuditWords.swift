/// Numbers and months in the auditor's sentences.
enum AuditWords {
  /// A value of a measure with its unit: `£15.7m`, `£283,000`, `504 FTE`.
  static func text(_ value: Double, _ measure: AuditMeasure) -> String {
    switch measure {
    case .payrollFTE, .nonPayrollFTE: staff(value) + " FTE"
    case .payrollCost, .contingentCost, .consultancyCost: Numbers.returned(value)
    case .payrollCostPerHead, .contingentCostPerHead: pounds(value)
    case .returns: Numbers.count(value) + (value == 1 ? " body" : " bodies")
    }
  }

  /// Full-time equivalents: whole ones from ten on.
  static func staff(_ value: Double) -> String {
    Numbers.decimal(value, places: value == value.rounded() || value >= 9.95 ? 0 : 1)
  }

  /// Pounds a head to three digits: `£283,000`, `£1.39m`.
  static func pounds(_ value: Double) -> String {
    if value >= 995_000 { return Money.sign + Numbers.decimal(value / 1e6, places: 2) + "m" }
    let unit = value >= 99_500 ? 1000.0 : 100
    return Money.sign + Numbers.decimal((value / unit).rounded() * unit, places: 0)
  }

  /// Values as a list: all of three, the least and the greatest of more.
  static func list(_ values: [Double], _ measure: AuditMeasure) -> String {
    guard values.count > 3, let low = values.min(), let high = values.max() else {
      return list(values.map { text($0, measure) })
    }
    let (from, to) = (text(low, measure), text(high, measure))
    return from == to ? from : "\(from) to \(to)"
  }

  /// `a, b and c`.
  static func list(_ texts: [String]) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `April 2025`.
  static func month(_ month: Int) -> String { "\(names[month % 12]) \(month / 12)" }

  /// `April 2025`, or `April 2025 to May 2026`.
  static func months(_ range: ClosedRange<Int>) -> String {
    range.count == 1
      ? month(range.lowerBound) : "\(month(range.lowerBound)) to \(month(range.upperBound))"
  }

  /// `2025-26`, or `2024-25 to 2025-26`.
  static func years(_ first: FinancialYear, _ last: FinancialYear) -> String {
    first == last ? "\(first)" : "\(first) to \(last)"
  }

  static func count(_ count: Int) -> String { count == 1 ? "1 month" : "\(count) months" }

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension AuditMeasure {
  /// What it is called at the start of a sentence.
  var words: String {
    switch self {
    case .payrollFTE: "Payroll staff"
    case .nonPayrollFTE: "Non-payroll staff"
    case .payrollCost: "Pay"
    case .contingentCost: "Contingent labour"
    case .consultancyCost: "Consultancy"
    case .payrollCostPerHead: "Pay for each full-time equivalent"
    case .contingentCostPerHead: "Contingent labour for each non-payroll full-time equivalent"
    case .returns: "Bodies"
    }
  }
}
