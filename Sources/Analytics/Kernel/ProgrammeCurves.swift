/// What a programme brings and costs in each year for a share of one of each key, in a few draws:
/// the whole nation's amount, had every organisation these levers. £bn a year; model.md 6.1 to 6.3
/// and 6.6.
struct ProgrammeCurves {
  let years: Int
  /// Automation, channel, fraud, contractors: year after year, stream after stream.
  private(set) var gross: [Lanes]
  /// Automation, channel, fraud.
  private(set) var investment, running: [Lanes]
  /// Double running and recruitment while contractor posts are converted.
  private(set) var conversion: [Lanes]
  /// o, what the overrun and its management make of each pound of planned cost.
  private(set) var overrun = Lanes.one

  private var atClose, atBenefit: [Lanes]

  init(years: Int) {
    self.years = years
    gross = Array(repeating: .zero, count: 4 * years)
    investment = Array(repeating: .zero, count: 3 * years)
    running = investment
    conversion = Array(repeating: .zero, count: years)
    atClose = conversion
    atBenefit = conversion
  }

  mutating func evaluate(_ programme: Programme, _ factors: Factors, _ constants: Constants) {
    let mitigation = programme.levers.riskMitigation
    overrun =
      .one + (factors.costOverrun - .one) * (1 - mitigation)
      + Lanes(repeating: constants.mitigationCostRate * mitigation)
    for stream in 0..<3 { rollOut(stream, programme, factors) }
    convertPosts(programme, factors, constants)
  }

  /// One of the three streams of the £45bn.
  private mutating func rollOut(_ stream: Int, _ programme: Programme, _ factors: Factors) {
    let coverage = programme.levers.coverage[stream]
    let row = stream * years
    guard coverage != 0 else {
      for year in row..<row + years {
        (gross[year], investment[year], running[year]) = (.zero, .zero, .zero)
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
    let uncovered = Lanes(repeating: 1 - coverage)
    let reach =
      coverage == 1 ? Lanes.one : .one - power(uncovered, factors.valueConcentration)
    let full = size * reach * factors.realisation[stream]
    for year in 0..<years { gross[row + year] = full * atBenefit[year] }
    if stream == 2 { erode(programme.benefit, factors.fraudErosion, row) }

    let planned = factors.investmentPerBenefit * programme.crash * size * coverage
    let outturn = planned * overrun
    let upkeep = planned * factors.runningCostRate
    var open = Lanes.zero
    for year in 0..<years {
      investment[row + year] = outturn * (atClose[year] - open)
      running[row + year] = upkeep * open
      open = atClose[year]
    }
  }

  /// Fraud adapts: the effect of controls wears off by `(1 − fraud_erosion)^τ`.
  private mutating func erode(_ grid: YearGrid, _ erosion: Lanes, _ row: Int) {
    guard grid.first < years else { return }
    let kept = Lanes.one - erosion
    var left = power(kept, Lanes(repeating: grid.start))
    for year in grid.first..<years {
      gross[row + year] *= left
      left *= kept
    }
  }

  /// Contractor posts replaced by civil servants.
  private mutating func convertPosts(
    _ programme: Programme, _ factors: Factors, _ constants: Constants
  ) {
    let posts = Quantity<ThousandPosts>(factors.postFillRate * programme.levers.contractorPosts)
    let cost = civilServantCost(factors.digitalSalary, constants)
    let saved = posts * (cost * (factors.contractorCostMultiple - .one))
    let spent =
      posts
      * (cost * factors.handover.yearsOfWork + factors.digitalSalary * constants.recruitmentShare)
    let row = 3 * years
    for year in 0..<years {
      gross[row + year] = (saved * programme.converted[year]).lanes
      conversion[year] = (spent * programme.converting[year]).lanes
    }
  }
}

/// `w = S(1 + pension) + insurance·max(S − threshold, 0)`: a year of a civil servant paid S.
func civilServantCost(
  _ salary: Quantity<ThousandPounds>, _ constants: Constants
) -> Quantity<ThousandPounds> {
  salary * (1 + constants.pensionRate)
    + salary.excess(over: constants.insuranceThreshold) * constants.insuranceRate
}
