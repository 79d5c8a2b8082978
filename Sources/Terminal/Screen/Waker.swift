import CTerminal

/// Makes a terminal that waits for input return at once: for work that ended on another thread.
/// Harmless when nothing waits, or nothing is open.
public struct Waker: Sendable {
  public init() {}

  public func wake() { cc_wake() }
}
