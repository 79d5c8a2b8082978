import Dashboard
import Frames
import TestSupport
import Testing

/// Room is used: no panel is a line while another has rows to spare, and few rows are blank.
@Suite struct RoomTests {
  static let places =
    ScreenPropertyTests.places
    + ["HO", "DWP", "MOD", "NHS", "LOCAL", "HMT", "AGO"].map { Place(.department, path: [$0]) }

  @Test(arguments: places) func roomIsUsed(place: Place) throws {
    let world = try World.load()
    for (columns, rows) in [(120, 36), (160, 48), (200, 60)] {
      let state = try world.state(place, columns: columns, rows: rows)
      let drawing = draw(state)
      let panels = drawing.areas.filter { $0.item == nil && $0.heading == nil && $0.press == nil }
      var blank = 0
      var slack: [String] = []
      for area in panels where area.rect.rows > 2 && area.panel != "answer" {
        let inside = (area.rect.row + 1)..<(area.rect.endRow - 1)
        let empty = inside.count { row in
          ((area.rect.column + 1)..<(area.rect.endColumn - 1)).allSatisfy {
            drawing.frame[$0, row].text == " "
          }
        }
        blank += empty * area.rect.columns
        if empty >= 3 { slack.append(area.panel) }
      }
      let folded = panels.filter { $0.rect.rows == 1 && $0.panel != "answer" }.map(\.panel)
      let share = Double(blank) / Double(columns * rows)
      #expect(share < 0.12, "\(place.screen) \(place.path) at \(columns)x\(rows): \(share)")
      #expect(folded.isEmpty || slack.isEmpty, "\(columns)x\(rows): \(folded) beside \(slack)")
    }
  }
}
