/// The value of one assumption at which the central net present social value is zero.
public struct SwitchingValue: Equatable, Sendable {
  /// The assumption that is changed alone.
  public var assumption: Assumption
  /// nil where the sign does not change inside the assumption's bounds.
  public var value: Double?

  public init(assumption: Assumption, value: Double?) {
    self.assumption = assumption
    self.value = value
  }
}

extension Model {
  /// For each assumption, in register order, the switching value nearest to its P50, others at
  /// their P50, to about a millionth of its bounds' distance.
  public func switchingValues(_ scenario: Scenario) -> [SwitchingValue] {
    inputs.assumptions.indices.map { place in
      let spec = inputs.assumptions[place]
      let middle = range(spec, scenario).p50
      var bracket: (low: Double, high: Double)? = (spec.minimum, spec.maximum)
      for _ in 0..<5 {
        bracket = bracket.flatMap { signChange(scenario, place, $0.low, $0.high, near: middle) }
      }
      return SwitchingValue(
        assumption: spec.id, value: bracket.map { ($0.low + $0.high) / 2 })
    }
  }

  /// The part of an interval, cut into 32, in which the sign changes, nearest to `middle`.
  private func signChange(
    _ scenario: Scenario, _ place: Int, _ low: Double, _ high: Double, near middle: Double
  ) -> (low: Double, high: Double)? {
    let values = (0...32).map { low + (high - low) * Double($0) / 32 }
    let centre = inputs.assumptions.map { range($0, scenario).p50 }
    let npsv = npsv(
      scenario,
      at: values.map { value in
        var point = centre
        point[place] = value
        return point
      })
    let parts = (0..<32).filter { (npsv[$0] < 0) != (npsv[$0 + 1] < 0) }
    return parts.map { (values[$0], values[$0 + 1]) }.min {
      abs(($0.0 + $0.1) / 2 - middle) < abs(($1.0 + $1.1) / 2 - middle)
    }
  }
}
