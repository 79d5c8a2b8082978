import Figures
import Testing

/// Which figures stand against one another in the data that comes with the program.
@Suite struct RivalTests {
  private static func rivals(of id: String) throws -> Set<String> {
    let evidence = try ShippedFolder.loaded.get().evidence
    let fact = try #require(evidence.fact(id))
    return Set(evidence.contradictions(of: fact).map(\.id))
  }

  static let rivals: [(String, Set<String>)] = [
    (
      "contractors.third_party_spend",
      [
        "spend.third_party", "spend.procurement_minimum", "spend.suppliers",
        "spend.suppliers_central",
      ]
    ),
    (
      "opportunity.total",
      [
        "opportunity.share_of_spending", "opportunity.total.blueprint", "opportunity.lever_sum",
        "opportunity.total.committee", "opportunity.rival.tbi",
      ]
    ),
    ("contractors.cost_multiple", ["contractors.implied_multiple"]),
    ("digital_id.cost", ["digital_id.cost.rejected", "digital_id.cost.consultation"]),
    ("adoption.onelogin.2025-10", ["adoption.onelogin.started.2025-12"]),
    (
      "adoption.wallet.2026-01",
      ["adoption.wallet.eligible.2025-10", "adoption.wallet.able.2025-10"]
    ),
    ("efficiency.budget2025.2028-29", ["efficiency.budget2025.2028-29.press"]),
    ("outages.tfl.cost", ["outages.tfl.cost.2024"]),
    ("contractors.consultancy.2022-23.treasury", ["contractors.consultancy.2022-23.other"]),
  ]

  @Test(arguments: rivals) func figureHasItsRivals(_ id: String, _ expected: Set<String>) throws {
    #expect(try Self.rivals(of: id) == expected)
  }

  /// A part of a figure, or what it was worked out from, does not contradict it.
  @Test(arguments: [
    "opportunity.automation", "opportunity.channel", "opportunity.fraud",
    "opportunity.gds2026.civil_service", "opportunity.gds2026.cost",
    "contractors.share.contractors", "contractors.share.managed_services",
    "contractors.share.consultants", "contractors.cost_contractor",
    "contractors.cost_civil_servant", "contractors.posts_to_replace", "contractors.saving_up_to",
    "contractors.saving_per_post", "spend.defence_digital", "digital_id.cost.day_to_day",
    "digital_id.cost.capital", "next.transformation_fund.2026-27",
  ]) func partIsNoRival(_ id: String) throws {
    #expect(try Self.rivals(of: id) == [])
  }

  @Test func whatIsCalledAPartStandsInNoGroup() throws {
    let facts = try ShippedFolder.loaded.get().evidence.facts
    #expect(facts.filter { $0.note.hasPrefix("part of") && !$0.conflict.isEmpty } == [])
  }

  /// Every rival says beside its number what it covers or who says it.
  @Test func rivalsOfTheHeadlinesSayWhyTheyDiffer() throws {
    let evidence = try ShippedFolder.loaded.get().evidence
    let groups: Set = ["headline_range", "third_party_spend", "digital_id_cost", "veteran_card"]
    #expect(evidence.facts.filter { groups.contains($0.conflict) && $0.note.isEmpty } == [])
  }
}
