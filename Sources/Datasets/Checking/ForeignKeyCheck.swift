import Analytics

/// Cells that have to name a row of another table.
enum ForeignKeyCheck {
  /// Defects of one table's foreign keys. A table that is missing or lacks rows is not held
  /// against those that point to it.
  static func defects(of table: Table, in tables: [String: Table]) -> [Defect] {
    table.schema.foreignKeys.flatMap { key -> [Defect] in
      guard let target = tables[key.table], target.sheet.isWhole,
        let named = target.sheet.header.firstIndex(of: key.key),
        let place = table.sheet.header.firstIndex(of: key.column)
      else { return [] }
      return defects(of: table, key, at: place, target: target, named: named)
    }
  }

  private static func defects(
    of table: Table, _ key: ForeignKey, at place: Int, target: Table, named: Int
  ) -> [Defect] {
    var index = KeyIndex(target.sheet, [named])
    for row in 0..<target.count { _ = index.insert(row) }
    var hints: [String: String] = [:]
    var defects: [Defect] = []
    for row in 0..<table.count {
      guard !table.sheet.cell(row, place).isEmpty,
        index.row(for: table.sheet, row, [place]) == nil
      else { continue }
      let value = table.sheet.text(row, place)
      // A hint costs a look at every key: past a hundred different values nobody reads them.
      if hints[value] == nil, hints.count < 100 {
        hints[value] = hint(for: value, in: target, named: named)
      }
      defects.append(
        table.defect(
          row: row, column: key.column, value: value, problem: "unknown \(key.noun)",
          expected: "one of \(target.schema.file)" + (hints[value] ?? "")))
    }
    return defects
  }

  private static func hint(for value: String, in target: Table, named: Int) -> String {
    let known = (0..<target.count).lazy.map { target.sheet.text($0, named) }
    return Nearest.match(value, among: known).map { ", the nearest \($0)" } ?? ""
  }
}
