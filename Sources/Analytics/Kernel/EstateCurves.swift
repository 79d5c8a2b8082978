/// A legacy estate with a share of one of the digital spend, in a few draws; model.md 6.4 and 6.5.
struct EstateCurves {
  /// Share of systems that are legacy at the start of each year, with the policy and without.
  private(set) var share, baseline: [Lanes]
  /// Upkeep avoided, the cost of remediation: £bn a year.
  private(set) var gross, remediation: [Lanes]
  /// How much of the upkeep avoided is spending below the first year's level, 0 to 1.
  private(set) var cashShare: [Lanes]

  init(years: Int) {
    share = Array(repeating: .zero, count: years)
    (baseline, gross, remediation, cashShare) = (share, share, share, share)
  }

  mutating func evaluate(
    _ estate: LegacyClass, _ programme: Programme, overrun: Lanes, _ factors: Factors,
    _ constants: Constants
  ) {
    let first = factors.legacyShare(estate)
    let held = factors.baselineRemediation
    let current = constants.legacyShare
    // α = max(0, (legacy_drift + ρ0·c)/(1 − c))
    let growth = greater(.zero, (factors.legacyDrift + held * current) / (1 - current))
    let premium = factors.legacyUpkeepMultiple - .one
    // Upkeep of an all-modern estate, and of an all-legacy one.
    let modern = constants.digitalSpend * factors.runShare / (.one + premium * first)
    let legacy = modern * factors.legacyUpkeepMultiple
    let spent = (legacy * factors.remediationCost * overrun).lanes
    let dear = (modern * premium).lanes

    var policy = first
    var still = first
    for year in share.indices {
      share[year] = policy
      baseline[year] = still
      let avoided = still - policy
      gross[year] = dear * avoided
      let banked = lesser(greater(.zero, premium * (first - policy)), premium * avoided)
      cashShare[year] = (banked / (premium * avoided)).replacing(
        with: 0, where: gross[year] .== .zero)
      let extra = programme.levers.legacyRemediation * programme.ramp[year]
      policy = (policy + growth) / (.one + growth + (held + Lanes(repeating: extra)))
      still = (still + growth) / (.one + growth + held)
      // The stock is the one after the step.
      remediation[year] = spent * extra * policy
    }
  }
}

/// `rate_t = outage_rate·(1 − θ + θ·L_t/L_0)`, θ the share of outages due to legacy.
@inline(__always)
func outages(_ share: Lanes, first: Lanes, _ factors: Factors) -> Lanes {
  let due = factors.outagesDueToLegacy
  return factors.outageRate * (.one - due + due * share / first)
}
