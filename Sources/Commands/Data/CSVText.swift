import ArgumentParser
import Datasets

/// `--raw-text`: text of CSV as it is.
struct CSVTextOption: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "CSV: text cells as they are. Without it a text that a spreadsheet would take for a formula "
        + "begins with an apostrophe."))
  var rawText = false
}

/// Cells of CSV.
struct CSVText {
  /// What spreadsheets know UTF-8 by, at the beginning of a text.
  static let byteOrderMark = "\u{FEFF}"

  /// Whether text is written as it is, even where a spreadsheet would run it.
  var isRaw = false

  /// A text, in quotes where it needs them. Spreadsheets take what begins with one of a few
  /// characters for a formula, and may run it: an apostrophe before it makes it text again. A
  /// number stays one, negative or not.
  func cell(_ text: String) -> String {
    let isFormula = !isRaw && Self.looksLikeFormula(text)
    return Self.quoted(isFormula ? "'" + text : text)
  }

  /// A number as it is.
  func number(_ text: String) -> String { Self.quoted(text) }

  private static func looksLikeFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
      Numeral.double(text) == nil
    default: false
    }
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
