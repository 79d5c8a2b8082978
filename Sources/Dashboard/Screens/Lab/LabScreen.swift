import Analytics
import Figures
import Frames

/// All levers as sliders, the fan that moves with them, and what they change.
struct LabScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    [
      LeverPanel.panel(state, organisation: nil), FanPanel.panel(state), results(state),
      RankingPanel.panel(state, title: "Benefit in \(state.lastYear) by organisation"),
    ]
  }

  func layout(_ state: State, in rect: Rect) -> [String: Rect] {
    if rect.columns >= 100 {
      let parts = rect.columns([1, 1])
      let left = parts[0].split(top: min(state.inputs.levers.count + 2, rect.rows / 2))
      guard rect.rows >= 40 else {
        return ["levers": left.0, "results": left.1, "fan": parts[1]]
      }
      let lower = left.1.split(top: MetricRow.count + 3)
      return ["levers": left.0, "results": lower.0, "ranking": lower.1, "fan": parts[1]]
    }
    let (top, bottom) = rect.split(top: min(state.inputs.levers.count + 2, rect.rows / 2))
    let parts = bottom.columns([11, 9])
    return ["levers": top, "results": parts[0], "fan": parts[1]]
  }

  /// The metrics of the central case, the draws' range and the change from the baseline.
  private func results(_ state: State) -> Panel {
    let rows = MetricRow.all(state)
    return Panel("results", "Results, £bn: modelled (M)", items: rows.map { Item($0.figure) }) {
      sheet, rect in
      sheet.list(
        [
          Column("", flexible: true, least: 10),
          Column("P50", trailing: true),
          Column("P10 to P90", trailing: true),
          Column("central", trailing: true),
          Column("change", trailing: true, priority: 1),
        ],
        rows.map { row in
          [
            Text(rect.columns >= 60 ? row.label : row.short), Text(row.middle, sheet.theme.strong),
            Text(row.range), Text(row.central),
            Text(row.change, row.changed ? sheet.theme.accent : sheet.theme.muted),
          ]
        }, in: rect)
    }
  }
}

/// One metric as a row of the results.
struct MetricRow {
  var label, short, middle, range, central, change: String
  var changed: Bool
  var figure: Figure

  static func all(_ state: State) -> [MetricRow] {
    guard let projection = state.projection else { return [] }
    return shown.map { shown in
      let metric = shown.metric
      let value = projection.metrics[metric]
      let before = state.baselineProjection?.metrics[metric]
      let summary = state.uncertainty?.metrics[metric]
      let central = value.map { print($0, metric) } ?? "none"
      let middle = summary?.p50.map { print($0, metric) } ?? "-"
      var range = "-"
      if let low = summary?.p10, let high = summary?.p90 {
        range = "\(print(low, metric)) to \(print(high, metric))"
      }
      let difference = value.flatMap { now in before.map { now - $0 } }
      let moved = difference.map { abs($0) > 1e-9 } ?? ((value == nil) != (before == nil))
      return MetricRow(
        label: shown.label, short: shown.short, middle: middle, range: range, central: central,
        change: moved ? difference.map { change($0, metric) } ?? "changed" : "-", changed: moved,
        figure: state.modelled(
          metric.rawValue, shown.label + ", " + unit(metric),
          "P50 \(middle), P10 to P90 \(range); central case \(central)", formula: shown.formula,
          note: shown.note))
    }
  }

  /// How many metrics there are.
  static var count: Int { shown.count }

  private static let shown:
    [(metric: Metric, label: String, short: String, formula: String, note: String)] = [
      (
        .npsv, "Net present social value, £bn", "NPSV £bn",
        "Present value of benefit less that of cost.",
        "Fraud and error prevented counts as a benefit; much of it is a transfer."
      ),
      (.bcr, "Benefit-cost ratio", "BCR", "Present value of benefit over that of cost.", ""),
      (
        .cashNPV, "Cash net present value, £bn", "Cash NPV",
        "Present value of cash and Exchequer cash less that of cost.", ""
      ),
      (
        .finalBenefit, "Benefit in the last year, £bn", "Benefit",
        "After overlap, undiscounted.", ""
      ),
      (
        .finalCash, "Cash in the last year, £bn", "Cash",
        "Cash-releasing and Exchequer cash, undiscounted.", ""
      ),
      (
        .totalInvestment, "One-off investment, £bn", "Invested", "Undiscounted sum of investment.",
        ""
      ),
      (
        .presentValueBenefit, "Present value of benefit, £bn", "PV benefit",
        "Discounted sum of benefit.", ""
      ),
      (
        .presentValueCost, "Present value of cost, £bn", "PV cost", "Discounted sum of all cost.",
        ""
      ),
      (
        .paybackYears, "Payback, years", "Payback yr",
        "When the running sum of net benefit turns positive for good.",
        "Percentiles are over the draws in which there is a payback."
      ),
      (
        .switchingValue, "Switching value", "Switching",
        "The fall in benefits that takes the net present social value to zero.", ""
      ),
      (
        .outagesAvoided, "Outages avoided", "Outages",
        "Sum over years of baseline less policy outages at NHS England.", ""
      ),
    ]

  private static func unit(_ metric: Metric) -> String {
    switch metric {
    case .bcr: "ratio"
    case .switchingValue: "share of benefit"
    case .paybackYears: "years from the start"
    case .outagesAvoided: "outages"
    default: "real prices"
    }
  }

  private static func print(_ value: Double, _ metric: Metric) -> String {
    switch metric {
    case .bcr: Numbers.decimal(value, places: 2)
    case .switchingValue: Numbers.share(value)
    case .paybackYears: Numbers.decimal(value, places: 1)
    case .outagesAvoided: Numbers.decimal(value, places: 0)
    default: Numbers.bareBillions(value)
    }
  }

  private static func change(_ value: Double, _ metric: Metric) -> String {
    (value > 0 ? "+" : "") + print(value, metric)
  }
}
