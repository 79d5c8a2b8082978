/// One table as it stands in its file, read by its schema: numbers parsed, closed lists resolved,
/// text made when asked for.
public struct Table: Sendable {
  /// What it was read by.
  public let schema: TableSchema
  let sheet: Sheet
  /// Where each column of the schema stands in the sheet; nil for a missing one.
  let places: [Int?]
  /// Each numeric column's values by row, NaN for an empty cell; empty for other columns.
  let numbers: [[Double]]
  /// Each closed list's cases by row, as places in the list; empty for other columns.
  let choices: [[UInt8]]
  /// Rows with a defect in one of their cells.
  let badRows: Set<Int>

  /// Number of rows below the header.
  public var count: Int { sheet.count }

  /// Names of the columns in the file's order, extra ones included.
  public var header: [String] { sheet.header }

  /// A cell's text by the file's order of columns.
  public func text(row: Int, column: Int) -> String { sheet.text(row, column) }

  /// What the schema says of a column in the file's order; nil for an extra one.
  public func schema(ofColumn column: Int) -> ColumnSchema? {
    places.firstIndex(of: column).map { schema.columns[$0] }
  }

  /// A cell's text by the schema's order of columns; empty for a missing column.
  func text(_ row: Int, _ column: Int) -> String {
    places[column].map { sheet.text(row, $0) } ?? ""
  }

  /// A number by the schema's order of columns; nil for an empty or bad cell.
  func number(_ row: Int, _ column: Int) -> Double? {
    guard row < numbers[column].count else { return nil }
    let value = numbers[column][row]
    return value.isNaN ? nil : value
  }

  /// A number by the name of its column.
  func number(_ row: Int, _ column: String) -> Double? {
    schema.place(of: column).flatMap { number(row, $0) }
  }

  /// Text by the name of its column.
  func text(_ row: Int, _ column: String) -> String {
    schema.place(of: column).map { text(row, $0) } ?? ""
  }

  func cell(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    guard let place = places[column] else { return [] }
    return sheet.bytes[sheet.cell(row, place).range]
  }

  /// The row's key cells in a line; the row number where the table has no key.
  func identity(_ row: Int) -> String {
    schema.key.map { text(row, $0) }.joined(separator: " ")
  }

  /// A defect of a row, or of one of its cells.
  func defect(
    row: Int, column: String? = nil, value: String? = nil, problem: String? = nil, expected: String
  ) -> Defect {
    Defect(
      file: schema.file, row: Int(sheet.records[row]), column: column,
      value: value ?? column.map { text(row, $0) }, problem: problem, expected: expected,
      identity: identity(row))
  }

  /// A defect of the table that no row of it carries.
  func defect(identity: String, problem: String, expected: String) -> Defect {
    Defect(
      file: schema.file, value: identity, problem: problem,
      expected: expected, identity: identity)
  }
}
