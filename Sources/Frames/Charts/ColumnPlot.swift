import Charts

/// Upright columns over labels, with a value axis from zero, and intervals where there are any.
public struct ColumnPlot: Sendable {
  public struct Column: Sendable {
    /// Stands below the column.
    public var label: String
    /// The height; nil leaves the place empty.
    public var value: Double?
    /// The ends of the interval, drawn as a whisker through the top of the column.
    public var low, high: Double?
    public var style: Style
    public init(
      label: String, value: Double?, low: Double? = nil, high: Double? = nil, style: Style
    ) {
      self.label = label
      self.value = value
      self.low = low
      self.high = high
      self.style = style
    }

    /// The greatest thing to draw of it.
    fileprivate var top: Double {
      max(value.flatMap(\.ifFinite) ?? 0, high.flatMap(\.ifFinite) ?? 0, 0)
    }
  }

  public var columns: [Column]
  /// What the values look like: on the axis and, where they fit, above the columns.
  public var format: @Sendable (Double) -> String
  /// Whether each column carries its value.
  public var showsValues: Bool

  public init(
    columns: [Column], showsValues: Bool = true, format: @escaping @Sendable (Double) -> String
  ) {
    self.columns = columns
    self.format = format
    self.showsValues = showsValues
  }
}

extension Frame {
  /// Draws columns to an eighth of a cell above a line with their labels. The value axis stands at
  /// the left where there is room; each of its numbers is just below the line that it names, so
  /// that columns begin at zero exactly.
  ///
  /// - Returns: The full-height rectangle of each column, in order.
  @discardableResult
  public mutating func columnPlot(_ plot: ColumnPlot, in rect: Rect, style: ChartStyle) -> [Rect] {
    let style = style.grounded(on: self[rect.column, rect.row].style.background)
    let top = plot.columns.map(\.top).max() ?? 0
    let hasLabels = rect.rows >= 3
    let valueRows = plot.showsValues && rect.rows >= 4 ? 1 : 0
    let height = max(rect.rows - (hasLabels ? 2 : 0) - valueRows, 0)
    let ticks = niceTicks(from: 0, to: top > 0 ? top : 1, count: min(max(height / 2 + 1, 2), 6))
    let step = ticks[1] - ticks[0]
    let steps = max((top / step).rounded(.up), 1)
    let apart = max(Int(Double(height) / max(top / step, 1)), 1)
    let rowValue = step / Double(apart)
    let shownTicks = (0...Int(steps)).filter { $0 * apart <= height }.map {
      ($0, ticks[0] + Double($0) * step)
    }

    let tickWidth = shownTicks.map { displayWidth(plot.format($0.1)) }.max() ?? 0
    let hasAxis = hasLabels && rect.columns >= tickWidth + 2 + plot.columns.count * 2 && height >= 3
    let (axis, body) = rect.split(left: hasAxis ? tickWidth + 1 : 0)
    let area = Rect(
      column: body.column, row: rect.row + valueRows, columns: body.columns, rows: height)
    guard !area.isEmpty else { return plot.columns.map { _ in Rect(area, columns: 0) } }

    if hasAxis {
      for (index, tick) in shownTicks {
        let row = area.endRow - index * apart
        let place = Rect(column: axis.column, row: row, columns: tickWidth, rows: 1)
        write(plot.format(tick), in: place, alignment: .trailing, style.muted)
        guard index > 0 else { continue }
        let dot = style.glyphs == .braille ? "⠁" : style.glyphs == .block ? "·" : "."
        for offset in stride(from: 0, to: area.columns, by: 2) {
          mark(dot, at: offset, of: Rect(area, row: row - area.row), style.grid.withoutBackground)
        }
      }
    }
    if hasLabels {
      let line = Rect(column: area.column, row: area.endRow, columns: area.columns, rows: 1)
      for offset in 0..<line.columns {
        mark(style.glyphs == .ascii ? "-" : "─", at: offset, of: line, style.axis)
      }
    }

    // Even places; what is left over stands at the right.
    let count = plot.columns.count
    let room = count == 0 ? 0 : area.columns / count
    let gap = room >= 5 ? 2 : room >= 2 ? 1 : 0
    let places = plot.columns.indices.map { index in
      Rect(
        column: area.column + index * max(room, 1) + gap / 2, row: area.row,
        columns: max(room - gap, 1), rows: height
      ).clipped(to: area)
    }
    for (column, place) in zip(plot.columns, places) {
      draw(column, place, rowValue, style.glyphs, style.text)
    }
    if hasLabels { label(plot, places, area, style) }
    if valueRows > 0 { nameValues(plot, places, room, rowValue, style) }
    return places
  }

  private mutating func draw(
    _ column: ColumnPlot.Column, _ place: Rect, _ rowValue: Double, _ glyphs: Glyphs, _ text: Style
  ) {
    let scale = rowValue * Double(place.rows)
    if let value = column.value?.ifFinite, value > 0 {
      columns(values: [value], scale: scale, in: place, style: column.style, glyphs: glyphs)
    }
    guard let low = column.low?.ifFinite, let high = column.high?.ifFinite, low <= high,
      place.rows >= 3, place.columns > 0
    else { return }
    let rows = [low, high].map { end in
      place.rows - 1 - Int(min(max(end / rowValue, 0), Double(place.rows - 1)))
    }
    let isASCII = glyphs == .ascii
    for row in rows[1]...rows[0] {
      let line = Rect(place, row: row)
      let offset = place.columns / 2
      let behind = self[place.column + offset, line.row]
      let isCap = row == rows[0] || row == rows[1]
      let isInside = Eighths.lower.dropFirst(4).contains(behind.text)
      let shape =
        rows[0] == rows[1] ? "┼" : row == rows[1] ? "┬" : row == rows[0] ? "┴" : "│"
      let shown =
        isInside
        ? Style(behind.style.background ?? text.background, on: behind.style.foreground)
        : text.withoutBackground
      // Without colours a whisker inside a full block is told from it by reverse.
      let style =
        isInside && behind.style.foreground == nil
        ? Style(nil, on: nil, .reverse) : shown
      mark(
        isASCII ? (isCap ? "+" : "|") : shape, at: offset, of: line,
        style)
    }
  }

  private mutating func label(
    _ plot: ColumnPlot, _ places: [Rect], _ area: Rect, _ style: ChartStyle
  ) {
    let row = area.endRow + 1
    let line = Rect(column: area.column, row: row, columns: area.columns, rows: 1)
    let spans = zip(plot.columns, places).map { column, place in
      let width = displayWidth(column.label)
      let start = place.column + (place.columns - width) / 2
      return (column.label, max(min(start, line.endColumn - width), line.column), width)
    }
    for step in 1...max(spans.count, 1) {
      let kept = stride(from: 0, to: spans.count, by: step).map { spans[$0] }
      guard zip(kept, kept.dropFirst()).allSatisfy({ $0.1 + $0.2 < $1.1 }) else { continue }
      for (text, start, _) in kept {
        write(text, column: start, row: row, style.muted, clip: line)
      }
      return
    }
  }

  private mutating func nameValues(
    _ plot: ColumnPlot, _ places: [Rect], _ room: Int, _ rowValue: Double, _ style: ChartStyle
  ) {
    for (column, place) in zip(plot.columns, places) {
      guard let value = column.value?.ifFinite else { continue }
      let text = plot.format(value)
      guard displayWidth(text) < max(room, 1) + (room >= 4 ? 0 : 1) else { continue }
      let height = Int((column.top / rowValue).rounded(.up))
      let row = max(place.endRow - height - 1, place.row - 1)
      let start = place.column + (place.columns - displayWidth(text)) / 2
      write(
        text, column: start, row: row, style.text,
        clip: Rect(column: place.column - 1, row: row, columns: room + 1, rows: 1))
    }
  }
}

extension Double {
  /// The value where it is a number that can be drawn.
  fileprivate var ifFinite: Double? { isFinite ? self : nil }
}
