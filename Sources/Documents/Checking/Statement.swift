import Figures

/// A sentence with the figures in it: of a document as this program makes it, or as it was read.
struct Statement {
  /// A text of which it is a part; several sentences share one.
  let source: TokenText
  let tokens: ArraySlice<Token>
  /// The heading above it.
  var section: String
  /// Which paragraph of the document it is in, as one was read.
  var paragraph = 0
  /// Which rule made it; empty for one that was read.
  var rule = ""
  /// The table that it is the caption of, by its place; nil for none.
  var captioned: Int?
  /// The figure of each token, by its place in `figures`.
  var owners: [Int?] = []
  var figures: [Figure] = []
  /// What the notes say that it refers to.
  var notes: [String?] = []

  /// Its words, by which it is known again; numbers are left out.
  let words: String

  init(_ source: TokenText, _ range: Range<Int>, section: String) {
    self.source = source
    self.section = section
    tokens = source.tokens[range]
    words = Self.words(tokens)
  }

  /// The words of tokens, with a sign for each number.
  static func words(_ tokens: some Sequence<Token>) -> String {
    tokens.compactMap { token -> String? in
      switch token.kind {
      case .word: token.key
      case .number: "#"
      case .note, .mark: nil
      }
    }.joined(separator: " ")
  }

  var hasNumbers: Bool { tokens.contains { $0.kind == .number } }
  var hasMarks: Bool { tokens.contains { $0.kind == .mark || $0.kind == .note } }

  func text(_ token: Token) -> String { source.text(token.range) }

  /// All of it as it stands, without references to notes.
  var text: String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    return source.text(first.range.lowerBound..<last.range.upperBound)
      .filter { $0 != TokenText.noteMark }
  }

  /// A number with the word before it, as a record keeps it.
  func recorded(_ place: Int) -> String {
    let before = tokens[..<place].last { $0.kind == .word }?.key ?? ""
    return before + " " + tokens[place].key
  }

  var entry: Record.Entry {
    Record.Entry(
      words: words,
      numbers: tokens.indices.filter { tokens[$0].kind == .number }.map(recorded))
  }
}

/// A row of a table with the figures in its cells.
struct Row {
  var cells: [TokenText]
  /// The figure of each cell; nil for words, and for numbers whose caption says what they are.
  var figures: [Figure?] = []
  var notes: [[String?]]
  /// Which cells are numbers with what stays with them, in the row or in the caption.
  var isFigure: [Bool] = []

  /// What it is of: its first cell.
  var label: TokenText? { cells.first }

  /// Its label in full, for exact matches.
  var name: String { label.map { $0.tokens.map(\.key).joined(separator: " ") } ?? "" }

  func entry(_ header: [String]) -> Record.Entry {
    Record.Entry(
      words: "row " + name,
      numbers: cells.indices.dropFirst().flatMap { column in
        cells[column].tokens.filter { $0.kind == .number }.map { header[column] + " " + $0.key }
      })
  }
}

/// A table as a check compares it.
struct Sheet {
  var section: String
  /// What it is called, for people.
  var name: String
  /// The headings as they are printed, and by their words alone.
  var titles: [String]
  var header: [String]
  var rows: [Row]
  /// What its caption cites: of whose numbers all are; nil for none.
  var caption: Figure?

  /// A heading by its words.
  static func key(_ title: String) -> String {
    TokenText(title).tokens.map(\.key).joined(separator: " ")
  }
}

/// What a document says of figures, in sentences and rows.
struct Statements {
  var sentences: [Statement] = []
  var sheets: [Sheet] = []

  /// Of a document as this program makes it. What tells of the document itself is left out: the data
  /// in hand and how to make it again.
  init(_ document: Document) {
    let references = References(document)
    for section in document.sections {
      var heading = section.title
      for block in section.blocks {
        switch block {
        case .heading(let text): heading = text
        case .message(let sentence): add(sentence, heading, references)
        case .paragraph(let sentences), .points(let sentences):
          for sentence in sentences where sentence.rule != "note.again" {
            add(sentence, heading, references)
          }
        case .questions(let questions):
          for question in questions {
            add(Sentence(rule: question.answer.rule, "\(question.asked)"), heading, references)
            add(question.answer, question.asked, references)
            let pressed = Sentence(
              rule: question.pressed.rule, "If pressed: \(question.pressed.passage)")
            add(pressed, question.asked, references)
          }
        case .table(let table):
          let first = sentences.count
          add(Sentence(rule: "caption", table.caption), heading, references)
          for place in first..<sentences.count { sentences[place].captioned = sheets.count }
          sheets.append(Self.sheet(table, heading, references))
        case .pictures(let pictures):
          for picture in pictures {
            add(Sentence(rule: "picture", "\(picture.alternative)"), heading, references)
          }
        case .code: break
        }
      }
    }
  }

  /// Of a document that was read.
  init(_ read: ReadDocument) {
    var heading = ""
    for (place, piece) in read.pieces.enumerated() {
      switch piece {
      case .heading(let text): heading = text
      case .paragraph(let passage):
        let text = TokenText(passage.text)
        for range in text.sentences {
          var statement = Statement(text, range, section: heading)
          statement.notes = passage.notes
          statement.paragraph = place
          sentences.append(statement)
        }
      case .table(let rows):
        guard let first = rows.first else { continue }
        let titles = first.map(\.text)
        sheets.append(
          Sheet(
            section: heading, name: heading, titles: titles, header: titles.map(Sheet.key),
            rows: rows.dropFirst().map { row in
              Row(
                cells: row.map { TokenText($0.text) },
                figures: [], notes: row.map(\.notes))
            }))
      }
    }
  }

  private mutating func add(_ sentence: Sentence, _ heading: String, _ references: References) {
    var seen: Set<Int> = []
    var text = ""
    var spans: [(range: Range<Int>, figure: Int)] = []
    var figures: [Figure] = []
    for (run, figure) in references.placed(sentence.passage, seen: &seen) {
      let start = text.utf8.count
      switch run {
      case .text(let words), .strong(let words): text += words
      case .citation(let standing, let source):
        text += "(\(standing)\(source.map { " [\($0)]" } ?? ""))"
      case .note: text.append(TokenText.noteMark)
      }
      guard let figure else { continue }
      let place = figures.firstIndex { $0 == figure } ?? figures.count
      if place == figures.count { figures.append(figure) }
      spans.append((start..<text.utf8.count, place))
    }
    let source = TokenText(text)
    for range in source.sentences {
      var statement = Statement(source, range, section: heading)
      statement.rule = sentence.rule
      statement.figures = figures
      statement.owners = statement.tokens.map { token in
        spans.first { $0.range.contains(token.range.lowerBound) }?.figure
      }
      statement.notes = figures.map { figure in
        references.note(on: figure).map { references.notes[$0 - 1].text }
      }
      sentences.append(statement)
    }
  }

  private static func sheet(
    _ table: Document.Table, _ heading: String, _ references: References
  ) -> Sheet {
    let caption = table.caption.figures.first { $0.text.isEmpty } ?? table.caption.figures.first
    return Sheet(
      section: heading, name: references.name(table), titles: table.header,
      header: table.header.map(Sheet.key),
      rows: table.rows.map { row in
        Row(
          cells: row.map { cell in
            if case .note = cell { return TokenText(String(TokenText.noteMark)) }
            return TokenText(references.plain(cell))
          },
          figures: row.map { cell in
            switch cell {
            case .figure(let figure), .note(let figure): figure
            case .text, .number, .source: nil
            }
          },
          notes: row.map { cell in
            guard case .note(let figure) = cell, let note = references.note(on: figure) else {
              return []
            }
            return [references.notes[note - 1].text]
          },
          isFigure: row.map { cell in
            switch cell {
            case .figure, .number: true
            case .text, .source, .note: false
            }
          })
      }, caption: caption)
  }

  /// What a record keeps of them.
  var entries: [Record.Entry] {
    sentences.map(\.entry).filter { !$0.numbers.isEmpty }
      + sheets.flatMap { sheet in
        sheet.rows.map { $0.entry(sheet.header) }.filter { !$0.numbers.isEmpty }
      }
  }
}

extension Document {
  /// What it keeps of itself, unseen, so that `digigov check` can tell what became of it; empty where
  /// it is not known what makes it again.
  public var record: String {
    recipe.map { Record($0, Statements(self).entries).text } ?? ""
  }
}
