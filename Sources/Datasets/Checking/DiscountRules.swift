/// Schedules of discount rates: bands from year 1 on without gaps, the last without an end, and
/// the three schedules that the model offers.
enum DiscountRules {
  static let required = ["standard", "health", "reduced"]

  static func defects(of table: Table) -> [Defect] {
    var defects = table.missing(required, in: "schedule", noun: "schedule")
    guard table.isWhole else { return defects }
    let bad = Set(table.badRows.map { table.text($0, "schedule") })
    let schedules = Dictionary(grouping: table.soundRows) { table.text($0, "schedule") }
    for (schedule, rows) in schedules where !bad.contains(schedule) {
      let bands = rows.sorted {
        (table.number($0, "from_year") ?? 0) < (table.number($1, "from_year") ?? 0)
      }
      var next: Double? = 1
      for row in bands {
        let from = table.number(row, "from_year") ?? 0
        if next != from {
          defects.append(
            table.defect(
              row: row, column: "from_year",
              expected: next.map { "\(Int($0)), so that bands have no gap and do not overlap" }
                ?? "no band after the one without an end"))
        }
        let to = table.number(row, "to_year")
        if let to, to < from {
          defects.append(table.defect(row: row, column: "to_year", expected: "from_year or later"))
        }
        next = to.map { $0 + 1 }
      }
      if next != nil, let last = bands.last {
        defects.append(
          table.defect(
            row: last, column: "to_year", expected: "nothing in a schedule's last band"))
      }
    }
    return defects
  }
}
