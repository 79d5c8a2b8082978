import Analytics
import Dashboard
import Frames
import Store

/// A user at the dashboard: does what the program's loop does with a key, without a terminal.
struct Sitting {
  private let store: Store
  /// What is computed in the background is left out: at rest it begins after the frame has been shown.
  private let work = WorkInHand()
  /// What the last frame was drawn from; the loop compares the two before it draws.
  private var shown: State?

  /// - Parameters:
  ///   - answers: bring the state to rest; none of theirs is known afterwards.
  ///   - place: where the user is, at a size.
  init(
    _ start: State, _ model: Model, _ answers: Answers, at place: Place, columns: Int, rows: Int
  ) {
    var state = start
    for action in [.went(place), .resized(columns: columns, rows: rows)] as [Action] {
      _ = state.update(action)
    }
    store = Store(
      state.settled(by: answers), Answers(model, seed: state.seed),
      clock: .live(LiveClock(draws: work, analyses: work) {}))
    _ = frame()
  }

  var state: State { store.state }

  /// A key from its event to the next frame.
  mutating func press(_ key: KeyPress) -> Frame? {
    store.send(.key(key))
    work.drop()
    return frame()
  }

  private mutating func frame() -> Frame? {
    guard store.state != shown else { return nil }
    shown = store.state
    return draw(store.state).frame
  }
}
