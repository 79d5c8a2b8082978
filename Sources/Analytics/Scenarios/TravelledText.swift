/// Text that came by mail, a chat or a document: with what these put around it and into it.
public enum TravelledText {
  /// A scenario line, an id or an object without what a way puts around it: byte order marks, blanks
  /// of any kind, quotes round the whole, marks of a quoted mail, a full stop behind it. Out of a
  /// scenario line the breaks and blanks inside go too, since it has none of its own.
  public static func cleaned(_ text: String) -> String {
    var scalars = text.unicodeScalars.filter { !hidden.contains($0.value) }[...]
    var isDone = false
    while !isDone {
      isDone = true
      while let first = scalars.first, isBlank(first) || first == ">" || first == "`" {
        scalars.removeFirst()
        isDone = false
      }
      while let last = scalars.last, isBlank(last) || ".,;`".unicodeScalars.contains(last) {
        scalars.removeLast()
        isDone = false
      }
      if let first = scalars.first, let last = scalars.last, scalars.count > 1,
        quotes.contains(where: { $0.contains(first.value) && $1.contains(last.value) })
      {
        scalars = scalars.dropFirst().dropLast()
        isDone = false
      }
    }
    let whole = String(String.UnicodeScalarView(scalars))
    return isLine(whole) ? line(whole) : whole
  }

  /// Whether a text begins as a scenario line does, in letters of any case.
  public static func isLine(_ text: String) -> Bool {
    text.lowercased().hasPrefix(ScenarioLine.prefix)
  }

  private static func line(_ text: String) -> String {
    var line = ""
    var wasBreak = false
    for scalar in text.unicodeScalars {
      // What stands at the beginning of a line of a quoted mail.
      if wasBreak, scalar == ">" || isBlank(scalar) { continue }
      wasBreak = scalar == "\n" || scalar == "\r"
      if isBlank(scalar) { continue }
      switch scalar {
      // Signs that a word processor makes of a hyphen, where a number begins.
      case "\u{2212}", "\u{2013}", "\u{2011}":
        line.unicodeScalars.append(["=", ","].contains(line.last) ? "-" : scalar)
      default: line.unicodeScalars.append(scalar)
      }
    }
    return ScenarioLine.prefix + line.dropFirst(ScenarioLine.prefix.count)
  }

  private static func isBlank(_ scalar: UnicodeScalar) -> Bool {
    scalar.properties.isWhitespace
  }

  /// The byte order mark, blanks without a width, the soft hyphen.
  private static let hidden: Set<UInt32> = [0xFEFF, 0x200B, 0x200C, 0x200D, 0x2060, 0xAD]

  /// Opening and closing quotes, straight, curly and pointed.
  private static let quotes: [(Set<UInt32>, Set<UInt32>)] = [
    ([0x22, 0x201C, 0x201D, 0x201E], [0x22, 0x201C, 0x201D]),
    ([0x27, 0x2018, 0x2019, 0x201A], [0x27, 0x2018, 0x2019]), ([0xAB], [0xBB]), ([0xBB], [0xAB]),
    ([0x3C], [0x3E]), ([0x28], [0x29]), ([0x5B], [0x5D]),
  ]
}

extension ModelInputs {
  /// The code of the organisation that is meant by a text that is none: a code in small letters, a
  /// name, whole or its beginning, or one of them mistyped. Nil where none or several may be.
  public func organisation(like text: String) -> String? {
    let key = Self.key(text)
    guard !key.isEmpty else { return nil }
    if let found = organisations.first(where: {
      Self.key($0.code) == key || Self.key($0.name) == key
    }) {
      return found.code
    }
    let starts = organisations.filter { Self.key($0.name).hasPrefix(key) }
    if starts.count == 1, key.count >= 4 { return starts[0].code }
    if let code = Nearest.match(text, among: organisations.map(\.code)) { return code }
    let name = Nearest.match(text, among: organisations.map(\.name))
    return organisations.first { $0.name == name }?.code
  }

  /// Small letters and digits, without articles and the like.
  private static func key(_ text: String) -> String {
    let words = text.lowercased().replacing("&", with: " and ")
      .split { !$0.isLetter && !$0.isNumber }
    return words.filter { !["the", "and", "of", "for"].contains($0) }.joined()
  }
}
