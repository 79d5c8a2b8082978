import Analytics
import Dashboard
import Frames
import TestSupport
import Testing

/// Assumptions as sliders: steps that carry the range along, typed ranges, resets, undo.
@Suite struct AssumptionTests {
  private func lab(on item: Int) throws -> (World, State) {
    let world = try World.load().withoutDraws
    var state = try world.state(Place(.lab, panel: "assumptions"))
    state.go { $0.items["assumptions"] = item }
    return (world, state)
  }

  /// Items of the panel: the assumptions in register order, then key set and discounting.
  private static let potential = 0
  private static let realisation = 3
  private static let overrun = 9
  private static let keySet = Assumption.allCases.count
  private static let discounting = Assumption.allCases.count + 1

  /// A distance stays a distance, a ratio a ratio, a ratio of odds the same.
  @Test func aStepMovesTheRangeOnTheAssumptionsOwnScale() throws {
    var (world, state) = try lab(on: Self.potential)
    let before = world.inputs.assumptions[Self.potential].range
    world.send([.of("L")], to: &state)
    let log = try #require(state.scenario.assumptions[.automationPotential])
    #expect(log.p50 == 41)
    #expect(abs(log.p10 / before.p10 - 41 / before.p50) < 1e-3)
    #expect(abs(log.p90 / before.p90 - 41 / before.p50) < 1e-3)

    state.go { $0.items["assumptions"] = Self.realisation }
    world.send([.of("H")], to: &state)
    let logit = try #require(state.scenario.assumptions[.automationRealisation])
    let spec = world.inputs.assumptions[Self.realisation]
    func odds(_ share: Double) -> Double { share / (1 - share) }
    #expect(logit.p50 == 0.4)
    let moved = odds(0.4) / odds(spec.range.p50)
    #expect(abs(odds(logit.p10) / odds(spec.range.p10) / moved - 1) < 1e-3)
    #expect(abs(odds(logit.p90) / odds(spec.range.p90) / moved - 1) < 1e-3)

    state.go { $0.items["assumptions"] = Self.overrun }
    world.send([KeyPress(.right)], to: &state)
    let plain = try #require(state.scenario.assumptions[.scheduleOverrun])
    #expect(plain == ThreePoint(p10: 0.11, p50: 0.33, p90: 0.55))
  }

  /// Whatever steps are taken, every range can be given to `--assume`, and the way back is exact
  /// where the register's P50 lies on the grid.
  @Test(arguments: [1, 2, 3]) func stepsAreAlwaysValidAndLeadBack(seed: UInt64) throws {
    var (world, state) = try lab(on: 0)
    let reader = ScenarioReader(world.inputs)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<120 {
      let item = Int.random(in: 0..<Assumption.allCases.count, using: &generator)
      state.go { $0.items["assumptions"] = item }
      let count = [1, 2, 10, 40].randomElement(using: &generator) ?? 1
      let steps = Double(Int.random(in: -count...count, using: &generator))
      let fine = Bool.random(using: &generator)
      _ = state.update(.leverStepped(by: fine ? steps / 10 : steps))
      for (assumption, range) in state.scenario.assumptions {
        #expect(throws: Never.self, "\(assumption) \(range)") {
          try reader.check(range, of: assumption, typed: "\(range)")
        }
      }
    }
    state = try world.state(Place(.lab, panel: "assumptions"))
    state.go { $0.items["assumptions"] = Self.realisation }
    for step in [1.0, -3, 10, -8] { _ = state.update(.leverStepped(by: step)) }
    #expect(state.scenario == state.baseline)
  }

  static let typed: [(String, String, ThreePoint?)] = [
    ("0.6", "", ThreePoint(fixed: 0.6)),
    ("0.1,0.2,0.3", "", ThreePoint(p10: 0.1, p50: 0.2, p90: 0.3)),
    ("0.1, 0.2, 0.3", "", ThreePoint(p10: 0.1, p50: 0.2, p90: 0.3)),
    ("0.25,0.5,0.7", "", nil), ("1", "", ThreePoint(fixed: 1)),
    ("0.3,0.2,0.1", "P10 <= P50 <= P90", nil), ("1.5", "allowed 0 to 1", nil),
    ("0,0.5,0.9", "above 0 and below 1", nil), ("0.1,0.2", "one number or three", nil),
    ("much", "numbers such as", nil), ("nan", "numbers such as", nil), ("", "", nil),
  ]

  @Test(arguments: typed) func typing(text: String, problem: String, range: ThreePoint?) throws {
    var (world, state) = try lab(on: Self.realisation)
    world.send([KeyPress(.enter)] + text.map { .of($0) } + [KeyPress(.enter)], to: &state)
    #expect(state.scenario.assumptions[.automationRealisation] == range)
    if problem.isEmpty {
      #expect(state.layers.isEmpty)
    } else if case .prompt(_, let told) = state.layers.last {
      #expect(told.contains(problem), "\(told)")
    } else {
      Issue.record("the prompt should stay open")
    }
  }

  @Test func aFixedAssumptionStaysFixedWhenItMoves() throws {
    var (world, state) = try lab(on: Self.realisation)
    world.send(
      [KeyPress(.enter), .of("."), .of("9"), KeyPress(.enter), KeyPress(.left)], to: &state)
    #expect(state.scenario.assumptions[.automationRealisation] == ThreePoint(fixed: 0.89))
  }

  @Test func keySetAndDiscountingAreChosenTypedAndUndone() throws {
    var (world, state) = try lab(on: Self.keySet)
    world.send([KeyPress(.right)], to: &state)
    #expect(state.scenario.keySet == .automationGDS2026)
    state.go { $0.items["assumptions"] = Self.discounting }
    world.send([KeyPress(.right)], to: &state)
    #expect(state.scenario.discounting == .schedule(world.inputs.schedules[1]))
    world.send([KeyPress(.enter)] + "0.03".map { .of($0) } + [KeyPress(.enter)], to: &state)
    #expect(state.scenario.discounting == .flat(0.03))
    world.send([KeyPress(.enter)] + "0.5".map { .of($0) } + [KeyPress(.enter)], to: &state)
    guard case .prompt(_, let told) = state.layers.last else {
      Issue.record("0.5 is out of range")
      return
    }
    #expect(told.contains("0.25"))
    world.send([KeyPress(.escape), .of("z"), .of("z"), .of("z")], to: &state)
    #expect(state.scenario == state.baseline && state.undo.isEmpty)
  }

  /// Levers and assumptions have resets of their own, and neither touches the other.
  @Test func resetsAreApart() throws {
    var (world, state) = try lab(on: Self.realisation)
    world.send([KeyPress(.right)], to: &state)
    state.go { $0.panel = "levers" }
    world.send([KeyPress(.left)], to: &state)
    let both = state.scenario
    world.send([.of("r")], to: &state)
    #expect(state.scenario.levers == state.baseline.levers)
    #expect(state.scenario.assumptions == both.assumptions)
    world.send([.of("z"), .of("R")], to: &state)
    #expect(state.scenario.levers == both.levers && state.scenario.assumptions.isEmpty)
    world.send([.of("z")], to: &state)
    state.go { $0.panel = "assumptions" }
    world.send([.of("0")], to: &state)
    #expect(state.scenario.assumptions.isEmpty && state.scenario.levers == both.levers)
  }

  /// Undo over levers, assumptions, scopes and opened scenarios, from whatever screen.
  @Test(arguments: [5, 6]) func undoAllTheWayGivesTheFirstBack(seed: UInt64) throws {
    let world = try World.load().withoutDraws
    var state = try world.state(Place(.lab), columns: 120, rows: 36)
    let first = state.scenario
    var generator = SeededGenerator(seed: seed)
    let keys: [KeyPress] =
      "0rRpvuPSLHlh8182[]".map { .of($0) }
      + [.left, .right, .up, .down, .tab, .enter, .escape, .enter].map { KeyPress($0) }
    for _ in 0..<700 {
      let key = keys.randomElement(using: &generator) ?? .of("L")
      world.send([key], to: &state)
    }
    world.send(Array(repeating: KeyPress(.escape), count: 12), to: &state)
    let last = state.scenario
    #expect(!state.undo.isEmpty)
    while !state.undo.isEmpty { world.send([.of("z")], to: &state) }
    #expect(state.scenario == first && state.baseline == first)
    #expect(state.projection == world.model.central(first))
    while !state.redo.isEmpty { world.send([.of("Z")], to: &state) }
    #expect(state.scenario == last)
  }
}
