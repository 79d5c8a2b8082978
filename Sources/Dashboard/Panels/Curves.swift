import Analytics
import Figures
import Frames

/// A chart of lines over time. Values are as the data have them; how they are drawn and printed is
/// said beside them.
struct Curves {
  /// What stands along the horizontal axis.
  enum Axis {
    /// Labels one apart: years without a gap.
    case even
    /// Months, each at its place in time, with one label for each from the first to the last.
    case months
    /// Dates, each at its place in time, however far apart.
    case dates
  }

  struct Curve {
    var label: String
    /// What it is called in words, where its label is not drawn.
    var title = ""
    /// Nil where there is none: the line breaks.
    var values: [Double?]
    var style: Style
    var dashed: Bool
    /// Whether it is what was before: it has dots that no other line has.
    var isBefore = false
    /// Each number as files have it, by its place.
    var numbers: (Int) -> Figure?

    init(
      _ label: String, _ values: [Double?], _ style: Style, dashed: Bool = false,
      numbers: @escaping (Int) -> Figure?
    ) {
      self.label = label
      self.values = values
      self.style = style
      self.dashed = dashed
      self.numbers = numbers
    }
  }

  /// From P10 to P90.
  struct Band {
    var low, high: [Double?]
    /// Each number of either end as files have it, by its place.
    var lowNumbers, highNumbers: (Int) -> Figure?
  }

  /// What sets it apart from the charts beside it; empty for one alone.
  var name = ""
  /// One for each place on the horizontal axis.
  var labels: [String]
  var axis = Axis.even
  var curves: [Curve] = []
  var bands: [Band] = []
  var references: [(Double, String)] = []
  /// What the numbers are in, in words: `£bn a year`.
  var measure = ""
  /// What stands behind the numbers of the vertical axis, and what they are multiplied by for it.
  var unit = ""
  var scale = 1.0
  /// The ends of the vertical axis, where charts side by side have one in common.
  var range: ClosedRange<Double>?

  init(labels: [String], _ axis: Axis = .even) {
    self.labels = labels
    self.axis = axis
  }

  /// Where the labels stand on the axis, ascending: places one apart, or months.
  var positions: [Double] {
    switch axis {
    case .even: labels.indices.map(Double.init)
    case .months, .dates: labels.map { Periods.month($0) ?? 0 }
    }
  }

  /// The curves with names that tell them apart: a dashed one without a name goes with the one
  /// before it.
  var named: [(String, Curve)] {
    var before = ""
    return curves.map { curve in
      let own = curve.title.isEmpty ? curve.label : curve.title
      let name = own.isEmpty && curve.dashed ? before + ", dashed line" : own
      before = curve.label
      return (name, curve)
    }
  }

  /// How each line is drawn: no two of a chart alike. Full and dashed lines have their own dashes in
  /// order.
  var dashes: [LinePlot.Dash] {
    let (full, beside): ([LinePlot.Dash], [LinePlot.Dash]) = (
      [.solid, .mixed, .long], [.dashed, .sparse, .dotted]
    )
    var (fulls, besides) = (0, 0)
    return curves.map { curve in
      if curve.isBefore { return .dotted }
      if curve.dashed {
        besides += 1
        return beside[(besides - 1) % beside.count]
      }
      fulls += 1
      return full[(fulls - 1) % full.count]
    }
  }

  /// A number of the chart as it is printed, to three digits with its unit; empty for none.
  func text(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    return Numbers.significant(value * scale) + unit
  }
}

extension State {
  /// A line through a modelled series by year.
  ///
  /// - Parameters:
  ///   - id: the series as `digigov explain` names it, without a year.
  ///   - values: one a year of the projection.
  ///   - unit: what they are in.
  ///   - code: of the organisation; empty for the nation.
  func curve(
    _ label: String, _ id: String, _ values: [Double?], _ style: Style, dashed: Bool = false,
    statistic: Statistic = .central, unit: String, of code: String = ""
  ) -> Curves.Curve {
    Curves.Curve(
      label, values, style, dashed: dashed,
      numbers: numbers(id, statistic, values, unit: unit, of: code))
  }

  private func numbers(
    _ id: String, _ statistic: Statistic, _ values: [Double?], unit: String, of code: String
  ) -> (Int) -> Figure? {
    let years = projection?.years ?? []
    return { place in
      guard years.indices.contains(place), values.indices.contains(place), let value = values[place]
      else { return nil }
      let year = years[place]
      return Figure(
        id: "\(id)@\(year)", label: "", text: "", mark: .modelled, basis: .scenario,
        value: FigureValue(
          number: value, unit: unit, statistic: statistic, body: code, period: year))
    }
  }

  /// P10 to P90 of a modelled series by year, with a gap where a year has none.
  func band(
    _ id: String, _ summaries: [Summary], unit: String, of code: String = "",
    scaled: (Double) -> Double? = { $0 }
  ) -> Curves.Band {
    let (low, high) = (
      summaries.map { $0.p10.flatMap(scaled) }, summaries.map { $0.p90.flatMap(scaled) }
    )
    return Curves.Band(
      low: low, high: high, lowNumbers: numbers(id + ".p10", .p10, low, unit: unit, of: code),
      highNumbers: numbers(id + ".p90", .p90, high, unit: unit, of: code))
  }
}
