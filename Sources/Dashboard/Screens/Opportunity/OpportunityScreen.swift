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
    let gross = Stream.allCases.map { stream in
      ModelledBars.Row(
        stream.label, short: stream.shortLabel, national?.gross[stream]?.last,
        formula: "Potential x reach x realisation x adoption, before overlap.")
    }
    let total = gross.reduce(0) { $0 + $1.value }
    let net = national?.benefit.last ?? 0
    let rows =
      gross + [
        .init("Gross", total, formula: "Sum of the five streams before overlap.", series: 1),
        .init(
          "Less overlap", short: "Overlap", total - net,
          formula: "What the smaller of two streams shares with the larger.", series: 3),
        .init("Net", net, formula: "Gross less overlap: the benefit in the metrics.", series: 1),
      ]
    return ModelledBars(id: "bridge", title: "Gross to net, \(state.lastYear), £bn", rows: rows)
      .panel(state)
  }

  /// Cash, Exchequer and the rest; cost beside them.
  private func bank(_ state: State) -> Panel {
    let national = state.projection?.national
    let share = Numbers.share(1 - state.central(.automationCashShare))
    return ModelledBars(
      id: "bank", title: "Who can bank it, \(state.lastYear), £bn",
      rows: [
        .init(
          "Cash-releasing", national?.cash.last,
          formula: "Cash shares of automation and channels, contractors, and legacy spending "
            + "below today's.", series: 0),
        .init(
          "Exchequer", national?.exchequer.last,
          formula: "Fraud and error: annually managed spending and receipts, not departmental "
            + "budgets.", series: 1),
        .init(
          "Not cash", national?.nonCash.last,
          formula: "Benefit that is staff time or cost avoided.", series: 2),
        .init(
          "Cost that year", national?.cost.last,
          formula: "Investment, running, conversion and remediation.", series: 3),
      ],
      note: "Of automation \(share) is taken to be staff time, so most benefit is not cash. Fraud "
        + "prevented is largely a transfer; it is kept apart."
    ).panel(state)
  }

  /// What the government has not published about the headline.
  private func unpublished(_ state: State) -> Panel {
    let ids = [
      "opportunity.total.blueprint", "opportunity.share_of_spending", "opportunity.split",
      "opportunity.investment", "opportunity.timeframe", "opportunity.cashable",
    ]
    let facts = ids.compactMap { state.evidence.fact($0) }
    return Panel(
      "unpublished", "What is known of the £45bn", items: facts.compactMap { state.item($0.id) }
    ) { sheet, rect in
      sheet.list(
        [Column("", flexible: true), Column("", trailing: true)],
        facts.map { fact in
          [
            Text(fact.measure),
            Text(
              fact.value == nil && fact.low == nil && fact.high == nil
                ? "not published"
                : Numbers.bare(value: fact.value, low: fact.low, high: fact.high, unit: fact.unit)
                  + " \(fact.mark.letter)"),
          ]
        }, in: rect, header: false)
    }
  }
}
