import Figures
import Frames

extension Sheet {
  /// The theme's styles for a chart on this terminal.
  var chartStyle: ChartStyle {
    ChartStyle(
      text: theme.text, muted: theme.muted, axis: theme.border, grid: theme.border,
      glyphs: glyphs, bandFill: bandFill)
  }

  /// Draws lines over time, with bands behind them.
  mutating func curves(_ chart: Curves, in rect: Rect) {
    self.chart(chart)
    plot(chart, in: rect)
  }

  /// The same without noting the chart.
  mutating func plot(_ chart: Curves, in rect: Rect) {
    let xs = chart.positions
    let (scale, unit) = (chart.scale, chart.unit)
    var plot = LinePlot(
      series: zip(chart.curves, chart.dashes).map { curve, dash in
        var points = zip(xs, curve.values).map { (x: $0, y: $1.map { $0 * scale }) }
        // Between dates nothing is missing.
        if chart.axis == .dates { points.removeAll { $0.y == nil } }
        return LinePlot.Series(
          label: curve.label, points: points,
          style: chart.bands.isEmpty ? curve.style : theme.overBand(curve.style),
          dash: dash)
      },
      bands: chart.bands.map { band in
        let ends = [band.low, band.high].map { $0.map { ($0 ?? .nan) * scale } }
        return LinePlot.Band(x: xs, low: ends[0], high: ends[1], style: theme.band)
      },
      references: chart.references.map {
        LinePlot.Reference(y: $0.0 * scale, label: $0.1, style: theme.reference)
      },
      xLabels: zip(xs, chart.labels).map { LinePlot.XLabel(x: $0.0, text: $0.1) },
      yRange: chart.range, yFormat: { _ in "" })
    // Four decimals are too few for the ticks of an axis as short as that.
    let drawn = chart.curves.flatMap(\.values) + chart.bands.flatMap(\.high)
    let largest =
      (drawn.compactMap { $0.map { abs($0 * scale) } } + [chart.range?.upperBound ?? 0])
      .max() ?? 0
    let isShort = (1e-12..<0.001).contains(largest)
    plot.yFormat = { (isShort && $0 != 0 ? Numbers.significant($0) : Numbers.typed($0)) + unit }
    if chart.axis != .even, let first = xs.first, let last = xs.last {
      let labels = Periods.labels(from: first, to: last)
      if !labels.isEmpty {
        (plot.xLabels, plot.rounderLabels) = (labels[0], Array(labels.dropFirst()))
      }
    }
    let cells = frame.linePlot(plot, in: rect, style: chartStyle)
    axis(
      Rect(
        column: rect.column, row: cells.row, columns: cells.column - rect.column,
        rows: cells.rows))
    axis(
      Rect(
        column: rect.column, row: cells.endRow, columns: rect.columns,
        rows: rect.endRow - cells.endRow))
  }

  /// Upright columns with their numbers, each an item, in order; one without a value leaves its
  /// place empty and is none.
  mutating func columns(
    _ values: [(label: String, value: Double?)], in rect: Rect,
    format: @escaping @Sendable (Double) -> String
  ) {
    let plot = ColumnPlot(
      columns: values.map {
        ColumnPlot.Column(label: $0.label, value: $0.value, style: theme.series(0))
      }, format: format)
    let places = frame.columnPlot(plot, in: rect, style: chartStyle)
    guard let first = places.first else { return }
    axis(rect.split(left: first.column - 1 - rect.column).0)
    let known = values.indices.filter { values[$0].value != nil }
    for (item, index) in known.enumerated() {
      // Numbers and labels may be wider than their column, as far as half way to the next one.
      let place = places[index]
      let left = index == 0 ? first.column - 1 : (places[index - 1].endColumn + place.column) / 2
      let right =
        index + 1 < places.count
        ? (place.endColumn + places[index + 1].column) / 2 : rect.endColumn
      let column = Rect(column: left, row: rect.row, columns: right - left, rows: rect.rows)
      let label = column.split(top: column.rows - 1).1
      self.item(item, at: column, showing: label)
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

  /// Lines over time with the numbers that they end at below; caption i is item i. Captions take as
  /// many rows as they need.
  mutating func curves(_ chart: Curves, captions: [String], in rect: Rect) {
    self.chart(chart)
    plot(chart, captions: captions, in: rect)
  }

  /// The same without noting the chart.
  mutating func plot(_ chart: Curves, captions: [String], in rect: Rect) {
    var rows: [[(index: Int, text: String)]] = [[]]
    var used = 0
    // A caption that is wider than the panel goes on in the next line.
    let pieces = captions.enumerated().flatMap { index, text in
      wrapped(text, width: max(rect.columns - 2, 1)).map { (index: index, text: $0) }
    }
    for (index, text) in pieces {
      let width = displayWidth(text) + 3
      if used > 0, used + width > rect.columns + 1 {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append((index, text))
      used += width
    }
    // Where even the captions have no room, those around the one in focus stand there.
    let first = scroll(
      count: rows.count, visible: rect.rows,
      chosen: rows.firstIndex { $0.contains { $0.index == chosen } } ?? 0)
    let shown = rows.dropFirst(first).prefix(rect.rows)
    let (plot, foot) = rect.split(top: rect.rows - shown.count)
    self.plot(chart, in: plot)
    for (offset, row) in shown.enumerated() {
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
