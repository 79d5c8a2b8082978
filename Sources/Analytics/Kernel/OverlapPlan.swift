/// The overlaps that organisations really have, laid out flat for the inner loop.
struct OverlapPlan: Sendable {
  /// Two rows of the curves with the organisations that both stand for.
  struct Row: Sendable {
    let a, b: Int
    let weight: Double
    /// Entries of the organisations in which both streams can be more than nothing.
    let entries: Range<Int>
  }

  /// An organisation's shares of the keys of the pair, in every lane: spreading one number over
  /// the lanes in the inner loop costs as much as the multiplication.
  struct Entry: Sendable {
    let organisation: Int
    let shareA, shareB: Lanes
  }

  let rows: [Row]
  let entries: [Entry]

  /// Where no stream is ever negative, the lesser of one that is nothing and another is nothing:
  /// those are left out.
  init(_ compiled: CompiledScenario, neverNegative: Bool) {
    var rows: [Row] = []
    var entries: [Entry] = []
    for pair in compiled.overlap.pairs {
      // Cohorts with the same programme have the same rows, but of their estates.
      var organisations: [SIMD2<Int>: [Int]] = [:]
      var order: [SIMD2<Int>] = []
      for (place, cohort) in compiled.cohorts.enumerated() {
        let levers = compiled.programmes[cohort.programme].levers
        guard !neverNegative || (levers.isActive(pair.a) && levers.isActive(pair.b)) else {
          continue
        }
        let both = SIMD2(compiled.row(place, pair.a), compiled.row(place, pair.b))
        if organisations[both] == nil { order.append(both) }
        organisations[both, default: []] += cohort.organisations
      }
      for both in order {
        let first = entries.count
        for organisation in organisations[both] ?? [] {
          let shareA = compiled.shares[organisation * 5 + pair.a]
          let shareB = compiled.shares[organisation * 5 + pair.b]
          if neverNegative, shareA == 0 || shareB == 0 { continue }
          entries.append(
            Entry(
              organisation: organisation, shareA: Lanes(repeating: shareA),
              shareB: Lanes(repeating: shareB)))
        }
        guard first < entries.count else { continue }
        rows.append(
          Row(a: both.x, b: both.y, weight: pair.weight, entries: first..<entries.count))
      }
    }
    self.rows = rows
    self.entries = entries
  }
}

extension LeverValues {
  /// Whether a stream, by its place, can bring anything.
  fileprivate func isActive(_ stream: Int) -> Bool {
    switch stream {
    case 0..<3: coverage[stream] != 0
    case 3: contractorPosts != 0
    default: legacyRemediation != 0
    }
  }
}
