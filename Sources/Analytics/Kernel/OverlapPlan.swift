/// The overlaps that organisations really have, laid out flat for the inner loop.
struct OverlapPlan: Sendable {
  /// A pair of streams in a cohort.
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

  /// Rows of each cohort.
  private(set) var rowsOfCohort: [Range<Int>] = []
  private(set) var rows: [Row] = []
  private(set) var entries: [Entry] = []

  /// Where no stream is ever negative, the lesser of one that is nothing and another is nothing:
  /// those are left out.
  init(_ compiled: CompiledScenario, neverNegative: Bool) {
    for cohort in compiled.cohorts {
      let firstRow = rows.count
      let levers = compiled.programmes[cohort.programme].levers
      for pair in compiled.overlap.pairs {
        guard !neverNegative || (levers.isActive(pair.a) && levers.isActive(pair.b)) else {
          continue
        }
        let first = entries.count
        for organisation in cohort.organisations {
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
          Row(a: pair.a, b: pair.b, weight: pair.weight, entries: first..<entries.count))
      }
      rowsOfCohort.append(firstRow..<rows.count)
    }
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
