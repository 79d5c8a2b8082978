import Charts
import TestSupport
import Testing

@Suite struct TicksTests {
  @Test(
    arguments: [
      (0.0, 45.0, 6, [0, 10, 20, 30, 40, 50]), (0, 1, 6, [0, 0.2, 0.4, 0.6, 0.8, 1]),
      (0, 0.3, 4, [0, 0.1, 0.2, 0.3]), (-2, 44, 5, [-20, 0, 20, 40, 60]), (3, 3, 3, [0, 2, 4]),
      (0, 0, 2, [0, 1]), (-5, -5, 2, [-10, 0]), (1, 0, 2, [0, 1]), (.nan, 3, 3, [0, 1]),
      (0, .infinity, 3, [0, 1]), (-1, 1, 2, [-2, 0, 2]),
      (123_000, 187_000, 5, [120_000, 140_000, 160_000, 180_000, 200_000]),
    ] as [(Double, Double, Int, [Double])])
  func ticksAreRound(from: Double, to: Double, count: Int, expected: [Double]) {
    #expect(niceTicks(from: from, to: to, count: count) == expected)
  }

  @Test(arguments: 1...200)
  func ticksCoverTheRangeEvenly(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let size = [1e-6, 0.3, 40, 9_000, 3e12][Int(random.next() % 5)]
    let ends = [0, 1].map { _ in Double.random(in: -size...size, using: &random) }
    let count = Int.random(in: 2...12, using: &random)
    let ticks = niceTicks(from: ends[0], to: ends[1], count: count)
    let (low, high) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
    let steps = zip(ticks, ticks.dropFirst()).map { $1 - $0 }
    let step = steps[0]
    #expect((2...max(count, 3)).contains(ticks.count))
    #expect(ticks[0] <= low && ticks[ticks.count - 1] >= high)
    #expect(ticks[0] + step > low && ticks[ticks.count - 1] - step < high)
    #expect(steps.allSatisfy { abs($0 - step) < step * 1e-6 })
    var digit = step
    while digit >= 9.5 { digit /= 10 }
    while digit < 0.95 { digit *= 10 }
    #expect([1, 2, 5].contains { abs($0 - digit) < 1e-6 })
  }
}
