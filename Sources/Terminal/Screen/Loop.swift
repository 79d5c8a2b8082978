public import Frames

/// What the loop does after an event has been handled.
public enum LoopDecision: Equatable, Sendable {
  /// Asks for a frame and goes on.
  case carryOn
  /// Sends the whole frame again, for a screen that something else has written on.
  case repaint
  /// Stops the process as ctrl+z does.
  case suspend
  /// Ends the loop.
  case leave
}

extension Terminal {
  /// Events that are handled before a frame is drawn, so that a key held down never leaves the
  /// picture behind for long.
  static let eventsBetweenFrames = 20

  /// Shows frames and hands over events until `handle` says to leave. It begins with a resize
  /// event, and ends by itself after it has handed over `.closed`.
  /// - Parameters:
  ///   - handle: takes an event in, and says how to go on.
  ///   - frame: the frame to show now, of so many columns and rows; nil leaves the one that is
  ///     shown. Called after the events that have come in have been handled, never without cause.
  ///   - pause: how long to wait when nothing happens before `frame` is asked again; nil for ever.
  ///   - gather: takes in what other threads have ended and used `waker` for; called before each
  ///     `frame`. It may end the loop, and nothing else.
  public func run(
    frame: (_ columns: Int, _ rows: Int) -> Frame?, pause: () -> Duration? = { nil },
    gather: () -> LoopDecision = { .carryOn }, handle: (Event) -> LoopDecision
  ) {
    let start = size
    var next: Event? = .resize(columns: start.columns, rows: start.rows)
    while true {
      var handled = 0
      while let event = next {
        switch handle(event) {
        case .carryOn: break
        case .repaint: redraw()
        case .suspend:
          suspend()
          let size = size
          if handle(.resize(columns: size.columns, rows: size.rows)) == .leave { return }
        case .leave: return
        }
        if event == .closed { return }
        handled += 1
        next = handled < Self.eventsBetweenFrames ? self.next(timeout: .zero) : nil
      }
      if gather() == .leave { return }
      let size = size
      if let frame = frame(size.columns, size.rows) { show(frame) } else { showAgain() }
      next = self.next(timeout: pause())
    }
  }
}
