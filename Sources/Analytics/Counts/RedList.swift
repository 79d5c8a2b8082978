public import Figures

/// Red-rated systems as a queue: found and fixed at steady rates, all alike; model.md 6.10.
/// Year-to-year chance and systems not yet assessed are left out. Outside net present value.
public struct RedList: Hashable, Sendable {
  /// Red-rated systems at the date of the count.
  public let now: Double
  public let found, fixed: RedListRate

  public init(now: Double, found: RedListRate, fixed: RedListRate) {
    self.now = now
    self.found = found
    self.fixed = fixed
  }

  /// `R(t) = max(R_0 + (f − g)·t, 0)` at the P50 of both rates.
  public func central(after years: Double) -> Double {
    max(now + (found.p50 - fixed.p50) * years, 0)
  }

  /// Years until none is left at the P50 of both rates; nil where they are not fixed faster than
  /// found.
  public var centralYearsToClear: Double? {
    yearsToClear(found: found.p50, fixed: fixed.p50)
  }

  /// What the draws say: Sobol' dimensions 0 and 1, independent.
  public func outlook(draws: Int, seed: UInt64, years: Int) -> RedListOutlook {
    let shifts = SobolSequence.shifts(seed: seed, count: 2)
    let rates = zip([found, fixed], 0...).map { rate, dimension in
      let marginal = Marginal(
        ThreePoint(p10: rate.p10, p50: rate.p50, p90: rate.p90), scale: .log, minimum: rate.minimum,
        maximum: rate.maximum)
      return SobolSequence.normals(
        dimension: dimension, count: draws, shift: shifts[dimension]
      ).map(marginal.value)
    }
    let clear = zip(rates[0], rates[1]).map { yearsToClear(found: $0, fixed: $1) ?? .nan }
    let growth = zip(rates[0], rates[1]).map { $0 - $1 }
    // Put in order once: the more the list grows in a year, the more is left after any number of them.
    var placed = growth
    placed.place(for: Summary.probabilities)
    return RedListOutlook(
      yearsToClear: Summary(clear),
      shareNeverClear: draws > 0 ? Double(clear.count(where: \.isNaN)) / Double(draws) : nil,
      byYear: (0...max(years, 0)).map { year in
        Summary(of: growth, placed: placed) { max(now + $0 * Double(year), 0) }
      })
  }

  private func yearsToClear(found: Double, fixed: Double) -> Double? {
    if now == 0 { return 0 }
    return fixed > found ? now / (fixed - found) : nil
  }
}

/// The red list on draws.
public struct RedListOutlook: Equatable, Sendable {
  /// Over the draws in which it clears.
  public var yearsToClear: Summary
  /// Share of draws in which it never clears; nil without draws.
  public var shareNeverClear: Double?
  /// Systems left at the start of each year, from now on.
  public var byYear: [Summary]
}
