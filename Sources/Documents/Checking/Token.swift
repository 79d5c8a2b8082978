/// A piece of a text as a check compares it. What the eye passes over, signs and blanks, is none.
struct Token: Equatable {
  enum Kind: Equatable {
    case word
    /// Money, a share, a count, a year or a date.
    case number
    /// A reference to a note at the foot.
    case note
    /// What stays with a figure, in brackets: `(reported, survey, 2024 [3])`.
    case mark
  }

  var kind: Kind
  /// By which two are the same: a word in small letters, a number as its value (`£1.5bn` is
  /// `£1,500m`), the words of a mark.
  var key: String
  /// Its bytes in the text.
  var range: Range<Int>
}

/// A text with its tokens.
struct TokenText {
  /// Stands in a text where a reference to a note stands.
  static let noteMark: Character = "\u{E000}"

  let bytes: [UInt8]
  let tokens: [Token]

  init(_ text: String) {
    // A hyphen at which no line breaks is a hyphen.
    let text = String(text.map { $0 == "\u{2011}" ? "-" : $0 })
    bytes = Array(text.utf8)
    var lexer = Lexer(bytes: bytes)
    tokens = lexer.all()
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Its sentences, by their tokens. The same text gives the same ones wherever it stands.
  var sentences: [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for place in tokens.indices.dropFirst() {
      let gap = bytes[tokens[place - 1].range.upperBound..<tokens[place].range.lowerBound]
      guard gap.contains(where: \.endsSentence), gap.contains(where: \.isBlank) else { continue }
      sentences.append(start..<place)
      start = place
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }
}

extension UInt8 {
  fileprivate var endsSentence: Bool {
    self == UInt8(ascii: ".") || self == UInt8(ascii: "?") || self == UInt8(ascii: "!")
  }
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0xA0 }
  fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  fileprivate var isLetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }
}

/// Finds the tokens, byte by byte.
private struct Lexer {
  let bytes: [UInt8]
  var place = 0

  /// What stands at a place.
  private enum Kind { case letter, digit, currency, minus, note, other }

  mutating func all() -> [Token] {
    var tokens: [Token] = []
    while place < bytes.count {
      let (kind, length) = kind(at: place)
      switch kind {
      case .letter: tokens.append(word())
      case .digit, .currency, .minus:
        if let number = number() { tokens.append(number) } else { place += length }
      case .note:
        tokens.append(Token(kind: .note, key: "", range: place..<(place + length)))
        place += length
      case .other:
        if bytes[place] == UInt8(ascii: "("), let mark = mark() {
          tokens.append(mark)
        } else if let end = referenceEnd() {
          place = end
        } else {
          place += length
        }
      }
    }
    return tokens
  }

  private func kind(at place: Int) -> (Kind, Int) {
    let byte = bytes[place]
    if byte < 0x80 {
      if byte.isLetter { return (.letter, 1) }
      if byte.isDigit { return (.digit, 1) }
      if byte == UInt8(ascii: "$") { return (.currency, 1) }
      return (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") ? .minus : .other, 1)
    }
    let rest = bytes.dropFirst(place)
    if byte == 0xC2 { return (rest.starts(with: [0xC2, 0xA3]) ? .currency : .other, 2) }
    if byte == 0xE2 {
      if rest.starts(with: [0xE2, 0x88, 0x92]) { return (.minus, 3) }
      return (rest.starts(with: [0xE2, 0x82, 0xAC]) ? .currency : .other, 3)
    }
    if byte == 0xEE, rest.starts(with: [0xEE, 0x80, 0x80]) { return (.note, 3) }
    return (.letter, byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1)
  }

  private mutating func word() -> Token {
    let start = place
    var key: [UInt8] = []
    while place < bytes.count {
      let (kind, length) = kind(at: place)
      guard kind == .letter || kind == .digit else { break }
      let end = min(place + length, bytes.count)
      key += bytes[place..<end].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      place = end
    }
    return Token(
      kind: .word, key: String(decoding: key, as: UTF8.self), range: start..<place)
  }

  /// Behind `[3]`: numbers of sources change where sources come and go, and are no figures.
  private func referenceEnd() -> Int? {
    guard bytes[place] == UInt8(ascii: "[") else { return nil }
    var end = place + 1
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    return end > place + 1 && end < bytes.count && bytes[end] == UInt8(ascii: "]") ? end + 1 : nil
  }

  private static let marks = ["reported", "derived", "modelled"].map { Array($0.utf8) }

  /// A mark in brackets, as documents without notes print it.
  private mutating func mark() -> Token? {
    let rest = bytes.dropFirst(place + 1)
    guard Self.marks.contains(where: { rest.starts(with: $0) }),
      let end = rest.prefix(400).firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    var inside = Lexer(bytes: Array(rest[rest.startIndex..<end]))
    let words = inside.all().filter { $0.kind == .word }.map(\.key)
    defer { place = end + 1 }
    return Token(kind: .mark, key: words.joined(separator: " "), range: place..<(end + 1))
  }
}

// MARK: - Numbers

extension Lexer {
  /// A number with its sign, its currency and what follows it: `−£1.5 billion`, `28%`, `2025-26`.
  private mutating func number() -> Token? {
    let start = place
    var end = place
    var key = ""
    if kind(at: end).0 == .minus {
      // A hyphen inside a word or a span of years is no sign.
      if start > 0, case let before = kind(at: start - 1).0, before == .letter || before == .digit {
        return nil
      }
      if bytes[end] != UInt8(ascii: "+") { key = "-" }
      end += kind(at: end).1
    }
    if end < bytes.count, kind(at: end).0 == .currency {
      key += "£"
      end += kind(at: end).1
    }
    guard end < bytes.count, bytes[end].isDigit else { return nil }
    var (digits, decimals, points) = ([UInt8](), 0, 0)
    let first = end
    while end < bytes.count {
      let byte = bytes[end]
      if byte.isDigit {
        digits.append(byte)
        if points > 0 { decimals += 1 }
      } else if byte == UInt8(ascii: ","), points == 0, isThousands(end + 1) {
      } else if byte == UInt8(ascii: "."), end + 1 < bytes.count, bytes[end + 1].isDigit {
        points += 1
      } else {
        break
      }
      end += 1
    }
    if points > 1 || (points == 0 && key.isEmpty && isSpan(end)) {
      // A version, a date, a span of years or of numbers.
      while end + 1 < bytes.count,
        bytes[end].isDigit || (bytes[end] == UInt8(ascii: "-") && bytes[end + 1].isDigit)
      { end += 1 }
      if end < bytes.count, bytes[end].isDigit { end += 1 }
      place = end
      return Token(
        kind: .number, key: "#" + String(decoding: bytes[first..<end], as: UTF8.self),
        range: start..<end)
    }
    let (scale, after) = scale(end)
    place = after
    return Token(
      kind: .number, key: key + Self.value(digits, decimals: decimals, scale), range: start..<after)
  }

  private func isSpan(_ end: Int) -> Bool {
    end + 1 < bytes.count && bytes[end] == UInt8(ascii: "-") && bytes[end + 1].isDigit
  }

  private func isThousands(_ place: Int) -> Bool {
    place + 3 <= bytes.count && bytes[place..<(place + 3)].allSatisfy(\.isDigit)
      && (place + 3 == bytes.count || !bytes[place + 3].isDigit)
  }

  private static let scales: [(name: [UInt8], scale: String)] = [
    ("billion", "9"), ("million", "6"), ("thousand", "3"), ("trillion", "12"), ("per cent", "%"),
    ("percent", "%"), ("bn", "9"), ("m", "6"), ("k", "3"), ("tn", "12"), ("%", "%"),
  ].map { (Array($0.0.utf8), $0.1) }

  /// What a number is multiplied by, or that it is a share, and where that ends.
  private func scale(_ end: Int) -> (String, Int) {
    var start = end
    if start < bytes.count, bytes[start] == 0x20 { start += 1 }
    if bytes.dropFirst(start).starts(with: [0xC2, 0xA0]) { start += 2 }
    for (name, scale) in Self.scales {
      // What is short stands at the number itself.
      guard start == end || name.count > 5, bytes.dropFirst(start).starts(with: name) else {
        continue
      }
      let after = start + name.count
      if scale == "%" || after == bytes.count || kind(at: after).0 != .letter {
        return (scale, after)
      }
    }
    return ("0", end)
  }

  /// One text for every way to write a value: digits without noughts at either end, and where the
  /// point stands.
  private static func value(_ digits: [UInt8], decimals: Int, _ scale: String) -> String {
    var exponent = (Int(scale) ?? 0) - decimals
    var kept = digits[...].drop { $0 == 0x30 }
    while let last = kept.last, last == 0x30 {
      kept = kept.dropLast()
      exponent += 1
    }
    if kept.isEmpty { exponent = 0 }
    return String(decoding: kept, as: UTF8.self) + "e\(exponent)" + (scale == "%" ? "%" : "")
  }
}

extension Token {
  /// What sort of number it is: one does not stand for another.
  var sort: Character {
    if key.first == "#" { return "#" }
    if key.last == "%" { return "%" }
    return key.contains("£") ? "£" : "n"
  }
}
