/// The cause of a table that is nearly right, told from its first bytes and rows: one defect in
/// place of the hundreds that follow from it.
enum NearMiss {
  /// What the bytes are instead of CSV in UTF-8; nil where nothing speaks against it.
  static func kind(of bytes: [UInt8], file: String) -> Defect? {
    guard let kind = FileKind(bytes) else { return nil }
    return Defect(
      file: file, problem: kind.words,
      expected: kind.expected ?? "CSV in UTF-8: open it and save the sheet as that")
  }

  /// Why a header lacks columns: other marks between cells, lines above it. Nil where only names of
  /// columns are others.
  static func cause(of bytes: [UInt8], schema: TableSchema) -> Defect? {
    let lines = lines(of: bytes)
    let columns = schema.columns.filter { !$0.isOptional }.map(\.name)
    if let first = lines.first, first.lowercased().hasPrefix("sep="), first.utf8.count <= 6 {
      let mark = String(first.dropFirst(4).prefix(1))
      return Defect(
        file: schema.file, row: 1, value: first, problem: "a line for Excel above the header",
        expected: mark == "," || mark.isEmpty
          ? "the header in row 1: take the line away"
          : "the header in row 1: take the line away, and part cells by commas")
    }
    for (place, line) in lines.enumerated() {
      for (mark, name) in marks where isHeader(line, parted: mark, columns) {
        let row = place + 1
        if mark != "," {
          return Defect(
            file: schema.file, row: row, problem: "cells parted by \(name)",
            expected: "commas: save the sheet as CSV (comma delimited)")
        }
        if place == 0 { return nil }
        return Defect(
          file: schema.file, row: row, problem: "the header in row \(row)",
          expected: "it in row 1: take what stands above it away")
      }
    }
    if let first = lines.first, first.hasPrefix("\""), first.hasSuffix("\""),
      isHeader(String(first.dropFirst().dropLast()), parted: ",", columns)
    {
      return Defect(
        file: schema.file, row: 1, problem: "each line is one cell in quotes",
        expected: "quotes round single cells: take the outer ones away")
    }
    return nil
  }

  /// The name in a header that a missing column may stand under: `Body` for `body`, `Source ID` for
  /// `source_id`, a slip.
  static func column(like name: String, in header: [String]) -> String? {
    header.first { key($0) == key(name) }
      ?? header.first { HeadingWords.isNear(Array(key($0).utf8), Array(key(name).utf8)) }
  }

  /// A date as the column has it, of one that a spreadsheet rewrote: `2025-10` of `Oct-25`. Nil for
  /// other columns and texts.
  static func date(_ text: String, as kind: CellKind) -> String? {
    guard kind == .month || kind == .date, !text.isEmpty else { return nil }
    let words = MonthWords(text)
    if kind == .date, let day = words.dates.first, words.dates.count == 1 {
      let written = "\(day.month)-\(day.day < 10 ? "0" : "")\(day.day)"
      return CalendarText.isDate(Array(written.utf8).span) ? written : nil
    }
    return Month(in: text).map { "\($0)" }
  }

  private static func key(_ name: String) -> String { name.words.filter { $0 != " " } }

  private static let marks: [(mark: Character, name: String)] = [
    (",", "commas"), (";", "semicolons"), ("\t", "tabs"), ("|", "bars"),
  ]

  /// Whether a line has most of the columns between these marks, and two at least.
  private static func isHeader(_ line: String, parted mark: Character, _ columns: [String]) -> Bool
  {
    let names = Set(
      line.split(separator: mark).map { key($0.filter { $0 != "\"" && $0 != "\u{FEFF}" }) })
    let found = columns.count { names.contains(key($0)) }
    return found >= 2 && found * 2 > columns.count
  }

  /// The first lines, without blank ones at the end.
  private static func lines(of bytes: [UInt8]) -> [String] {
    let start = bytes.prefix(1 << 14).split(
      separator: 0x0A, maxSplits: 12, omittingEmptySubsequences: false)
    return start.prefix(12).map {
      String(decoding: $0, as: UTF8.self).filter { $0 != "\r" && $0 != "\r\n" }
    }
  }
}
