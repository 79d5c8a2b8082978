/// A yearly rate of the red list: systems found, or systems fixed. Modelled; docs/METHOD.md,
/// section 8.
public struct RedListRate: Hashable, Sendable {
  /// Which way the systems go.
  public enum Flow: String, CaseIterable, Hashable, Sendable {
    case found = "found_per_year"
    case fixed = "fixed_per_year"
  }

  public var flow: Flow
  public var label, unit: String
  /// Quantiles in `unit`, and the limits that draws are kept inside.
  public var p10, p50, p90, minimum, maximum: Double
  public var mark: Mark
  /// What the numbers are from, and what each of them rests on.
  public var source, rationale: String

  public init(
    flow: Flow, label: String, unit: String, p10: Double, p50: Double, p90: Double,
    minimum: Double, maximum: Double, mark: Mark, source: String, rationale: String
  ) {
    self.flow = flow
    self.label = label
    self.unit = unit
    self.p10 = p10
    self.p50 = p50
    self.p90 = p90
    self.minimum = minimum
    self.maximum = maximum
    self.mark = mark
    self.source = source
    self.rationale = rationale
  }
}
