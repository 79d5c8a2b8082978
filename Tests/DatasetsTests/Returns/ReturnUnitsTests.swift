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
    "Several million pounds' worth", "Agency staff (clerical/admin)",
  ])
  func amountsAreNoUnits(_ text: String) {
    #expect(ReturnUnits.unit(in: text) == nil)
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
