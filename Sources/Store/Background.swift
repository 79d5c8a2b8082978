import Synchronization

/// Where work is done that nobody waits for.
public protocol Background: Sendable {
  /// Hands in a piece of work.
  func async(_ work: @escaping @Sendable () -> Void)
  /// Lets work be done that was held until now.
  func begin()
}

/// Work that is done when somebody says so, on the thread of whoever says it: for tests, fuzzers and
/// benchmarks, which decide themselves what comes when.
public final class WorkInHand: Background {
  private let pieces = Mutex<[@Sendable () -> Void]>([])

  public init() {}

  public func async(_ work: @escaping @Sendable () -> Void) { pieces.withLock { $0.append(work) } }

  public func begin() {}

  /// How many pieces wait.
  public var count: Int { pieces.withLock { $0.count } }

  /// Does one piece, by its place among those that wait; nothing where there is none.
  public func `do`(_ place: Int = 0) {
    let piece = pieces.withLock { $0.indices.contains(place) ? $0.remove(at: place) : nil }
    piece?()
  }

  /// Does all that waits.
  public func doAll() { while count > 0 { `do`() } }

  /// Forgets what waits.
  public func drop() { pieces.withLock { $0 = [] } }
}
