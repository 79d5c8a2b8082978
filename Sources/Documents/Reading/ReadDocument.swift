/// What was read out of a document that people may have edited: its text in order, without what is
/// deleted in it.
public struct ReadDocument: Equatable, Sendable {
  /// Text with ``TokenText/noteMark`` where it refers to a note.
  public struct Passage: Equatable, Sendable {
    public var text: String
    /// What each of those notes says, in order; nil for one that is gone.
    public var notes: [String?]

    public init(_ text: String = "", notes: [String?] = []) {
      self.text = text
      self.notes = notes
    }
  }

  public enum Piece: Equatable, Sendable {
    case heading(String)
    case paragraph(Passage)
    /// Its rows, the first with its headings.
    case table([[Passage]])
  }

  public var pieces: [Piece]
  /// What the program that made it kept in it, unseen; empty for none.
  public var record: String
  /// Whether it could have notes: plain text has none, and has lost none.
  public var canHaveNotes = true

  public init(pieces: [Piece] = [], record: String = "") {
    self.pieces = pieces
    self.record = record
  }

  /// What a reader puts in a passage for a note, whose content it may not know yet.
  public static let noteMark = TokenText.noteMark
  /// What the property of a document is called that holds its record.
  public static let recordName = Record.name

  /// What it was made of, as it keeps it unseen; nil where it keeps nothing.
  public var recipe: Recipe? { Record(record)?.recipe }

  /// All texts of it.
  public var texts: [String] {
    pieces.flatMap { piece -> [String] in
      switch piece {
      case .heading(let text): [text]
      case .paragraph(let passage): [passage.text]
      case .table(let rows): rows.joined().map(\.text)
      }
    }
  }
}

/// Puts pieces together while a file is read.
public struct PieceBuilder: Sendable {
  private struct Table {
    var rows: [[ReadDocument.Passage]] = []
  }

  private var pieces: [ReadDocument.Piece] = []
  /// Paragraphs and tables that are open, one inside another.
  private var passages: [ReadDocument.Passage] = []
  private var tables: [Table] = []

  public init() {}

  public var isInParagraph: Bool { !passages.isEmpty }

  public mutating func beginParagraph() { passages.append(.init()) }

  /// - Parameter asHeading: whether it is a heading.
  public mutating func endParagraph(asHeading: Bool = false) {
    guard let passage = passages.popLast() else { return }
    let text = passage.text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" })
      .joined(separator: " ")
    guard !text.isEmpty else { return }
    let cleaned = ReadDocument.Passage(text, notes: passage.notes)
    if let row = tables.last?.rows.indices.last,
      let cell = tables.last?.rows[row].indices.last
    {
      let table = tables.count - 1
      let before = tables[table].rows[row][cell]
      tables[table].rows[row][cell] = ReadDocument.Passage(
        before.text.isEmpty ? text : before.text + " " + text,
        notes: before.notes + cleaned.notes)
    } else if asHeading {
      pieces.append(.heading(text.filter { $0 != ReadDocument.noteMark }))
    } else {
      pieces.append(.paragraph(cleaned))
    }
  }

  /// Text of the open paragraph.
  public mutating func add(_ text: some StringProtocol) {
    guard let last = passages.indices.last else { return }
    passages[last].text += text.filter { $0 != ReadDocument.noteMark }
  }

  /// A reference to the note of that key.
  public mutating func refer(to key: String) {
    guard let last = passages.indices.last else { return }
    passages[last].text.append(ReadDocument.noteMark)
    passages[last].notes.append(key)
  }

  public mutating func beginTable() { tables.append(Table()) }
  public mutating func beginRow() {
    if let last = tables.indices.last { tables[last].rows.append([]) }
  }
  /// - Parameter count: how many cells with nothing in them stand there at once.
  public mutating func beginCell(count: Int = 1) {
    guard let last = tables.indices.last, let row = tables[last].rows.indices.last else { return }
    for _ in 0..<min(max(count, 1), 64) { tables[last].rows[row].append(.init()) }
  }
  public mutating func endTable() {
    guard let table = tables.popLast() else { return }
    let rows = table.rows.filter { row in row.contains { !$0.text.isEmpty } }
    if !rows.isEmpty { pieces.append(.table(rows)) }
  }

  /// All that was read, with the notes by their keys.
  public mutating func finished(
    notes: [String: String], record: String = ""
  ) -> ReadDocument {
    while isInParagraph { endParagraph() }
    while !tables.isEmpty { endTable() }
    func resolved(_ passage: ReadDocument.Passage) -> ReadDocument.Passage {
      ReadDocument.Passage(passage.text, notes: passage.notes.map { $0.flatMap { notes[$0] } })
    }
    let resolvedPieces = pieces.map { piece -> ReadDocument.Piece in
      switch piece {
      case .heading: piece
      case .paragraph(let passage): .paragraph(resolved(passage))
      case .table(let rows): .table(rows.map { $0.map(resolved) })
      }
    }
    return ReadDocument(pieces: resolvedPieces, record: record)
  }
}
