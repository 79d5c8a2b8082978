/// One cell: a grapheme and its style. A wide grapheme takes two cells, the second one of them
/// with an empty text.
public struct Cell: Hashable, Sendable {
  public var text: String
  public var style: Style
  public init(_ text: String = " ", _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// A place on the screen.
public struct Position: Hashable, Sendable {
  public var column, row: Int
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A whole screen as a value: what the terminal shows and what a picture is made of.
public struct Frame: Equatable, Sendable {
  public let columns, rows: Int
  /// Row by row; `columns * rows` of them.
  public internal(set) var cells: [Cell]
  /// Where the hardware cursor stands; nil hides it.
  public var cursor: Position?
  /// What a window's title or a picture's heading says.
  public var title: String

  public init(columns: Int, rows: Int, style: Style = .plain, title: String = "") {
    self.columns = max(columns, 0)
    self.rows = max(rows, 0)
    self.title = title
    cells = Array(repeating: Cell(" ", style), count: self.columns * self.rows)
  }

  public var bounds: Rect { Rect(column: 0, row: 0, columns: columns, rows: rows) }

  /// A cell; writing outside the frame does nothing, reading there gives a blank.
  public subscript(column: Int, row: Int) -> Cell {
    get {
      bounds.contains(column: column, row: row) ? cells[row * columns + column] : Cell()
    }
    set {
      if bounds.contains(column: column, row: row) { cells[row * columns + column] = newValue }
    }
  }
}
