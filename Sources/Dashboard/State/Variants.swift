public import Analytics

extension Scenario {
  /// The same where nobody pulls a lever: 0 for the nation, and no organisation's own value.
  func without(_ lever: Lever) -> Scenario {
    var other = self
    if (other.levers[lever] ?? 0) != 0 { other.levers[lever] = 0 }
    for code in other.overrides.keys { other.overrides[code]?[lever] = nil }
    other.overrides = other.overrides.filter { !$0.value.isEmpty }
    return other
  }

  /// The same where the other key shares automation out.
  public var withOtherKey: Scenario {
    var other = self
    other.keySet = keySet == .automation ? .automationGDS2026 : .automation
    return other
  }
}
