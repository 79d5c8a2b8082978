import Charts
import Testing

/// Bars, parts, intervals and dots in rows, and tiles.
@Suite struct RowTests {
  private static func rows(_ series: [Chart.Series], names: [String], notes: [String] = []) -> Chart
  {
    Chart(
      title: "t", form: .rows, x: Chart.Axis(.categories, names: names, notes: notes),
      y: Chart.Axis(.money, unit: "£bn"), series: series)
  }

  private func boxes(_ shapes: [Scene.Shape]) -> [(
    x: Double, y: Double, width: Double, height: Double
  )] {
    shapes.compactMap { shape in
      if case .box(let corner, let width, let height) = shape.geometry {
        (corner.x, corner.y, width, height)
      } else {
        nil
      }
    }
  }

  @Test func barsCanBeReadBackAndKeepApart() throws {
    let values = [6.0, 2.5, 0.1]
    let chart = Self.rows(
      [
        Chart.Series(
          "value", .bar, .series(0),
          values.enumerated().map { Chart.Datum(x: Double($0), $1, figure: "f\($0)", text: "£") })
      ], names: ["one", "two", "a name that is so long that it takes two lines of its column here"])
    let scene = chart.laidOut(width: 420, type: 12)
    let x = try #require(scene.axis(.x))
    let found = boxes(scene.marks(.bar))
    #expect(found.map { (x.value($0.x + $0.width) * 1e6).rounded() / 1e6 } == values)
    #expect(found.allSatisfy { abs(x.value($0.x)) < 1e-9 })
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.y + $0.height + 4 < $1.y })
    #expect(scene.marks(.bar).map { $0.tag?.figure } == ["f0", "f1", "f2"])
    #expect(
      scene.texts.allSatisfy { $0.left >= -0.01 && $0.left + $0.width <= 420.01 })
  }

  /// However small, each part is there, and they make up the whole.
  @Test func allPartsOfAStackedBarAreDrawn() {
    let parts = [10.0, 1.5, 0.01]
    let chart = Self.rows(
      parts.enumerated().map { place, value in
        let start = parts[..<place].reduce(0, +)
        return Chart.Series(
          "s\(place)", label: "s\(place)", .bar, .series(place),
          [Chart.Datum(x: 0, start + value, from: start, text: "\(value)")])
      }, names: ["all"], notes: ["11.51"])
    let scene = chart.laidOut(width: 600, type: 12)
    let found = boxes(scene.marks(.bar))
    #expect(found.count == 3)
    #expect(zip(found, found.dropFirst()).allSatisfy { abs($0.x + $0.width - $1.x) < 1e-9 })
    // Each colour has its name.
    for name in ["s0", "s1", "s2", "11.51"] { #expect(scene.texts.contains { $0.text == name }) }
  }

  /// To both sides of a number, each end with its own.
  @Test func aTornadoHasItsNumbersOutside() throws {
    let chart = Self.rows(
      [
        Chart.Series("p10", .bar, .series(1), [Chart.Datum(x: 0, -7, from: 31, text: "low")]),
        Chart.Series("p90", .bar, .series(0), [Chart.Datum(x: 0, 63, from: 31, text: "high")]),
      ], names: ["rate"])
    let scene = chart.laidOut(width: 600, type: 12)
    let found = boxes(scene.marks(.bar))
    let low = try #require(scene.texts.first { $0.text == "low" })
    let high = try #require(scene.texts.first { $0.text == "high" })
    #expect(low.left + low.width < found[0].x)
    #expect(high.left > found[1].x + found[1].width)
    #expect(abs(found[0].x + found[0].width - found[1].x) < 1e-9)
  }

  @Test func rowsWithoutRoomAreCounted() {
    let names = (0..<50).map { "row \($0)" }
    let chart = Self.rows(
      [
        Chart.Series(
          "value", .bar, .series(0), names.indices.map { Chart.Datum(x: Double($0), 1) })
      ], names: names)
    let scene = chart.laidOut(width: 600, height: 400, type: 12)
    let shown = scene.marks(.bar).count
    #expect(shown > 5 && shown < 50 && scene.height <= 400)
    #expect(scene.texts.contains { $0.text.hasPrefix("and \(50 - shown) more") })
    // A page ends at forty.
    #expect(chart.laidOut(width: 600, type: 12).marks(.bar).count == 40)
  }

  @Test func tilesAreAsLargeAsTheirNumbers() {
    let values = [36.0, 6, 4, 0, 1]
    let chart = Chart(
      title: "t", form: .tiles, x: Chart.Axis(.categories), y: Chart.Axis(.money),
      series: [
        Chart.Series(
          "value", .tile, .series(0),
          values.enumerated().map { Chart.Datum(x: Double($0), $1, label: "n\($0)") })
      ])
    let scene = chart.laidOut(width: 600, height: 300, type: 12)
    let found = boxes(scene.marks(.tile))
    #expect(found.count == 4)
    let gap = 12 * 0.12
    for (box, value) in zip(found, [36.0, 6, 4, 1]) {
      let area = (box.width + gap) * (box.height + gap)
      #expect(abs(area - 600 * 300 * value / 47) < 1)
    }
  }
}
