/// How long something took, many times over.
struct Measurement {
  /// Ascending.
  let times: [Duration]

  /// Runs `body` until it has been measured often enough to speak of a 90th percentile, after a few
  /// runs that are not counted.
  /// - Parameters:
  ///   - runs: how often at most.
  ///   - atMost: stops sooner, though never before ten runs, when so much time has gone.
  init(runs: Int = 200, atMost limit: Duration = .seconds(3), of body: () -> Void) {
    let clock = ContinuousClock()
    for _ in 0..<3 { body() }
    var times: [Duration] = []
    let start = clock.now
    while times.count < runs, times.count < 10 || start.duration(to: clock.now) < limit {
      times.append(clock.measure(body))
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
