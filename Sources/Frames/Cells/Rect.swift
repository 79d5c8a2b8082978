/// A rectangle of cells. Never negative in size.
public struct Rect: Hashable, Sendable {
  public var column, row, columns, rows: Int

  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(columns, 0)
    self.rows = max(rows, 0)
  }

  public var endColumn: Int { column + columns }
  public var endRow: Int { row + rows }
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  public func contains(column: Int, row: Int) -> Bool {
    (self.column..<endColumn).contains(column) && (self.row..<endRow).contains(row)
  }

  /// The part of this rectangle inside another.
  public func clipped(to other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left,
      rows: min(endRow, other.endRow) - top)
  }

  /// Smaller by so many cells on each side.
  public func inset(columns horizontal: Int = 0, rows vertical: Int = 0) -> Rect {
    Rect(
      column: column + horizontal, row: row + vertical, columns: columns - 2 * horizontal,
      rows: rows - 2 * vertical)
  }

  /// The top so many rows, and what is left below.
  public func split(top count: Int) -> (Rect, Rect) {
    let n = min(max(count, 0), rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: n),
      Rect(column: column, row: row + n, columns: columns, rows: rows - n)
    )
  }

  /// The leftmost so many columns, and what is left beside them.
  public func split(left count: Int) -> (Rect, Rect) {
    let n = min(max(count, 0), columns)
    return (
      Rect(column: column, row: row, columns: n, rows: rows),
      Rect(column: column + n, row: row, columns: columns - n, rows: rows)
    )
  }

  /// Side by side in the given proportions; the cells that are left over go to the first ones.
  public func columns(_ weights: [Int], gap: Int = 0) -> [Rect] {
    Self.shares(of: columns - gap * max(weights.count - 1, 0), weights).reduce(into: []) {
      parts, width in
      let start = parts.last.map { $0.endColumn + gap } ?? column
      parts.append(Rect(column: start, row: row, columns: width, rows: rows))
    }
  }

  /// One below the other in the given proportions.
  public func rows(_ weights: [Int], gap: Int = 0) -> [Rect] {
    Self.shares(of: rows - gap * max(weights.count - 1, 0), weights).reduce(into: []) {
      parts, height in
      let start = parts.last.map { $0.endRow + gap } ?? row
      parts.append(Rect(column: column, row: start, columns: columns, rows: height))
    }
  }

  private static func shares(of total: Int, _ weights: [Int]) -> [Int] {
    let sum = max(weights.reduce(0, +), 1)
    var shares = weights.map { max(total, 0) * $0 / sum }
    var rest = max(total, 0) - shares.reduce(0, +)
    for index in shares.indices where rest > 0 {
      shares[index] += 1
      rest -= 1
    }
    return shares
  }
}
