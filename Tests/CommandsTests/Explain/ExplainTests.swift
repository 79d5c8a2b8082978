import ArgumentParser
import Frames
import Testing

@testable import Commands

/// `explain` over the shipped data.
@Suite struct ExplainTests {
  private static let root =
    #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }
  private static let data = ["--data", root + "/data"]

  private func explain(_ words: [String]) throws -> String {
    try Explain.parse(words + Self.data).output()
  }

  private func tree(_ words: [String]) throws -> JSONValue {
    try JSONReader.read(Array(explain(words + ["--format", "json"]).utf8))
  }

  private func project(_ words: [String]) throws -> JSONValue {
    let words = words + ["--draws", "0"] + Self.data
    return try JSONReader.read(Array(Project.parse(words).output(width: nil).utf8))
  }

  @Test(arguments: [
    (["npsv"], ["central", "metrics", "npsv"], nil),
    (["benefit@2030-31"], ["central", "benefit"], 5),
    (["gross.automation@2030-31"], ["central", "gross", "automation"], 5),
    (["outages@2040-41"], ["central", "outages"], 15),
    (["HMRC.legacy_share@2030-31"], ["organisations", "HMRC", "legacy_share"], 5),
    (["HMRC.npsv"], ["organisations", "HMRC", "npsv"], nil),
  ])
  func valuesAreThoseOfProject(figure: [String], path: [String], year: Int?) throws {
    let options = ["--scenario", "delayed", "--set", "HMRC.pace=0.7", "--assume", "cost_overrun=2"]
    var wanted = try project(options)
    for name in path { wanted = try #require(wanted[name]) }
    if let year { wanted = wanted.elements[year] }
    #expect(try tree(figure + options)["value"] == wanted)
  }

  /// The key that shares contractors' posts out says on which suspect months it rests.
  @Test(arguments: [
    ("key.contractor.DBT", "£10.2m and £21.2m in February 2026 to March 2026"),
    ("key.contractor.FCDO", "10 of 12 months returned"),
    ("share.contractor.MOD", "£1.39m a head a year"),
    ("key.contractor", "of its weights rest on returns that are incomplete or odd: DBT, DEFRA"),
    ("contractors.contingent.mod.2025-26", "no non-payroll staff are returned"),
  ])
  func whatRestsOnOddReturnsSaysSo(figure: String, words: String) throws {
    let cautions = try #require(try tree([figure])["cautions"]).elements
    #expect(
      cautions.contains { if case .string(let text) = $0 { text.contains(words) } else { false } },
      "\(cautions)")
    #expect(try tree(["key.contractor.DWP"])["cautions"] == .array([]))
  }

  /// What no formula makes is found where a screen shows it.
  @Test(arguments: [
    ("contractor_spend.HO.2025-26", "£277m", "Home Office, 2025-26"),
    ("contractor_spend.FCDO.2025-26", "£76.0m", "2025-26, 10 of 12 months"),
    ("contractor_spend.MOJ.2025-26.change", "-10%", "Ministry of Justice, 2025-26"),
    ("contractor_spend.HO.2025-06.spend", "22.6", "Home Office, 2025-06"),
    ("bodies.UKHSA", "4 rows", "UK Health Security Agency"),
    ("outages.nhse.2024.rate_interval", "102.2 to 146.8", "123 outages"),
  ])
  func whatOnlyAScreenMakesIsExplained(id: String, text: String, label: String) throws {
    let figure = try tree([id, "--draws", "64"])
    #expect(figure["id"] == .string(id))
    #expect(Self.text(figure["text"]).contains(text))
    #expect(Self.text(figure["label"]).contains(label))
    #expect(figure["sources"]?.elements.isEmpty == (id.hasPrefix("bodies") ? true : false))
  }

  private static func text(_ value: JSONValue?) -> String {
    if case .string(let text) = value { text } else { "" }
  }

  @Test func aFigureInJSON() throws {
    let fact = try tree(["opportunity.total"])
    #expect(
      fact.members.map(\.name) == [
        "id", "label", "value", "unit", "text", "mark", "confidence", "as_of", "old", "sources",
        "formula", "note", "cautions", "inputs", "contradicted_by",
      ])
    #expect(fact["cautions"] == .array([]))
    #expect(fact["value"] == .number(45) && fact["mark"] == .string("reported"))
    #expect(fact["old"] == .bool(true) && fact["formula"] == .null)
    #expect(fact["inputs"] == .array([]))
    #expect(
      fact["contradicted_by"]?.elements.contains(.string("opportunity.total.blueprint")) == true)
    let source = try #require(fact["sources"]?.elements.first)
    #expect(
      source.members.map(\.name) == [
        "publisher", "title", "date", "address", "locator", "licence",
      ])
    #expect(try tree(["legacy.by_department_not_published"])["value"] == .null)
    #expect(try tree(["bcr", "--scenario", "do_nothing"])["value"] == .null)
  }

  /// What is left out is null, so that it is not taken for a leaf.
  @Test func inputsAreNested() throws {
    let alone = try tree(["npsv", "--depth", "0"])
    #expect(alone["inputs"] == .null)
    let inputs = try #require(try tree(["npsv", "--depth", "1"])["inputs"]).elements
    #expect(
      inputs.map { $0["id"] } == [.string("present_value_benefit"), .string("present_value_cost")])
    #expect(inputs.allSatisfy { $0["inputs"] == .null })
    // A small tree goes to its leaves without being asked.
    func isWhole(_ tree: JSONValue) -> Bool {
      tree["inputs"].map { $0 != .null && $0.elements.allSatisfy(isWhole) } ?? false
    }
    #expect(isWhole(try tree(["HMRC.legacy_share@2030-31"])))
    #expect(!isWhole(try tree(["npsv"])))
  }

  @Test func rangesOnlyWithDraws() throws {
    #expect(try tree(["npsv"])["uncertainty"] == nil)
    let range = try #require(try tree(["npsv", "--draws", "64"])["uncertainty"])
    #expect(range.members.map(\.name) == ["p10", "p50", "p90", "mean"])
    #expect(try explain(["npsv", "--draws", "64"]).contains("Range      expected"))
    #expect(try tree(["npsv.p50", "--draws", "64"])["value"] == range["p50"])
    #expect(try tree(["probability_payback", "--draws", "0"])["value"] == .null)
  }

  @Test func textIsInEightyColumns() throws {
    for figure in [
      "npsv", "opportunity.total", "payback_years", "assumption.run_share", "share.automation.HMRC",
      "HMRC.gross.fraud@2030-31",
    ] {
      let lines = try explain([figure]).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { displayWidth($0) <= 80 || $0.contains("https://") })
      #expect(
        lines.contains { $0.hasPrefix("Mark ") } && lines.contains { $0.hasPrefix("Source ") })
    }
    let text = try explain(["npsv"])
    #expect(text.contains("Formula    present value of benefit − present value of cost"))
    #expect(text.contains("[present_value_cost]"))
    #expect(try explain(["opportunity.total"]).contains("old: of more than 18 months"))
  }

  @Test(arguments: [
    (["npvs"], "unknown figure npvs; did you mean npsv"),
    (["benefit"], "did you mean benefit@2040-41"),
    (["xyzzy"], "allowed a fact's id"), (["\u{1B}[2J"], "unknown figure"), ([""], "unknown figure"),
    (["npsv", "--format", "xml"], "unknown format xml; allowed text json"),
    (["npsv", "--depth", "-1"], "depth=-1: allowed 0 to 1000"),
    (["npsv", "--depth", "99999999999999999999"], "allowed 0 to 1000"),
    (["npsv", "--depth", "30"], "more than 100000 numbers; allowed 0 to"),
    (["npsv", "--scenario", "bluprint"], "unknown scenario bluprint"),
    (["npsv", "--set", "pace=3"], "pace=3: allowed 0.5 to 2"),
    (["npsv", "--draws", "x"], "draws=x"),
  ])
  func refuses(words: [String], says: String) throws {
    let failure = #expect(throws: CommandFailure.self) { try explain(words) }
    #expect(failure?.code == 2)
    #expect(failure?.message.contains(says) == true, "\(failure?.message ?? "")")
  }

  @Test func aFigureIsNeeded() {
    #expect(throws: (any Error).self) { try Explain.parse([]) }
    #expect(throws: (any Error).self) { try Explain.parse(["npsv", "bcr"]) }
  }

  @Test func aFolderOfTheModelAloneIsInvalid() throws {
    let failure = #expect(throws: CommandFailure.self) {
      try Explain.parse(["npsv", "--data", Self.root + "/Tests/AnalyticsTests/Fixtures"]).output()
    }
    #expect(failure?.code == 3)
  }
}

extension JSONValue {
  fileprivate var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }
}
