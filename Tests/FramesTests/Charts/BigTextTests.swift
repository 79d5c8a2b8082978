import Frames
import Testing

/// Large digits, drawn in the test.
@Suite struct BigTextTests {
  @Test func digitsAndSignsInHalfBlocks() {
    var frame = Frame(columns: 22, rows: 4)
    let used = frame.bigText("£4%", in: frame.bounds, .plain)
    #expect(used == (17, 4))
    #expect(
      frame.lines == [
        " ▄▀▀▄ █   █ ██  █     ",
        "▄█▄   █▄▄▄█   ▄▀      ",
        " █        █ ▄▀ ▄▄     ",
        "▀▀▀▀▀     ▀ ▀  ▀▀     ",
      ])
  }

  @Test func asLargeAsThereIsRoom() {
    for (columns, rows, size) in [(5, 4, 1), (10, 7, 2), (11, 8, 2), (15, 11, 3), (60, 11, 3)] {
      var frame = Frame(columns: columns, rows: rows)
      let used = frame.bigText("8", in: frame.bounds, .plain)
      #expect(used == (5 * size, (7 * size + 1) / 2))
    }
  }

  @Test func inASCIIOfSignsAlone() {
    var frame = Frame(columns: 10, rows: 7)
    #expect(frame.bigText("7", in: frame.bounds, .plain, glyphs: .ascii) == (10, 7))
    #expect(frame.lines[0] == "##########" && frame.lines[1] == "        ##")
    var narrow = Frame(columns: 5, rows: 7)
    #expect(narrow.bigText("7", in: narrow.bounds, .plain, glyphs: .ascii) == (5, 7))
  }

  @Test(arguments: ["", "hello", "7é", "\u{1B}[31m7"]) func whatHasNoShapeIsNotDrawn(text: String) {
    var frame = Frame(columns: 80, rows: 20)
    #expect(frame.bigText(text, in: frame.bounds, .plain) == (0, 0) && !hasBigShape(text))
    #expect(frame == Frame(columns: 80, rows: 20))
  }

  @Test func neverOutsideItsRectangle() {
    for columns in 0..<30 {
      for rows in 0..<12 {
        var frame = Frame(columns: 40, rows: 20)
        let rect = Rect(column: 3, row: 2, columns: columns, rows: rows)
        let used = frame.bigText("-1.5k", in: rect, .plain)
        #expect(used.columns <= columns && used.rows <= rows)
        for row in 0..<20 {
          for column in 0..<40 where frame[column, row].text != " " {
            #expect(rect.contains(column: column, row: row))
          }
        }
      }
    }
  }
}
