extension Frame {
  /// Draws a line plot: bands behind, then grid and references, then the curves, with round
  /// labels at the left, thinned labels below, and the name of each curve beside its end (above
  /// the plot where there is no room beside it). Small rectangles lose the axes first.
  ///
  /// - Returns: The cells of the curves alone, for what the caller adds to them.
  @discardableResult
  public mutating func linePlot(_ plot: LinePlot, in rect: Rect, style: ChartStyle) -> Rect {
    let style = style.grounded(on: self[rect.column, rect.row].style.background)
    let layout = PlotLayout(plot, in: rect)
    guard !layout.plot.isEmpty else { return layout.plot }
    var canvas = Canvas(
      columns: layout.plot.columns, rows: layout.plot.rows, glyphs: style.glyphs)
    drawGrid(layout, style)
    var edges = canvas
    for band in plot.bands where style.bandFill != .background {
      // Over a fill each cell has a dot, so that none is seen to be filled in part.
      let gap = style.bandFill == .both ? 2 : 3
      for edge in [band.low, band.high] {
        let points = zip(band.x, edge).map { (x: $0, y: Optional($1)) }
        edges.curve(points, layout, band.style) { $0 % gap == 0 }
      }
    }
    switch style.bandFill {
    case .background, .both:
      fillBands(plot.bands, layout, style.glyphs)
      canvas = edges
    case .pattern:
      // A pattern takes the whole cell: its edges are dots only where it takes less than half.
      show(edges, in: layout.plot)
      shadeBands(plot.bands, layout, style)
    case .edges: canvas = edges
    }
    for reference in plot.references where reference.y.isFinite {
      let ends = [layout.xRange.lowerBound, layout.xRange.upperBound].map {
        (x: $0, y: Optional(reference.y))
      }
      canvas.curve(ends, layout, reference.style) { $0 % 2 == 0 }
    }
    drawEventLines(plot.events, layout, style)
    for series in plot.series {
      canvas.curve(series.points, layout, series.style) { series.dash.draws($0) }
    }
    show(canvas, in: layout.plot)
    nameEvents(plot.events, layout, canvas, style)
    drawAxes(plot, layout, style)
    drawLabels(plot, layout, style)
    return layout.plot
  }

  private mutating func show(_ canvas: Canvas, in rect: Rect) {
    for row in 0..<canvas.rows {
      for column in 0..<canvas.columns {
        guard let (text, style) = canvas.cell(column, row) else { continue }
        markOver(text, at: column, of: Rect(rect, row: row), style)
      }
    }
  }

  /// Writes one character in front of a cell that may be partly filled: it takes the whole cell,
  /// so behind it stands what filled most of it.
  mutating func markOver(_ text: String, at offset: Int, of line: Rect, _ style: Style) {
    let behind = self[line.column + offset, line.row]
    let isMostlyFront = Eighths.lower.dropFirst(4).contains(behind.text) || behind.text == "▀"
    let ground = isMostlyFront ? behind.style.foreground : behind.style.background
    mark(text, at: offset, of: line, Style(style.foreground, on: ground, style.attributes))
  }

  /// Dots at each tick, the zero line closer than the others, none along the axis itself.
  private mutating func drawGrid(_ layout: PlotLayout, _ style: ChartStyle) {
    let bottom = layout.plot.endRow - 1
    for tick in layout.yTicks {
      guard let row = layout.row(of: tick), row < bottom || layout.xAxis.isEmpty else { continue }
      let line = Rect(layout.plot, row: row - layout.plot.row)
      var dots = Canvas(columns: 1, rows: layout.plot.rows, glyphs: .braille)
      dots.set(0, layout.step(of: tick, down: dots.height), style.grid)
      let text =
        switch style.glyphs {
        case .braille: dots.cell(0, row - layout.plot.row)?.text ?? " "
        case .block: "·"
        case .ascii: "."
        }
      let shown = tick == 0 ? style.axis : style.grid
      for offset in stride(from: tick == 0 ? 0 : 1, to: line.columns, by: tick == 0 ? 1 : 2) {
        mark(text, at: offset, of: line, shown.withoutBackground)
      }
    }
  }

  private mutating func drawAxes(_ plot: LinePlot, _ layout: PlotLayout, _ style: ChartStyle) {
    let isASCII = style.glyphs == .ascii
    let ground = layout.yAxis
    if !ground.isEmpty {
      let line = Rect(
        column: ground.endColumn - 1, row: ground.row, columns: 1, rows: ground.rows)
      for offset in 0..<ground.rows {
        mark(isASCII ? "|" : "│", at: 0, of: Rect(line, row: offset), style.axis)
      }
      for tick in layout.yTicks {
        guard let row = layout.row(of: tick) else { continue }
        let place = Rect(
          column: ground.column, row: row, columns: ground.columns - 2, rows: 1)
        write(plot.yFormat(tick), in: place, alignment: .trailing, style.muted)
        mark(isASCII ? "+" : "┤", at: 0, of: Rect(line, row: row - line.row), style.axis)
      }
    }
    let shown = labels(of: plot, layout)
    for offset in 0..<layout.xAxis.columns where !layout.xAxis.isEmpty {
      let isCorner = offset == 0 && !ground.isEmpty
      let text = isCorner ? (isASCII ? "+" : "└") : (isASCII ? "-" : "─")
      mark(text, at: offset, of: layout.xAxis, style.axis)
    }
    for label in shown {
      if !layout.xAxis.isEmpty {
        mark(
          isASCII ? "+" : "┬", at: label.tick - layout.xAxis.column, of: layout.xAxis, style.axis)
      }
      write(
        label.text, column: label.start, row: layout.xLabels.row, style.muted, clip: layout.xLabels)
    }
  }

  private typealias Placed = (text: String, start: Int, tick: Int, end: Int)

  /// The labels of the x axis that have room: all, or rounder ones in their place; where neither
  /// has, the last of them evenly thinned from the first on.
  private func labels(of plot: LinePlot, _ layout: PlotLayout) -> [Placed] {
    let choices = ([plot.xLabels] + plot.rounderLabels).map { placed($0, layout) }
    let chosen = choices.first { !$0.isEmpty && hasRoom($0) } ?? choices.last { !$0.isEmpty } ?? []
    for step in 1...max(chosen.count, 1) {
      let kept = stride(from: 0, to: chosen.count, by: step).map { chosen[$0] }
      if hasRoom(kept) { return kept.filter { $0.end <= layout.xLabels.endColumn } }
    }
    return []
  }

  private func placed(_ labels: [LinePlot.XLabel], _ layout: PlotLayout) -> [Placed] {
    let area = layout.xLabels
    guard !area.isEmpty else { return [] }
    return labels.filter { $0.x.isFinite && layout.xRange.contains($0.x) }.map { label in
      let width = displayWidth(label.text)
      let tick = layout.column(of: label.x)
      let start = max(min(tick - width / 2, area.endColumn - width), area.column)
      return (label.text, start, tick, start + width)
    }
  }

  private func hasRoom(_ labels: [Placed]) -> Bool {
    zip(labels, labels.dropFirst()).allSatisfy { $0.end + 2 <= $1.start }
  }
}

extension Canvas {
  /// Joins points that are in the axes' ranges; what lies outside is cut off at the edge, and where
  /// there is no finite number the line breaks.
  mutating func curve(
    _ points: [(x: Double, y: Double?)], _ layout: PlotLayout, _ style: Style,
    pattern: (Int) -> Bool
  ) {
    for part in points.split(whereSeparator: { !$0.x.isFinite || $0.y?.isFinite != true }) {
      let known = part.compactMap { point in point.y.map { (point.x, $0) } }
      curve(through: known, layout, style, pattern: pattern)
    }
  }

  private mutating func curve(
    through points: [(Double, Double)], _ layout: PlotLayout, _ style: Style,
    pattern: (Int) -> Bool
  ) {
    let range = layout.yRange
    var drawn = 0
    func dot(_ x: Double, _ y: Double) -> (x: Int, y: Int) {
      (
        position(x, layout.xRange, steps: max(width - 1, 0)),
        layout.step(of: y, down: height)
      )
    }
    if points.count == 1, range.contains(points[0].1) {
      let only = dot(points[0].0, points[0].1)
      set(only.x, only.y, style)
      set(only.x ^ 1, only.y, style)
      return
    }
    for (start, end) in zip(points, points.dropFirst()) {
      guard let (a, b) = clipped(start, end, to: range) else { continue }
      line(from: dot(a.0, a.1), to: dot(b.0, b.1), style, drawn: &drawn, pattern: pattern)
    }
  }

  private func clipped(
    _ start: (Double, Double), _ end: (Double, Double), to range: ClosedRange<Double>
  ) -> ((Double, Double), (Double, Double))? {
    if range.contains(start.1) && range.contains(end.1) { return (start, end) }
    if max(start.1, end.1) < range.lowerBound || min(start.1, end.1) > range.upperBound {
      return nil
    }
    func moved(_ point: (Double, Double)) -> (Double, Double) {
      let y = min(max(point.1, range.lowerBound), range.upperBound)
      let share = (y - start.1) / (end.1 - start.1)
      return (start.0 + (end.0 - start.0) * share, y)
    }
    return (moved(start), moved(end))
  }
}

extension Rect {
  /// One row of a rectangle, counted from its top.
  init(_ rect: Rect, row: Int) {
    self.init(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1)
  }
}

extension Style {
  /// The style for drawing on whatever ground is there.
  var withoutBackground: Style { Style(foreground, on: nil, attributes) }
}
