/// The number of a figure as data: what files carry in columns of numbers, to the last bit, where
/// the figure's text is rounded for the eye.
public struct FigureValue: Equatable, Sendable {
  /// In `unit`; nil where only a range is known.
  public var number: Double?
  /// Its range, in `unit`: what was published, or P10 and P90. One alone is "at least" or "up to".
  public var low, high: Double?
  /// The unit as people read it: `£bn a year`, `%`, `systems`.
  public var unit: String
  /// Which statistic a modelled number is; nil for what is published or counted.
  public var statistic: Statistic?
  /// Code of the body that it is of; empty where it is of none.
  public var body: String
  /// The time that it covers, as the data name it: `2025-26`, `2026-03`; empty where none is meant.
  public var period: String

  public init(
    number: Double?, low: Double? = nil, high: Double? = nil, unit: String,
    statistic: Statistic? = nil, body: String = "", period: String = ""
  ) {
    self.number = number
    self.low = low
    self.high = high
    self.unit = unit
    self.statistic = statistic
    self.body = body
    self.period = period
  }
}

/// What a modelled number is of the runs of the model.
public enum Statistic: String, CaseIterable, Hashable, Sendable {
  /// Every assumption at its P50.
  case central
  case p10, p50, p90
  /// The expected value: the mean of the draws.
  case mean
  /// A share of the draws.
  case share
  /// One figure less another of the same statistic.
  case difference
}
