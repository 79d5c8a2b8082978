#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How long something took, many times over.
struct Measurement {
  /// What is counted.
  enum Clock {
    /// The processor time of this thread, which other programs on the machine hardly change.
    case work
    /// The time that passes, for what runs on several threads.
    case wall

    fileprivate var now: Duration {
      var time = timespec()
      unsafe clock_gettime(self == .work ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &time)
      return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }
  }

  /// Ascending.
  let times: [Duration]

  /// Runs `body` until it has been measured often enough to speak of a 90th percentile, after a few
  /// runs that are not counted.
  /// - Parameters:
  ///   - runs: how often at most.
  ///   - limit: stops sooner, though never before ten runs, when so much has been counted.
  init(
    _ clock: Clock = .work, runs: Int = 200, atMost limit: Duration = .seconds(3),
    of body: () -> Void
  ) {
    for _ in 0..<3 { body() }
    var times: [Duration] = []
    var total = Duration.zero
    while times.count < runs, times.count < 10 || total < limit {
      let start = clock.now
      body()
      times.append(clock.now - start)
      total += times[times.count - 1]
    }
    self.times = times.sorted()
  }

  var median: Duration { at(0.5) }
  var p90: Duration { at(0.9) }

  private func at(_ share: Double) -> Duration {
    times[min(Int(share * Double(times.count)), times.count - 1)]
  }
}

/// Keeps the optimiser from leaving out work whose result nobody reads.
@inline(never) func consume<Value>(_ value: Value) {}

extension Duration {
  /// So many milliseconds.
  var milliseconds: Double {
    Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
  }
}
