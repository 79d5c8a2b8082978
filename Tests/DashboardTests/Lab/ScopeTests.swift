import Analytics
import Dashboard
import Figures
import Frames
import TestSupport
import Testing

/// Levers of a sector or an organisation from the Lab, and the mouse on their tracks.
@Suite struct ScopeTests {
  private func lab(_ scope: LeverScope) throws -> (World, State) {
    let world = try World.load().withoutDraws
    var state = try world.state(Place(.lab), columns: 120, rows: 36)
    state.lab.scope = scope
    return (world, state)
  }

  private func title(_ state: State) -> String {
    draw(state).frame.lines.first { $0.contains("Levers:") } ?? ""
  }

  @Test func theScopeIsChosenFromAListAndShownInTheTitle() throws {
    var (world, state) = try lab(.nation)
    world.send([.of("v"), KeyPress(.down), KeyPress(.enter)], to: &state)
    #expect(state.lab.scope == .sector("Central"))
    #expect(title(state).contains("Levers: sector Central"))
  }

  @Test func aSectorsLeversAreOverridesOfItsOrganisations() throws {
    var (world, state) = try lab(.sector("Devolved"))
    world.send([KeyPress(.left)], to: &state)
    #expect(
      state.scenario.overrides == [
        "SCOT": [.automationCoverage: 0.95], "WALES": [.automationCoverage: 0.95],
      ])
    #expect(state.scenario.levers == state.baseline.levers)
    world.send([KeyPress(.enter), .of("0"), .of("."), .of("4"), KeyPress(.enter)], to: &state)
    #expect(state.scenario.overrides["WALES"] == [.automationCoverage: 0.4])
    world.send([.of("0")], to: &state)
    #expect(state.scenario == state.baseline)
  }

  @Test func valuesThatDifferAreShownAsMixedAndStepApart() throws {
    var (world, state) = try lab(.organisation("SCOT"))
    world.send([.of("H")], to: &state)
    state.lab.scope = .sector("Devolved")
    #expect(draw(state).frame.lines.contains { $0.contains("*mixed") })
    #expect(state.sight.focused?.figure?.text.contains("mixed: 0.5 to 1") == true)
    world.send([KeyPress(.left)], to: &state)
    #expect(state.scenario.overrides["SCOT"] == [.automationCoverage: 0.45])
    #expect(state.scenario.overrides["WALES"] == [.automationCoverage: 0.95])
  }

  /// A lever that no organisation has a value of its own for is not offered to one.
  @Test func onlyLeversThatOrganisationsHaveAreOffered() throws {
    let (world, state) = try lab(.organisation("HMRC"))
    let offered = state.sight.entries.compactMap { $0.panel == "levers" ? $0.lever : nil }
    #expect(offered == world.inputs.levers.filter(\.perOrganisation).map(\.id))
  }

  @Test func theMouseTakesHoldOfASliderAndADragIsOneChange() throws {
    var (world, state) = try lab(.nation)
    let area = try #require(
      draw(state).areas.first { $0.panel == "levers" && $0.item == 1 && $0.track != nil })
    let track = try #require(area.track)
    func at(_ column: Int) -> Position { Position(column: column, row: track.row) }
    world.send(.mouse(.press, at(track.column)), to: &state)
    #expect(state.scenario.levers[.channelCoverage] == 0)
    #expect(state.place.items["levers"] == 1)
    world.send(.mouse(.drag, at(track.column + track.columns / 2)), to: &state)
    let middle = try #require(state.scenario.levers[.channelCoverage])
    #expect(abs(middle - 0.5) <= 0.05)
    // Beyond the end, and off the row, the slider stays with the mouse.
    world.send(.mouse(.drag, Position(column: 119, row: 30)), to: &state)
    #expect(state.scenario.levers[.channelCoverage] == 1)
    world.send(.mouse(.drag, at(track.column)), to: &state)
    world.send(.mouse(.release, at(track.column)), to: &state)
    #expect(state.lab.drag == nil && state.undo.count == 1)
    // Nothing is held any more: the focus may go along, no slider does.
    world.send(.mouse(.drag, at(track.endColumn - 1)), to: &state)
    #expect(state.scenario.levers[.channelCoverage] == 0 && state.undo.count == 1)
    world.send([.of("z")], to: &state)
    #expect(state.scenario == state.baseline)
  }

  @Test func aDragThatEndsWhereItBeganIsNoChange() throws {
    var (world, state) = try lab(.nation)
    let area = try #require(draw(state).areas.first { $0.item == 0 && $0.track != nil })
    let track = try #require(area.track)
    let end = Position(column: track.endColumn - 1, row: track.row)
    world.send(.mouse(.press, end), to: &state)
    world.send(.mouse(.drag, Position(column: track.column, row: track.row)), to: &state)
    world.send(.mouse(.drag, end), to: &state)
    world.send(.mouse(.release, end), to: &state)
    #expect(state.scenario == state.baseline && state.undo.isEmpty)
  }
}
