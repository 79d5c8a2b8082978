import Analytics
import Dashboard
import Frames
import Store
import Testing

/// The clock of the dashboard: what is answered at once, what later, and what never.
@Suite struct LiveTests {
  private func held(_ state: State? = nil) throws -> (Played, Held) {
    let played = try Played.load()
    return (played, Held(state ?? played.state(), played.answers))
  }

  @Test func theCentralCaseIsThereAtOnceAndDrawsAreGathered() throws {
    let (played, held) = try held(Played.load().state(draws: Played.many))
    #expect(held.store.state.projection == played.model.central(played.start.scenario))
    #expect(held.store.state.uncertainty == nil && held.draws.count == 1)
    held.draws.do()
    // It is there when it is gathered, not before: no other thread touches the state.
    #expect(held.store.state.uncertainty == nil && held.woken.times == 1)
    held.store.gather()
    #expect(held.store.state.uncertainty?.draws == 1024 && held.draws.count == 1)
    held.rest()
    #expect(held.store.state.uncertainty?.draws == Played.many && held.store.state.isAtRest)
  }

  @Test func aNewerRequestStopsAnOlderOne() throws {
    let (played, held) = try held()
    held.rest()
    let (before, woken) = (held.store.state.uncertainty, held.woken.times)
    held.store.take(.leverTyped(.startDelay, .nation, "1"))
    held.store.take(.leverTyped(.startDelay, .nation, "2"))
    #expect(held.draws.count == 2)
    held.draws.do()
    #expect(held.woken.times == woken, "the older one says nothing")
    held.store.gather()
    #expect(held.store.state.uncertainty == before && held.store.state.uncertaintyIsStale)
    held.rest()
    var scenario = played.start.scenario
    scenario.levers[.startDelay] = 2
    #expect(held.store.state.scenario == scenario && held.store.state.isAtRest)
    #expect(
      held.store.state.uncertainty
        == played.model.uncertainty(
          scenario, draws: 32, seed: played.start.seed,
          detail: Detail(organisations: true, fans: [])))
  }

  /// An answer may be on its way when the lever moves on.
  @Test func anAnswerThatComesTooLateIsDropped() throws {
    let (_, held) = try held()
    held.rest()
    let before = held.store.state.uncertainty
    held.store.take(.leverTyped(.startDelay, .nation, "1"))
    held.draws.do()
    held.store.take(.leverTyped(.startDelay, .nation, "2"))
    held.store.gather()
    #expect(held.store.state.uncertainty == before && held.store.state.uncertaintyIsStale)
  }

  @Test func workThatHasBegunStopsBetweenBlocks() throws {
    let played = try Played.load()
    let request = Request(number: 1, scenario: played.start.scenario, draws: 1024)
    #expect(played.answers.answer(request) { true } == nil)
    #expect(played.answers.answer(request) != nil)
  }

  @Test func whatIsKnownIsAnsweredAtOnce() throws {
    let (_, held) = try held()
    held.rest()
    let first = held.store.state
    held.store.take(.leverTyped(.startDelay, .nation, "2"))
    held.rest()
    let second = held.store.state
    held.store.take(.undone)
    #expect(held.store.state.uncertainty == first.uncertainty && held.store.state.isAtRest)
    held.store.take(.redone)
    #expect(held.store.state.uncertainty == second.uncertainty && held.store.state.isAtRest)
    #expect(held.draws.count == 0)
  }

  /// A new sample maps anew only what an assumption touches, and says the same as one made alone.
  @Test func samplesThatAreReusedChangeNoBit() throws {
    let played = try Played.load()
    var scenario = played.start.scenario
    let answers = played.answers
    for step in 0..<3 {
      scenario.assumptions[.costOverrun] = ThreePoint(fixed: 1 + Double(step) / 4)
      scenario.levers[.pace] = 1 - Double(step) / 10
      let request = Request(number: step, scenario: scenario, draws: 256)
      #expect(answers.answer(request) == played.answers.answer(request))
    }
  }

  @Test(arguments: [false, true]) func reducedMotionChangesThePictureOnce(reduced: Bool) throws {
    let played = try Played.load()
    let (_, held) = try held(
      played.state(settings: Settings(reducedMotion: reduced), draws: Played.many))
    held.rest()
    /// How often what the draws say is another than before, after an action.
    func changes(_ action: Action) -> Int {
      var last = held.store.state.uncertainty
      var count = 0
      held.store.take(action)
      while held.draws.count > 0 {
        held.draws.do()
        held.store.gather()
        if held.store.state.uncertainty != last { count += 1 }
        last = held.store.state.uncertainty
      }
      return count
    }
    let wanted = reduced ? 1 : 2
    #expect(changes(.leverTyped(.startDelay, .nation, "2")) == wanted)
    // An organisation's page asks for that organisation's fan.
    #expect(changes(.went(Place(.department, path: ["HO"]))) == wanted)
    #expect(held.store.state.uncertainty?.draws == Played.many)
  }

  /// Analyses come after the draws, and one of an earlier scenario is not gone on with.
  @Test func analysesOfAnEarlierScenarioStop() throws {
    let (played, held) = try held(Played.load().start)
    while held.draws.count > 0 {
      held.draws.do()
      held.store.gather()
    }
    let asked = held.analyses.count
    #expect(asked > 0 && Set(held.store.state.lab.analysing.keys).count == asked)
    held.store.take(.leverTyped(.startDelay, .nation, "2"))
    let woken = held.woken.times
    for _ in 0..<asked { held.analyses.do() }
    #expect(held.woken.times == woken && held.store.state.lab.analyses.isEmpty)
    held.rest()
    guard case .tornado(let base, let bars)? = held.store.state.lab.analyses[.tornado]?.result
    else {
      Issue.record("no tornado")
      return
    }
    let scenario = held.store.state.scenario
    #expect(base == played.model.central(scenario).metrics[.npsv])
    #expect(bars == played.model.tornado(scenario))
  }

  @Test func threadsOfItsOwnComeToTheSameRest() async throws {
    let played = try Played.load()
    let woken = Held.Woken()
    let clock = LiveClock { woken.wake() }
    let store = Store(played.state(), played.answers, clock: .live(clock))
    store.take(.began)
    try await Task.sleep(for: .milliseconds(50))
    #expect(woken.times == 0, "draws wait for the first frame")
    clock.begin(preparing: store.state)
    while !store.state.isAtRest {
      try await Task.sleep(for: .milliseconds(5))
      store.gather()
    }
    #expect(
      store.state.uncertainty == played.state().settled(by: played.answers).uncertainty)
  }
}
