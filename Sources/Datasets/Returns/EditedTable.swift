/// A table of the folder as texts, to add rows to: every column of the file, extra ones too.
struct EditedTable {
  let file: String
  let header: [String]
  private(set) var rows: [[String]]
  private let places: [String: Int]
  /// The file as it was: what stands before its first row, and each row with the end of its line; nil
  /// for a row that is new or reads otherwise.
  private let head: ArraySlice<UInt8>
  private var lines: [ArraySlice<UInt8>?]
  /// How the file ends its lines.
  private let lineEnd: String
  /// Commas at the end of each line, of columns without a name.
  private let rest: String

  init(_ table: Table) {
    file = table.schema.file
    rest = String(repeating: ",", count: table.sheet.blankColumns)
    header = table.header
    rows = (0..<table.count).map { row in
      table.header.indices.map { table.text(row: row, column: $0) }
    }
    places = Dictionary(
      zip(table.header, table.header.indices), uniquingKeysWith: { first, _ in first })
    let bytes = table.sheet.bytes
    let starts = (0..<table.count).map { table.sheet.start(ofRow: $0) } + [bytes.count]
    head = bytes[..<starts[0]]
    lines = zip(starts, starts.dropFirst()).map { bytes[$0..<$1] }
    let first = bytes.firstIndex(of: 0x0A) ?? 0
    lineEnd = first > 0 && bytes[first - 1] == 0x0D ? "\r\n" : "\n"
  }

  /// A cell by the name of its column; empty where there is no such column.
  subscript(row: Int, column: String) -> String {
    get { places[column].map { rows[row][$0] } ?? "" }
    set {
      guard let place = places[column], rows[row][place] != newValue else { return }
      rows[row][place] = newValue
      lines[row] = nil
    }
  }

  /// The first row with these texts.
  func row(where cells: [String: String]) -> Int? {
    rows.indices.first { row in cells.allSatisfy { self[row, $0.key] == $0.value } }
  }

  /// Places of the rows by their texts in some columns; of two that are the same the first.
  func rows(by columns: [String]) -> [[String]: Int] {
    Dictionary(
      rows.indices.map { row in (columns.map { self[row, $0] }, row) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Puts a row at a place; columns that are not named stay empty.
  mutating func insert(_ cells: [String: String], at place: Int) {
    rows.insert([String](repeating: "", count: header.count), at: place)
    lines.insert(nil, at: place)
    for (column, text) in cells { self[place, column] = text }
  }

  mutating func append(_ cells: [String: String]) { insert(cells, at: rows.count) }

  /// The file: what was not changed as it stood there, byte order mark, quotes and ends of lines
  /// too; the rest as RFC 4180 has it, with quotes where they are needed.
  var bytes: [UInt8] {
    var bytes = Array(head)
    for (row, line) in zip(rows, lines) {
      // The last line of a file need not have an end.
      if !bytes.isEmpty, bytes.last != 0x0A { bytes += lineEnd.utf8 }
      if let line {
        bytes += line
      } else {
        bytes += (row.map(quoted).joined(separator: ",") + rest + lineEnd).utf8
      }
    }
    return bytes
  }

  private func quoted(_ text: String) -> String { Self.quoted(text, lineEnd: lineEnd) }

  /// A cell as RFC 4180 has it, in quotes where it needs them.
  static func quoted(_ text: String, lineEnd: String = "\n") -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    let inside = text.replacing("\"", with: "\"\"").replacing("\n", with: lineEnd)
    return "\"" + inside + "\""
  }
}
