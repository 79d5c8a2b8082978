import Charts

/// Where the parts of a line plot go inside its rectangle: what is left out when it is small.
struct PlotLayout {
  /// The cells of the curves.
  let plot: Rect
  let yTicks: [Double]
  let yRange: ClosedRange<Double>
  let xRange: ClosedRange<Double>
  /// Whether there is a column of ticks and labels at the left, and its cells.
  let yAxis: Rect
  /// The line below the plot and the row of labels below that; either may be empty.
  let xAxis, xLabels: Rect
  /// Where the direct labels stand; empty when they go into the top row instead.
  let labels: Rect
  /// The row above the plot for labels when there is no room at the right.
  let legend: Rect

  init(_ plot: LinePlot, in rect: Rect) {
    let hasLabels =
      plot.series.contains { !$0.label.isEmpty }
      || plot.references.contains { !$0.label.isEmpty }
    let widestLabel =
      (plot.series.map(\.label) + plot.references.map(\.label)).map(displayWidth).max() ?? 0

    var axisRows = rect.rows >= 5 ? 2 : rect.rows >= 3 ? 1 : 0
    if plot.xLabels.isEmpty { axisRows = min(axisRows, rect.rows >= 5 ? 1 : 0) }
    let labelColumns = min(widestLabel + 2, max(rect.columns / 3, 10))
    let labelsFitBeside = hasLabels && rect.columns >= 44
    let legendRows = hasLabels && !labelsFitBeside && rect.rows >= 6 ? 1 : 0
    let plotRows = max(rect.rows - axisRows - legendRows, 0)

    if let fixed = plot.yRange, fixed.lowerBound < fixed.upperBound {
      let count = min(max(plotRows / 2 + 1, 2), 7)
      yTicks = niceTicks(from: fixed.lowerBound, to: fixed.upperBound, count: count)
        .filter(fixed.contains)
      yRange = fixed
    } else {
      let values = plot.valueRange ?? 0...1
      let axis = EvenAxis(over: values, rows: plotRows)
      yTicks = axis?.ticks ?? niceTicks(from: values.lowerBound, to: values.upperBound, count: 2)
      yRange = axis?.range ?? (yTicks[0]...yTicks[yTicks.count - 1])
    }
    xRange = plot.xRange ?? 0...1

    let widestTick = yTicks.map { displayWidth(plot.yFormat($0)) }.max() ?? 0
    let axisColumns = rect.columns >= widestTick + 8 && plotRows >= 2 ? widestTick + 2 : 0
    let beside = labelsFitBeside ? labelColumns + 1 : 0
    let column = rect.column + axisColumns
    let columns = max(rect.columns - axisColumns - beside, 0)
    let row = rect.row + legendRows
    legend = Rect(
      column: rect.column, row: rect.row, columns: rect.columns, rows: legendRows)
    self.plot = Rect(column: column, row: row, columns: columns, rows: plotRows)
    yAxis = Rect(column: rect.column, row: row, columns: axisColumns, rows: plotRows)
    let axisStart = max(column - 1, rect.column)
    let axisWidth = columns + column - axisStart
    xAxis = Rect(
      column: axisStart, row: row + plotRows, columns: axisWidth,
      rows: axisRows == 2 || plot.xLabels.isEmpty ? min(axisRows, 1) : 0)
    xLabels = Rect(
      column: rect.column, row: row + plotRows + xAxis.rows, columns: rect.columns,
      rows: axisRows - xAxis.rows)
    labels = Rect(
      column: rect.endColumn - beside + (beside > 0 ? 1 : 0), row: row,
      columns: max(beside - 1, 0), rows: plotRows)
  }

  /// The row of cells that a value falls into; nil outside the axis.
  func row(of value: Double) -> Int? {
    guard value.isFinite, yRange.contains(value), plot.rows > 0 else { return nil }
    return plot.row + step(of: value, down: plot.rows)
  }

  /// The row of dots, counted from the top of the plot, that a value falls into; the ends for
  /// values beyond the axis.
  func step(of value: Double, down rows: Int) -> Int {
    let share = (yRange.upperBound - value) / (yRange.upperBound - yRange.lowerBound)
    // A tick lies on the border between two dots: rounding must not move it from one to another.
    return Int(min(max(share, 0), 1) * Double(rows) + 1e-6).clamped(to: 0...max(rows - 1, 0))
  }

  /// The column of cells that an x falls into.
  func column(of x: Double) -> Int {
    plot.column + position(x, xRange, steps: max(plot.columns * 2 - 1, 0)) / 2
  }
}

extension Int {
  func clamped(to range: ClosedRange<Int>) -> Int {
    Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
  }
}
