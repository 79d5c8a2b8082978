import Frames
import Testing

@Suite struct IntervalsTests {
  @Test(
    arguments: [
      (102, 147, 123, "          ├─●──┤    "), (0, 190, nil, "├──────────────────┤"),
      (-40, 60, 30, "◂──●──┤             "), (150, 300, nil, "               ├───▸"),
      (40, 41, 40, "    ●               "), (40, 40, nil, "    │               "),
      (60, 20, 300, "  ├───┤            ●"),
    ] as [(Double, Double, Double?, String)])
  func intervalsStandOnTheirScale(low: Double, high: Double, point: Double?, line: String) {
    let frame = drawn(20, 1) {
      $0.rangeBar(low: low, high: high, point: point, scale: 0...190, in: $1, style: .plain)
    }
    #expect(frame.lines == [line])
  }

  static let slider = SliderStyle(
    filled: Style(blue), track: .plain, thumb: Style(blue, on: nil, .bold),
    baseline: Style(pink), tick: Style(white))

  @Test(
    arguments: [
      (0, "█────┴──┆───┤"), (25, "┝━━█─┴──┆───┤"),
      (37.5, "┝━━━▐▌──┆───┤"), (100, "┝━━━━┴━━┆━━━█"), (400, "┝━━━━┴━━┆━━━█"),
    ] as [(Double, String)])
  func slidersShowValueAndBaseline(value: Double, line: String) {
    let frame = drawn(13, 1) {
      $0.slider(
        value: value, baseline: 66, minimum: 0, maximum: 100, p10: 40, in: $1,
        style: Self.slider)
    }
    #expect(frame.lines == [line])
  }

  @Test func theThumbIsWhereADragPutsIt() {
    for column in 3..<16 {
      let rect = Rect(column: 3, row: 0, columns: 13, rows: 1)
      let value = sliderValue(atColumn: column, minimum: -5, maximum: 7, in: rect)
      let frame = drawn(20, 1) { frame, _ in
        let thumb = frame.slider(
          value: value, baseline: nil, minimum: -5, maximum: 7, in: rect, style: Self.slider)
        #expect(thumb == column)
      }
      #expect(frame[column, 0] == Cell("█", Self.slider.thumb))
    }
    let rect = Rect(column: 3, row: 0, columns: 13, rows: 1)
    #expect(sliderValue(atColumn: -20, minimum: 1, maximum: 2, in: rect) == 1)
    #expect(sliderValue(atColumn: 90, minimum: 1, maximum: 2, in: rect) == 2)
  }

  @Test func theFilledPartHasItsOwnStyle() {
    let frame = drawn(13, 1) {
      $0.slider(
        value: 50, baseline: 66, minimum: 0, maximum: 100, p90: 80, in: $1, style: Self.slider)
    }
    let letters: [Style: Character] = [
      Style(blue): "f", .plain: "t", Style(blue, on: nil, .bold): "T", Style(pink): "b",
      Style(white): "k",
    ]
    #expect(styles(frame, letters) == ["ffffffTtbtktt"])
  }
}
