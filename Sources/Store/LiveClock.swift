public import Dashboard
import Synchronization

/// Real time: draws and analyses are computed in the background, and their answers are gathered.
public final class LiveClock: Sendable {
  private let draws: any Background
  /// After the draws, which a screen waits for, and beside them.
  private let analyses: any Background
  private let wake: @Sendable () -> Void
  private let answered = Mutex<[Action]>([])
  private let latest = Atomic<Int>(0)
  /// The newest request of each analysis; an older one stops at its next part.
  private let wanted = Mutex<[AnalysisKind: Int]>([:])
  /// Counts the scenarios that were projected: what was asked of an earlier one stops.
  private let scenarios = Atomic<Int>(0)

  /// - Parameters:
  ///   - draws: where draws are computed, one request after the other.
  ///   - analyses: where analyses are.
  ///   - wake: called when there is something to gather, on the thread that has computed it.
  public init(draws: any Background, analyses: any Background, wake: @escaping @Sendable () -> Void)
  {
    self.draws = draws
    self.analyses = analyses
    self.wake = wake
  }

  /// On threads of its own. Draws wait for ``begin(preparing:)``, so that the first frame, which shows
  /// the central case, has the processors to itself.
  public convenience init(wake: @escaping @Sendable () -> Void) {
    self.init(draws: WorkQueue(isHeld: true), analyses: WorkQueue(), wake: wake)
  }

  /// Lets draws be computed, and then prepares a state for the screens that are not seen yet.
  public func begin(preparing state: State) {
    draws.begin()
    draws.async { state.prepare() }
  }

  /// Starts a request.
  /// - Returns: what can be said at once.
  func perform(_ request: Request, _ answers: Answers) -> Action? {
    latest.store(request.number, ordering: .relaxed)
    if request.draws == 0, !request.isBaseline { scenarios.add(1, ordering: .relaxed) }
    if let action = answers.atOnce(request) { return action }
    draws.async { [self] in
      let isCancelled: @Sendable () -> Bool = { [self] in
        latest.load(ordering: .relaxed) != request.number
      }
      if let action = answers.answer(request, isCancelled: isCancelled) { say(action) }
    }
    return nil
  }

  /// Starts an analysis.
  func perform(_ request: AnalysisRequest, _ answers: Answers) {
    wanted.withLock { $0[request.kind] = request.number }
    let scenario = scenarios.load(ordering: .relaxed)
    analyses.async { [self] in
      let isCancelled: @Sendable () -> Bool = { [self] in
        scenarios.load(ordering: .relaxed) != scenario
          || wanted.withLock { $0[request.kind] } != request.number
      }
      if let action = answers.answer(request, isCancelled: isCancelled) { say(action) }
    }
  }

  func gather() -> [Action] {
    answered.withLock { list in
      defer { list = [] }
      return list
    }
  }

  private func say(_ action: Action) {
    answered.withLock { $0.append(action) }
    wake()
  }
}
