import Figures
import Frames

/// A measure of a shared service, such as the downloads of the GOV.UK App, as it was published over
/// time.
struct AdoptionSeries {
  var body, measure, unit: String
  /// By date, the oldest first; two of one date where two sources disagree.
  var points: [Observation]

  /// Every series of the adoption table; those that were published more than once come first, since
  /// they say how it went.
  static func all(_ state: State) -> [AdoptionSeries] {
    var order: [String] = []
    var found: [String: AdoptionSeries] = [:]
    for row in state.evidence.rows(.adoption) {
      let key = [row.body, row.measure, row.unit].joined(separator: "\u{1F}")
      if found[key] == nil {
        order.append(key)
        found[key] = AdoptionSeries(
          body: row.body, measure: row.measure, unit: row.unit, points: [])
      }
      found[key]?.points.append(row)
    }
    let series = order.compactMap { found[$0]?.sorted }
    return series.filter { $0.points.count > 1 } + series.filter { $0.points.count < 2 }
  }

  private var sorted: AdoptionSeries {
    var series = self
    series.points = points.enumerated().sorted {
      ($0.element.asOf, $0.offset) < ($1.element.asOf, $1.offset)
    }.map(\.element)
    return series
  }

  /// The oldest and the newest point. Of two of one date the one that is a count stands, not the one
  /// that is only a bound of it.
  var first: Observation? { points.first.map { count(at: $0.asOf) ?? $0 } }
  var last: Observation? { points.last.map { count(at: $0.asOf) ?? $0 } }

  private func count(at date: String) -> Observation? {
    points.first { $0.asOf == date && $0.value != nil && !$0.isBound }
  }

  /// The change from the first to the last point, as a figure of its own; nil where there is one
  /// point, or where either is only a bound: nothing follows from a floor but a floor.
  func change(_ state: State) -> Figure? {
    guard points.count > 1, let first, let last, !first.isBound, !last.isBound,
      let before = first.value, let now = last.value, before > 0
    else { return nil }
    let text: String
    let formula: String
    if unit == "%" {
      text = "\(now < before ? "" : "+")\(Numbers.typed(now - before)) points"
      formula = "\(last.printed) less \(first.printed)."
    } else {
      text = "x\(Numbers.telling(now / before, places: 1))"
      formula = "\(last.printed) (\(last.period)) over \(first.printed) (\(first.period))."
    }
    return Figure(
      id: "adoption.change.\(body).\(measure)",
      label: "\(measure), \(state.evidence.name(of: body)), \(first.period) to \(last.period)",
      text: text, mark: max(.derived, first.mark, last.mark), confidence: .c, asOf: last.asOf,
      source: state.evidence.source(last.sourceID), formula: formula,
      inputs: [last, first].map { state.evidence.figure($0, in: .adoption).id },
      value: FigureValue(
        number: unit == "%" ? now - before : now / before, unit: unit == "%" ? "points" : "times",
        statistic: .difference, body: body, period: "\(first.period) to \(last.period)"))
  }

  /// The values of a curve through the points. A floor ("over 200,000") below what was published
  /// for the same date or before says nothing of where the curve is: it leaves it out.
  static func drawn(_ points: [Observation]) -> [Double?] {
    points.map { point in
      guard let value = point.value, point.isBound else { return point.value }
      let isBelow = points.contains { other in
        other.asOf <= point.asOf && (other.value ?? value) > value
      }
      return isBelow ? nil : value
    }
  }

}

/// What became of the shared services: then and now in a list, and over time as a curve.
enum AdoptionPanels {
  private static let absence = "Not in these data: rows of adoption.csv."

  static func list(_ state: State) -> Panel {
    let series = AdoptionSeries.all(state)
    let evidence = state.evidence
    guard !series.isEmpty else {
      return .waiting("adoption", "Adoption, then and now", absence)
    }
    return Panel(
      "adoption", "Adoption, then and now",
      table: Table(
        [
          Column("of whom", priority: 3, most: 16), Column("measure", flexible: true, least: 20),
          Column("then", trailing: true, priority: 1), Column("", priority: 4),
          Column("now", trailing: true), Column("", priority: 2),
          Column("change", trailing: true, priority: 1),
        ],
        series.map { series in
          let change = series.change(state)
          let (first, last) = (series.first, series.last)
          let before = series.points.count > 1 ? first : nil
          let figures: () -> [Figure] = {
            ([last, before].compactMap { $0 }.map { evidence.figure($0, in: .adoption) })
              + [change].compactMap { $0 }
          }
          return Table.Row(
            [
              Text(state.shortName(series.body)),
              Text(series.measure),
              before.map {
                Text($0.number, signs: state.signs($0), .plain, number: 1, value: $0.value)
              } ?? Text("-"),
              Text(before?.asOf ?? "", .muted),
              last.map {
                Text($0.number, signs: state.signs($0), number: 0, value: $0.value)
              } ?? Text("-"),
              Text(last?.asOf ?? "", .muted),
              change.map { Text($0.text, signs: state.signs($0), .plain, number: 2) } ?? Text("-"),
            ], Item(figures: figures()))
        }))
  }

  /// The published points of the series that is chosen in the list, over time.
  static func curve(_ state: State) -> Panel {
    let all = AdoptionSeries.all(state)
    let chosen = min(max(state.place.items["adoption"] ?? 0, 0), max(all.count - 1, 0))
    guard all.indices.contains(chosen) else {
      return .waiting("curve", "Adoption over time", absence)
    }
    let series = all[chosen]
    let evidence = state.evidence
    let shown = series.points.filter { $0.value != nil && Periods.month($0.asOf) != nil }
    return Panel(
      "curve", "\(state.shortName(series.body)): \(series.measure), as published", flow: .across,
      initialItem: max(shown.count - 1, 0),
      items: shown.map { row in Item(evidence.figure(row, in: .adoption)) }
    ) { sheet, rect in
      guard shown.count > 1 else {
        sheet.note(
          "Published once: " + (shown.first.map { "\($0.printed), \($0.period)" } ?? "no number")
            + ". A curve needs two dates.", in: rect.inset(columns: 1))
        for index in shown.indices { sheet.item(index, at: rect.split(top: 1).0) }
        return
      }
      let unit = series.unit
      let drawn = AdoptionSeries.drawn(shown)
      let scale = unit == "%" || shown.allSatisfy { abs($0.value ?? 0) < 10_000 } ? 1 : 1e6
      var chart = Curves(labels: shown.map(\.asOf), .dates)
      // A number that bends no curve is in the list of figures alone.
      var line = Curves.Curve("", drawn, sheet.theme.series(0)) { place in
        drawn[place].map { _ in evidence.figure(shown[place], in: .adoption) }
      }
      line.title = series.measure
      chart.curves = [line]
      (chart.measure, chart.scale) = (unit, 1 / scale)
      chart.unit = unit == "%" ? "%" : scale == 1e6 || unit.hasPrefix("million") ? "m" : ""
      sheet.curves(
        chart, captions: shown.map { "\($0.asOf) \($0.number) \(state.signs($0))" }, in: rect)
    }
  }
}

extension Observation {
  /// Whether the number is only a bound of the true one: nothing is divided by it.
  fileprivate var isBound: Bool {
    let qualifier = figureValue.qualifier
    return qualifier?.isFloor == true || qualifier == .upTo || qualifier == .under
  }
}
