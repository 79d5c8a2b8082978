import Frames
import Testing

@Suite struct LinePlotTests {
  static let years = (2025...2035).map(Double.init)

  static func plot(label: String = "Policy") -> LinePlot {
    LinePlot(
      series: [
        .init(
          label: "Baseline", points: years.map { ($0, ($0 - 2025) * 2) }, style: Style(pink),
          dash: .dashed),
        .init(label: label, points: years.map { ($0, ($0 - 2025) * 4) }, style: Style(blue)),
      ],
      references: [.init(y: 45, label: "£45bn", style: .plain)],
      xLabels: years.map { .init(x: $0, text: "\(Int($0))") }, yFormat: { "\(Int($0))" })
  }

  @Test func curvesHaveAxesAndTheirNamesBesideThem() {
    let frame = drawn(60, 14) { $0.linePlot(Self.plot(), in: $1, style: ChartStyle()) }
    #expect(
      frame.lines == [
        "   │⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂⠂ ┄ £45bn   ",
        "40 ┤ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⣀⠤ ━ Policy  ",
        "   │                                      ⢀⡠⠤⠒⠉             ",
        "   │                                  ⣀⠤⠔⠊⠁                 ",
        "   │                             ⢀⡠⠤⠒⠉                      ",
        "   │                         ⣀⠤⠔⠊⠁                          ",
        "20 ┤ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⣀⠤⠒⠉⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄⣀⡀  ╌ Baseline",
        "   │                ⢀⡠⠤⠒⠉            ⣀⡀ ⠤⠂ ⠉⠁               ",
        "   │            ⣀⠤⠔⠊⠁       ⣀⡀ ⠤⠂ ⠉⠁                        ",
        "   │       ⢀⡠⠤⠒⠉   ⣀⡀ ⠤⠄ ⠊⠁                                 ",
        "   │   ⣀⠤⠔⣊⡁ ⠤⠄ ⠊⠁                                          ",
        " 0 ┤⠤⠖⠉⠊⠁                                                   ",
        "   └┬────────┬────────┬───────┬────────┬────────┬           ",
        "  2025     2027     2029    2031     2033     2035          ",
      ])
  }

  @Test func narrowPlotsNameTheirCurvesAbove() {
    let frame = drawn(36, 9) { $0.linePlot(Self.plot(), in: $1, style: ChartStyle()) }
    #expect(
      frame.lines == [
        "╌ Baseline  ━ Policy  ┄ £45bn       ",
        "   │                                ",
        "40 ┤⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⠁⣁⣁⠥⠥",
        "   │                    ⣀⡠⠤⠔⠒⠒⠉⠉    ",
        "20 ┤ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄⣀⣀⡠⠤⠤⠒⠊⠉ ⠄ ⠄⣀⡀ ⠤⠄⠄⠤⠄",
        "   │    ⣀⣀⠤⠤⠒⣒⡊⠉⠤⠄ ⠤⠄ ⠒⠂ ⠉⠁         ",
        " 0 ┤⠤⠖⠊⠛⠂ ⠉⠁                        ",
        "   └┬────────┬─────────┬────────┬───",
        "  2025     2028      2031     2034  ",
      ])
  }

  @Test(
    arguments: [
      (
        Glyphs.block,
        [
          "╌ Baseline  ━ Policy  ┄ £45bn ",
          "50 ┤▖▖▖▖▖▖▖▖▖▖▖▖▖▖▖▖▖▖▖▖▖▖▖▖▖▖",
          "   │                 ▄▄▄▄▄▀▀▀▀",
          "   │      ▗▄▄▄▄▞█▛▀█▛ ▄▖ ▄▘ ▀▘",
          " 0 ┤▄▞▀▀▀▀▀▘ ▀▘               ",
          "   └┬──────┬───────┬───────┬──",
          "  2025   2028    2031    2034 ",
        ]
      ),
      (
        .ascii,
        [
          "~ Baseline  - Policy  : £45bn ",
          "50 +..........................",
          "   |                 __.----'\"",
          "   |      .__--/-/'-/ -: -: -:",
          " 0 +-/--\"\"\"' \"'               ",
          "   ++------+-------+-------+--",
          "  2025   2028    2031    2034 ",
        ]
      ),
    ] as [(Glyphs, [String])])
  func lesserGlyphs(glyphs: Glyphs, lines: [String]) {
    let frame = drawn(30, 7) {
      $0.linePlot(Self.plot(), in: $1, style: ChartStyle(glyphs: glyphs))
    }
    #expect(frame.lines == lines)
  }

  @Test func labelsThatWouldMeetMoveApart() {
    let series = ["one", "two", "three", "four"].map { name in
      LinePlot.Series(label: name, points: [(0, 1), (9, name == "four" ? 0 : 9)], style: .plain)
    }
    let plot = LinePlot(series: series, yFormat: { "\(Int($0))" })
    let frame = drawn(50, 6) { $0.linePlot(plot, in: $1, style: ChartStyle()) }
    #expect(
      frame.lines == [
        "8 ┤ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄⢀⣀⡠⠤⠤⠒⠒⠊⠉ ━ one  ",
        "6 ┤ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄⢀⣀⣀⠤⠤⠔⠒⠒⠉⠉⠁⠄ ⠄ ⠄ ⠄  ━ two  ",
        "4 ┤ ⠄ ⠄ ⠄ ⠄ ⠄ ⣀⣀⡠⠤⠤⠒⠒⠊⠉⠁⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄  ━ three",
        "2 ┤ ⢀⣀⣀⠤⠤⠔⠒⠊⠉⠉⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄         ",
        "0 ┤⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤ ━ four ",
        "  └───────────────────────────────────────        ",
      ])
  }

  @Test func bandsFillBehindTheCurves() {
    let bandStyle = Style(nil, on: white)
    let plot = LinePlot(
      series: [.init(points: [(0, 0), (9, 9)], style: Style(blue))],
      bands: [.init(x: [0, 9], low: [0, 3], high: [0, 15], style: bandStyle)],
      yRange: 0...16, yFormat: { "\(Int($0))" })
    let ground = Style(nil, on: pink)
    let frame = drawn(16, 5, on: ground) {
      $0.linePlot(plot, in: $1, style: ChartStyle(text: ground))
    }
    #expect(
      frame.lines == [
        "   │         ▁▃▆",
        "10 ┤ ⠄ ⠄ ⠄ ▃▆  ⣀",
        "   │    ▃⢀⡠⠤⠒⠊⠉ ",
        " 0 ┤⣀⠤⠔⠒⠉⠁▃▄▄▅▅▆",
        "   └────────────",
      ])
    let letters: [Style: Character] = [
      ground: ".", Style(blue, on: pink): "l", Style(blue, on: white): "L", bandStyle: "B",
      Style(white, on: pink): "t", Style(pink, on: white): "u",
    ]
    #expect(
      styles(frame, letters) == [
        ".............ttt",
        "...........ttBBL",
        "........tLLLLLLB",
        "....lllLLLuuuuuu",
        "................",
      ])
  }

  @Test func withoutColoursBandsAreDottedEdges() {
    let plot = LinePlot(
      bands: [.init(x: [0, 9], low: [0, 3], high: [4, 15], style: .plain)],
      yRange: 0...16, yFormat: { "\(Int($0))" })
    let frame = drawn(16, 5) {
      $0.linePlot(plot, in: $1, style: ChartStyle(bandFill: .edges))
    }
    #expect(
      frame.lines == [
        "   │         ⡀⠠ ",
        "10 ┤ ⠄ ⠄ ⠄⠄⠐ ⠄ ⠄",
        "   │ ⢀ ⠂⠈       ",
        " 0 ┤⡁⢀ ⠄⠠ ⠄⠠ ⠂⠐ ",
        "   └────────────",
      ])
  }

  /// A pattern fills what is half inside, so that even a flat band is told from the ground: no cell in
  /// it is blank, with dots at the edges where it takes less.
  @Test(arguments: [Glyphs.braille, .ascii]) func withoutColoursBandsAreShaded(glyphs: Glyphs) {
    let plot = LinePlot(
      bands: [.init(x: [0, 9], low: [0, 3], high: [4, 15], style: .plain)],
      yRange: 0...16, yFormat: { "\(Int($0))" })
    let frame = drawn(16, 5) {
      $0.linePlot(plot, in: $1, style: ChartStyle(glyphs: glyphs, bandFill: .pattern))
    }
    #expect(
      frame.lines
        == (glyphs == .ascii
          ? [
            "   |         .::", "10 + . . .::::::", "   | . :::::::::", " 0 +::::::::::: ",
            "   +------------",
          ]
          : [
            "   │         ⡀⠠░", "10 ┤ ⠄ ⠄ ⠄⠄░░░░░", "   │ ⢀ ░░░░░░░░░", " 0 ┤░░░░░░░░░⠂⠐ ",
            "   └────────────",
          ]))
  }

  @Test func gapsStayGapsAndFixedAxesCut() {
    let plot = LinePlot(
      series: [
        .init(
          points: [(0, -9), (2, 9), (3, nil), (4, 2), (5, .nan), (6, 2), (9, 90)], style: .plain)
      ],
      yRange: 0...8, yFormat: { "\(Int($0))" })
    let frame = drawn(20, 5) { $0.linePlot(plot, in: $1, style: ChartStyle()) }
    #expect(
      frame.lines == [
        "  │   ⡸       ⢸     ",
        "5 ┤ ⠄ ⡇ ⠄ ⠄ ⠄ ⡸ ⠄ ⠄ ",
        "  │  ⢸        ⡇     ",
        "0 ┤  ⡎    ⠉   ⠁     ",
        "  └─────────────────",
      ])
  }

  /// The plot's rectangle is given back, so that a caller can add to it.
  @Test func ticksStandEvenly() {
    for (rows, top) in [(8, 45.0), (12, 0.37), (17, 123), (9, 20_000), (24, 6.3)] {
      let plot = LinePlot(
        series: [.init(points: [(0, 0), (1, top)], style: .plain)], yFormat: { "\($0)" })
      let frame = drawn(40, rows) { frame, rect in
        let plotted = frame.linePlot(plot, in: rect, style: ChartStyle())
        #expect(plotted.endColumn == 40 && plotted.endRow == rows - 1)
      }
      let tickRows = frame.lines.indices.filter { frame.lines[$0].contains("┤") }
      let gaps = Set(zip(tickRows, tickRows.dropFirst()).map { $1 - $0 })
      #expect(tickRows.count >= 2 && gaps.count == 1)
    }
  }

  @Test func nothingToDrawIsAnEmptyPlot() {
    let frame = drawn(20, 4) {
      $0.linePlot(LinePlot(yFormat: { "\($0)" }), in: $1, style: ChartStyle(glyphs: .ascii))
    }
    #expect(
      frame.lines == [
        "1.0 + . . . . . . . ",
        "    |               ",
        "    |               ",
        "0.0 +...............",
      ])
  }

  @Test func labelsKeepTheGroundThatTheyAreDrawnOn() {
    let ground = Style(nil, on: white)
    var plot = Self.plot()
    plot.events = [.init(x: 2030, label: "Review", style: Style(pink))]
    for size in [(60, 14), (30, 9)] {
      let frame = drawn(size.0, size.1, on: ground) {
        $0.linePlot(plot, in: $1, style: ChartStyle(text: Style(blue)))
      }
      #expect(frame.cells.allSatisfy { $0.style.background == white })
    }
    let columns = drawn(40, 12, on: ground) {
      $0.columnPlot(ColumnPlotTests.outages, in: $1, style: ChartStyle(text: Style(blue)))
      $0.valueAxis(0...9, in: $1, style: ChartStyle(text: Style(blue))) { "\($0)" }
    }
    #expect(columns.cells.allSatisfy { $0.style.background != nil })
  }

  @Test func aBandThatIsFilledAndEdgedHasADotInEveryCellOfItsEdges() {
    let plot = LinePlot(
      series: [],
      bands: [
        LinePlot.Band(
          x: [0, 1], low: [1, 1], high: [3, 3], style: Style(pink, on: blue))
      ], xLabels: [], yRange: 0...4, yFormat: { "\($0)" })
    let frame = drawn(20, 8, on: Style(nil, on: white)) {
      $0.linePlot(plot, in: $1, style: ChartStyle(bandFill: .both))
    }
    let edges = (0..<8).filter { row in
      (0..<20).contains { frame[$0, row].style.foreground == pink }
    }
    #expect(edges.count == 2)
    for row in edges {
      let cells = (0..<20).map { frame[$0, row] }.filter { $0.style.foreground == pink }
      #expect(cells.count > 12)
    }
    // Between the edges there is the fill alone.
    let inside = (edges[0] + 1..<edges[1]).flatMap { row in (8..<18).map { frame[$0, row] } }
    #expect(!inside.isEmpty && inside.allSatisfy { $0.style.background == blue && $0.text == " " })
  }

  /// What is missing is a hole as wide as the time that it covers, in a line and in a band.
  @Test func aLineBreaksWhereAValueIsMissing() {
    let months = (0..<30).map(Double.init)
    let values = months.map { (10..<20).contains($0) ? nil : $0 / 3 }
    let plot = LinePlot(
      series: [.init(points: zip(months, values).map { (x: $0, y: $1) }, style: Style(blue))],
      bands: [
        .init(
          x: months, low: values.map { $0.map { $0 / 2 } ?? .nan },
          high: values.map { $0.map { $0 + 3 } ?? .nan }, style: Style(pink))
      ], yFormat: { "\(Int($0))" })
    let frame = drawn(34, 8) {
      $0.linePlot(plot, in: $1, style: ChartStyle(glyphs: .ascii, bandFill: .edges))
    }
    #expect(
      frame.lines == [
        "   |                         .: :'",
        "10 + . . . . . . . . . .:.:' . ._-",
        "   |                      _---\"\"  ",
        "   |       : :          '\"        ",
        "   | : :' '             . :: :: ''",
        "   |'  ..-/|\":                    ",
        " 0 +/\"\"'' '                       ",
        "   +------------------------------",
      ])
    let single = LinePlot(
      series: [
        .init(points: [(0, 1), (1, nil), (2, 2), (3, nil), (4, 1)], style: Style(blue))
      ], yFormat: { "\(Int($0))" })
    #expect(
      drawn(24, 4) { $0.linePlot(single, in: $1, style: ChartStyle()) }.lines == [
        "2 ┤ ⠄ ⠄ ⠄ ⠄ ⠄⠤⠄ ⠄ ⠄ ⠄ ⠄ ",
        "  │                     ",
        "  │⠉                   ⠉",
        "0 ┤⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄⠄",
      ])
  }

  /// Rounder labels stand in the place of all where those have no room.
  @Test(arguments: [60, 34, 18])
  func theAxisTakesTheFinestLabelsThatHaveRoom(columns: Int) {
    let months = (3..<51).map(Double.init)
    func labels(every step: Int) -> [LinePlot.XLabel] {
      months.filter { Int($0) % step == 0 }.map { .init(x: $0, text: "m\(Int($0))") }
    }
    var plot = LinePlot(
      series: [.init(points: months.map { ($0, 1) }, style: Style(blue))],
      xLabels: labels(every: 1), yFormat: { "\(Int($0))" })
    plot.rounderLabels = [labels(every: 6), labels(every: 12), labels(every: 24)]
    let frame = drawn(columns, 6) { $0.linePlot(plot, in: $1, style: ChartStyle()) }
    let wanted = [
      60: "m6   m12    m18    m24    m30    m36   m42    m48",
      34: "m12    m24     m36     m48", 18: "m24     m48",
    ]
    #expect(frame.lines[5].split(separator: " ") == (wanted[columns] ?? "").split(separator: " "))
  }
}
