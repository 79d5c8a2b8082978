import Analytics

/// Cells that have to name a row of another table.
struct ForeignKeyCheck: Sendable {
  /// A column that cells point to.
  private struct Target: Sendable {
    let table: Table
    /// Place of the column in the sheet.
    let column: Int
    let index: KeyIndex
  }

  /// By the table's name, then the column's.
  private let targets: [String: [String: Target]]

  /// Looks through each column that keys of `schemas` point to, once for all who ask. A table that
  /// is missing or lacks rows is not held against those that point to it.
  init(_ tables: [String: Table], keysOf schemas: [TableSchema]) {
    var targets: [String: [String: Target]] = [:]
    for key in schemas.flatMap(\.foreignKeys) where targets[key.table]?[key.key] == nil {
      guard let table = tables[key.table], table.sheet.isWhole,
        let column = table.sheet.header.firstIndex(of: key.key)
      else { continue }
      targets[key.table, default: [:]][key.key] = Target(
        table: table, column: column, index: KeyIndex(of: table.sheet, [column]))
    }
    self.targets = targets
  }

  /// Defects of one table's foreign keys.
  func defects(of table: Table) -> [Defect] {
    table.schema.foreignKeys.flatMap { key -> [Defect] in
      guard let target = targets[key.table]?[key.key],
        let place = table.sheet.header.firstIndex(of: key.column)
      else { return [] }
      return Self.defects(of: table, key, at: place, target)
    }
  }

  private static func defects(
    of table: Table, _ key: ForeignKey, at place: Int, _ target: Target
  ) -> [Defect] {
    var hints: [String: String] = [:]
    var defects: [Defect] = []
    let places = [place]
    var isSound = true
    for row in 0..<table.count {
      if !table.sheet.isAsAbove(row, place) {
        isSound =
          table.sheet.cell(row, place).isEmpty
          || target.index.row(for: table.sheet, row, places) != nil
      }
      guard !isSound else { continue }
      let value = table.sheet.text(row, place)
      // A hint costs a look at every key: past a hundred different values nobody reads them.
      if hints[value] == nil, hints.count < 100 {
        hints[value] = hint(for: value, in: target)
      }
      defects.append(
        table.defect(
          row: row, column: key.column, value: value, problem: "unknown \(key.noun)",
          expected: "one of \(target.table.schema.file)" + (hints[value] ?? "")))
    }
    return defects
  }

  private static func hint(for value: String, in target: Target) -> String {
    let known = (0..<target.table.count).lazy.map { target.table.sheet.text($0, target.column) }
    return Nearest.match(value, among: known).map { ", the nearest \($0)" } ?? ""
  }
}
