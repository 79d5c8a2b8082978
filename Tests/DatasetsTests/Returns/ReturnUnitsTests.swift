import Testing

@testable import Datasets

/// Units in which the numbers of a return would be wrong by a power of ten.
@Suite struct ReturnUnitsTests {
  @Test(arguments: [
    ("Total paybill (£000)", "£000"), ("Total paybill £'000", "£'000"), ("£000s", "£000s"),
    ("Paybill £k", "£k"), ("Total paybill £m", "£m"), ("Paybill, £ million", "£ million"),
    ("Pay (£ thousands)", "£ thousands"), ("All figures in thousands", "thousands"),
    ("FTE (000)", "000"), ("FTE (000s)", "000s"), ("Headcount '000", "000"), ("GBP m", "GBP m"),
    ("Figures in £ 000", "£ 000"), ("FTE (k)", "k"), ("Costs in millions", "millions"),
    ("Costs in pence", "pence"), ("Pay, thousands of pounds", "thousands"), ("£bn", "£bn"),
    ("Staff x1000", "1000"), ("Pay £’000’s", "£'000"), ("£000", "£000"), ("k£", "k£"),
    ("Costs in £thou", "£thou"), ("£thous", "£thous"), ("(£ths)", "£ths"), ("£ 1000s", "£ 1000s"),
    ("Pay in £1000", "£1000"), ("(£ x 1,000)", "£ x 1,000"), ("Costs x £1,000", "£1,000"),
    ("Th. £", "Th. £"), ("£ 10^3", "£ 10^3"), ("£10³", "£10³"), ("£hundreds", "£hundreds"),
    ("£00s", "£00s"), ("All in hundreds", "hundreds"), ("Figures in €", "€"),
    ("All figures, thousand pounds", "thousand"), ("1,000s", "1,000s"),
  ])
  func unitsAreSeen(_ text: String, _ unit: String) {
    let found = ReturnUnits.unit(in: text)?.replacing("’", with: "'")
    #expect(
      found.map { $0.hasPrefix(unit) || $0.hasSuffix(unit) || $0 == " " + unit } == true,
      "\(found ?? "none")")
  }

  @Test(arguments: [
    "Total paybill (£)", "Payroll staff; Total; Full-time equivalent", "£150,000", "£1,000.00",
    "Staff over £150 000", "£0.00", "0", "£2m", "£1.5 million", "1,000 staff", "Grade 6/7", "(M)",
    "Over 1000 staff", "0300 000 1234", "Number of contracts", "Metropolitan", "", "£ -", "£",
    "Several million pounds' worth", "Agency staff (clerical/admin)", "£10,000", "Over £100,000",
    "in 100 cases", "Contract of $5m", "09:00", "hundreds of posts", "4th quarter", "£1000",
  ])
  func amountsAreNoUnits(_ text: String) {
    #expect(ReturnUnits.unit(in: text) == nil)
  }

  /// In the heading of a column that is read, any word of a unit says one.
  @Test(arguments: [
    "£thou", "(£ths)", "£1000", "£ 1000s", "x £1,000", "K", "thousand pounds", "Th. £", "£ 10^3",
    "£hundreds", "£00s", "(€)", "(hundreds)", "(%)", "in 100s", "m", "mio", "US$", "euros",
    "(tens)",
    "'00", "£ 1,000", "(th)",
  ])
  func aColumnsHeadingSaysItsUnit(_ unit: String) {
    #expect(ReturnUnits.unit(in: "Contingent labour \(unit)", ofColumn: true) != nil)
    let head = "\(Self.names),Payroll staff Total FTE,Total paybill cost"
    let words = refusal([
      "\(head),\"Non-payroll staff costs; Contingent labour \(unit)\"", Self.row + ",3",
    ])
    #expect(words.hasPrefix("ho.csv row 1 column Non-payroll staff costs; Contingent labo"))
    #expect(words.contains("figures in the unit"))
  }

  @Test(arguments: [
    "Total paybill (£)", "Total paybill (GBP)", "Paybill p.m.", "Paybill (£/m)",
    "Payroll staff; Grade 6/7; Full-time equivalent", "Paybill [note 1]", "Paybill £ per month",
    "Total cost of contingent labour: agency (clerical and admin) staff, interim managers",
  ])
  func aHeadingInPoundsIsNone(_ heading: String) {
    #expect(ReturnUnits.unit(in: heading, ofColumn: true) == nil)
  }

  /// Figures of another time than a month.
  @Test(arguments: [
    "year to date", "(YTD)", "cumulative", "quarterly total", "(annualised)", "per annum",
    "3 months", "to date", "p.a.",
  ])
  func aColumnOfALongerTimeIsRefused(_ time: String) {
    let head = "\(Self.names),Payroll staff Total FTE,Total paybill cost"
    let words = refusal([
      "\(head),\"Non-payroll staff costs; Contingent labour \(time)\"", Self.row + ",3",
    ])
    #expect(
      words.hasPrefix("ho.csv row 1 column Non-payroll staff costs; Contingent labo"), "\(words)")
    #expect(words.contains("figures of ") && words.contains("expected figures of one month"))
    // In a column that is not read it is no matter.
    #expect(refusal(["\(head),Bonus \(time)", Self.row + ",3"]).isEmpty)
  }

  private func refusal(_ lines: [String]) -> String {
    do throws(ImportError) {
      _ = try ReturnFile(
        Array(lines.joined(separator: "\n").utf8), name: "ho.csv", month: Month(text: "2026-07"))
      return ""
    } catch {
      return error.description
    }
  }

  private static let names = "Organisation name,Parent department"
  private static let row = "Home Office,Home Office,33,\"160,000\""

  @Test(arguments: [
    ("Payroll staff Total FTE", "Total paybill cost (£000)"),
    ("Payroll staff Total FTE (000)", "Total paybill cost"),
    ("Payroll staff Total FTE", "Total paybill cost, £m"),
    ("Payroll staff Total FTE", "Total paybill cost in thousands"),
  ])
  func aHeadingWithAUnitIsRefusedByName(_ staff: String, _ pay: String) {
    let words = refusal(["\(Self.names),\(staff),\"\(pay)\"", Self.row])
    #expect(words.contains("figures in the unit"))
    #expect(words.contains(staff.contains("000") ? staff : pay))
    #expect(words.hasPrefix("ho.csv row 1 column"))
  }

  @Test func titlesNotesAndRowsOfUnitsAreRefused() {
    let head = "\(Self.names),Payroll staff Total FTE,Total paybill cost"
    #expect(refusal([head, Self.row]).isEmpty)
    #expect(refusal(["Workforce return (£ thousands)", head, Self.row]).hasPrefix("ho.csv row 1:"))
    #expect(refusal([head, ",,FTE,£000", Self.row]).contains("row 2 column Total paybill cost"))
    #expect(refusal([head, "Unit,,FTE,£k", Self.row]).contains("row 2 column Total paybill cost"))
    #expect(refusal([head, Self.row, "All costs in £000"]).contains("row 3"))
    #expect(refusal([head + ",Comments", Self.row + ",saves £m"]).isEmpty)
  }

  @Test func theGroupAboveSaysTheUnitOfItsColumns() {
    let groups = ",,Payroll staff,Payroll staff costs (£000)"
    let words = refusal([
      groups, ",,Total employees,Total paybill", "\(Self.names),FTE,", Self.row,
    ])
    #expect(words.contains("figures in the unit £000"))
  }
}
