import Analytics
import TestSupport
import Testing

/// Invariants of model.md. Corners, bounds and horizons.
@Suite struct BoundTests {
  private let inputs: ModelInputs
  private let model: Model

  init() throws {
    let invariants = try Invariants()
    inputs = invariants.inputs
    model = invariants.model
  }

  /// Finite and non-negative where every lever and assumption is on a bound, one and all.
  @Test(arguments: 0..<64)
  func corners(corner: Int) throws {
    var generator = SeededGenerator(seed: UInt64(corner) + 100)
    var scenario = try inputs.preset("blueprint")
    for spec in inputs.levers {
      scenario.levers[spec.id] = Bool.random(using: &generator) ? spec.minimum : spec.maximum
    }
    for spec in inputs.assumptions {
      let high = corner < 2 ? corner == 1 : Bool.random(using: &generator)
      scenario.assumptions[spec.id] = ThreePoint(fixed: high ? spec.maximum : spec.minimum)
    }
    let projection = model.central(scenario)
    let national = projection.national
    let series = [
      national.benefit, national.cash, national.exchequer, national.investment, national.running,
      national.conversion, national.remediation, national.outages,
    ]
    #expect(series.joined().allSatisfy { $0.isFinite && $0 >= -1e-12 })
    #expect(Metric.allCases.allSatisfy { projection.metrics[$0]?.isFinite ?? true })
    #expect(projection.organisations.allSatisfy { $0.npsv.isFinite })
  }

  /// One lever or assumption at a time on its bounds.
  @Test func bounds() throws {
    let base = try inputs.preset("blueprint")
    var scenarios: [Scenario] = []
    for spec in inputs.levers {
      for value in [spec.minimum, spec.maximum] {
        scenarios.append(base)
        scenarios[scenarios.count - 1].levers[spec.id] = value
      }
    }
    for spec in inputs.assumptions {
      for value in [spec.minimum, spec.maximum] {
        scenarios.append(base)
        scenarios[scenarios.count - 1].assumptions[spec.id] = ThreePoint(fixed: value)
      }
    }
    for scenario in scenarios {
      let numbers = model.central(scenario).flat.values
      #expect(numbers.allSatisfy { $0.isFinite }, "\(scenario)")
    }
  }

  @Test(arguments: [1, 2, 40, 100])
  func anyHorizon(years: Int) throws {
    let inputs = self.inputs.with(horizon: years)
    let projection = Model(inputs).central(try inputs.preset("delayed"))
    #expect(projection.years.count == years && projection.national.benefit.count == years)
    let shorter = model.central(try inputs.preset("delayed")).national.cost
    let common = min(years, shorter.count)
    #expect(same(Array(projection.national.cost.prefix(common)), Array(shorter.prefix(common))))
    if years == 100 {
      #expect(projection.years.last == "2124-25" && projection.years[74] == "2099-00")
    }
  }
}
