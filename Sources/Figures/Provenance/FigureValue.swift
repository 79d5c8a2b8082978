/// The number of a figure as data: what files carry in columns of numbers, to the last bit, where
/// the figure's text is rounded for the eye.
public struct FigureValue: Equatable, Sendable {
  /// In `unit`; nil where only a range is known.
  public var number: Double?
  /// Its range, in `unit`: what was published, or P10 and P90.
  public var low, high: Double?
  /// The word that the source puts before the number; nil where it is exact, or modelled.
  public var qualifier: Qualifier?
  /// The unit as people read it: `£bn a year`, `%`, `systems`.
  public var unit: String
  /// Which statistic a modelled number is; nil for what is published or counted.
  public var statistic: Statistic?
  /// Code of the body that it is of; empty where it is of none.
  public var body: String
  /// The time that it covers, as the data name it: `2025-26`, `2026-03`; empty where none is meant.
  public var period: String

  public init(
    number: Double?, low: Double? = nil, high: Double? = nil, qualifier: Qualifier? = nil,
    unit: String, statistic: Statistic? = nil, body: String = "", period: String = ""
  ) {
    self.number = number
    self.low = low
    self.high = high
    self.qualifier = qualifier
    self.unit = unit
    self.statistic = statistic
    self.body = body
    self.period = period
  }
}

extension FigureValue {
  /// The number in its unit with its qualifier: `over £45bn a year`, `10% to 50%`; empty where
  /// there is neither a number nor a range.
  public var text: String {
    Numbers.quantity(value: number, low: low, high: high, qualifier: qualifier, unit: unit)
  }

  /// The same as a narrow cell prints it, without the words of its unit: `£45bn+`, `about 80`.
  public var bare: String {
    Numbers.bare(value: number, low: low, high: high, qualifier: qualifier, unit: unit)
  }
}

extension Fact {
  /// The number as data.
  public var figureValue: FigureValue {
    FigureValue(
      number: value, low: low, high: high,
      qualifier: Qualifier(note: note, value: value, low: low, high: high), unit: unit, body: body,
      period: period)
  }
}

extension Observation {
  /// The number as data.
  public var figureValue: FigureValue {
    FigureValue(
      number: value, low: low, high: high,
      qualifier: Qualifier(note: note, value: value, low: low, high: high), unit: unit, body: body,
      period: period)
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
  /// P10 to P90, without a number between them.
  case range = "p10-p90"
  /// The same in every run: a decision, or a share that this project set.
  case given
}

extension Figure {
  /// Which statistic the number is; nil for what is published or counted, and for words.
  public var statistic: Statistic? {
    guard let value, value.statistic == nil, mark == .modelled else { return value?.statistic }
    if value.number != nil { return .given }
    return value.low == nil && value.high == nil ? nil : .range
  }
}
