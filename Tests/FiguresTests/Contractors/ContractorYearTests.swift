import Figures
import Testing

/// One rule for what a complete year is, and one for when a change is printed.
@Suite struct ContractorYearTests {
  @Test(
    arguments: [
      (12, 12, true, "12 of 12 months", []),
      (11, 11, false, "11 of 12 months", ["11 of 12 months"]),
      (
        12, 10, false, "contingent labour 12, consultancy 10 of 12 months",
        ["10 of 12 months of consultancy"]
      ),
      (
        0, 12, false, "contingent labour 0, consultancy 12 of 12 months",
        ["0 of 12 months of contingent labour"]
      ),
    ] as [(Int, Int, Bool, String, [String])])
  func aYearIsCompleteWithTwelveMonthsOfBothKinds(
    contingent: Int, consultancy: Int, isComplete: Bool, coverage: String, words: [String]
  ) throws {
    let made = MadeReturns(months: 12)
      .with(contingent..<12) { $0.contingentCost = nil }
      .with(consultancy..<12) { $0.consultancyCost = nil }
    let year = try #require(made.evidence.contractorRecord(of: "DEP")?.years.first)
    #expect(year.year.description == "2022-23" && year.isComplete == isComplete)
    #expect(year.coverage == coverage)
    #expect(year.cautions.filter { $0.kind == .incomplete }.map(\.short) == words)
    let figure = made.evidence.figure(year, of: "DEP")
    #expect(figure.formula.contains(coverage))
    #expect(
      figure.markWords == (["derived"] + words).joined(separator: ", "))
  }

  private func change(_ made: MadeReturns) -> ContractorChange? {
    made.evidence.contractorChange(of: "DEP", in: FinancialYear(first: 2023))
  }

  private func words(_ made: MadeReturns) -> String {
    switch change(made) {
    case .share: change(made)?.text ?? ""
    case .withheld(let short, _, _): short
    case nil: "none"
    }
  }

  @Test func aChangeIsGivenBetweenTwoYearsThatPass() {
    let more = MadeReturns(months: 24).with(12..<24) {
      $0.contingentCost = ($0.contingentCost ?? 0) * 1.2
    }
    #expect(words(more).hasPrefix("+1"))
    #expect(words(more.body("ONE", years: 2).balanced).hasPrefix("+1"))
    #expect(words(MadeReturns(months: 12)) == "none")
  }

  @Test func otherwiseWhatIsMissingIsSaid() {
    let made = MadeReturns(months: 24)
    #expect(words(made.with(20..<24) { $0.consultancyCost = nil }) == "8/12 months")
    #expect(words(made.with(3..<4) { $0.consultancyCost = nil }) == "2022-23 part")
    #expect(words(made.with(14..<15) { $0.contingentCost = 20 }) == "2023-24 odd")
    #expect(words(made.with(3..<4) { $0.contingentCost = 20 }) == "2022-23 odd")
    var first = made
    first.months.removeFirst(12)
    #expect(words(first) == "no 2022-23")
    let evidence = made.with(14..<15) { $0.contingentCost = 20 }.evidence
    let figure = evidence.changeFigure(of: "DEP", in: FinancialYear(first: 2023))
    #expect(
      figure?.text
        == "no change is given: what was returned for 2023-24 is odd. Contingent labour of "
        + "£20.0m in June 2023, where the median of the months around is £2.5m.")
  }

  /// A body in one of two years only makes them years of other bodies, however little it holds;
  /// one without any money does not.
  @Test(arguments: [(10.0, "other bodies"), (0.1, "other bodies"), (0, "%")])
  func twoYearsOfOtherBodiesAreNotCompared(spend: Double, expected: String) {
    let made = MadeReturns(months: 24).body("REST", years: 2)
      .body("ONE", from: 2023, years: 1) { _, row in
        (row.contingentCost, row.consultancyCost, row.nonPayrollFTE) = (spend, 0, spend * 10)
      }
    var evidence = made
    // The two years' sums agree with their bodies': only the bodies differ.
    for place in evidence.bodyYears.indices where evidence.bodyYears[place].body == "REST" {
      let year = evidence.bodyYears[place].period
      let months = evidence.months.filter { row in
        MonthlyReturns.month(row.period).map { FinancialYear(holding: $0).description } == year
      }
      let own = year == "2023-24" ? spend : 0
      (evidence.bodyYears[place].payrollFTE, evidence.bodyYears[place].nonPayrollFTE) = (4000, 300)
      evidence.bodyYears[place].payrollCost =
        months.compactMap(\.payrollCost).reduce(0, +) - (year == "2023-24" ? 60 : 0)
      evidence.bodyYears[place].contingentCost =
        months.compactMap(\.contingentCost).reduce(0, +) - own
      evidence.bodyYears[place].consultancyCost =
        months.compactMap(\.consultancyCost).reduce(0, +)
    }
    #expect(evidence.found == [])
    #expect(words(evidence).hasSuffix(expected), "\(words(evidence))")
  }

  @Test(arguments: [("2025-26", 2025), ("1999-00", 1999), ("0999-00", 999)])
  func aFinancialYearIsReadAsItIsWritten(text: String, first: Int) throws {
    let year = try #require(FinancialYear(text))
    #expect(year.first == first && year.description == text)
    #expect(FinancialYear(holding: year.months.lowerBound) == year)
    #expect(FinancialYear(holding: year.months.upperBound) == year)
    #expect(FinancialYear(holding: year.months.upperBound + 1) > year)
  }

  @Test(arguments: ["2025-27", "2025-6", "2025/26", "25-26", "", "2025-26 "])
  func whatIsNoFinancialYearIsNotRead(text: String) {
    #expect(FinancialYear(text) == nil)
  }

  /// 2011-12 may be a month or a year: a row says which it is.
  @Test func aMonthIsNotTakenForAYear() {
    var made = MadeReturns(months: 2)
    made.months[0].period = "2011-11"
    made.months[1].period = "2011-12"
    #expect(made.evidence.months(of: "DEP").map(\.isYear) == [false, false])
    #expect(made.evidence.contractorRecord(of: "DEP")?.years.map(\.year.first) == [2011])
  }
}
