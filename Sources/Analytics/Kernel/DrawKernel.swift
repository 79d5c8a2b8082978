/// The kernel with books for many draws: the nation's series and metrics, and of each organisation
/// only what a run keeps.
///
/// An organisation's net benefit is its gross less its overlaps, and gross and cost are its shares
/// times the curves for a share of one. So only the overlaps, which are not linear in the shares,
/// are computed organisation by organisation: `Σ_i N_i = Σ_i G_i − overlap_scale·Σ_{i<j} ω_ij·min`.
struct DrawKernel {
  private var kernel: Kernel
  private let layout: DrawLayout
  private let plans: [OverlapPlan]
  private let compiled: CompiledScenario
  /// Overlaps of each organisation before `overlap_scale`: present value, and of one year.
  private var overlapValue, overlapYear: [Lanes]
  /// Present values of the curves of each cohort: five streams of gross less cost.
  private var netValue: [Lanes]
  private var deduction: [Lanes]

  init(_ compiled: CompiledScenario, _ layout: DrawLayout, neverNegative: Bool) {
    self.compiled = compiled
    self.layout = layout
    kernel = Kernel(compiled)
    plans = compiled.cohorts.map {
      OverlapPlan($0, compiled.shares, compiled.overlap, neverNegative: neverNegative)
    }
    let organisations = compiled.cohortOfOrganisation.count
    overlapValue = Array(repeating: .zero, count: organisations)
    overlapYear = overlapValue
    netValue = Array(repeating: .zero, count: compiled.cohorts.count * 5)
    deduction = Array(repeating: .zero, count: 5)
  }

  /// Evaluates the draws of one vector and writes them at `vector` of the table.
  mutating func evaluate(_ factors: Factors, into table: inout DrawTable, at vector: Int) {
    kernel.evaluate(factors)
    for place in overlapValue.indices { overlapValue[place] = .zero }
    for place in netValue.indices { netValue[place] = .zero }
    var metrics = MetricLanes()
    for year in 0..<compiled.years {
      let sums = nation(year, factors)
      let outages = kernel.outages(year: year, factors)
      metrics.add(
        benefit: sums.benefit, cash: sums.cash + sums.exchequer, cost: sums.cost,
        investment: sums.investment, outagesAvoided: outages.baseline - outages.policy,
        factor: compiled.discountFactors[year])
      table[layout.place(.yearly(0, year: year)), vector] = sums.benefit
      table[layout.place(.yearly(1, year: year)), vector] = sums.cash
      table[layout.place(.yearly(2, year: year)), vector] = sums.benefit - sums.cost
      table[layout.place(.yearly(3, year: year)), vector] = outages.policy
      for (fan, organisation) in layout.fans.enumerated() {
        table[layout.place(.fan(fan, year: year)), vector] = benefit(organisation, year, factors)
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

  private mutating func nation(_ year: Int, _ factors: Factors) -> Sums {
    var sums = Sums()
    let factor = compiled.discountFactors[year]
    for place in compiled.cohorts.indices {
      let cohort = compiled.cohorts[place]
      addOverlaps(place, year)
      for stream in 0..<5 {
        let gross = kernel.gross(cohort: place, stream: stream, year: year)
        let cost = kernel.cost(cohort: place, stream: stream, year: year)
        netValue[place * 5 + stream] += (gross - cost) * factor
        let net = gross * cohort.share[stream] - deduction[stream] * factors.overlapScale
        sums.benefit += net
        sums.cost += cost * cohort.share[stream]
        switch stream {
        case 0: sums.cash += factors.automationCashShare * net
        case 1: sums.cash += factors.channelCashShare * net
        case 2: sums.exchequer += factors.fraudExchequerShare * net
        case 3: sums.cash += net
        default: sums.cash += kernel.estates[place].cashShare[year] * net
        }
        if stream < 3 {
          sums.investment +=
            kernel.investment(cohort: place, stream: stream, year: year) * cohort.share[stream]
        }
      }
    }
    return sums
  }

  /// Half of each overlap to `deduction` of both streams, the whole to its organisation.
  private mutating func addOverlaps(_ cohort: Int, _ year: Int) {
    for stream in 0..<5 { deduction[stream] = .zero }
    let factor = compiled.discountFactors[year]
    for row in plans[cohort].rows {
      // The discount factor and the weight go into the curves once, not into every organisation.
      let scale = factor * row.weight
      let a = kernel.gross(cohort: cohort, stream: row.a, year: year) * scale
      let b = kernel.gross(cohort: cohort, stream: row.b, year: year) * scale
      var sum = Lanes.zero
      for place in row.organisations.indices {
        let shared = lesser(a * row.shareA[place], b * row.shareB[place])
        sum += shared
        overlapValue[row.organisations[place]] += shared
      }
      sum *= 0.5 / factor
      deduction[row.a] += sum
      deduction[row.b] += sum
    }
  }

  /// An organisation's benefit in a year.
  private func benefit(_ organisation: Int, _ year: Int, _ factors: Factors) -> Lanes {
    let cohort = compiled.cohortOfOrganisation[organisation]
    var gross: [Lanes] = []
    for stream in 0..<5 {
      gross.append(
        kernel.gross(cohort: cohort, stream: stream, year: year)
          * compiled.shares[organisation * 5 + stream])
    }
    return compiled.overlap.net(gross, scale: factors.overlapScale).reduce(.zero, +)
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
