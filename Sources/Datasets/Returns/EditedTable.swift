/// A table of the folder as texts, to add rows to: every column of the file, extra ones too.
struct EditedTable {
  let file: String
  let header: [String]
  private(set) var rows: [[String]]
  private let places: [String: Int]

  init(_ table: Table) {
    file = table.schema.file
    header = table.header
    rows = (0..<table.count).map { row in
      table.header.indices.map { table.text(row: row, column: $0) }
    }
    places = Dictionary(
      zip(table.header, table.header.indices), uniquingKeysWith: { first, _ in first })
  }

  /// A cell by the name of its column; empty where there is no such column.
  subscript(row: Int, column: String) -> String {
    get { places[column].map { rows[row][$0] } ?? "" }
    set { if let place = places[column] { rows[row][place] = newValue } }
  }

  /// The first row with these texts.
  func row(where cells: [String: String]) -> Int? {
    rows.indices.first { row in cells.allSatisfy { self[row, $0.key] == $0.value } }
  }

  /// Puts a row at a place; columns that are not named stay empty.
  mutating func insert(_ cells: [String: String], at place: Int) {
    rows.insert([String](repeating: "", count: header.count), at: place)
    for (column, text) in cells { self[place, column] = text }
  }

  mutating func append(_ cells: [String: String]) { insert(cells, at: rows.count) }

  /// The file: RFC 4180, UTF-8, lines ended by LF, quotes where they are needed.
  var bytes: [UInt8] {
    Array(
      ([header] + rows).map { row in row.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
        .utf8)
  }

  static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
