public import Frames

/// A picture's numbers as CSV (RFC 4180, UTF-8, LF): one row a number, under one header for every
/// picture, then a row for each publication, named by its id in the rows above. Each row has the
/// picture's marking last.
///
/// What a spreadsheet would take for a formula has an apostrophe before it; numbers are plain.
///
/// - Parameters:
///   - picture: whose numbers are written.
///   - byteOrderMark: whether the text begins with one, without which a spreadsheet may
///     take it for another encoding.
public func csv(_ picture: Picture, byteOrderMark: Bool = false) -> String {
  var rows = picture.numbers + picture.sources.map(Picture.Number.init)
  // A marking goes with the file even where there is no number.
  if rows.isEmpty, !picture.handling.isEmpty { rows = [Picture.Number(table: "", id: "")] }
  let header = NumberColumn.allCases.map(\.rawValue) + ["marking"]
  let lines = rows.map { row in
    NumberColumn.allCases.map { text($0.cell(row)) } + [cell(picture.handling)]
  }
  return (byteOrderMark ? "\u{FEFF}" : "")
    + ([header] + lines).map { $0.joined(separator: ",") + "\n" }.joined()
}

extension Picture.Number {
  /// A publication in the columns of numbers.
  fileprivate init(_ source: Picture.Source) {
    let parts = [source.citation, source.address, source.licence].filter { !$0.isEmpty }
    self.init(
      table: "Sources", id: source.id, asOf: source.date, source: source.id,
      value: parts.joined(separator: "; "))
  }
}

private func text(_ content: NumberColumn.Cell) -> String {
  switch content {
  case .text(let text): cell(text)
  case .number(let text): text
  case .flag(let isSet): isSet ? "true" : "false"
  }
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
