import Figures
import Frames

extension Sheet {
  /// The theme's styles for a chart on this terminal.
  var chartStyle: ChartStyle {
    ChartStyle(
      text: theme.text, muted: theme.muted, axis: theme.border, grid: theme.border,
      glyphs: glyphs, bandFill: bandFill)
  }

  /// Draws lines over the years, with bands behind them.
  mutating func curves(_ chart: Curves, in rect: Rect) {
    self.chart(chart)
    let xs = chart.positions ?? chart.labels.indices.map(Double.init)
    let unit = chart.unit
    let plot = LinePlot(
      series: chart.curves.map { curve in
        LinePlot.Series(
          label: curve.label, points: zip(xs, curve.values).map { (x: $0.0, y: $0.1) },
          style: chart.bands.isEmpty ? curve.style : theme.overBand(curve.style),
          dashed: curve.dashed)
      },
      bands: chart.bands.map {
        LinePlot.Band(x: xs, low: $0.low, high: $0.high, style: theme.band)
      },
      references: chart.references.map {
        LinePlot.Reference(y: $0.0, label: $0.1, style: theme.reference)
      },
      xLabels: zip(xs, chart.labels).map { LinePlot.XLabel(x: $0.0, text: $0.1) },
      yRange: chart.range,
      yFormat: { Numbers.typed($0) + unit })
    let drawn = frame.linePlot(plot, in: rect, style: chartStyle)
    axis(
      Rect(
        column: rect.column, row: drawn.row, columns: drawn.column - rect.column,
        rows: drawn.rows))
    axis(
      Rect(
        column: rect.column, row: drawn.endRow, columns: rect.columns,
        rows: rect.endRow - drawn.endRow))
  }

  /// Upright columns with their numbers, each an item: column i is item i.
  mutating func columns(
    _ values: [(label: String, value: Double)], in rect: Rect,
    format: @escaping @Sendable (Double) -> String
  ) {
    let plot = ColumnPlot(
      columns: values.map {
        ColumnPlot.Column(label: $0.label, value: $0.value, style: theme.series(0))
      }, format: format)
    let places = frame.columnPlot(plot, in: rect, style: chartStyle)
    guard let first = places.first else { return }
    axis(rect.split(left: first.column - 1 - rect.column).0)
    for (index, place) in places.enumerated() {
      // Numbers and labels may be wider than their column, as far as half way to the next one.
      let left = index == 0 ? first.column - 1 : (places[index - 1].endColumn + place.column) / 2
      let right =
        index + 1 < places.count
        ? (place.endColumn + places[index + 1].column) / 2 : rect.endColumn
      let column = Rect(column: left, row: rect.row, columns: right - left, rows: rect.rows)
      let label = column.split(top: column.rows - 1).1
      item(index, at: column, showing: label)
    }
  }

  /// A lever as a slider with its value, the baseline's tick and both ends.
  mutating func slider(
    value: Double, baseline: Double, minimum: Double, maximum: Double, in rect: Rect
  ) {
    let style = SliderStyle(
      filled: theme.series(0), track: theme.track, thumb: theme.strong, baseline: theme.reference,
      tick: theme.muted)
    _ = frame.slider(
      value: value, baseline: baseline, minimum: minimum, maximum: maximum, in: rect,
      style: style, glyphs: glyphs)
  }

  /// Lines over the years with the numbers that they end at below; caption i is item i. Captions
  /// take as many rows as they need.
  mutating func curves(_ chart: Curves, captions: [String], in rect: Rect) {
    var rows: [[(index: Int, text: String)]] = [[]]
    var used = 0
    for (index, text) in captions.enumerated() {
      let width = displayWidth(text) + 3
      if used > 0, used + width > rect.columns + 1 {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append((index, text))
      used += width
    }
    let (plot, foot) = rect.split(top: rect.rows - rows.count)
    curves(chart, in: plot)
    for (offset, row) in rows.enumerated() {
      var column = rect.column
      for caption in row {
        let width = displayWidth(caption.text) + 3
        let place = Rect(column: column, row: foot.row + offset, columns: width, rows: 1)
        frame.write(caption.text, column: column + 2, row: place.row, theme.text)
        item(caption.index, at: place.clipped(to: rect))
        column += width
      }
    }
  }
}
