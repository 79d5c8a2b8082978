public import Analytics

extension Scenario {
  /// The same where the other key shares automation out.
  public var withOtherKey: Scenario {
    var other = self
    other.keySet = keySet == .automation ? .automationGDS2026 : .automation
    return other
  }
}
