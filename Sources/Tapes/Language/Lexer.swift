import Frames

/// Takes a tape apart. Newlines only separate; a comment begins where a token could.
struct Lexer {
  private let text: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var lineStart = 0
  /// The line of a command whose argument is a path, until that argument has been read.
  private var pathLine: Int?

  /// Commands after which an unquoted path may begin with a slash.
  private static let pathCommands: Set<String> = ["Output", "Screenshot", "Source", "State"]
  private static let symbols: Set<Unicode.Scalar> = ["@", "=", "+", "%", "-", "^", "\\", "[", "]"]

  init(_ text: String) {
    self.text = Array(text.unicodeScalars)
  }

  /// Every token of a tape, the last one of kind `.end`.
  static func tokens(of text: String) -> [Token] {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    repeat { tokens.append(lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() -> Token {
    skipBlanks()
    let place = Place(line: line, column: index - lineStart + 1)
    guard let first = peek else { return Token(kind: .end, text: "", place: place) }
    let wantsPath = pathLine == line
    pathLine = nil
    switch first {
    case "\"", "'", "`": return quoted(first, .string, "text", place)
    case _ where wantsPath: return run(.path, place) { !Self.isBlank($0) }
    case "/": return quoted(first, .regex, "regular expression", place)
    case "{": return quoted("}", .json, "theme", place)
    case "0"..."9": return run(.number, place, while: Self.isOfNumber)
    case "." where index + 1 < text.count && Self.isDigit(text[index + 1]):
      return run(.number, place, while: Self.isOfNumber)
    case ".", "a"..."z", "A"..."Z":
      let word = run(.word, place, while: Self.isOfWord)
      if Self.pathCommands.contains(word.text) { pathLine = line }
      return word
    default:
      index += 1
      if Self.symbols.contains(first) {
        return Token(kind: .symbol, text: String(first), place: place)
      }
      let shown = neutralised(String(first))
      return Token(
        kind: .malformed, text: "\"\(shown)\" begins nothing; text stands in quotes", place: place)
    }
  }

  private var peek: Unicode.Scalar? { index < text.count ? text[index] : nil }

  private mutating func skipBlanks() {
    while let scalar = peek {
      if scalar == "#" {
        while let more = peek, more != "\n" { index += 1 }
      } else if scalar == "\n" {
        index += 1
        line += 1
        lineStart = index
      } else if Self.isBlank(scalar) {
        index += 1
      } else {
        return
      }
    }
  }

  private mutating func run(
    _ kind: Token.Kind, _ place: Place, while belongs: (Unicode.Scalar) -> Bool
  ) -> Token {
    var found = String.UnicodeScalarView()
    while let scalar = peek, belongs(scalar) {
      found.append(scalar)
      index += 1
    }
    return Token(kind: kind, text: String(found), place: place)
  }

  /// Text up to a mark on the same line. In a regular expression a slash after an odd number of
  /// backslashes belongs to it. A theme keeps its braces and may go on over lines.
  private mutating func quoted(
    _ mark: Unicode.Scalar, _ kind: Token.Kind, _ what: String, _ place: Place
  ) -> Token {
    var found = String.UnicodeScalarView()
    var backslashes = 0
    index += 1
    while let scalar = peek, kind == .json || scalar != "\n" {
      index += 1
      if scalar == mark, kind != .regex || backslashes % 2 == 0 {
        let text = String(found)
        return Token(kind: kind, text: kind == .json ? "{\(text)}" : text, place: place)
      }
      if scalar == "\n" {
        line += 1
        lineStart = index
      }
      backslashes = scalar == "\\" ? backslashes + 1 : 0
      found.append(scalar)
    }
    return Token(
      kind: .malformed, text: "the \(what) that begins here has no closing \(mark)", place: place)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\n"
  }
  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  private static func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || scalar == "."
  }
  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_", "/", "%": true
    default: false
    }
  }
}
