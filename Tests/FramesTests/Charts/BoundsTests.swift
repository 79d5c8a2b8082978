import Frames
import TestSupport
import Testing

/// Every chart in rectangles of every size, inside a frame full of marked cells: nothing outside
/// the rectangle may change, and nothing may crash.
@Suite struct BoundsTests {
  static let hostile = [
    "plain", "", "漢字漢字漢字", "\u{1B}[2J\u{202E}", String(repeating: "long ", count: 300),
    "Z" + String(repeating: "\u{301}", count: 99), "👨‍👩‍👧👍🏽",
  ]

  static let charts:
    [(name: String, draw: @Sendable (inout Frame, Rect, inout SeededGenerator) -> Void)] = [
      (
        "bar",
        { frame, rect, random in
          frame.bar(
            value: number(&random), scale: number(&random), in: rect, style: .plain,
            track: Style(pink), glyphs: glyphs(&random))
        }
      ),
      (
        "span",
        { frame, rect, random in
          frame.span(
            from: number(&random), to: number(&random), scale: scale(&random), in: rect,
            style: Style(blue), glyphs: glyphs(&random))
        }
      ),
      (
        "stackedBar",
        { frame, rect, random in
          let parts = (0..<5).map { ($0, number(&random)) }
          frame.stackedBar(
            parts: parts.map { ($1, $0 == 2 ? .plain : Style(blue)) }, scale: number(&random),
            in: rect, glyphs: glyphs(&random))
        }
      ),
      (
        "columns",
        { frame, rect, random in
          frame.columns(values: numbers(&random), in: rect, style: .plain, glyphs: glyphs(&random))
        }
      ),
      (
        "sparkline",
        { frame, rect, random in
          frame.sparkline(
            values: numbers(&random), in: rect, style: .plain, glyphs: glyphs(&random))
        }
      ),
      (
        "rangeBar",
        { frame, rect, random in
          frame.rangeBar(
            low: number(&random), high: number(&random), point: number(&random),
            scale: scale(&random), in: rect, style: .plain, glyphs: glyphs(&random))
        }
      ),
      (
        "slider",
        { frame, rect, random in
          let range = scale(&random)
          frame.slider(
            value: number(&random), baseline: number(&random), minimum: range.lowerBound,
            maximum: range.upperBound, p10: number(&random), p90: number(&random), in: rect,
            style: IntervalsTests.slider, glyphs: glyphs(&random))
        }
      ),
      (
        "treemap",
        { frame, rect, random in
          let items = numbers(&random).enumerated().map { index, value in
            TreemapItem(
              label: text(&random), valueText: text(&random), value: value ?? 1,
              style: index.isMultiple(of: 2) ? .plain : Style(blue, on: white))
          }
          let tiles = frame.treemap(items, in: rect, gap: Style(white), glyphs: glyphs(&random))
          #expect(tiles.allSatisfy { $0.isEmpty || $0.clipped(to: rect) == $0 })
        }
      ),
      (
        "linePlot",
        { frame, rect, random in
          let xs = (0..<9).map(Double.init)
          let plot = LinePlot(
            series: (0..<3).map { index in
              .init(
                label: text(&random), points: Array(zip(xs, numbers(&random))), style: .plain,
                dash: index == 1 ? .dashed : .solid)
            },
            bands: [
              .init(
                x: xs, low: numbers(&random).map { $0 ?? 0 },
                high: numbers(&random).map { $0 ?? 1 },
                style: Style(nil, on: blue))
            ],
            references: [.init(y: number(&random), label: text(&random), style: .plain)],
            events: [.init(x: number(&random), label: text(&random), style: .plain)],
            xLabels: xs.map { .init(x: $0, text: text(&random)) },
            yRange: random.next() % 3 == 0 ? scale(&random) : nil,
            yFormat: { $0 > 1 ? "\($0)" : "漢\u{1B}" })
          let fill = [BandFill.background, .edges, .both, .pattern][Int(random.next() % 4)]
          let plotted = frame.linePlot(
            plot, in: rect, style: ChartStyle(glyphs: glyphs(&random), bandFill: fill))
          #expect(plotted.isEmpty || plotted.clipped(to: rect) == plotted)
        }
      ),
      (
        "columnPlot",
        { frame, rect, random in
          let columns = (0..<6).map { _ in
            ColumnPlot.Column(
              label: text(&random), value: number(&random), low: number(&random),
              high: number(&random), style: Style(blue))
          }
          let plot = ColumnPlot(
            columns: columns, showsValues: random.next() % 2 == 0,
            format: { $0 > 1 ? "\($0)" : "漢\u{1B}" })
          let places = frame.columnPlot(plot, in: rect, style: ChartStyle(glyphs: glyphs(&random)))
          #expect(places.allSatisfy { $0.isEmpty || $0.clipped(to: rect) == $0 })
        }
      ),
      (
        "valueAxis",
        { frame, rect, random in
          frame.valueAxis(scale(&random), in: rect, style: ChartStyle(glyphs: glyphs(&random))) {
            $0 > 1 ? "\($0)" : "漢\u{1B}"
          }
        }
      ),
      (
        "box",
        { frame, rect, random in
          frame.box(rect, .plain, title: text(&random), footer: text(&random), weight: .heavy)
        }
      ),
      (
        "write",
        { frame, rect, random in
          frame.write(text(&random), in: rect, row: Int(random.next() % 3), .plain)
          frame.write(
            text(&random), column: rect.column - 2, row: rect.row, .plain, clip: rect)
        }
      ),
    ]

  @Test(arguments: charts.map(\.name))
  func nothingIsDrawnOutside(chart: String) throws {
    let draw = try #require(Self.charts.first { $0.name == chart }).draw
    var sizes = (0...7).flatMap { columns in (0...5).map { (columns, $0) } }
    sizes += [(20, 3), (46, 9), (60, 18), (1, 20), (80, 1)]
    var random = SeededGenerator(seed: 7)
    for (columns, rows) in sizes + sizes {
      let rect = Rect(column: 3, row: 2, columns: columns, rows: rows)
      let marked = Cell("~", Style(pink, on: white, .italic))
      var frame = Frame(columns: 86, rows: 24)
      frame.fill(frame.bounds, marked.style, text: marked.text)
      draw(&frame, rect, &random)
      let strays = outside(rect, of: frame).filter { $0 != marked }
      #expect(strays.isEmpty, "\(columns) by \(rows)")
      // A frame smaller than the rectangle cuts it and nothing more.
      var small = Frame(columns: 9, rows: 4)
      draw(&small, rect, &random)
    }
  }

  private func outside(_ rect: Rect, of frame: Frame) -> [Cell] {
    (0..<frame.rows).flatMap { row in
      (0..<frame.columns).filter { !rect.contains(column: $0, row: row) }.map { frame[$0, row] }
    }
  }

  private static func number(_ random: inout SeededGenerator) -> Double {
    let special: [Double] = [0, -1, .nan, .infinity, -.infinity, 1e300, -1e300, 1e-300]
    let choice = Int(random.next() % 24)
    return choice < special.count ? special[choice] : Double.random(in: -20...90, using: &random)
  }

  private static func numbers(_ random: inout SeededGenerator) -> [Double?] {
    (0..<9).map { _ in random.next() % 8 == 0 ? nil : number(&random) }
  }

  private static func scale(_ random: inout SeededGenerator) -> ClosedRange<Double> {
    let low = Double.random(in: -20...90, using: &random)
    return low...(low + (random.next() % 5 == 0 ? 0 : 30))
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    hostile[Int(random.next() % UInt64(hostile.count))]
  }

  private static func glyphs(_ random: inout SeededGenerator) -> Glyphs {
    Glyphs.allCases[Int(random.next() % 3)]
  }
}
