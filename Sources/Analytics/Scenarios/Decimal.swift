/// Numbers as people write them in options, scenario lines and data:
/// `[+-]?(digits[.digits*]|.digits)([eE][+-]?digits)?`, finite. The minus that is printed (U+2212) is
/// taken as well as the hyphen: what was copied from a screen can be typed again.
public enum Decimal {
  /// The nearest number; nil where the text is not one.
  public static func value(_ text: some StringProtocol) -> Double? {
    var rest = Array(text.utf8)[...]
    dropSign(&rest)
    let whole = dropDigits(&rest)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = dropDigits(&rest)
    }
    guard whole + fraction > 0 else { return nil }
    if rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
      rest.removeFirst()
      dropSign(&rest)
      guard dropDigits(&rest) > 0 else { return nil }
    }
    guard rest.isEmpty, let value = Double(String(text).replacing("\u{2212}", with: "-")),
      value.isFinite
    else { return nil }
    return value
  }

  /// The shortest text that reads back as the same number: `7`, `0.9`, `1e-05`.
  public static func text(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func dropSign(_ rest: inout ArraySlice<UInt8>) {
    if rest.starts(with: "\u{2212}".utf8) {
      rest.removeFirst(3)
    } else if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
      rest.removeFirst()
    }
  }

  private static func dropDigits(_ rest: inout ArraySlice<UInt8>) -> Int {
    let digits = rest.prefix { 0x30...0x39 ~= $0 }.count
    rest.removeFirst(digits)
    return digits
  }
}
