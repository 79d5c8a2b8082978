import Charts

/// A y axis on which round ticks stand the same number of rows apart, each in the middle of its
/// row, and whose height all rows together make up.
struct EvenAxis {
  let ticks: [Double]
  /// From the lower edge of the last row to the upper edge of the first.
  let range: ClosedRange<Double>

  /// The axis that uses the rows best and still has room for all values; of two that are nearly
  /// as good the one with more ticks. Nil where there are too few rows for two ticks.
  init?(over values: ClosedRange<Double>, rows: Int) {
    var (low, high) = (values.lowerBound, values.upperBound)
    guard rows >= 3, (high - low).isFinite else { return nil }
    if high - low <= max(abs(low), abs(high)) * 1e-9 {
      let pair = niceTicks(from: low, to: high, count: 2)
      (low, high) = (pair[0], pair[pair.count - 1])
    }
    var best: (ticks: [Double], range: ClosedRange<Double>, score: Double)?
    for step in RoundStep.steps(from: (high - low) / 10, to: high - low) {
      let first = step.index(above: low)
      for last in [step.index(below: high), step.index(above: high)] {
        guard (1...8).contains(last - first),
          let axis = Self.axis(low, high, step, first, last, rows)
        else { continue }
        let used = (high - low) / (axis.range.upperBound - axis.range.lowerBound)
        let score = used + 0.15 * Double(min(axis.ticks.count, max(rows / 3, 2)))
        if score > best?.score ?? 0 { best = (axis.ticks, axis.range, score) }
      }
    }
    guard let best else { return nil }
    ticks = best.ticks
    range = best.range
  }

  /// The axis with ticks from one index to another as far apart as the rows allow.
  private static func axis(
    _ low: Double, _ high: Double, _ step: RoundStep, _ first: Double, _ last: Double, _ rows: Int
  ) -> (ticks: [Double], range: ClosedRange<Double>)? {
    for apart in stride(from: rows - 1, to: 0, by: -1) {
      // Numbers on every row are too many unless the rows are few.
      guard apart > 1 || rows <= 5 else { continue }
      let perRow = step.value(1) / Double(apart)
      let below = max(((step.value(first) - low) / perRow - 0.5).rounded(.up), 0)
      let above = max(((high - step.value(last)) / perRow - 0.5).rounded(.up), 0)
      guard below + (last - first) * Double(apart) + 1 + above <= Double(rows) else { continue }
      let bottom = step.value(first) - (below + 0.5) * perRow
      let top = bottom + perRow * Double(rows)
      let more = ((top - step.value(last)) / step.value(1)).rounded(.down)
      let ticks = step.values(first, last + max(more, 0))
      return bottom < top && !ticks.isEmpty ? (ticks, bottom...top) : nil
    }
    return nil
  }
}
