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
    state.choose(scope)
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
    state.choose(.sector("Devolved"))
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

  /// On an organisation's page its own levers are meant: by keys, by typing, and by name.
  @Test func aLeverOnAPageMovesThatOrganisationAlone() throws {
    let world = try World.load().withoutDraws
    let page = Place(.department, path: ["HO"], panel: "levers")
    let start = try world.state(page, columns: 120, rows: 36)
    let typed = [KeyPress(.enter), .of("0"), .of("."), .of("5"), KeyPress(.enter)]
    for keys in [[KeyPress(.left)], [.of("H")], typed] {
      var state = start
      world.send(keys, to: &state)
      #expect(Array(state.scenario.overrides.keys) == ["HO"])
      #expect(state.scenario.levers == state.baseline.levers && state.place.path == ["HO"])
    }
    // The name alone finds the page's lever, and says whose the other one is.
    var state = start
    world.send([.of(":")] + "start delay".map { .of($0) }, to: &state)
    let lines = draw(state).frame.lines
    let own = try #require(lines.firstIndex { $0.contains("Start delay, Home Office") })
    let all = try #require(lines.firstIndex { $0.contains("Start delay, all organisations") })
    #expect(own < all)
    world.send([KeyPress(.enter), KeyPress(.enter), .of("2"), KeyPress(.enter)], to: &state)
    #expect(state.scenario.overrides == ["HO": [.startDelay: 2]])
  }

  @Test func onAPageAllLeversArePutBackForThatOrganisation() throws {
    let world = try World.load().withoutDraws
    var state = try world.state(Place(.lab), columns: 120, rows: 36)
    world.send([KeyPress(.left)], to: &state)
    state.go { $0 = Place(.department, path: ["HO"], panel: "levers") }
    world.send([KeyPress(.left), .of("r")], to: &state)
    #expect(state.scenario.overrides.isEmpty && state.scenario != state.baseline)
    world.send([.of("r")], to: &state)
    #expect(state.message.contains("Home Office already are as in"))
    state.go { $0 = Place(.lab) }
    world.send([.of("r")], to: &state)
    #expect(state.scenario == state.baseline)
  }

  /// The national lever is found by name whatever levers the Lab shows.
  @Test func aNationalLeverIsFoundWhateverTheLabShows() throws {
    var (world, state) = try lab(.organisation("HMRC"))
    world.send([.of("1"), .of(":")] + "start delay".map { .of($0) }, to: &state)
    world.send([KeyPress(.enter)], to: &state)
    #expect(state.lab.scope == .nation && state.sight.focused?.lever == .startDelay)
  }

  @Test func theValueMayHaveThePrintedMinusAndIsNeverCut() throws {
    var (world, state) = try lab(.nation)
    for text in ["\u{2212}1", "-1", String(repeating: "0", count: 25) + "1", "two"] {
      world.send([KeyPress(.enter)], to: &state)
      world.send(.paste(text), to: &state)
      world.send([KeyPress(.enter)], to: &state)
      guard case .prompt(_, let problem)? = state.layers.last else {
        Issue.record("\(text) was taken")
        continue
      }
      #expect(problem.contains(text.count > 24 ? "more than 24" : "allowed 0 to 1"), "\(problem)")
      #expect(problem.contains("outside the range") == (text.count == 2), "\(problem)")
      world.send([KeyPress(.escape)], to: &state)
    }
    #expect(state.scenario == state.baseline)
  }
}
