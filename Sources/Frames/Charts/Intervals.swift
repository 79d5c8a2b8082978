extension Frame {
  /// An interval on one row, `├──●──┤`, with its point where there is one. The rectangle's first
  /// and last column stand for the ends of the scale; what lies beyond them is drawn at them with
  /// an arrow in place of the end.
  ///
  /// - Parameters:
  ///   - low: One end; the lower of the two stands left.
  ///   - high: The other end.
  ///   - point: What is marked between them; nil for nothing.
  ///   - scale: What the first and the last column stand for.
  ///   - rect: Its first row is drawn on.
  ///   - style: Of the line.
  ///   - glyphs: The characters that there are to draw with.
  ///   - pointStyle: The style of the point; the background stays the cell's own.
  public mutating func rangeBar(
    low: Double, high: Double, point: Double? = nil, scale: ClosedRange<Double>, in rect: Rect,
    style: Style, pointStyle: Style? = nil, glyphs: Glyphs = .braille
  ) {
    guard let line = rect.rowRects.first, !line.isEmpty, low.isFinite, high.isFinite else { return }
    let (low, high) = (min(low, high), max(low, high))
    let steps = line.columns - 1
    let first = position(low, scale, steps: steps)
    let last = position(high, scale, steps: steps)
    let isASCII = glyphs == .ascii
    for offset in first...last {
      mark(isASCII ? "-" : "─", at: offset, of: line, style)
    }
    let opens = low < scale.lowerBound ? (isASCII ? "<" : "◂") : (isASCII ? "|" : "├")
    let closes = high > scale.upperBound ? (isASCII ? ">" : "▸") : (isASCII ? "|" : "┤")
    if first < last {
      mark(opens, at: first, of: line, style)
      mark(closes, at: last, of: line, style)
    } else {
      mark(isASCII ? "|" : "│", at: first, of: line, style)
    }
    if let point, point.isFinite {
      let place = position(point, scale, steps: steps)
      mark(isASCII ? "*" : "●", at: place, of: line, pointStyle ?? style)
    }
  }

  /// Writes one character in front of what the cell's background is.
  mutating func mark(_ text: String, at offset: Int, of line: Rect, _ style: Style) {
    guard (0..<line.columns).contains(offset) else { return }
    let column = line.column + offset
    guard bounds.contains(column: column, row: line.row) else { return }
    let ground = style.background ?? self[column, line.row].style.background
    let shown = Style(style.foreground, on: ground, style.attributes)
    put(text, width: 1, column: column, row: line.row, shown)
  }
}
