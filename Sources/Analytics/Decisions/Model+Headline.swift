extension Model {
  /// The way from the headline to the last year's benefit on every draw of a sample; nil once
  /// `isCancelled`, which is asked between blocks of draws. The number of threads changes no bit of
  /// the answer.
  public func headlineSteps(
    _ scenario: Scenario, _ sample: Sample, threads: Int = 2,
    isCancelled: @Sendable () -> Bool = { false }
  ) -> HeadlineRun? {
    let compiled = compile(scenario)
    let published = potentials(scenario)
    let blocks = (sample.vectors + Lanes.block - 1) / Lanes.block
    let parts = parallel(blocks, threads: threads) { block -> [[Double]]? in
      if isCancelled() { return nil }
      let vectors = block * Lanes.block..<min((block + 1) * Lanes.block, sample.vectors)
      var way = HeadlineWay(compiled, published: published)
      var table = Array(repeating: [Double](), count: way.columns)
      for vector in vectors {
        let factors = Factors { sample.columns[$0][vector] }
        let lanes = way.evaluate(factors)
        let lanesInUse = min(Lanes.scalarCount, sample.count - vector * Lanes.scalarCount)
        for (column, value) in lanes.enumerated() {
          for lane in 0..<lanesInUse { table[column].append(value[lane]) }
        }
      }
      return table
    }
    let tables = parts.compactMap { $0 }
    guard tables.count == parts.count, !tables.isEmpty else { return nil }
    return HeadlineRun(
      count: sample.count, seed: sample.seed, codes: inputs.organisations.map(\.code),
      parts: tables)
  }

  /// The way of the central case, of the nation or of the organisation with a code; nil where there
  /// is no such organisation.
  public func headlineSteps(
    ofCentral scenario: Scenario, of code: String? = nil
  ) -> [HeadlineStep: Double]? {
    let point = inputs.assumptions.map { [range($0, scenario).p50] }
    guard let run = headlineSteps(scenario, Sample(columns: point), threads: 1),
      run.numbers(.benefit, of: code) != nil
    else { return nil }
    let pairs = HeadlineStep.allCases.map { ($0, run.numbers($0, of: code)?.first ?? 0) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// The P50s of the three potentials in force.
  private func potentials(_ scenario: Scenario) -> Rollout<Double> {
    func middle(_ assumption: Assumption) -> Double {
      inputs.assumptions.first { $0.id == assumption }.map { range($0, scenario).p50 } ?? 0
    }
    return Rollout(
      automation: middle(.automationPotential), channel: middle(.channelPotential),
      fraud: middle(.fraudPotential))
  }
}

/// The steps of the nation and of every organisation in a few draws.
private struct HeadlineWay {
  private var curves: Curves
  private let compiled: CompiledScenario
  private let published: Rollout<Double>
  private var adopted: [Lanes]

  init(_ compiled: CompiledScenario, published: Rollout<Double>) {
    self.compiled = compiled
    self.published = published
    curves = Curves(compiled)
    adopted = Array(repeating: .zero, count: compiled.years)
  }

  var columns: Int { (compiled.cohortOfOrganisation.count + 1) * HeadlineStep.allCases.count }

  /// A stream of a programme for a share of one: what is left after each step.
  private struct Levels {
    var reached = Lanes.zero, realised = Lanes.zero, takenUp = Lanes.zero
  }

  mutating func evaluate(_ factors: Factors) -> [Lanes] {
    curves.evaluate(factors)
    let levels = compiled.programmes.map { programme in
      (0..<3).map { stream in self.levels(stream, programme, factors) }
    }
    let steps = HeadlineStep.allCases.count
    var table = Array(repeating: Lanes.zero, count: columns)
    for place in compiled.cohortOfOrganisation.indices {
      let own = organisation(place, levels, factors)
      for step in 0..<steps {
        table[(place + 1) * steps + step] = own[step]
        table[step] += own[step]
      }
    }
    return table
  }

  /// The same arithmetic as the roll-out of the curves, in the last year.
  private mutating func levels(
    _ stream: Int, _ programme: Programme, _ factors: Factors
  ) -> Levels {
    let coverage = programme.levers.coverage[stream]
    guard coverage != 0, compiled.years > 0 else { return Levels() }
    let reach =
      coverage == 1
      ? Lanes.one : .one - power(Lanes(repeating: 1 - coverage), factors.valueConcentration)
    let halfTime =
      factors.yearsToHalf[stream] * programme.levers.pace * (.one + factors.scheduleOverrun)
    Adoption(halfTime: halfTime.lanes, shape: factors.adoptionShape)
      .write(programme.benefit, into: &adopted)
    let reached = factors.potential[stream] * reach
    let realised = reached * factors.realisation[stream]
    return Levels(
      reached: reached, realised: realised, takenUp: realised * adopted[compiled.years - 1])
  }

  private func organisation(
    _ place: Int, _ levels: [[Levels]], _ factors: Factors
  ) -> [Lanes] {
    let cell = curves.cell(organisation: place, year: compiled.years - 1, factors)
    let programme = compiled.programmeOfCohort[compiled.cohortOfOrganisation[place]]
    var steps = Array(repeating: Lanes.zero, count: HeadlineStep.allCases.count)
    func add(_ step: HeadlineStep, _ value: Lanes) { steps[step.place] += value }
    for stream in 0..<3 {
      let share = compiled.shares[place * 5 + stream]
      let size = factors.potential[stream]
      let left = levels[programme][stream]
      add(.fullPotential, Lanes(repeating: published[stream] * share))
      add(.potentialRange, (size - Lanes(repeating: published[stream])) * share)
      add(.notReached, (left.reached - size) * share)
      add(.notRealised, (left.realised - left.reached) * share)
      add(.notTakenUp, (left.takenUp - left.realised) * share)
      add(.eroded, cell.gross[stream] - left.takenUp * share)
      add(.likeForLike, cell.gross[stream])
    }
    add(.contractorsBeside, cell.gross[3])
    add(.legacyBeside, cell.gross[4])
    for pair in compiled.overlap.pairs {
      let shared =
        factors.overlapScale * pair.weight * lesser(cell.gross[pair.a], cell.gross[pair.b])
      switch pair.b {
      case 0..<3:
        add(.countedTwice, -shared)
        add(.likeForLike, -shared)
      case 3: add(.contractorsBeside, -shared)
      default:
        // Two streams beside the headline bear what they share by halves.
        let half = pair.a == 3 ? shared * 0.5 : .zero
        add(.contractorsBeside, -half)
        add(.legacyBeside, half - shared)
      }
    }
    add(.benefit, cell.benefit)
    add(.cashAndExchequer, cell.cash + cell.exchequer)
    add(.nonCash, cell.benefit - cell.cash - cell.exchequer)
    add(.cost, cell.cost)
    return steps
  }
}
