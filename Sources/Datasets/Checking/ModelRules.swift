import Analytics

/// What the contract asks of the model's tables beyond columns, cells and keys: its section 1.
/// A rule is asked only of rows whose cells are sound, and an absence only of a whole table.
enum ModelRules {
  /// - Parameter outages: code of the organisation whose outages are modelled.
  static func defects(of tables: [String: Table], outages: String) -> [Defect] {
    let rules: [(name: String, check: (Table) -> [Defect])] = [
      ("organisations", { $0.missing([outages], in: "code", noun: "organisation") }),
      ("allocation_keys", { allocation($0, tables) }),
      ("assumptions", assumptions), ("levers", levers), ("scenarios", { scenarios($0, tables) }),
      ("fixed_parameters", fixedParameters), ("overlap_weights", { overlaps($0, tables) }),
      ("discount_schedules", DiscountRules.defects),
    ]
    return rules.flatMap { rule in tables[rule.name].map(rule.check) ?? [] }
  }

  /// One value of each key for every organisation, and a sum above 0.
  private static func allocation(_ table: Table, _ tables: [String: Table]) -> [Defect] {
    guard table.isWhole, table.count > 0, let organisations = tables["organisations"],
      organisations.isWhole
    else { return [] }
    let given = Set((0..<table.count).map(table.identity))
    var defects: [Defect] = []
    for row in 0..<organisations.count {
      let code = organisations.text(row, "code")
      for key in AllocationKey.allCases where !given.contains("\(code) \(key.rawValue)") {
        defects.append(
          table.defect(
            identity: "\(code) \(key.rawValue)", problem: "missing value",
            expected: "one of each key for every organisation"))
      }
    }
    guard table.badRows.isEmpty else { return defects }
    var sums: [AllocationKey: Double] = [:]
    for row in 0..<table.count {
      guard let key: AllocationKey = table.choice(row, "key") else { continue }
      sums[key, default: 0] += table.number(row, "value") ?? 0
    }
    for key in AllocationKey.allCases {
      let sum = sums[key] ?? 0
      if sum <= 0 {
        defects.append(
          table.defect(
            identity: key.rawValue, problem: "values that sum to 0", expected: "a sum above 0"))
      } else if !sum.isFinite {
        defects.append(
          table.defect(
            identity: key.rawValue, problem: "values whose sum is not finite",
            expected: "a finite sum"))
      }
    }
    return defects
  }

  /// The 34 ids in their order, ranges in order, and the domains.
  private static func assumptions(_ table: Table) -> [Defect] {
    let ids = Assumption.allCases.map(\.rawValue)
    var defects = table.missing(ids, in: "id", noun: "assumption")
    if defects.isEmpty, table.isWhole, table.count == ids.count {
      for row in 0..<table.count where table.text(row, "id") != ids[row] {
        defects.append(
          table.defect(
            row: row, column: "id", problem: "out of order",
            expected: "\(ids[row]) here, since the order numbers the random dimensions"))
      }
    }
    return defects + table.soundRows.flatMap { AssumptionRules.defects(of: table, $0) }
  }

  private static func levers(_ table: Table) -> [Defect] {
    table.missing(Lever.allCases.map(\.rawValue), in: "id", noun: "lever")
      + table.soundRows.flatMap { row -> [Defect] in
        guard let lever: Lever = table.choice(row, "id"),
          let minimum = table.number(row, "minimum"), let maximum = table.number(row, "maximum"),
          let standard = table.number(row, "default")
        else { return [] }
        var defects: [Defect] = []
        if !(minimum <= standard && standard <= maximum) {
          defects.append(
            table.defect(
              row: row, column: "default", expected: "minimum ≤ default ≤ maximum"))
        }
        let domain = lever.domain
        for (column, value) in [("minimum", minimum), ("maximum", maximum)]
        where !domain.contains(value) {
          defects.append(table.defect(row: row, column: column, expected: domain.words))
        }
        return defects
      }
  }

  /// Values inside the lever ranges, and one default at most.
  private static func scenarios(_ table: Table, _ tables: [String: Table]) -> [Defect] {
    let defaults = (0..<table.count).filter { table.text($0, "default") == "true" }
    let repeated = defaults.dropFirst().map { row in
      table.defect(row: row, column: "default", expected: "true in one row at most")
    }
    guard let levers = tables["levers"] else { return repeated }
    let ranges = levers.soundRows.compactMap {
      row -> (id: String, minimum: Double, maximum: Double)? in
      guard let minimum = levers.number(row, "minimum"), let maximum = levers.number(row, "maximum")
      else { return nil }
      return (levers.text(row, "id"), minimum, maximum)
    }
    return repeated
      + (0..<table.count).flatMap { row in
        ranges.compactMap { range -> Defect? in
          guard let value = table.number(row, range.id),
            value < range.minimum || value > range.maximum
          else { return nil }
          return table.defect(
            row: row, column: range.id,
            expected: Bounds(range.minimum, range.maximum).words + ", the range of levers.csv")
        }
      }
  }

  private static func fixedParameters(_ table: Table) -> [Defect] {
    table.missing(FixedParameter.allCases.map(\.rawValue), in: "id", noun: "parameter")
      + table.soundRows.compactMap { row -> Defect? in
        guard let id: FixedParameter = table.choice(row, "id"),
          let value = table.number(row, "value"), let place = table.schema.place(of: "value"),
          let expected = id.objection(
            to: value, digits: Numeral.digits(table.cell(row, place).span))
        else { return nil }
        return table.defect(row: row, column: "value", expected: expected)
      }
  }

  /// Two different streams, each pair once, and no stream counted twice in full.
  private static func overlaps(_ table: Table, _ tables: [String: Table]) -> [Defect] {
    var defects: [Defect] = []
    var pairs: [Set<String>: Int] = [:]
    var sums: [Stream: Double] = [:]
    for row in table.soundRows {
      guard let a: Stream = table.choice(row, "stream_a"),
        let b: Stream = table.choice(row, "stream_b"), let weight = table.number(row, "weight")
      else { continue }
      if a == b {
        defects.append(
          table.defect(row: row, column: "stream_b", expected: "another stream than stream_a"))
      } else if let earlier = pairs.updateValue(row, forKey: [a.rawValue, b.rawValue]),
        table.text(earlier, "stream_a") != a.rawValue
      {
        defects.append(
          table.defect(
            row: row, problem: "repeats the pair of row \(table.sheet.records[earlier])",
            expected: "each pair once, in either order"))
      }
      sums[a, default: 0] += weight
      sums[b, default: 0] += weight
    }
    guard defects.isEmpty, let assumptions = tables["assumptions"],
      let row = assumptions.soundRows.first(where: {
        assumptions.text($0, "id") == Assumption.overlapScale.rawValue
      }), let scale = assumptions.number(row, "maximum")
    else { return defects }
    for stream in Stream.allCases where (sums[stream] ?? 0) * scale / 2 > 1 {
      defects.append(
        table.defect(
          identity: stream.rawValue, problem: "weights that sum to \(sums[stream] ?? 0)",
          expected: "sum × maximum of overlap_scale / 2 ≤ 1"))
    }
    return defects
  }
}
