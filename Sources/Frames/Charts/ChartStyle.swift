/// How the parts of a chart look that are not the data, and what it may draw with. A style without
/// a background leaves the ground that the chart is drawn on.
public struct ChartStyle: Hashable, Sendable {
  /// Direct labels.
  public var text: Style
  /// Labels of the axes.
  public var muted: Style
  /// The lines of the axes and their marks.
  public var axis: Style
  /// The lines across the plot.
  public var grid: Style
  public var glyphs: Glyphs
  public var bandFill: BandFill

  public init(
    text: Style = .plain, muted: Style? = nil, axis: Style? = nil, grid: Style? = nil,
    glyphs: Glyphs = .braille, bandFill: BandFill = .background
  ) {
    self.text = text
    self.muted = muted ?? text
    self.axis = axis ?? self.muted
    self.grid = grid ?? self.axis
    self.glyphs = glyphs
    self.bandFill = bandFill
  }

  /// The same with the ground of the frame where a style has none of its own.
  func grounded(on ground: Colour?) -> ChartStyle {
    func over(_ style: Style) -> Style {
      Style(style.foreground, on: style.background ?? ground, style.attributes)
    }
    return ChartStyle(
      text: over(text), muted: over(muted), axis: over(axis), grid: over(grid), glyphs: glyphs,
      bandFill: bandFill)
  }
}

/// How a band between two curves is shown.
public enum BandFill: Hashable, Sendable {
  /// Filled with the band's background colour, its edges at an eighth of a cell.
  case background
  /// Filled, and its two edges as dotted lines in its foreground: where the fill alone does not
  /// stand out enough from the ground.
  case both
  /// Its two edges as dotted lines.
  case edges
  /// The same, and the cells between them in a light pattern: for a screen without colours.
  case pattern
}
