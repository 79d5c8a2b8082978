import Analytics
import Charts
import Figures
import Frames

/// Charts of panels that draw by hand.
enum DrawnCharts {
  /// To both sides of the central case, what each assumption does at its P10 and at its P90.
  static func tornado(
    _ title: String, _ bars: [TornadoBar], _ base: Double, _ labels: [String],
    _ column: MoneyColumn
  ) -> Chart {
    let unit = column.isMillions ? 1000.0 : 1
    let (bars, idle) = (
      bars.enumerated().filter { !isIdle($0.element, base) },
      bars.enumerated().filter { isIdle($0.element, base) }
    )
    func series(_ id: String, _ role: Chart.Role, _ value: (TornadoBar) -> Double) -> Chart.Series {
      Chart.Series(
        id.lowercased(), label: "at its " + id, .bar, role,
        bars.map(\.element).enumerated().map { place, bar in
          Chart.Datum(
            x: Double(place), value(bar) * unit, from: base * unit,
            figure: "tornado.\(bar.assumption.rawValue).\(id)", text: column.bare(value(bar)))
        })
    }
    return Chart(
      title: title, form: .rows, x: Chart.Axis(.categories, names: bars.map { labels[$0.offset] }),
      y: Chart.Axis(
        .money, unit: "Net present social value, real \(column.unit)", includesZero: false),
      series: [
        series("P10", .muted, \.atP10), series("P90", .series(0), \.atP90),
      ],
      annotations: [
        .reference(
          base * unit, label: "central case \(column.bare(base))", figure: Metric.npsv.rawValue)
      ], basis: .scenario,
      missing: idle.isEmpty
        ? ""
        : "Without effect on it: " + idle.map { labels[$0.offset] }.joined(separator: "; ") + ".")
  }

  private static func isIdle(_ bar: TornadoBar, _ base: Double) -> Bool {
    let least = abs(base) * 1e-9
    return abs(bar.atP10 - base) <= least && abs(bar.atP90 - base) <= least
  }

  /// Bars to both sides of nothing.
  static func changes(
    _ title: String, _ rows: [(id: String, label: String, value: Double)], unit: String
  ) -> Chart {
    Chart(
      title: title, form: .rows, x: Chart.Axis(.categories, names: rows.map(\.label)),
      y: Chart.Axis(.money, unit: unit),
      series: [
        Chart.Series(
          "change", .bar, .series(0),
          rows.enumerated().map { place, row in
            Chart.Datum(
              x: Double(place), row.value, figure: row.id,
              text: Numbers.changeInBillions(row.value), role: row.value < 0 ? .loss : .series(0))
          })
      ], basis: .scenario)
  }

  /// Parts of a whole as tiles.
  static func tiles(
    _ title: String,
    _ parts: [(label: String, text: String, value: Double, figure: Figure, colour: Int)]
  ) -> Chart {
    Chart(
      title: title, form: .tiles,
      x: Chart.Axis(.categories, names: parts.map(\.label)),
      y: Chart.Axis(.money, unit: parts.first?.figure.value?.unit ?? ""),
      series: [
        Chart.Series(
          "value", .tile, .series(0),
          parts.enumerated().map { place, part in
            Chart.Datum(
              x: Double(place), part.value, figure: part.figure.id, text: part.text,
              role: .series(part.colour), label: part.label)
          })
      ], basis: parts.contains { $0.figure.basis == .scenario } ? .scenario : .data)
  }

  /// A bar for each row, made of all its parts, with the sum behind it.
  static func parts(
    _ title: String, unit: String, parts: [Stream],
    _ rows: [(label: String, values: [Double], figures: [String], sum: String)]
  ) -> Chart {
    Chart(
      title: title, form: .rows,
      x: Chart.Axis(.categories, names: rows.map(\.label), notes: rows.map(\.sum)),
      y: Chart.Axis(.money, unit: unit),
      series: parts.enumerated().map { part, stream in
        let name = stream.label
        return Chart.Series(
          Chart.Series.id(of: name), label: name, .bar, .series(stream.colour),
          rows.enumerated().map { place, row in
            let start = row.values[..<part].reduce(0, +)
            return Chart.Datum(
              x: Double(place), start + row.values[part], from: start, figure: row.figures[part],
              text: Numbers.billions(row.values[part]), label: name)
          })
      }, basis: .scenario)
  }

  /// Upright columns over years, with a gap for each that is missing.
  static func columns(
    _ title: String, unit: String, _ years: [(period: String, value: Double?, figure: String)],
    missing: String
  ) -> Chart {
    Chart(
      title: title, x: Chart.Axis(.years), y: Chart.Axis(.number, unit: unit),
      series: [
        Chart.Series(
          "value", .column, .series(0),
          years.map { year in
            Chart.Datum(
              x: Chart.Axis.time(year.period, .years) ?? 0, year.value, figure: year.figure,
              text: year.value.map(Numbers.bareReturned) ?? "")
          })
      ], missing: missing)
  }

  /// Milestones at their places in time, with what became of each behind it.
  ///
  /// - Parameter all: by their dates. Of more than a page has room for, those that are long done go.
  static func timeline(_ title: String, _ all: [Milestone], now: String) -> Chart {
    var rows = all
    for status in [MilestoneStatus.done, .reported] {
      while rows.count > 40, let oldest = rows.firstIndex(where: { $0.status == status }) {
        rows.remove(at: oldest)
      }
    }
    let left = all.count - rows.count
    return Chart(
      title: title, form: .rows,
      x: Chart.Axis(
        .categories, names: rows.map(\.title),
        notes: rows.map { "\($0.date), \($0.status.rawValue)" }),
      y: Chart.Axis(.dates, includesZero: false),
      series: [
        Chart.Series(
          "milestones", .dot, .series(0),
          rows.enumerated().compactMap { place, row in
            Chart.Axis.time(row.date, .dates).map { date in
              // A year without a month stands in its middle.
              Chart.Datum(
                x: Double(place), row.date.count == 4 ? date + 0.5 : date, figure: row.id,
                role: role(row.status))
            }
          })
      ],
      annotations: Chart.Axis.time(now, .dates).map {
        [.event($0, label: "date of the data", figure: "")]
      } ?? [],
      missing: left == 0 ? "" : "\(left) earlier ones, done or reported, are in the CSV alone.")
  }

  private static func role(_ status: MilestoneStatus) -> Chart.Role {
    switch status {
    case .done: .series(0)
    case .reported: .total
    case .due: .muted
    case .late, .missed, .dropped: .loss
    }
  }
}
