public import Figures

/// A yearly rate of the red list: systems found, or systems fixed.
public struct RedListRate: Hashable, Sendable {
  /// `found_per_year` or `fixed_per_year`.
  public var id, label, unit: String
  public var range: ThreePoint
  public var minimum, maximum: Double
  public var mark: Mark
  public var source, rationale: String

  public init(
    id: String, label: String, unit: String, range: ThreePoint, minimum: Double, maximum: Double,
    mark: Mark, source: String, rationale: String
  ) {
    self.id = id
    self.label = label
    self.unit = unit
    self.range = range
    self.minimum = minimum
    self.maximum = maximum
    self.mark = mark
    self.source = source
    self.rationale = rationale
  }
}

/// Red-rated systems as a queue: found and fixed at steady rates, all alike; model.md 6.10.
/// Year-to-year chance and systems not yet assessed are left out. Outside net present value.
public struct RedList: Sendable {
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
    max(now + (found.range.p50 - fixed.range.p50) * years, 0)
  }

  /// Years until none is left at the P50 of both rates; nil where they are not fixed faster than
  /// found.
  public var centralYearsToClear: Double? {
    yearsToClear(found: found.range.p50, fixed: fixed.range.p50)
  }

  /// What the draws say: Sobol' dimensions 0 and 1, independent.
  public func outlook(draws: Int, seed: UInt64, years: Int) -> RedListOutlook {
    let shifts = SobolSequence.shifts(seed: seed, count: 2)
    let rates = zip([found, fixed], 0...).map { rate, dimension in
      let marginal = Marginal(
        rate.range, scale: .log, minimum: rate.minimum, maximum: rate.maximum)
      return SobolSequence.normals(
        dimension: dimension, count: draws, shift: shifts[dimension]
      ).map(marginal.value)
    }
    let clear = zip(rates[0], rates[1]).map { yearsToClear(found: $0, fixed: $1) ?? .nan }
    return RedListOutlook(
      yearsToClear: Summary(clear),
      shareNeverClear: draws > 0 ? Double(clear.count(where: \.isNaN)) / Double(draws) : nil,
      byYear: (0...max(years, 0)).map { year in
        Summary(zip(rates[0], rates[1]).map { max(now + ($0 - $1) * Double(year), 0) })
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
