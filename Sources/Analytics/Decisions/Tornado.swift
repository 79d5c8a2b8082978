/// What one assumption does to a number, others at their P50; in the number's unit, NaN where it is
/// undefined.
public struct TornadoBar: Equatable, Sendable {
  /// The assumption that is changed alone.
  public var assumption: Assumption
  public var atP10, atP90: Double

  public init(assumption: Assumption, atP10: Double, atP90: Double) {
    self.assumption = assumption
    self.atP10 = atP10
    self.atP90 = atP90
  }

  /// The length of the bar.
  public var swing: Double { abs(atP90 - atP10) }
}

extension Model {
  /// Each assumption at its P10 and at its P90, the longest bar first, ties in register order, what is
  /// undefined last.
  public func tornado(
    _ scenario: Scenario, of number: AnalysedNumber = .npsv
  ) -> [TornadoBar] {
    let centre = inputs.assumptions.map { range($0, scenario).p50 }
    var points: [[Double]] = []
    for (place, spec) in inputs.assumptions.enumerated() {
      for value in [range(spec, scenario).p10, range(spec, scenario).p90] {
        var point = centre
        point[place] = value
        points.append(point)
      }
    }
    let columns = inputs.assumptions.indices.map { place in points.map { $0[place] } }
    let values = values(of: number, scenario, Sample(columns: columns), threads: 1)
    let bars = inputs.assumptions.enumerated().map { place, spec in
      TornadoBar(assumption: spec.id, atP10: values[2 * place], atP90: values[2 * place + 1])
    }
    // `sorted` is stable.
    return bars.sorted { ($0.swing.isNaN ? -1 : $0.swing) > ($1.swing.isNaN ? -1 : $1.swing) }
  }

  /// The three quantiles of an assumption in a scenario: set there, else the register's.
  func range(_ spec: AssumptionSpec, _ scenario: Scenario) -> ThreePoint {
    scenario.assumptions[spec.id] ?? spec.range
  }
}
