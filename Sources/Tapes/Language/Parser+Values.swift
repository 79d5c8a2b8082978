import Frames

extension Token {
  /// The token as a message shows it.
  var shown: String {
    switch kind {
    case .end: "the end of the tape"
    case .regex: "/\(neutralised(text))/"
    case .string: "\"\(neutralised(text))\""
    default: neutralised(text)
    }
  }
}

extension Parser {
  /// A refusal of the next token.
  func refusal(_ expected: String) -> Defect {
    let token = peek
    if token.kind == .malformed { return Defect(place: token.place, text: token.text) }
    // What is missing at a line's end is not the next line's fault.
    if token.kind == .end || token.place.line > last.place.line {
      return Defect(place: last.place, text: "expected \(expected) after \(last.shown)")
    }
    return Defect(place: token.place, text: "expected \(expected), not \(token.shown)")
  }

  mutating func takes(symbol: String) -> Bool {
    guard peek.kind == .symbol, peek.text == symbol else { return false }
    _ = advance()
    return true
  }

  mutating func takes(word: String) -> Bool {
    guard peek.kind == .word, peek.text == word else { return false }
    _ = advance()
    return true
  }

  private var isString: Bool {
    switch peek.kind {
    case .string: true
    // A word of a later line is a command that was mistyped, not more text.
    case .word: peek.place.line == last.place.line && !Self.isCommand(peek.text)
    default: false
    }
  }

  mutating func string(_ expected: String) throws(Defect) -> String {
    guard isString else { throw refusal("\(expected) in quotes") }
    return advance().text
  }

  /// One text or more, joined by blanks.
  mutating func strings() throws(Defect) -> String {
    var parts = [try string("text")]
    while isString { parts.append(advance().text) }
    if peek.kind == .malformed { throw refusal("text") }
    return parts.joined(separator: " ")
  }

  /// A number with a point or none, from 0 on.
  mutating func number(_ expected: String) throws(Defect) -> Double {
    guard peek.kind == .number, let value = Double(peek.text), value.isFinite else {
      throw refusal(expected)
    }
    _ = advance()
    return value
  }

  mutating func whole(_ what: String, _ allowed: ClosedRange<Int>) throws(Defect) -> Int {
    let range = "\(allowed.lowerBound) to \(allowed.upperBound)"
    guard peek.kind == .number, let value = Int(peek.text), allowed.contains(value) else {
      throw refusal("\(what), \(range)")
    }
    _ = advance()
    return value
  }

  /// A time: seconds, or with `ms`, `s` or `m` behind it.
  mutating func time() throws(Defect) -> Duration {
    let start = peek.place
    let value = try number("a time such as 500ms, 2s or 1m")
    var seconds = value
    if takes(word: "ms") {
      seconds = value / 1000
    } else if takes(word: "m") {
      seconds = value * 60
    } else {
      _ = takes(word: "s")
    }
    guard seconds <= 86400 else {
      throw Defect(place: start, text: "a time of more than a day")
    }
    return .microseconds(Int64((seconds * 1_000_000).rounded()))
  }

  /// `@` and a time.
  mutating func speed() throws(Defect) -> Duration? {
    takes(symbol: "@") ? try time() : nil
  }

  /// A row and a column, which count from 1, on the screen as it is then.
  mutating func position() throws(Defect) -> Position {
    let row = try whole("a row", 1...size.rows)
    let column = try whole("a column", 1...size.columns)
    return Position(column: column - 1, row: row - 1)
  }

  mutating func pattern() throws(Defect) -> String {
    let token = peek
    guard token.kind == .regex else { throw refusal("a regular expression such as /£45bn/") }
    _ = advance()
    let text = token.text.replacing("\\/", with: "/")
    do {
      _ = try Regex(text)
    } catch {
      throw Defect(
        place: token.place, text: "\(token.shown) is no regular expression: \(error)")
    }
    return text
  }

  mutating func pathText() throws(Defect) -> String {
    switch peek.kind {
    case .path, .string: break
    default: throw refusal("a path")
    }
    let token = advance()
    guard !token.text.isEmpty, !token.text.contains("\0") else {
      throw Defect(place: token.place, text: "the path is empty")
    }
    return token.text
  }

  /// A path to write to, inside the working folder.
  mutating func path(_ extensions: [String]) throws(Defect) -> Path {
    let here = peek.place
    return try checked(try pathText(), extensions, at: here)
  }

  func checked(_ text: String, _ extensions: [String], at place: Place) throws(Defect) -> Path {
    let found = fileExtension(of: text)
    guard extensions.contains(found), let format = Format(rawValue: found) else {
      let allowed = extensions.map { "." + $0 }.joined(separator: " ")
      let what =
        found.isEmpty
        ? "\(neutralised(text)) has no extension" : "unknown extension .\(neutralised(found))"
      throw Defect(place: place, text: "\(what); allowed \(allowed)")
    }
    guard rules.mayWrite(text) else {
      throw Defect(place: place, text: TapeRules.outside(text))
    }
    return Path(text: text, format: format)
  }
}

/// What stands after the last point of a path's last part; empty where there is none.
func fileExtension(of path: String) -> String {
  guard let name = path.split(separator: "/", omittingEmptySubsequences: false).last,
    let point = name.lastIndex(of: "."), point != name.startIndex
  else { return "" }
  return String(name[name.index(after: point)...])
}

/// The name that a mistyped one is nearest to, with at most a third of its letters changed, added
/// or left out.
func nearest(_ typed: String, among names: [String]) -> String? {
  let letters = Array(typed.lowercased().prefix(20))
  let distances = names.map { name in
    let other = Array(name.lowercased())
    var row = Array(0...other.count)
    for (i, letter) in letters.enumerated() {
      var before = row[0]
      row[0] = i + 1
      for (j, candidate) in other.enumerated() {
        let changed = before + (letter == candidate ? 0 : 1)
        before = row[j + 1]
        row[j + 1] = min(changed, row[j + 1] + 1, row[j] + 1)
      }
    }
    return (name: name, distance: row[other.count])
  }
  return distances.filter { $0.distance <= max(letters.count / 3, 1) }
    .min { $0.distance < $1.distance }?.name
}
