import Analytics
import Dashboard
import Figures
import Frames
import Testing

/// Services as cards: what was promised, then, now, next.
@Suite struct ServiceCardTests {
  static func state() throws -> State {
    try World.load().withoutDraws.state(Place(.services), columns: 160, rows: 48)
  }

  static func lines(_ state: State) -> [String] {
    state.outline.parts.first { $0.id == "cards" }?.lines.map(\.text) ?? []
  }

  @Test func theyComeInTheOrderThatAPersonWouldChoose() throws {
    let lines = Self.lines(try Self.state())
    let services = ["One Login", "GOV.UK App", "Wallet", "NHS App", "Digital ID", "HMRC"]
    let places = services.map { name in lines.firstIndex { $0.contains(name) } }
    let known = places.compactMap { $0 }
    #expect(known.count == services.count && known == known.sorted(), "\(places)")
  }

  /// Each stage with its number and date; what these data lack is said to be lacking.
  @Test(arguments: [
    ("One Login", "now", "People with proven identity", "13.2 million+", "2025-10"),
    ("GOV.UK App", "promised", "announced for summer 2025", "", "2025-01-21"),
    ("GOV.UK App", "now", "Downloads", "316,000", "2026-01"),
    ("Wallet", "next", "Digital driving licence", "", "2026"),
    ("NHS App", "promised", "not in these data", "", ""),
    ("Digital ID", "cost", "", "£1.8bn", "2026-27 to 2028-29"),
    ("Digital ID", "now", "support", "31%", "2025-09"),
  ]) func aStageIsALine(
    service: String, stage: String, what: String, number: String, when: String
  ) throws {
    let line = try #require(
      Self.lines(try Self.state()).first { $0.contains(service) && $0.contains(stage) })
    for text in [what, number, when] where !text.isEmpty {
      #expect(line.contains(text), "\(line)")
    }
  }

  /// A filter for a service keeps its card, and growth is never computed from a floor.
  @Test func growthIsOfCountsAlone() throws {
    let figures = try Self.state().sight.entries.filter { $0.panel == "cards" }.flatMap(\.figures)
    let changes = figures.filter { $0.id.hasPrefix("adoption.change.") }.map(\.id)
    #expect(changes.contains("adoption.change.GOVUKAPP.Downloads"))
    #expect(!changes.contains { $0.contains("ONELOGIN") })
  }

  @Test func aFilterKeepsACard() throws {
    let world = try World.load().withoutDraws
    var state = try Self.state()
    world.send([.of("/")] + "wallet".map { .of($0) } + [KeyPress(.enter)], to: &state)
    let lines = Self.lines(state)
    #expect(lines.count >= 3 && lines.contains { $0.contains("driving licence") })
  }
}
