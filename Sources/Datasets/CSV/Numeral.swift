/// Numbers as the contract writes them: `[+-]?(digits[.digits*]|.digits)([eE][+-]?digits)?`.
public enum Numeral {
  /// The nearest `Double`; nil where the text is no such number or not finite.
  public static func double(_ text: String) -> Double? { double(Array(text.utf8).span) }

  /// As above; of a span, since a table has millions of cells, and a slice of bytes is counted each
  /// time that it is made.
  static func double(_ text: Span<UInt8>) -> Double? {
    var place = 0
    var isNegative = false
    if place < text.count, text[place] == minus || text[place] == plus {
      isNegative = text[place] == minus
      place += 1
    }
    var mantissa: UInt64 = 0
    var (digits, kept, exponent) = (0, 0, 0)
    var seenPoint = false
    while place < text.count {
      let byte = text[place]
      if let digit = digit(byte) {
        digits += 1
        if kept < 19 {
          mantissa = mantissa * 10 + UInt64(digit)
          if mantissa > 0 { kept += 1 }
          if seenPoint { exponent -= 1 }
        } else {
          kept += 1
        }
      } else if byte == point, !seenPoint {
        seenPoint = true
      } else {
        break
      }
      place += 1
    }
    guard digits > 0 else { return nil }
    let all = { (text: Span<UInt8>) in text.indices.map { text[$0] } }
    if place < text.count {
      guard let written = exponentPart(all(text)[place...]) else { return nil }
      exponent += written
    }
    // Exact: both numbers are, and IEEE division and multiplication round once.
    if kept <= 19, mantissa < 1 << 53, abs(exponent) <= 22 {
      let power = powersOfTen[abs(exponent)]
      let value = exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
      return isNegative ? -value : value
    }
    guard let value = Double(String(decoding: all(text), as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }

  /// A number of digits only; nil for anything else or past 64 bits.
  static func digits(_ text: Span<UInt8>) -> UInt64? {
    guard !text.isEmpty else { return nil }
    var value: UInt64 = 0
    for index in text.indices {
      guard let digit = digit(text[index]) else { return nil }
      let (ten, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, past) = ten.addingReportingOverflow(UInt64(digit))
      guard !over, !past else { return nil }
      value = sum
    }
    return value
  }

  private static let plus = UInt8(ascii: "+")
  private static let minus = UInt8(ascii: "-")
  private static let point = UInt8(ascii: ".")
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private static func digit(_ byte: UInt8) -> UInt8? {
    let value = byte &- UInt8(ascii: "0")
    return value < 10 ? value : nil
  }

  /// The exponent of `e+12`, capped far beyond what a `Double` holds.
  private static func exponentPart(_ text: ArraySlice<UInt8>) -> Int? {
    guard let mark = text.first, mark | 0x20 == UInt8(ascii: "e") else { return nil }
    var rest = text.dropFirst()
    let sign = rest.first == minus ? -1 : 1
    if rest.first == minus || rest.first == plus { rest = rest.dropFirst() }
    guard !rest.isEmpty else { return nil }
    var value = 0
    for byte in rest {
      guard let digit = digit(byte) else { return nil }
      value = min(value * 10 + Int(digit), 100_000)
    }
    return sign * value
  }
}
