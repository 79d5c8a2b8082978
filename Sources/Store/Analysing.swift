import Analytics
import Dashboard

extension Model {
  /// What comes of an analysis.
  ///
  /// - Parameters:
  ///   - request: which analysis, of which scenarios.
  ///   - draws: as many as the request wants, of the dashboard's seed.
  ///   - threads: how many may compute; their number changes nothing.
  ///   - isCancelled: asked between parts; when it says yes the work is dropped.
  /// - Returns: nil when the work was dropped.
  func result(
    _ request: AnalysisRequest, _ draws: Draws, threads: Int, isCancelled: @Sendable () -> Bool
  ) -> AnalysisResult? {
    guard let scenario = request.scenarios.first else { return nil }
    switch request.kind {
    case .tornado:
      return .tornado(
        base: central(scenario).metrics[.npsv] ?? 0, tornado(scenario))
    case .indices:
      return sobolIndices(
        scenario, seed: draws.seed, count: request.points, threads: threads,
        isCancelled: isCancelled
      ).map { .indices($0) }
    case .information:
      return valueOfInformation(
        scenario, draws, threads: threads, isCancelled: isCancelled
      ).map { .information($0) }
    case .attribution:
      return request.scenarios.last.map {
        .attribution(attribution(from: $0, to: scenario))
      }
    case .delay:
      guard let later = delayed(scenario) else {
        return .delay(nil)
      }
      return compare([scenario, later], draws, threads: threads, isCancelled: isCancelled)
        .flatMap { comparison in
          comparison.pairs.first.map { pair in
            .delay(
              DelayCost(
                central: comparison.scenarios[0].central - comparison.scenarios[1].central,
                difference: pair.difference, probability: pair.probabilityABetter))
          }
        }
    case .comparison:
      return compared(request, draws, threads, isCancelled)
    case .change:
      return compare(request.scenarios, draws, threads: threads, isCancelled: isCancelled)
        .map { .comparison($0, fans: []) }
    case .headline:
      return headlineSteps(
        scenario, sample(scenario, draws), threads: threads, isCancelled: isCancelled
      ).map { .headline($0.summary(threads: threads)) }
    case .requirements:
      return requirements(
        scenario, sample(scenario, draws), threads: threads, isCancelled: isCancelled
      ).map { .requirements($0) }
    case .reference:
      return .reference(ReferenceRange.ranges(self, sample(scenario, draws)))
    case .remediation:
      let without = scenario.without(.legacyRemediation)
      guard without != scenario else {
        return .remediation(nil)
      }
      return compare(
        [scenario, without], draws, threads: threads, isCancelled: isCancelled
      ).map { .remediation($0.pairs.first?.difference) }
    case .otherKey:
      var found: [[String: Summary]] = []
      for asked in request.scenarios {
        guard
          let uncertainty = uncertainty(
            asked.withOtherKey, draws: draws.count, seed: draws.seed, threads: threads,
            isCancelled: isCancelled)
        else { return nil }
        found.append(
          Dictionary(
            uncertainty.organisations.map { ($0.code, $0.finalBenefit) },
            uniquingKeysWith: { first, _ in first }))
      }
      return .otherKey(found[0], before: found.count > 1 ? found[1] : [:])
    }
  }

  private func compared(
    _ request: AnalysisRequest, _ draws: Draws, _ threads: Int,
    _ isCancelled: @Sendable () -> Bool
  ) -> AnalysisResult? {
    guard
      let comparison = compare(
        request.scenarios, draws, threads: threads, isCancelled: isCancelled)
    else { return nil }
    var fans: [[Summary]] = []
    var last: Sample?
    for scenario in request.scenarios {
      let mapped = sample(scenario, draws, reusing: last)
      guard
        let run = self.run(
          scenario, mapped, detail: .national, threads: threads, isCancelled: isCancelled),
        let uncertainty = self.uncertainty(run, threads: threads)
      else { return nil }
      fans.append(uncertainty.yearly[.benefit] ?? [])
      last = mapped
    }
    return .comparison(comparison, fans: fans)
  }
}

extension Scenario {
  /// The same where nobody pulls a lever: 0 for the nation, and no organisation's own value.
  fileprivate func without(_ lever: Lever) -> Scenario {
    var other = self
    if (other.levers[lever] ?? 0) != 0 { other.levers[lever] = 0 }
    for code in other.overrides.keys { other.overrides[code]?[lever] = nil }
    other.overrides = other.overrides.filter { !$0.value.isEmpty }
    return other
  }
}
