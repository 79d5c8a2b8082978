extension Curves {
  /// One of the three streams of the £45bn; model.md 6.1, 6.2 and 6.6.
  mutating func rollOut(
    _ stream: Int, _ programme: Programme, overrun: Lanes, _ factors: Factors, row: Int
  ) {
    let first = row * years
    let coverage = programme.levers.coverage[stream]
    guard coverage != 0 else {
      for place in first..<first + years {
        (gross[place], cost[place]) = (.zero, .zero)
        (investment[place], running[place]) = (.zero, .zero)
      }
      return
    }
    // T = years to half · π · (1 + schedule_overrun)
    let halfTime =
      factors.yearsToHalf[stream] * programme.levers.pace * (.one + factors.scheduleOverrun)
    let adoption = Adoption(halfTime: halfTime.lanes, shape: factors.adoptionShape)
    adoption.write(programme.close, into: &atClose)
    adoption.write(programme.benefit, into: &atBenefit)

    let size = factors.potential[stream]
    let reach =
      coverage == 1
      ? Lanes.one : .one - power(Lanes(repeating: 1 - coverage), factors.valueConcentration)
    let full = size * reach * factors.realisation[stream]
    let planned = factors.investmentPerBenefit * programme.crash * size * coverage
    let outturn = planned * overrun
    let upkeep = planned * factors.runningCostRate
    var open = Lanes.zero
    for year in 0..<years {
      gross[first + year] = full * atBenefit[year]
      let spent = outturn * (atClose[year] - open)
      let kept = upkeep * open
      investment[first + year] = spent
      running[first + year] = kept
      cost[first + year] = spent + kept
      open = atClose[year]
    }
    if stream == 2 { erode(programme.benefit, factors.fraudErosion, first) }
  }

  /// Fraud adapts: the effect of controls wears off by `(1 − fraud_erosion)^τ`.
  private mutating func erode(_ grid: YearGrid, _ erosion: Lanes, _ first: Int) {
    guard grid.first < years else { return }
    let kept = Lanes.one - erosion
    var left = power(kept, Lanes(repeating: grid.start))
    for year in grid.first..<years {
      gross[first + year] *= left
      left *= kept
    }
  }
}
