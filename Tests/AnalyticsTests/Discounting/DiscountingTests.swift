import Analytics
import Testing

/// Against the tables under Validation; tolerances are those of its README.
@Suite struct DiscountingTests {
  @Test(arguments: ["standard", "health", "reduced"])
  func factorsOfASchedule(schedule: String) throws {
    let rows = try CSV("Validation", "green_book_discount_factors_computed.csv").rows
    let found = try ModelInputs.fixtures().discountFactors(.schedule(schedule), years: 126)
    #expect(rows.count == 126)
    for (row, factor) in zip(rows, found) {
      #expect(agree(factor, try row.number(schedule), relative: 1e-14, absolute: 0))
    }
  }

  @Test(arguments: [("A1_standard_3.5pc", "standard"), ("A2_health_1.5pc", "health")])
  func factorsAsPrinted(column: String, schedule: String) throws {
    let rows = try CSV("Validation", "green_book_discount_factors_printed.csv").rows
    let found = try ModelInputs.fixtures().discountFactors(.schedule(schedule), years: 31)
    #expect(rows.count == 31)
    for (row, factor) in zip(rows, found) {
      #expect((factor * 1e4).rounded() == (try row.number(column) * 1e4).rounded())
    }
  }

  @Test(arguments: ["standard", "health", "reduced"])
  func bandsAsPrinted(schedule: String) throws {
    let rows = try CSV("Validation", "green_book_rate_bands_printed.csv").rows
    let factors = try ModelInputs.fixtures().discountFactors(.schedule(schedule), years: 302)
    for row in rows {
      let rate = try #require(Double(try row.text(schedule).dropLast())) / 100
      let first = max(1, Int(try row.number("from_year")))
      let last = Int(row["to_year"] ?? "") ?? 301
      for year in [first, last] {
        #expect(agree(factors[year - 1] / factors[year] - 1, rate, relative: 1e-9, absolute: 0))
      }
    }
  }

  @Test func cumulativeFactorsAsPrinted() throws {
    let inputs = try ModelInputs.fixtures()
    for row in try CSV("Validation", "cumulative_pv_printed.csv").rows {
      let factors = inputs.discountFactors(
        .flat(try row.number("rate_percent") / 100),
        years: Int(try row.number("payments_from_year_0")))
      let sum = factors.reduce(0, +)
      #expect(abs(sum - (try row.number("sum_of_factors"))) < 0.0005 + 1e-9)
    }
  }

  @Test func publishedValuesAndRates() throws {
    for row in try CSV("Validation", "npv_irr_printed.csv").rows {
      let amounts = try row.text("cashflow_from_year_0").split(separator: " ").compactMap {
        Double($0)
      }
      let printed = try row.number("printed")
      switch row["function"] {
      case "npv":
        let found = netPresentValue(amounts, rate: try row.number("rate"))
        #expect(agree(found, printed, relative: 1e-12, absolute: 0))
      case "irr":
        let found = try #require(internalRateOfReturn(amounts))
        let digits = try row.text("printed").split(separator: ".").last?.count ?? 0
        let half = (0..<digits).reduce(0.5) { half, _ in half / 10 }
        #expect(abs(found - printed) <= max(half, 1e-9), "\(row)")
      default:
        // Factors of three printed digits: the sum is that of the printed line.
        let factors = [1, 0.971, 0.943, 0.915, 0.888, 0.863]
        let sum = zip(amounts, factors).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(sum - printed) < 25)
        #expect(abs(netPresentValue(amounts, rate: 0.03) - printed) < 40)
      }
    }
    #expect(internalRateOfReturn([1, 1]) == nil)
  }
}
