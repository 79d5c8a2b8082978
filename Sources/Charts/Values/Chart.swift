public import Figures

/// A chart as a value: what is shown, on which axes, by which marks; how it looks is not in it.
///
/// All numbers are in the units of their axis. Texts may be raw; what writes them neutralises them.
public struct Chart: Equatable, Sendable {
  /// How the marks are laid out.
  public enum Form: Equatable, Sendable {
    /// The first axis runs from left to right, numbers go up.
    case plot
    /// A row for each category, numbers run from left to right.
    case rows
    /// Tiles as large as their numbers; there are no axes.
    case tiles
  }

  /// What it shows, in a few words.
  public var title: String
  public var form: Form
  /// The axis of what the numbers are given for: time, or categories.
  public var x: Axis
  /// The axis of the numbers.
  public var y: Axis
  /// Drawn in this order, so the last one is on top.
  public var series: [Series]
  public var annotations: [Annotation]
  public var basis: Basis
  /// What is missing of it, in words; empty where nothing is.
  public var missing: String

  public init(
    title: String, form: Form = .plot, x: Axis, y: Axis, series: [Series] = [],
    annotations: [Annotation] = [], basis: Basis = .data, missing: String = ""
  ) {
    self.title = title
    self.form = form
    self.x = x
    self.y = y
    self.series = series
    self.annotations = annotations
    self.basis = basis
    self.missing = missing
  }

  /// From the least to the greatest number of anything drawn, with nought where it belongs; nil
  /// where nothing is drawn.
  public var extent: ClosedRange<Double>? {
    var values = series.flatMap { series in
      series.data.flatMap { [$0.y, $0.y2].compactMap { $0 } }
    }
    for case .reference(let value, _, _) in annotations { values.append(value) }
    values = values.filter(\.isFinite)
    if y.includesZero { values.append(0) }
    guard let least = values.min(), let greatest = values.max() else { return nil }
    return least...greatest
  }
}

extension Chart {
  /// What points at something in a chart.
  public enum Annotation: Equatable, Sendable {
    /// A number to compare with: a line across the plot.
    case reference(Double, label: String, figure: String)
    /// A moment on an axis of time, in years: a target, a commitment, now.
    case event(Double, label: String, figure: String)
  }
}
