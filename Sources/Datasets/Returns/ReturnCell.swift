/// What a cell of a return says of its measure.
enum ReturnCell: Equatable {
  case blank
  case number(Double)
  /// Text that is no number.
  case unreadable

  /// Reads `£1,234.50`, `-£6`, `(12)`, `8.00`; `-`, `N/A`, `(..)` and the like are blank. Commas
  /// have to part groups of three digits: `12,34` is not taken for 1,234.
  init(_ text: String) {
    let compact = text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "£" }
    var rest = String(String.UnicodeScalarView(compact)).lowercased()
    rest = rest.replacing("\u{2212}", with: "-").replacing("\u{2013}", with: "-")
    if Self.blanks.contains(rest) {
      self = .blank
      return
    }
    var sign = 1.0
    if rest.hasPrefix("("), rest.hasSuffix(")") {
      rest = String(rest.dropFirst().dropLast())
      sign = -1
    }
    if rest.hasPrefix("-") {
      rest.removeFirst()
      sign = -sign
    }
    guard let digits = Self.withoutCommas(rest), let value = Numeral.double(digits) else {
      self = .unreadable
      return
    }
    self = .number(value == 0 ? 0 : sign * value)
  }

  private static let blanks: Set<String> = [
    "", "-", "--", "\u{2014}", "n/a", "na", "n.a.", "nil", "none", "null", ".", "..", "...", "(.)",
    "(..)", ":", "notavailable", "notapplicable", "notcollected", "nodata", "nodataavailable",
    "notprovided", "notknown",
  ]

  private static func withoutCommas(_ text: String) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.contains(",") else { return text }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return text.replacing(",", with: "")
  }
}
