/// Where a text stands in the columns that it has.
public enum Alignment: Hashable, Sendable {
  case leading, centre, trailing
}

/// The text in at most so many columns, neutralised, with `…` at its end where it was cut.
public func truncated(_ text: String, to width: Int) -> String {
  guard width > 0 else { return "" }
  if isPrintableASCII(text) {
    return text.utf8.count <= width ? text : cut(String(Substring(text.utf8.prefix(width - 1))))
  }
  var whole = ""
  // The bytes of `whole` that leave a column for the sign of the cut.
  var kept = 0
  var columns = 0
  var fits = true
  eachCell(of: text) { cell, cellWidth in
    columns += cellWidth
    if columns > width {
      fits = false
      return false
    }
    whole += cell
    if columns < width { kept = whole.utf8.count }
    return true
  }
  if fits { return whole }
  return cut(String(decoding: whole.utf8.prefix(kept), as: UTF8.self))
}

private func cut(_ text: String) -> String {
  var text = text
  while text.hasSuffix(" ") { text.removeLast() }
  return text + "…"
}

/// A title in at most so many columns, neutralised, cut between words and without a sign of it: what
/// stands in brackets at its end is the first to go, then what follows its last colon or comma, then
/// its last words. Only a word that is itself too wide is cut as ``truncated(_:to:)`` does.
public func shortened(_ title: String, to width: Int) -> String {
  var rest = title[...]
  while displayWidth(rest) > width, let shorter = withoutLastClause(rest) { rest = shorter }
  guard displayWidth(rest) > width else { return truncated(String(rest), to: width) }
  var words = rest.split(separator: " ")
  func isTooWide() -> Bool { displayWidth(words.joined(separator: " ")) > width }
  while words.count > 1, isTooWide() || joining.contains(words.last?.lowercased() ?? "") {
    words.removeLast()
  }
  return truncated(words.joined(separator: " "), to: width)
}

/// Words that say that something follows.
private let joining: Set = [
  "a", "an", "and", "at", "by", "for", "from", "in", "its", "of", "on", "or", "the", "to", "with",
]

private func withoutLastClause(_ title: Substring) -> Substring? {
  if title.hasSuffix(")"), let bracket = title.ranges(of: " (").last {
    return title[..<bracket.lowerBound]
  }
  let ends = [": ", ", ", "; "].compactMap { title.ranges(of: $0).last?.lowerBound }
  return ends.max().map { title[..<$0] }
}

/// The text in lines of at most so many columns, neutralised: broken between words, inside a word
/// only where it is wider than a line, and at line breaks. Runs of blanks become one.
public func wrapped(_ text: String, width: Int) -> [String] {
  guard width > 0 else { return [] }
  if plainWidth(text) != nil { return wrappedPlain(text, width) }
  var lines: [String] = []
  for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
    var line = ""
    var used = 0
    for word in paragraph.split(separator: " ") {
      let wordWidth = displayWidth(word)
      if used > 0 && used + 1 + wordWidth <= width {
        line += " " + neutralised(String(word))
        used += 1 + wordWidth
        continue
      }
      if used > 0 { lines.append(line) }
      (line, used) = ("", 0)
      eachCell(of: word) { cell, cellWidth in
        if used > 0 && used + cellWidth > width {
          lines.append(line)
          (line, used) = ("", 0)
        }
        if cellWidth <= width {
          line += cell
          used += cellWidth
        }
        return true
      }
    }
    lines.append(line)
  }
  return lines
}

/// The same of a text that has a character in each cell (``plainWidth(_:)``): lists of hundreds of
/// labels are broken anew for each frame.
private func wrappedPlain(_ text: String, _ width: Int) -> [String] {
  var lines: [String] = []
  var line: [UInt8] = []
  var used = 0
  func isStart(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
  func end() {
    lines.append(String(decoding: line, as: UTF8.self))
    line.removeAll(keepingCapacity: true)
    used = 0
  }
  for word in text.utf8.split(separator: UInt8(ascii: " ")) {
    let columns = word.reduce(0) { isStart($1) ? $0 + 1 : $0 }
    if used > 0, used + 1 + columns <= width {
      line.append(UInt8(ascii: " "))
      line += word
      used += 1 + columns
      continue
    }
    if used > 0 { end() }
    for byte in word {
      if isStart(byte) {
        if used == width { end() }
        used += 1
      }
      line.append(byte)
    }
  }
  end()
  return lines
}
