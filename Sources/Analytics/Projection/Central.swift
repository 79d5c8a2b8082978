extension Model {
  /// The central case: every assumption at its P50. One evaluation, not a draw.
  public func central(_ scenario: Scenario) -> Projection {
    let compiled = compile(scenario)
    let factors = Factors { place in
      let spec = inputs.assumptions[place]
      return Lanes(repeating: scenario.assumptions[spec.id]?.p50 ?? spec.range.p50)
    }
    var curves = Curves(compiled)
    curves.evaluate(factors)
    return CentralCase(curves, factors).projection(scenario, inputs)
  }
}

/// The books of the central case: each organisation's series, and the nation's as their sum.
private struct CentralCase {
  let curves: Curves
  let factors: Factors
  let compiled: CompiledScenario

  init(_ curves: Curves, _ factors: Factors) {
    self.curves = curves
    self.factors = factors
    compiled = curves.compiled
  }

  func projection(_ scenario: Scenario, _ inputs: ModelInputs) -> Projection {
    var national = NationalLedger(years: compiled.years)
    let organisations = inputs.organisations.enumerated().map { place, organisation in
      organisationSeries(place, organisation.code, &national)
    }
    return Projection(
      scenario: scenario, years: compiled.constants.labels,
      national: series(national), metrics: metrics(national), organisations: organisations)
  }

  private func organisationSeries(
    _ place: Int, _ code: String, _ national: inout NationalLedger
  ) -> OrganisationSeries {
    let years = compiled.years
    let stock = compiled.cohortOfOrganisation[place] * years
    var gross = Streams(years)
    var net = Streams(years)
    var series = OrganisationSeries(code: code, years: years)
    for year in 0..<years {
      let cell = curves.cell(organisation: place, year: year, factors)
      for stream in 0..<5 {
        gross[stream, year] = cell.gross[stream][0]
        net[stream, year] = cell.net[stream][0]
      }
      series.benefit[year] = cell.benefit[0]
      series.cash[year] = cell.cash[0]
      series.exchequer[year] = cell.exchequer[0]
      series.cost[year] = cell.cost[0]
      series.legacyShare[year] = curves.share[stock + year][0]
      series.legacyShareBaseline[year] = curves.baseline[stock + year][0]
      national.add(cell, year)
    }
    series.gross = gross.byStream
    series.net = net.byStream
    series.npsv = presentValue(series.netBenefit, compiled.discountFactors)
    return series
  }

  private func series(_ national: NationalLedger) -> NationalSeries {
    var series = NationalSeries(years: compiled.years)
    series.benefit = national.benefit
    series.cash = national.cash
    series.exchequer = national.exchequer
    series.nonCash = compiled.rows {
      national.benefit[$0] - national.cash[$0] - national.exchequer[$0]
    }
    series.investment = national.investment
    series.running = national.running
    series.conversion = national.conversion
    series.remediation = national.remediation
    series.cost = national.cost
    series.netBenefit = compiled.rows { national.benefit[$0] - national.cost[$0] }
    series.gross = national.gross.byStream
    series.net = national.net.byStream
    series.outages = compiled.rows { curves.outages(year: $0, factors).policy[0] }
    series.outagesBaseline = compiled.rows { curves.outages(year: $0, factors).baseline[0] }
    return series
  }

  private func metrics(_ national: NationalLedger) -> MetricValues {
    var lanes = MetricLanes()
    for year in 0..<compiled.years {
      let outages = curves.outages(year: year, factors)
      lanes.add(
        benefit: Lanes(repeating: national.benefit[year]),
        cash: Lanes(repeating: national.cash[year] + national.exchequer[year]),
        cost: Lanes(repeating: national.cost[year]),
        investment: Lanes(repeating: national.investment[year]),
        outagesAvoided: outages.baseline - outages.policy, factor: compiled.discountFactors[year])
    }
    var values = MetricValues()
    for (metric, value) in zip(Metric.allCases, lanes.values) {
      values[metric] = value[0].isNaN ? nil : value[0]
    }
    return values
  }
}

extension CompiledScenario {
  fileprivate func rows(_ value: (Int) -> Double) -> [Double] { (0..<years).map(value) }
}

/// Five streams by years.
private struct Streams {
  private var values: [Double]
  private let years: Int

  init(_ years: Int) {
    self.years = years
    values = Array(repeating: 0, count: 5 * years)
  }

  subscript(stream: Int, year: Int) -> Double {
    get { values[stream * years + year] }
    set { values[stream * years + year] = newValue }
  }

  var byStream: [Stream: [Double]] {
    var result: [Stream: [Double]] = [:]
    for (place, stream) in Stream.allCases.enumerated() {
      result[stream] = Array(values[place * years..<(place + 1) * years])
    }
    return result
  }
}

/// Running sums over the organisations, in file order.
private struct NationalLedger {
  var benefit, cash, exchequer, investment, running, conversion, remediation, cost: [Double]
  var gross, net: Streams

  init(years: Int) {
    let zeros = [Double](repeating: 0, count: years)
    (benefit, cash, exchequer, investment) = (zeros, zeros, zeros, zeros)
    (running, conversion, remediation, cost) = (zeros, zeros, zeros, zeros)
    gross = Streams(years)
    net = gross
  }

  mutating func add(_ cell: Cell, _ year: Int) {
    benefit[year] += cell.benefit[0]
    cash[year] += cell.cash[0]
    exchequer[year] += cell.exchequer[0]
    investment[year] += cell.investment[0]
    running[year] += cell.running[0]
    conversion[year] += cell.conversion[0]
    remediation[year] += cell.remediation[0]
    cost[year] += cell.cost[0]
    for stream in 0..<5 {
      gross[stream, year] += cell.gross[stream][0]
      net[stream, year] += cell.net[stream][0]
    }
  }
}
