public import Documents
import Frames

extension Document {
  /// The document as a file of braille (BRF) in Unified English Braille, contracted: pages of 25 lines
  /// of 40 cells, each ended by a form feed, with the marking and the number of the page in the last
  /// line. A row of a table is a paragraph, each number beside its name. The same document gives the
  /// same bytes with the same tables of liblouis.
  ///
  /// - Throws: ``BrailleError`` where liblouis or its table is missing.
  public func braille() throws(BrailleError) -> [UInt8] {
    var embosser = try Embosser(marking: marking)
    try embosser.write(self)
    return embosser.bytes
  }
}

/// Sets paragraphs into pages of cells.
private struct Embosser {
  private static let columns = 40
  private static let lines = 24

  private let library: Liblouis
  private let marking: String
  private var pages: [[String]] = [[]]

  init(marking: String) throws(BrailleError) {
    library = try Liblouis()
    self.marking = marking
  }

  /// Where the first line of a paragraph begins, and where those after it.
  private enum Form {
    case heading, text, item

    var first: Int { self == .text ? 2 : 0 }
    var next: Int { self == .item ? 2 : 0 }
  }

  mutating func write(_ document: Document) throws(BrailleError) {
    let references = References(document)
    try add(document.title, .heading)
    try add(document.subtitle, .text)
    for section in document.sections {
      if section.isOnNewPage { turn() }
      try heading(section.title)
      for block in section.blocks { try add(block, references) }
    }
    if !references.notes.isEmpty {
      try heading("Notes")
      for (place, note) in references.notes.enumerated() {
        try add("[\(place + 1)] \(note.text)", .item)
      }
    }
    if document.listsSources, !document.sources.isEmpty {
      try heading("Sources")
      for (place, source) in document.sources.enumerated() {
        try add("[\(place + 1)] \(source.line)", .item)
      }
    }
  }

  private mutating func add(_ block: Block, _ references: References) throws(BrailleError) {
    switch block {
    case .heading(let text): try heading(text)
    case .message(let sentence): try add(references.plain(sentence.passage), .text)
    case .paragraph(let sentences):
      try add(sentences.map { references.plain($0.passage) }.joined(separator: " "), .text)
    case .points(let sentences):
      for sentence in sentences { try add(references.plain(sentence.passage), .item) }
    case .questions(let questions):
      for question in questions {
        try add(question.asked, .item)
        try add(references.plain(question.answer.passage), .text)
        try add("If pressed: " + references.plain(question.pressed.passage), .text)
      }
    case .table(let table):
      try add(references.name(table), .text)
      for row in table.rows { try add(Self.line(row.map(references.plain), table.header), .item) }
    case .pictures(let pictures):
      for picture in pictures {
        try add(
          [picture.caption, picture.alternative].filter { !$0.isEmpty }
            .joined(separator: ": "), .text)
      }
    case .code(let text): try add(text, .item)
    }
  }

  /// A row: its name, then each value with what it is.
  private static func line(_ cells: [String], _ header: [String]) -> String {
    let rest = zip(header, cells).dropFirst().compactMap { name, cell in
      cell.isEmpty ? nil : name.isEmpty ? cell : "\(name) \(cell)"
    }
    return ([cells.first ?? ""] + rest).filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private mutating func heading(_ text: String) throws(BrailleError) {
    // Not alone at the end of a page.
    if Self.lines - (pages.last?.count ?? 0) < 4 { turn() }
    if pages.last?.isEmpty == false { pages[pages.count - 1].append("") }
    try add(text, .heading)
  }

  private mutating func turn() {
    if pages.last?.isEmpty == false { pages.append([]) }
  }

  private mutating func add(_ text: String, _ form: Form) throws(BrailleError) {
    let text = neutralised(text)
    guard !text.isEmpty else { return }
    var line = String(repeating: " ", count: form.first)
    var isEmpty = true
    func room() -> Int { Self.columns - line.count - (isEmpty ? 0 : 1) }
    for word in try library.cells(text).split(separator: " ") {
      var word = word
      if word.count > room(), !isEmpty {
        put(line)
        (line, isEmpty) = (String(repeating: " ", count: form.next), true)
      }
      while word.count > room() {
        put(line + word.prefix(room()))
        word = word.dropFirst(room())
        line = String(repeating: " ", count: form.next)
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    if !isEmpty { put(line) }
  }

  private mutating func put(_ line: String) {
    if (pages.last?.count ?? 0) >= Self.lines { pages.append([]) }
    pages[pages.count - 1].append(line)
  }

  /// The pages with their last lines.
  var bytes: [UInt8] {
    var text = ""
    let shown = pages.filter { !$0.isEmpty }
    for (place, page) in shown.enumerated() {
      let blank = [String](repeating: "", count: Self.lines - page.count)
      let number = (try? library.cells("\(place + 1)")) ?? ""
      let mark = (try? library.cells(neutralised(marking))) ?? ""
      let gap = String(repeating: " ", count: max(Self.columns - mark.count - number.count, 1))
      text += (page + blank + [mark + gap + number]).map { $0 + "\r\n" }.joined() + "\u{0C}"
    }
    return Array(text.utf8)
  }
}
