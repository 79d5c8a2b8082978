import Figures
import Frames

/// The numbers behind a picture.
enum PictureTables {
  /// One table a chart by year, then one of every figure of the picture's panels.
  static func tables(_ content: PictureContent) -> [Picture.Table] {
    let titles = Dictionary(
      content.panels.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let charts = content.charts.compactMap { panel, chart in
      titles[panel].flatMap { table(chart, title: $0) }
    }
    let rows = content.panels.flatMap { panel in
      panel.items.flatMap(\.figures).map { figure in
        [
          figure.label, figure.text, figure.mark.rawValue, figure.asOf,
          figure.source?.citation ?? (figure.mark == .modelled ? "this project's model" : ""),
        ]
      }
    }
    let figures = Picture.Table(
      caption: "Figures with mark, date and source",
      header: ["Figure", "Value", "Mark", "As of", "Source"], rows: rows)
    return charts + (rows.isEmpty ? [] : [figures])
  }

  private static func table(_ chart: Curves, title: String) -> Picture.Table? {
    guard !chart.labels.isEmpty else { return nil }
    var header = ["Period"]
    var columns: [[Double?]] = []
    for (index, band) in chart.bands.enumerated() {
      let part = chart.bands.count > 1 ? " of band \(index + 1)" : ""
      header += ["P10\(part)", "P90\(part)"]
      columns += [band.low, band.high]
    }
    for (name, curve) in chart.named {
      header.append(name.isEmpty ? "value" : name)
      columns.append(curve.values)
    }
    let rows = chart.labels.enumerated().map { place, label in
      [label] + columns.map { $0.indices.contains(place) ? chart.text($0[place]) : "" }
    }
    return Picture.Table(caption: title, header: header, rows: rows)
  }
}

extension Curves {
  /// The curves with names that tell them apart: a dashed one without a name goes with the one
  /// before it.
  var named: [(String, Curve)] {
    var before = ""
    return curves.map { curve in
      let name = curve.label.isEmpty && curve.dashed ? before + ", dashed line" : curve.label
      before = curve.label
      return (name, curve)
    }
  }

  /// A number of the chart with its unit, to about three digits.
  func text(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "" }
    let places = abs(value) >= 99.95 ? 0 : abs(value) >= 9.995 ? 1 : 2
    return Numbers.telling(value, places: places) + unit
  }
}

extension Source {
  /// Publisher, title and date in one line.
  var citation: String {
    let name = publisher.isEmpty || title.hasPrefix(publisher) ? title : "\(publisher), \(title)"
    return date.isEmpty ? name : "\(name) (\(date))"
  }
}
