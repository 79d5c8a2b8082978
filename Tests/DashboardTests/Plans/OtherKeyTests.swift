import Analytics
import Dashboard
import Figures
import Frames
import Testing

/// The figure by the other published key beside that by the key in force.
@Suite struct OtherKeyTests {
  private func page(_ code: String) throws -> (World, State) {
    let world = try World.load()
    let state = world.start(
      try world.scenario("from_now"), Place(.department, path: [code]), columns: 160, rows: 60)
    return (world, state)
  }

  private func other(_ state: State, _ code: String) throws -> Figure {
    try #require(
      state.sight.entries.flatMap(\.figures).first { $0.id == "\(code).final_benefit.other_key" })
  }

  /// It is the expected benefit of the same scenario with the other key, on the same draws.
  @Test(arguments: ["HO", "DWP", "HMRC"]) func itIsTheOtherRun(code: String) throws {
    let (world, state) = try page(code)
    var scenario = state.scenario
    #expect(scenario.keySet == .automation)
    scenario = scenario.withOtherKey
    let twin = world.start(scenario, Place(.department, path: [code]))
    let expected = try #require(
      twin.uncertainty?.organisations.first { $0.code == code }?.finalBenefit.mean)
    let figure = try other(state, code)
    #expect(figure.value?.number == expected && figure.value?.statistic == .mean)
    #expect(figure.text.hasPrefix(Numbers.billions(expected)))
    #expect(
      state.uncertainty?.organisations.first { $0.code == code }?.finalBenefit.mean != expected)
  }

  /// Where it lies outside the range, the page says so; where inside, it does not.
  @Test func outsideTheRangeIsSaid() throws {
    var said: Set<Bool> = []
    for code in ["HO", "DWP", "HMRC", "MOJ", "DEFRA"] {
      let (_, state) = try page(code)
      let value = try #require(try other(state, code).value?.number)
      let range = try #require(
        state.uncertainty?.organisations.first { $0.code == code }?.finalBenefit)
      let isOutside = try value < #require(range.p10) || value > #require(range.p90)
      said.insert(isOutside)
      let text = draw(state).frame.lines.joined(separator: "\n")
      #expect(text.contains("other key \(Numbers.billions(value)) M"), "\(code)")
      #expect(text.contains("M, outside") == isOutside, "\(code)")
      #expect(try other(state, code).note.contains("lies outside") == isOutside, "\(code)")
    }
    #expect(said == [true, false], "both kinds are tried")
  }
}
