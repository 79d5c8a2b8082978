import Analytics
import Datasets
import Figures
import Testing

/// The data that comes with the program keeps its own rules and covers what it has to.
@Suite struct ShippedDataTests {
  @Test func loadsWithoutADefect() throws {
    let defects = ShippedFolder.folder.check()
    #expect(defects == [])
    let (inputs, evidence) = try ShippedFolder.loaded.get()
    #expect(inputs.name == "digigov" && evidence.version == inputs.version)
    #expect(inputs.organisations.count == 26)
    #expect(inputs.keys.values.allSatisfy { $0.count == 26 })
    #expect(inputs.assumptions.count == 34 && inputs.levers.count == 8)
    #expect(inputs.fixed.count == 16)
    #expect(inputs.seed == 20_250_121)
  }

  @Test func coversEveryThemeAndTable() throws {
    let evidence = try ShippedFolder.loaded.get().evidence
    let distinct = Set(
      evidence.facts.map { [$0.measure, $0.body, $0.period, "\($0.value ?? .nan)", $0.unit] })
    #expect(distinct.count >= 400)
    #expect(Set(evidence.facts.map(\.theme)) == Set(Theme.allCases))
    let empty = try ShippedFolder.folder.allTables().filter { $0.count == 0 }
    #expect(empty.map(\.schema.name) == [])
  }

  /// Each rate says what it rests on by naming facts that are there.
  @Test func redListRatesRestOnFacts() throws {
    let evidence = try ShippedFolder.loaded.get().evidence
    #expect(Set(evidence.redListRates.map(\.flow)) == Set(RedListRate.Flow.allCases))
    for rate in evidence.redListRates {
      let named = rate.rationale.split { "(), ".contains($0) }.filter { $0.hasPrefix("legacy.") }
      #expect(rate.mark == .modelled && !named.isEmpty, "\(rate)")
      #expect(named.filter { evidence.fact(String($0)) == nil } == [])
    }
  }

  /// How a source was seen decides whether its figures are called second hand.
  @Test func howASourceWasSeenIsSaidInTheWordsOfTheList() throws {
    let words = Set(SeenHow.allCases.map(\.rawValue))
    let evidence = try ShippedFolder.loaded.get().evidence
    #expect(evidence.sources.filter { !words.contains($0.seenHow) }.map(\.id) == [])
  }

  /// A dated failure whose number a fact states is that fact: same number, date and rivals.
  @Test func failuresAgreeWithTheFactsThatStateThem() throws {
    let evidence = try ShippedFolder.loaded.get().evidence
    let stated = evidence.incidents.filter { !$0.factID.isEmpty }
    #expect(stated.count == 15)
    for incident in stated {
      let fact = try #require(evidence.fact(incident.factID), "\(incident.factID)")
      let figure = evidence.figure(incident)
      #expect(incident.affected == fact.value, "\(incident.id)")
      #expect(figure.mark == fact.mark && figure.asOf == fact.asOf, "\(incident.id)")
      #expect(figure.source?.id == fact.sourceID, "\(incident.id)")
      #expect(figure.contradictions == evidence.figure(fact).contradictions, "\(incident.id)")
    }
    let attack = try #require(stated.first { $0.id == "tfl-2024" })
    let rivals = evidence.figure(attack).contradictions
    #expect(rivals.count == 1 && rivals.first?.contains("about 10 million people") == true)
  }

  /// Figures that the review itself prints, and the screens lead with.
  @Test(arguments: [
    ("opportunity.total", 45, "£bn a year"), ("opportunity.automation", 36, "£bn a year"),
    ("opportunity.channel", 4, "£bn a year"), ("opportunity.fraud", 6, "£bn a year"),
    ("legacy.share.2023", 26, "%"), ("legacy.share.2024", 28, "%"),
    ("legacy.systems.2024", 228, "systems"), ("legacy.systems.2025", 319, "systems"),
    ("contractors.cost_multiple", 3, "times"), ("outages.nhse.2024", 123, "outages"),
    ("services.no_digital_pathway", 47, "%"), ("spend.total", 26, "£bn a year"),
  ]) func leadingFigureIsThere(_ id: String, _ value: Double, _ unit: String) throws {
    let fact = try #require(try ShippedFolder.loaded.get().evidence.fact(id))
    #expect(fact.value == value && fact.mark != .modelled, "\(fact)")
    #expect(!fact.unit.isEmpty, "\(unit)")
  }

  @Test func everyOrganisationCanBeReachedFromTheTop() throws {
    let (inputs, evidence) = try ShippedFolder.loaded.get()
    let top = try #require(evidence.bodies.first { $0.parent.isEmpty && $0.kind == .whole })
    var reached: Set<String> = []
    var waiting = [top.code]
    while let code = waiting.popLast() {
      reached.insert(code)
      waiting += evidence.children(of: code).map(\.code)
    }
    #expect(inputs.organisations.filter { !reached.contains($0.code) } == [])
  }

  @Test(arguments: [
    "headline_range", "contractor_multiple", "legacy_systems_count", "twenty_six_percent",
  ]) func contradictionIsKept(_ group: String) throws {
    let rows = try ShippedFolder.loaded.get().evidence.facts.filter { $0.conflict == group }
    #expect(rows.count >= 2)
    #expect(Set(rows.map(\.value)).count > 1 || Set(rows.map(\.measure)).count > 1)
  }

  /// What was looked for and not found is a row where it would be looked for, and has no number.
  @Test(arguments: [
    ("DWP", 1), ("DEFRA", 1), ("DFT", 1), ("CO", 1), ("DIGITALID", 4), ("ONELOGIN", 3),
    ("GOVUKWALLET", 1), ("NHSAPP", 1), ("NHSE", 1), ("HMRC", 1), ("DVLA", 1), ("HMCTS", 1),
    ("PNC", 1), ("LAA", 1), ("FCDO", 1), ("LONDON-COUNCILS", 1), ("UKGOV", 4),
  ]) func whatWasNotFoundIsSaid(_ body: String, _ count: Int) throws {
    let rows = try ShippedFolder.loaded.get().evidence.facts.filter {
      $0.note.hasPrefix("not in these data: looked for on 29 November 2026") && $0.body == body
    }
    #expect(rows.count == count)
    #expect(rows.allSatisfy { $0.value == nil && $0.low == nil && $0.unit == "statement" })
  }

  /// The scenario that is taken where none is named begins in a year that is still to come on the date
  /// of the data; those that begin before it say so.
  @Test func theDefaultScenarioIsOneForToday() throws {
    let (inputs, evidence) = try ShippedFolder.loaded.get()
    #expect(inputs.defaultScenario == "from_now")
    let preset = try #require(inputs.presets.first { $0.id == "from_now" })
    #expect(inputs.presets.filter(\.isDefault) == [preset])
    let full = try #require(inputs.presets.first { $0.id == "blueprint" })
    #expect(preset.levers.merging([.startDelay: 0]) { $1 } == full.levers)
    let first = Int(inputs.fixed[.startYear]?.value ?? 0)
    for preset in inputs.presets where preset.id != "do_nothing" {
      // A year begins in April.
      let start = "\(first + Int(preset.levers[.startDelay] ?? 0))-04"
      #expect((start > evidence.date) != preset.name.contains("counterfactual"), "\(preset.id)")
    }
  }

  @Test func datesAndSourcesHoldTogether() throws {
    let evidence = try ShippedFolder.loaded.get().evidence
    func isLater(_ date: String, _ limit: String) -> Bool {
      let size = min(date.count, limit.count)
      return date.prefix(size) > limit.prefix(size)
    }
    let cited =
      evidence.facts.map { ($0.sourceID, $0.asOf) }
      + evidence.observations.values.joined().map { ($0.sourceID, $0.asOf) }
      + evidence.businessCases.map { ($0.sourceID, $0.asOf) }
      + evidence.incidents.map { ($0.sourceID, $0.date) }
    #expect(
      cited.filter { isLater($0.1, evidence.source($0.0)?.date ?? "") }.map(\.0) == [])
    let named = Set(cited.map(\.0)).union(evidence.milestones.map(\.sourceID))
      .union(evidence.bodyYears.map(\.sourceID)).union(evidence.monthly.sources)
    #expect(evidence.sources.map(\.id).filter { !named.contains($0) } == [])
    #expect(evidence.milestones.filter { isLater($0.lastSeen, evidence.date) }.map(\.id) == [])
  }
}
