/// The sheets of a spreadsheet file as rows of texts: `.xlsx` and `.ods`.
///
/// A number is written as the file holds it, not as it is shown: a format that shows thousands
/// changes nothing. A day is written as `2026-07-31`. Cells that are merged have their text in each
/// row of the first column that they cover, since a name that is merged over rows is of them all.
struct Workbook {
  struct Sheet {
    let name: String
    let isHidden: Bool
    var rows: [[String]] = []
  }

  /// In the order of their tabs.
  let sheets: [Sheet]

  /// Cells of a sheet past this many are refused.
  static let mostCells = 2_000_000

  /// - Throws: what the archive is instead.
  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    let archive = try ZipArchive(bytes)
    if let book = try archive.file("xl/workbook.xml") {
      sheets = try ExcelBook(archive, book).sheets
    } else if let content = try archive.file("content.xml") {
      sheets = try OpenDocument(content).sheets
    } else if archive.names.contains("xl/workbook.bin") {
      throw WorkbookFault("a binary workbook (xlsb)", "xlsx, ods or CSV: save it as one")
    } else {
      throw WorkbookFault("an archive that is no workbook", "the file inside it, xlsx, ods or CSV")
    }
  }

  /// Whether bytes begin as an archive does.
  static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }
}

/// A sheet's cells while they are read.
struct CellGrid {
  private(set) var rows: [[String]] = []
  private var count = 0

  /// Sets a cell; blanks are not kept.
  mutating func set(_ row: Int, _ column: Int, _ text: String) throws(WorkbookFault) {
    guard !text.isEmpty else { return }
    guard (0..<1_048_576).contains(row), (0..<16_384).contains(column) else { throw .damaged }
    count += max(0, row + 1 - rows.count) + 1
    guard count <= Workbook.mostCells else { throw .tooLarge }
    while rows.count <= row { rows.append([]) }
    if rows[row].count <= column {
      count += column - rows[row].count
      guard count <= Workbook.mostCells else { throw .tooLarge }
      rows[row] += [String](repeating: "", count: column + 1 - rows[row].count)
    }
    rows[row][column] = text
  }

  /// Writes the text of a merged cell into the rows below its first.
  mutating func fillDown(_ row: Int, _ column: Int, height: Int) throws(WorkbookFault) {
    guard height > 1, row < rows.count, column < rows[row].count else { return }
    let text = rows[row][column]
    for below in (row + 1)..<min(row + height, rows.count) { try set(below, column, text) }
  }
}
