import Analytics
import Dashboard
import Synchronization
import Terminal

/// Does the computing effects: the central case at once, draws in the background, where a newer
/// request makes an older one stop at its next block.
final class ProjectionRunner: Sendable {
  private let model: Model
  private let seed: UInt64
  private let threads: Int
  private let waker: Waker
  private let latest = Atomic<Int>(0)
  private let answers = Mutex<[Action]>([])
  /// Draws by their count with the sample last made of them: draws are made once and are common to
  /// every scenario, and a new sample maps anew only what an assumption touches.
  private let samples = Mutex<[Int: (draws: Draws, last: Sample)]>([:])
  /// The newest answers of draws, so that undo, redo and a lever moved back are answered at once.
  private let known = Mutex<[Known]>([])
  private let queue = WorkQueue(isHeld: true)

  init(_ model: Model, seed: UInt64, threads: Int, waker: Waker) {
    self.model = model
    self.seed = seed
    self.threads = threads
    self.waker = waker
  }

  /// Answers analyses, after the draws that a screen waits for.
  private let analyses = WorkQueue()
  /// The newest request of each analysis; an older one stops at its next part.
  private let wanted = Mutex<[AnalysisKind: Int]>([:])
  /// Counts the scenarios that were projected: what was asked of an earlier one stops.
  private let scenarios = Atomic<Int>(0)

  /// Lets draws be computed. Until then requests wait, so that the first frame, which shows the
  /// central case, has the processors to itself.
  func begin() { queue.begin() }

  /// Prepares a state in the background, after what has been asked for.
  func prepare(_ state: State) { queue.async { state.prepare() } }

  /// Starts a request. A central case is answered before this returns.
  func perform(_ request: Request) -> Action? {
    latest.store(request.number, ordering: .relaxed)
    if request.draws == 0, !request.isBaseline { scenarios.add(1, ordering: .relaxed) }
    guard request.draws > 0 else { return answer(request, model, sample: nil) }
    if let uncertainty = recall(request) { return .answered(.uncertain(uncertainty, request)) }
    queue.async { [self] in
      let isCancelled: @Sendable () -> Bool = { [self] in
        latest.load(ordering: .relaxed) != request.number
      }
      guard !isCancelled(),
        let action = answer(
          request, model, sample: sample(request), threads: threads, isCancelled: isCancelled)
      else { return }
      remember(action)
      answers.withLock { $0.append(action) }
      waker.wake()
    }
    return nil
  }

  /// Starts an analysis in the background; its answer comes with ``gather()``.
  func perform(_ request: AnalysisRequest) {
    wanted.withLock { $0[request.kind] = request.number }
    let scenario = scenarios.load(ordering: .relaxed)
    analyses.async { [self] in
      let isCancelled: @Sendable () -> Bool = { [self] in
        scenarios.load(ordering: .relaxed) != scenario
          || wanted.withLock { $0[request.kind] } != request.number
      }
      guard !isCancelled(),
        let action = analysis(
          request, model, draws(request.draws), threads: threads, isCancelled: isCancelled)
      else { return }
      answers.withLock { $0.append(action) }
      waker.wake()
    }
  }

  /// What has been answered since the last time.
  func gather() -> [Action] {
    answers.withLock { list in
      defer { list = [] }
      return list
    }
  }

  /// What was asked and what came of it.
  private struct Known {
    var request: Request
    var uncertainty: Uncertainty
  }

  /// The answer to a request that asks for nothing new.
  private func recall(_ request: Request) -> Uncertainty? {
    known.withLock { list in
      list.last {
        $0.request.scenario == request.scenario && $0.request.draws == request.draws
          && $0.request.organisation == request.organisation
      }?.uncertainty
    }
  }

  private func remember(_ action: Action) {
    guard case .answered(.uncertain(let uncertainty, let request)) = action else { return }
    known.withLock { list in
      list.append(Known(request: request, uncertainty: uncertainty))
      // One answer is some 30 kB; more than these are seldom gone back to.
      if list.count > 32 { list.removeFirst(list.count - 32) }
    }
  }

  private func draws(_ count: Int) -> Draws {
    samples.withLock { $0[count]?.draws } ?? model.draws(count, seed: seed)
  }

  private func sample(_ request: Request) -> Sample {
    let known = samples.withLock { $0[request.draws] }
    let draws = known?.draws ?? draws(request.draws)
    let sample = model.sample(request.scenario, draws, reusing: known?.last)
    samples.withLock { $0[request.draws] = (draws, sample) }
    return sample
  }
}
