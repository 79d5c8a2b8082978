extension ReadDocument {
  /// Reads Markdown, and plain text, which is Markdown of few signs: headings, paragraphs, lists,
  /// tables with bars or tabs, and notes as `[^1]`.
  public init(markdown text: String) {
    var reader = MarkdownReader()
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      reader.take(line)
    }
    self = reader.finished()
  }
}

/// Reads Markdown line by line.
private struct MarkdownReader {
  private var builder = PieceBuilder()
  private var paragraph = ""
  /// Bytes of the line that it ends with.
  private var lastLine = 0
  private static let widest = 120
  private var isInTable = false
  private var isInCode = false
  /// What is inside a comment that goes on over lines.
  private var comment = ""
  private var isInComment = false
  private var notes: [String: String] = [:]
  private var record = ""

  mutating func take(_ full: Substring) {
    guard let line = withoutComments(full) else { return }
    let text = line.trimmed
    if text.hasPrefix("```") || text.hasPrefix("~~~") {
      endAll()
      isInCode.toggle()
      return
    }
    if isInCode { return add(paragraph: String(text), isPlain: true) }
    if text.isEmpty { return endAll() }
    if let note = note(text) {
      endAll()
      notes[note.key] = inline(note.text).text
    } else if text.hasPrefix("|") || text.contains("\t") {
      row(text)
    } else if text.hasPrefix("#") {
      endAll()
      builder.beginParagraph()
      builder.add(inline(text.drop { $0 == "#" }).text)
      builder.endParagraph(asHeading: true)
    } else if let point = point(text) {
      endAll()
      paragraph = String(point)
      lastLine = paragraph.utf8.count
    } else {
      endTable()
      // Lines of a text that is not wrapped are paragraphs.
      if lastLine > Self.widest { endParagraph() }
      lastLine = text.utf8.count
      paragraph += (paragraph.isEmpty ? "" : " ") + text
    }
  }

  mutating func finished() -> ReadDocument {
    endAll()
    return builder.finished(notes: notes, record: record)
  }

  /// A line without what stands in `<!-- -->`; nil where nothing else does.
  private mutating func withoutComments(_ line: Substring) -> String? {
    guard isInComment || line.contains("<!--") else { return String(line) }
    var rest = line[...]
    var kept = ""
    while true {
      let mark = rest.firstRange(of: isInComment ? "-->" : "<!--")
      let before = rest[..<(mark?.lowerBound ?? rest.endIndex)]
      // What is longer is no record.
      if !isInComment { kept += before } else if comment.utf8.count < 1 << 20 { comment += before }
      guard let mark else { break }
      if isInComment, comment.trimmed.hasPrefix(Record.head) { record = String(comment.trimmed) }
      comment = ""
      isInComment.toggle()
      rest = rest[mark.upperBound...]
    }
    if isInComment { comment += "\n" }
    return kept.trimmed.isEmpty ? nil : kept
  }

  private func note(_ text: Substring) -> (key: String, text: Substring)? {
    guard text.hasPrefix("[^"), let end = text.firstRange(of: "]:") else { return nil }
    return (
      String(text[text.index(text.startIndex, offsetBy: 2)..<end.lowerBound]),
      text[end.upperBound...]
    )
  }

  /// What stands behind the sign of a list.
  private func point(_ text: Substring) -> Substring? {
    for sign in ["- ", "* ", "+ ", "\u{2022} "] where text.hasPrefix(sign) {
      return text.dropFirst(sign.count)
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    return (1...3).contains(digits.count) && rest.hasPrefix(". ") ? rest.dropFirst(2) : nil
  }

  private mutating func row(_ text: Substring) {
    endParagraph()
    let cells =
      text.hasPrefix("|")
      ? cells(text)
      : text.split(
        separator: "\t", omittingEmptySubsequences: false
      ).map(String.init)
    if cells.allSatisfy({ cell in cell.allSatisfy { "-: ".contains($0) } && !cell.isEmpty }) {
      return
    }
    if !isInTable { builder.beginTable() }
    isInTable = true
    builder.beginRow()
    for cell in cells {
      builder.beginCell()
      add(paragraph: cell)
    }
  }

  private func cells(_ text: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for letter in text.dropFirst() {
      if letter == "|", !isEscaped {
        cells.append(String(cell.trimmed))
        cell = ""
      } else {
        cell.append(letter)
      }
      isEscaped = letter == "\\" && !isEscaped
    }
    if !cell.trimmed.isEmpty { cells.append(String(cell.trimmed)) }
    return cells
  }

  private mutating func add(paragraph text: String, isPlain: Bool = false) {
    builder.beginParagraph()
    if isPlain { builder.add(text) } else { add(inline(text)) }
    builder.endParagraph()
  }

  private mutating func add(_ inline: (text: String, notes: [String])) {
    var notes = inline.notes[...]
    for (place, part) in inline.text.split(
      separator: ReadDocument.noteMark, omittingEmptySubsequences: false
    ).enumerated() {
      if place > 0, let key = notes.popFirst() { builder.refer(to: key) }
      builder.add(part)
    }
  }

  private mutating func endParagraph() {
    guard !paragraph.isEmpty else { return }
    let text = paragraph
    paragraph = ""
    lastLine = 0
    add(paragraph: text)
  }

  private mutating func endTable() {
    if isInTable { builder.endTable() }
    isInTable = false
  }

  private mutating func endAll() {
    endParagraph()
    endTable()
  }

  /// Text without signs of its form: what is escaped stands as it is, a link as its text.
  private func inline(_ source: some StringProtocol) -> (text: String, notes: [String]) {
    var text = ""
    var notes: [String] = []
    var rest = Substring(source)
    while let letter = rest.popFirst() {
      switch letter {
      case "\\":
        if let next = rest.popFirst() { text.append(next) }
      case "*", "`": break
      case "~" where rest.first == "~":
        // What is struck out is gone.
        guard let end = rest.dropFirst().firstRange(of: "~~") else { continue }
        rest = rest[end.upperBound...]
      case "[" where rest.first == "^":
        guard let end = rest.firstIndex(of: "]") else { continue }
        notes.append(String(rest[rest.index(after: rest.startIndex)..<end]))
        text.append(ReadDocument.noteMark)
        rest = rest[rest.index(after: end)...]
      case "]" where rest.first == "(":
        let isQuoted = rest.hasPrefix("(<")
        guard let end = rest.firstRange(of: isQuoted ? ">)" : ")") else { continue }
        rest = rest[end.upperBound...]
      case "<" where rest.hasPrefix("http"):
        guard let end = rest.firstIndex(of: ">") else { continue }
        rest = rest[rest.index(after: end)...]
      case "&":
        let name = rest.prefix(8).prefix { $0 != ";" }
        guard let known = HTMLText.entity(name), rest.dropFirst(name.count).first == ";" else {
          text.append(letter)
          continue
        }
        text += known
        rest = rest.dropFirst(name.count + 1)
      default: text.append(letter)
      }
    }
    return (text, notes)
  }
}

extension StringProtocol {
  /// Without blanks at its ends.
  var trimmed: SubSequence {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return self[startIndex..<startIndex] }
    return self[first...last]
  }
}
