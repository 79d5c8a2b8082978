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

extension ModelInputs {
  /// The same with the organisations once, twice or a half time, and another horizon.
  func resized(organisations count: Int, years: Int) -> ModelInputs {
    let places = (0..<count).map { $0 % organisations.count }
    // A half keeps NHS England, whose outages are modelled.
    let nhs = organisations.firstIndex { $0.code == "NHS" } ?? 0
    let kept = places.contains(nhs) ? places : [nhs] + places.dropLast()
    var fixed = fixed
    fixed[.horizonYears]?.value = Double(years)
    return ModelInputs(
      name: name, version: version,
      organisations: kept.enumerated().map { turn, place in
        var organisation = organisations[place]
        if turn >= organisations.count { organisation.code += "_\(turn)" }
        return organisation
      },
      keys: keys.mapValues { cells in kept.map { cells[$0] } }, assumptions: assumptions,
      levers: levers, presets: presets, fixed: fixed, seed: seed, overlaps: overlaps,
      discounting: discounting, schedules: schedules)
  }
}
