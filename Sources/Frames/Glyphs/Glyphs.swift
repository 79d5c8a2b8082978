/// Which characters charts may draw with, by what the terminal's font and locale can show.
public enum Glyphs: Hashable, Sendable, CaseIterable {
  /// Eight dots a cell for lines, eighth blocks for bars.
  case braille
  /// Quadrants for lines, eighth blocks for bars: for fonts without braille.
  case block
  /// ASCII alone.
  case ascii
}
