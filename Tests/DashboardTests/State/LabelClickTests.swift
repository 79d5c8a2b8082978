import Dashboard
import Figures
import Frames
import TestSupport
import Testing

/// A click on the label of a key is that key.
@Suite struct LabelClickTests {
  private func click(_ text: String, row: Int, in state: inout State, _ world: World) throws {
    let line = draw(state).frame.lines[row]
    let range = try #require(line.firstRange(of: text), "\(line)")
    let column = line[..<range.lowerBound].count
    world.send(.mouse(.press, Position(column: column, row: row)), to: &state)
  }

  @Test(arguments: [(120, 36, 1, "3 Legacy"), (80, 24, 0, "3Leg")])
  func tabsOpenTheirScreens(columns: Int, rows: Int, row: Int, text: String) throws {
    let world = try World.load().withoutDraws
    var state = try world.state(columns: columns, rows: rows)
    try click(text, row: row, in: &state, world)
    #expect(state.place.screen == .legacy)
  }

  @Test func theFooterIsClicked() throws {
    let world = try World.load().withoutDraws
    var state = try world.state(columns: 120, rows: 36)
    try click("? help", row: 35, in: &state, world)
    #expect(state.layers == [.help(scroll: 0)])
    try click("g what terms mean", row: 35, in: &state, world)
    #expect(state.layers.last == .glossary(term: "", scroll: 0))
    try click("Esc back", row: 35, in: &state, world)
    #expect(state.layers == [.help(scroll: 0)])
  }

  /// The screens are named at 80 columns, and the date of the data stands beside them.
  @Test func namesAndDateAt80Columns() throws {
    let world = try World.load().withoutDraws
    for place in ScreenPropertyTests.places {
      let line = draw(try world.state(place)).frame.lines[0]
      for name in ["1Over", "2Opp", "3Leg", "4Cont", "5Out", "6Serv", "7Dept", "8Lab", "9Evid"] {
        #expect(line.contains(name), "\(line)")
      }
      #expect(line.contains(world.evidence.date), "\(line)")
    }
  }
}
