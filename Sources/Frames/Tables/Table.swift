/// What one cell of a table says. Without a style it takes the table's.
public struct TextCell: Hashable, Sendable {
  public var text: String
  public var style: Style?
  public init(_ text: String, _ style: Style? = nil) {
    self.text = text
    self.style = style
  }
}

/// A table that scrolls, with a header, a selected row and columns that give way when it is
/// narrow: those with the highest priority number go first, and no number is ever cut.
public struct Table: Hashable, Sendable {
  public struct Column: Hashable, Sendable {
    public enum Width: Hashable, Sendable {
      /// So many columns; more where a number in it is wider.
      case fixed(Int)
      /// As wide as what is in it, up to the maximum, cut down to the minimum when room is short.
      case flexible(minimum: Int, maximum: Int)
    }

    public var title: String
    public var width: Width
    /// 0 is never left out; the highest number is left out first.
    public var priority: Int
    /// Numbers stand at the trailing edge, and what stands there is never cut.
    public var alignment: Alignment

    public init(
      _ title: String, width: Width, priority: Int = 0, alignment: Alignment = .leading
    ) {
      self.title = title
      self.width = width
      self.priority = priority
      self.alignment = alignment
    }

    /// A column of numbers, as wide as the widest of them.
    public static func number(_ title: String, priority: Int = 0) -> Column {
      Column(title, width: .fixed(0), priority: priority, alignment: .trailing)
    }

    /// A column of words, as wide as they are within bounds.
    public static func text(
      _ title: String, minimum: Int = 8, maximum: Int = 40, priority: Int = 0
    ) -> Column {
      Column(title, width: .flexible(minimum: minimum, maximum: maximum), priority: priority)
    }
  }

  public var columns: [Column]
  /// Each with a cell for each column; missing ones are blank.
  public var rows: [[TextCell]]
  /// The row with the marker; nil for a table without selection.
  public var selected: Int?
  /// The first row that shows, as far as the selected row stays in sight.
  public var offset: Int

  public init(columns: [Column], rows: [[TextCell]], selected: Int? = nil, offset: Int = 0) {
    self.columns = columns
    self.rows = rows
    self.selected = selected
    self.offset = offset
  }
}

/// How the parts of a table look.
public struct TableStyle: Hashable, Sendable {
  public var text: Style
  public var header: Style
  /// The scroll marker and the line under the header.
  public var muted: Style
  /// Whether a line stands under the header.
  public var hasRule: Bool
  /// Whether the selected row is shown in reverse; the marker shows in any case.
  public var isFocused: Bool
  public var glyphs: Glyphs
  public init(
    text: Style = .plain, header: Style? = nil, muted: Style? = nil, hasRule: Bool = true,
    isFocused: Bool = true, glyphs: Glyphs = .braille
  ) {
    self.text = text
    self.header = header ?? text.with(.bold)
    self.muted = muted ?? text
    self.hasRule = hasRule
    self.isFocused = isFocused
    self.glyphs = glyphs
  }
}

/// Where the parts of a table were drawn.
public struct TableLayout: Hashable, Sendable {
  /// The rows that show, by their number in the table, each with its cells on the screen.
  public var rows: [(index: Int, rect: Rect)] { zip(visible, rects).map { ($0, $1) } }
  /// The headings that show, by the column's number.
  public var headings: [Int: Rect] = [:]
  /// The first row that shows: what to hand in as the next offset.
  public var offset = 0
  fileprivate(set) var visible: [Int] = []
  fileprivate(set) var rects: [Rect] = []

  mutating func add(row: Int, _ rect: Rect) {
    visible.append(row)
    rects.append(rect)
  }
}
