extension Frame {
  /// Names the curves and references beside their ends, moved apart so that no two share a row;
  /// or in the row above the plot, one after the other.
  mutating func drawLabels(_ plot: LinePlot, _ layout: PlotLayout, _ style: ChartStyle) {
    let isASCII = style.glyphs == .ascii
    var labels: [(text: String, row: Int, mark: String, style: Style)] = []
    for series in plot.series where !series.label.isEmpty {
      let last = series.points.last { $0.y?.isFinite ?? false }?.y ?? layout.yRange.lowerBound
      let mark = series.dash.mark(isASCII: isASCII)
      labels.append((series.label, nearestRow(last, layout), mark, series.style))
    }
    for reference in plot.references where !reference.label.isEmpty {
      let mark = isASCII ? ":" : "┄"
      labels.append(
        (reference.label, nearestRow(reference.y, layout), mark, reference.style))
    }
    if layout.labels.isEmpty {
      var column = layout.legend.column
      for label in labels where !layout.legend.isEmpty {
        let text = truncated(label.text, to: layout.legend.endColumn - column - 2)
        guard !text.isEmpty else { break }
        write(
          label.mark, column: column, row: layout.legend.row,
          label.style.withoutBackground(over: style.text))
        column =
          write(
            text, column: column + 2, row: layout.legend.row, style.text, clip: layout.legend) + 2
      }
      return
    }
    labels.sort { $0.row < $1.row }
    let rows = spread(labels.map(\.row), within: layout.labels.row..<layout.labels.endRow)
    for (label, row) in zip(labels, rows) {
      let place = Rect(layout.labels, row: row - layout.labels.row)
      mark(label.mark, at: 0, of: place, label.style.withoutBackground)
      let text = Rect(
        column: place.column + 2, row: row, columns: place.columns - 2, rows: 1)
      write(label.text, in: text, style.text)
    }
  }

  private func nearestRow(_ value: Double, _ layout: PlotLayout) -> Int {
    let shown = value.isFinite ? value : layout.yRange.lowerBound
    return layout.plot.row + layout.step(of: shown, down: layout.plot.rows)
  }

  /// Ascending rows moved as little as it takes for each to have its own; those for which there
  /// is no row left fall away at the end.
  private func spread(_ wanted: [Int], within rows: Range<Int>) -> [Int] {
    var placed: [Int] = []
    for row in wanted.prefix(rows.count) {
      placed.append(max(row, placed.last.map { $0 + 1 } ?? rows.lowerBound))
    }
    var limit = rows.upperBound - 1
    for index in placed.indices.reversed() {
      placed[index] = min(placed[index], limit)
      limit = placed[index] - 1
    }
    return placed
  }
}

extension Style {
  /// This style's foreground on another's ground.
  func withoutBackground(over ground: Style) -> Style {
    Style(foreground, on: ground.background, attributes)
  }
}
