import Figures
import Frames

/// The numbers behind a picture for people: rounded, in their units.
enum PictureTables {
  /// One table a chart by period, then one of every figure of the picture's panels.
  static func tables(_ content: PictureContent) -> [Picture.Table] {
    let charts = content.panels.compactMap { panel in
      table(content.charts.filter { $0.panel == panel.id }.map(\.chart), panel)
    }
    let rows = content.panels.flatMap { panel in panel.items.flatMap(\.figures).map(row) }
    let figures = Picture.Table(
      caption: "Figures with mark, date, source and caution",
      header: [
        "Figure", "Value", "Statistic", "Qualifier", "Unit", "Mark", "As of", "Source", "Id",
        "Caution",
      ], rows: rows)
    return charts + (rows.isEmpty ? [] : [figures])
  }

  private static func row(_ figure: Figure) -> [String] {
    [
      figure.label, figure.text, figure.statistic?.name ?? "",
      figure.value?.qualifier?.rawValue ?? "", figure.value?.unit ?? "", figure.mark.rawValue,
      figure.asOf,
      figure.source?.id ?? (figure.mark == .modelled ? "this project's model" : ""),
      figure.id, figure.cautions.map(\.text).joined(separator: " "),
    ]
  }

  /// The charts of a panel side by side, period by period; nil where it has none.
  private static func table(_ charts: [Curves], _ panel: Panel) -> Picture.Table? {
    guard let labels = charts.first?.labels, !labels.isEmpty else { return nil }
    let columns = charts.filter { $0.labels == labels }.flatMap(columns)
    let missing = Set(panel.missing?.periods ?? [])
    let rows = labels.indices.map { place in
      [labels[place]]
        + columns.map { column in
          let text = column.values.indices.contains(place) ? column.values[place] : ""
          return text.isEmpty && missing.contains(labels[place]) ? "not returned" : text
        }
    }
    return Picture.Table(
      caption: panel.title, header: ["Period"] + columns.map(\.name), rows: rows)
  }

  private static func columns(_ chart: Curves) -> [(name: String, values: [String])] {
    let name = chart.name.isEmpty ? "" : chart.name + ", "
    let bands = chart.bands.flatMap { band in
      [("P10", band.low), ("P90", band.high)]
    }
    let curves = chart.named.map { ($0.isEmpty ? "value" : $0, $1.values) }
    return (bands + curves).map { (name + $0, $1.map(chart.text)) }
  }
}

extension Statistic {
  /// As people write it: `P10`, `central`.
  var name: String {
    switch self {
    case .p10, .p50, .p90: rawValue.uppercased()
    case .central, .mean, .share, .difference, .given: rawValue
    case .range: "P10 to P90"
    }
  }
}

extension Source {
  /// Publisher, title and date in one line.
  var citation: String {
    let name = publisher.isEmpty || title.hasPrefix(publisher) ? title : "\(publisher), \(title)"
    return date.isEmpty ? name : "\(name) (\(date))"
  }
}
