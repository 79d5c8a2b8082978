extension ReturnsMerge {
  /// Holds the rows that a file itself calls totals against its other rows, and notes what comes of
  /// it: a total that does not add up may be a row that was lost.
  ///
  /// - Parameter left: places of sums among the returns.
  mutating func checkTotals(_ returns: [ReturnFile.Return], left: Set<Int>) {
    let files = Dictionary(grouping: returns.indices) { returns[$0].file }
    for (file, places) in files.sorted(by: { $0.value[0] < $1.value[0] }) {
      let totals = places.filter { left.contains($0) && RollupWords.isTotal(returns[$0].body) }
      for total in totals {
        let month = returns[total].month
        let others = places.filter { !left.contains($0) && returns[$0].month == month }
        guard !others.isEmpty else { continue }
        let start = places.last { $0 < total && left.contains($0) } ?? places[0] - 1
        let ways = [
          others, others.filter { $0 > start && $0 < total },
          others.filter { returns[$0].department == returns[total].department },
        ]
        let faults = ways.filter { !$0.isEmpty }.map { way in
          Self.faults(of: returns[total], in: way.map { returns[$0] })
        }.min { $0.count < $1.count }
        guard let faults else { continue }
        let row = "row \(returns[total].record), \(Self.shown(returns[total].body)),"
        note(
          file,
          faults.isEmpty
            ? "\(row) is the sum of the others"
            : "\(row) does not add up: " + faults.joined(separator: "; "), isDecision: false)
      }
    }
  }

  /// Measures of a total that are not the sum of some rows.
  private static func faults(
    of total: ReturnFile.Return, in rows: [ReturnFile.Return]
  ) -> [String] {
    ReturnMeasure.allCases.compactMap { measure in
      guard let value = total.values[measure] else { return nil }
      let values = rows.compactMap { $0.values[measure] }
      let sum = values.reduce(0, +)
      let slack = 0.5 * Double(rows.count) + 0.51 + abs(value) * 1e-6
      guard abs(sum - value) > slack else { return nil }
      return "\(measure.rawValue) \(text(value, places: 2)), the rows \(text(sum, places: 2))"
    }
  }

  /// What a body's pay would be, and what it was: `HO has pay of 160000000; it had 262000000 a
  /// month`. Nil where none has a past.
  mutating func comparison(of returns: [ReturnFile.Return], _ unit: String) -> String? {
    for found in withDepartments(returns) where !RollupWords.isRollup(found.body) {
      let department = (try? self.department(of: found)) ?? ""
      for (measure, word) in [(ReturnMeasure.payrollCost, "pay"), (.contingentCost, "contractors")]
      {
        guard let value = found.values[measure],
          let code = names.body(of: found.body, in: department)?.code,
          let mean = history.mean(of: code, measure, near: found.month)
        else { continue }
        return "\(code) has \(word) of \(Self.pounds(value)); it had \(Self.pounds(mean)) a month"
      }
    }
    return nil
  }

  /// Pounds in millions where they are many.
  static func pounds(_ value: Double) -> String {
    abs(value) < 1e5 ? "£\(text(value, places: 0))" : "£\(text(value / 1e6, places: 2))m"
  }
}
