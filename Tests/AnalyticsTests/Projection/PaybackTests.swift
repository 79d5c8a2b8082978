import Analytics
import Testing

/// When the running sum of benefit less cost is no longer below nought for good: to be at nought
/// exactly is to have paid back; model.md 6.9.
@Suite struct PaybackTests {
  /// Contractors alone over two years, in numbers that a computer holds exactly: the first year costs
  /// £0.140625bn more than it brings, and the second brings as much more than it costs.
  private func payback(multiple: Double) throws -> Double? {
    let base = try ModelInputs.fixtures()
    var (fixed, keys) = (base.fixed, base.keys)
    for (parameter, value) in [
      (FixedParameter.horizonYears, 2.0), (.employerPensionRate, 0), (.employerNIRate, 0),
      (.recruitmentShare, 0), (.conversionHalfTimeYears, 0.5),
    ] { fixed[parameter]?.value = value }
    for place in base.organisations.indices {
      keys[.contractor]?[place].value = place == 0 ? 1 : 0
    }
    let inputs = base.with(keys: keys, fixed: fixed)
    var scenario = try inputs.preset("do_nothing")
    scenario.levers[.contractorPosts] = 8
    for (assumption, value) in [
      (Assumption.contractorCostMultiple, multiple), (.digitalSalary, 62.5), (.postFillRate, 0.5),
      (.handoverMonths, 16.5),
    ] { scenario.assumptions[assumption] = ThreePoint(fixed: value) }
    let projection = Model(inputs).central(scenario)
    #expect(projection.national.netBenefit[0] < 0 && projection.national.netBenefit[1] > 0)
    return projection.metrics[.paybackYears]
  }

  @Test func atNoughtExactlyItIsPaidBack() throws {
    #expect(try payback(multiple: 1.9375) == 2)
    #expect(try payback(multiple: 1.937) == nil)
    let sooner = try #require(try payback(multiple: 1.95))
    #expect(sooner > 1 && sooner < 2)
  }
}
