/// Lines, bands, columns, intervals and dots over an axis that runs from left to right.
struct PlotLayout {
  let chart: Chart
  let width, type: Double
  private let height: Double?

  init(_ chart: Chart, width: Double, height: Double?, type: Double) {
    self.chart = chart
    self.width = width
    self.height = height
    self.type = type
  }

  /// A label at the end of a line.
  private struct EndLabel {
    var value: Double
    var name, number: String
    var lines: [String] = []
    var role: Chart.Role?
    /// Of two with one number the lower rank stands above: the upper edge of a band, then lines.
    var rank = 1
    /// Where the line ends.
    var x: Double?
    var height = 0.0
  }

  private var line: Double { type * Scene.leading }

  var scene: Scene {
    var labels = endLabels
    let gap = type * 1.3
    // Labels get what they need, up to a third; then they are broken.
    let needed = labels.map { measure($0.name, $0.number) }.max() ?? 0
    let beside = labels.isEmpty ? type * 0.6 : min(needed, width * 0.34) + gap
    for index in labels.indices {
      labels[index].lines = broken(labels[index], width: beside - gap + 0.5)
      labels[index].height = Double(labels[index].lines.count) * line + type * 0.1
    }

    let head =
      (chart.y.unit.isEmpty ? 0 : line + type * 0.25) + (events.isEmpty ? 0 : line)
      + type * 0.4
    let foot = line + type * 0.55
    let tall = labels.reduce(0) { $0 + $1.height }
    let plotHeight = max(
      height.map { $0 - head - foot } ?? max(width * (width < type * 34 ? 0.6 : 0.46), tall),
      type * 5)
    let values = yRange(plotHeight)
    let ticks = niceTicks(
      from: values.lowerBound, to: values.upperBound, count: max(Int(plotHeight / (line * 1.9)), 3)
    ).filter { values.contains($0) }
    let left = (ticks.map { measure(chart.y.tick($0)) }.max() ?? 0) + type * 0.5
    let y = Scale(values, from: head + plotHeight, to: head)
    // The first label of the axis may reach out to the left, the last one to the right.
    let x = Scale(xRange, from: left + inset, to: width - max(beside, type) - inset)

    var items: [Scene.Item] = []
    let edge = (left: left, right: x.end + inset)
    items.append(.axis(Scene.Axis(.y, chart.y, y), yAxis(ticks, y, edge)))
    items += marks(x, y, [.band])
    items.append(.axis(Scene.Axis(.x, chart.x, x), xAxis(x, y, edge)))
    items += annotations(x, y, edge)
    items += marks(x, y, [.column, .bar, .interval, .tile, .line, .step, .dot])
    items += draw(labels, x: edge.right + gap, y, x)
    if !chart.y.unit.isEmpty {
      items += Scene.block([chart.y.unit], x: 0, top: 0, size: type, .muted)
    }
    return Scene(width: width, height: head + plotHeight + foot, items: items)
  }

  private func measure(_ text: String, _ bold: String = "") -> Double {
    (TextWidths.ems(text) + TextWidths.ems(bold, bold: true)) * type
      + (text.isEmpty || bold.isEmpty ? 0 : type * 0.28)
  }

  // MARK: Axes

  private var hasColumns: Bool { chart.series.contains { $0.mark == .column } }

  /// Room beside the first and the last place, so that columns stand on the axis.
  private var inset: Double { hasColumns ? 0 : type * 0.2 }

  private var xRange: ClosedRange<Double> {
    let places =
      chart.series.flatMap { $0.data.map(\.x) }
      + events.map(\.place)
    guard let first = places.min(), let last = places.max() else { return 0...1 }
    return hasColumns ? first - 0.5...last + 0.5 : first...last
  }

  private func yRange(_ plotHeight: Double) -> ClosedRange<Double> {
    if let range = chart.y.range, range.lowerBound < range.upperBound { return range }
    let extent = chart.extent ?? 0...1
    let ticks = niceTicks(
      from: extent.lowerBound, to: extent.upperBound, count: max(Int(plotHeight / (line * 1.9)), 3))
    return ticks[0]...ticks[ticks.count - 1]
  }

  private func yAxis(
    _ ticks: [Double], _ y: Scale, _ edge: (left: Double, right: Double)
  ) -> [Scene.Item] {
    ticks.flatMap { tick -> [Scene.Item] in
      let at = y.place(tick)
      return [
        .shape(
          Scene.Shape(
            .lines([[Point(edge.left, at), Point(edge.right, at)]]), .grid,
            Scene.Stroke(type * 0.06))),
        .text(
          Scene.Text(
            chart.y.tick(tick), at: Point(edge.left - type * 0.5, at + type * 0.35), size: type,
            .muted, anchor: .end)),
      ]
    }
  }

  private func xAxis(
    _ x: Scale, _ y: Scale, _ edge: (left: Double, right: Double)
  ) -> [Scene.Item] {
    let ground = y.values.contains(0) ? y.place(0) : y.start
    var items: [Scene.Item] = [
      .shape(
        Scene.Shape(
          .lines([[Point(edge.left, ground), Point(edge.right, ground)]]), .axis,
          Scene.Stroke(type * 0.09)))
    ]
    for tick in chart.x.ticks(x, gap: type * 0.9, width: { measure($0) }) {
      let at = x.place(tick.place)
      if !hasColumns {
        items.append(
          .shape(
            Scene.Shape(
              .lines([[Point(at, y.start), Point(at, y.start + type * 0.3)]]), .axis,
              Scene.Stroke(type * 0.09))))
      }
      let half = measure(tick.text) / 2
      items.append(
        .text(
          Scene.Text(
            tick.text,
            at: Point(min(max(at, half), width - half), y.start + type * 0.4 + type * 0.98),
            size: type, .muted, anchor: .middle)))
    }
    return items
  }

  // MARK: Marks

  private func marks(_ x: Scale, _ y: Scale, _ wanted: [Chart.Mark]) -> [Scene.Item] {
    wanted.flatMap { mark in
      chart.series.filter { $0.mark == mark }.flatMap { draw($0, x, y) }
    }
  }

  private func draw(_ series: Chart.Series, _ x: Scale, _ y: Scale) -> [Scene.Item] {
    switch series.mark {
    case .line, .step: path(series, x, y)
    case .band: band(series, x, y)
    case .column, .bar, .tile: series.data.flatMap { column(series, $0, x, y) }
    case .interval: series.data.compactMap { interval(series, $0, x, y) }
    case .dot: series.data.compactMap { dot(series, $0, x, y) }
    }
  }

  /// One path, with a gap where a number is missing; what stands alone between gaps is a dot.
  private func path(_ series: Chart.Series, _ x: Scale, _ y: Scale) -> [Scene.Item] {
    let parts = series.data.split { $0.y?.isFinite != true }
    let lines = parts.filter { $0.count > 1 }.map { part in
      var points: [Point] = []
      for datum in part {
        let point = Point(x.place(datum.x), y.place(datum.y ?? 0))
        if series.mark == .step, let last = points.last { points.append(Point(point.x, last.y)) }
        points.append(point)
      }
      return points
    }
    let dots = parts.filter { $0.count == 1 }.compactMap(\.first).map { datum -> Scene.Item in
      .shape(
        Scene.Shape(
          .disc(Point(x.place(datum.x), y.place(datum.y ?? 0)), radius: type * 0.22),
          .role(series.role), tag: Scene.Tag(.dot, series.id, figure: datum.figure)))
    }
    guard !lines.isEmpty else { return dots }
    return [
      .shape(
        Scene.Shape(
          .lines(lines), .role(series.role), series.role.stroke(type), tag: chart.tag(series)))
    ] + dots
  }

  /// The area, and thin lines along both of its edges: the area alone is too faint to be told from the
  /// ground by all.
  private func band(_ series: Chart.Series, _ x: Scale, _ y: Scale) -> [Scene.Item] {
    let parts = series.data.split { $0.y?.isFinite != true || $0.y2?.isFinite != true }
    let areas = parts.map { part in
      part.map { Point(x.place($0.x), y.place($0.y ?? 0)) }
        + part.reversed().map { Point(x.place($0.x), y.place($0.y2 ?? 0)) }
    }
    var edge = series.role
    if case .range(let place) = edge { edge = .series(place) }
    let edges = parts.flatMap { part in
      [
        part.map { Point(x.place($0.x), y.place($0.y ?? 0)) },
        part.map { Point(x.place($0.x), y.place($0.y2 ?? 0)) },
      ]
    }
    return [
      .shape(Scene.Shape(.areas(areas), .role(series.role), tag: chart.tag(series))),
      .shape(
        Scene.Shape(
          .lines(edges), .role(edge), Scene.Stroke(type * 0.07, dashes: [type * 0.1, type * 0.2]))),
    ]
  }

  private func column(
    _ series: Chart.Series, _ datum: Chart.Datum, _ x: Scale, _ y: Scale
  ) -> [Scene.Item] {
    guard let value = datum.y, value.isFinite else { return [] }
    let room = abs(x.place(datum.x + 1) - x.place(datum.x))
    let thick = min(room * 0.66, type * 6)
    let ends = [y.place(value), y.place(datum.y2 ?? 0)]
    let corner = Point(x.place(datum.x) - thick / 2, ends.min() ?? 0)
    let box = Scene.Geometry.box(corner, width: thick, height: abs(ends[0] - ends[1]))
    var items: [Scene.Item] = [
      .shape(
        Scene.Shape(box, .role(datum.role ?? series.role), tag: chart.tag(series, datum)))
    ]
    if !datum.text.isEmpty, measure(datum.text) < room - type * 0.2 {
      items.append(
        .text(
          Scene.Text(
            datum.text, at: Point(x.place(datum.x), corner.y - type * 0.3), size: type,
            anchor: .middle)))
    }
    return items
  }

  private func interval(
    _ series: Chart.Series, _ datum: Chart.Datum, _ x: Scale, _ y: Scale
  ) -> Scene.Item? {
    guard let high = datum.y, let low = datum.y2 else { return nil }
    let at = x.place(datum.x)
    return .shape(
      Scene.Shape(
        .lines([[Point(at, y.place(low)), Point(at, y.place(high))]]),
        .role(datum.role ?? series.role), Scene.Stroke(type * 0.2), tag: chart.tag(series, datum)))
  }

  private func dot(
    _ series: Chart.Series, _ datum: Chart.Datum, _ x: Scale, _ y: Scale
  ) -> Scene.Item? {
    guard let value = datum.y, value.isFinite else { return nil }
    return .shape(
      Scene.Shape(
        .disc(Point(x.place(datum.x), y.place(value)), radius: type * 0.28),
        .role(datum.role ?? series.role), tag: chart.tag(series, datum)))
  }

  // MARK: Annotations and labels

  private var events: [(place: Double, label: String)] {
    chart.annotations.compactMap { annotation in
      if case .event(let place, let label, _) = annotation { (place, label) } else { nil }
    }
  }

  private func annotations(
    _ x: Scale, _ y: Scale, _ edge: (left: Double, right: Double)
  ) -> [Scene.Item] {
    let dashes = Scene.Stroke(type * 0.1, dashes: [type * 0.12, type * 0.24])
    return chart.annotations.flatMap { annotation -> [Scene.Item] in
      switch annotation {
      case .reference(let value, _, _):
        let at = y.place(value)
        let line = [Point(edge.left, at), Point(edge.right, at)]
        return [.shape(Scene.Shape(.lines([line]), .reference, dashes))]
      case .event(let place, let label, _):
        let at = x.place(place)
        let half = measure(label) / 2
        return [
          .shape(
            Scene.Shape(.lines([[Point(at, y.end), Point(at, y.start)]]), .reference, dashes)),
          .text(
            Scene.Text(
              label,
              at: Point(min(max(at, edge.left + half), edge.right - half), y.end - type * 0.35),
              size: type, anchor: .middle)),
        ]
      }
    }
  }

  /// What stands behind the ends: the name of each line with its last number, of a band those of its
  /// edges, and of each number to compare with.
  private var endLabels: [EndLabel] {
    var labels: [EndLabel] = []
    // The last month alone says nothing of a line that swings.
    let isAlone =
      chart.x.kind != .months && chart.series.count { $0.mark == .line || $0.mark == .step } == 1
    for series in chart.series {
      guard let last = series.data.last(where: { $0.y?.isFinite == true }), let value = last.y
      else { continue }
      switch series.mark {
      case .line, .step:
        guard !series.label.isEmpty || isAlone else { continue }
        labels.append(
          EndLabel(
            value: value, name: series.label, number: chart.y.text(value), role: series.role,
            x: last.x))
      case .band where series.edges.count == 2:
        guard let low = last.y2 else { continue }
        for (name, value, rank) in [(series.edges[1], value, 0), (series.edges[0], low, 2)] {
          labels.append(
            EndLabel(value: value, name: name, number: chart.y.text(value), rank: rank))
        }
      default: continue
      }
    }
    for case .reference(let value, let label, _) in chart.annotations where !label.isEmpty {
      labels.append(EndLabel(value: value, name: label, number: chart.y.tick(value)))
    }
    return labels
  }

  private func broken(_ label: EndLabel, width: Double) -> [String] {
    if measure(label.name, label.number) <= width { return [label.name] }
    return lines(label.name, width: width, size: type)
      + (label.number.isEmpty ? [] : [""])
  }

  /// The labels in the order of what they name, the greatest first, with a piece of their line
  /// before them.
  private func draw(_ labels: [EndLabel], x left: Double, _ y: Scale, _ x: Scale) -> [Scene.Item] {
    let ordered = labels.enumerated().sorted {
      ($1.element.value, $0.element.rank, $0.offset) < (
        $0.element.value, $1.element.rank, $1.offset
      )
    }.map(\.element)
    let wanted = ordered.map { y.place($0.value) }
    let places = EndLabels.spread(
      wanted, heights: ordered.map(\.height),
      in: y.end - type * 0.6...y.start + type * 0.4)
    return zip(ordered, places).enumerated().flatMap { index, pair -> [Scene.Item] in
      let (label, middle) = pair
      var items: [Scene.Item] = []
      let from = x.end + type * 0.25
      let isFar = abs(middle - wanted[index]) > type * 0.7
      let end = isFar ? middle : wanted[index]
      let bend = [
        Point(from, wanted[index]), Point(from + type * 0.25, wanted[index]),
        Point(left - type * 0.45, end), Point(left - type * 0.2, end),
      ]
      let ink = label.role.map(Scene.Ink.role) ?? .muted
      if label.role != nil || isFar {
        items.append(
          .shape(
            Scene.Shape(
              .lines([bend]), ink, Scene.Stroke(type * (label.role == nil ? 0.06 : 0.12)))))
      }
      var top = middle - label.height / 2 + type * 0.05
      for (row, text) in label.lines.enumerated() {
        items += Scene.block(
          [text], x: left, top: top, size: type, label.role == nil ? .muted : .text)
        if row == label.lines.count - 1 {
          let start = text.isEmpty ? left : left + TextWidths.ems(text) * type + type * 0.28
          items += Scene.block(
            [label.number], x: start, top: top, size: type, bold: label.role != nil,
            label.role == nil ? .muted : .text)
        }
        top += line
      }
      return items
    }
  }
}
