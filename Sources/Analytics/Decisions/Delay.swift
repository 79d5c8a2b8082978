extension Model {
  /// What a year's delay costs on the fixed horizon, £bn: central net present social value less
  /// that with a year more of `start_delay` everywhere, overrides included. nil where one of them
  /// would leave the lever's range.
  public func delayCost(_ scenario: Scenario) -> Double? {
    guard let later = delayed(scenario), let now = centralValue(scenario, .npsv),
      let then = centralValue(later, .npsv)
    else { return nil }
    return now - then
  }

  /// The scenario with a year more of `start_delay` everywhere, overrides included; nil where one
  /// of them would leave the lever's range.
  public func delayed(_ scenario: Scenario) -> Scenario? {
    guard let spec = inputs.levers.first(where: { $0.id == .startDelay }) else { return nil }
    var later = scenario
    later.levers[.startDelay] = (scenario.levers[.startDelay] ?? spec.defaultValue) + 1
    for (code, values) in scenario.overrides {
      if let delay = values[.startDelay] { later.overrides[code]?[.startDelay] = delay + 1 }
    }
    let delays =
      later.overrides.values.compactMap { $0[.startDelay] } + [later.levers[.startDelay] ?? 0]
    return delays.allSatisfy { $0 <= spec.maximum } ? later : nil
  }
}
