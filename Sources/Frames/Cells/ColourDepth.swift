/// How many colours an output has.
public enum ColourDepth: Hashable, Sendable, CaseIterable {
  case none
  /// The sixteen that every terminal has.
  case basic
  /// The xterm palette of 256.
  case indexed
  case trueColour
}
