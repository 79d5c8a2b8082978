import Dashboard
import Frames
import Testing

/// One panel a screen where there is little room: no value and no mark is cut.
@Suite struct LargeTypeTests {
  static let places =
    ScreenPropertyTests.places
    + ["HO", "HMRC", "DWP", "NHS", "DSIT", "LOCAL"].map { Place(.department, path: [$0]) }

  @Test(arguments: places, [(60, 18), (60, 20), (70, 20), (80, 24)])
  func noValueIsCutAtAnyStop(place: Place, size: (Int, Int)) throws {
    let world = try World.load()
    var state = try world.state(place, columns: size.0, rows: size.1)
    for _ in state.tabStops {
      for key in [KeyPress(.home), KeyPress(.end)] {
        world.send([key], to: &state)
        let drawing = draw(state)
        #expect(drawing.frame.cursor != nil)
        for line in drawing.frame.lines.dropFirst().dropLast(2) {
          for word in line.split(whereSeparator: { " │┃".contains($0) }) {
            let isNumber = word.contains { $0.isNumber || $0 == "£" }
            #expect(!(isNumber && word.contains("\u{2026}")), "\(state.shownPanel ?? ""): \(line)")
          }
        }
      }
      world.send([KeyPress(.tab)], to: &state)
    }
  }

  @Test func thePanelWithTheFocusHasTheScreenAndSaysWhichItIs() throws {
    let world = try World.load()
    var state = try world.state(Place(.overview), columns: 60, rows: 18)
    let boxes = draw(state).areas.filter {
      $0.item == nil && $0.panel != "answer" && $0.press == nil
    }
    #expect(boxes.map(\.panel) == ["tiles"])
    #expect(draw(state).frame.lines.contains { $0.contains(" 1 of ") })
    world.send([KeyPress(.tab)], to: &state)
    #expect(draw(state).frame.lines.contains { $0.contains(" 2 of ") })
    let tiles = draw(try world.state(Place(.overview), columns: 60, rows: 18)).frame.lines
    #expect(tiles.contains { $0.contains("£45bn+ R") && $0.contains("Yearly potential") })
  }
}
