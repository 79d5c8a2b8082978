public import Analytics

/// A question about a scenario that takes longer to answer than a frame.
public enum AnalysisKind: String, CaseIterable, Hashable, Sendable {
  /// What each assumption does to the result on its own.
  case tornado
  /// How much of the spread each assumption accounts for: Sobol' indices.
  case indices
  /// What it would be worth to know.
  case information
  /// How much of the change from the baseline is levers, how much assumptions.
  case attribution
  /// What a year's delay costs.
  case delay
  /// Two to four scenarios on common draws.
  case comparison
  /// The way from the headline to what is expected.
  case headline
  /// What each assumption alone would have to be.
  case requirements
  /// What the model draws for what published programmes made of their plans.
  case reference
  /// What the extra remediation of legacy systems changes.
  case remediation
  /// What organisations bring where the other key shares automation out.
  case otherKey
}

/// An analysis asked for.
public struct AnalysisRequest: Equatable, Sendable {
  public var number: Int
  public var kind: AnalysisKind
  /// The scenario in question, then those that it is held against.
  public var scenarios: [Scenario]
  /// Draws of those that draw, and points of those that have a design of their own.
  public var draws, points: Int

  public init(
    number: Int, kind: AnalysisKind, scenarios: [Scenario], draws: Int = Ladder.rested,
    points: Int = 1024
  ) {
    self.number = number
    self.kind = kind
    self.scenarios = scenarios
    self.draws = draws
    self.points = points
  }

  /// Whether its answer would be the same.
  func asksTheSame(as other: AnalysisRequest?) -> Bool {
    guard let other else { return false }
    return kind == other.kind && scenarios == other.scenarios && draws == other.draws
      && points == other.points
  }
}

/// What came of an analysis; £bn of net present social value where nothing else is said.
public enum AnalysisResult: Equatable, Sendable {
  /// The central case, and the assumptions from the longest bar down.
  case tornado(base: Double, [TornadoBar])
  case indices(SobolIndices)
  case information(ValueOfInformation)
  /// Nil where the metric is undefined on the way.
  case attribution(Attribution?)
  /// Nil where a year more would leave the lever's range.
  case delay(DelayCost?)
  /// With benefit by year of each scenario.
  case comparison(Comparison, fans: [[Summary]])
  case headline(HeadlineSummary)
  case requirements(Requirements)
  case reference([ReferenceRange])
  /// Net present social value with less that without, draw by draw, £bn; nil where nothing is done.
  case remediation(Summary?)
  /// Benefit of the last year by code, £bn a year.
  case otherKey([String: Summary])
}

/// What a year's delay of everything costs on the fixed horizon, £bn of net present social value.
public struct DelayCost: Equatable, Sendable {
  public var central: Double
  /// Draw by draw.
  public var difference: Summary
  /// Share of draws in which waiting a year is worse; nil without draws.
  public var probability: Double?
}

/// An analysis with what it was asked.
public struct Analysis: Equatable, Sendable {
  public var request: AnalysisRequest
  public var result: AnalysisResult
}

/// Answers an analysis. Pure: the same request on the same draws always gives the same answer.
///
/// - Parameters:
///   - request: which analysis, of which scenarios.
///   - model: of the inputs that the request is about.
///   - draws: as many as the request wants, of the dashboard's seed.
///   - threads: how many may compute; their number changes nothing.
///   - isCancelled: asked between parts; when it says yes the work is dropped.
/// - Returns: the action to feed back, or nil when the work was dropped.
public func analysis(
  _ request: AnalysisRequest, _ model: Model, _ draws: Draws, threads: Int = 1,
  isCancelled: @Sendable () -> Bool = { false }
) -> Action? {
  guard let scenario = request.scenarios.first else { return nil }
  let result: AnalysisResult?
  switch request.kind {
  case .tornado:
    result = .tornado(
      base: model.central(scenario).metrics[.npsv] ?? 0, model.tornado(scenario))
  case .indices:
    result = model.sobolIndices(
      scenario, seed: draws.seed, count: request.points, threads: threads,
      isCancelled: isCancelled
    ).map { .indices($0) }
  case .information:
    result = model.valueOfInformation(
      scenario, draws, threads: threads, isCancelled: isCancelled
    ).map { .information($0) }
  case .attribution:
    result = request.scenarios.last.map {
      .attribution(model.attribution(from: $0, to: scenario))
    }
  case .delay:
    guard let later = model.delayed(scenario) else {
      result = .delay(nil)
      break
    }
    result = model.compare([scenario, later], draws, threads: threads, isCancelled: isCancelled)
      .flatMap { comparison in
        comparison.pairs.first.map { pair in
          .delay(
            DelayCost(
              central: comparison.scenarios[0].central - comparison.scenarios[1].central,
              difference: pair.difference, probability: pair.probabilityABetter))
        }
      }
  case .comparison:
    result = compared(request, model, draws, threads, isCancelled)
  case .headline:
    result = model.headlineSteps(
      scenario, model.sample(scenario, draws), threads: threads, isCancelled: isCancelled
    ).map { .headline($0.summary(threads: threads)) }
  case .requirements:
    result = model.requirements(
      scenario, model.sample(scenario, draws), threads: threads, isCancelled: isCancelled
    ).map { .requirements($0) }
  case .reference:
    result = .reference(ReferenceRange.ranges(model, model.sample(scenario, draws)))
  case .remediation:
    let without = scenario.without(.legacyRemediation)
    guard without != scenario else {
      result = .remediation(nil)
      break
    }
    result = model.compare(
      [scenario, without], draws, threads: threads, isCancelled: isCancelled
    ).map { .remediation($0.pairs.first?.difference) }
  case .otherKey:
    result = model.uncertainty(
      scenario.withOtherKey, draws: draws.count, seed: draws.seed, threads: threads,
      isCancelled: isCancelled
    ).map { uncertainty in
      .otherKey(
        Dictionary(
          uncertainty.organisations.map { ($0.code, $0.finalBenefit) },
          uniquingKeysWith: { first, _ in first }))
    }
  }
  return result.map { .analysed(Analysis(request: request, result: $0)) }
}

private func compared(
  _ request: AnalysisRequest, _ model: Model, _ draws: Draws, _ threads: Int,
  _ isCancelled: @Sendable () -> Bool
) -> AnalysisResult? {
  guard
    let comparison = model.compare(
      request.scenarios, draws, threads: threads, isCancelled: isCancelled)
  else { return nil }
  var fans: [[Summary]] = []
  var sample: Sample?
  for scenario in request.scenarios {
    let mapped = model.sample(scenario, draws, reusing: sample)
    guard
      let run = model.run(
        scenario, mapped, detail: .national, threads: threads, isCancelled: isCancelled),
      let uncertainty = model.uncertainty(run, threads: threads)
    else { return nil }
    fans.append(uncertainty.yearly[.benefit] ?? [])
    sample = mapped
  }
  return .comparison(comparison, fans: fans)
}
