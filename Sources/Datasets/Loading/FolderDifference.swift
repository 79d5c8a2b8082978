/// What the tables of one data folder have that those of another have not.
public struct FolderDifference: Sendable {
  /// A cell that reads otherwise; both texts as the files write them.
  public struct Cell: Hashable, Sendable {
    public let column, old, new: String
  }

  /// A row that both have, by its key.
  public struct Changed: Hashable, Sendable {
    /// The key's cells, in the order of its columns.
    public let key: [String]
    /// Those that read otherwise, in the order of the old file's columns.
    public let cells: [Cell]
  }

  /// A table with a difference.
  public struct TableDifference: Sendable {
    /// The table.
    public let schema: TableSchema
    /// Columns of the row's key; of a table without one, all.
    public let key: [String]
    /// Keys of rows that only the new folder has, in its order.
    public let added: [[String]]
    /// Keys of rows that only the old folder has, in its order.
    public let removed: [[String]]
    /// Rows that both have and that read otherwise, in the old folder's order.
    public let changed: [Changed]
    /// Columns beyond the schema that only one folder has.
    public let newColumns, lostColumns: [String]
  }

  /// In the order of the schema; tables that are the same are not here.
  public let tables: [TableDifference]

  /// Compares two folders row by row. The order of rows makes no difference.
  ///
  /// - Throws: the first defect of either, the old one's first.
  public init(old: DataFolder, new: DataFolder) throws(DataError) {
    let before = try old.allTables()
    let after = try new.allTables()
    tables = TableSchema.all.compactMap { schema in
      let (old, new) = (before.first { $0.schema == schema }, after.first { $0.schema == schema })
      switch (old, new) {
      case (let old?, let new?): return TableDifference(old: old, new: new)
      case (nil, let new?): return TableDifference(of: new, isNew: true)
      case (let old?, nil): return TableDifference(of: old, isNew: false)
      case (nil, nil): return nil
      }
    }
  }
}

extension FolderDifference.TableDifference {
  /// A table that only one of the folders has.
  fileprivate init(of table: Table, isNew: Bool) {
    (schema, key) = (table.schema, Self.key(of: table))
    let rows = Rows(table, key: key).order
    (added, removed) = isNew ? (rows, []) : ([], rows)
    (changed, newColumns, lostColumns) = ([], [], [])
  }

  private static func key(of table: Table) -> [String] {
    table.schema.key.isEmpty ? table.schema.columnNames : table.schema.key
  }

  fileprivate init?(old: Table, new: Table) {
    let columns = Self.key(of: old)
    (schema, key) = (old.schema, columns)
    let before = Rows(old, key: columns)
    let after = Rows(new, key: columns)
    added = after.keys(beyond: before)
    removed = before.keys(beyond: after)
    newColumns = new.header.filter { !old.header.contains($0) }
    lostColumns = old.header.filter { !new.header.contains($0) }
    let shared = old.header.enumerated().compactMap { place, column in
      columns.contains(column) ? nil : new.header.firstIndex(of: column).map { (column, place, $0) }
    }
    changed = before.order.compactMap { key in
      guard !old.schema.key.isEmpty, let first = before.rows[key]?.first,
        let second = after.rows[key]?.first
      else { return nil }
      let cells = shared.compactMap { column, before, after -> FolderDifference.Cell? in
        let texts = (old.text(row: first, column: before), new.text(row: second, column: after))
        return texts.0 == texts.1 ? nil : .init(column: column, old: texts.0, new: texts.1)
      }
      return cells.isEmpty ? nil : .init(key: key, cells: cells)
    }
    if added.isEmpty, removed.isEmpty, changed.isEmpty, newColumns.isEmpty, lostColumns.isEmpty {
      return nil
    }
  }

  /// Rows by key; without a key of their own, equal rows stand behind one another.
  private struct Rows {
    var order: [[String]] = []
    var rows: [[String]: [Int]] = [:]

    init(_ table: Table, key: [String]) {
      let places = key.compactMap { table.header.firstIndex(of: $0) }
      for row in 0..<table.count {
        let cells = places.map { table.text(row: row, column: $0) }
        order.append(cells)
        rows[cells, default: []].append(row)
      }
    }

    func keys(beyond other: Rows) -> [[String]] {
      var seen: [[String]: Int] = [:]
      return order.filter { key in
        seen[key, default: 0] += 1
        return seen[key, default: 0] > (other.rows[key]?.count ?? 0)
      }
    }
  }
}
