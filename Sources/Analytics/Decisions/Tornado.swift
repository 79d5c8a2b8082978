/// What one assumption does to the net present social value, others at their P50; £bn.
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
  /// Each assumption at its P10 and at its P90, the longest bar first, ties in register order.
  public func tornado(_ scenario: Scenario) -> [TornadoBar] {
    let centre = inputs.assumptions.map { range($0, scenario).p50 }
    var points: [[Double]] = []
    for (place, spec) in inputs.assumptions.enumerated() {
      for value in [range(spec, scenario).p10, range(spec, scenario).p90] {
        var point = centre
        point[place] = value
        points.append(point)
      }
    }
    let values = npsv(scenario, at: points)
    let bars = inputs.assumptions.enumerated().map { place, spec in
      TornadoBar(assumption: spec.id, atP10: values[2 * place], atP90: values[2 * place + 1])
    }
    // `sorted` is stable.
    return bars.sorted { $0.swing > $1.swing }
  }

  /// The three quantiles of an assumption in a scenario: set there, else the register's.
  func range(_ spec: AssumptionSpec, _ scenario: Scenario) -> ThreePoint {
    scenario.assumptions[spec.id] ?? spec.range
  }

  /// Net present social value where the assumptions, in register order, have the given values.
  func npsv(_ scenario: Scenario, at points: [[Double]]) -> [Double] {
    let columns = inputs.assumptions.indices.map { place in points.map { $0[place] } }
    return npsv(scenario, Sample(columns: columns), threads: 1)
  }

  func npsv(_ scenario: Scenario, _ sample: Sample, threads: Int) -> [Double] {
    run(scenario, sample, detail: .national, threads: threads)?[.npsv] ?? []
  }
}
