import Charts

extension Frame {
  /// A value axis below bars or intervals: a line with round ticks in the first row of the
  /// rectangle, their numbers in the second. Its first and last column are the ends of the scale,
  /// as they are for bars of the same width.
  ///
  /// - Returns: The columns of the ticks with their values, for lines up through the chart.
  @discardableResult
  public mutating func valueAxis(
    _ scale: ClosedRange<Double>, in rect: Rect, style: ChartStyle,
    format: (Double) -> String
  ) -> [(column: Int, value: Double)] {
    guard let line = rect.rowRects.first, line.columns >= 2 else { return [] }
    let style = style.grounded(on: self[rect.column, rect.row].style.background)
    let isASCII = style.glyphs == .ascii
    for offset in 0..<line.columns { mark(isASCII ? "-" : "─", at: offset, of: line, style.axis) }
    for count in stride(from: min(max(line.columns / 4, 2), 8), through: 2, by: -1) {
      let ticks = niceTicks(from: scale.lowerBound, to: scale.upperBound, count: count)
        .filter(scale.contains)
        .map { (column: line.column + position($0, scale, steps: line.columns - 1), value: $0) }
      let labels = ticks.map { tick in
        let text = format(tick.value)
        let width = displayWidth(text)
        let start = min(max(tick.column - width / 2, rect.column), rect.endColumn - width)
        return (text: text, start: start, end: start + width)
      }
      let isRoomy =
        zip(labels, labels.dropFirst()).allSatisfy { $0.end + 1 < $1.start }
        && labels.allSatisfy { $0.start >= rect.column }
      guard isRoomy || count == 2 else { continue }
      for tick in ticks {
        mark(isASCII ? "+" : "┬", at: tick.column - line.column, of: line, style.axis)
      }
      for label in labels where rect.rows >= 2 && isRoomy {
        let row = Rect(rect, row: 1)
        write(label.text, column: label.start, row: row.row, style.muted, clip: row)
      }
      return ticks
    }
    return []
  }
}
