import Analytics
import Frames
import Testing

@testable import Dashboard

/// A lost session is offered, and taken up whole or left.
@Suite struct LostSessionTests {
  private func lost() throws -> (world: World, session: Session) {
    let world = try World.load().withoutDraws
    var state = try world.state(Place(.lab))
    #expect(state.session == nil, "nothing has been changed")
    for steps in [-1.0, -1.0, -10.0] {
      world.take(.leverStepped(by: steps), into: &state)
    }
    world.take(.undone, into: &state)
    return (world, try #require(state.session))
  }

  private func offered() throws -> (world: World, state: State, lost: LostSession) {
    let (world, session) = try lost()
    let lost = LostSession(session: session, id: "7", age: "2 minutes ago", others: 1)
    var state = try world.state()
    _ = state.update(.sessionOffered(lost))
    return (world, state, lost)
  }

  @Test func theOfferSaysWhatItIs() throws {
    let (_, state, _) = try offered()
    let text = draw(state).frame.lines.joined(separator: "\n")
    for words in [
      "A session was lost", "2 minutes ago", "2 to undo and 1 to redo", "Scenario lab", "1 more",
      "Enter", "Esc", "throw it away",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func enterTakesAllOfItUp() throws {
    var (world, state, lost) = try offered()
    #expect(world.take(.confirmed, into: &state) == [.sessionTakenUp("7")])
    #expect(state.session == lost.session)
    #expect(state.projection?.scenario == lost.session.standing.scenario)
    #expect(state.layers.isEmpty)
  }

  @Test func escLeavesItAndDThrowsItAwayAfterAQuestion() throws {
    let (world, start, lost) = try offered()
    for (presses, expected, left) in [
      ([KeyPress(.escape)], [], []), ([.of("d"), .of("y")], [Effect.sessionDiscarded("7")], []),
      ([.of("d"), .of("n")], [], [Layer.offer(lost)]),
      ([.of("d"), KeyPress(.escape)], [], [.offer(lost)]),
    ] {
      var state = start
      var effects: [Effect] = []
      for press in presses { effects += world.send(.key(press), to: &state) }
      #expect(effects == expected)
      #expect(state.session == nil && state.layers == left)
    }
  }

  /// It comes unasked: what is typed meanwhile is for the screen.
  @Test func keysThatItDoesNotTakeAreForTheScreenBehind() throws {
    var (world, state, lost) = try offered()
    world.send([.of("8"), KeyPress(.down), KeyPress(.left)], to: &state)
    #expect(state.place.screen == .lab && state.scenario != state.baseline)
    #expect(state.layers == [.offer(lost)])
    world.send([.of("?")], to: &state)
    #expect(state.layers == [.offer(lost), .help(scroll: 0)])
    world.send([KeyPress(.escape), .of(":"), .of("d")], to: &state)
    #expect(state.layers == [.offer(lost), .palette(text: "d", chosen: 0)])
    world.send([KeyPress(.escape)], to: &state)
    #expect(world.send(.key(.of("q")), to: &state) == [], "asks first")
    #expect(world.send(.key(.of("q")), to: &state) == [.quit])
  }

  @Test func whatHasBeenUndoneToTheStartIsNothingToKeep() throws {
    let world = try World.load().withoutDraws
    var state = try world.state(Place(.lab))
    world.send([KeyPress(.left)], to: &state)
    #expect(state.session != nil)
    world.send([.of("z")], to: &state)
    #expect(state.session == nil && !state.redo.isEmpty)
    world.send([.of("z")], to: &state)
    #expect(state.message == "Nothing to undo.")
  }

  @Test(arguments: [
    Place(.lab), Place(.department, path: ["HO"], panel: "levers"),
    Place(.lab, panel: "levers", enlarged: true),
  ]) func noToLeavingLeavesOneWhereOneWas(place: Place) throws {
    let world = try World.load().withoutDraws
    var state = try world.state(place)
    world.send([KeyPress(.left)], to: &state)
    let (before, scenario) = (state.place, state.scenario)
    #expect(world.send(.key(.of("q")), to: &state) == [] && state.message.contains("Esc stays"))
    world.send([KeyPress(.escape)], to: &state)
    #expect(state.place == before && state.scenario == scenario)
    // From a prompt as well, where the question can be seen.
    world.send([KeyPress(.enter), .of("0"), KeyPress(.character("c"), .control)], to: &state)
    #expect(draw(state).frame.lines.last?.contains("ctrl+c again leaves, Esc stays") == true)
    world.send([KeyPress(.escape)], to: &state)
    #expect(state.layers == [.prompt(text: "0", problem: "")] && state.place == before)
    world.send([KeyPress(.character("c"), .control)], to: &state)
    #expect(world.send(.key(KeyPress(.character("c"), .control)), to: &state) == [.quit])
  }

  @Test func changesAreKeptWithoutAnEndAndPlacesWithOne() throws {
    let world = try World.load().withoutDraws
    var state = try world.state(Place(.lab))
    for turn in 0..<1200 {
      _ = state.update(.leverStepped(by: turn % 2 == 0 ? -1 : 1))
      _ = state.update(.screenChosen(turn % 2 == 0 ? .legacy : .lab))
      _ = state.update(.screenChosen(.lab))
    }
    #expect(state.undo.count == 1200 && state.past.count == History.places)
    while !state.undo.isEmpty { _ = state.update(.undone) }
    #expect(state.scenario == state.baseline)
  }

  @Test func whatWasChangedMeanwhileCanBeUndoneTo() throws {
    var (world, state, lost) = try offered()
    world.take(.frontLeft, into: &state)
    state.go { $0 = Place(.lab) }
    world.take(.leverStepped(by: -3), into: &state)
    let mine = state.scenario
    world.take(.sessionOffered(lost), into: &state)
    world.take(.confirmed, into: &state)
    #expect(state.scenario == lost.session.standing.scenario)
    world.take(.undone, into: &state)
    #expect(state.scenario == mine)
  }
}
