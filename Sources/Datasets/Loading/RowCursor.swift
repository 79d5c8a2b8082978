/// Hands out a row's cells in the schema's order, so that a typed row is made in one expression.
/// Only for tables without defects.
struct RowCursor {
  private let table: Table
  private var row = 0
  private var column = 0
  private var texts: [Repeated]

  init(_ table: Table) {
    self.table = table
    texts = table.schema.columns.indices.map { Repeated(column: $0) }
  }

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
    return texts[column].text(row, of: table)
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

/// The texts of a column. Where a cell has the bytes of the one above it, as most do, both share one
/// text.
struct Repeated {
  /// Its place in the schema.
  let column: Int
  private var last = (row: -1, text: "")

  init(column: Int) { self.column = column }

  mutating func text(_ row: Int, of table: Table) -> String {
    if last.row >= 0, last.row == row - 1, let place = table.places[column],
      table.sheet.isAsAbove(row, place)
    {
      last.row = row
    } else {
      last = (row, table.text(row, column))
    }
    return last.text
  }
}
