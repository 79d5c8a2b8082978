/// What programmes and legacy estates bring and cost in each year for a share of one of each key,
/// in a few draws: the whole nation's amounts, had every organisation these levers. £bn a year.
///
/// An organisation's gross benefit and cost are these times its shares. A row is one stream's
/// years: four of each programme, then one of each cohort's estate.
struct Curves {
  let compiled: CompiledScenario
  let years: Int
  var gross, cost: [Lanes]
  /// Of the rows of automation, channel and fraud.
  var investment, running: [Lanes]
  /// A row each cohort: share of systems that are legacy at the start of each year, with the
  /// policy and without; how much of the upkeep avoided is spending below the first year's level.
  var share, baseline, cashShare: [Lanes]
  /// A number each cohort: what its upkeep in the first year is above that of a modern estate.
  var premium: [Lanes]
  /// o of each programme, what the overrun and its management make of a pound of planned cost.
  private var overrun: [Lanes]
  /// Adoption in each year, while a stream is computed.
  var atClose, atBenefit: [Lanes]

  init(_ compiled: CompiledScenario) {
    self.compiled = compiled
    years = compiled.years
    let zeros = { (rows: Int) in Array(repeating: Lanes.zero, count: rows * compiled.years) }
    let (programmes, cohorts) = (compiled.programmes.count, compiled.cohorts.count)
    gross = zeros(4 * programmes + cohorts)
    (cost, investment, running) = (gross, gross, gross)
    share = zeros(cohorts)
    (baseline, cashShare) = (share, share)
    premium = Array(repeating: .zero, count: cohorts)
    overrun = Array(repeating: .one, count: programmes)
    atClose = zeros(1)
    atBenefit = atClose
  }

  mutating func evaluate(_ factors: Factors) {
    let constants = compiled.constants
    for (place, programme) in compiled.programmes.enumerated() {
      let mitigation = programme.levers.riskMitigation
      overrun[place] =
        .one + (factors.costOverrun - .one) * (1 - mitigation)
        + Lanes(repeating: constants.mitigationCostRate * mitigation)
      for stream in 0..<3 {
        rollOut(stream, programme, overrun: overrun[place], factors, row: 4 * place + stream)
      }
      convertPosts(programme, factors, constants, row: 4 * place + 3)
    }
    for (place, cohort) in compiled.cohorts.enumerated() {
      evolve(
        from: cohort.ownShare.map { Lanes(repeating: $0) } ?? factors.legacyShare(cohort.estate),
        compiled.programmes[cohort.programme],
        overrun: overrun[cohort.programme], factors, constants, cohort: place)
    }
  }

  var rows: Int { 4 * compiled.programmes.count + compiled.cohorts.count }

  /// The row of a stream of a cohort.
  @inline(__always)
  func row(_ cohort: Int, _ stream: Int) -> Int { compiled.row(cohort, stream) }

  /// Where a stream's row of a cohort begins.
  @inline(__always)
  func start(_ cohort: Int, _ stream: Int) -> Int { years * row(cohort, stream) }
}

extension CompiledScenario {
  /// The row of the curves that a stream of a cohort is in: four of each programme come first.
  @inline(__always)
  func row(_ cohort: Int, _ stream: Int) -> Int {
    stream < 4 ? 4 * programmeOfCohort[cohort] + stream : 4 * programmes.count + cohort
  }
}
