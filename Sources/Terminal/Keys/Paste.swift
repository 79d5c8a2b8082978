/// Pasted text as it comes in, one character after the other.
struct Paste: Sendable {
  /// Scalars that are kept; the rest of a longer paste is read and dropped.
  static let limit = 65_536

  private var scalars = String.UnicodeScalarView()
  private var kept = 0
  private var returned = false

  var text: String { String(scalars) }

  /// Line ends become line feeds; other control characters, which no key in a text means, go.
  mutating func append(_ scalar: Unicode.Scalar) {
    defer { returned = scalar == "\r" }
    if scalar == "\n" && returned { return }
    let plain: Unicode.Scalar = scalar == "\r" ? "\n" : scalar
    let printable = plain.value >= 32 && !(127..<160).contains(plain.value)
    guard kept < Self.limit, printable || plain == "\n" || plain == "\t" else { return }
    scalars.append(plain)
    kept += 1
  }
}
