import Analytics
import TestSupport
import Testing

@Suite struct SummaryTests {
  /// Type 7 of the NIST gage study.
  @Test func quantilesOfAPublishedExample() throws {
    let data = try CSV("Validation", "quantile_data.csv").rows.map {
      try $0.number("measurement")
    }
    let summary = Summary(data)
    let found = [
      0.1: summary.p10, 0.25: summary.p25, 0.5: summary.p50, 0.75: summary.p75, 0.9: summary.p90,
    ]
    let rows = try CSV("Validation", "quantile_types_computed.csv").rows
    #expect(rows.count == 5)
    for row in rows {
      let value = try #require(found[try row.number("p")] ?? nil)
      #expect(agree(value, try row.number("type7"), relative: 1e-14, absolute: 0))
    }
  }

  /// Selection gives what sorting gives, whatever the order, with ties and at every size.
  @Test(arguments: [1, 2, 3, 24, 25, 26, 100, 599, 601, 1024, 4097, 10_000])
  func selectionEqualsSorting(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    let inputs: [[Double]] = [
      (0..<count).map { _ in Double.random(in: -1...1, using: &generator) },
      (0..<count).map { _ in Double(Int.random(in: 0...5, using: &generator)) },
      (0..<count).map { Double($0) }, (0..<count).map { -Double($0) },
      (0..<count).map { Double($0 % 7) }, Array(repeating: 4, count: count),
    ]
    for input in inputs {
      let sorted = input.sorted()
      let summary = Summary(input)
      let found = [
        summary.p5, summary.p10, summary.p25, summary.p50, summary.p75, summary.p90, summary.p95,
      ]
      let wanted = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95].map { p in
        let rank = Double(count - 1) * p
        let place = Int(rank)
        let next = sorted[min(place + 1, count - 1)]
        return sorted[place] + (rank - Double(place)) * (next - sorted[place])
      }
      #expect(found == wanted)
    }
  }

  @Test func undefinedNumbersAreLeftOut() {
    #expect(Summary([.nan, .nan]) == Summary())
    #expect(Summary([]) == Summary())
    let one = Summary([.nan, 3])
    #expect(one.p5 == 3 && one.p95 == 3 && one.mean == 3 && one.sd == nil)
    #expect(Summary([1, .nan, 3]).sd == 2.0.squareRoot())
  }
}
