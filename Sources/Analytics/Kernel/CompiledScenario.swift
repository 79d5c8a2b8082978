/// A scenario resolved against the inputs: what is the same in every draw.
///
/// Organisations with the same levers share a `Programme`; those that also have the same kind of
/// legacy estate are a `Cohort`. The kernel computes each once, for a share of one, and an
/// organisation is that times its shares of the allocation keys.
struct CompiledScenario: Sendable {
  let years: Int
  let discountFactors: [Double]
  let programmes: [Programme]
  let cohorts: [Cohort]
  /// By cohort.
  let programmeOfCohort: [Int]
  /// The shares of each cohort's organisations together: five numbers each.
  let sharesOfCohorts: [Double]
  /// The organisations' shares of the five streams' keys: five numbers each, in `Stream` order.
  let shares: [Double]
  /// Each organisation's cohort.
  let cohortOfOrganisation: [Int]
  let overlap: Overlap
  /// The cohort of the organisation whose outages are modelled.
  let outageCohort: Int
  let constants: Constants

  init(_ scenario: Scenario, _ inputs: ModelInputs, constants: Constants, overlap: Overlap) {
    years = constants.years
    discountFactors = inputs.discountFactors(scenario.discounting, years: years)
    self.constants = constants
    self.overlap = overlap
    let shares = inputs.streamShares(scenario.keySet)
    var programmes: [Programme] = []
    var cohorts: [Cohort] = []
    var cohortOfOrganisation: [Int] = []
    for (place, organisation) in inputs.organisations.enumerated() {
      let levers = LeverValues(scenario, inputs, organisation.code)
      let programme: Int
      if let known = programmes.firstIndex(where: { $0.levers == levers }) {
        programme = known
      } else {
        programme = programmes.count
        programmes.append(Programme(levers, constants))
      }
      let hasSystems = shares[place * 5 + 4] != 0
      let same = { (cohort: Cohort) in
        cohort.programme == programme && cohort.estate == organisation.legacyClass
          && cohort.ownShare == organisation.ownLegacyShare?.value
          && cohort.hasSystems == hasSystems
      }
      let cohort = cohorts.firstIndex(where: same) ?? cohorts.count
      if cohort == cohorts.count {
        cohorts.append(
          Cohort(
            programme: programme, estate: organisation.legacyClass,
            ownShare: organisation.ownLegacyShare?.value, hasSystems: hasSystems))
      }
      cohorts[cohort].organisations.append(place)
      cohortOfOrganisation.append(cohort)
    }
    sharesOfCohorts = cohorts.flatMap { cohort in
      (0..<5).map { stream in
        cohort.organisations.reduce(0) { $0 + shares[$1 * 5 + stream] }
      }
    }
    programmeOfCohort = cohorts.map(\.programme)
    self.programmes = programmes
    self.cohorts = cohorts
    self.cohortOfOrganisation = cohortOfOrganisation
    self.shares = shares
    let place = inputs.organisations.firstIndex { $0.code == inputs.outages }
    guard let place else { preconditionFailure("no organisation has the code of the outages") }
    outageCohort = cohortOfOrganisation[place]
  }
}

/// Organisations with the same levers and the same kind of legacy estate.
struct Cohort: Sendable {
  let programme: Int
  let estate: LegacyClass
  /// The legacy share at the start where it is not that of the class.
  let ownShare: Double?
  /// Whether the organisations have any share of the digital spend. One without has no upkeep to
  /// bank, even where an overlap with a stream below 0 leaves it some net benefit.
  let hasSystems: Bool
  /// Places in the inputs, rising.
  var organisations: [Int] = []
}

/// The levers as they stand for one organisation: its override, else the national value.
struct LeverValues: Hashable, Sendable {
  let coverage: Rollout<Double>
  let contractorPosts, legacyRemediation, startDelay, pace, riskMitigation: Double

  init(_ scenario: Scenario, _ inputs: ModelInputs, _ organisation: String) {
    let overrides = scenario.overrides[organisation] ?? [:]
    func value(_ lever: Lever) -> Double {
      overrides[lever] ?? scenario.levers[lever]
        ?? inputs.levers.first { $0.id == lever }?.defaultValue ?? 0
    }
    coverage = Rollout(
      automation: value(.automationCoverage), channel: value(.channelCoverage),
      fraud: value(.fraudCoverage))
    contractorPosts = value(.contractorPosts)
    legacyRemediation = value(.legacyRemediation)
    startDelay = value(.startDelay)
    pace = value(.pace)
    riskMitigation = value(.riskMitigation)
  }
}

extension ModelInputs {
  /// Each organisation's share of the key of each stream: `k = v / Σ v`, five numbers each.
  func streamShares(_ keySet: KeySet) -> [Double] {
    let automation: AllocationKey = keySet == .automation ? .automation : .automationGDS2026
    let columns = [automation, .channel, .fraud, .contractor, .digitalSpend].map { key in
      let values = (keys[key] ?? []).map(\.value)
      let sum = values.reduce(0, +)
      return values.map { $0 / sum }
    }
    return organisations.indices.flatMap { place in columns.map { $0[place] } }
  }
}
