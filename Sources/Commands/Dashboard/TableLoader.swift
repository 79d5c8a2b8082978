import Dashboard
import Datasets
import Figures
import Store
import Synchronization
import Terminal

/// Reads a large table while the dashboard is in use already.
final class TableLoader: Sendable {
  /// Files up to this many bytes are read before the first frame.
  static let size = 4 << 20

  private let rest: DeferredMonths
  private let waker: Waker
  private let queue = WorkQueue()
  private let answers = Mutex<[Answer]>([])

  /// What is to be taken in.
  enum Answer: Sendable {
    case progress(Loading)
    case months(MonthlyReturns)
    /// The folder is broken after all.
    case refused(DataError)
  }

  init(_ rest: DeferredMonths, waker: Waker) {
    self.rest = rest
    self.waker = waker
  }

  static let start = Loading(table: DeferredMonths.table, percent: 0)

  /// Starts reading.
  func begin() {
    queue.async { [self] in
      let last = Atomic<Int>(0)
      do throws(DataError) {
        let months = try rest.load { [self] share in
          // Every fifth is enough to see that it goes on.
          let percent = Int(share * 5) * 20
          guard percent < 100, last.max(percent, ordering: .relaxed).oldValue < percent else {
            return
          }
          say(.progress(Loading(table: DeferredMonths.table, percent: percent)))
        }
        say(.months(months))
      } catch {
        say(.refused(error))
      }
    }
  }

  /// What has come since the last time.
  func gather() -> [Answer] {
    answers.withLock { list in
      defer { list = [] }
      return list
    }
  }

  private func say(_ answer: Answer) {
    answers.withLock { $0.append(answer) }
    waker.wake()
  }
}
