public import Figures

extension Document {
  /// A table with its caption.
  public struct Table: Equatable, Sendable {
    public enum Cell: Equatable, Sendable {
      case text(String)
      /// A number alone: its mark, date and source stand in the row or in the caption.
      case number(String)
      case figure(Figure)
      /// The publication of a figure: its number in the list of sources, or its name.
      case source(Source)
      /// The number of the note on a figure, where a document has notes.
      case note(Figure)
    }

    public var caption: Passage
    /// What it is called where a caption does not stand above it: for readers without sight.
    public var name: String
    public var header: [String]
    /// As many cells a row as the header has.
    public var rows: [[Cell]]

    public init(caption: Passage, name: String = "", header: [String], rows: [[Cell]]) {
      self.caption = caption
      self.name = name
      self.header = header
      self.rows = rows
    }

    /// Which columns hold numbers alone, and are set to the right.
    public var numeric: [Bool] {
      header.indices.map { column in
        !rows.isEmpty
          && rows.allSatisfy { row in
            switch row[column] {
            case .number: true
            // A statement that stands in place of a number is read as text.
            case .figure(let figure): figure.text.count <= 40
            case .text(let text): text == "-" || text.isEmpty
            case .source, .note: false
            }
          }
          && rows.contains { row in
            if case .text = row[column] { false } else { true }
          }
      }
    }
  }
}
