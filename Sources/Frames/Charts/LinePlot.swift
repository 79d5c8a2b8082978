/// Curves, bands between curves and reference lines over one pair of axes.
public struct LinePlot: Sendable {
  /// How a curve is drawn, which tells it from others where colours do not: which of its dots.
  public enum Dash: Hashable, Sendable, CaseIterable {
    case solid, long, mixed, dashed, sparse, dotted

    func draws(_ dot: Int) -> Bool {
      switch self {
      case .solid: true
      case .long: dot % 12 < 9
      case .mixed: dot % 10 < 5 || dot % 10 == 7
      case .dashed: dot % 6 < 3
      case .sparse: dot % 8 < 2
      case .dotted: dot % 4 == 0
      }
    }

    /// What stands before its name.
    func mark(isASCII: Bool) -> String {
      switch self {
      case .solid: isASCII ? "-" : "━"
      case .long: isASCII ? "_" : "╍"
      case .mixed: isASCII ? "=" : "┅"
      case .dashed: isASCII ? "~" : "╌"
      case .sparse: isASCII ? ";" : "┈"
      case .dotted: isASCII ? "." : "·"
      }
    }
  }

  /// One curve. Points in ascending order of x; a missing y leaves a gap.
  public struct Series: Sendable {
    public var label: String
    public var points: [(x: Double, y: Double?)]
    public var style: Style
    public var dash: Dash
    public init(
      label: String = "", points: [(x: Double, y: Double?)], style: Style, dash: Dash = .solid
    ) {
      self.label = label
      self.points = points
      self.style = style
      self.dash = dash
    }
  }

  /// The area between two curves over the same x; an end that is no finite number leaves a gap. The
  /// style's background is the colour of the filling, its foreground that of the edges (see
  /// ``BandFill``).
  public struct Band: Sendable {
    public var x, low, high: [Double]
    public var style: Style
    public init(x: [Double], low: [Double], high: [Double], style: Style) {
      self.x = x
      self.low = low
      self.high = high
      self.style = style
    }
  }

  /// A value to compare with, as a dotted line across the plot.
  public struct Reference: Sendable {
    public var y: Double
    public var label: String
    public var style: Style
    public init(y: Double, label: String = "", style: Style) {
      self.y = y
      self.label = label
      self.style = style
    }
  }

  /// A moment to point at, as a dotted line from the axis up to its label.
  public struct Event: Sendable {
    public var x: Double
    public var label: String
    public var style: Style
    public init(x: Double, label: String, style: Style) {
      self.x = x
      self.label = label
      self.style = style
    }
  }

  public struct XLabel: Sendable {
    public var x: Double
    public var text: String
    public init(x: Double, text: String) {
      self.x = x
      self.text = text
    }
  }

  /// Drawn in this order, so the last one is on top.
  public var series: [Series]
  /// Drawn in this order behind the curves, so the widest comes first.
  public var bands: [Band]
  public var references: [Reference]
  public var events: [Event]
  /// Thinned evenly where there is no room for all, and nothing rounder.
  public var xLabels: [XLabel]
  /// Fewer labels to take in place of all where those have no room, such as quarters, then years in
  /// place of months: the first list with room for each of its labels.
  public var rounderLabels: [[XLabel]] = []
  /// The ends of the y axis; nil for round values around everything that is drawn.
  public var yRange: ClosedRange<Double>?
  /// Whether zero is on an automatic y axis in any case.
  public var includesZero: Bool
  public var yFormat: @Sendable (Double) -> String

  public init(
    series: [Series] = [], bands: [Band] = [], references: [Reference] = [],
    events: [Event] = [], xLabels: [XLabel] = [], yRange: ClosedRange<Double>? = nil,
    includesZero: Bool = true,
    yFormat: @escaping @Sendable (Double) -> String
  ) {
    self.series = series
    self.bands = bands
    self.references = references
    self.events = events
    self.xLabels = xLabels
    self.yRange = yRange
    self.includesZero = includesZero
    self.yFormat = yFormat
  }

  /// From the least to the greatest x of anything drawn; nil where nothing is.
  var xRange: ClosedRange<Double>? {
    let xs = series.flatMap { $0.points.map(\.x) } + bands.flatMap(\.x)
    return Self.range(xs.filter(\.isFinite))
  }

  /// From the least to the greatest y of anything drawn; nil where nothing is.
  var valueRange: ClosedRange<Double>? {
    let ys =
      series.flatMap { $0.points.compactMap(\.y) } + bands.flatMap { $0.low + $0.high }
      + references.map(\.y)
    return Self.range(ys.filter(\.isFinite) + (includesZero ? [0] : []))
  }

  private static func range(_ values: [Double]) -> ClosedRange<Double>? {
    guard let least = values.min(), let greatest = values.max() else { return nil }
    return least...greatest
  }
}
