import Datasets
import Figures
import Frames

/// Rows to print as a table for people, as CSV or as JSON.
struct Listing {
  /// The forms that `--format` takes.
  enum Form: String, CaseIterable {
    case table, csv, json

    /// The form that the user typed.
    init(typed: String) throws(CommandFailure) {
      guard let form = Form(rawValue: typed) else {
        throw .unknown("format", typed, allowed: Form.allCases.map(\.rawValue))
      }
      self = form
    }
  }

  struct Column {
    var name: String
    /// Whether the texts are numbers as the contract writes them.
    var isNumeric = false
  }

  var columns: [Column]
  /// As many texts as columns in each; empty for no value.
  var rows: [[String]]

  /// Each line ended by LF. `width` is the terminal's; nil prints cells whole.
  func text(_ form: Form, width: Int?, csv cells: CSVText = CSVText()) -> String {
    switch form {
    case .table: aligned(width: width)
    case .csv: csv(cells)
    case .json: json
    }
  }

  private func csv(_ cells: CSVText) -> String {
    let header = columns.map { cells.cell($0.name) }
    let lines = rows.map { row in
      zip(columns, row).map { $0.isNumeric ? cells.number($1) : cells.cell($1) }
    }
    return ([header] + lines).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  /// One object a row: numbers as numbers, null for no value.
  private var json: String {
    if rows.isEmpty { return "[]\n" }
    let objects = rows.map { row in
      "  {"
        + zip(columns, row).map { column, text in
          "\(quotedJSON(column.name)): "
            + (text.isEmpty
              ? "null" : column.isNumeric ? JSONText.number(text) : quotedJSON(text))
        }.joined(separator: ", ") + "}"
    }
    return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }

  private func aligned(width: Int?) -> String {
    let numbers = rows.map { row in
      zip(columns, row).map { column, text in
        column.isNumeric && text.count > 1 && text.hasPrefix("-")
          ? Numbers.minus + text.dropFirst() : text
      }
    }
    let lines = ([columns.map(\.name)] + numbers).map { $0.map(neutralised) }
    var widths = columns.indices.map { column in
      lines.map { displayWidth($0[column]) }.max() ?? 0
    }
    if let width { Self.narrow(&widths, to: width) }
    return lines.map { line in
      var text = ""
      for (column, cell) in line.enumerated() {
        let fitted = truncated(cell, to: widths[column])
        let blanks = String(repeating: " ", count: widths[column] - displayWidth(fitted))
        text +=
          (column == 0 ? "" : "  ")
          + (columns[column].isNumeric ? blanks + fitted : fitted + blanks)
      }
      while text.last == " " { text.removeLast() }
      return (width.map { truncated(text, to: $0) } ?? text) + "\n"
    }.joined()
  }

  /// Takes from the widest columns, none below 8, until the line fits or none can give more.
  private static func narrow(_ widths: inout [Int], to width: Int) {
    var excess = widths.reduce(2 * (widths.count - 1), +) - width
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > 8
    {
      widths[widest] -= 1
      excess -= 1
    }
  }
}
