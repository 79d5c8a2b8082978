import Analytics

/// What a peer is given, as one row of numbers: the scenario, the shares and the draws.
struct Case {
  let inputs: ModelInputs
  let scenario: Scenario
  let sample: Sample

  /// Counts, levers, constants, overlap weights (5 by 5), legacy classes, the shares of the five
  /// streams' keys (a row each), then the draws of each assumption (a row each).
  var numbers: [Double] {
    let fixed: [FixedParameter] = [
      .benefitLagYears, .remediationRampYears, .crashExponent, .mitigationCostRate,
      .employerPensionRate, .employerNIRate, .employerNIThreshold, .recruitmentShare,
      .conversionHalfTimeYears, .legacyShareCurrent, .nationalDigitalSpend,
    ]
    return counts + Lever.allCases.map { scenario.levers[$0] ?? 0 }
      + fixed.map { inputs.fixed[$0]?.value ?? 0 } + weights + classes + shares + draws
  }

  private var counts: [Double] {
    let nhs = inputs.organisations.firstIndex { $0.code == "NHS" } ?? 0
    let years = inputs.fixed[.horizonYears]?.value ?? 0
    return [Double(sample.count), Double(inputs.organisations.count), years, Double(nhs)]
  }

  private var weights: [Double] {
    Stream.allCases.flatMap { a in
      Stream.allCases.map { b in
        inputs.overlaps.first { ($0.a, $0.b) == (a, b) || ($0.a, $0.b) == (b, a) }?.weight ?? 0
      }
    }
  }

  private var classes: [Double] {
    inputs.organisations.map { organisation in
      Double(LegacyClass.allCases.firstIndex(of: organisation.legacyClass) ?? 0)
    }
  }

  private var shares: [Double] {
    let keys: [AllocationKey] = [.automation, .channel, .fraud, .contractor, .digitalSpend]
    return keys.flatMap { key in
      let values = (inputs.keys[key] ?? []).map(\.value)
      let sum = values.reduce(0, +)
      return values.map { $0 / sum }
    }
  }

  private var draws: [Double] {
    inputs.assumptions.indices.flatMap { place in
      (0..<sample.count).map { sample[place, $0] }
    }
  }
}
