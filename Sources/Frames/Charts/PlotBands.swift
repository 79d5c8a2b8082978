extension Frame {
  /// Fills the bands with their background colours, one over the other, each column of cells at
  /// the height that the band has in its middle, to an eighth of a cell.
  mutating func fillBands(_ bands: [LinePlot.Band], _ layout: PlotLayout, _ glyphs: Glyphs) {
    let plot = layout.plot
    let steps = plot.rows * 8
    let width = layout.xRange.upperBound - layout.xRange.lowerBound
    guard plot.columns > 1, width > 0 else { return }
    for offset in 0..<plot.columns {
      let x = layout.xRange.lowerBound + width * Double(offset) / Double(plot.columns - 1)
      var slices = [Style?](repeating: nil, count: steps)
      for band in bands {
        guard let low = value(of: band.low, at: x, band.x), low.isFinite,
          let high = value(of: band.high, at: x, band.x), high.isFinite,
          max(low, high) >= layout.yRange.lowerBound, min(low, high) <= layout.yRange.upperBound
        else { continue }
        let one = position(low, layout.yRange, steps: steps)
        let other = position(high, layout.yRange, steps: steps)
        let style = Style(band.style.background ?? band.style.foreground)
        for slice in min(one, other)..<max(one, other) { slices[slice] = style }
      }
      for row in 0..<plot.rows {
        let start = (plot.rows - 1 - row) * 8
        let cell = slices[start..<start + 8]
        guard cell.contains(where: { $0 != nil }) else { continue }
        fillCell(Array(cell), column: plot.column + offset, row: plot.row + row, glyphs)
      }
    }
  }

  /// Fills the cells whose middle lies inside a band with a light pattern: for a screen without
  /// colours to fill them with.
  mutating func shadeBands(_ bands: [LinePlot.Band], _ layout: PlotLayout, _ style: ChartStyle) {
    let plot = layout.plot
    let width = layout.xRange.upperBound - layout.xRange.lowerBound
    guard plot.columns > 1, width > 0 else { return }
    let pattern = style.glyphs == .ascii ? ":" : "░"
    for offset in 0..<plot.columns {
      let x = layout.xRange.lowerBound + width * Double(offset) / Double(plot.columns - 1)
      for band in bands {
        guard let low = value(of: band.low, at: x, band.x), low.isFinite,
          let high = value(of: band.high, at: x, band.x), high.isFinite
        else { continue }
        let one = position(low, layout.yRange, steps: plot.rows * 8)
        let other = position(high, layout.yRange, steps: plot.rows * 8)
        for row in 0..<plot.rows {
          let start = (plot.rows - 1 - row) * 8
          guard start + 4 >= min(one, other), start + 4 < max(one, other) else { continue }
          mark(
            pattern, at: offset, of: Rect(plot, row: row), style.grid.withoutBackground)
        }
      }
    }
  }

  private mutating func fillCell(_ slices: [Style?], column: Int, row: Int, _ glyphs: Glyphs) {
    let ground = self[column, row].style
    let middle = slices[4] ?? slices[3]
    if glyphs == .ascii {
      if let colour = middle?.foreground {
        put(" ", width: 1, column: column, row: row, Style(on: colour))
      }
      return
    }
    let isWhole = slices.allSatisfy { $0 == slices[0] }
    if isWhole, let colour = middle?.foreground {
      // As a blank on a ground, so that a line drawn over it keeps the band behind it.
      put(" ", width: 1, column: column, row: row, Style(on: colour))
      return
    }
    let (text, style) = SharedCell.draw(slices, .fromBelow, ground: Style(on: ground.background))
    put(text, width: 1, column: column, row: row, style)
  }

  private func value(of curve: [Double], at x: Double, _ xs: [Double]) -> Double? {
    let count = min(curve.count, xs.count)
    guard count > 0, x >= xs[0], x <= xs[count - 1] else { return nil }
    let next = xs[..<count].firstIndex { $0 >= x } ?? count - 1
    guard next > 0 else { return curve[0] }
    let share = (x - xs[next - 1]) / (xs[next] - xs[next - 1])
    return curve[next - 1] + (curve[next] - curve[next - 1]) * share
  }
}
