import Analytics
import Testing

@Suite struct DecisionTests {
  /// As model.md prints them, £bn.
  @Test(arguments: [
    (Assumption.investmentPerBenefit, 65.0, -37.0), (.automationRealisation, -8, 63),
    (.costOverrun, 43, -27), (.remediationCost, 42, 4), (.automationYearsToHalf, 45, 18),
    (.runningCostRate, 43, 20), (.scheduleOverrun, 43, 23), (.automationPotential, 22, 38),
  ])
  func tornado(assumption: Assumption, low: Double, high: Double) throws {
    let inputs = try ModelInputs.fixtures()
    let bars = Model(inputs).tornado(try inputs.preset("blueprint"))
    let bar = try #require(bars.first { $0.assumption == assumption })
    #expect(abs(bar.atP10 - low) <= 0.5 && abs(bar.atP90 - high) <= 0.5)
    #expect(bars.count == 34)
    #expect(zip(bars, bars.dropFirst()).allSatisfy { $0.swing >= $1.swing })
  }

  @Test func tornadoEndsAreCentralCases() throws {
    let inputs = try ModelInputs.fixtures()
    let model = Model(inputs)
    let scenario = try inputs.preset("accelerated")
    let bar = try #require(model.tornado(scenario).first { $0.assumption == .fraudErosion })
    for (value, found) in [(0.0, bar.atP10), (0.05, bar.atP90)] {
      var fixed = scenario
      fixed.assumptions[.fraudErosion] = ThreePoint(fixed: value)
      let npsv = try #require(model.central(fixed).metrics[.npsv])
      #expect(agree(found, npsv, relative: 1e-12, absolute: 1e-12))
    }
  }

  /// Totals as model.md prints them for 1,024 points; a quarter of them gets near.
  @Test func sobolIndices() throws {
    let inputs = try ModelInputs.fixtures()
    let indices = try #require(
      Model(inputs).sobolIndices(try inputs.preset("blueprint"), seed: inputs.seed, count: 256))
    let found = [
      indices.deliveryFactor, indices.assumptions[Assumption.investmentPerBenefit.place],
      indices.assumptions[Assumption.costOverrun.place],
      indices.assumptions[Assumption.remediationCost.place],
      indices.assumptions[Assumption.automationRealisation.place],
    ]
    let printed = [0.40, 0.32, 0.15, 0.08, 0.06]
    #expect(zip(found, printed).allSatisfy { abs(($0.total ?? -9) - $1) <= 0.08 }, "\(found)")
    #expect(indices.assumptions[Assumption.outageRate.place].total == 0)
  }

  @Test func indicesAreUndefinedWhereNothingVaries() throws {
    let inputs = try ModelInputs.fixtures()
    let indices = try #require(
      Model(inputs).sobolIndices(try inputs.preset("do_nothing"), seed: 1, count: 64))
    let none = SobolIndex(first: nil, total: nil)
    #expect(indices.deliveryFactor == none)
    #expect(indices.assumptions == Array(repeating: none, count: 34))
  }

  /// Closed forms through the estimator that serves the model; within 0.0015.
  @Test(arguments: [
    ("Ishigami a=7 b=0.1", 3), ("Sobol g a=(0,1,4.5,9,99,99,99,99)", 8),
  ])
  func closedForms(function: String, inputs: Int) throws {
    let rows = try CSV("Validation", "sensitivity_analytic.csv").rows.filter {
      $0["function"] == function && $0["S1"] != "" && $0["ST"] != ""
    }
    let design = SobolDesign(inputs: inputs, count: 65_536, seed: 20_250_121)
    let indices = design.indices { columns, _ in
      (columns.first ?? []).indices.map { place in
        let point = columns.map { $0[place] }
        return inputs == 3 ? ishigami(point) : gFunction(point)
      }
    }
    #expect(rows.count == inputs)
    for (row, index) in zip(rows, indices) {
      #expect(abs((index.first ?? -9) - (try row.number("S1"))) < 0.0015, "\(row) \(index)")
      #expect(abs((index.total ?? -9) - (try row.number("ST"))) < 0.0015, "\(row) \(index)")
    }
  }

  private func ishigami(_ point: [Double]) -> Double {
    let x = point.map { Double.pi * (2 * $0 - 1) }
    let seven = sine(x[1]) * sine(x[1]) * 7
    return sine(x[0]) + seven + 0.1 * x[2] * x[2] * x[2] * x[2] * sine(x[0])
  }

  private func gFunction(_ point: [Double]) -> Double {
    zip(point, [0, 1, 4.5, 9, 99, 99, 99, 99]).reduce(1) { product, input in
      product * (abs(4 * input.0 - 2) + input.1) / (1 + input.1)
    }
  }

  /// As model.md prints them for 4,096 draws, £bn; a quarter of them gets near.
  @Test func valueOfInformation() throws {
    let inputs = try ModelInputs.fixtures()
    let model = Model(inputs)
    let value = try #require(
      model.valueOfInformation(
        try inputs.preset("blueprint"), model.draws(1024, seed: inputs.seed)))
    let printed: [(Assumption, Double)] = [
      (.investmentPerBenefit, 10.9), (.automationRealisation, 10.5), (.costOverrun, 9.7),
      (.remediationCost, 6.5), (.automationYearsToHalf, 3.5), (.scheduleOverrun, 3.0),
      (.channelRealisation, 2.8),
    ]
    #expect(abs(value.perfect - 25.7) <= 1)
    for (assumption, worth) in printed {
      #expect(abs(value.assumptions[assumption.place] - worth) <= 1)
    }
    #expect(value.assumptions.allSatisfy { 0 <= $0 && $0 <= value.perfect })
  }

  @Test func aFixedAssumptionIsWorthNothing() throws {
    let inputs = try ModelInputs.fixtures()
    let model = Model(inputs)
    var scenario = try inputs.preset("blueprint")
    scenario.assumptions[.costOverrun] = ThreePoint(fixed: 1.3)
    let value = try #require(model.valueOfInformation(scenario, model.draws(256, seed: 1)))
    #expect(value.assumptions[Assumption.costOverrun.place] == 0)
  }

  /// Two options, one normal: the worth of knowing is σ·L(|μ|/σ).
  @Test func normalDecision() throws {
    let normals = SobolDesign(inputs: 1, count: 16_384, seed: 3).mapped(normalQuantile).a[0]
    let none = normals.map { _ in 0.0 }
    for row in try CSV("Validation", "unit_normal_loss_computed.csv").rows {
      let mean = try row.number("k")
      let option = normals.map { mean + $0 }
      let loss = try row.number("L")
      #expect(abs(expectedValueOfPerfectInformation([none, option]) - loss) < 1e-3)
      #expect(abs(expectedValueOfInformation(about: normals, [none, option]) - loss) < 1e-3)
    }
    #expect(expectedValueOfPerfectInformation([normals]) == 0)
  }

  @Test func costOfDelay() throws {
    let inputs = try ModelInputs.fixtures()
    let model = Model(inputs)
    let blueprint = try inputs.preset("blueprint")
    #expect(abs(try #require(model.delayCost(blueprint)) - 9.8) <= 0.05)
    var late = blueprint
    late.overrides["HMRC"] = [.startDelay: 9.5]
    #expect(model.delayCost(late) == nil)
    late.overrides["HMRC"] = [.startDelay: 9]
    #expect(model.delayCost(late) != nil)
  }

  /// Shares of draws in which each preset is best, as model.md prints them.
  @Test func comparison() throws {
    let inputs = try ModelInputs.fixtures()
    let model = Model(inputs)
    let ids = ["accelerated", "do_nothing", "prioritised", "delayed"]
    let scenarios = try ids.map { try inputs.preset($0) }
    let draws = model.draws(512, seed: inputs.seed)
    let comparison = try #require(model.compare(scenarios, draws))
    let best = comparison.scenarios.compactMap(\.probabilityBest)
    #expect(abs(best[0] - 0.47) < 0.03 && abs(best[1] - 0.29) < 0.03 && abs(best[2] - 0.23) < 0.03)
    #expect(
      comparison.pairs.map { [$0.a, $0.b] } == [
        [0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3],
      ])
    // A difference of means is the mean of the differences; of percentiles it is not.
    for pair in comparison.pairs {
      let (a, b) = (comparison.scenarios[pair.a], comparison.scenarios[pair.b])
      let difference = try #require(a.npsv.mean) - (try #require(b.npsv.mean))
      #expect(agree(try #require(pair.difference.mean), difference, relative: 0, absolute: 1e-9))
    }
  }

  @Test func comparisonWithoutDraws() throws {
    let inputs = try ModelInputs.fixtures()
    let model = Model(inputs)
    let scenario = try inputs.preset("blueprint")
    let comparison = try #require(model.compare([scenario, scenario], model.draws(0, seed: 1)))
    #expect(comparison.scenarios.allSatisfy { $0.npsv == Summary() && $0.probabilityBest == nil })
    #expect(comparison.pairs.map(\.probabilityABetter) == [nil])
    #expect(comparison.attributions.map(\.change) == [0])
  }

  /// The parts add up; one lever alone has all of its change; nothing differs, nothing changes.
  @Test func attribution() throws {
    let inputs = try ModelInputs.fixtures()
    let model = Model(inputs)
    let from = try inputs.preset("do_nothing")
    var to = try inputs.preset("accelerated")
    to.overrides = ["HMRC": [.pace: 1.5], "NHS": [.automationCoverage: 0.5, .startDelay: 2]]
    to.assumptions[.costOverrun] = ThreePoint(fixed: 2)
    to.discounting = .schedule("health")
    let change = try #require(model.attribution(from: from, to: to))
    let central = { try #require(model.central($0).metrics[.npsv]) }
    #expect(agree(change.change, try central(to) - central(from), relative: 1e-11, absolute: 1e-11))
    #expect(agree(change.levers + change.assumptions, change.change, relative: 0, absolute: 1e-9))
    let sum = change.byLever.values.reduce(0, +)
    #expect(agree(sum, change.levers, relative: 0, absolute: 1e-9))
    #expect(change.byLever.count == 8)

    var slower = from
    slower.levers[.automationCoverage] = 0.4
    let one = try #require(model.attribution(from: from, to: slower))
    #expect(one.assumptions == 0 && one.byLever[.automationCoverage] == one.change)
    #expect(one.byLever[.pace] == 0)
  }
}
