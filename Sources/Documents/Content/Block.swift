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

/// A question that may be asked, the answer, and what to say to whoever asks again.
public struct Exchange: Equatable, Sendable {
  public var asked: String
  public var answer: Sentence
  /// If pressed.
  public var pressed: Sentence

  public init(_ asked: String, answer: Sentence, pressed: Sentence) {
    self.asked = asked
    self.answer = answer
    self.pressed = pressed
  }
}

/// A picture with the name of its file, without extension.
public struct Illustration: Equatable, Sendable {
  public var name: String
  public var picture: Picture
  /// What it shows in up to ``mostAlternative`` characters: what a voice reads in its place.
  public var alternative: String
  /// What stands above it where the picture says nothing of its own; empty for nothing.
  public var caption: String
  /// Of the picture on a page, in centimetres; nil for what it needs.
  public var height: Double?

  /// - Parameter alternative: nil takes the picture's own, as much of it as may stand.
  public init(
    name: String, _ picture: Picture, alternative: String? = nil, caption: String = "",
    height: Double? = nil
  ) {
    self.name = name
    self.height = height
    self.caption = caption
    self.picture = picture
    self.alternative = alternative ?? Self.shortened(picture.altText)
  }

  /// Alternative texts are shorter than this; what is longer is a description beside the picture.
  public static let mostAlternative = 300

  /// As many whole sentences as fit, else as many whole words.
  private static func shortened(_ text: String) -> String {
    guard text.count >= mostAlternative else { return text }
    let start = text.prefix(mostAlternative - 2)
    if let end = start.indices.last(where: { index in
      text[index] == "." && text[text.index(after: index)] == " "
    }) {
      return String(start[...end])
    }
    return String(start[..<(start.lastIndex(of: " ") ?? start.endIndex)]) + "\u{2026}"
  }
}

/// A piece of a section.
public enum Block: Equatable, Sendable {
  case heading(String)
  /// The message of the page.
  case message(Sentence)
  case paragraph([Sentence])
  case points([Sentence])
  case questions([Exchange])
  case table(Document.Table)
  /// Side by side where there is room.
  case pictures([Illustration])
  /// The scenario line, or another text that is copied as it stands.
  case code(String)

  /// The passages in it, in the order in which they are read.
  public var passages: [Passage] {
    switch self {
    case .message(let sentence): [sentence.passage]
    case .paragraph(let sentences), .points(let sentences): sentences.map(\.passage)
    case .questions(let questions):
      questions.flatMap { [$0.answer.passage, $0.pressed.passage] }
    case .table(let table):
      [table.caption]
        + table.rows.joined().compactMap { cell in
          if case .note(let figure) = cell { Passage([.citation(figure)]) } else { nil }
        }
    case .heading, .pictures, .code: []
    }
  }
}

/// A part of a document with a title.
public struct Section: Equatable, Sendable {
  public var title: String
  public var blocks: [Block]
  /// Whether it begins on a page of its own where there are pages.
  public var isOnNewPage: Bool

  public init(_ title: String, _ blocks: [Block], isOnNewPage: Bool = false) {
    self.title = title
    self.blocks = blocks
    self.isOnNewPage = isOnNewPage
  }
}
