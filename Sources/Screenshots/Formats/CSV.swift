public import Frames

/// A picture's tables as one table in CSV (RFC 4180, UTF-8, LF): the columns of all of them, each row
/// with the name of its table first, and with the picture's own sources, marks, dates and scenario
/// last, so that no row can lose them.
///
/// What a spreadsheet would take for a formula has an apostrophe before it.
public func csv(_ picture: Picture) -> String {
  var header: [String] = []
  for name in picture.tables.flatMap(\.header) where !header.contains(name) { header.append(name) }
  let about = [picture.source, picture.mark, picture.asOf, picture.scenario, picture.handling]
  var text = line(
    ["Table"] + header
      + ["Sources of the picture", "Marks of the picture", "Dates of the picture", "Scenario"]
      + ["Handling"])
  for table in picture.tables {
    for row in table.rows {
      let cells = header.map { name in
        table.header.firstIndex(of: name).flatMap { row.indices.contains($0) ? row[$0] : nil } ?? ""
      }
      text += line([table.caption] + cells + about)
    }
  }
  // A marking goes with the file even where there is no number.
  if !picture.handling.isEmpty, picture.tables.allSatisfy(\.rows.isEmpty) {
    text += line([""] + header.map { _ in "" } + about)
  }
  return text
}

private func line(_ cells: [String]) -> String {
  cells.map(cell).joined(separator: ",") + "\n"
}

private func cell(_ raw: String) -> String {
  let text = harmless(neutralised(raw))
  let needsQuotes =
    text.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
    || text.unicodeScalars.first == " " || text.unicodeScalars.last == " "
  guard needsQuotes else { return text }
  // Scalar by scalar: a quote with a mark on it is one character to Swift, and none to a reader.
  var quoted = "\""
  for scalar in text.unicodeScalars {
    if scalar == "\"" { quoted += "\"" }
    quoted.unicodeScalars.append(scalar)
  }
  return quoted + "\""
}

/// Text that no spreadsheet takes for a formula; numbers stay numbers.
private func harmless(_ text: String) -> String {
  guard let first = text.unicodeScalars.first(where: { $0 != " " }),
    ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"].contains(first)
  else { return text }
  return isNumber(text) ? text : "'" + text
}

private func isNumber(_ text: String) -> Bool {
  var rest = text[...].utf8
  if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
  if rest.last == UInt8(ascii: "%") { rest.removeLast() }
  let parts = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
  return (1...2).contains(parts.count)
    && parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { digits.contains($0) || $0 == UInt8(ascii: ",") }
    }
}
