public import Dashboard
public import Frames

/// A dashboard in use: its state, and what becomes of what it asks for. Whoever shows or plays a
/// dashboard has one; nobody else takes effects in.
///
/// What has to be computed is computed here, at a time that the clock says. What reaches outside, to
/// files, the clipboard or the terminal, is handed back to whoever called.
public final class Store {
  /// When what has been asked for is answered. The central case always is at once.
  public enum Clock {
    /// In real time: draws and analyses in the background, where a newer request makes an older one
    /// stop. Their answers wait for ``Store/gather()``.
    case live(LiveClock)
    /// Before an action has been taken in: nobody waits, and every state is one at rest.
    case settled
    /// When somebody looks: until then no time passes, and of what has been asked for only the newest is
    /// answered.
    case virtual
  }

  public private(set) var state: State
  /// Whether the dashboard has been left; events that come after that go nowhere.
  public private(set) var hasEnded = false
  /// What computes.
  public let answers: Answers

  private let clock: Clock
  /// What has been asked for and is not answered, on the clocks that are not live.
  private var requests: [Request] = []
  private var analyses: [AnalysisKind: AnalysisRequest] = [:]

  /// - Parameters:
  ///   - state: the state to go on from.
  ///   - answers: of the state's inputs and seed. Several stores may share them.
  ///   - clock: when effects are answered.
  public init(_ state: State, _ answers: Answers, clock: Clock) {
    self.state = state
    self.answers = answers
    self.clock = clock
  }

  /// Takes an event in, through the key table.
  /// - Returns: what is to be done outside.
  @discardableResult
  public func send(_ event: Event) -> [Effect] {
    guard !hasEnded, let action = state.action(for: event) else { return [] }
    return take(action)
  }

  /// Takes in what happened.
  /// - Returns: what is to be done outside.
  @discardableResult
  public func take(_ action: Action) -> [Effect] {
    var outside: [Effect] = []
    // Only a step of a lever never asks what the draws have said so far.
    if case .virtual = clock, !action.isStep { outside += settleDraws() }
    outside += feed(action)
    if case .settled = clock { outside += settle() }
    return outside
  }

  /// Takes in what has been answered in the background since the last time.
  @discardableResult
  public func gather() -> [Effect] {
    guard case .live(let clock) = clock else { return [] }
    return clock.gather().flatMap(feed)
  }

  /// Answers all that has been asked for: the state is then at rest. On the live clock, where that
  /// takes time, nothing happens.
  @discardableResult
  public func settle() -> [Effect] {
    var outside = settleDraws()
    while let kind = AnalysisKind.allCases.first(where: { analyses[$0] != nil }),
      let request = analyses.removeValue(forKey: kind)
    {
      if let action = answers.answer(request) { outside += feed(action) }
    }
    return outside
  }

  /// Whether something has been asked for and is not answered; never on the live clock.
  public var isOpen: Bool { !requests.isEmpty || !analyses.isEmpty }

  private func settleDraws() -> [Effect] {
    var outside: [Effect] = []
    while !requests.isEmpty {
      if let action = answers.answer(requests.removeFirst()) { outside += feed(action) }
    }
    return outside
  }

  /// Changes the state, and does what follows from that.
  private func feed(_ action: Action) -> [Effect] { state.update(action).flatMap(perform) }

  private func perform(_ effect: Effect) -> [Effect] {
    switch effect {
    case .project(let request):
      switch clock {
      case .live(let clock):
        if let action = clock.perform(request, answers) { return feed(action) }
      case .settled, .virtual:
        if request.draws == 0 { return answers.answer(request).map(feed) ?? [] }
        // Nobody sees the few draws of a key that is held down.
        var request = request
        request.draws = state.lab.restedDraws
        requests.removeAll {
          $0.number != request.number || $0.isBaseline == request.isBaseline
        }
        requests.append(request)
      }
    case .analyse(let request):
      switch clock {
      case .live(let clock): clock.perform(request, answers)
      case .settled, .virtual: analyses[request.kind] = request
      }
    case .quit:
      hasEnded = true
      return [effect]
    case .scenarios, .export, .sessionTakenUp, .sessionDiscarded, .copy, .hintSeen, .redraw,
      .suspend:
      return [effect]
    }
    return []
  }
}

extension Action {
  fileprivate var isStep: Bool { if case .leverStepped = self { true } else { false } }
}

extension State {
  /// The state with all that it shows at rest.
  public func settled(by answers: Answers) -> State {
    let store = Store(self, answers, clock: .settled)
    store.take(.began)
    return store.state
  }
}
