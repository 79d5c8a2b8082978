/// A row for each category: bars and their parts, intervals and dots, over numbers or time that run
/// from left to right.
struct RowLayout {
  let chart: Chart
  let width, type: Double
  private let height: Double?
  private let names, notes: [[String]]
  private let nameWidth, noteWidth: Double
  /// How many rows there is room for.
  private let count: Int
  private let heights: [Double]

  init(_ chart: Chart, width: Double, height: Double?, type: Double) {
    self.chart = chart
    self.width = width
    self.height = height
    self.type = type
    func widest(_ texts: [String], _ most: Double) -> Double {
      let all = texts.map { TextWidths.ems($0) * type + Double($0.indent) * type * 0.2 }
      return min((all.max() ?? 0) + 0.5, most)
    }
    let nameWidth = widest(chart.x.names, width * 0.4)
    // Where there is little room it is the bars'; what notes say of all rows, the caption sums up.
    let hasParts = chart.series.count { $0.mark == .bar } > 1
    let isNarrow = width < type * 34 && !chart.y.isTime && !hasParts
    let all = isNarrow ? [] : chart.x.notes
    let noteWidth = widest(all, width * 0.3)
    let names = chart.x.names.map {
      lines($0, width: nameWidth - Double($0.indent) * type * 0.5, size: type)
    }
    let notes = all.map { $0.isEmpty ? [] : lines($0, width: noteWidth, size: type) }
    (self.names, self.notes) = (names, notes)
    (self.nameWidth, self.noteWidth) = (nameWidth, noteWidth)
    let least = names.indices.map { row in
      let count = max(names[row].count, notes.indices.contains(row) ? notes[row].count : 0, 1)
      return max(Double(count) * type * Scene.leading + type * 0.45, type * 1.75)
    }
    let free = height.map { $0 - type * 6 } ?? .infinity
    var (count, used) = (0, 0.0)
    while count < min(least.count, Self.most), count == 0 || used + least[count] <= free {
      used += least[count]
      count += 1
    }
    self.count = count
    // Rows on a slide fill it; on a page they are as close as they read well.
    let stretch = height == nil || count < least.count ? 1 : min(max(free / used, 1), 1.3)
    heights = least.prefix(count).map { $0 * stretch }
  }

  /// The most rows that a page has.
  static let most = 40

  private var line: Double { type * Scene.leading }

  private func measure(_ text: String) -> Double { TextWidths.ems(text) * type }

  /// The marks of a row, each with the series that it belongs to.
  private func marks(_ row: Int) -> [(series: Chart.Series, datum: Chart.Datum)] {
    chart.series.flatMap { series in
      series.data.filter { Int($0.x) == row }.map { (series, $0) }
    }
  }

  /// Whether the numbers stand at the marks and nothing is to be measured: bars from nought.
  private var isPlain: Bool {
    !chart.y.isTime && chart.annotations.isEmpty
      && chart.series.allSatisfy { series in
        series.mark == .bar && series.data.allSatisfy { ($0.y ?? 0) >= 0 && $0.y2 == nil }
      }
  }

  /// Whether bars are made of parts, each with its number inside.
  private var hasParts: Bool {
    let bars = chart.series.filter { $0.mark == .bar }
    return bars.count > 1 && bars.allSatisfy { $0.data.allSatisfy { $0.y2 != nil } }
      && !chart.x.notes.isEmpty
  }

  /// What stands at the ends of a row's marks: the numbers of those that end to the left of where
  /// they begin, then all others.
  private func ends(_ row: Int) -> (left: String, right: String) {
    guard !hasParts else { return ("", "") }
    var (left, right): ([String], [String]) = ([], [])
    for (series, datum) in marks(row) where !datum.text.isEmpty {
      guard let value = datum.y else { continue }
      let isLeft = series.mark == .bar && value < (datum.y2 ?? 0) && !isBridge
      if isLeft { left.append(datum.text) } else { right.append(datum.text) }
    }
    return (left.joined(separator: "; "), right.joined(separator: "; "))
  }

  /// Whether a bar begins where another ends: steps, with all numbers on one side.
  private var isBridge: Bool {
    chart.series.filter { $0.mark == .bar }.count == 1
      && chart.series.contains { $0.data.contains { ($0.y2 ?? 0) > 0 } }
  }

  private var range: ClosedRange<Double> {
    if let range = chart.y.range { return range }
    let extent = chart.extent ?? 0...1
    if isPlain || hasParts { return 0...max(extent.upperBound, 1e-12) }
    if chart.y.isTime {
      return extent.lowerBound.rounded(.down)...extent.upperBound.rounded(.up)
    }
    let span = max(extent.upperBound - extent.lowerBound, 1e-12)
    return extent.lowerBound - span * 0.01...extent.upperBound + span * 0.01
  }

  var scene: Scene {
    var items: [Scene.Item] = []
    let entries = chart.series.filter { !$0.label.isEmpty }.map { ($0.role, $0.label) }
    let legend = Scene.legend(entries.count > 1 ? entries : [], width: width, type: type)
    items += legend.items
    var top = legend.height
    if !chart.y.unit.isEmpty, !chart.y.isTime {
      items += Scene.block([chart.y.unit], x: 0, top: top, size: type, .muted)
      top += line + type * 0.2
    }
    let references = chart.annotations.compactMap { annotation -> (Double, String)? in
      switch annotation {
      case .reference(let value, let label, _), .event(let value, let label, _): (value, label)
      }
    }
    if !references.isEmpty { top += line }

    let ends = (0..<count).map(ends)
    let leftRoom = ends.map { measure($0.left) }.max() ?? 0
    let rightRoom = ends.map { measure($0.right) }.max() ?? 0
    let start = nameWidth + type * 0.7 + (leftRoom > 0 ? leftRoom + type * 0.4 : 0)
    let end =
      width - (noteWidth > 1 ? noteWidth + type * 0.8 : 0)
      - (rightRoom > 0 ? rightRoom + type * 0.4 : type * 0.2)
    let scale = Scale(range, from: start, to: max(end, start + type * 3))
    let bottom = top + heights.reduce(0, +)
    items.append(.axis(Scene.Axis(.x, chart.y, scale), axis(scale, top, bottom)))
    items += rows(scale, top, ends)
    for (value, label) in references {
      items += reference(value, label, scale, top, bottom)
    }
    var foot = isPlain || hasParts ? type * 0.3 : line + type * 0.6
    if count < names.count {
      items += Scene.block(
        ["and \(names.count - count) more, for which there is no room here"], x: 0,
        top: bottom + foot, size: type, .muted)
      foot += line
    }
    return Scene(width: width, height: bottom + foot, items: items)
  }

  private func axis(_ scale: Scale, _ top: Double, _ bottom: Double) -> [Scene.Item] {
    var items: [Scene.Item] = []
    func line(_ at: Double, _ ink: Scene.Ink, _ width: Double) -> Scene.Item {
      .shape(
        Scene.Shape(.lines([[Point(at, top), Point(at, bottom)]]), ink, Scene.Stroke(width)))
    }
    if !isPlain, !hasParts {
      for tick in ticks(scale) {
        let at = scale.place(tick.place)
        items.append(line(at, .grid, type * 0.06))
        items.append(
          .text(
            Scene.Text(
              tick.text, at: Point(at, bottom + type * 1.15), size: type, .muted, anchor: .middle)))
      }
    }
    if !chart.y.isTime, scale.values.contains(0) {
      items.append(line(scale.place(0), .axis, type * 0.09))
    }
    return items
  }

  private func ticks(_ scale: Scale) -> [Chart.Axis.Tick] {
    guard !chart.y.isTime else {
      return chart.y.ticks(scale, gap: type * 0.8, width: measure)
    }
    let room = abs(scale.end - scale.start)
    for count in stride(from: 8, through: 2, by: -1) {
      let ticks = niceTicks(
        from: scale.values.lowerBound, to: scale.values.upperBound, count: count
      ).filter(scale.values.contains).map { Chart.Axis.Tick(place: $0, text: chart.y.tick($0)) }
      let needed = ticks.reduce(0) { $0 + measure($1.text) + type * 1.5 }
      if needed < room { return ticks }
    }
    return []
  }

  private func rows(
    _ scale: Scale, _ start: Double, _ ends: [(left: String, right: String)]
  ) -> [Scene.Item] {
    var items: [Scene.Item] = []
    var top = start
    for row in 0..<count {
      let middle = top + heights[row] / 2
      let indent = Double(chart.x.names[row].indent) * type * 0.5
      items += Scene.block(
        names[row], x: indent, top: middle - Double(names[row].count) * line / 2, size: type)
      if notes.indices.contains(row) {
        items += Scene.block(
          notes[row], x: width - noteWidth, top: middle - Double(notes[row].count) * line / 2,
          size: type, .muted)
      }
      let marks = marks(row)
      items += marks.flatMap { draw($0.series, $0.datum, scale, middle) }
      let places = marks.flatMap { mark in
        [mark.datum.y, mark.datum.y2 ?? (mark.series.mark == .bar ? 0 : nil)].compactMap { $0 }
      }.filter(\.isFinite).map(scale.place)
      if let first = places.min(), let last = places.max() {
        items += Scene.block(
          ends[row].left.isEmpty ? [] : [ends[row].left], x: first - type * 0.4,
          top: middle - line / 2, size: type, anchor: .end)
        items += Scene.block(
          ends[row].right.isEmpty ? [] : [ends[row].right], x: last + type * 0.4,
          top: middle - line / 2, size: type)
      }
      top += heights[row]
    }
    return items
  }

  private func draw(
    _ series: Chart.Series, _ datum: Chart.Datum, _ scale: Scale, _ middle: Double
  ) -> [Scene.Item] {
    guard let value = datum.y, value.isFinite else { return [] }
    let role = datum.role ?? series.role
    let tag = chart.tag(series, datum)
    let at = scale.place(value)
    let from = scale.place(
      datum.y2 ?? min(max(0, scale.values.lowerBound), scale.values.upperBound))
    func box(_ thick: Double, _ ink: Scene.Ink) -> Scene.Item {
      .shape(
        Scene.Shape(
          .box(
            Point(min(at, from), middle - thick / 2), width: abs(at - from), height: thick), ink,
          tag: tag))
    }
    switch series.mark {
    case .interval: return [box(type * 0.26, .role(role))]
    case .dot, .line, .step:
      return [
        .shape(
          Scene.Shape(.disc(Point(at, middle), radius: type * 0.36), .role(role), tag: tag))
      ]
    case .bar, .band, .column, .tile:
      var items = [box(type * 1.05, .role(role))]
      if hasParts, !datum.text.isEmpty, measure(datum.text) + type * 0.6 < abs(at - from) {
        items.append(
          .text(
            Scene.Text(
              datum.text, at: Point((at + from) / 2, middle + type * 0.35), size: type, .on(role),
              anchor: .middle)))
      }
      if hasParts {
        // A line of the ground between parts.
        let edge = [Point(at, middle - type * 0.55), Point(at, middle + type * 0.55)]
        items.append(
          .shape(Scene.Shape(.lines([edge]), .ground, Scene.Stroke(type * 0.1))))
      }
      return items
    }
  }

  private func reference(
    _ value: Double, _ label: String, _ scale: Scale, _ top: Double, _ bottom: Double
  ) -> [Scene.Item] {
    let at = scale.place(value)
    let half = measure(label) / 2
    return [
      .shape(
        Scene.Shape(
          .lines([[Point(at, top - type * 0.2), Point(at, bottom)]]), .reference,
          Scene.Stroke(type * 0.1, dashes: [type * 0.12, type * 0.24]))),
      .text(
        Scene.Text(
          label, at: Point(min(max(at, half), width - half), top - type * 0.45), size: type,
          anchor: .middle)),
    ]
  }
}
