import Analytics
import Dashboard
import Figures
import Frames
import Testing

/// The strip of an organisation's levers says what each brings, and what a change did.
@Suite struct LeverEffectTests {
  @Test func eachSaysWhatItBringsNowAndBefore() throws {
    let world = try World.load()
    var state = try world.state(Place(.department, path: ["HO"]), columns: 120, rows: 36)
    world.send([.of("l")], to: &state)
    #expect(state.drawnLines.contains { $0.contains("Automation coverage") && $0.contains(" M ") })
    #expect(!state.drawnLines.contains { $0.contains(" M, was £") })
    world.send([KeyPress(.enter), .of("0"), .of("."), .of("5"), KeyPress(.enter)], to: &state)
    let line = try #require(state.drawnLines.first { $0.contains("Automation coverage") })
    #expect(line.contains(/Automation £\d+m M, was £\d+m/), "\(line)")
  }

  /// A national number of posts is shown as its share.
  @Test func itsShareOfANationalTargetIsSaid() throws {
    let world = try World.load()
    var state = try world.state(Place(.department, path: ["HO"]), columns: 120, rows: 36)
    world.send([.of("l")], to: &state)
    let spec = try #require(world.inputs.levers.first { $0.id == .contractorPosts })
    let posts = (state.scenario.levers[.contractorPosts] ?? spec.defaultValue) * 1000
    let own = Numbers.telling(posts * state.keyShare(.contractor, of: "HO"), places: 0)
    #expect(state.drawnLines.contains { $0.contains("its share \(own) posts") })
  }

  /// A share of nought is said, rather than left to be found out.
  @Test func aLeverThatCanDoNothingSaysSo() throws {
    let world = try World.load()
    var state = try world.state(Place(.department, path: ["NHS"]), columns: 120, rows: 36)
    world.send([.of("l")], to: &state)
    let dead = world.inputs.levers.filter { spec in
      spec.perOrganisation && spec.id == .contractorPosts
        && state.keyShare(.contractor, of: "NHS") == 0
    }
    let said = state.drawnLines.filter { $0.contains("does nothing here") }
    #expect(said.count == dead.count, "\(said)")
  }

  /// In how many runs on common draws the change is for the worse, and the horizon beside a delay.
  @Test func aChangeSaysHowOftenItIsWorse() throws {
    let world = try World.load()
    var state = try world.state(Place(.department, path: ["HO"]), columns: 120, rows: 36)
    world.send([.of("l")] + Array(repeating: .of("j"), count: 5), to: &state)
    world.send([KeyPress(.enter), .of("2"), KeyPress(.enter)], to: &state)
    let text = AnswerLineTests.lines(state).joined(separator: " ")
    #expect(text.contains(/(worse|better) in \d+ of 100 runs/), "\(text)")
    #expect(text.contains("fixed horizon"))
    let chance = try #require(
      state.sight.entries.flatMap(\.figures).first { $0.id == "comparison.change.probability" })
    #expect((0...1).contains(chance.value?.number ?? -1))
    world.send([.of("z")], to: &state)
    #expect(!AnswerLineTests.lines(state).joined().contains("of 100 runs"))
  }
}
