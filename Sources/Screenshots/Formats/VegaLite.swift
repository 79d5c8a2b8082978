import Charts
import Frames

/// A picture's charts as one specification of Vega-Lite 5, with their data in it and, under
/// `usermeta`, what the picture says, its sources and what makes it again. A picture without charts
/// has none to show and says so.
func vegaLite(_ picture: Picture) -> String {
  let charts = picture.charts.filter { chart in chart.series.contains { !$0.data.isEmpty } }
  var members = [
    ("$schema", quotedJSON("https://vega.github.io/schema/vega-lite/v5.json")),
    (
      "title",
      object([
        ("text", quotedJSON(picture.headline)), ("subtitle", quotedJSON(picture.subtitle)),
        ("anchor", quotedJSON("start")),
      ])
    ),
    ("description", quotedJSON(picture.altText)),
    (
      "usermeta",
      object([
        ("source", quotedJSON(picture.source)), ("marks", quotedJSON(picture.marks)),
        ("asOf", quotedJSON(picture.asOf)), ("scenario", quotedJSON(picture.scenario)),
        ("handling", quotedJSON(picture.handling)), ("created", quotedJSON(picture.created)),
        (
          "sources",
          list(
            picture.sources.map { source in
              object([
                ("id", quotedJSON(source.id)), ("citation", quotedJSON(source.citation)),
                ("date", quotedJSON(source.date)), ("address", quotedJSON(source.address)),
                ("licence", quotedJSON(source.licence)),
              ])
            })
        ),
      ])
    ),
  ]
  if charts.count == 1, let chart = charts.first {
    members += VegaChart(chart, picture.look).members
  } else if charts.isEmpty {
    members += [("data", object([("values", "[]")])), ("mark", quotedJSON("point"))]
  } else {
    members.append(
      (
        "vconcat",
        list(
          charts.map { chart in
            object([("title", quotedJSON(chart.title))] + VegaChart(chart, picture.look).members)
          })
      ))
  }
  return object(members) + "\n"
}

private func object(_ members: [(String, String)]) -> String {
  "{" + members.map { "\(quotedJSON($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
}

private func list(_ values: [String]) -> String { "[" + values.joined(separator: ",\n  ") + "]" }

/// One chart: a layer for each series, over one table of data.
private struct VegaChart {
  private let chart: Chart
  private let palette: PagePalette

  init(_ chart: Chart, _ look: Picture.Look) {
    self.chart = chart
    palette = .named(look)
  }

  var members: [(String, String)] {
    [
      ("width", chart.form == .plot ? "480" : "360"),
      ("data", object([("values", list(rows))])),
      ("layer", list(chart.series.map(layer) + chart.annotations.compactMap(layer))),
    ]
  }

  private func value(_ number: Double?) -> String {
    number.map { $0.isFinite ? "\($0)" : "null" } ?? "null"
  }

  private var rows: [String] {
    chart.series.flatMap { series in
      series.data.map { datum in
        var members = [("series", quotedJSON(series.id))]
        if chart.form != .tiles {
          members.append(("x", quotedJSON(chart.x.name(at: datum.x))))
          if chart.form == .plot { members.append(("at", value(datum.x))) }
        }
        members.append(("value", value(datum.y)))
        if let from = datum.y2 { members.append(("from", value(from))) }
        if !datum.label.isEmpty { members.append(("label", quotedJSON(datum.label))) }
        if !datum.figure.isEmpty { members.append(("figure", quotedJSON(datum.figure))) }
        if !datum.text.isEmpty { members.append(("text", quotedJSON(datum.text))) }
        return object(members)
      }
    }
  }

  private func layer(_ series: Chart.Series) -> String {
    let (colour, opacity) = palette.colour(.role(series.role))
    var mark = [("type", quotedJSON(type(series.mark))), ("color", quotedJSON(hexColour(colour)))]
    if opacity < 1 { mark.append(("opacity", "\(opacity)")) }
    if case .beside = series.role { mark.append(("strokeDash", "[6, 4]")) }
    if series.role == .baseline { mark.append(("strokeDash", "[2, 3]")) }
    if series.mark == .step { mark.append(("interpolate", quotedJSON("step-after"))) }
    mark.append(("tooltip", "true"))
    return object([
      (
        "transform",
        "["
          + object([
            ("filter", object([("field", quotedJSON("series")), ("equal", quotedJSON(series.id))]))
          ])
          + "]"
      ),
      ("mark", object(mark)), ("encoding", object(encoding(series))),
    ])
  }

  private func type(_ mark: Chart.Mark) -> String {
    switch mark {
    case .line, .step: "line"
    case .band: "area"
    case .bar, .column: "bar"
    case .interval: chart.form == .rows ? "bar" : "rule"
    case .tile: "bar"
    case .dot: "point"
    }
  }

  private func encoding(_ series: Chart.Series) -> [(String, String)] {
    let unit = chart.y.unit.isEmpty ? chart.y.suffix : chart.y.unit
    func field(_ name: String, _ type: String, _ more: [(String, String)] = []) -> String {
      object([("field", quotedJSON(name)), ("type", quotedJSON(type))] + more)
    }
    let numbers = field(
      "value", "quantitative",
      [("title", unit.isEmpty ? "null" : quotedJSON(unit))]
        + (series.data.contains { $0.y2 != nil } ? [("stack", "null")] : []))
    let isRow = chart.form != .plot
    let places = field(
      chart.form == .tiles ? "label" : "x", "ordinal",
      [("sort", "null"), ("title", "null")])
    var members = isRow ? [("y", places), ("x", numbers)] : [("x", places), ("y", numbers)]
    if series.data.contains(where: { $0.y2 != nil }) {
      members.append((isRow ? "x2" : "y2", object([("field", quotedJSON("from"))])))
    }
    return members
  }

  private func layer(_ annotation: Chart.Annotation) -> String? {
    guard case .reference(let number, let label, _) = annotation else { return nil }
    let along = chart.form == .plot ? "y" : "x"
    return object([
      (
        "data",
        object([
          ("values", "[" + object([("value", value(number)), ("label", quotedJSON(label))]) + "]")
        ])
      ),
      ("mark", object([("type", quotedJSON("rule")), ("strokeDash", "[2, 3]")])),
      (
        "encoding",
        object([
          (along, object([("field", quotedJSON("value")), ("type", quotedJSON("quantitative"))]))
        ])
      ),
    ])
  }
}
