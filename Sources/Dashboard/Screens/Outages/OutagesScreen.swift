import Analytics
import Figures
import Frames

/// Counts with their intervals, the modelled path, and the incidents with what they cost people.
struct OutagesScreen: Screen {
  func panels(_ state: State) -> [Panel] { [counts(state), path(state), incidents(state)] }

  func layout(_ state: State, in rect: Rect) -> [String: Rect] {
    let (top, bottom) = rect.split(top: rect.rows / 2)
    if rect.columns < 100 {
      return Accordion.layout(["path", "incidents"], state, in: bottom)
        .merging(["counts": top]) { first, _ in first }
    }
    let upper = top.columns([5, 4])
    return ["counts": upper[0], "path": upper[1], "incidents": bottom]
  }

  /// A line of the list of counts.
  private struct Line {
    var label: String
    /// What stands in place of the label where there is little room.
    var short: String
    var period: String
    var text: String
    var figure: Figure
  }

  private func counts(_ state: State) -> Panel {
    let lines = intervals(state) + others(state)
    return Panel("counts", "Counts, and three intervals", items: lines.map { Item($0.figure) }) {
      sheet, rect in
      sheet.list(
        [
          Column("", flexible: true, least: 30), Column("", priority: 1, most: 10),
          Column("", trailing: true),
        ],
        lines.map {
          [Text($0.label, short: $0.short), Text($0.period), Text($0.text, sheet.theme.strong)]
        },
        in: rect, header: false)
    }
  }

  /// The count at NHS England with three different intervals: for the rate behind it, for next
  /// year's count at that rate, and the model's path.
  private func intervals(_ state: State) -> [Line] {
    var lines: [Line] = []
    if let fact = state.evidence.fact("outages.nhse.2024"), let count = fact.value {
      func derived(_ id: String, _ label: String, _ text: String, formula: String) -> Figure {
        Figure(
          id: id, label: label, text: text, mark: .derived, confidence: .c, asOf: fact.asOf,
          source: state.evidence.source(fact.sourceID), locator: fact.locator, formula: formula,
          note: "One year of data cannot show a trend.")
      }
      lines.append(
        Line(
          label: "NHS England, critical outages", short: "NHS England", period: fact.period,
          text: "\(Numbers.count(count)) \(fact.mark.letter)", figure: state.evidence.figure(fact)))
      let rate = poissonInterval(count: Int(count), level: 0.95)
      let limits = [rate.lower, rate.upper].map { Numbers.decimal($0, places: 1) }
        .joined(separator: " to ")
      lines.append(
        Line(
          label: "  the rate behind it, exact Poisson, 95%", short: "  rate, exact Poisson 95%",
          period: "",
          text: limits + " D",
          figure: derived(
            "outages.nhse.rate_interval", "Rate behind \(Numbers.count(count)) outages",
            "\(limits) a year, 95%", formula: "Exact (Garwood) interval from the count alone.")))
      let next = nextYearCount(count: Int(count), rateFactor: 1, level: 0.9)
      lines.append(
        Line(
          label: "  next year at that rate, prediction, 90%", short: "  next year, predicted 90%",
          period: "",
          text: "\(next.lower) to \(next.upper) D",
          figure: derived(
            "outages.nhse.prediction", "Count in the next year at an unchanged rate",
            "\(next.lower) to \(next.upper), 90%",
            formula: "Negative binomial from the Jeffreys posterior of the rate.")))
    }
    if let national = state.projection?.national, let last = national.outages.last {
      let text = Numbers.decimal(last, places: 0)
      lines.append(
        Line(
          label: "  modelled path", short: "  modelled", period: state.lastYear, text: text + " M",
          figure: state.modelled(
            "outages", "Critical outages in \(state.lastYear)",
            "\(text) with the policy, "
              + "\(Numbers.decimal(national.outagesBaseline.last ?? 0, places: 0)) without",
            formula: "Rate x (1 - share due to legacy + share due to legacy x L(t)/L(0)).")))
    }
    return lines
  }

  /// What else is counted: by body, measure and period.
  private func others(_ state: State) -> [Line] {
    state.evidence.rows(.outages)
      .filter { $0.factID != "outages.nhse.2024" }
      .map { (rank: Self.rank($0), row: $0) }
      .sorted {
        ($0.rank, $0.row.body, $0.row.measure, $0.row.period)
          < ($1.rank, $1.row.body, $1.row.measure, $1.row.period)
      }
      .map { _, row in
        Line(
          label: "\(state.evidence.name(of: row.body)): \(row.measure)",
          short: "\(state.shortName(row.body)): \(row.measure)", period: row.period,
          text: "\(row.number) \(row.mark.letter)", figure: state.evidence.figure(row, in: .outages)
        )
      }
  }

  /// Counts of failures come before what failures cost.
  private static func rank(_ row: Observation) -> Int {
    ["outages", "incidents", "disruptions"].contains { row.unit.contains($0) } ? 0 : 1
  }

  private func path(_ state: State) -> Panel {
    guard let projection = state.projection else {
      return Panel("path", "Modelled path", items: []) { _, _ in }
    }
    let policy = projection.national.outages
    let baseline = projection.national.outagesBaseline
    let figure = state.modelled(
      "outages_avoided", "Outages avoided to \(state.lastYear)",
      Numbers.decimal(projection.metrics[.outagesAvoided] ?? 0, places: 0) + ", central case",
      formula: "Sum over years of baseline less policy.",
      note: "Not given a value in money. It rests on one year's count and one year's change.")
    return Panel("path", "NHS England, a year: modelled", flow: .across, items: [Item(figure)]) {
      sheet, rect in
      var chart = Curves(labels: projection.years)
      let summaries = state.uncertainty?.yearly[.outages] ?? []
      if summaries.count == projection.years.count {
        chart.bands = [
          Curves.Band(low: summaries.map { $0.p10 ?? 0 }, high: summaries.map { $0.p90 ?? 0 })
        ]
      }
      chart.curves = [
        Curves.Curve("without", baseline, sheet.theme.series(3), dashed: true),
        Curves.Curve("with", policy, sheet.theme.series(0)),
      ]
      sheet.curves(
        chart,
        captions: [
          "avoided \(Numbers.decimal(projection.metrics[.outagesAvoided] ?? 0, places: 0)) M"
        ], in: rect)
    }
  }

  private func incidents(_ state: State) -> Panel {
    let rows = state.evidence.incidents.sorted { ($0.date, $0.id) > ($1.date, $1.id) }
    return Panel(
      "incidents", "Dated incidents and what they cost people",
      items: rows.map { row in
        Item(
          Figure(
            id: row.id, label: "\(row.title), \(state.evidence.name(of: row.body)), \(row.date)",
            text: Self.text(row), mark: row.mark, kind: row.kind, confidence: row.confidence,
            asOf: row.date, source: state.evidence.source(row.sourceID), locator: row.locator,
            note: [row.fallback.isEmpty ? "" : "Fallback: \(row.fallback).", row.note]
              .filter { !$0.isEmpty }.joined(separator: " ")))
      }
    ) { sheet, rect in
      sheet.list(
        [
          Column("date"), Column("body", priority: 2),
          Column("what happened", flexible: true, least: 44),
          Column("hours", trailing: true, priority: 1), Column("affected", trailing: true),
          Column("fallback", priority: 3),
        ],
        rows.map { row in
          [
            Text(row.date), Text(state.shortName(row.body)), Text(row.title),
            Text(row.hours.map(Numbers.count) ?? "-"),
            Text(
              row.affected.map { Numbers.count($0) + " " + truncated(row.affectedUnit, to: 14) }
                ?? "-", sheet.theme.strong),
            Text(truncated(row.fallback, to: 28)),
          ]
        }, in: rect)
    }
  }

  private static func text(_ row: Incident) -> String {
    let hours = row.hours.map { "\(Numbers.count($0)) hours" }
    let affected = row.affected.map { "\(Numbers.count($0)) \(row.affectedUnit)" }
    let parts = [affected, hours].compactMap { $0 }
    return parts.isEmpty ? "no number published" : parts.joined(separator: ", ")
  }
}
