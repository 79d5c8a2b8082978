/// How the parts of a slider look.
public struct SliderStyle: Hashable, Sendable {
  /// From the lower end to the thumb.
  public var filled: Style
  /// From the thumb to the upper end, and the ends.
  public var track: Style
  public var thumb: Style
  /// The tick at the baseline.
  public var baseline: Style
  /// The ticks of the uncertain range.
  public var tick: Style
  public init(filled: Style, track: Style, thumb: Style, baseline: Style, tick: Style) {
    self.filled = filled
    self.track = track
    self.thumb = thumb
    self.baseline = baseline
    self.tick = tick
  }
}

extension Frame {
  /// A slider on one row, `├━━━━━█────┆──┤`: the thumb to half a cell, a tick at the baseline and
  /// ticks at the ends of the uncertain range. Where two share a cell the thumb comes first, then
  /// the baseline. The first and the last column stand for the bounds; the caller labels them.
  ///
  /// - Returns: The column of the thumb, for the cursor; nil where nothing was drawn.
  @discardableResult
  public mutating func slider(
    value: Double, baseline: Double?, minimum: Double, maximum: Double,
    p10: Double? = nil, p90: Double? = nil, in rect: Rect, style: SliderStyle,
    glyphs: Glyphs = .braille
  ) -> Int? {
    guard let line = rect.rowRects.first, line.columns >= 3, minimum < maximum else { return nil }
    let scale = minimum...maximum
    let isASCII = glyphs == .ascii
    let last = line.columns - 1
    // Half cells: the thumb is one cell wide and lies wholly on the track.
    let half = position(value, scale, steps: last * 2)
    for offset in 0...last {
      let isFilled = offset * 2 < half
      let text =
        switch offset {
        case 0: isASCII ? "[" : isFilled ? "┝" : "├"
        case last: isASCII ? "]" : "┤"
        default: isFilled ? (isASCII ? "=" : "━") : (isASCII ? "-" : "─")
        }
      mark(text, at: offset, of: line, isFilled ? style.filled : style.track)
    }
    for tick in [p10, p90].compactMap(\.self) where scale.contains(tick) {
      mark(isASCII ? "'" : "┴", at: position(tick, scale, steps: last), of: line, style.tick)
    }
    if let baseline, scale.contains(baseline) {
      let place = position(baseline, scale, steps: last)
      mark(isASCII ? "|" : "┆", at: place, of: line, style.baseline)
    }
    if isASCII {
      mark("#", at: (half + 1) / 2, of: line, style.thumb)
    } else if half.isMultiple(of: 2) {
      mark("█", at: half / 2, of: line, style.thumb)
    } else {
      mark("▐", at: half / 2, of: line, style.thumb)
      mark("▌", at: half / 2 + 1, of: line, style.thumb)
    }
    return line.column + (half + 1) / 2
  }
}

/// The value that a press or a drag at a column of a slider means: the inverse of where
/// ``Frame/slider(value:baseline:minimum:maximum:p10:p90:in:style:glyphs:)`` draws the thumb.
public func sliderValue(atColumn column: Int, minimum: Double, maximum: Double, in rect: Rect)
  -> Double
{
  guard rect.columns >= 2 else { return minimum }
  let share = Double(column - rect.column) / Double(rect.columns - 1)
  return minimum + (maximum - minimum) * min(max(share, 0), 1)
}
