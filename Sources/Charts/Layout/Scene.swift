/// A place on a page: x to the right, y down.
public struct Point: Equatable, Sendable {
  public var x, y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// What is drawn, on a continuous plane: shapes and texts with what they are, not with colours.
public struct Scene: Equatable, Sendable {
  /// What something is, for the palette.
  public enum Ink: Equatable, Sendable {
    case role(Chart.Role)
    /// Letters on a tile or a bar of the role.
    case on(Chart.Role)
    case text, muted, ground, grid, axis, reference, warning
  }

  public enum Geometry: Equatable, Sendable {
    /// Open lines, in one path.
    case lines([[Point]])
    /// Filled polygons, in one path.
    case areas([[Point]])
    case box(Point, width: Double, height: Double)
    case disc(Point, radius: Double)
  }

  /// How a line is drawn.
  public struct Stroke: Equatable, Sendable {
    public var width: Double
    /// Lengths drawn and left out in turn; empty for a whole line.
    public var dashes: [Double]

    public init(_ width: Double, dashes: [Double] = []) {
      self.width = width
      self.dashes = dashes
    }
  }

  /// What of the chart a shape is, so that every number can be read back.
  public struct Tag: Equatable, Sendable {
    public var mark: Chart.Mark
    public var series: String
    /// Id of the figure, where the shape is one.
    public var figure: String
    /// What it says, in words, for who points at it.
    public var title: String

    public init(_ mark: Chart.Mark, _ series: String, figure: String = "", title: String = "") {
      self.mark = mark
      self.series = series
      self.figure = figure
      self.title = title
    }
  }

  public struct Shape: Equatable, Sendable {
    public var geometry: Geometry
    public var ink: Ink
    /// Nil for what is filled.
    public var stroke: Stroke?
    public var tag: Tag?

    public init(_ geometry: Geometry, _ ink: Ink, _ stroke: Stroke? = nil, tag: Tag? = nil) {
      self.geometry = geometry
      self.ink = ink
      self.stroke = stroke
      self.tag = tag
    }
  }

  public struct Text: Equatable, Sendable {
    public enum Anchor: Equatable, Sendable { case start, middle, end }

    public var text: String
    /// Where it begins, has its middle or ends, and its baseline.
    public var at: Point
    public var size: Double
    public var bold: Bool
    public var ink: Ink
    public var anchor: Anchor

    public init(
      _ text: String, at: Point, size: Double, bold: Bool = false, _ ink: Ink = .text,
      anchor: Anchor = .start
    ) {
      self.text = text
      self.at = at
      self.size = size
      self.bold = bold
      self.ink = ink
      self.anchor = anchor
    }

    public var width: Double { TextWidths.ems(text, bold: bold) * size }

    /// Where it begins.
    public var left: Double {
      switch anchor {
      case .start: at.x
      case .middle: at.x - width / 2
      case .end: at.x - width
      }
    }
  }

  /// An axis with what it takes to turn places on the page into numbers: `first` and `last` stand at
  /// `start` and `end`.
  public struct Axis: Equatable, Sendable {
    public enum Side: String, Equatable, Sendable { case x, y }

    public var side: Side
    public var kind: Chart.Axis.Kind
    public var unit: String
    public var first, last, start, end: Double

    public init(
      _ side: Side, _ axis: Chart.Axis, _ scale: Scale
    ) {
      self.side = side
      kind = axis.kind
      unit = axis.unit.isEmpty ? axis.suffix : axis.unit
      (first, last) = (scale.values.lowerBound, scale.values.upperBound)
      (start, end) = (scale.start, scale.end)
    }
  }

  public indirect enum Item: Equatable, Sendable {
    case shape(Shape)
    case text(Text)
    case axis(Axis, [Item])
    /// What belongs together, with its name.
    case group(String, [Item])
  }

  public var width, height: Double
  public var items: [Item]

  public init(width: Double, height: Double, items: [Item] = []) {
    self.width = width
    self.height = height
    self.items = items
  }
}

extension Scene.Item {
  /// The same at another place.
  public func moved(x: Double, y: Double) -> Scene.Item {
    func moved(_ point: Point) -> Point { Point(point.x + x, point.y + y) }
    switch self {
    case .shape(var shape):
      switch shape.geometry {
      case .lines(let parts): shape.geometry = .lines(parts.map { $0.map(moved) })
      case .areas(let parts): shape.geometry = .areas(parts.map { $0.map(moved) })
      case .box(let corner, let width, let height):
        shape.geometry = .box(moved(corner), width: width, height: height)
      case .disc(let middle, let radius): shape.geometry = .disc(moved(middle), radius: radius)
      }
      return .shape(shape)
    case .text(var text):
      text.at = moved(text.at)
      return .text(text)
    case .axis(var axis, let items):
      let by = axis.side == .x ? x : y
      axis.start += by
      axis.end += by
      return .axis(axis, items.map { $0.moved(x: x, y: y) })
    case .group(let name, let items):
      return .group(name, items.map { $0.moved(x: x, y: y) })
    }
  }

  /// The same so many times as large, from the corner of the page on.
  public func scaled(_ factor: Double) -> Scene.Item {
    func scaled(_ point: Point) -> Point { Point(point.x * factor, point.y * factor) }
    switch self {
    case .shape(var shape):
      switch shape.geometry {
      case .lines(let parts): shape.geometry = .lines(parts.map { $0.map(scaled) })
      case .areas(let parts): shape.geometry = .areas(parts.map { $0.map(scaled) })
      case .box(let corner, let width, let height):
        shape.geometry = .box(scaled(corner), width: width * factor, height: height * factor)
      case .disc(let middle, let radius):
        shape.geometry = .disc(scaled(middle), radius: radius * factor)
      }
      shape.stroke = shape.stroke.map {
        Scene.Stroke($0.width * factor, dashes: $0.dashes.map { $0 * factor })
      }
      return .shape(shape)
    case .text(var text):
      (text.at, text.size) = (scaled(text.at), text.size * factor)
      return .text(text)
    case .axis(var axis, let items):
      axis.start *= factor
      axis.end *= factor
      return .axis(axis, items.map { $0.scaled(factor) })
    case .group(let name, let items): return .group(name, items.map { $0.scaled(factor) })
    }
  }

  /// Every shape and text in it, in the order in which they are drawn.
  public var leaves: [Scene.Item] {
    switch self {
    case .shape, .text: [self]
    case .axis(_, let items), .group(_, let items): items.flatMap(\.leaves)
    }
  }
}
