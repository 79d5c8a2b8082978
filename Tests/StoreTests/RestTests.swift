import Analytics
import Dashboard
import Frames
import Store
import Testing

/// The clocks on which nobody waits.
@Suite struct RestTests {
  /// Keys that move levers, undo, analyse and leave the Lab.
  private static let keys: [KeyPress] =
    [.left, .left, .tab].map { KeyPress($0) }
    + ["H", "z", "y", "8"].map { KeyPress(.character($0)) }
    + [.right, .enter].map { KeyPress($0) } + ["0", "."].map { KeyPress(.character($0)) }
    + [KeyPress(.character("5")), KeyPress(.enter)]

  @Test func aSettledStateIsTheOneThatALiveDashboardComesTo() throws {
    let played = try Played.load()
    for start in [played.start, played.state(), played.state(Place(.department, path: ["HO"]))] {
      let live = Held(start, played.answers)
      live.rest()
      let settled = start.settled(by: played.answers)
      #expect(settled.isAtRest && live.store.state.isAtRest)
      #expect(settled.uncertainty == live.store.state.uncertainty)
      #expect(
        settled.lab.analyses.mapValues(\.result)
          == live.store.state.lab.analyses.mapValues(\.result))
      #expect(draw(settled).frame == draw(live.store.state).frame)
    }
  }

  @Test func everyStateOfASettledStoreIsAtRest() throws {
    let played = try Played.load()
    let store = Store(played.start, played.answers, clock: .settled)
    store.take(.began)
    for key in Self.keys.prefix(8) {
      store.send(.key(key))
      #expect(store.state.isAtRest && !store.isOpen, "\(key)")
    }
  }

  @Test func noDrawsLeaveTheCentralCase() throws {
    let played = try Played.load()
    let start = State(
      inputs: played.start.inputs, evidence: played.start.evidence,
      scenario: played.start.scenario, place: Place(.lab), columns: 160, rows: 48, draws: 0)
    let state = start.settled(by: played.answers)
    #expect(state.projection == played.model.central(start.scenario))
    #expect(state.uncertainty == nil && state.lab.analyses.isEmpty && state.isAtRest)
  }

  /// Where the program starts with levers moved, changes are taken on the same draws.
  @Test func theBaselineIsAskedForOnAsManyDraws() throws {
    let played = try Played.load()
    var scenario = played.start.scenario
    scenario.levers[.startDelay] = 2
    let start = State(
      inputs: played.start.inputs, evidence: played.start.evidence, scenario: scenario,
      baseline: played.start.scenario, draws: 64)
    for clock in [Store.Clock.settled, .virtual] {
      let store = Store(start, played.answers, clock: clock)
      store.take(.began)
      store.settle()
      #expect(store.state.baselines[64] != nil)
    }
  }

  @Test func onTheVirtualClockOnlyTheNewestIsComputed() throws {
    let played = try Played.load()
    let answers = played.answers
    let store = Store(played.start, answers, clock: .virtual)
    store.take(.began)
    store.settle()
    let before = store.state
    for _ in 0..<3 { store.take(.leverStepped(by: -1)) }
    // The central case follows each step; the draws wait until somebody looks.
    #expect(store.isOpen && store.state.uncertainty == before.uncertainty)
    #expect(store.state.projection == played.model.central(store.state.scenario))
    store.settle()
    #expect(store.state.isAtRest && store.state.lab.analyses != before.lab.analyses)
    // What was gone past is not known.
    let live = Held(store.state, answers)
    live.store.take(.undone)
    #expect(live.store.state.uncertaintyIsStale)
    live.store.take(.redone)
    live.rest()
    #expect(live.store.state.uncertainty == store.state.uncertainty)
  }

  /// The same keys give the same bytes, whoever computes and whenever somebody looks.
  @Test func theVirtualClockGivesTheSameBytes() throws {
    let played = try Played.load()
    func play(threads: Int, looks: Bool) -> [String] {
      let answers = Answers(played.model, seed: played.start.seed, threads: threads)
      let store = Store(played.start, answers, clock: .virtual)
      store.take(.began)
      for key in Self.keys {
        store.send(.key(key))
        if looks { store.settle() }
      }
      store.settle()
      return draw(store.state).frame.lines
    }
    let first = play(threads: 1, looks: false)
    #expect(play(threads: 1, looks: false) == first)
    #expect(play(threads: 2, looks: false) == first)
    #expect(play(threads: 2, looks: true) == first)
  }

  /// What reaches outside is handed back, in its order; after the end nothing is taken.
  @Test func whatReachesOutsideIsHandedBack() throws {
    let played = try Played.load()
    let store = Store(played.state(), played.answers, clock: .settled)
    #expect(store.take(.began).isEmpty)
    #expect(store.take(.presetsAsked) == [.scenarios(.list)])
    store.take(.cancelled)
    #expect(store.take(.redrawAsked) == [.redraw] && !store.hasEnded)
    #expect(store.send(.closed) == [.quit] && store.hasEnded)
    let end = store.state
    #expect(store.send(.key(KeyPress(.character("2")))).isEmpty && store.state == end)
  }
}
