/// How strong a box's lines are.
public enum BoxWeight: Hashable, Sendable {
  case light, rounded
  /// For the panel that has the focus.
  case heavy

  /// Corners clockwise from the top left, then the horizontal and the vertical line.
  fileprivate var parts: [String] {
    switch self {
    case .light: ["┌", "┐", "┘", "└", "─", "│"]
    case .rounded: ["╭", "╮", "╯", "╰", "─", "│"]
    case .heavy: ["┏", "┓", "┛", "┗", "━", "┃"]
    }
  }
}

extension Frame {
  /// Draws a box along the inside edge of a rectangle, with a title in the top edge at its left
  /// and a footer in the bottom edge at its right, both shortened where they do not fit. Needs two rows
  /// and two columns; smaller rectangles are left as they are.
  public mutating func box(
    _ rect: Rect, _ style: Style, title: String = "", titleStyle: Style? = nil,
    footer: String = "", weight: BoxWeight = .light
  ) {
    guard rect.columns >= 2, rect.rows >= 2 else { return }
    let parts = weight.parts
    let (top, bottom) = (rect.row, rect.endRow - 1)
    let (left, right) = (rect.column, rect.endColumn - 1)
    let inner = rect.inset(columns: 1)
    fill(inner.split(top: 1).0, style, text: parts[4])
    fill(inner.split(top: rect.rows - 1).1, style, text: parts[4])
    for row in top..<bottom where row > top {
      put(parts[5], width: 1, column: left, row: row, style)
      put(parts[5], width: 1, column: right, row: row, style)
    }
    put(parts[0], width: 1, column: left, row: top, style)
    put(parts[1], width: 1, column: right, row: top, style)
    put(parts[2], width: 1, column: right, row: bottom, style)
    put(parts[3], width: 1, column: left, row: bottom, style)
    if !title.isEmpty && inner.columns >= 4 {
      let label = " \(shortened(title, to: inner.columns - 3)) "
      write(label, in: inner, titleStyle ?? style)
    }
    if !footer.isEmpty && inner.columns >= 4 {
      let label = " \(truncated(footer, to: inner.columns - 3)) "
      write(label, in: inner, row: rect.rows - 1, alignment: .trailing, style)
    }
  }
}
