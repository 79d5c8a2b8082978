import Frames
import Screenshots
import Testing

@Suite struct TextFormsTests {
  static let blue = Colour(0x12436D, indexed: 24, basic: 4)
  static let white = Colour(0xFFFFFF, indexed: 231, basic: 15)

  static var frame: Frame {
    var frame = Frame(columns: 8, rows: 3)
    frame.write("£45", column: 0, row: 0, Style(blue, on: nil, .bold))
    frame.write("漢 ", column: 3, row: 0, .plain)
    frame.write("on", column: 1, row: 1, Style(white, on: blue))
    frame.write("  ", column: 4, row: 1, Style(nil, on: nil, .reverse))
    return frame
  }

  @Test func plainTextHasNoTrailingBlanks() {
    #expect(plainText(Self.frame) == "£45漢\n on\n\n")
    #expect(plainText(Frame(columns: 0, rows: 0)).isEmpty)
  }

  @Test(arguments: [
    (
      ColourDepth.trueColour,
      "\u{1B}[0;1;38;2;18;67;109m£45\u{1B}[0m漢\n"
        + " \u{1B}[0;38;2;255;255;255;48;2;18;67;109mon\u{1B}[0m \u{1B}[0;7m  \u{1B}[0m\n\n"
    ),
    (
      .indexed,
      "\u{1B}[0;1;38;5;24m£45\u{1B}[0m漢\n"
        + " \u{1B}[0;38;5;231;48;5;24mon\u{1B}[0m \u{1B}[0;7m  \u{1B}[0m\n\n"
    ),
    (
      .basic,
      "\u{1B}[0;1;34m£45\u{1B}[0m漢\n \u{1B}[0;97;44mon\u{1B}[0m \u{1B}[0;7m  \u{1B}[0m\n\n"
    ),
    (.none, "\u{1B}[0;1m£45\u{1B}[0m漢\n on \u{1B}[0;7m  \u{1B}[0m\n\n"),
  ])
  func ansiHasTheColoursThatThereAre(colours: ColourDepth, text: String) {
    #expect(ansi(Self.frame, colours: colours) == text)
  }

  @Test func styledTextShowsEveryStyle() {
    let expected = """
      £45漢
       on

      --------
      aaa.....
      .bb.cc..
      ........
      --------
      a: fg #12436D bold
      b: fg #FFFFFF bg #12436D
      c: reverse

      """
    #expect(styledText(Self.frame) == expected)
  }

  @Test func stylesNeverShareALetter() {
    var frame = Frame(columns: 30, rows: 10)
    for cell in 0..<300 {
      let colour = Colour(UInt32(cell), indexed: 0, basic: 0)
      frame.write("x", column: cell % 30, row: cell / 30, Style(colour))
    }
    let lines = styledText(frame).split(separator: "\n")
    #expect(Set(lines[11..<21].joined()).count == 300)
  }
}
