import Frames
import TestSupport
import Testing

@Suite struct TreemapTests {
  @Test func tilesAreLabelledBoxesWithoutColours() {
    let items = [
      ("HMRC", 8.0), ("Work and Pensions", 6), ("tiny", 0.1), ("Home Office", 4), ("none", 0),
    ]
    .map { TreemapItem(label: $0, valueText: "£\($1)bn", value: $1, style: .plain) }
    let frame = drawn(40, 8) { frame, rect in
      let tiles = frame.treemap(items, in: rect)
      #expect(tiles.map(\.isEmpty) == [false, false, true, false, true])
    }
    #expect(
      frame.lines == [
        "┌────────────────┐┌───────────┐┌───────┐",
        "│HMRC            ││Work and   ││Home   │",
        "│£8.0bn          ││Pensions   ││Office │",
        "│                ││£6.0bn     ││£4.0bn │",
        "│                ││           ││       │",
        "│                ││           ││       │",
        "│                ││           ││       │",
        "└────────────────┘└───────────┘└───────┘",
      ])
  }

  @Test func colouredTilesHaveThinGaps() {
    let tile = Style(white, on: blue)
    let items = [("Health", 6.0), ("Justice", 3), ("Education", 3)]
      .map { TreemapItem(label: $0, valueText: "\($1)", value: $1, style: tile) }
    let frame = drawn(24, 6) { $0.treemap(items, in: $1, gap: Style(nil, on: pink)) }
    #expect(
      frame.lines == [
        " Health     ▏Justice    ",
        " 6.0        ▏3.0        ",
        "            ▏▁▁▁▁▁▁▁▁▁▁▁",
        "            ▏Education  ",
        "            ▏3.0        ",
        "            ▏           ",
      ])
    let letters: [Style: Character] = [
      tile: ".", tile.with(.bold): "b", Style(pink, on: blue): "g",
    ]
    #expect(
      styles(frame, letters) == [
        "............g...........",
        ".bbb........gbbb........",
        "............gggggggggggg",
        "............g...........",
        "............gbbb........",
        "............g...........",
      ])
  }

  @Test(arguments: 1...60)
  func tilesCoverTheRectangleOnce(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let values = (0..<Int.random(in: 1...30, using: &random)).map { _ in
      Double.random(in: 0.01...9, using: &random)
    }
    let rect = Rect(
      column: 2, row: 1, columns: .random(in: 1...90, using: &random),
      rows: .random(in: 1...30, using: &random))
    var frame = Frame(columns: 100, rows: 40)
    let tiles = frame.treemap(
      values.map { TreemapItem(label: "x", value: $0, style: .plain) }, in: rect)
    var covered: [Position: Int] = [:]
    for tile in tiles {
      for row in tile.row..<tile.endRow {
        for column in tile.column..<tile.endColumn {
          covered[Position(column: column, row: row), default: 0] += 1
        }
      }
    }
    #expect(covered.count == rect.columns * rect.rows)
    #expect(covered.values.allSatisfy { $0 == 1 })
    let cells = Double(rect.columns * rect.rows)
    let total = values.reduce(0, +)
    for (value, tile) in zip(values, tiles) where cells / total * value > 60 {
      let share = Double(tile.columns * tile.rows) / cells
      #expect(abs(share - value / total) < 0.35 * value / total)
    }
  }
}
