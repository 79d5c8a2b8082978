import Frames
import Testing

@Suite struct ColumnPlotTests {
  static let outages = ColumnPlot(
    columns: [
      .init(label: "2021", value: 61, low: 40, high: 80, style: Style(blue)),
      .init(label: "2022", value: nil, style: Style(blue)),
      .init(label: "2023", value: 88, style: Style(blue)),
      .init(label: "2024", value: 123, low: 102, high: 147, style: Style(pink)),
    ], format: { "\(Int($0))" })

  @Test func columnsStandOnAnAxisWithTheirIntervals() {
    let frame = drawn(40, 12) { frame, rect in
      let places = frame.columnPlot(Self.outages, in: rect, style: ChartStyle())
      #expect(places.map(\.column) == [5, 14, 23, 32])
    }
    #expect(
      frame.lines == [
        "                                  123   ",
        "150 ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁┬⠁ ⠁ ",
        "                                ▃▃▃│▃▃▃ ",
        "                         88     ███┴███ ",
        "100 ⠁ ⠁61 ⠁ ⠁ ⠁ ⠁ ⠁ ⠁ ⠁▂▂▂▂▂▂▂⠁ ███████ ",
        "        ┬              ███████  ███████ ",
        "     ▅▅▅│▅▅▅           ███████  ███████ ",
        " 50 ⠁███┴███⠁ ⠁ ⠁ ⠁ ⠁ ⠁███████⠁ ███████ ",
        "     ███████           ███████  ███████ ",
        "     ███████           ███████  ███████ ",
        "  0 ────────────────────────────────────",
        "      2021     2022     2023     2024   ",
      ])
  }

  @Test(arguments: [
    (
      20,
      [
        "                    ",
        "200 . . . . . . 123 ",
        "    61      88  -+- ",
        "100 .+. . . +++ ### ",
        "    #+#     ### ### ",
        "  0 ----------------",
        "    2021    2023    ",
      ]
    ),
    (12, ["61    88 123", "..    -- == ", "------------", "2021 2023   "]),
    (6, ["   .  ", "= *#  "]),
  ])
  func smallPlotsLoseTheirAxesFirst(columns: Int, lines: [String]) {
    let frame = drawn(columns, lines.count) {
      $0.columnPlot(Self.outages, in: $1, style: ChartStyle(glyphs: .ascii))
    }
    #expect(frame.lines == lines)
  }

  @Test func aWhiskerShowsInsideAColumnAndAboveIt() {
    let plot = ColumnPlot(
      columns: [.init(label: "", value: 4, low: 1, high: 6, style: Style(blue))],
      showsValues: false, format: { "\(Int($0))" })
    let frame = drawn(3, 8) { $0.columnPlot(plot, in: $1, style: ChartStyle(text: Style(pink))) }
    #expect(
      frame.lines == [
        " ┬ ",
        " │ ",
        "█│ ",
        "█│ ",
        "█┴ ",
        "██ ",
        "───",
        "   ",
      ])
    let letters: [Style: Character] = [
      Style(blue): "b", Style(pink): "w", Style(nil, on: blue): "W", .plain: ".",
    ]
    #expect(
      styles(frame, letters) == [
        ".w.",
        ".w.",
        "bW.",
        "bW.",
        "bW.",
        "bb.",
        "www",
        "...",
      ])
  }

  @Test(
    arguments: [
      (
        Glyphs.braille, 0.0...50, 30,
        ["┬───────────┬──────────┬──────", "0.0       20.0       40.0     "]
      ), (.ascii, -20...20, 21, ["+---------+---------+", "-20.0    0.0     20.0"]),
      (.braille, 0...1, 9, ["┬───────┬", "0.0   1.0"]),
      (.braille, 0...0.3, 2, ["┬─", "  "]),
    ] as [(Glyphs, ClosedRange<Double>, Int, [String])])
  func valueAxesHaveRoundTicks(
    glyphs: Glyphs, scale: ClosedRange<Double>, columns: Int, lines: [String]
  ) {
    let frame = drawn(columns, 2) {
      $0.valueAxis(scale, in: $1, style: ChartStyle(glyphs: glyphs)) { "\($0)" }
    }
    #expect(frame.lines == lines)
  }

  @Test func eventsAreNamedWhereThereIsRoom() {
    var plot = LinePlotTests.plot()
    plot.references = []
    plot.events = [
      .init(x: 2027, label: "Spending review", style: Style(pink)),
      .init(x: 2029, label: "Roadmap", style: Style(pink)),
      .init(x: 2035, label: "Target", style: Style(pink)),
      .init(x: 2099, label: "Beyond", style: Style(pink)),
    ]
    let frame = drawn(60, 10) { $0.linePlot(plot, in: $1, style: ChartStyle()) }
    #expect(
      frame.lines == [
        "   │         Spending review               Target           ",
        "40 ┤ ⠄ ⠄ ⠄ ⠄ ┊ ⠄ ⠄ ⠄ ⠄Roadmap⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⢀⣀⡠⠤ ━ Policy  ",
        "   │         ┊        ┊              ⢀⣀⠤⠤⠒⠒⠉⠉⠁  ┊           ",
        "   │         ┊        ┊       ⣀⣀⠤⠤⠒⠒⠉⠁          ┊           ",
        "20 ┤ ⠄ ⠄ ⠄ ⠄ ┊ ⠄ ⠄ ⠄ ⠄┊⢀⣀⡠⠤⠔⠊⠉ ⠄ ⠄ ⠄ ⠄ ⠄ ⠄ ⣀⡀⠄⡠⠄┊ ╌ Baseline",
        "   │         ┊ ⢀⣀⠤⠤⠒⠒⠉⠉⠁    ⣀⡀ ⠤⠄ ⠒⠂ ⠊⠁ ⠉⠁      ┊           ",
        "   │    ⣀⣀⠤⡤⠒⣒⡉⠁⠤⠄ ⠤⠂ ⠒⠂ ⠉⠁                     ┊           ",
        " 0 ┤⠤⠖⠊⠋⠁ ⠉  ┊        ┊                         ┊           ",
        "   └┬────────┬────────┬───────┬────────┬────────┬           ",
        "  2025     2027     2029    2031     2033     2035          ",
      ])
  }
}
