/// The sheets of an `.ods` (OpenDocument 1.2).
struct OpenDocument {
  private(set) var sheets: [Workbook.Sheet] = []

  init(_ content: [UInt8]) throws(WorkbookFault) {
    var reader = MarkupReader(content)
    var hiddenStyles: Set<String> = []
    var style = ""
    while let token = try reader.next() {
      guard case .start(let element, let attributes) = token else { continue }
      switch element {
      case "style": style = attributes["name"] ?? ""
      case "table-properties" where attributes["display"] == "false": hiddenStyles.insert(style)
      case "table":
        sheets.append(
          Workbook.Sheet(
            name: attributes["name"] ?? "",
            isHidden: hiddenStyles.contains(attributes["style-name"] ?? ""),
            rows: try Self.rows(&reader)))
      default: break
      }
    }
  }

  /// Reads to the end of a table.
  private static func rows(_ reader: inout MarkupReader) throws(WorkbookFault) -> [[String]] {
    var grid = CellGrid()
    var merged: [(row: Int, column: Int, height: Int)] = []
    var (row, column, height) = (0, 0, 1)
    var depth = 1
    while depth > 0, let token = try reader.next() {
      switch token {
      case .start("table", _): depth += 1
      case .end("table"): depth -= 1
      case .start("table-row", let attributes):
        column = 0
        height = count(attributes["number-rows-repeated"])
      case .end("table-row"): row += height
      case .start("table-cell", let attributes), .start("covered-table-cell", let attributes):
        let text = try cell(&reader, attributes)
        let width = count(attributes["number-columns-repeated"])
        if !text.isEmpty {
          for place in row..<(row + height) {
            for offset in 0..<width { try grid.set(place, column + offset, text) }
          }
        }
        let spanned = count(attributes["number-rows-spanned"])
        if spanned > 1 { merged.append((row, column, spanned)) }
        column += width
      default: break
      }
    }
    for range in merged { try grid.fillDown(range.row, range.column, height: range.height) }
    return grid.rows
  }

  private static func count(_ text: String?) -> Int {
    min(max(text.flatMap { Int($0) } ?? 1, 1), 1_048_576)
  }

  /// Reads to the end of a cell. Notes on it are none of its text.
  private static func cell(
    _ reader: inout MarkupReader, _ attributes: [String: String]
  ) throws(WorkbookFault) -> String {
    var text = ""
    var (depth, paragraphs, notes) = (1, 0, 0)
    while depth > 0, let token = try reader.next() {
      switch token {
      case .start(let element, let inside):
        depth += 1
        if element == "annotation" { notes += 1 }
        guard notes == 0 else { continue }
        if element == "p" {
          if paragraphs > 0 { text += "\n" }
          paragraphs += 1
        }
        if element == "s" { text += String(repeating: " ", count: min(count(inside["c"]), 1_000)) }
        if element == "line-break" { text += "\n" }
        if element == "tab" { text += " " }
      case .end(let element):
        depth -= 1
        if element == "annotation" { notes -= 1 }
      case .text(let piece):
        if paragraphs > 0, notes == 0 { text += piece }
      }
    }
    switch attributes["value-type"] {
    case "float", "currency", "percentage": return attributes["value"] ?? text
    case "date": return attributes["date-value"].map { String($0.prefix(10)) } ?? text
    default: return text
    }
  }
}
