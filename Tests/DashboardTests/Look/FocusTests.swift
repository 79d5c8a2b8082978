import Dashboard
import Frames
import TestSupport
import Testing

/// The hardware cursor, by which screen readers and magnifiers follow the focus.
@Suite struct FocusTests {
  @Test(arguments: ScreenPropertyTests.places) func theCursorStandsOnTheItemInFocus(place: Place)
    throws
  {
    let world = try World.load()
    var state = try world.state(place, columns: 120, rows: 36)
    for _ in state.panelNames {
      for _ in 0..<2 {
        let drawing = draw(state)
        let sight = state.sight
        let cursor = try #require(drawing.frame.cursor)
        let areas = drawing.areas.filter { $0.panel == sight.panel && $0.item == sight.item }
        // An item that is drawn has the cursor on it, a marker, and reverse video.
        if areas.contains(where: { !$0.rect.isEmpty && $0.item != nil }) {
          #expect(
            areas.contains { $0.rect.contains(column: cursor.column, row: cursor.row) },
            "\(sight.panel) \(sight.item ?? -1)")
          #expect(
            drawing.frame[cursor.column, cursor.row].style.attributes.contains(.reverse))
        }
        world.send([KeyPress(.down)], to: &state)
      }
      world.send([KeyPress(.tab)], to: &state)
    }
  }
}
