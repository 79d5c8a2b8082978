import Figures
import Testing

@Suite("Evidence")
struct EvidenceTests {
  let evidence = Evidence.sample

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

  @Test("Only what is of the same body, unit and period disagrees")
  func disagreeing() {
    let (one, two) = (Fact.sample("one", value: 1), Fact.sample("two", value: 2))
    var (later, elsewhere, again) = (two, two, one)
    (later.id, later.period) = ("later", "2030")
    (elsewhere.id, elsewhere.body) = ("elsewhere", "MOD")
    again.id = "again"
    #expect(evidence.disagreeing([later, one, elsewhere, two]).map(\.id) == ["one", "two"])
    #expect(evidence.disagreeing([later, one, elsewhere]).isEmpty)
    #expect(evidence.disagreeing([one, again]).isEmpty)
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
