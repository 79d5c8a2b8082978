/// The overlaps that a cohort's organisations really have, laid out for the inner loop: a pair of
/// streams with the shares of those organisations in which both can be more than nothing.
struct OverlapPlan: Sendable {
  struct Row: Sendable {
    let a, b: Int
    let weight: Double
    /// Places in the inputs, and each organisation's shares of the two keys.
    let organisations: [Int]
    let shareA, shareB: [Double]
  }

  let rows: [Row]

  /// A stream of which an organisation has no share is 0 there, so that the lesser of it and a
  /// stream that is never negative is 0: left out where `neverNegative`.
  init(_ cohort: Cohort, _ shares: [Double], _ overlap: Overlap, neverNegative: Bool) {
    rows = overlap.pairs.compactMap { pair in
      let organisations = cohort.organisations.filter {
        !neverNegative || (shares[$0 * 5 + pair.a] != 0 && shares[$0 * 5 + pair.b] != 0)
      }
      guard !organisations.isEmpty else { return nil }
      return Row(
        a: pair.a, b: pair.b, weight: pair.weight, organisations: organisations,
        shareA: organisations.map { shares[$0 * 5 + pair.a] },
        shareB: organisations.map { shares[$0 * 5 + pair.b] })
    }
  }
}
