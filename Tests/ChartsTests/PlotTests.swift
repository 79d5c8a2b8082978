import Charts
import Testing

/// Lines, bands and columns on a plane.
@Suite struct PlotTests {
  private static func line(_ values: [Double?], _ kind: Chart.Axis.Kind = .years) -> Chart {
    Chart(
      title: "t", x: Chart.Axis(kind), y: Chart.Axis(.money, unit: "£bn a year"),
      series: [
        Chart.Series(
          "central", label: "central", .line, .series(0),
          values.enumerated().map { Chart.Datum(x: 2025 + Double($0), $1) })
      ])
  }

  @Test func everyNumberCanBeReadBack() throws {
    let values = [0, 3.25, -2, 17.5, 40]
    let scene = Self.line(values).laidOut(width: 600, type: 12)
    let (x, y) = (try #require(scene.axis(.x)), try #require(scene.axis(.y)))
    let shape = try #require(scene.marks(.line).first)
    guard case .lines(let parts) = shape.geometry else {
      Issue.record("no line")
      return
    }
    #expect(scene.marks(.line).count == 1 && parts.count == 1)
    for (place, point) in parts[0].enumerated() {
      #expect(abs(x.value(point.x) - 2025 - Double(place)) < 1e-9)
      #expect(abs(y.value(point.y) - values[place]) < 1e-9)
    }
  }

  /// A missing number is a gap of one path; what stands alone between two is seen as well.
  @Test func whatIsMissingIsAGap() {
    let scene = Self.line([1, 2, nil, 4, nil, 6, 7]).laidOut(width: 600, type: 12)
    guard case .lines(let parts)? = scene.marks(.line).first?.geometry else {
      Issue.record("no line")
      return
    }
    #expect(parts.map(\.count) == [2, 2])
    #expect(scene.marks(.dot, "central").count == 1)
    #expect(scene.marks(.line).count == 1)
  }

  @Test func aBandIsOnePolygon() throws {
    var chart = Self.line([1, 2, 3])
    chart.series.insert(
      Chart.Series(
        "p10-p90", .band, .range(0),
        [(2025, 2, 0), (2026, 4, 1), (2027, 6, 2)].map { Chart.Datum(x: $0, $1, from: $2) },
        edges: ["P10", "P90"]), at: 0)
    let scene = chart.laidOut(width: 600, type: 12)
    let y = try #require(scene.axis(.y))
    let bands = scene.marks(.band)
    guard bands.count == 1, case .areas(let areas) = bands[0].geometry else {
      Issue.record("\(bands.count) bands")
      return
    }
    #expect(areas.count == 1 && areas[0].count == 6 && bands[0].stroke == nil)
    let ends = areas[0].map { (y.value($0.y) * 1e6).rounded() / 1e6 }
    #expect(ends == [2, 4, 6, 2, 1, 0])
    // Both edges of the band are drawn in the full colour of its line, since the area is faint.
    let edges = scene.shapes.filter { shape in
      guard case .lines(let lines) = shape.geometry else { return false }
      return lines.map(\.count) == [3, 3] && shape.ink == .role(.series(0))
    }
    #expect(edges.count == 1 && edges.first?.stroke?.dashes.isEmpty == false)
    // The line is drawn over its band, and the labels stand in the order of what they name.
    let order = scene.shapes.compactMap(\.tag?.mark)
    #expect(order.firstIndex(of: .band) ?? 9 < order.firstIndex(of: .line) ?? 0)
    let labels = ["P90", "central", "P10"].compactMap { name in
      scene.texts.first { $0.text == name }?.at.y
    }
    #expect(labels.count == 3 && labels == labels.sorted())
  }

  @Test func labelsOfEqualNumbersDoNotCover() {
    var chart = Self.line([0, 20])
    for name in ["a", "b", "c", "d"] {
      var series = chart.series[0]
      (series.id, series.label) = (name, name)
      chart.series.append(series)
    }
    let scene = chart.laidOut(width: 600, type: 12)
    let places = ["central", "a", "b", "c", "d"].compactMap { name in
      scene.texts.first { $0.text == name }?.at.y
    }
    #expect(places.count == 5)
    #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 12 })
  }

  @Test(arguments: [
    (16, "2025-26", "2040-41"), (11, "2025-26", "2035-36"), (4, "2025-26", "2028-29"),
  ])
  func yearsAreNamedFromTheFirstToTheLast(count: Int, first: String, last: String) {
    let values = (0..<count).map { Optional(Double($0)) }
    for width in [300.0, 420, 600, 1180] {
      let scene = Self.line(values).laidOut(width: width, type: 12)
      let years = scene.texts.filter { $0.text.count == 7 && $0.text.contains("-") }
      #expect(years.first?.text == first && years.last?.text == last, "\(width)")
      #expect(
        zip(years, years.dropFirst()).allSatisfy { $0.left + $0.width < $1.left }, "\(width)")
    }
  }

  @Test func monthsAreNamedAsPeopleWriteThem() {
    var chart = Self.line([])
    chart.x = Chart.Axis(.months)
    chart.series[0].data = (0..<30).map { Chart.Datum(x: 2023 + Double($0 + 3) / 12, 1) }
    let names = chart.laidOut(width: 600, type: 12).texts.map(\.text)
    #expect(names.contains("Jan 2024") && !names.contains("2024-01"))
    let narrow = chart.laidOut(width: 250, type: 12).texts.map(\.text)
    #expect(narrow.contains("2024") || narrow.contains("Jan 2024"))
  }

  /// Targets, commitments and the present stand on an axis of time.
  @Test func eventsStandWhereTheyBelong() throws {
    var chart = Self.line([1, 2, 3, 4])
    chart.annotations = [
      .event(2027, label: "target", figure: "t"), .reference(3, label: "goal", figure: "g"),
    ]
    let scene = chart.laidOut(width: 600, type: 12)
    let (x, y) = (try #require(scene.axis(.x)), try #require(scene.axis(.y)))
    let lines = scene.shapes.filter { $0.ink == .reference }.compactMap { shape -> [Point]? in
      if case .lines(let parts) = shape.geometry { parts.first } else { nil }
    }
    #expect(lines.count == 2)
    #expect(lines.contains { abs(x.value($0[0].x) - 2027) < 1e-9 && $0[0].x == $0[1].x })
    #expect(lines.contains { abs(y.value($0[0].y) - 3) < 1e-9 && $0[0].y == $0[1].y })
    #expect(scene.texts.contains { $0.text == "target" })
    #expect(scene.texts.contains { $0.text == "goal" })
  }

  @Test func columnsBeginAtNoughtAndKeepApart() throws {
    var chart = Self.line([])
    chart.series = [
      Chart.Series(
        "value", .column, .series(0),
        [3, nil, 5, 1.5].enumerated().map { Chart.Datum(x: 2021 + Double($0), $1, text: "n") })
    ]
    let scene = chart.laidOut(width: 600, type: 12)
    let y = try #require(scene.axis(.y))
    let boxes = scene.marks(.column).compactMap { shape -> (Point, Double, Double)? in
      if case .box(let corner, let width, let height) = shape.geometry {
        (corner, width, height)
      } else {
        nil
      }
    }
    #expect(boxes.map { (y.value($0.0.y) * 1e6).rounded() / 1e6 } == [3, 5, 1.5])
    #expect(boxes.allSatisfy { abs(y.value($0.0.y + $0.2)) < 1e-9 })
    #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0.0.x + $0.1 < $1.0.x })
  }

  @Test func nothingStandsOutsideItsRoom() {
    for (width, type) in [(280.0, 12.0), (580, 12.5), (1180, 19)] {
      var chart = Self.line([1, 20, 300])
      chart.series[0].label = "a name that is much too long to stand beside its line in one piece"
      let scene = chart.laidOut(width: width, type: type)
      for text in scene.texts {
        #expect(text.left >= -0.01 && text.left + text.width <= width + 0.01, "\(text.text)")
        #expect(text.at.y <= scene.height && text.size == type)
      }
    }
  }
}
