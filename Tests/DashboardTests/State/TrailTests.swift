import Analytics
import Dashboard
import TestSupport
import Testing

/// Standings that are kept as differences come back as they were.
@Suite struct TrailTests {
  /// A walk of changes of every kind, each from a seed.
  private func walk(_ seed: UInt64) throws -> [Standing] {
    let world = try World.load()
    var generator = SeededGenerator(seed: seed)
    var now = Standing(
      scenario: try world.scenario("blueprint"), baseline: try world.scenario("blueprint"))
    var standings = [now]
    for _ in 0..<200 {
      let lever = Lever.allCases.randomElement(using: &generator) ?? .pace
      let value = Double.random(in: 0...1, using: &generator)
      let code = ["HMRC", "DWP"].randomElement(using: &generator) ?? "HMRC"
      switch Int.random(in: 0..<7, using: &generator) {
      case 0: now.scenario.levers[lever] = value
      case 1: now.scenario.levers[lever] = nil
      case 2: now.scenario.overrides[code, default: [:]][lever] = value
      case 3: now.scenario.overrides[code] = nil
      case 4:
        let assumption = Assumption.allCases.randomElement(using: &generator) ?? .runShare
        now.scenario.assumptions[assumption] = ThreePoint(p10: 0, p50: value, p90: 1)
      case 5:
        now.scenario.keySet = now.scenario.keySet == .automation ? .automationGDS2026 : .automation
      default: now.baseline = now.scenario
      }
      if now != standings.last { standings.append(now) }
    }
    return standings
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func everyStandingComesBack(seed: UInt64) throws {
    let standings = try walk(seed)
    let last = try #require(standings.last)
    let trail = Trail(standings.dropLast(), to: last)
    #expect(trail.count == standings.count - 1 && trail.first == standings.first)
    #expect(trail.standings(from: last) == Array(standings.dropLast()))
    #expect(trail.standings(from: last, last: 5) == Array(standings.dropLast().suffix(5)))
    #expect(trail.last(from: last) == standings[standings.count - 2])
  }

  @Test func nothingIsBeforeTheFirst() throws {
    let standing = try #require(try walk(1).first)
    #expect(Trail().last(from: standing) == nil && Trail().first == nil && Trail().isEmpty)
  }
}
