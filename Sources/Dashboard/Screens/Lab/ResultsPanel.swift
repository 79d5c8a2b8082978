import Analytics
import Figures

/// The metrics of the scenario: expected value and range of the draws, their median, the central
/// case, and the change from the baseline.
enum ResultsPanel {
  static func panel(_ state: State) -> Panel {
    let rows = MetricRow.all(state)
    let scale = state.moneyScale().fitted(rows.flatMap(\.money))
    let hidden = state.lab.guessing == nil ? "" : ", before the change"
    guard scale.isKnown else {
      return .waiting("results", "Results" + hidden, "There is \(scale.absence). u changes it.")
    }
    return Panel(
      "results", "Results, \(scale.title): modelled (M)\(hidden)",
      table: Table(
        [
          Column("", flexible: true, least: 15),
          Column("expected", trailing: true),
          Column("P10 to P90", trailing: true),
          Column("change", trailing: true, priority: 1),
          Column("P50", trailing: true, priority: 3),
          Column("central", trailing: true, priority: 2),
        ],
        rows.map { $0.row(state, scale) } + [MetricRow.never(state)].compactMap { $0 }))
  }
}

/// One metric as a row of the results.
struct MetricRow {
  var metric: Metric
  /// The expected value, now and of the baseline on the same draws.
  var value, before: Double?
  var central: Double?
  var summary: Summary?

  /// Every metric that is shown, once there is a projection.
  static func all(_ state: State) -> [MetricRow] {
    guard let projection = state.projection else { return [] }
    return shown.map { shown in
      MetricRow(
        metric: shown.metric, value: state.account?.metrics[shown.metric],
        before: state.baselineAccount?.metrics[shown.metric],
        central: projection.metrics[shown.metric],
        summary: state.uncertainty?.metrics[shown.metric])
    }
  }

  /// The sums of the row, in £bn; none of a metric that is not money.
  var money: [Double?] {
    Self.isMoney(metric)
      ? [value, before, central, summary?.p10, summary?.p50, summary?.p90] : []
  }

  func row(_ state: State, _ scale: MoneyScale) -> Table.Row {
    let hasDraws = state.account?.basis == .expected
    var face = value.map { text($0, scale) } ?? (hasDraws ? "none" : "-")
    let median = summary?.p50.map { text($0, scale) } ?? "-"
    var range = "-"
    if let low = summary?.p10, let high = summary?.p90 {
      range = "\(text(low, scale)) to \(text(high, scale))"
    }
    let fixed = central.map { text($0, scale) } ?? "none"
    let difference = value.flatMap { now in before.map { now - $0 } }
    let isKnown = state.baselineAccount != nil
    let moved =
      isKnown && (difference.map { abs($0) > 1e-9 } ?? ((value == nil) != (before == nil)))
    var change = moved ? difference.map { signed($0, scale) } ?? "changed" : "-"
    var earlier = before.map { text($0, scale) } ?? "none"
    if moved, let now = value, let before, scale.unit == .billions, Self.isMoney(metric) {
      // From what it was to what it is: printed so that they subtract.
      let printed = scale.column.subtracting(now, before, hasUnits: false)
      (face, earlier) = (printed.first, printed.second)
      change = (now > before ? "+" : "") + printed.difference
    }
    let about = Self.words(metric)
    let unit = ", " + (Self.isMoney(metric) ? scale.title : Self.unit(metric))
    let formula = about.formula + (Self.isMoney(metric) ? scale.formula : "")
    let basis = state.basisWords
    func figure(
      _ what: String, _ words: String, _ more: String, id: String? = nil, inputs: [String] = [],
      _ number: Double?, _ statistic: Statistic?, from low: Double? = nil, to high: Double? = nil
    ) -> Figure {
      let scaled = { (value: Double) in Self.isMoney(metric) ? scale.value(value) : value }
      return state.modelled(
        id ?? metric.rawValue, "\(about.label)\(unit)\(what)", words,
        formula: formula + more,
        note: about.note, inputs: inputs,
        value: FigureValue(
          number: number.flatMap(scaled), low: low.flatMap(scaled), high: high.flatMap(scaled),
          unit: Self.isMoney(metric) ? scale.unit(else: Self.unit(metric)) : Self.unit(metric),
          statistic: statistic, period: Self.isYearly(metric) ? state.lastYear : ""))
    }
    let draws = state.uncertainty.map { Numbers.count(Double($0.draws)) + " draws" } ?? "the draws"
    return Table.Row(
      [
        Text(about.label, short: about.short),
        Text(face, .strong, number: 0, value: value), Text(range, number: 1),
        Text(change, moved ? .accent : .muted, number: 4, value: difference),
        Text(median, .muted, number: 2, value: summary?.p50),
        Text(fixed, .muted, number: 3, value: central),
      ],
      Item(
        figures: [
          figure(
            "",
            hasDraws
              ? "expected \(face); P10 to P90 \(range); P50 \(median); central case \(fixed)"
              : "central case \(fixed)",
            hasDraws ? " The mean of \(draws)." : " Every assumption at its P50.", value,
            state.statistic, from: summary?.p10, to: summary?.p90),
          figure(
            ", P10 to P90", range, " Eight in ten of \(draws) lie between.", nil, nil,
            from: summary?.p10, to: summary?.p90),
          figure(
            ", P50", median, " Half of \(draws) are below it.", id: metric.rawValue + ".p50",
            summary?.p50, .p50),
          figure(", central case", fixed, " Every assumption at its P50.", central, .central),
          figure(
            ", change of the \(basis) value from \(state.baseline.name)",
            isKnown ? "\(change): from \(earlier) to \(face)" : "\(change): being computed",
            " The \(basis) value less that of the baseline on the same draws.",
            id: metric.rawValue + ".change", inputs: [metric.rawValue], difference, .difference),
        ] + (Self.isMoney(metric) ? [scale.divisor?.figure].compactMap { $0 } : [])))
  }

  /// In how many of the runs there is no payback before the end; nil without draws.
  static func never(_ state: State) -> Table.Row? {
    guard let share = state.uncertainty?.probabilityPayback else { return nil }
    let text = Numbers.share(1 - share)
    return Table.Row(
      [
        Text("Share of runs that never pay back", short: "Never pays back"),
        Text(text, .strong, number: 0, value: 1 - share), Text("-"), Text("-", .muted),
        Text("-", .muted), Text("-", .muted),
      ],
      Item(
        state.modelled(
          "probability_payback", "Share of runs that never pay back before the end", text,
          formula: "1 less the share that pays back, \(Numbers.share(share)).",
          value: .share(1 - share))))
  }

  private func signed(_ value: Double, _ scale: MoneyScale) -> String {
    (value > 0 ? "+" : "") + text(value, scale)
  }

  private func text(_ value: Double, _ scale: MoneyScale) -> String {
    Self.isMoney(metric) ? scale.bare(value) : Self.print(value, metric)
  }

  /// What a guess was of, as data; nil where it is undefined.
  static func value(_ guess: Guess) -> FigureValue? {
    guess.found.map {
      FigureValue(
        number: $0, low: guess.low, high: guess.high, unit: unit(guess.metric),
        statistic: guess.low == nil ? .central : .mean)
    }
  }

  /// The metric that a figure's id names.
  static func metric(_ id: String?) -> Metric? {
    id.flatMap { $0.split(separator: ".").first }.flatMap { Metric(rawValue: String($0)) }
  }

  /// The label with its unit, in £bn.
  static func label(_ metric: Metric) -> String {
    words(metric).label + ", " + (isMoney(metric) ? Money.billions : unit(metric))
  }

  /// A metric's value in a state: the expected one, before there are draws the central case.
  static func text(_ metric: Metric, _ state: State) -> String {
    state.account?.metrics[metric].map { print($0, metric) } ?? "undefined"
  }

  /// Whether it is £bn.
  static func isMoney(_ metric: Metric) -> Bool {
    switch metric {
    case .bcr, .switchingValue, .paybackYears, .outagesAvoided: false
    default: true
    }
  }

  static func isShare(_ metric: Metric) -> Bool { metric == .switchingValue }

  /// A value as it is printed, money in £bn without the unit.
  static func print(_ value: Double, _ metric: Metric) -> String {
    switch metric {
    case .bcr: Numbers.telling(value, places: 2)
    case .switchingValue: Numbers.share(value)
    case .paybackYears: Numbers.telling(value, places: 1)
    case .outagesAvoided: Numbers.telling(value, places: 0)
    default: Numbers.bareBillions(value)
    }
  }

  private static func unit(_ metric: Metric) -> String {
    switch metric {
    case .bcr: "ratio"
    case .switchingValue: "share of benefit"
    case .paybackYears: "years"
    case .outagesAvoided: "outages"
    default: isYearly(metric) ? Money.billionsAYear : Money.billions
    }
  }

  /// Whether it is of the last year alone.
  private static func isYearly(_ metric: Metric) -> Bool {
    metric == .finalBenefit || metric == .finalCash
  }

  private typealias Words = (
    metric: Metric, label: String, short: String, formula: String, note: String
  )

  private static func words(_ metric: Metric) -> Words {
    shown.first { $0.metric == metric } ?? shown[0]
  }

  private static var shown: [Words] {
    [
      (
        .npsv, "Net present social value", "NPSV",
        "Present value of benefit less that of cost.",
        "Fraud and error prevented counts as a benefit; much of it is a transfer."
      ),
      (.bcr, "Benefit-cost ratio", "BCR", "Present value of benefit over that of cost.", ""),
      (
        .cashNPV, "Cash net present value with the \(Money.purse)'s",
        "Cash+\(Money.purse.prefix(4)). NPV",
        "Present value of cash-releasing and \(Money.purse) benefit less that of cost.", ""
      ),
      (
        .finalBenefit, "Benefit in the last year", "Benefit",
        "After overlap, undiscounted.", ""
      ),
      (
        .finalCash, "Cash and \(Money.purse) in the last year", "Cash+\(Money.purse)",
        "Cash-releasing benefit and \(Money.purse) benefit, undiscounted.", ""
      ),
      (
        .totalInvestment, "One-off investment, without remediation", "Roll-out, once",
        "Undiscounted sum of the investment in roll-out; legacy remediation is not in it.",
        "The cost of remediation stands on the screen Legacy."
      ),
      (
        .presentValueBenefit, "Present value of benefit", "PV benefit",
        "Discounted sum of benefit.", ""
      ),
      (
        .presentValueCost, "Present value of cost", "PV cost", "Discounted sum of all cost.",
        ""
      ),
      (
        .paybackYears, "Payback", "Payback yr",
        "When the running sum of net benefit reaches nought for good.",
        "Over the draws in which there is a payback; in the others it never comes before the end."
      ),
      (
        .switchingValue, "Switching value", "Switching",
        "The fall in benefits that takes the net present social value to zero.", ""
      ),
      (
        .outagesAvoided, "Outages avoided", "Outages",
        "Sum over years of baseline less policy outages.", ""
      ),
    ]
  }
}
