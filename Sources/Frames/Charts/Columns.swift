extension Frame {
  /// Upright bars side by side, to an eighth of a cell, with a gap of one column between them
  /// where there is room. A missing value leaves its place empty; one above zero shows at least
  /// the thinnest bar.
  ///
  /// - Parameters:
  ///   - values: One a column of the chart; nil where it is missing.
  ///   - rect: Where it is drawn; what lies outside the frame is not.
  ///   - style: The bars' colour is its foreground.
  ///   - glyphs: The characters that there are to draw with.
  ///   - scale: The value that fills the whole height; nil for the largest of the values.
  /// - Returns: The full-height rectangle of each value, for labels above or below.
  @discardableResult
  public mutating func columns(
    values: [Double?], scale: Double? = nil, in rect: Rect, style: Style,
    glyphs: Glyphs = .braille
  ) -> [Rect] {
    let top = scale ?? values.compactMap(\.self).filter(\.isFinite).max() ?? 0
    let gap = rect.columns >= values.count * 2 - 1 ? 1 : 0
    let width = values.isEmpty ? 0 : (rect.columns + gap) / values.count - gap
    return values.indices.map { index in
      let start = rect.column + index * (max(width, 1) + gap)
      let place = Rect(column: start, row: rect.row, columns: max(width, 1), rows: rect.rows)
        .clipped(to: rect)
      if let value = values[index], value.isFinite, value > 0, top > 0 {
        upright(value / top, in: place, style, glyphs)
      }
      return place
    }
  }

  /// A row of small upright bars, one column each, the last values where not all fit; gaps where
  /// a value is missing. The lowest value of all still shows its thinnest bar.
  ///
  /// - Parameters:
  ///   - values: One a column of the chart; nil where it is missing.
  ///   - rect: Where it is drawn; what lies outside the frame is not.
  ///   - style: The bars' colour is its foreground.
  ///   - glyphs: The characters that there are to draw with.
  ///   - base: What an empty bar stands for; zero, so that heights compare, unless told.
  public mutating func sparkline(
    values: [Double?], from base: Double = 0, in rect: Rect, style: Style,
    glyphs: Glyphs = .braille
  ) {
    let shown = values.suffix(rect.columns)
    let known = shown.compactMap(\.self).filter(\.isFinite)
    guard let largest = known.max(), let line = rect.rowRects.first else { return }
    let span = largest - base
    for (offset, value) in shown.enumerated() {
      guard let value, value.isFinite else { continue }
      let place = Rect(column: line.column + offset, row: line.row, columns: 1, rows: 1)
      let share = span > 0 ? (value - base) / span : 0
      upright(max(share, 0.01), in: place, style, glyphs)
    }
  }

  private mutating func upright(_ share: Double, in rect: Rect, _ style: Style, _ glyphs: Glyphs) {
    let eighths = max(Int((min(share, 1) * Double(rect.rows) * 8).rounded()), 1)
    let blocks = glyphs == .ascii ? Eighths.lowerASCII : Eighths.lower
    for row in rect.clipped(to: bounds).row..<rect.clipped(to: bounds).endRow {
      let part = min(max(eighths - (rect.endRow - 1 - row) * 8, 0), 8)
      guard part > 0 else { continue }
      for column in rect.clipped(to: bounds).column..<rect.clipped(to: bounds).endColumn {
        let ground = self[column, row].style.background
        let shown = Style(style.foreground, on: ground, style.attributes)
        put(blocks[part], width: 1, column: column, row: row, shown)
      }
    }
  }
}

extension Rect {
  /// Its rows, each as a rectangle one row high.
  public var rowRects: [Rect] {
    (0..<rows).map { Rect(column: column, row: row + $0, columns: columns, rows: 1) }
  }
}
