import Figures
import Frames

extension Document {
  /// The document as Markdown; pictures are files of `pictures/` beside it. Notes are those that
  /// GitHub, Pandoc and others know: `[^1]`.
  public var markdown: String { markdown(linksPictures: true) }

  /// The same for a file that stands alone: what a picture shows stands in its place, in words.
  public var markdownAlone: String { markdown(linksPictures: false) }

  private func markdown(linksPictures: Bool) -> String {
    let numbers = References(self)
    var parts: [String] = []
    let mark = marking.isEmpty ? nil : "**\(markdownText(marking))**"
    if let mark { parts.append(mark) }
    parts += ["# " + markdownText(title), markdownText(subtitle)]
    for section in sections {
      if !section.title.isEmpty { parts.append("## " + markdownText(section.title)) }
      for block in section.blocks { parts += written(block, numbers, linksPictures) }
    }
    if listsSources {
      parts.append("## Sources")
      parts.append(
        sources.enumerated().map { place, source in
          "\(place + 1). " + markdownText(source.line)
            + (source.address.isEmpty ? "" : " <\(source.address.withoutBrackets)>")
        }.joined(separator: "\n"))
    }
    for (place, note) in numbers.notes.enumerated() {
      parts.append(
        "[^\(place + 1)]: " + markdownText(note.text)
          + (note.address.isEmpty ? "" : " <\(note.address.withoutBrackets)>"))
    }
    if recipe != nil { parts.append("<!-- \(record) -->") }
    if let mark { parts.append(mark) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func written(
    _ block: Block, _ numbers: References, _ linksPictures: Bool
  ) -> [String] {
    switch block {
    case .heading(let text): return ["### " + markdownText(text)]
    case .message(let sentence): return ["**\(text(sentence.passage, numbers))**"]
    case .paragraph(let sentences):
      return sentences.isEmpty
        ? [] : [sentences.map { text($0.passage, numbers) }.joined(separator: " ")]
    case .points(let sentences):
      guard !sentences.isEmpty else { return [] }
      return [sentences.map { "- " + text($0.passage, numbers) }.joined(separator: "\n")]
    case .questions(let questions):
      return questions.flatMap { question in
        [
          "**\(markdownText(question.asked))**", text(question.answer.passage, numbers),
          "If pressed: " + text(question.pressed.passage, numbers),
        ]
      }
    case .table(let table):
      let caption = text(table.caption, numbers)
      return (caption.isEmpty ? [] : [caption]) + [lines(table, numbers)]
    case .pictures(let pictures):
      return pictures.flatMap { picture in
        (picture.caption.isEmpty ? [] : ["**\(markdownText(picture.caption))**"])
          + [
            linksPictures
              ? "![\(markdownText(picture.alternative))](pictures/\(picture.name).svg)"
              : "*\(markdownText(picture.alternative))*"
          ]
      }
    case .code(let text): return ["`\(text.filter { $0 != "`" })`"]
    }
  }

  private func text(_ passage: Passage, _ numbers: References) -> String {
    // Markdown has no references to a note of before: each is one of its own.
    var seen: Set<Int> = []
    return numbers.runs(passage, seen: &seen).map { run in
      switch run {
      case .text(let text): markdownText(text)
      case .strong(let text): "**\(markdownText(text))**"
      case .citation(let standing, let source):
        "(\(markdownText(standing))\(source.map { " [\($0)]" } ?? ""))"
      case .note(let number, _): "[^\(number)]"
      }
    }.joined()
  }

  private func text(_ cell: Document.Table.Cell, _ numbers: References) -> String {
    // The number of a source is the only bracket that is not escaped.
    if case .note = cell {
      return numbers.plain(cell).split(separator: "[").map { "[^" + $0 }.joined()
    }
    if case .source(let source) = cell {
      if listsSources { return numbers.plain(cell) }
      let text = markdownText(numbers.plain(cell))
      return source.address.isWeb ? "[\(text)](<\(source.address.withoutBrackets)>)" : text
    }
    return markdownText(numbers.plain(cell))
  }

  private func lines(_ table: Document.Table, _ numbers: References) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rule = "|" + table.numeric.map { $0 ? " ---: |" : " --- |" }.joined()
    return
      ([line(table.header.map(markdownText)), rule]
      + table.rows.map { line($0.map { text($0, numbers) }) })
      .joined(separator: "\n")
  }
}

extension String {
  /// An address as it may stand between angle brackets.
  fileprivate var withoutBrackets: String {
    filter { !"<> \n\r\t".contains($0) }
  }
}
