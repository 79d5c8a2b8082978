import Charts
import Figures
import Frames

/// Charts as values from what panels draw today.
extension Curves {
  /// The lines and bands with all that a page needs of them.
  ///
  /// - Parameters:
  ///   - title: of the panel, for a chart without a name of its own.
  ///   - theme: the one that the curves have their styles from.
  func chart(_ title: String, _ missing: String, _ theme: Theme) -> Chart {
    let kind = axisKind
    let places = labels.enumerated().map { place, label in
      kind == .steps ? Double(place) : Chart.Axis.time(label, kind) ?? Double(place)
    }
    let isMoney = measure.hasPrefix(Money.sign)
    var chart = Chart(
      title: name.isEmpty ? title : name,
      x: Chart.Axis(kind, names: kind == .steps ? labels : []),
      y: Chart.Axis(
        isMoney ? .money : .number, unit: unit.isEmpty ? measure : "", suffix: unit,
        range: range.map { $0.lowerBound * scale...$0.upperBound * scale }),
      missing: missing)
    let main = curves.first.map { theme.place(of: $0.style) ?? 0 } ?? 0
    chart.series = bands.map { band in
      Chart.Series(
        "p10-p90", label: "P10 to P90", .band, .range(main),
        zip(places, zip(band.high, band.low)).map { place, ends in
          Chart.Datum(x: place, ends.0.map { $0 * scale }, from: ends.1.map { $0 * scale })
        }, edges: ["P10", "P90"])
    }
    // What a line alone is, the words above it say.
    let isAlone = curves.count == 1 && bands.isEmpty
    var isScenario =
      !bands.isEmpty
      && bands.allSatisfy { band in
        labels.indices.contains { band.highNumbers($0)?.basis == .scenario }
      }
    for (label, curve) in named {
      let figures = labels.indices.map(curve.numbers)
      isScenario = isScenario || figures.contains { $0?.basis == .scenario }
      // Between dates nothing is missing.
      // A line that is still being computed has no values yet.
      let values = places.indices.map { $0 < curve.values.count ? curve.values[$0] : nil }
      let data = places.indices.filter { axis != .dates || values[$0] != nil }.map { place in
        Chart.Datum(
          x: places[place], values[place].map { $0 * scale }, figure: figures[place]?.id ?? "")
      }
      let id = Self.id(label, figures.compactMap { $0?.value?.statistic }.first)
      chart.series.append(
        Chart.Series(
          id, label: curve.label.isEmpty && isAlone ? "" : label, .line,
          role(curve, theme), data))
      if axis == .dates {
        chart.series.append(Chart.Series(id, .dot, role(curve, theme), data))
      }
    }
    chart.annotations = references.map {
      .reference($0.0 * scale, label: $0.1, figure: "")
    }
    chart.basis = isScenario ? .scenario : .data
    return chart
  }

  private var axisKind: Chart.Axis.Kind {
    switch axis {
    case .months: .months
    case .dates: .dates
    case .even: labels.allSatisfy { FinancialYear($0) != nil } && !labels.isEmpty ? .years : .steps
    }
  }

  private func role(_ curve: Curve, _ theme: Theme) -> Chart.Role {
    guard let place = theme.place(of: curve.style) else {
      return curve.style == theme.reference ? .loss : .baseline
    }
    return curve.dashed ? .beside(place) : .series(place)
  }

  /// What programs call a line: its statistic, where that is its name, else its name.
  private static func id(_ label: String, _ statistic: Statistic?) -> String {
    let id = Chart.Series.id(of: label)
    if id == "mean" { return "expected" }
    if !id.isEmpty { return id }
    return statistic == .mean ? "expected" : statistic?.rawValue ?? "value"
  }
}

extension Theme {
  /// Which of the series has a style; nil where none has.
  func place(of style: Style) -> Int? { series.firstIndex(of: style) }
}

extension Bars {
  /// The bars with all that a page needs of them.
  func chart(_ title: String, _ state: State, _ theme: Theme) -> Chart {
    let figures = rows.map { $0.item.figure }
    let unit = figures.compactMap { $0?.value?.unit }.first ?? ""
    let words = figures.map { $0.map(state.standing) ?? "" }
    let differ = Set(words).count > 1
    var chart = Chart(
      title: title, form: .rows,
      x: Chart.Axis(
        .categories,
        names: rows.map { String(repeating: " ", count: $0.bar.indent * 2) + $0.bar.label },
        notes: differ ? words : []),
      y: Chart.Axis(unit.hasPrefix(Money.sign) ? .money : .number, unit: unit))
    var bars: [Chart.Datum] = []
    var (ranges, points): ([Chart.Datum], [Chart.Datum]) = ([], [])
    for (place, row) in rows.enumerated() {
      let bar = row.bar
      let role: Chart.Role =
        switch bar.kind {
        case .part: .series(bar.style.flatMap(theme.place) ?? bar.series)
        case .total: .total
        case .aside: .muted
        case .loss: .loss
        }
      let figure = figures[place]?.id ?? ""
      var datum = Chart.Datum(
        x: Double(place), bar.value, figure: figure, text: bar.text, role: role)
      if let low = bar.low, let high = bar.high {
        ranges.append(
          Chart.Datum(x: Double(place), high, from: low, figure: figure, role: role))
        points.append(datum)
      } else {
        if let start = bar.start { (datum.y, datum.y2) = (start + bar.value, start) }
        bars.append(datum)
      }
    }
    if !bars.isEmpty { chart.series.append(Chart.Series("value", .bar, .series(0), bars)) }
    if !ranges.isEmpty {
      chart.series.append(Chart.Series("range", .interval, .series(0), ranges))
      chart.series.append(Chart.Series("value", .dot, .series(0), points))
    }
    if let scale, bars.allSatisfy({ $0.y2 == nil }) { chart.y.range = 0...max(scale, 1e-12) }
    chart.basis = figures.contains { $0?.basis == .scenario } ? .scenario : .data
    return chart
  }
}

extension State {
  /// How a figure came to be and what is to be said of it, in words: what its signs stand for.
  func standing(_ figure: Figure) -> String {
    var words = [figure.mark.rawValue]
    if !figure.contradictions.isEmpty { words.append("disputed") }
    if figure.isOld(on: evidence.date) { words.append("old") }
    if !figure.cautions.isEmpty { words.append("incomplete or odd") }
    return words.joined(separator: ", ")
  }
}
