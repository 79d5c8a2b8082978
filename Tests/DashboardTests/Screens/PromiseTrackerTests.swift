import Analytics
import Dashboard
import Figures
import Frames
import Testing

/// Evidence begins with who promised what, by when, and what became of it.
@Suite struct PromiseTrackerTests {
  static func lines(_ panel: String) throws -> [String] {
    let state = try World.load().withoutDraws.state(
      Place(.evidence, panel: panel), columns: 200, rows: 60)
    return state.outline.parts.first { $0.id == panel }?.lines.map(\.text) ?? []
  }

  /// Who, by when, what, and its state on the date of the data.
  @Test(arguments: [
    ("Tracking and protection of legacy", "2026-05", "moved, late by 6 months"),
    (
      "Government's answer to the committee's report on digital ID", "2026-07-20",
      "late by 4 months"
    ),
    ("Legacy IT Action Plan", "2026-12", "due in 1 month"),
    ("Digital share of interactions", "2030-03", "due in 3 years"),
    ("50 of the top 75 services", "2025", "missed"),
    ("Digital ID required to show the right to work", "2029", "dropped"),
    ("Police National Computer switched off", "2026-03", "not known"),
    ("Roadmap for modern digital government", "2026-01-19", "met late"),
    ("Copilot trial", "2025-06-02", "met"),
  ]) func aPromiseSaysWhereItStands(what: String, date: String, status: String) throws {
    let line = try #require(try Self.lines("timeline").first { $0.contains(what) })
    #expect(line.contains(date) && line.contains("; \(status)"), "\(line)")
  }

  /// What is late comes first, what is due next by its date, then what was missed or dropped.
  @Test func whatIsOpenComesFirst() throws {
    let lines = try Self.lines("timeline")
    func place(_ status: String) -> Int? { lines.firstIndex { $0.contains("; \(status)") } }
    let places = ["moved, late", "due in", "missed", "dropped", "not known", "met late"].map(place)
    let known = places.compactMap { $0 }
    #expect(known.count == places.count && known == known.sorted(), "\(places)")
    #expect(known.first == 0)
  }

  /// By department: its own promises and its bodies', with counts that add up to the rows.
  @Test func departmentsCountTheirOwn() throws {
    let world = try World.load().withoutDraws
    let state = try world.state(
      Place(.evidence, panel: "promisers"), columns: 200, rows: 60)
    let figures = state.sight.entries.filter { $0.panel == "promisers" }.flatMap(\.figures)
    let late = figures.filter { $0.id.hasPrefix("timeline.late.") }
    #expect(late.compactMap { $0.value?.number }.reduce(0, +) == 3)
    #expect(late.first { $0.id.hasSuffix(".DSIT") }?.value?.number == 2)
    #expect(figures.allSatisfy { $0.mark == .derived && !$0.formula.isEmpty })
  }

  /// The sentence at the top counts what the tracker shows: what was met late is not late.
  @Test func theSentenceCountsTheRows() throws {
    let lines = try Self.lines("timeline")
    let open = ["moved, late", "late", "missed", "dropped"]
    let count = lines.count { line in open.contains { line.contains("; \($0)") } }
    let state = try World.load().withoutDraws.state(Place(.evidence), columns: 200, rows: 60)
    let said = state.drawnLines[2]
    #expect(count > 0 && said.contains(" \(count) of them late, missed or dropped"), "\(said)")
  }

  /// An organisation's page says of a promise what the tracker says, and asks about none that was kept.
  @Test func aPageSaysTheSame() throws {
    let state = try World.load().withoutDraws.state(
      Place(.department, path: ["DSIT"]), columns: 200, rows: 100)
    let lines = state.outline.parts.first { $0.id == "promises" }?.lines.map(\.text) ?? []
    let roadmap = try #require(lines.first { $0.contains("Roadmap for modern digital government") })
    #expect(roadmap.contains("met late"), "\(roadmap)")
    let asked = state.outline.parts.first { $0.id == "ask" }?.lines.map(\.text) ?? []
    #expect(!asked.isEmpty && !asked.contains { $0.contains("Roadmap for modern") }, "\(asked)")
  }

  /// Each dispute is told: who says what, in what the claims differ, and why.
  @Test(arguments: [
    ("Contractor", "Cost of a contractor against a permanent employee", "These claims differ in"),
    ("Copilot", "Copilot time saved, self-reported", "19 minutes a day"),
    ("Tax gap", "Tax gap", "what is counted"),
  ]) func aDisputeIsTold(name: String, row: String, text: String) throws {
    let world = try World.load().withoutDraws
    // Dispute by dispute, in the order in which the data name them.
    var order: [String] = []
    for fact in world.evidence.facts where !fact.conflict.isEmpty {
      if !order.contains(fact.conflict) { order.append(fact.conflict) }
    }
    let facts = order.flatMap { group in world.evidence.facts.filter { $0.conflict == group } }
    let place = try #require(facts.firstIndex { $0.measure == row }, "\(name)")
    var state = try world.state(Place(.evidence, panel: "disputes"), columns: 160, rows: 48)
    state.look { ($0.enlarged, $0.items["disputes"]) = (true, place) }
    let told = state.drawnLines.suffix(10).joined(separator: " ")
      .split { $0 == " " || $0 == "┃" }.joined(separator: " ")
    #expect(told.contains(text), "\(told)")
  }
}
