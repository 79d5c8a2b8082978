import Figures
import Frames
import Screenshots

extension Brief {
  /// The pack as Markdown; pictures are files of `pictures/` beside it.
  public var markdown: String {
    let numbers = Numbering(self)
    var parts: [String] = []
    let mark = marking.isEmpty ? nil : "**\(markdownText(marking))**"
    if let mark { parts.append(mark) }
    parts += ["# " + markdownText(title), markdownText(subtitle)]
    for section in sections {
      parts.append("## " + markdownText(section.title))
      for block in section.blocks { parts += written(block, numbers) }
    }
    parts.append("## Sources")
    parts.append(
      sources.enumerated().map { place, source in
        "\(place + 1). " + markdownText(source.line)
          + (source.address.isEmpty ? "" : " <\(source.address.withoutBrackets)>")
      }.joined(separator: "\n"))
    if let mark { parts.append(mark) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func written(_ block: Block, _ numbers: Numbering) -> [String] {
    switch block {
    case .heading(let text): return ["### " + markdownText(text)]
    case .message(let sentence): return ["**\(text(sentence.passage, numbers))**"]
    case .paragraph(let sentences):
      return sentences.isEmpty
        ? [] : [sentences.map { text($0.passage, numbers) }.joined(separator: " ")]
    case .points(let sentences):
      guard !sentences.isEmpty else { return [] }
      return [sentences.map { "- " + text($0.passage, numbers) }.joined(separator: "\n")]
    case .table(let table): return [text(table.caption, numbers), lines(table, numbers)]
    case .pictures(let pictures):
      return pictures.map { picture in
        "![\(markdownText(picture.picture.altText))](pictures/\(picture.name).svg)"
      }
    case .code(let text): return ["`\(text.filter { $0 != "`" })`"]
    }
  }

  private func text(_ passage: Passage, _ numbers: Numbering) -> String {
    passage.spans.map { span in
      switch span {
      case .text(let text): markdownText(text)
      case .figure(let figure): "\(markdownText(figure.prose)) \(citation(figure, numbers))"
      case .citation(let figure): citation(figure, numbers)
      }
    }.joined()
  }

  private func citation(_ figure: Figure, _ numbers: Numbering) -> String {
    "(\(markdownText(figure.standing))\(numbers[figure.source].map { " [\($0)]" } ?? ""))"
  }

  private func text(_ cell: BriefTable.Cell, _ numbers: Numbering) -> String {
    // The number of a source is the only bracket that is not escaped.
    if case .source = cell { return numbers.plain(cell) }
    return markdownText(numbers.plain(cell))
  }

  private func lines(_ table: BriefTable, _ numbers: Numbering) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rule = "|" + table.numeric.map { $0 ? " ---: |" : " --- |" }.joined()
    return
      ([line(table.header.map(markdownText)), rule]
      + table.rows.map { line($0.map { text($0, numbers) }) })
      .joined(separator: "\n")
  }
}

extension BriefTable {
  /// Which columns hold numbers alone, and are set to the right.
  var numeric: [Bool] {
    header.indices.map { column in
      !rows.isEmpty
        && rows.allSatisfy { row in
          switch row[column] {
          case .number: true
          // A statement that stands in place of a number is read as text.
          case .figure(let figure): figure.text.count <= 40
          case .text(let text): text == "-" || text.isEmpty
          case .source: false
          }
        }
        && rows.contains { row in
          if case .text = row[column] { false } else { true }
        }
    }
  }
}

extension Source {
  /// What a list of sources says of one: publisher, title, date, licence, how it was seen.
  var line: String {
    let name = publisher.isEmpty || title.hasPrefix(publisher) ? title : "\(publisher), \(title)"
    return [
      name + (date.isEmpty ? "" : " (\(date))"), licence, seenHow.isEmpty ? "" : "Seen \(seenHow)",
    ].filter { !$0.isEmpty }.joined(separator: ". ") + "."
  }
}

extension String {
  /// An address as it may stand between angle brackets.
  fileprivate var withoutBrackets: String {
    filter { !"<> \n\r\t".contains($0) }
  }
}
