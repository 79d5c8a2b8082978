import Frames
import Testing

@Suite struct WritingTests {
  @Test func writesFromACellOnAndSaysWhereItEnds() {
    var frame = Frame(columns: 8, rows: 2)
    let end = frame.write("£45bn", column: 5, row: 0, Style(blue))
    #expect(end == 10)
    #expect(frame.lines == ["     £45", "        "])
    #expect(styles(frame, [.plain: ".", Style(blue): "b"]) == [".....bbb", "........"])
  }

  @Test(arguments: [
    (-1, "b漢d    "), (-2, "漢d     "), (-3, " d      "), (2, "  ab漢d "), (5, "     ab "),
    (4, "    ab漢"), (8, "        "), (-9, "        "),
  ])
  func theEdgesCutWideCharactersToBlanks(column: Int, line: String) {
    let frame = drawn(8, 1) { frame, _ in frame.write("ab漢d", column: column, row: 0, .plain) }
    #expect(frame.lines == [line])
  }

  @Test func clipsToARectangle() {
    let clip = Rect(column: 2, row: 0, columns: 3, rows: 1)
    let frame = drawn(8, 2) { frame, _ in
      frame.write("abcdefgh", column: 0, row: 0, .plain, clip: clip)
      frame.write("abcdefgh", column: 0, row: 1, .plain, clip: clip)
    }
    #expect(frame.lines == ["  cde   ", "        "])
  }

  @Test func overwritingHalfAWideCharacterBlanksTheOtherHalf() {
    let frame = drawn(6, 1) { frame, _ in
      frame.write("漢字漢", column: 0, row: 0, .plain)
      frame.write("x", column: 1, row: 0, .plain)
      frame.write("y", column: 4, row: 0, .plain)
    }
    #expect(frame.lines == [" x字y "])
  }

  @Test(arguments: -4...8)
  func plainTextIsWrittenAsAnyOther(column: Int) {
    for (start, end) in [(0, 8), (1, 8), (2, 5), (3, 4), (0, 3)] {
      let clip = Rect(column: start, row: 0, columns: end - start, rows: 1)
      let frames = ["abc", "abc漢"].map { text in
        drawn(8, 1) { frame, _ in
          frame.write("漢字漢字", column: 0, row: 0, Style(blue))
          // What follows is outside of what may be written on.
          let area = Rect(
            column: start, row: 0, columns: max(min(end, column + 3) - start, 0), rows: 1)
          let stop = frame.write(
            text, column: column, row: 0, .plain, clip: text == "abc" ? clip : area)
          #expect(stop == column + (text == "abc" ? 3 : 5))
        }
      }
      #expect(frames[0] == frames[1], "\(start)..<\(end)")
    }
  }

  @Test(arguments: [
    (Alignment.leading, "ab    "), (.centre, "  ab  "), (.trailing, "    ab"),
  ])
  func alignsInARectangle(alignment: Alignment, line: String) {
    let frame = drawn(6, 1) { $0.write("ab", in: $1, alignment: alignment, .plain) }
    #expect(frame.lines == [line])
  }

  @Test func aLineInARectangleIsCut() {
    let rect = Rect(column: 1, row: 0, columns: 4, rows: 2)
    let frame = drawn(6, 3) { frame, _ in
      frame.write("abcdef", in: rect, row: 1, .plain)
      frame.write("below", in: rect, row: 2, .plain)
    }
    #expect(frame.lines == ["      ", " abc… ", "      "])
  }

  @Test func fillsAndRestyles() {
    let frame = drawn(5, 2) { frame, _ in
      frame.fill(Rect(column: 1, row: 0, columns: 9, rows: 1), Style(blue), text: "漢")
      frame.fill(Rect(column: 0, row: 1, columns: 3, rows: 1), .plain, text: "x")
      frame.restyle(Rect(column: 0, row: 1, columns: 2, rows: 5)) { $0.with(.reverse) }
    }
    #expect(frame.lines == [" 漢漢", "xxx  "])
    let letters: [Style: Character] = [
      .plain: ".", Style(blue): "b", Style.plain.with(.reverse): "r",
    ]
    #expect(styles(frame, letters) == [".bbbb", "rr..."])
  }

  @Test func placesAFrameAndCutsIt() {
    let small = drawn(4, 2) { frame, _ in
      frame.write("漢漢", column: 0, row: 0, Style(blue))
      frame.write("abcd", column: 0, row: 1, .plain)
    }
    let frame = drawn(6, 3) { frame, _ in
      frame.fill(frame.bounds, .plain, text: ".")
      frame.place(small, column: 3, row: -1)
      frame.place(small, column: 3, row: 1)
      frame.place(small, column: -1, row: 2)
    }
    #expect(frame.lines == ["...abc", "...漢 ", " 漢abc"])
  }

  @Test func boxesHoldATitleAndAFooter() {
    let frame = drawn(16, 7) { frame, _ in
      frame.box(
        Rect(column: 0, row: 0, columns: 16, rows: 3), Style(blue), title: "Legacy",
        titleStyle: Style(pink), footer: "1 of 2")
      frame.box(
        Rect(column: 0, row: 3, columns: 9, rows: 2), .plain, title: "Contractors",
        weight: .heavy)
      frame.box(Rect(column: 10, row: 3, columns: 3, rows: 3), .plain, title: "x", weight: .rounded)
      frame.box(Rect(column: 14, row: 3, columns: 2, rows: 2), .plain, title: "x")
      frame.box(Rect(column: 0, row: 6, columns: 9, rows: 1), .plain)
    }
    #expect(
      frame.lines == [
        "┌ Legacy ──────┐",
        "│              │",
        "└────── 1 of 2 ┘",
        "┏ Con… ━┓ ╭─╮ ┌┐",
        "┗━━━━━━━┛ │ │ └┘",
        "          ╰─╯   ",
        "                ",
      ])
    let letters: [Style: Character] = [.plain: ".", Style(blue): "b", Style(pink): "p"]
    #expect(styles(frame, letters)[0] == "bppppppppbbbbbbb")
  }
}
