import Frames
import Testing

@Suite struct TableTests {
  static func table(selected: Int? = nil, offset: Int = 0) -> Table {
    let names = [
      "Home Office", "HM Revenue and Customs", "Work and Pensions", "Justice", "Education",
      "Cabinet Office",
    ]
    return Table(
      columns: [
        .text("Department", minimum: 8, maximum: 20), .number("£bn"),
        .number("Staff", priority: 1), .text("Mark", minimum: 4, maximum: 9, priority: 2),
      ],
      rows: names.enumerated().map { index, name in
        [
          TextCell(name), TextCell("\(index * 7).5", Style(pink)), TextCell("\(index),804"),
          TextCell(index == 1 ? "modelled" : "reported"),
        ]
      }, selected: selected, offset: offset)
  }

  @Test func columnsAreAligned() {
    let frame = drawn(48, 8) { $0.table(Self.table(), in: $1, style: TableStyle()) }
    #expect(
      frame.lines == [
        "Department             £bn  Staff  Mark         ",
        "────────────────────────────────────────────────",
        "Home Office            0.5  0,804  reported     ",
        "HM Revenue and Cust…   7.5  1,804  modelled     ",
        "Work and Pensions     14.5  2,804  reported     ",
        "Justice               21.5  3,804  reported     ",
        "Education             28.5  4,804  reported     ",
        "Cabinet Office        35.5  5,804  reported     ",
      ])
  }

  @Test(
    arguments: [

      (38, ["Department            £bn  Staff  Mark", "Home Office           0.5  0,804  rep…"]),
      (28, ["Departme…   £bn  Staff  Mark", "Home Off…   0.5  0,804  rep…"]),
      (20, ["Department       £bn", "Home Office      0.5"]),
      (15, ["Departme…   £bn", "Home Off…   0.5"]),
      (9, ["Departm… ", "Home Of… "]),
      (4, ["Dep…", "Hom…"]),
    ] as [(Int, [String])])
  func narrowTablesDropColumnsAndNeverCutNumbers(columns: Int, lines: [String]) {
    let frame = drawn(columns, 3) {
      $0.table(Self.table(), in: $1, style: TableStyle(hasRule: false))
    }
    #expect(Array(frame.lines.prefix(2)) == lines)
  }

  @Test func theSelectedRowIsMarkedReversedAndInSight() {
    let frame = drawn(30, 6) { frame, rect in
      let layout = frame.table(Self.table(selected: 4), in: rect, style: TableStyle())
      #expect(layout.offset == 2)
      #expect(layout.rows.map(\.index) == [2, 3, 4])
      #expect(layout.rows.map(\.rect.row) == [2, 3, 4])
      #expect(layout.headings[1] == Rect(column: 13, row: 0, columns: 4, rows: 1))
    }
    #expect(
      frame.lines == [
        "  Departme…   £bn  Staff  Mark",
        "──────────────────────────────",
        "  Work and…  14.5  2,804  rep…",
        "  Justice    21.5  3,804  rep…",
        "▸ Education  28.5  4,804  rep…",
        "                      3–5 of 6",
      ])
    #expect(
      styles(
        frame,
        [
          .plain: ".", Style.plain.with(.bold): "b", Style(pink): "p",
          Style.plain.with(.reverse): "r", Style(pink).with(.reverse): "R",
        ]) == [
          "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
          "..............................",
          ".............pppp.............",
          ".............pppp.............",
          "rrrrrrrrrrrrrRRRRrrrrrrrrrrrrr",
          "..............................",
        ])
  }

  @Test(
    arguments: [
      (0, 0, 3, 0), (0, 5, 3, 3), (2, 2, 3, 2), (4, 3, 3, 3), (1, 3, 3, 1), (9, nil, 4, 2),
      (-2, nil, 4, 0), (0, 5, 0, 5), (3, 99, 3, 3),
    ] as [(Int, Int?, Int, Int)])
  func theOffsetFollowsTheSelection(offset: Int, selected: Int?, count: Int, expected: Int) {
    #expect(Self.table(selected: selected, offset: offset).offset(showing: count) == expected)
  }

  @Test func aTableOutOfFocusKeepsItsMarker() {
    let frame = drawn(24, 3) {
      $0.table(
        Self.table(selected: 0), in: $1,
        style: TableStyle(hasRule: false, isFocused: false, glyphs: .ascii))
    }
    #expect(
      frame.lines == [
        "  Departme…   £bn  Staff",
        "> Home Off…   0.5  0,804",
        "                  1 of 6",
      ])
  }
}
