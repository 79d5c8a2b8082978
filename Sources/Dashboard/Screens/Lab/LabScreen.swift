import Analytics
import Figures
import Frames

/// All levers as sliders, the fan that moves with them, and what they change.
struct LabScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    [LeverPanel.panel(state, organisation: nil), FanPanel.panel(state), results(state)]
  }

  func layout(_ state: State, in rect: Rect) -> [String: Rect] {
    if rect.columns >= 100 {
      let parts = rect.columns([1, 1])
      let left = parts[0].split(top: min(state.inputs.levers.count + 2, rect.rows / 2))
      return ["levers": left.0, "results": left.1, "fan": parts[1]]
    }
    let (top, bottom) = rect.split(top: min(state.inputs.levers.count + 2, rect.rows / 2))
    let parts = bottom.columns([1, 1])
    return ["levers": top, "results": parts[0], "fan": parts[1]]
  }

  /// The metrics of the central case, the draws' range and the change from the baseline.
  private func results(_ state: State) -> Panel {
    let rows = MetricRow.all(state)
    return Panel("results", "Results: modelled", items: rows.map { Item($0.figure) }) {
      sheet, rect in
      sheet.list(
        [
          Column("", flexible: true, least: 12),
          Column("central", trailing: true),
          Column("P10 P50 P90", trailing: true, priority: 1),
          Column("change", trailing: true, priority: 2),
        ],
        rows.map { row in
          [
            Text(row.label), Text(row.central, sheet.theme.strong), Text(row.range),
            Text(row.change, row.changed ? sheet.theme.accent : sheet.theme.muted),
          ]
        }, in: rect)
    }
  }
}

/// One metric as a row of the results.
struct MetricRow {
  var label, central, range, change: String
  var changed: Bool
  var figure: Figure

  static func all(_ state: State) -> [MetricRow] {
    guard let projection = state.projection else { return [] }
    return shown.map { metric, label, formula in
      let value = projection.metrics[metric]
      let before = state.baselineProjection?.metrics[metric]
      let summary = state.uncertainty?.metrics[metric]
      let range = [summary?.p10, summary?.p50, summary?.p90].compactMap { $0 }
      let text = value.map { print($0, metric) } ?? "none"
      let rangeText =
        range.count == 3 ? range.map { print($0, metric, bare: true) }.joined(separator: " ") : ""
      let difference = value.flatMap { now in before.map { now - $0 } }
      let changed = (difference.map { abs($0) > 1e-9 } ?? false) || (value == nil) != (before == nil)
      return MetricRow(
        label: label, central: text, range: rangeText,
        change: changed
          ? difference.map { ($0 > 0 ? "+" : "") + print($0, metric, bare: true) } ?? "changed" : "-",
        changed: changed,
        figure: state.modelled(
          metric.rawValue, label, "central case \(text)"
            + (rangeText.isEmpty ? "" : "; P10, P50, P90: \(rangeText)"), formula: formula,
          note: metric == .paybackYears ? "From the start of the first year; none where the sum "
            + "never turns positive for good." : ""))
    }
  }

  private static let shown: [(Metric, String, String)] = [
    (.npsv, "Net present social value", "Present value of benefit less that of cost."),
    (.bcr, "Benefit-cost ratio", "Present value of benefit over that of cost."),
    (
      .cashNPV, "Cash net present value",
      "Present value of cash and Exchequer cash less that of cost."
    ),
    (.finalBenefit, "Benefit in the last year", "After overlap, undiscounted."),
    (.finalCash, "Cash in the last year", "Cash-releasing and Exchequer cash, undiscounted."),
    (.totalInvestment, "One-off investment", "Undiscounted sum of investment."),
    (.presentValueBenefit, "Present value of benefit", "Discounted sum of benefit."),
    (.presentValueCost, "Present value of cost", "Discounted sum of all cost."),
    (.paybackYears, "Payback, years", "When the running sum of net benefit turns positive."),
    (
      .switchingValue, "Switching value",
      "The fall in benefits that takes the net present social value to zero."
    ),
    (.outagesAvoided, "Outages avoided", "Sum over years of baseline less policy outages."),
  ]

  private static func print(_ value: Double, _ metric: Metric, bare: Bool = false) -> String {
    switch metric {
    case .bcr: Numbers.decimal(value, places: 2)
    case .switchingValue: Numbers.share(value)
    case .paybackYears: Numbers.decimal(value, places: 1)
    case .outagesAvoided: Numbers.decimal(value, places: 0)
    default: bare ? Numbers.bareBillions(value) : Numbers.billions(value)
    }
  }
}
