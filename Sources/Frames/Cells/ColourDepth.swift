/// How many colours a terminal, or a picture, is given.
public enum ColourDepth: Int, CaseIterable, Comparable, Sendable {
  /// No colour code at all; attributes stay.
  case none
  /// The sixteen basic colours.
  case basic
  /// The xterm palette of 256.
  case indexed
  /// Red, green and blue as they are.
  case trueColour

  public static func < (one: ColourDepth, other: ColourDepth) -> Bool {
    one.rawValue < other.rawValue
  }
}
