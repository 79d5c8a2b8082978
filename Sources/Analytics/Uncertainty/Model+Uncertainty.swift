extension Model {
  /// What the draws say of a scenario; nil once `isCancelled`. Without draws there is no
  /// uncertainty to speak of: nil too.
  public func uncertainty(
    _ scenario: Scenario, draws: Int, seed: UInt64, detail: Detail = Detail(), threads: Int = 2,
    isCancelled: @Sendable () -> Bool = { false }
  ) -> Uncertainty? {
    let sample = sample(scenario, self.draws(draws, seed: seed))
    return run(
      scenario, sample, detail: detail, threads: threads, isCancelled: isCancelled
    ).flatMap { uncertainty($0, threads: threads) }
  }

  /// The summaries of a run; nil where it has no draws.
  public func uncertainty(_ run: Run, threads: Int = 2) -> Uncertainty? {
    guard run.count > 0 else { return nil }
    let layout = run.layout
    let years = layout.years
    let summaries = parallel(layout.columns, threads: threads) { Summary(run.column($0)) }
    func by(_ column: DrawLayout.Column) -> Summary { summaries[layout.place(column)] }
    let share = { (metric: Metric, counts: (Double) -> Bool) in
      Double(run[metric].count(where: counts)) / Double(run.count)
    }
    var yearly: [YearlySeries: [Summary]] = [:]
    for (place, series) in YearlySeries.allCases.enumerated() {
      yearly[series] = (0..<years).map { by(.yearly(place, year: $0)) }
    }
    var metrics: [Metric: Summary] = [:]
    for (place, metric) in Metric.allCases.enumerated() { metrics[metric] = by(.metric(place)) }
    var uncertainty = Uncertainty(
      draws: run.count, seed: run.seed, yearly: yearly, metrics: metrics,
      probabilityNPSVPositive: share(.npsv) { $0 > 0 },
      probabilityPayback: share(.paybackYears) { !$0.isNaN },
      organisations: (0..<layout.organisations).map { place in
        let fan = layout.fans.firstIndex(of: place)
        return OrganisationUncertainty(
          code: inputs.organisations[place].code, finalBenefit: by(.finalBenefit(place)),
          npsv: by(.npsv(place)),
          benefit: fan.map { fan in (0..<years).map { by(.fan(fan, year: $0)) } } ?? [])
      })
    if layout.organisations > 0 {
      uncertainty.expected =
        Means(run, compile(run.scenario)).account(uncertainty, inputs.organisations)
    }
    return uncertainty
  }
}
