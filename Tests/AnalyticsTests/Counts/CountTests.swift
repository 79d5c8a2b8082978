import Analytics
import Figures
import Testing

/// Against the tables under Validation; tolerances are those of its README.
@Suite struct CountTests {
  @Test func exactIntervals() throws {
    let rows = try CSV("Validation", "poisson_ci_computed.csv").rows
    #expect(rows.count == 41)
    for row in rows {
      for (confidence, suffix) in [(0.95, "95"), (0.8, "80")] {
        let found = poissonInterval(
          count: Int(try row.number("count")), level: confidence)
        #expect(
          agree(found.lower, try row.number("lower" + suffix), relative: 1e-10, absolute: 0))
        #expect(
          agree(found.upper, try row.number("upper" + suffix), relative: 1e-10, absolute: 0))
      }
    }
  }

  @Test func intervalsAsPrinted() throws {
    for row in try CSV("Validation", "poisson_ci_printed.csv").rows {
      let isRate = row["count"]?.hasPrefix("5 events") == true
      let exposure = isRate ? 94.32 : 1
      let found = poissonInterval(
        count: isRate ? 5 : Int(try row.number("count")), level: try row.number("confidence"))
      for (limit, column) in [(found.lower, "lower"), (found.upper, "upper")] {
        let digits = try row.text(column).split(separator: ".").dropFirst().first?.count ?? 0
        let half = (0..<digits).reduce(0.5) { half, _ in half / 10 }
        #expect(abs(limit / exposure - (try row.number(column))) <= half * 1.0001, "\(row)")
      }
    }
  }

  @Test func rateOfTheYear2024() {
    let interval = poissonInterval(count: 123, level: 0.95)
    #expect(agree(interval.lower, 102.225025, relative: 1e-8, absolute: 0))
    #expect(agree(interval.upper, 146.756420, relative: 1e-8, absolute: 0))
  }

  @Test func posteriorRates() throws {
    let rows = try CSV("Validation", "jeffreys_gamma_computed.csv").rows
    #expect(rows.count == 8)
    for row in rows {
      let prediction = CountPrediction(count: Int(try row.number("count")))
      for (probability, column) in [(0.1, "p10"), (0.5, "p50"), (0.9, "p90")] {
        let found = prediction.rateQuantile(probability)
        #expect(agree(found, try row.number(column), relative: 1e-9, absolute: 0))
      }
    }
  }

  @Test func nextYearsCount() throws {
    let rows = try CSV("Validation", "negative_binomial_predictive_computed.csv").rows
    #expect(rows.count == 5)
    for row in rows {
      let prediction = CountPrediction(count: 123, rateFactor: try row.number("rate_factor"))
      for (probability, column) in [(0.05, "p5"), (0.5, "p50"), (0.95, "p95")] {
        #expect(Double(prediction.countQuantile(probability)) == (try row.number(column)))
      }
      #expect(agree(prediction.mean, try row.number("mean"), relative: 1e-9, absolute: 0))
      #expect(agree(prediction.sd, try row.number("sd"), relative: 1e-9, absolute: 0))
    }
  }

  @Test func nextYearsRange() {
    #expect(nextYearCount(count: 123, rateFactor: 1, level: 0.9) == (99, 150))
  }

  @Test func nothingIsPredictedFromARateOfZero() {
    #expect(CountPrediction(count: 5, rateFactor: 0).countQuantile(0.95) == 0)
  }
}

@Suite struct RedListTests {
  private func rate(_ p10: Double, _ p50: Double, _ p90: Double) -> RedListRate {
    RedListRate(
      flow: .found, label: "", unit: "", p10: p10, p50: p50, p90: p90, minimum: 0.1,
      maximum: 1000, mark: .modelled, source: "", rationale: "")
  }

  @Test func clearsWhereMoreIsFixedThanFound() throws {
    let list = RedList(now: 60, found: rate(20, 20, 20), fixed: rate(40, 40, 40))
    #expect(list.centralYearsToClear == 3)
    #expect([0, 1, 3, 9].map { list.central(after: $0) } == [60, 40, 0, 0])
    let outlook = list.outlook(draws: 64, seed: 1, years: 4)
    #expect(outlook.shareNeverClear == 0)
    #expect(outlook.yearsToClear.p10 == 3 && outlook.yearsToClear.p90 == 3)
    #expect(outlook.byYear.map(\.p50) == [60, 40, 20, 0, 0])
  }

  @Test func neverClearsWhereNoMoreIsFixed() {
    let list = RedList(now: 60, found: rate(40, 40, 40), fixed: rate(40, 40, 40))
    #expect(list.centralYearsToClear == nil)
    let outlook = list.outlook(draws: 64, seed: 1, years: 1)
    #expect(outlook.shareNeverClear == 1)
    #expect(outlook.yearsToClear == Summary())
  }

  /// Every year's summary is that of the numbers themselves: what is in order for one year is in
  /// order for all.
  @Test func yearsAreSummariesOfWhatIsLeft() {
    let (found, fixed) = (rate(20, 40, 80), rate(30, 45, 60))
    let outlook = RedList(now: 60, found: found, fixed: fixed)
      .outlook(draws: 512, seed: 7, years: 9)
    // A list so long that nothing is cut off at 0 tells each draw's growth.
    let long = RedList(now: 0, found: found, fixed: rate(0.001, 0.001, 0.001))
      .outlook(draws: 512, seed: 7, years: 9)
    for year in 0...9 {
      let (here, there) = (outlook.byYear[year], long.byYear[year])
      let all = [here.p5, here.p10, here.p25, here.p50, here.p75, here.p90, here.p95]
        .compactMap(\.self)
      #expect(all.count == 7 && all == all.sorted() && all[0] >= 0)
      #expect(year > 0 || (all.allSatisfy { $0 == 60 } && here.mean == 60 && here.sd == 0))
      // Nothing but a factor parts the years of what only grows.
      let scale = Double(year)
      #expect(abs((there.p90 ?? -1) - scale * (long.byYear[1].p90 ?? -1)) < 1e-9 * max(scale, 1))
      #expect(abs((there.mean ?? -1) - scale * (long.byYear[1].mean ?? -1)) < 1e-9 * max(scale, 1))
    }
  }

  /// With the same range for both, half of the draws never clear.
  @Test func chanceDecidesBetweenEqualRates() throws {
    let outlook = RedList(now: 60, found: rate(20, 40, 80), fixed: rate(20, 40, 80))
      .outlook(draws: 4096, seed: 20_250_121, years: 1)
    #expect(abs(try #require(outlook.shareNeverClear) - 0.5) < 0.01)
  }
}
