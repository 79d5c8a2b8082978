import Analytics
import Testing

/// Invariants of model.md. What may only rise or only fall.
@Suite struct MonotoneTests {
  private let inputs: ModelInputs
  private let model: Model
  private let scenario: (UInt64) -> Scenario

  init() throws {
    let invariants = try Invariants()
    inputs = invariants.inputs
    model = invariants.model
    scenario = invariants.scenario
  }

  /// More of it never makes gross benefit fall; a slower pace never makes it rise.
  @Test(arguments: [
    (Lever.automationCoverage, Stream.automation, 1.0), (.channelCoverage, .channel, 1),
    (.fraudCoverage, .fraud, 1), (.contractorPosts, .contractors, 1),
    (.legacyRemediation, .legacy, 1), (.pace, .automation, -1), (.pace, .channel, -1),
    (.startDelay, .automation, -1), (.startDelay, .legacy, -1),
  ])
  func grossIsMonotone(lever: Lever, stream: Stream, direction: Double) throws {
    let spec = try #require(inputs.levers.first { $0.id == lever })
    for seed in 1...3 as ClosedRange<UInt64> {
      var scenario = self.scenario(seed)
      var last: [Double]?
      for step in 0...6 {
        scenario.levers[lever] =
          spec.minimum + (spec.maximum - spec.minimum) * Double(step) / 6
        let gross = model.central(scenario).national.gross[stream] ?? []
        if let last {
          #expect(
            zip(last, gross).allSatisfy { ($1 - $0) * direction >= -1e-12 * max(1, abs($0)) })
        }
        last = gross
      }
    }
  }

  /// The sign of the change of a metric as an assumption rises from its minimum to its maximum.
  @Test(arguments: [
    (Assumption.costOverrun, Metric.presentValueCost, 1.0),
    (.investmentPerBenefit, .npsv, -1), (.automationRealisation, .presentValueBenefit, 1),
    (.overlapScale, .presentValueBenefit, -1), (.runningCostRate, .npsv, -1),
    (.fraudErosion, .presentValueBenefit, -1),
  ])
  func metricsAreMonotone(assumption: Assumption, metric: Metric, direction: Double) throws {
    let spec = try #require(inputs.assumptions.first { $0.id == assumption })
    for seed in 1...3 as ClosedRange<UInt64> {
      var scenario = self.scenario(seed)
      let values = try (0...6).map { step in
        scenario.assumptions[assumption] = ThreePoint(
          fixed: spec.minimum + (spec.maximum - spec.minimum) * Double(step) / 6)
        return try #require(model.central(scenario).metrics[metric])
      }
      #expect(
        zip(values, values.dropFirst()).allSatisfy {
          ($1 - $0) * direction >= -1e-11 * max(1, abs($0))
        })
    }
  }

  /// Mitigation pays only while the overrun is more than what managing it costs.
  @Test(arguments: [(1.01, 1.0), (1.076, 0), (1.5, -1)])
  func mitigationPaysOnlyAboveItsCost(overrun: Double, direction: Double) throws {
    var scenario = try inputs.preset("blueprint")
    scenario.assumptions[.costOverrun] = ThreePoint(fixed: overrun)
    let costs = try [0.0, 1.0].map { mitigation in
      scenario.levers[.riskMitigation] = mitigation
      return try #require(model.central(scenario).metrics[.presentValueCost])
    }
    let change = costs[1] - costs[0]
    #expect(direction == 0 ? abs(change) < 1e-9 : change * direction > 0)
  }
}
