/// The curves with books for many draws: the nation's series and metrics, and of each organisation
/// only what a run keeps.
///
/// Means over the draws are gathered beside the columns (``DrawSums``).
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
  /// The shares of the organisations that a row of the curves stands for, together.
  private let shareOfRow: [Double]
  /// What overlaps take from each row of the curves by year, before `overlap_scale`.
  private var deduction: [Lanes]
  /// Present value of each organisation's overlaps, before `overlap_scale`.
  private var overlapValue: [Lanes]
  /// Present value of gross less cost of each row, for a share of one.
  private var netValue: [Lanes]

  init(_ compiled: CompiledScenario, _ layout: DrawLayout, neverNegative: Bool) {
    self.compiled = compiled
    self.layout = layout
    years = compiled.years
    curves = Curves(compiled)
    plan = OverlapPlan(compiled, neverNegative: neverNegative)
    var shareOfRow = Array(repeating: 0.0, count: curves.rows)
    for cohort in compiled.cohorts.indices {
      for stream in 0..<5 {
        shareOfRow[curves.row(cohort, stream)] += compiled.sharesOfCohorts[cohort * 5 + stream]
      }
    }
    self.shareOfRow = shareOfRow
    deduction = Array(repeating: .zero, count: curves.rows * compiled.years)
    overlapValue = Array(repeating: .zero, count: compiled.cohortOfOrganisation.count)
    netValue = Array(repeating: .zero, count: curves.rows)
  }

  /// Nothing summed yet.
  var noSums: DrawSums {
    DrawSums(layout, rows: curves.rows, cohorts: compiled.cohorts.count)
  }

  /// Evaluates the draws of one vector and writes them at `vector` of the table.
  ///
  /// - Parameter sums: what the draws are added to, where organisations are kept.
  mutating func evaluate(
    _ factors: Factors, into table: inout DrawTable, at vector: Int, adding sums: inout DrawSums
  ) {
    curves.evaluate(factors)
    addOverlaps()
    writeNation(factors, into: &table, at: vector, adding: &sums)
    guard layout.organisations > 0 || !layout.fans.isEmpty || !layout.cash.isEmpty else { return }
    sumValues()
    sumCurves(into: &sums)
    writeOrganisations(factors, into: &table, at: vector, adding: &sums)
  }

  /// Half of each overlap to `deduction` of both streams, the whole to its organisation.
  private mutating func addOverlaps() {
    for place in deduction.indices { deduction[place] = .zero }
    for place in overlapValue.indices { overlapValue[place] = .zero }
    for row in plan.rows {
      let (startA, startB) = (row.a * years, row.b * years)
      for year in 0..<years {
        // The discount factor and the weight go into the curves once, not into each organisation.
        let factor = compiled.discountFactors[year]
        let scale = factor * row.weight
        let a = curves.gross[startA + year] * scale
        let b = curves.gross[startB + year] * scale
        let sum = overlaps(row, a, b) * (0.5 / factor)
        deduction[startA + year] += sum
        deduction[startB + year] += sum
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

  /// The nation's amounts, year by year.
  private func writeNation(
    _ factors: Factors, into table: inout DrawTable, at vector: Int, adding sums: inout DrawSums
  ) {
    let programmes = compiled.programmes.count
    let cohorts = compiled.cohorts.count
    var metrics = MetricLanes()
    for year in 0..<years {
      var (benefit, cash, cost) = (Lanes.zero, Lanes.zero, Lanes.zero)
      var (exchequer, investment) = (Lanes.zero, Lanes.zero)
      for programme in 0..<programmes {
        let row = 4 * programme
        let net = (
          net(row, year, factors), net(row + 1, year, factors), net(row + 2, year, factors),
          net(row + 3, year, factors)
        )
        benefit += net.0 + net.1 + net.2 + net.3
        cash += factors.automationCashShare * net.0 + factors.channelCashShare * net.1 + net.3
        exchequer += factors.fraudExchequerShare * net.2
        for row in row..<row + 4 { cost += curves.cost[row * years + year] * shareOfRow[row] }
        for row in row..<row + 3 {
          investment += curves.investment[row * years + year] * shareOfRow[row]
        }
        sums.net[year] += net.0
        sums.net[years + year] += net.1
        sums.net[2 * years + year] += net.2
        sums.net[3 * years + year] += net.3
      }
      for cohort in 0..<cohorts {
        let row = 4 * programmes + cohort
        let net = net(row, year, factors)
        benefit += net
        sums.net[4 * years + year] += net
        cash += curves.cashShare[cohort * years + year] * net
        cost += curves.cost[row * years + year] * shareOfRow[row]
      }
      let outages = curves.outages(year: year, factors)
      metrics.add(
        benefit: benefit, cash: cash + exchequer, cost: cost, investment: investment,
        outagesAvoided: outages.baseline - outages.policy,
        factor: compiled.discountFactors[year])
      sums.exchequer[year] += exchequer
      sums.investment[year] += investment
      sums.outagesBaseline[year] += outages.baseline
      table[layout.place(.yearly(0, year: year)), vector] = benefit
      table[layout.place(.yearly(1, year: year)), vector] = cash
      table[layout.place(.yearly(2, year: year)), vector] = benefit - cost
      table[layout.place(.yearly(3, year: year)), vector] = outages.policy
    }
    for (metric, value) in metrics.values.enumerated() {
      table[layout.place(.metric(metric)), vector] = value
    }
  }

  /// Net benefit of all that a row of the curves stands for.
  @inline(__always)
  private func net(_ row: Int, _ year: Int, _ factors: Factors) -> Lanes {
    let place = row * years + year
    return curves.gross[place] * shareOfRow[row] - deduction[place] * factors.overlapScale
  }

  private mutating func sumValues() {
    for row in netValue.indices {
      var value = Lanes.zero
      for year in 0..<years {
        let place = row * years + year
        value += (curves.gross[place] - curves.cost[place]) * compiled.discountFactors[year]
      }
      netValue[row] = value
    }
  }

  private func sumCurves(into sums: inout DrawSums) {
    for place in sums.gross.indices {
      sums.gross[place] += curves.gross[place]
      sums.cost[place] += curves.cost[place]
    }
    for place in sums.share.indices {
      sums.share[place] += curves.share[place]
      sums.baseline[place] += curves.baseline[place]
    }
    for place in sums.premium.indices { sums.premium[place] += curves.premium[place] }
  }

  private func writeOrganisations(
    _ factors: Factors, into table: inout DrawTable, at vector: Int, adding sums: inout DrawSums
  ) {
    for fan in 0..<layout.fans.count {
      for year in 0..<years {
        table[layout.place(.fan(fan, year: year)), vector] =
          amounts(layout.fans[fan], year, factors).benefit
        let cell = curves.cell(organisation: layout.fans[fan], year: year, factors)
        for stream in 0..<5 {
          sums.fanNet[(5 * fan + stream) * years + year] += cell.net[stream]
        }
        sums.fanCash[fan * years + year] += cell.cash
        sums.fanExchequer[fan * years + year] += cell.exchequer
      }
    }
    for (place, kept) in layout.cash.enumerated() {
      sums.cash[place] +=
        curves.cell(organisation: kept.organisation, year: kept.year, factors).cash
    }
    for organisation in 0..<layout.organisations {
      let last = amounts(organisation, years - 1, factors)
      table[layout.place(.finalBenefit(organisation)), vector] = last.benefit
      table[layout.place(.npsv(organisation)), vector] = npsv(organisation, factors)
      sums.lastCash[organisation] += last.cash
      sums.lastExchequer[organisation] += last.exchequer
    }
  }

  /// An organisation's benefit in a year, and what of it is cash and the Exchequer's.
  @inline(__always)
  private func amounts(
    _ organisation: Int, _ year: Int, _ factors: Factors
  ) -> (benefit: Lanes, cash: Lanes, exchequer: Lanes) {
    let cohort = compiled.cohortOfOrganisation[organisation]
    func gross(_ stream: Int) -> Lanes {
      curves.gross[curves.start(cohort, stream) + year]
        * compiled.shares[organisation * 5 + stream]
    }
    let cashShares: InlineArray<5, Lanes> = [
      factors.automationCashShare, factors.channelCashShare, .zero, .one,
      curves.cashShare[cohort * years + year],
    ]
    var benefit = gross(0) + gross(1) + gross(2) + gross(3) + gross(4)
    var fraud = gross(2)
    var cash = cashShares[0] * gross(0) + cashShares[1] * gross(1) + gross(3)
    cash += cashShares[4] * gross(4)
    for pair in compiled.overlap.pairs {
      let taken = factors.overlapScale * pair.weight * lesser(gross(pair.a), gross(pair.b))
      benefit -= taken
      cash -= 0.5 * (cashShares[pair.a] + cashShares[pair.b]) * taken
      if pair.a == 2 || pair.b == 2 { fraud -= 0.5 * taken }
    }
    return (benefit, cash, factors.fraudExchequerShare * fraud)
  }

  private func npsv(_ organisation: Int, _ factors: Factors) -> Lanes {
    let cohort = compiled.cohortOfOrganisation[organisation]
    var value = Lanes.zero
    for stream in 0..<5 {
      value +=
        netValue[curves.row(cohort, stream)] * compiled.shares[organisation * 5 + stream]
    }
    return value - overlapValue[organisation] * factors.overlapScale
  }
}
