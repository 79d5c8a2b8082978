import Analytics

extension Scenario {
  /// Any scenario that the inputs allow: levers, overrides and assumptions at random or on their
  /// bounds.
  static func random(
    _ inputs: ModelInputs, using generator: inout some RandomNumberGenerator
  ) -> Scenario {
    func value(_ low: Double, _ high: Double) -> Double {
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: low
      case 1: high
      default: (Double.random(in: low...high, using: &generator) * 100).rounded() / 100
      }
    }
    func lever(_ spec: LeverSpec) -> Double {
      min(max(value(spec.minimum, spec.maximum), spec.minimum), spec.maximum)
    }
    let preset = inputs.presets[Int.random(in: 0..<inputs.presets.count, using: &generator)]
    var scenario = Scenario(preset)
    for spec in inputs.levers where Bool.random(using: &generator) {
      scenario.levers[spec.id] = lever(spec)
    }
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      let place = Int.random(in: 0..<inputs.organisations.count, using: &generator)
      let spec = inputs.levers[Int.random(in: 0..<inputs.levers.count, using: &generator)]
      scenario.overrides[inputs.organisations[place].code, default: [:]][spec.id] = lever(spec)
    }
    for spec in inputs.assumptions where Int.random(in: 0..<5, using: &generator) == 0 {
      if Bool.random(using: &generator) {
        scenario.assumptions[spec.id] = ThreePoint(fixed: spec.bounded(value))
      } else {
        let values = (0..<3).map { _ in spec.inside(value) }.sorted()
        scenario.assumptions[spec.id] = ThreePoint(p10: values[0], p50: values[1], p90: values[2])
      }
    }
    scenario.keySet = Bool.random(using: &generator) ? .automation : .automationGDS2026
    scenario.discounting =
      Bool.random(using: &generator) ? .schedule("health") : .flat(value(0, 0.25))
    return scenario
  }
}

extension AssumptionSpec {
  fileprivate func bounded(_ value: (Double, Double) -> Double) -> Double {
    min(max(value(minimum, maximum), minimum), maximum)
  }

  /// Inside the domain of the scale: a range may not touch its ends.
  fileprivate func inside(_ value: (Double, Double) -> Double) -> Double {
    scale == .identity
      ? bounded(value)
      : min(
        max(bounded(value), max(minimum, 1e-3)), scale == .logit ? min(maximum, 0.999) : maximum)
  }
}
