import Analytics
import Dispatch

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Does pieces of work one after the other, in the background, on a thread that starts with the
/// first. Where the system gives no thread, who hands a piece in does it, at once.
package final class WorkQueue: Background {
  private let core: Core

  /// - Parameter isHeld: whether work waits until ``begin()``.
  package init(isHeld: Bool = false) { core = Core(isHeld: isHeld) }

  deinit { core.end() }

  /// Lets work be done that was held until now.
  package func begin() { core.begin() }

  /// Hands in a piece of work, to be done after a while.
  package func async(after wait: Duration, _ work: @escaping @Sendable () -> Void) {
    core.add(Core.Job(due: .now + wait, work: work))
  }

  /// Hands in a piece of work, to be done as soon as it can.
  package func async(_ work: @escaping @Sendable () -> Void) { async(after: .zero, work) }

  /// Hands in a piece of work and waits for its end. Not from work of this queue, nor while it is
  /// held.
  package func sync(_ work: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    async {
      work()
      done.signal()
    }
    done.wait()
  }

  /// What the queue and its thread share, so that the thread ends with the queue.
  private final class Core: Sendable {
    struct Job: Sendable {
      let due: ContinuousClock.Instant
      let work: @Sendable () -> Void
    }

    private struct Shared {
      var jobs: [Job] = []
      var isHeld: Bool
      var hasThread = false
      var isOver = false
    }

    private let shared: Locked<Shared>
    /// Given for each change that the thread may wait for. Unlike queues it needs no thread of
    /// Dispatch's.
    private let news = DispatchSemaphore(value: 0)

    init(isHeld: Bool) { shared = Locked(Shared(isHeld: isHeld)) }

    func add(_ job: Job) {
      shared.withLock { $0.jobs.append(job) }
      wake()
    }

    func begin() {
      shared.withLock { $0.isHeld = false }
      wake()
    }

    func end() {
      shared.withLock { $0.isOver = true }
      news.signal()
    }

    private func wake() {
      let mustStart = shared.withLock { shared in
        guard !shared.isHeld, !shared.hasThread, !shared.jobs.isEmpty else { return false }
        shared.hasThread = true
        return true
      }
      guard mustStart else {
        news.signal()
        return
      }
      if !SystemThread.start({ [self] in serve() }) {
        shared.withLock { $0.hasThread = false }
        while let job = shared.withLock({ $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }) {
          job.work()
        }
      }
    }

    private func serve() {
      while true {
        let next: Next = shared.withLock { shared in
          let now = ContinuousClock.now
          if let place = shared.jobs.firstIndex(where: { $0.due <= now }) {
            return .work(shared.jobs.remove(at: place).work)
          }
          if shared.isOver, shared.jobs.isEmpty { return .end }
          return .wait(shared.jobs.map { now.duration(to: $0.due) }.min())
        }
        switch next {
        case .work(let work): work()
        case .wait(nil): news.wait()
        case .wait(let time?):
          _ = news.wait(timeout: .now() + .nanoseconds(Int(time / .nanoseconds(1)) + 1))
        case .end: return
        }
      }
    }

    private enum Next {
      case work(@Sendable () -> Void)
      /// Until there is news, but no longer than this.
      case wait(Duration?)
      case end
    }
  }
}

/// A value behind a lock of the system's own. The Thread sanitizer sees that one at both its ends;
/// of `Mutex` it does not where threads have to wait, and then finds races that are none.
@safe private final class Locked<Value: Sendable>: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var value: Value

  init(_ value: Value) {
    self.value = value
    unsafe pthread_mutex_init(lock, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(lock)
    unsafe lock.deallocate()
  }

  func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return body(&value)
  }
}
