import Analytics
import Dashboard
import Frames
import Store
import TestSupport
import Testing

/// Levers: steps, typed values, bounds, undo, overrides.
@Suite struct LeverTests {
  private func lab() throws -> (World, State) {
    let world = try World.load().withoutDraws
    return (world, try world.state(Place(.lab)))
  }

  /// Keys pressed on the lever of contractor posts (7 thousand, 0 to 20, steps of a half).
  static let steps: [([KeyPress], Double)] = [
    ([KeyPress(.right)], 7.5), ([KeyPress(.left)], 6.5), ([.of("l")], 7.5), ([.of("h")], 6.5),
    ([.of("L")], 12), ([.of("H")], 2), ([KeyPress(.right, .shift)], 12),
    ([KeyPress(.right, .control)], 7.05), ([KeyPress(.left, .control)], 6.95),
    ([.of("L"), .of("L"), .of("L")], 20), ([.of("H"), .of("H")], 0),
    ([KeyPress(.right), .of("0")], 7),
  ]

  @Test(arguments: steps) func stepping(keys: [KeyPress], value: Double) throws {
    var (world, state) = try lab()
    state.go { $0.items["levers"] = 3 }
    world.send(keys, to: &state)
    #expect(state.scenario.levers[.contractorPosts] == value)
  }

  @Test(arguments: [("L", 3, "most"), ("H", 2, "least")])
  func atItsEndALeverSaysSo(key: Character, presses: Int, end: String) throws {
    let (world, start) = try lab()
    var state = start
    state.go { $0.items["levers"] = 3 }
    world.send(Array(repeating: .of(key), count: presses), to: &state)
    #expect(!state.message.contains("no further"))
    world.send(.key(.of(key)), to: &state)
    #expect(state.message == "It goes no further: that is the \(end) allowed.")
  }

  @Test func steppingChangesNothingButTheScenarioAndWhatFollows() throws {
    let world = try World.load()
    let start = world.unasked(try world.scenario("blueprint"), Place(.lab))
    var state = start
    let effects = state.update(.leverStepped(by: -1))
    let before = Standing(scenario: start.scenario, baseline: start.baseline)
    var after = before
    after.scenario.levers[.automationCoverage] = 0.95
    #expect(state.scenario == after.scenario && state.baseline == after.baseline)
    #expect(state.undo == Trail([before], to: after) && state.redo == start.redo)
    #expect(state.request == 1 && state.uncertaintyIsStale)
    #expect(state.place == start.place && state.layers.isEmpty && state.message.isEmpty)
    #expect(state.lab == start.lab && state.settings == start.settings)
    #expect(
      effects
        == [0, 64].map {
          .project(Request(number: 1, scenario: after.scenario, draws: $0))
        })
  }

  @Test func theProjectionIsAlwaysTheScenarios() throws {
    var (world, state) = try lab()
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<40 {
      state.go { $0.items["levers"] = Int.random(in: 0..<8, using: &generator) }
      let steps = Double(Int.random(in: -12...12, using: &generator))
      world.take(.leverStepped(by: steps), into: &state)
      #expect(state.projection == world.model.central(state.scenario))
    }
  }

  @Test func staleAnswersAreDropped() throws {
    var (world, state) = try lab()
    let old = state.update(.leverStepped(by: -1))
    world.take(.leverStepped(by: -1), into: &state)
    let shown = state
    for case .project(let request) in old {
      _ = state.update(try #require(world.answers.answer(request)))
    }
    #expect(state == shown)
  }

  static let typed: [(String, String, Double)] = [
    ("12", "", 12), ("0.25", "", 0.25), ("20", "", 20), ("20.01", "outside the range", 7),
    ("-1", "outside the range", 7), ("lots", "not a number", 7), ("1e400", "not a number", 7),
    ("nan", "not a number", 7), ("0x10", "not a number", 7), ("", "", 7),
  ]

  @Test(arguments: typed) func typing(text: String, problem: String, value: Double) throws {
    var (world, state) = try lab()
    state.go { $0.items["levers"] = 3 }
    world.send([KeyPress(.enter)] + text.map { .of($0) } + [KeyPress(.enter)], to: &state)
    #expect(state.scenario.levers[.contractorPosts] == value)
    if problem.isEmpty {
      #expect(state.layers.isEmpty)
    } else {
      guard case .prompt(let kept, let told) = state.layers.last else {
        Issue.record("the prompt should stay open, it is \(state.layers)")
        return
      }
      #expect(kept == text && told.contains(problem) && told.contains("0 to 20"))
    }
  }

  /// What a prompt keeps of a paste: line breaks go, and so does all after 25 scalars: one more than
  /// is allowed, so that it is refused and not cut. One character may carry thousands of marks.
  static let pasted: [(String, String)] = [
    ("0.75\r\n", "0.75"), ("two\r\nlines\n", "two lines"), (repeated("1", 70), repeated("1", 25)),
    ("1" + repeated("\u{301}", 9000), "1" + repeated("\u{301}", 24)),
  ]

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test(arguments: pasted) func pasting(text: String, kept: String) throws {
    var (world, state) = try lab()
    world.send([KeyPress(.enter)], to: &state)
    world.send(.paste(text), to: &state)
    #expect(state.layers == [.prompt(text: kept, problem: "")])
  }

  @Test func organisationsHaveLeversOfTheirOwn() throws {
    let world = try World.load()
    var state = try world.state(Place(.department, path: ["HMRC"]))
    let before = try #require(state.projection)
    world.send([.of("l"), .of("H")], to: &state)
    #expect(state.scenario.overrides == ["HMRC": [.automationCoverage: 0.5]])
    #expect(state.scenario.levers == state.baseline.levers)
    let after = try #require(state.projection)
    for (one, other) in zip(before.organisations, after.organisations) {
      #expect((one == other) == (one.code != "HMRC"), "\(one.code)")
    }
    world.send([.of("0")], to: &state)
    #expect(state.scenario == state.baseline && state.projection == before)
  }

  @Test func undoGoesAllTheWayBackAndRedoForward() throws {
    var (world, state) = try lab()
    let first = state.scenario
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<60 {
      state.go { $0.items["levers"] = Int.random(in: 0..<8, using: &generator) }
      world.send(
        [[.of("L"), .of("H"), KeyPress(.right)].randomElement(using: &generator) ?? .of("L")],
        to: &state)
    }
    let last = state.scenario
    while !state.undo.isEmpty { world.send([.of("z")], to: &state) }
    #expect(state.scenario == first)
    while !state.redo.isEmpty { world.send([.of("Z")], to: &state) }
    #expect(state.scenario == last)
  }

  @Test func aPresetBecomesTheNewBaseline() throws {
    var (world, state) = try lab()
    world.send([.of("p"), KeyPress(.down), KeyPress(.enter)], to: &state)
    let accelerated = try world.scenario("accelerated")
    #expect(state.scenario == accelerated && state.baseline == accelerated)
    #expect(state.baselineProjection == world.model.central(accelerated))
    world.send([.of("z")], to: &state)
    let blueprint = try world.scenario("blueprint")
    #expect(state.scenario == blueprint && state.baseline == blueprint)
    #expect(state.baselineProjection == world.model.central(blueprint))
  }
}
