/// The means over the draws of a run, from its sums: what is the same for a share of one in all
/// organisations is made theirs here.
struct Means {
  private let compiled: CompiledScenario
  private let layout: DrawLayout
  private let sums: DrawSums
  private let count: Double
  private let years: Int

  /// - Parameter run: of the scenario, with at least one draw.
  init(_ run: Run, _ compiled: CompiledScenario) {
    self.compiled = compiled
    layout = run.layout
    sums = run.sums
    count = Double(run.count)
    years = run.layout.years
  }

  /// The account of expected values; what the summaries have is taken from them, to the last bit.
  func account(_ uncertainty: Uncertainty, _ organisations: [Organisation]) -> Account {
    let labels = compiled.constants.labels
    var metrics = MetricValues()
    for metric in Metric.allCases { metrics[metric] = uncertainty.metrics[metric]?.mean }
    return Account(
      basis: .expected, years: labels, national: national(uncertainty), metrics: metrics,
      organisations: organisations.indices.map { place in
        organisation(place, organisations[place].code, uncertainty.organisations[place])
      },
      legacyPremium: compiled.cohorts.indices.reduce(0) { sum, cohort in
        sum + compiled.sharesOfCohorts[cohort * 5 + 4] * mean(sums.premium[cohort])
      })
  }

  private func national(_ uncertainty: Uncertainty) -> NationalSeries {
    func means(_ series: YearlySeries) -> [Double] {
      (uncertainty.yearly[series] ?? []).map { $0.mean ?? 0 }
    }
    var series = NationalSeries(years: years)
    series.benefit = means(.benefit)
    series.cash = means(.cash)
    series.netBenefit = means(.netBenefit)
    series.outages = means(.outages)
    series.exchequer = byYear { mean(sums.exchequer[$0]) }
    series.nonCash = byYear { series.benefit[$0] - series.cash[$0] - series.exchequer[$0] }
    series.investment = byYear { mean(sums.investment[$0]) }
    series.outagesBaseline = byYear { mean(sums.outagesBaseline[$0]) }
    for (place, stream) in Stream.allCases.enumerated() {
      series.net[stream] = byYear { mean(sums.net[place * years + $0]) }
      series.gross[stream] = byYear { year in inAll(place) { mean(sums.gross[$0 + year]) } }
    }
    series.conversion = byYear { year in inAll(3) { mean(sums.cost[$0 + year]) } }
    series.remediation = byYear { year in inAll(4) { mean(sums.cost[$0 + year]) } }
    let rollout = byYear { year in
      (0..<3).reduce(0) { sum, stream in sum + inAll(stream) { mean(sums.cost[$0 + year]) } }
    }
    series.running = byYear { rollout[$0] - series.investment[$0] }
    series.cost = byYear { rollout[$0] + series.conversion[$0] + series.remediation[$0] }
    return series
  }

  private func organisation(
    _ place: Int, _ code: String, _ summaries: OrganisationUncertainty
  ) -> OrganisationAccount {
    let stock = compiled.cohortOfOrganisation[place] * years
    let last = years - 1
    let cost = byYear { year in
      (0..<5).reduce(0) { sum, stream in sum + own(place, stream, sums.cost, year) }
    }
    var account = OrganisationAccount(
      code: code, benefit: summaries.finalBenefit.mean ?? 0, cash: mean(sums.lastCash[place]),
      exchequer: mean(sums.lastExchequer[place]), cost: cost[last], npsv: summaries.npsv.mean ?? 0,
      legacyShare: byYear { mean(sums.share[stock + $0]) },
      legacyShareBaseline: byYear { mean(sums.baseline[stock + $0]) })
    for (kept, sum) in zip(layout.cash, sums.cash) where kept.organisation == place {
      account.cashKept[kept.year] = kept.year == last ? account.cash : mean(sum)
    }
    guard let fan = layout.fans.firstIndex(of: place) else { return account }
    var series = OrganisationSeries(code: code, years: years)
    series.benefit = summaries.benefit.map { $0.mean ?? 0 }
    series.cash = byYear { mean(sums.fanCash[fan * years + $0]) }
    series.exchequer = byYear { mean(sums.fanExchequer[fan * years + $0]) }
    series.cost = cost
    for (stream, name) in Stream.allCases.enumerated() {
      series.gross[name] = byYear { own(place, stream, sums.gross, $0) }
      series.net[name] = byYear { mean(sums.fanNet[(5 * fan + stream) * years + $0]) }
    }
    (series.legacyShare, series.legacyShareBaseline) = (
      account.legacyShare, account.legacyShareBaseline
    )
    series.npsv = account.npsv
    // One number has one value, to the last bit.
    (series.cash[last], series.exchequer[last]) = (account.cash, account.exchequer)
    account.series = series
    return account
  }

  private func byYear(_ value: (Int) -> Double) -> [Double] { (0..<years).map(value) }

  private func mean(_ sum: Lanes) -> Double { sum.sum() / count }

  /// An organisation's share of a row of the curves in a year.
  private func own(_ organisation: Int, _ stream: Int, _ rows: [Lanes], _ year: Int) -> Double {
    let row = compiled.row(compiled.cohortOfOrganisation[organisation], stream)
    return mean(rows[row * years + year]) * compiled.shares[organisation * 5 + stream]
  }

  /// The sum over cohorts of their share of a stream's row; `value` is asked by where it begins.
  private func inAll(_ stream: Int, _ value: (Int) -> Double) -> Double {
    compiled.cohorts.indices.reduce(0) { sum, cohort in
      sum + compiled.sharesOfCohorts[cohort * 5 + stream]
        * value(compiled.row(cohort, stream) * years)
    }
  }
}
