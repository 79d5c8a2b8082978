/// Hands out a row's cells in the schema's order, so that a typed row is made in one expression.
/// Only for tables without defects.
struct RowCursor {
  private let table: Table
  private var row = 0
  private var column = 0

  init(_ table: Table) { self.table = table }

  /// Goes to a row's first cell. One cursor does for a whole table: to make one takes as long as to
  /// read several cells.
  mutating func go(to row: Int) { (self.row, column) = (row, 0) }

  /// One typed value for each row of a table, in file order.
  static func rows<Value>(
    of table: Table?, _ make: (inout RowCursor) -> Value
  ) -> [Value] {
    guard let table else { return [] }
    var cells = RowCursor(table)
    return (0..<table.count).map { row in
      cells.go(to: row)
      return make(&cells)
    }
  }

  mutating func text() -> String {
    defer { column += 1 }
    return table.text(row, column)
  }

  /// Goes past cells that are read another way.
  mutating func skip(_ cells: Int) { column += cells }

  /// A required number.
  mutating func number() -> Double {
    defer { column += 1 }
    return table.numbers[column][row]
  }

  /// A number that may be absent.
  mutating func optional() -> Double? {
    let value = number()
    return value.isNaN ? nil : value
  }

  /// A whole number that may be absent.
  mutating func whole() -> Int? { optional().map { Int($0) } }

  /// The case of a closed list.
  mutating func choice<Value: CaseIterable>() -> Value where Value.AllCases == [Value] {
    defer { column += 1 }
    return Value.allCases[Int(table.choices[column][row])]
  }

  /// The place in a closed list.
  mutating func place() -> Int {
    defer { column += 1 }
    return Int(table.choices[column][row])
  }
}
