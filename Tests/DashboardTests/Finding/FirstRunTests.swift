import Dashboard
import Frames
import TestSupport
import Testing

/// The hint for the first run, and what a drag of the pointer does.
@Suite struct FirstRunTests {
  @Test func theFirstKeyTakesTheHintAwayForEver() throws {
    let world = try World.load()
    var state = try world.state(columns: 120, rows: 36)
    #expect(draw(state).frame.lines.last?.contains("New here?") == false)
    _ = state.update(.terminalOpened(.trueColour, isFirstRun: true))
    #expect(draw(state).frame.lines.last?.contains("New here? : finds anything") == true)
    // What comes in by itself leaves it.
    #expect(world.send(.resize(columns: 100, rows: 30), to: &state) == [])
    #expect(state.isFirstRun)
    #expect(world.send(.key(KeyPress(.down)), to: &state) == [.hintSeen])
    #expect(!state.isFirstRun && draw(state).frame.lines.last?.contains("New here?") == false)
    #expect(world.send(.key(KeyPress(.down)), to: &state) == [])
  }

  @Test func aDragTakesTheFocusAlongAndOpensNothing() throws {
    let world = try World.load()
    var state = try world.state(Place(.departments), columns: 120, rows: 36)
    let rows = draw(state).areas.filter { $0.item != nil && $0.number == nil }
    for row in rows.prefix(6) {
      let place = Position(column: row.rect.column + 4, row: row.rect.row)
      world.send(.mouse(.drag, place), to: &state)
      #expect(state.place.items["departments"] == row.item && state.layers.isEmpty)
    }
    world.send(.mouse(.release, Position(column: 5, row: 5)), to: &state)
    #expect(state.place.screen == .departments)
  }

  @Test func withReducedMotionThePictureChangesOnceForAChange() throws {
    let world = try World.load()
    var state = try world.state(
      Place(.lab), columns: 120, rows: 36, settings: Settings(reducedMotion: true))
    let action = try #require(state.action(for: .key(KeyPress(.left))))
    let counts = state.update(action).compactMap { effect -> Int? in
      if case .project(let request) = effect { request.draws } else { nil }
    }
    #expect(counts == [0, state.lab.restedDraws])
  }
}
