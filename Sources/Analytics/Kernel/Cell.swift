/// An organisation's amounts in a year, £bn; streams in the order of `Stream.allCases`.
struct Cell {
  let gross, net: InlineArray<5, Lanes>
  let cash, exchequer, investment, running, conversion, remediation: Lanes

  var benefit: Lanes { net[0] + net[1] + net[2] + net[3] + net[4] }
  var cost: Lanes { investment + running + conversion + remediation }
}

extension Curves {
  /// One organisation in one year: the curves times its shares, less the overlaps.
  func cell(organisation: Int, year: Int, _ factors: Factors) -> Cell {
    let cohort = compiled.cohortOfOrganisation[organisation]
    let places = InlineArray<5, Int> { start(cohort, $0) + year }
    let shares = InlineArray<5, Double> { compiled.shares[organisation * 5 + $0] }
    let gross = InlineArray<5, Lanes> { self.gross[places[$0]] * shares[$0] }
    let net = compiled.overlap.net(gross, scale: factors.overlapScale)
    let rollout = { (amounts: [Lanes]) in
      (0..<3).reduce(Lanes.zero) { $0 + amounts[places[$1]] * shares[$1] }
    }
    return Cell(
      gross: gross, net: net,
      cash: factors.automationCashShare * net[0] + factors.channelCashShare * net[1] + net[3]
        + cashShare[cohort * years + year] * net[4],
      exchequer: factors.fraudExchequerShare * net[2], investment: rollout(investment),
      running: rollout(running), conversion: cost[places[3]] * shares[3],
      remediation: cost[places[4]] * shares[4])
  }
}
