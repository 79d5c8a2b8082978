import Analytics
import Figures
import Frames

/// Lever to sector to organisation, the bridge from gross to net, and who can bank it.
struct OpportunityScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    [SplitPanel.panel(state), bridge(state), bank(state), unpublished(state)]
  }

  func layout(_ state: State, in rect: Rect) -> [String: Rect] {
    let (top, bottom) = rect.split(top: rect.rows - max(7, rect.rows * 2 / 5))
    let upper = top.columns([3, 2])
    if rect.columns < 120 {
      return Accordion.layout(["bank", "unpublished"], state, in: bottom)
        .merging(["split": upper[0], "bridge": upper[1]]) { first, _ in first }
    }
    let lower = bottom.columns([1, 1])
    return ["split": upper[0], "bridge": upper[1], "bank": lower[0], "unpublished": lower[1]]
  }

  /// Gross by stream, what is counted twice, and what is left.
  private func bridge(_ state: State) -> Panel {
    let national = state.projection?.national
    let year = state.lastYear
    let gross = Stream.allCases.map { stream in
      ModelledBars.Row(
        stream.label, short: stream.shortLabel, national?.gross[stream]?.last,
        id: "gross.\(stream.rawValue)@\(year)",
        formula: "Potential x reach x realisation x adoption, before overlap.")
    }
    let total = gross.reduce(0) { $0 + $1.value }
    let net = national?.benefit.last ?? 0
    let parts = gross.map { Numbers.billions($0.value) }.joined(separator: " + ")
    let rows =
      gross + [
        .init(
          "Gross", total, id: "total_gross@\(year)",
          formula: "Sum of the five streams before overlap: \(parts) = \(Numbers.billions(total)).",
          series: 1),
        .init(
          "Less overlap", short: "Overlap", total - net, id: "overlap_deducted@\(year)",
          formula: "What the smaller of two streams shares with the larger: gross "
            + "\(Numbers.billions(total)) less net \(Numbers.billions(net)).", series: 3),
        .init(
          "Net", net, id: "benefit@\(year)",
          formula: "Gross less overlap: the benefit in the metrics.", series: 1),
      ]
    return ModelledBars(id: "bridge", title: "Gross to net, \(year), £bn", rows: rows)
      .panel(state)
  }

  /// Cash, Exchequer and the rest; cost beside them.
  private func bank(_ state: State) -> Panel {
    let national = state.projection?.national
    let year = state.lastYear
    return ModelledBars(
      id: "bank", title: "Who can bank it, \(year), £bn",
      rows: [
        .init(
          "Cash-releasing", national?.cash.last, id: "cash@\(year)",
          formula: "Cash shares of automation and channels, contractors, and legacy spending "
            + "below today's.", series: 0),
        .init(
          "Exchequer", national?.exchequer.last, id: "exchequer@\(year)",
          formula: "Fraud and error: annually managed spending and receipts, not departmental "
            + "budgets.", series: 1),
        .init(
          "Not cash", national?.nonCash.last, id: "non_cash@\(year)",
          formula: "Benefit that is staff time or cost avoided.", series: 2),
        .init(
          "Cost that year", national?.cost.last, id: "cost@\(year)",
          formula: "Investment, running, conversion and remediation.", series: 3),
      ],
      note: Note(
        "Of automation \(Numbers.share(1 - state.central(.automationCashShare))) is taken to be "
          + "staff time, so most benefit is not cash. Fraud prevented is largely a transfer; it is "
          + "kept apart.", [staffTime(state)])
    ).panel(state)
  }

  /// What of automation cannot leave a budget: what its cash share leaves.
  private func staffTime(_ state: State) -> Figure {
    let share = state.central(.automationCashShare)
    return state.modelled(
      "staff_time.automation", "Share of automation's benefit that is staff time",
      Numbers.share(1 - share),
      formula: "1 less the cash share of automation, \(Numbers.share(share)) "
        + "(assumption.\(Assumption.automationCashShare.rawValue)).",
      inputs: ["assumption.\(Assumption.automationCashShare.rawValue)"])
  }

  /// What the government has not published about the headline.
  private func unpublished(_ state: State) -> Panel {
    let ids = [
      "opportunity.total", "opportunity.total.blueprint", "opportunity.share_of_spending",
      "opportunity.split", "opportunity.investment", "opportunity.timeframe",
      "opportunity.cashable",
    ]
    return Panel(
      "unpublished", "What is known of the headline",
      table: Table(
        [
          Column("what", flexible: true, least: 20), Column("figure", trailing: true),
          Column("unit", priority: 1, most: 16),
        ],
        ids.compactMap { state.evidence.fact($0) }.map { fact in
          let text = state.number(fact)
          return Table.Row(
            [
              Text(fact.measure),
              Text(
                text.isEmpty ? "not published" : text, signs: state.signs(fact),
                text.isEmpty ? .plain : .strong, number: 0,
                value: fact.value ?? fact.high ?? fact.low),
              Text(Numbers.words(of: fact.unit), .muted),
            ], Item(state.evidence.figure(fact)))
        }, header: .whereRoomy))
  }
}
