extension Frame {
  /// Dotted upright lines through the whole plot, behind the curves.
  mutating func drawEventLines(
    _ events: [LinePlot.Event], _ layout: PlotLayout, _ style: ChartStyle
  ) {
    for event in layout.shown(events) {
      let offset = layout.column(of: event.x) - layout.plot.column
      for line in layout.plot.rowRects {
        let text = style.glyphs == .ascii ? ":" : "┊"
        markOver(text, at: offset, of: line, event.style)
      }
    }
  }

  /// Each event's label at its line, in the highest row where neither a curve nor another label
  /// stands in its way; where there is none it is left out.
  mutating func nameEvents(
    _ events: [LinePlot.Event], _ layout: PlotLayout, _ canvas: Canvas, _ style: ChartStyle
  ) {
    let plot = layout.plot
    var taken: [Rect] = []
    for event in layout.shown(events) {
      let label = truncated(event.label, to: plot.columns)
      let width = displayWidth(label)
      let line = layout.column(of: event.x)
      let start = line + width <= plot.endColumn ? line : max(line - width + 1, plot.column)
      let free = plot.rowRects.map { Rect($0, from: start, columns: width) }.first { place in
        let wide = Rect(place, from: start - 1, columns: width + 2)
        return taken.allSatisfy { $0.clipped(to: wide).isEmpty }
          && (place.column..<place.endColumn).allSatisfy {
            canvas.cell($0 - plot.column, place.row - plot.row) == nil
          }
      }
      guard let place = free else { continue }
      let ground = self[place.column, place.row].style
      write(label, in: place, event.style.withoutBackground(over: ground))
      taken.append(place)
    }
  }
}

extension PlotLayout {
  fileprivate func shown(_ events: [LinePlot.Event]) -> [LinePlot.Event] {
    events.filter { $0.x.isFinite && xRange.contains($0.x) }
  }
}

extension Rect {
  /// Other columns of the same rows.
  fileprivate init(_ rect: Rect, from column: Int, columns: Int) {
    self.init(column: column, row: rect.row, columns: columns, rows: rect.rows)
  }
}
