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

  @Test("A table that the folder does not fill is empty")
  func tables() {
    #expect(evidence.rows(.legacy).map(\.value) == [4, nil])
    #expect(evidence.rows(.cyber) == [])
  }

  @Test("A code without a body is its own name")
  func names() {
    #expect(evidence.name(of: "MOD") == "Ministry of Defence")
    #expect(evidence.name(of: "XX") == "XX")
  }
}
