import Datasets

/// Values of strict JSON from the texts of cells.
enum JSONText {
  /// A text in quotes.
  static func string(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case ..<" ", "\u{7F}"..."\u{9F}":
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A number as it is written where JSON can write it so (`18446744073709551615` stays exact),
  /// else the shortest form of its value; null for what is no number.
  static func number(_ text: String) -> String {
    guard let value = Numeral.double(text) else { return "null" }
    if isWritable(text) { return text }
    let shortest = "\(value)"
    return shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest
  }

  /// Whether a number of the contract is one of JSON: no plus sign before it, no leading zeros,
  /// digits on both sides of the point.
  private static func isWritable(_ text: String) -> Bool {
    let mantissa = text.prefix { $0 != "e" && $0 != "E" }
    let unsigned = mantissa.first == "-" ? mantissa.dropFirst() : mantissa
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, whole.first != "+" else { return false }
    if whole.count > 1, whole.first == "0" { return false }
    return parts.count == 1 || !parts[1].isEmpty
  }
}
