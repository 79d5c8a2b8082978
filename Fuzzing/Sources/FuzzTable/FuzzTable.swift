import Fuzzing

@testable import Datasets

/// Bytes as the CSV file of a table, which the first byte chooses, checked by that table's schema.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = unsafe Input(start, count)
  let schema = input.choice(of: TableSchema.all)
  let (sheet, faults) = SheetReader.read(Array(input.rest), file: schema.file)
  faults.forEach(requireHarmless)
  guard let sheet else {
    require(!faults.isEmpty, "nothing was read, and nothing was wrong")
    return 0
  }
  requireRectangular(sheet)
  let (table, defects) = TableCheck.read(sheet, by: schema)
  defects.forEach(requireHarmless)
  for row in 0..<table.count {
    for column in table.header.indices { _ = table.text(row: row, column: column) }
  }
  if faults.isEmpty { requireSame(sheet) }
  return 0
}

private func requireRectangular(_ sheet: Sheet) {
  require(sheet.cells.count == sheet.width * sheet.count, "rows of different widths")
  require(
    sheet.cells.allSatisfy { $0.range.upperBound <= sheet.bytes.count }, "a cell past the end")
}

/// What a defect says goes to a terminal.
private func requireHarmless(_ defect: Defect) {
  for text in [defect.description, defect.message] {
    require(!isDangerous(text), "not neutral: \(text.debugDescription)")
  }
}

/// A file without faults, written with a quote around each cell, reads as the same again.
private func requireSame(_ sheet: Sheet) {
  let rows =
    [sheet.header]
    + (0..<sheet.count).map { row in
      (0..<sheet.width).map { sheet.text(row, $0) }
    }
  let written = rows.map { row in
    row.map { "\"" + String($0.map { $0 == "\"" ? "\"\"" : String($0) }.joined()) + "\"" }
      .joined(separator: ",") + "\n"
  }.joined()
  let (again, faults) = SheetReader.read(Array(written.utf8), file: sheet.file)
  require(faults.isEmpty, "faults of a second reading: \(faults)")
  require(again?.count == sheet.count, "another number of rows in \(written.debugDescription)")
  for row in 0..<sheet.count {
    for column in 0..<sheet.width {
      require(
        again?.text(row, column) == rows[row + 1][column], "another cell at \(row), \(column)")
    }
  }
}
