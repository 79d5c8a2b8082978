import Analytics
import Dashboard
import Dispatch
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
  /// Draws by their count: made once, common to every scenario.
  private let draws = Mutex<[Int: Draws]>([:])
  private let queue = DispatchQueue(label: "digigov.draws", qos: .userInitiated)

  init(_ model: Model, seed: UInt64, threads: Int, waker: Waker) {
    self.model = model
    self.seed = seed
    self.threads = threads
    self.waker = waker
  }

  /// Starts a request. A central case is answered before this returns.
  func perform(_ request: Request) -> Action? {
    latest.store(request.number, ordering: .relaxed)
    guard request.draws > 0 else { return answer(request, model, draws: nil) }
    queue.async { [self] in
      let isCancelled: @Sendable () -> Bool = { [self] in
        latest.load(ordering: .relaxed) != request.number
      }
      guard !isCancelled(),
        let action = answer(
          request, model, draws: kept(request.draws), threads: threads, isCancelled: isCancelled)
      else { return }
      answers.withLock { $0.append(action) }
      waker.wake()
    }
    return nil
  }

  /// What has been answered since the last time.
  func gather() -> [Action] {
    answers.withLock { list in
      defer { list = [] }
      return list
    }
  }

  private func kept(_ count: Int) -> Draws {
    if let known = draws.withLock({ $0[count] }) { return known }
    let made = model.draws(count, seed: seed)
    draws.withLock { $0[count] = made }
    return made
  }
}
