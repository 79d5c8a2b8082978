import Analytics

/// How cost grows with draws, with organisations and with years: each is halved and doubled by
/// itself, with every organisation kept, on one thread.
func measureCost(_ inputs: ModelInputs, _ scenario: Scenario) {
  Report.heading("What the draws cost, without quantiles: linear in each size")
  for count in [2_048, 4_096, 8_192] { measureRun(inputs, scenario, draws: count, "draws") }
  for count in [13, 26, 52] {
    measureRun(inputs.resized(organisations: count), scenario, draws: 4_096, "organisations")
  }
  for count in [8, 16, 32] {
    measureRun(inputs.resized(years: count), scenario, draws: 4_096, "years")
  }
}

private func measureRun(
  _ inputs: ModelInputs, _ scenario: Scenario, draws: Int, _ size: String
) {
  let model = Model(inputs)
  let sample = model.sample(scenario, model.draws(draws, seed: inputs.seed))
  let changed =
    switch size {
    case "draws": draws
    case "years": model.years.count
    default: inputs.organisations.count
    }
  Report.line(
    "\(changed) \(size)",
    Measurement(runs: 40) { consume(model.run(scenario, sample, threads: 1)) })
}

extension ModelInputs {
  /// The same with the first organisations only, or all of them over and over, and another horizon.
  fileprivate func resized(organisations count: Int? = nil, years: Int? = nil) -> ModelInputs {
    let count = count ?? organisations.count
    var kept = (0..<count).map { $0 % organisations.count }
    // The outages of NHS England are modelled, so it always stays.
    if let nhs = organisations.firstIndex(where: { $0.code == "NHS" }), !kept.contains(nhs) {
      kept[0] = nhs
    }
    var fixed = fixed
    if let years { fixed[.horizonYears]?.value = Double(years) }
    return ModelInputs(
      name: name, version: version,
      organisations: kept.enumerated().map { turn, place in
        var organisation = organisations[place]
        if turn >= organisations.count { organisation.code += "_\(turn)" }
        return organisation
      },
      keys: keys.mapValues { cells in kept.map { cells[$0] } }, assumptions: assumptions,
      levers: levers, presets: presets, fixed: fixed, seed: seed, overlaps: overlaps,
      discounting: discounting, schedules: schedules)
  }
}
