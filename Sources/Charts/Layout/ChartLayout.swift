extension Chart {
  /// The chart laid out.
  ///
  /// - Parameters:
  ///   - width: of the whole, labels and all.
  ///   - height: of the whole; nil gives it what it needs. Rows may need more than that.
  ///   - type: the size of its letters, in the unit of the width.
  public func laidOut(width: Double, height: Double? = nil, type: Double) -> Scene {
    switch form {
    case .plot: PlotLayout(self, width: width, height: height, type: type).scene
    case .rows: RowLayout(self, width: width, height: height, type: type).scene
    case .tiles: TileLayout(self, width: width, height: height, type: type).scene
    }
  }

  /// A mark with what it says in words: series, period or category, number.
  func tag(_ series: Series, _ datum: Datum? = nil) -> Scene.Tag {
    guard let datum else { return Scene.Tag(series.mark, series.id, title: series.label) }
    let name = datum.label.isEmpty ? series.label : datum.label
    let place = form == .tiles ? "" : x.name(at: datum.x).trimmed
    let number = datum.text.isEmpty ? datum.y.map(y.text) ?? "" : datum.text
    let head = [place, name].filter { !$0.isEmpty }.joined(separator: ", ")
    return Scene.Tag(
      series.mark, series.id, figure: datum.figure,
      title: [head, number].filter { !$0.isEmpty }.joined(separator: ": "))
  }
}

extension Chart.Role {
  /// How a line in this role is drawn, for type of a size.
  func stroke(_ type: Double) -> Scene.Stroke {
    switch self {
    case .series, .total, .loss: Scene.Stroke(type * 0.2)
    case .range, .muted: Scene.Stroke(type * 0.12)
    case .beside: Scene.Stroke(type * 0.16, dashes: [type * 0.55, type * 0.3])
    case .baseline: Scene.Stroke(type * 0.13, dashes: [type * 0.16, type * 0.24])
    }
  }
}

extension String {
  var trimmed: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  var indent: Int { prefix { $0 == " " }.count }
}

extension Scene {
  /// A line of text's height over its size.
  public static let leading = 1.25

  /// Lines of text one below the other; `top` is where the first one's room begins.
  static func block(
    _ lines: [String], x: Double, top: Double, size: Double, bold: Bool = false, _ ink: Ink = .text,
    anchor: Text.Anchor = .start
  ) -> [Item] {
    lines.enumerated().map { row, line in
      .text(
        Text(
          line, at: Point(x, top + size * (leading * Double(row) + 0.98)), size: size, bold: bold,
          ink, anchor: anchor))
    }
  }

  /// What the colours stand for, where the marks cannot say it themselves, in as many lines as it
  /// takes; with their height.
  static func legend(
    _ entries: [(role: Chart.Role, label: String)], width: Double, type: Double
  ) -> (items: [Item], height: Double) {
    var items: [Item] = []
    var (x, row) = (0.0, 0.0)
    let side = type * 0.8
    for entry in entries where !entry.label.isEmpty {
      let needed = side + type * 0.4 + TextWidths.ems(entry.label) * type
      if x > 0, x + needed > width { (x, row) = (0, row + 1) }
      let top = row * type * 1.5
      items.append(
        .shape(
          Shape(
            .box(Point(x, top + type * 0.25), width: side, height: side), .role(entry.role))))
      items += block([entry.label], x: x + side + type * 0.4, top: top, size: type)
      x += needed + type * 1.4
    }
    return (items, items.isEmpty ? 0 : (row + 1) * type * 1.5 + type * 0.3)
  }
}
