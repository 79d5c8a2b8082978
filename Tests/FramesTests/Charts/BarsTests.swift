import Frames
import Testing

@Suite struct BarsTests {
  @Test(
    arguments: [
      (0, "    "), (0.001, "▏   "), (1, "█   "), (1.5, "█▌  "), (2.25, "██▎ "), (4, "████"),
      (9, "████"), (-3, "    "), (.nan, "    "),
    ] as [(Double, String)])
  func barsGrowByEighths(value: Double, line: String) {
    let frame = drawn(4, 1) { $0.bar(value: value, scale: 4, in: $1, style: .plain) }
    #expect(frame.lines == [line])
  }

  @Test(arguments: Glyphs.allCases)
  func barsNeverShrinkAsTheValueGrows(glyphs: Glyphs) {
    var before = -1
    for step in 0...400 {
      let frame = drawn(7, 1) {
        $0.bar(value: Double(step) / 4, scale: 100, in: $1, style: .plain, glyphs: glyphs)
      }
      let parts = Array(" ▏▎▍▌▋▊▉█|#")
      let length = frame.lines[0].reduce(0) { sum, character in
        sum + (character == "|" ? 3 : character == "#" ? 8 : parts.firstIndex(of: character) ?? 99)
      }
      #expect(length >= before && (length > 0) == (step > 0))
      before = length
    }
    #expect(before == 56)
  }

  @Test func theTrackShowsBehindAndBesideTheBar() {
    let track = Style(nil, on: white)
    let frame = drawn(4, 2) { frame, rect in
      frame.bar(value: 1.5, scale: 4, in: rect.rowRects[0], style: Style(blue), track: track)
      frame.bar(value: 1, scale: 4, in: rect.rowRects[1], style: Style(blue), track: Style(pink))
    }
    #expect(frame.lines == ["█▌  ", "█···"])
    let letters: [Style: Character] = [
      Style(blue, on: white): "b", track: "t", Style(blue): "B", Style(pink): "p",
    ]
    #expect(styles(frame, letters) == ["bbtt", "Bppp"])
  }

  @Test func ofPartsThatMeetInACellOneHasIt() {
    let frame = drawn(6, 1) { frame, rect in
      let places = frame.stackedBar(
        parts: [(1.5, Style(blue)), (0, Style(white)), (2, Style(pink)), (-1, Style(white))],
        scale: 6, in: rect)
      #expect(places.map(\.column) == [0, 2, 2, 4])
      #expect(places.map(\.columns) == [2, 0, 2, 0])
    }
    #expect(frame.lines == ["█▌█▌  "])
    let letters: [Style: Character] = [
      Style(blue): "b", Style(pink): "p", .plain: ".",
    ]
    #expect(styles(frame, letters) == ["bbpp.."])
  }

  @Test(arguments: [(Glyphs.braille, "███▓▓▒ "), (.ascii, "###==+ ")])
  func withoutColoursPartsDifferByTexture(glyphs: Glyphs, line: String) {
    let frame = drawn(7, 1) {
      $0.stackedBar(
        parts: [(3, .plain), (2, .plain), (1, .plain)], scale: 7, in: $1, glyphs: glyphs)
    }
    #expect(frame.lines == [line])
  }

  @Test(
    arguments: [
      (0, 2, "██  "), (2, 0, "██  "), (1.5, 3, " ▐█ "), (2, 2, "  ▎ "), (4, 4, "   ▐"),
      (-9, 9, "████"), (.nan, 2, "    "),
    ] as [(Double, Double, String)])
  func spansRunBetweenTwoValues(start: Double, end: Double, line: String) {
    let frame = drawn(4, 1) { $0.span(from: start, to: end, scale: 0...4, in: $1, style: .plain) }
    #expect(frame.lines == [line])
  }

  @Test func aSpanOnAKnownGroundBeginsToAnEighth() {
    let frame = drawn(4, 1, on: Style(nil, on: white)) {
      $0.span(from: 1.25, to: 3, scale: 0...4, in: $1, style: Style(blue))
    }
    #expect(frame.lines == [" ▎█ "])
    #expect(frame[1, 0].style == Style(white, on: blue))
  }

  @Test func columnsGrowByEighthsUpwards() {
    let frame = drawn(11, 2) { frame, rect in
      let places = frame.columns(
        values: [2, 1.25, nil, 0, 0.01, 9], scale: 2, in: rect, style: .plain)
      #expect(places.map(\.column) == [0, 2, 4, 6, 8, 10])
      #expect(places.map(\.columns) == [1, 1, 1, 1, 1, 1])
    }
    #expect(frame.lines == ["█ ▂       █", "█ █     ▁ █"])
  }

  @Test func columnsShareTheWidth() {
    let frame = drawn(9, 1) { $0.columns(values: [4, 2], in: $1, style: .plain) }
    #expect(frame.lines == ["████ ▄▄▄▄"])
  }

  @Test(arguments: [(Glyphs.braille, "▁▂ ▄▅█"), (.ascii, "_. -=#")])
  func sparklinesLeaveGaps(glyphs: Glyphs, line: String) {
    let frame = drawn(6, 1) {
      $0.sparkline(values: [7, 0, 2, nil, 4, 5, 8], in: $1, style: .plain, glyphs: glyphs)
    }
    #expect(frame.lines == [line])
  }
}
