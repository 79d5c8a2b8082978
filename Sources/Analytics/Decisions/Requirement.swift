/// What an assumption alone would have to be for something to come true, all else drawn as before.
public struct Requirement: Equatable, Sendable {
  public enum Goal: String, CaseIterable, Hashable, Sendable {
    /// The expected net present social value is nought.
    case breakEven = "break_even"
    /// The expected benefit of the last year, like for like, is the headline.
    case headline = "reaches_headline"
  }

  /// The assumption that is held at a value.
  public var assumption: Assumption
  public var goal: Goal
  /// Inside the assumption's bounds, the nearest to its P50; nil where none does.
  public var value: Double?
  /// The value, among those tried, that brings the most, and what it brings: £bn, or £bn a year.
  public var best: Double
  public var most: Double
  /// Whether the assumption moves the result at all.
  public var matters: Bool

  public init(
    assumption: Assumption, goal: Goal, value: Double?, best: Double, most: Double, matters: Bool
  ) {
    self.assumption = assumption
    self.goal = goal
    self.value = value
    self.best = best
    self.most = most
    self.matters = matters
  }
}

/// What must be true of a scenario: the requirements of some assumptions, and where it stands.
public struct Requirements: Equatable, Sendable {
  /// Expected net present social value, £bn, and like-for-like benefit of the last year.
  public var npsv, benefit: Double
  public var list: [Requirement]

  public init(npsv: Double, benefit: Double, list: [Requirement]) {
    self.npsv = npsv
    self.benefit = benefit
    self.list = list
  }

  public subscript(assumption: Assumption, goal: Requirement.Goal) -> Requirement? {
    list.first { $0.assumption == assumption && $0.goal == goal }
  }
}

extension Model {
  /// For each assumption, in the order given, the values at which a scenario breaks even and at
  /// which it reaches the headline: expected values, over the draws of a sample in which that
  /// assumption alone is held. nil once `isCancelled`.
  ///
  /// Both bounds, the P50 and, where those have one sign, two more values are tried; a change of sign
  /// between two of them is followed to the last digits, of several the one nearest to the P50.
  public func requirements(
    _ scenario: Scenario, _ sample: Sample, of assumptions: [Assumption] = Assumption.allCases,
    goals: [Requirement.Goal] = Requirement.Goal.allCases, threads: Int = 2,
    isCancelled: @Sendable () -> Bool = { false }
  ) -> Requirements? {
    guard sample.count > 0 else { return nil }
    let alone = withoutStreamsBeside(scenario)
    let target = inputs.fixed[.headlinePotential]?.value ?? 0
    @Sendable func expected(_ goal: Requirement.Goal, _ sample: Sample) -> Double? {
      switch goal {
      case .breakEven: mean(scenario, sample, .npsv, isCancelled)
      case .headline: mean(alone, sample, .finalBenefit, isCancelled).map { $0 - target }
      }
    }
    guard let npsv = mean(scenario, sample, .npsv, isCancelled),
      let benefit = mean(alone, sample, .finalBenefit, isCancelled)
    else { return nil }
    let questions = assumptions.flatMap { assumption in goals.map { (assumption, $0) } }
    let answers = parallel(questions.count, threads: threads) { place -> Requirement? in
      let (assumption, goal) = questions[place]
      guard let spec = inputs.assumptions.first(where: { $0.id == assumption }) else { return nil }
      return requirement(spec, goal, scenario, target: goal == .headline ? target : 0) { value in
        expected(goal, sample.holding(assumption.place, at: value))
      }
    }
    let list = answers.compactMap { $0 }
    guard list.count == answers.count else { return nil }
    return Requirements(npsv: npsv, benefit: benefit, list: list)
  }

  /// A scenario without what lies beside the headline: contractor posts and legacy systems.
  public func withoutStreamsBeside(_ scenario: Scenario) -> Scenario {
    var alone = scenario
    for lever in [Lever.contractorPosts, .legacyRemediation] {
      alone.levers[lever] = 0
      for code in alone.overrides.keys { alone.overrides[code]?[lever] = nil }
    }
    alone.overrides = alone.overrides.filter { !$0.value.isEmpty }
    return alone
  }

  private func mean(
    _ scenario: Scenario, _ sample: Sample, _ metric: Metric, _ isCancelled: () -> Bool
  ) -> Double? {
    guard !isCancelled(), let run = run(scenario, sample, detail: .national, threads: 1) else {
      return nil
    }
    return Summary.mean(of: run[metric])
  }

  private func requirement(
    _ spec: AssumptionSpec, _ goal: Requirement.Goal, _ scenario: Scenario, target: Double,
    _ expected: (Double) -> Double?
  ) -> Requirement? {
    let middle = range(spec, scenario).p50
    var tried: [Tried] = []
    func attempt(_ value: Double) -> Double? {
      guard let result = expected(value) else { return nil }
      tried.append((value, result))
      return result
    }
    guard attempt(spec.minimum) != nil, attempt(spec.maximum) != nil, attempt(middle) != nil else {
      return nil
    }
    let matters = tried.contains { $0.result != tried[0].result }
    var value: Double?
    if matters {
      if change(tried, near: middle) == nil {
        // A result that rises and falls again may be nought between values of like signs.
        for place in [(spec.minimum + middle) / 2, (spec.maximum + middle) / 2] {
          guard attempt(place) != nil else { return nil }
        }
      }
      if let change = change(tried, near: middle) {
        guard let found = root(from: change.0, to: change.1, expected) else { return nil }
        value = found
      }
    }
    let best = tried.max { $0.result < $1.result } ?? (middle, 0)
    return Requirement(
      assumption: spec.id, goal: goal, value: value, best: best.value,
      most: best.result + target, matters: matters)
  }

  private typealias Tried = (value: Double, result: Double)

  /// The neighbours between which the sign changes, those nearest to `middle` of several.
  private func change(_ tried: [Tried], near middle: Double) -> (Tried, Tried)? {
    let sorted = tried.sorted { $0.value < $1.value }
    return zip(sorted, sorted.dropFirst()).filter { ($0.result < 0) != ($1.result < 0) }.min {
      abs(($0.0.value + $0.1.value) / 2 - middle) < abs(($1.0.value + $1.1.value) / 2 - middle)
    }
  }

  /// Where a function is nought between two places with unlike signs: false position with halved
  /// ends (Illinois), at most 60 steps. nil where it could not be asked.
  private func root(
    from a: Tried, to b: Tried, _ function: (Double) -> Double?
  ) -> Double? {
    var (low, high) = (a, b)
    if low.result == 0 { return low.value }
    for _ in 0..<60 {
      var next = (low.value * high.result - high.value * low.result) / (high.result - low.result)
      if !(next > low.value && next < high.value) { next = (low.value + high.value) / 2 }
      guard let result = function(next) else { return nil }
      if abs(result) < 1e-10 || high.value - low.value < 1e-13 * abs(next) { return next }
      if (result < 0) == (low.result < 0) {
        low = (next, result)
        high.result /= 2
      } else {
        high = (next, result)
        low.result /= 2
      }
    }
    return (low.value + high.value) / 2
  }
}

extension Sample {
  /// The same draws with one assumption, by its place in the register, held at a value.
  func holding(_ place: Int, at value: Double) -> Sample {
    var columns = columns
    columns[place] = Array(repeating: Lanes(repeating: value), count: vectors)
    return Sample(count: count, columns: columns)
  }
}
