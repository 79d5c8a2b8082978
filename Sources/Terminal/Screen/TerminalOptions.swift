public import Frames

/// What the user asked of the terminal.
public struct TerminalOptions: Equatable, Sendable {
  /// Whether clicks, drags and the wheel come as events; without it the terminal keeps them, for
  /// selecting text.
  public var mouse: Bool
  /// The depth asked for on the command line; nil leaves it to the environment.
  public var colour: ColourDepth?

  public init(mouse: Bool = true, colour: ColourDepth? = nil) {
    self.mouse = mouse
    self.colour = colour
  }
}
