import Datasets

/// Values of strict JSON from the texts of cells.
enum JSONText {
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
