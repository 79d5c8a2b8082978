/// The curves with books for many draws: the nation's series and metrics, and of each organisation
/// only what a run keeps.
///
/// An organisation's net benefit is its gross less its overlaps, and gross and cost are its shares
/// times the curves. So only the overlaps, which are not linear in the shares, are computed
/// organisation by organisation: `Σ_i N_i = Σ_i G_i − overlap_scale·Σ_{i<j} ω_ij·min(G_i, G_j)`.
struct DrawKernel {
  private var curves: Curves
  private let compiled: CompiledScenario
  private let layout: DrawLayout
  private let plan: OverlapPlan
  /// Present value of each organisation's overlaps, before `overlap_scale`.
  private var overlapValue: [Lanes]
  /// Present value of gross less cost for a share of one: five streams of each cohort.
  private var netValue: [Lanes]
  /// What overlaps take from each stream of a cohort in a year, before `overlap_scale`.
  private var deduction: [Lanes]

  init(_ compiled: CompiledScenario, _ layout: DrawLayout, neverNegative: Bool) {
    self.compiled = compiled
    self.layout = layout
    curves = Curves(compiled)
    plan = OverlapPlan(compiled, neverNegative: neverNegative)
    overlapValue = Array(repeating: .zero, count: compiled.cohortOfOrganisation.count)
    netValue = Array(repeating: .zero, count: compiled.cohorts.count * 5)
    deduction = Array(repeating: .zero, count: 5)
  }

  /// Evaluates the draws of one vector and writes them at `vector` of the table.
  mutating func evaluate(_ factors: Factors, into table: inout DrawTable, at vector: Int) {
    curves.evaluate(factors)
    for place in overlapValue.indices { overlapValue[place] = .zero }
    for place in netValue.indices { netValue[place] = .zero }
    var metrics = MetricLanes()
    for year in 0..<compiled.years {
      var sums = Sums()
      for cohort in 0..<compiled.cohorts.count { add(cohort, year, factors, to: &sums) }
      let outages = curves.outages(year: year, factors)
      metrics.add(
        benefit: sums.benefit, cash: sums.cash + sums.exchequer, cost: sums.cost,
        investment: sums.investment, outagesAvoided: outages.baseline - outages.policy,
        factor: compiled.discountFactors[year])
      table[layout.place(.yearly(0, year: year)), vector] = sums.benefit
      table[layout.place(.yearly(1, year: year)), vector] = sums.cash
      table[layout.place(.yearly(2, year: year)), vector] = sums.benefit - sums.cost
      table[layout.place(.yearly(3, year: year)), vector] = outages.policy
      for fan in 0..<layout.fans.count {
        table[layout.place(.fan(fan, year: year)), vector] =
          benefit(layout.fans[fan], year, factors)
      }
    }
    for (metric, value) in metrics.values.enumerated() {
      table[layout.place(.metric(metric)), vector] = value
    }
    for organisation in 0..<layout.organisations {
      table[layout.place(.finalBenefit(organisation)), vector] =
        benefit(organisation, compiled.years - 1, factors)
      table[layout.place(.npsv(organisation)), vector] = npsv(organisation, factors)
    }
  }

  private struct Sums {
    var benefit = Lanes.zero, cash = Lanes.zero, exchequer = Lanes.zero
    var cost = Lanes.zero, investment = Lanes.zero
  }

  /// Adds a cohort's year to the nation's.
  @inline(__always)
  private mutating func add(
    _ cohort: Int, _ year: Int, _ factors: Factors, to sums: inout Sums
  ) {
    addOverlaps(cohort, year)
    let factor = compiled.discountFactors[year]
    for stream in 0..<5 {
      let place = curves.start(cohort, stream) + year
      let share = compiled.sharesOfCohorts[cohort * 5 + stream]
      let (gross, cost) = (curves.gross[place], curves.cost[place])
      netValue[cohort * 5 + stream] += (gross - cost) * factor
      let net = gross * share - deduction[stream] * factors.overlapScale
      sums.benefit += net
      sums.cost += cost * share
      switch stream {
      case 0: sums.cash += factors.automationCashShare * net
      case 1: sums.cash += factors.channelCashShare * net
      case 2: sums.exchequer += factors.fraudExchequerShare * net
      case 3: sums.cash += net
      default: sums.cash += curves.cashShare[cohort * compiled.years + year] * net
      }
      if stream < 3 { sums.investment += curves.investment[place] * share }
    }
  }

  /// Half of each overlap to `deduction` of both streams, the whole to its organisation.
  @inline(__always)
  private mutating func addOverlaps(_ cohort: Int, _ year: Int) {
    for stream in 0..<5 { deduction[stream] = .zero }
    let factor = compiled.discountFactors[year]
    for place in plan.rowsOfCohort[cohort] {
      let row = plan.rows[place]
      // The discount factor and the weight go into the curves once, not into every organisation.
      let scale = factor * row.weight
      let a = curves.gross[curves.start(cohort, row.a) + year] * scale
      let b = curves.gross[curves.start(cohort, row.b) + year] * scale
      var sum = Lanes.zero
      if layout.organisations > 0 {
        for place in row.entries {
          let entry = plan.entries[place]
          let shared = lesser(a * entry.shareA, b * entry.shareB)
          sum += shared
          overlapValue[entry.organisation] += shared
        }
      } else {
        for place in row.entries {
          let entry = plan.entries[place]
          sum += lesser(a * entry.shareA, b * entry.shareB)
        }
      }
      sum *= 0.5 / factor
      deduction[row.a] += sum
      deduction[row.b] += sum
    }
  }

  /// An organisation's benefit in a year.
  private func benefit(_ organisation: Int, _ year: Int, _ factors: Factors) -> Lanes {
    let cohort = compiled.cohortOfOrganisation[organisation]
    func gross(_ stream: Int) -> Lanes {
      curves.gross[curves.start(cohort, stream) + year]
        * compiled.shares[organisation * 5 + stream]
    }
    var benefit = gross(0) + gross(1) + gross(2) + gross(3) + gross(4)
    for pair in compiled.overlap.pairs {
      benefit -= factors.overlapScale * pair.weight * lesser(gross(pair.a), gross(pair.b))
    }
    return benefit
  }

  private func npsv(_ organisation: Int, _ factors: Factors) -> Lanes {
    let cohort = compiled.cohortOfOrganisation[organisation]
    var value = Lanes.zero
    for stream in 0..<5 {
      value += netValue[cohort * 5 + stream] * compiled.shares[organisation * 5 + stream]
    }
    return value - overlapValue[organisation] * factors.overlapScale
  }
}
