import Figures
import Testing

@Suite("Evidence")
struct EvidenceTests {
  let evidence = Evidence.sample

  /// A kind that was not returned would look like a fall, so both have to be there.
  @Test(arguments: [(12, 12, true), (11, 11, true), (12, 10, false), (0, 12, false)])
  func aYearIsCompleteWithElevenMonthsOfBothKinds(
    contingent: Int, consultancy: Int, isComplete: Bool
  ) throws {
    let rows = (0..<12).map { month in
      WorkforceReturn(
        body: "HO", department: "HO",
        period: MonthlyReturns.text(month: 2024 * 12 + 3 + month), returns: 1, payrollFTE: nil,
        payrollCost: nil, nonPayrollFTE: nil, agencyFTE: nil, interimFTE: nil, specialistFTE: nil,
        contingentCost: month < contingent ? 2 : nil,
        consultancyCost: month < consultancy ? 1 : nil,
        mark: .derived, sourceID: "review")
    }
    let returns = MonthlyReturns(rows)
    let year = try #require(returns.years(of: "HO").first)
    #expect(year.first == 2024 && year.months == max(contingent, consultancy))
    #expect(year.total == Double(2 * contingent + consultancy))
    #expect(year.isComplete == isComplete)
    // A month that was returned is there, whatever becomes of its year.
    #expect(returns.spend(of: "HO").count == 12)
    #expect(returns.spend(of: "HO", last: 2).map(\.month) == [2025 * 12 + 1, 2025 * 12 + 2])
  }

  @Test("Rows are found by their ids; an unknown id finds none")
  func lookups() {
    #expect(evidence.source("blueprint")?.publisher == "The Service")
    #expect(evidence.body("HO")?.name == "Home Office")
    #expect(evidence.fact("other")?.value == 26)
    #expect(evidence.source("BLUEPRINT") == nil)
    #expect(evidence.body("") == nil)
    #expect(evidence.fact("none") == nil)
  }

  @Test(
    "Children are the bodies directly below, in file order",
    arguments: [
      ("UK", ["HO", "MOD"]), ("HO", ["HMPO"]), ("HMPO", []), ("XX", []),
      // What has no parent stands at the top.
      ("", ["UK"]),
    ] as [(String, [String])])
  func children(of code: String, are wanted: [String]) {
    #expect(evidence.children(of: code).map(\.code) == wanted)
  }

  @Test(
    "Contradictions are the other rows of the group, in file order",
    arguments: [
      ("headline", ["blueprint", "third"]), ("third", ["headline", "blueprint"]), ("other", []),
      // Rows without a group do not make one.
      ("alone", []),
    ] as [(String, [String])])
  func contradictions(of id: String, are wanted: [String]) throws {
    let fact = try #require(evidence.fact(id))
    #expect(evidence.contradictions(of: fact).map(\.id) == wanted)
  }

  @Test("A table that the folder does not fill is empty")
  func tables() {
    #expect(evidence.rows(.legacy).map(\.value) == [4, nil])
    #expect(evidence.rows(.cyber) == [])
  }

  @Test(
    "A body's rows of a table are its own, in file order",
    arguments: [
      (.budgets, "HO", [2, 1]), (.budgets, "MOD", [9]), (.budgets, "UK", []), (.cyber, "HO", []),
    ] as [(ObservationTable, String, [Double])])
  func rows(of table: ObservationTable, of code: String, are wanted: [Double]) {
    #expect(evidence.rows(table, of: code).map(\.value) == wanted)
  }

  @Test(
    "A department's months are its own, oldest first",
    arguments: [
      ("HO", ["2024-12", "2025-05"]), ("MOD", ["2024-01"]), ("UK", []),
    ] as [(String, [String])])
  func months(of code: String, are wanted: [String]) {
    #expect(evidence.months(of: code).map(\.period) == wanted)
  }

  @Test("Departments with months are each named once")
  func departments() {
    #expect(evidence.departmentsWithMonths.sorted() == ["HO", "MOD"])
  }

  @Test("A code without a body is its own name")
  func names() {
    #expect(evidence.name(of: "MOD") == "Ministry of Defence")
    #expect(evidence.name(of: "XX") == "XX")
  }
}
