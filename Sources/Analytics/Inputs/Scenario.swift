/// A discount schedule of the data, or one flat real rate.
public enum Discounting: Hashable, Sendable {
  case schedule(String)
  case flat(Double)
}

/// Which key shares the automation stream out.
public enum KeySet: String, CaseIterable, Hashable, Sendable {
  case automation
  case automationGDS2026 = "automation_gds2026"
}

/// Everything a user decides: lever values, overrides for organisations, assumptions, key set,
/// discounting. Complete: all eight levers have a national value.
public struct Scenario: Hashable, Sendable {
  /// A preset's id, a file's id, or `custom`.
  public var id: String
  /// What people call it.
  public var name: String
  /// A value of each lever, in its unit.
  public var levers: [Lever: Double]
  /// Values for one organisation, by its code.
  public var overrides: [String: [Lever: Double]]
  /// Only the assumptions that differ from the register by being set.
  public var assumptions: [Assumption: ThreePoint]
  /// Which key shares automation out.
  public var keySet: KeySet
  /// The rate or schedule of present values.
  public var discounting: Discounting

  public init(
    id: String, name: String, levers: [Lever: Double],
    overrides: [String: [Lever: Double]] = [:], assumptions: [Assumption: ThreePoint] = [:],
    keySet: KeySet = .automation, discounting: Discounting = .schedule("standard")
  ) {
    self.id = id
    self.name = name
    self.levers = levers
    self.overrides = overrides
    self.assumptions = assumptions
    self.keySet = keySet
    self.discounting = discounting
  }

  /// A scenario that comes with the data, as it stands there.
  public init(_ preset: Preset) {
    self.init(id: preset.id, name: preset.name, levers: preset.levers)
  }
}
