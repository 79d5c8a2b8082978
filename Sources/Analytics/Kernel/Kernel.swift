/// The equations of model.md section 6 on a few draws side by side. One evaluation of the central
/// case and any number of draws go through the same code.
struct Kernel {
  let compiled: CompiledScenario
  private(set) var programmes: [ProgrammeCurves]
  /// One for each cohort.
  private(set) var estates: [EstateCurves]

  init(_ compiled: CompiledScenario) {
    self.compiled = compiled
    programmes = compiled.programmes.map { _ in ProgrammeCurves(years: compiled.years) }
    estates = compiled.cohorts.map { _ in EstateCurves(years: compiled.years) }
  }

  /// Everything that organisations share: the curves for a share of one.
  mutating func evaluate(_ factors: Factors) {
    for place in programmes.indices {
      programmes[place].evaluate(compiled.programmes[place], factors, compiled.constants)
    }
    for (place, cohort) in compiled.cohorts.enumerated() {
      estates[place].evaluate(
        cohort.estate, compiled.programmes[cohort.programme],
        overrun: programmes[cohort.programme].overrun, factors, compiled.constants)
    }
  }

  /// Gross benefit of a stream for a share of one; streams in the order of `Stream.allCases`.
  @inline(__always)
  func gross(cohort: Int, stream: Int, year: Int) -> Lanes {
    guard stream < 4 else { return estates[cohort].gross[year] }
    return programmes[compiled.cohorts[cohort].programme].gross[stream * compiled.years + year]
  }

  /// Everything that a stream costs for a share of one.
  @inline(__always)
  func cost(cohort: Int, stream: Int, year: Int) -> Lanes {
    let curves = programmes[compiled.cohorts[cohort].programme]
    switch stream {
    case 0..<3:
      let place = stream * compiled.years + year
      return curves.investment[place] + curves.running[place]
    case 3: return curves.conversion[year]
    default: return estates[cohort].remediation[year]
    }
  }

  @inline(__always)
  func investment(cohort: Int, stream: Int, year: Int) -> Lanes {
    programmes[compiled.cohorts[cohort].programme].investment[stream * compiled.years + year]
  }

  /// Critical outages a year at NHS England, with the policy and without.
  @inline(__always)
  func outages(year: Int, _ factors: Factors) -> (policy: Lanes, baseline: Lanes) {
    let estate = estates[compiled.outageCohort]
    let first = estate.share[0]
    return (
      Analytics.outages(estate.share[year], first: first, factors),
      Analytics.outages(estate.baseline[year], first: first, factors)
    )
  }

  /// One organisation in one year.
  func cell(organisation: Int, year: Int, _ factors: Factors) -> Cell {
    let place = compiled.cohortOfOrganisation[organisation]
    let curves = programmes[compiled.cohorts[place].programme]
    let estate = estates[place]
    let years = compiled.years
    let shares = compiled.shares[organisation * 5..<organisation * 5 + 5]
    let base = shares.startIndex
    var gross = (0..<4).map { curves.gross[$0 * years + year] * shares[base + $0] }
    gross.append(estate.gross[year] * shares[base + 4])
    var investment = Lanes.zero
    var running = Lanes.zero
    for stream in 0..<3 {
      investment += curves.investment[stream * years + year] * shares[base + stream]
      running += curves.running[stream * years + year] * shares[base + stream]
    }
    let net = compiled.overlap.net(gross, scale: factors.overlapScale)
    return Cell(
      gross: gross, net: net,
      cash: factors.automationCashShare * net[0] + factors.channelCashShare * net[1] + net[3]
        + estate.cashShare[year] * net[4],
      exchequer: factors.fraudExchequerShare * net[2],
      investment: investment, running: running,
      conversion: curves.conversion[year] * shares[base + 3],
      remediation: estate.remediation[year] * shares[base + 4])
  }

  /// An organisation's amounts in a year, £bn; streams in the order of `Stream.allCases`.
  struct Cell {
    let gross, net: [Lanes]
    let cash, exchequer, investment, running, conversion, remediation: Lanes

    var benefit: Lanes { net[0] + net[1] + net[2] + net[3] + net[4] }
    var cost: Lanes { investment + running + conversion + remediation }
  }
}
