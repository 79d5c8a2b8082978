extension Curves {
  /// A cohort's legacy systems as a stock with flows; model.md 6.4. The cost is remediation.
  mutating func evolve(
    from first: Lanes, _ programme: Programme, overrun: Lanes, _ factors: Factors,
    _ constants: Constants, cohort: Int
  ) {
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
    self.premium[cohort] = dear * first

    var policy = first
    var still = first
    let stock = cohort * years
    let bankable = compiled.cohorts[cohort].hasSystems ? Lanes.one : .zero
    let row = start(cohort, 4)
    for year in 0..<years {
      share[stock + year] = policy
      baseline[stock + year] = still
      let avoided = still - policy
      let saved = dear * avoided
      gross[row + year] = saved
      let banked = lesser(greater(.zero, premium * (first - policy)), premium * avoided)
      cashShare[stock + year] =
        bankable * (banked / (premium * avoided)).replacing(with: 0, where: saved .== .zero)
      let extra = programme.levers.legacyRemediation * programme.ramp[year]
      policy = (policy + growth) / (.one + growth + (held + Lanes(repeating: extra)))
      still = (still + growth) / (.one + growth + held)
      // The stock is the one after the step.
      cost[row + year] = spent * extra * policy
    }
  }

  /// Critical outages a year at NHS England, with the policy and without; model.md 6.5:
  /// `outage_rate·(1 − θ + θ·L_t/L_0)`, θ the share of outages due to legacy.
  @inline(__always)
  func outages(year: Int, _ factors: Factors) -> (policy: Lanes, baseline: Lanes) {
    let place = compiled.outageCohort * years
    let due = factors.outagesDueToLegacy
    let first = share[place]
    return (
      factors.outageRate * (.one - due + due * share[place + year] / first),
      factors.outageRate * (.one - due + due * baseline[place + year] / first)
    )
  }
}
