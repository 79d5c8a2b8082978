import Figures

/// What the rows of a programme have to keep among one another, so that ratios can be made of them.
enum BusinessCaseRules {
  static func defects(of cases: Table) -> [Defect] {
    guard !cases.places.contains(nil) else { return [] }
    var first: [String: Int] = [:]
    var currencies: [String: String] = [:]
    var defects: [Defect] = []
    for row in cases.soundRows {
      let programme = cases.text(row, "programme")
      defects += ratios(cases, row)
      if let known = first[programme] {
        for column in ["body", "country", "cashable"]
        where cases.text(row, column) != cases.text(known, column) {
          defects.append(
            cases.defect(
              row: row, column: column, problem: "differs from row \(known + 2)",
              expected: "\(cases.text(known, column)), as there"))
        }
      } else {
        first[programme] = row
      }
      guard let currency = currency(cases, row) else { continue }
      let known = currencies[programme, default: currency]
      currencies[programme] = known
      if currency != known {
        defects.append(
          cases.defect(
            row: row, column: "unit", problem: "another currency",
            expected: "\(known), as in the programme's rows before"))
      }
    }
    return defects
  }

  /// What money of a row is in, such as `£m`; nil for a number of years.
  private static func currency(_ cases: Table, _ row: Int) -> String? {
    let unit = cases.text(row, "unit")
    if unit == "years" { return nil }
    let yearly = " a year"
    return unit.hasSuffix(yearly) ? String(unit.dropLast(yearly.count)) : unit
  }

  private static func ratios(_ cases: Table, _ row: Int) -> [Defect] {
    let all = BusinessCase.Ratio.allCases.map(\.rawValue)
    return cases.text(row, "left_out").split(separator: " ").filter { !all.contains(String($0)) }
      .map {
        cases.defect(
          row: row, column: "left_out", problem: "unknown ratio \($0)",
          expected: "some of \(all.joined(separator: ", "))")
      }
  }
}
