import Dashboard
import Frames
import TestSupport
import Testing

/// What holds for every screen at every size.
@Suite struct ScreenPropertyTests {
  static let places = ScreenID.allCases.map {
    Place($0, path: $0 == .department ? ["HMRC"] : [])
  }

  @Test(arguments: places) func everySizeDrawsAFrameOfThatSize(place: Place) throws {
    let world = try World.load()
    var state = try world.state(place)
    for (columns, rows) in [
      (0, 0), (1, 1), (20, 3), (59, 17), (60, 18), (80, 24), (101, 29), (500, 200),
    ] {
      _ = state.update(.resized(columns: columns, rows: rows))
      let frame = draw(state).frame
      #expect(frame.columns == columns && frame.rows == rows)
    }
  }

  @Test(arguments: places) func theFocusIsAlwaysVisible(place: Place) throws {
    let world = try World.load()
    var state = try world.state(place)
    // As many Tabs as any screen has panels: each one shows its focus.
    for _ in 0..<8 {
      let frame = draw(state).frame
      let cursor = try #require(frame.cursor, "\(state.place)")
      #expect(frame.bounds.contains(column: cursor.column, row: cursor.row))
      let heavy = frame.lines.contains { $0.contains("━") }
      #expect(heavy, "the focused panel's border at \(state.place)")
      world.send(.key(KeyPress(.tab)), to: &state)
    }
  }

  @Test(arguments: places) func withoutColourNothingIsToldByColour(place: Place) throws {
    let world = try World.load()
    var state = try world.state(place)
    let coloured = draw(state).frame.lines
    state.set { $0.theme = .mono }
    let plain = draw(state).frame
    #expect(plain.cells.allSatisfy { $0.style.foreground == nil && $0.style.background == nil })
    // Bands are drawn another way without colours; every word and number stays where it was.
    let words: (String) -> [Substring] = { line in
      line.split(whereSeparator: { !$0.isASCII && $0 != "£" }).filter { part in
        part.contains { $0.isLetter }
      }
    }
    #expect(coloured.map(words) == plain.lines.map(words))
  }

  @Test(arguments: places) func asciiMeansNoByteAbove127(place: Place) throws {
    let world = try World.load()
    var state = try world.state(place, columns: 120, rows: 36)
    state.set { $0.ascii = true }
    #expect(draw(state).frame.cells.allSatisfy { $0.text.utf8.allSatisfy { $0 < 128 } })
  }

  /// A window may claim more cells than there is memory for.
  @Test(arguments: [
    (65_535, 65_535), (1001, 24), (80, 501), (20, 65_535), (65_535, 3), (Int.max, Int.max),
  ])
  func tooLargeSaysWhatIsDrawn(columns: Int, rows: Int) throws {
    var state = try World.load().state()
    _ = state.update(.resized(columns: columns, rows: rows))
    let frame = draw(state).frame
    #expect(frame.columns == min(columns, 80) && frame.rows == min(rows, 24))
    #expect(frame.lines.joined().contains(columns < 60 || rows < 18 ? "needs" : "1000x500"))
    _ = state.update(.resized(columns: Largest.columns, rows: Largest.rows))
    #expect(draw(state).frame.columns == 1000 && draw(state).frame.rows == 500)
  }

  @Test func tooSmallSaysWhatIsNeeded() throws {
    let state = try World.load().state(columns: 20, rows: 3)
    let text = draw(state).frame.lines.joined(separator: "\n")
    #expect(text.contains("60x18") && text.contains("20x3"))
  }
}
