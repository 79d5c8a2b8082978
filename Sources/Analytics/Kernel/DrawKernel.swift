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
  private let years: Int
  /// The nation's amounts by year.
  private var benefit, cash, exchequer, cost, investment: [Lanes]
  /// What overlaps take from each stream of a cohort by year, before `overlap_scale`.
  private var deduction: [Lanes]
  /// Present value of each organisation's overlaps, before `overlap_scale`.
  private var overlapValue: [Lanes]
  /// Present value of gross less cost for a share of one: five streams of each cohort.
  private var netValue: [Lanes]

  init(_ compiled: CompiledScenario, _ layout: DrawLayout, neverNegative: Bool) {
    self.compiled = compiled
    self.layout = layout
    years = compiled.years
    curves = Curves(compiled)
    plan = OverlapPlan(compiled, neverNegative: neverNegative)
    let zeros = Array(repeating: Lanes.zero, count: compiled.years)
    (benefit, cash, exchequer, cost, investment) = (zeros, zeros, zeros, zeros, zeros)
    deduction = Array(repeating: .zero, count: 5 * compiled.years)
    overlapValue = Array(repeating: .zero, count: compiled.cohortOfOrganisation.count)
    netValue = Array(repeating: .zero, count: compiled.cohorts.count * 5)
  }

  /// Evaluates the draws of one vector and writes them at `vector` of the table.
  mutating func evaluate(_ factors: Factors, into table: inout DrawTable, at vector: Int) {
    curves.evaluate(factors)
    clear()
    for cohort in 0..<compiled.cohorts.count {
      addOverlaps(cohort)
      addStream(0, cohort, factors.overlapScale) { $0.cash[$1] += factors.automationCashShare * $2 }
      addStream(1, cohort, factors.overlapScale) { $0.cash[$1] += factors.channelCashShare * $2 }
      addStream(2, cohort, factors.overlapScale) {
        $0.exchequer[$1] += factors.fraudExchequerShare * $2
      }
      addStream(3, cohort, factors.overlapScale) { $0.cash[$1] += $2 }
      let stock = cohort * years
      addStream(4, cohort, factors.overlapScale) {
        $0.cash[$1] += $0.curves.cashShare[stock + $1] * $2
      }
    }
    writeNation(factors, into: &table, at: vector)
    writeOrganisations(factors, into: &table, at: vector)
  }

  private mutating func clear() {
    for year in 0..<years {
      (benefit[year], cash[year], exchequer[year]) = (.zero, .zero, .zero)
      (cost[year], investment[year]) = (.zero, .zero)
    }
    for place in overlapValue.indices { overlapValue[place] = .zero }
  }

  /// Half of each overlap to `deduction` of both streams, the whole to its organisation.
  private mutating func addOverlaps(_ cohort: Int) {
    for place in deduction.indices { deduction[place] = .zero }
    for place in plan.rowsOfCohort[cohort] {
      let row = plan.rows[place]
      let (startA, startB) = (curves.start(cohort, row.a), curves.start(cohort, row.b))
      for year in 0..<years {
        // The discount factor and the weight go into the curves once, not into each organisation.
        let factor = compiled.discountFactors[year]
        let scale = factor * row.weight
        let a = curves.gross[startA + year] * scale
        let b = curves.gross[startB + year] * scale
        let sum = overlaps(row, a, b) * (0.5 / factor)
        deduction[row.a * years + year] += sum
        deduction[row.b * years + year] += sum
      }
    }
  }

  /// The lesser of two streams in each organisation, together.
  @inline(__always)
  private mutating func overlaps(_ row: OverlapPlan.Row, _ a: Lanes, _ b: Lanes) -> Lanes {
    var sum = Lanes.zero
    if layout.organisations == 0 {
      for place in row.entries {
        let entry = plan.entries[place]
        sum += lesser(entry.shareA * a, entry.shareB * b)
      }
    } else {
      for place in row.entries {
        let entry = plan.entries[place]
        let shared = lesser(entry.shareA * a, entry.shareB * b)
        sum += shared
        overlapValue[entry.organisation] += shared
      }
    }
    return sum
  }

  /// A stream of a cohort to the nation's amounts; `bank` says who can bank its net benefit.
  @inline(__always)
  private mutating func addStream(
    _ stream: Int, _ cohort: Int, _ overlapScale: Lanes,
    _ bank: (inout DrawKernel, _ year: Int, _ net: Lanes) -> Void
  ) {
    let start = curves.start(cohort, stream)
    let share = compiled.sharesOfCohorts[cohort * 5 + stream]
    for year in 0..<years {
      let net =
        curves.gross[start + year] * share - deduction[stream * years + year] * overlapScale
      benefit[year] += net
      cost[year] += curves.cost[start + year] * share
      if stream < 3 { investment[year] += curves.investment[start + year] * share }
      bank(&self, year, net)
    }
    guard layout.organisations > 0 else { return }
    var value = Lanes.zero
    for year in 0..<years {
      value +=
        (curves.gross[start + year] - curves.cost[start + year]) * compiled.discountFactors[year]
    }
    netValue[cohort * 5 + stream] = value
  }

  private func writeNation(_ factors: Factors, into table: inout DrawTable, at vector: Int) {
    var metrics = MetricLanes()
    for year in 0..<years {
      let outages = curves.outages(year: year, factors)
      metrics.add(
        benefit: benefit[year], cash: cash[year] + exchequer[year], cost: cost[year],
        investment: investment[year], outagesAvoided: outages.baseline - outages.policy,
        factor: compiled.discountFactors[year])
      table[layout.place(.yearly(0, year: year)), vector] = benefit[year]
      table[layout.place(.yearly(1, year: year)), vector] = cash[year]
      table[layout.place(.yearly(2, year: year)), vector] = benefit[year] - cost[year]
      table[layout.place(.yearly(3, year: year)), vector] = outages.policy
    }
    for (metric, value) in metrics.values.enumerated() {
      table[layout.place(.metric(metric)), vector] = value
    }
  }

  private func writeOrganisations(
    _ factors: Factors, into table: inout DrawTable, at vector: Int
  ) {
    for fan in 0..<layout.fans.count {
      for year in 0..<years {
        table[layout.place(.fan(fan, year: year)), vector] =
          benefit(layout.fans[fan], year, factors)
      }
    }
    for organisation in 0..<layout.organisations {
      table[layout.place(.finalBenefit(organisation)), vector] =
        benefit(organisation, years - 1, factors)
      table[layout.place(.npsv(organisation)), vector] = npsv(organisation, factors)
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
