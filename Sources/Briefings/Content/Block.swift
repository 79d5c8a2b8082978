public import Figures
public import Frames

/// What one rule made of the figures.
public struct Sentence: Equatable, Sendable {
  /// Id of the rule.
  public var rule: String
  public var passage: Passage

  public init(rule: String, _ passage: Passage) {
    self.rule = rule
    self.passage = passage
  }
}

/// A table with its caption.
public struct BriefTable: Equatable, Sendable {
  public enum Cell: Equatable, Sendable {
    case text(String)
    /// A number alone: its mark, date and source stand in the row or in the caption.
    case number(String)
    case figure(Figure)
    /// The number of a figure's source.
    case source(Source)
  }

  public var caption: Passage
  public var header: [String]
  /// As many cells a row as the header has.
  public var rows: [[Cell]]

  public init(caption: Passage, header: [String], rows: [[Cell]]) {
    self.caption = caption
    self.header = header
    self.rows = rows
  }
}

/// A picture with the name of its file, without extension.
public struct BriefPicture: Equatable, Sendable {
  public var name: String
  public var picture: Picture

  public init(name: String, _ picture: Picture) {
    self.name = name
    self.picture = picture
  }
}

/// A piece of a section.
public enum Block: Equatable, Sendable {
  case heading(String)
  /// The message of the page.
  case message(Sentence)
  case paragraph([Sentence])
  case points([Sentence])
  case table(BriefTable)
  /// Side by side where there is room.
  case pictures([BriefPicture])
  /// The scenario line, or another text that is copied as it stands.
  case code(String)
}

/// A part of a briefing with a title.
public struct Section: Equatable, Sendable {
  public var title: String
  public var blocks: [Block]

  public init(_ title: String, _ blocks: [Block]) {
    self.title = title
    self.blocks = blocks
  }
}
