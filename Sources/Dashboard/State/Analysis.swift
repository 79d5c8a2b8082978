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
  /// The scenario beside the one that changes are measured against, the better one first.
  case change
  /// What organisations bring where the other key shares automation out.
  case otherKey
}

/// An analysis asked for.
public struct AnalysisRequest: Equatable, Sendable {
  public var number: Int
  public var kind: AnalysisKind
  /// The scenario in question, then those that it is held against.
  public var scenarios: [Scenario]
  /// The scenario that changes are measured against, where the same is asked of it; nil for nothing.
  public var before: Scenario?
  /// Draws of those that draw, and points of those that have a design of their own.
  public var draws, points: Int

  public init(
    number: Int, kind: AnalysisKind, scenarios: [Scenario], before: Scenario? = nil,
    draws: Int = Ladder.rested, points: Int = 1024
  ) {
    self.number = number
    self.kind = kind
    self.scenarios = scenarios
    self.before = before
    self.draws = draws
    self.points = points
  }

  /// Whether its answer would be the same.
  public func asksTheSame(as other: AnalysisRequest?) -> Bool {
    guard let other else { return false }
    return kind == other.kind && scenarios == other.scenarios && before == other.before
      && draws == other.draws && points == other.points
  }

  /// The same of the scenario before; nil where that is not asked for.
  public var ofBefore: AnalysisRequest? {
    before.map {
      AnalysisRequest(number: number, kind: kind, scenarios: [$0], draws: draws, points: points)
    }
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
  /// Benefit of the last year by code, £bn a year, and what it is in the scenario that changes are
  /// measured against; empty where that is the same.
  case otherKey([String: Summary], before: [String: Summary])
}

/// What a year's delay of everything costs on the fixed horizon, £bn of net present social value.
public struct DelayCost: Equatable, Sendable {
  public var central: Double
  /// Draw by draw.
  public var difference: Summary
  /// Share of draws in which waiting a year is worse; nil without draws.
  public var probability: Double?

  public init(central: Double, difference: Summary, probability: Double?) {
    self.central = central
    self.difference = difference
    self.probability = probability
  }
}

/// An analysis with what it was asked.
public struct Analysis: Equatable, Sendable {
  public var request: AnalysisRequest
  public var result: AnalysisResult
  /// The same of the scenario before; nil where it was not asked for.
  public var before: AnalysisResult?

  public init(
    request: AnalysisRequest, result: AnalysisResult, before: AnalysisResult? = nil
  ) {
    self.request = request
    self.result = result
    self.before = before
  }
}
