import Figures
import Frames

/// A chart of lines over the years.
struct Curves {
  struct Curve {
    var label: String
    var values: [Double?]
    var style: Style
    var dashed: Bool

    init(_ label: String, _ values: [Double?], _ style: Style, dashed: Bool = false) {
      self.label = label
      self.values = values
      self.style = style
      self.dashed = dashed
    }

    init(_ label: String, _ values: [Double], _ style: Style, dashed: Bool = false) {
      self.init(label, values.map { Optional($0) }, style, dashed: dashed)
    }
  }

  struct Band {
    var low, high: [Double]
  }

  /// One for each place on the horizontal axis.
  var labels: [String]
  /// Where the labels stand on the axis, ascending; nil puts them one apart.
  var positions: [Double]?
  var curves: [Curve] = []
  var bands: [Band] = []
  var references: [(Double, String)] = []
  /// What stands behind the numbers of the vertical axis.
  var unit = ""
  /// The ends of the vertical axis, where charts side by side have one in common.
  var range: ClosedRange<Double>?
  /// Whether it is one of several whose numbers are noted together.
  var isPart = false

  init(labels: [String]) { self.labels = labels }
}
