/// Columns in which a return sums up its own costs. A row whose parts are not their total was
/// slipped in, or a column of it misread.
struct RowTotals {
  /// Contingent labour and consultancy; those and pay.
  var nonPayroll, all: Int?

  /// What does not add up in a row, in words; nil where all does.
  func fault(of found: ReturnFile.Return, in row: ReturnText.Row) -> String? {
    let others = [ReturnMeasure.contingentCost, .consultancyCost].compactMap { found.values[$0] }
    let sum = others.reduce(0, +)
    if let total = nonPayroll.flatMap({ Self.number(row[$0]) }), Self.isFar(sum, total) {
      return Self.words("contingent labour and consultancy", sum, "total of both", total)
    }
    if let total = all.flatMap({ Self.number(row[$0]) }),
      let pay = found.values[.payrollCost], Self.isFar(pay + sum, total)
    {
      return Self.words("pay, contingent labour and consultancy", pay + sum, "grand total", total)
    }
    return nil
  }

  private static func number(_ cell: String) -> Double? {
    if case .number(let value) = ReturnCell(cell) { value } else { nil }
  }

  /// Totals are rounded to pounds in some files.
  private static func isFar(_ sum: Double, _ total: Double) -> Bool {
    abs(sum - total) > max(2, abs(total) * 1e-6)
  }

  private static func words(_ parts: String, _ sum: Double, _ name: String, _ total: Double)
    -> String
  {
    let (sum, total) = (ReturnsMerge.text(sum, places: 2), ReturnsMerge.text(total, places: 2))
    return "\(parts) are \(sum), its own \(name) \(total)"
  }
}
