public import Frames

/// Words in front of a screen: what a presenter says, or a question and the answer being typed.
public struct Words: Equatable, Sendable {
  public var title: String
  /// Paragraphs, the first one strong.
  public var paragraphs: [String]
  /// What is being typed as an answer; nil where nothing is asked.
  public var typed: String?
  /// Which keys do what.
  public var hint: String

  public init(title: String, paragraphs: [String], typed: String? = nil, hint: String) {
    self.title = title
    self.paragraphs = paragraphs
    self.typed = typed
    self.hint = hint
  }
}

/// A frame with words in a box over it: at the bottom, or in the middle when they are all that
/// counts. Words that have no room are cut at the box's end.
public func captioned(
  _ frame: Frame, _ words: Words, _ settings: Settings, inMiddle: Bool = false
) -> Frame {
  let theme = Theme.named(settings.theme)
  var frame = frame
  let width = min(76, frame.columns - 4)
  guard width > 8, frame.rows > 4 else { return frame }
  var lines: [(String, Style)] = []
  for (number, paragraph) in words.paragraphs.enumerated() {
    let style = number == 0 ? theme.strong : theme.text
    lines += wrapped(paragraph, width: width - 4).map { ($0, style) }
  }
  let typed = words.typed.map { "> " + $0 }
  let rows = min(lines.count + (typed == nil ? 0 : 1) + 2, frame.rows - 2)
  let box = Rect(
    column: (frame.columns - width) / 2,
    row: inMiddle ? (frame.rows - rows) / 2 : frame.rows - rows - 2, columns: width, rows: rows)
  frame.fill(box, theme.ground)
  frame.box(
    box, theme.focusBorder, title: words.title, titleStyle: theme.focusTitle, footer: words.hint,
    weight: .heavy)
  let inner = box.inset(columns: 2, rows: 1)
  let room = inner.rows - (typed == nil ? 0 : 1)
  for (row, line) in lines.prefix(room).enumerated() {
    frame.write(line.0, in: inner, row: row, line.1)
  }
  frame.cursor = Position(column: box.column + 1, row: box.row)
  if let typed {
    frame.write(typed, in: inner, row: inner.rows - 1, theme.accent)
    let end = min(inner.column + displayWidth(typed), inner.endColumn - 1)
    frame.cursor = Position(column: end, row: inner.endRow - 1)
  }
  return settings.ascii ? frame.asciified() : frame
}
