import Figures
import Frames
import Testing

@testable import Dashboard

/// A table that is still being read is shown as such, and taken in when it is there.
@Suite struct LoadingTests {
  private let loading = Loading(table: "contractor_spend", percent: 40)

  @Test(arguments: [
    (Place(.contractors), 2), (Place(.department, path: ["HMRC"], panel: "months"), 1),
  ])
  func theScreensThatNeedItSaySo(place: Place, panels: Int) throws {
    let world = try World.load().withoutDraws
    var state = try world.state(place, columns: 160, rows: 48)
    _ = state.update(.loaded(Evidence(state.evidence, months: MonthlyReturns([]))))
    _ = state.update(.loading(loading))
    let words = "loading contractor_spend … 40%"
    let text = draw(state).frame.lines.joined(separator: "\n")
    // Each of its panels, and the status line.
    #expect(text.matches(of: try Regex(words)).count == panels + 1)

    _ = state.update(.loaded(world.evidence))
    #expect(state.loading == nil)
    let after = draw(state).frame
    #expect(!after.lines.joined().contains("loading"))
    #expect(after.lines == draw(try world.state(place, columns: 160, rows: 48)).frame.lines)
  }

  @Test func otherScreensGoOn() throws {
    let world = try World.load().withoutDraws
    var state = try world.state(columns: 120, rows: 36)
    let before = draw(state).frame.lines
    _ = state.update(.loading(loading))
    let after = draw(state).frame.lines
    #expect(zip(before, after).count { $0 != $1 } == 1, "only the status line tells of it")
  }
}
