import Dashboard
import Datasets
import Figures
import Frames
import Store
import Terminal

/// A dashboard on a terminal: answers the calls of the terminal's loop, from the first frame to the
/// wish to leave.
final class Sitting {
  /// What a terminal can say of its ground.
  struct Ground {
    /// What is known by a time; it is waited for.
    var soon: () -> GroundColour? = { nil }
    /// What came later; once.
    var late: () -> GroundColour? = { nil }
  }

  let store: Store
  /// Why the data cannot be used after all.
  private(set) var refusal: DataError?
  /// Whether the user has left, and not the terminal.
  private(set) var wasLeft = false

  private let clock: LiveClock
  private let desk: Desk
  private let ground: Ground
  private let recording: Recording?
  private let loader: TableLoader?
  private let began = ContinuousClock.now
  private var decision = LoopDecision.carryOn
  private var isFirst = true
  /// What the frame on the terminal was drawn from.
  private var shown: State?

  /// - Parameters:
  ///   - loader: reads what is still to be read.
  ///   - ground: asked where the state's theme goes with it.
  init(
    _ start: State, _ answers: Answers, _ clock: LiveClock, _ desk: Desk,
    recording: Recording? = nil, loader: TableLoader? = nil, ground: Ground = Ground()
  ) {
    store = Store(start, answers, clock: .live(clock))
    self.clock = clock
    self.desk = desk
    self.recording = recording
    self.loader = loader
    self.ground = ground
    take(.began)
  }

  /// How long it has been going on.
  var length: Duration { began.duration(to: .now) }

  /// The frame to show now; nil leaves the one that is shown.
  func frame(columns: Int, rows: Int) -> Frame? {
    if store.state.columns != columns || store.state.rows != rows {
      take(.resized(columns: columns, rows: rows))
    }
    guard store.state != shown else { return nil }
    var frame = draw(store.state).frame
    // Drawn while the terminal thinks: most often nothing is left to wait for.
    if isFirst, store.state.settings.followsGround, let colour = ground.soon() {
      let drawn = store.state
      take(.groundLearned(isLight: colour.isLight))
      if store.state != drawn { frame = draw(store.state).frame }
    }
    shown = store.state
    recording?.show(frame, at: length)
    return frame
  }

  /// How long to wait for an event: for ever. After the first frame the work behind it begins.
  func pause() -> Duration? {
    if isFirst {
      isFirst = false
      loader?.begin()
      clock.begin(preparing: store.state)
      desk.keeper.look()
    }
    return nil
  }

  /// Takes in what has ended on other threads.
  func gather() -> LoopDecision {
    perform(store.gather())
    for action in desk.keeper.gather() + (recording?.gather() ?? []) { take(action) }
    for answer in loader?.gather() ?? [] {
      switch answer {
      case .progress(let loading): take(.loading(loading))
      case .months(let months): take(.loaded(Evidence(store.state.evidence, months: months)))
      case .refused(let error): refusal = error
      }
    }
    if store.state.settings.followsGround, let colour = ground.late() {
      take(.groundLearned(isLight: colour.isLight))
    }
    desk.keeper.keep(store.state.session)
    return refusal == nil ? .carryOn : .leave
  }

  /// Takes an event in.
  func handle(_ event: Event) -> LoopDecision {
    decision = .carryOn
    perform(store.send(event))
    wasLeft = decision == .leave && event != .closed
    if decision == .repaint || decision == .suspend { shown = nil }
    return decision
  }

  private func take(_ action: Action) { perform(store.take(action)) }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .redraw: decision = .repaint
      case .suspend: decision = .suspend
      case .quit: decision = .leave
      default: if let action = desk.perform(effect, store.state) { take(action) }
      }
    }
  }
}
