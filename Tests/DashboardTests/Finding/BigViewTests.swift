import Dashboard
import Frames
import TestSupport
import Testing

/// One panel for a room.
@Suite struct BigViewTests {
  @Test(arguments: ScreenPropertyTests.places) func everyPanelFillsTheScreenAtEverySize(
    place: Place
  ) throws {
    let world = try World.load()
    for (columns, rows) in [(60, 18), (160, 48)] {
      var state = try world.state(place, columns: columns, rows: rows)
      for panel in state.panelNames {
        state.go { $0.panel = panel }
        var big = state
        world.send([.of("b")], to: &big)
        #expect(big.layers == [.big])
        let frame = draw(big).frame
        #expect(frame.columns == columns && frame.rows == rows)
        let cursor = try #require(frame.cursor)
        #expect(frame.bounds.contains(column: cursor.column, row: cursor.row))
        // Neither tabs nor other panels: only one box.
        #expect(
          frame.lines.count { $0.contains("┏") } == 1 && !frame.lines.contains { $0.contains("┌ ") }
        )
        world.send([.of("b")], to: &big)
        #expect(big == state || big.place == state.place && big.layers.isEmpty)
      }
    }
  }

  @Test func theNumberStandsInBlocksAndFollowsTheFocus() throws {
    let world = try World.load()
    var state = try world.state(columns: 120, rows: 36)
    world.send([.of("b")], to: &state)
    let first = draw(state).frame.lines
    #expect(first.prefix(14).joined().count { "█▀▄".contains($0) } > 80)
    #expect(first.contains { $0.contains("over £45bn a year reported") })
    // The tile's other number first, then the next tile's.
    world.send([KeyPress(.right), KeyPress(.right)], to: &state)
    let second = draw(state).frame.lines
    #expect(second != first && second.contains { $0.contains("Legacy share of systems") })
    world.send([KeyPress(.tab)], to: &state)
    #expect(draw(state).frame.lines.contains { $0.contains("Simplify") || $0.contains("simplify") })
    world.send([KeyPress(.escape)], to: &state)
    #expect(state.layers.isEmpty)
  }

  @Test func inASCIIItIsDrawnWithSigns() throws {
    let world = try World.load()
    var state = try world.state(
      columns: 120, rows: 36, settings: Settings(theme: .dark, ascii: true))
    world.send([.of("b")], to: &state)
    let frame = draw(state).frame
    #expect(frame.cells.allSatisfy { $0.text.utf8.allSatisfy { $0 < 128 } })
    #expect(frame.lines.prefix(16).joined().count { $0 == "#" } > 80)
  }
}
