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
    guard let national = state.projection?.national else {
      return Panel("bridge", "Gross to net", items: []) { _, _ in }
    }
    let gross = Stream.allCases.map { ($0, national.gross[$0]?.last ?? 0) }
    let total = gross.reduce(0) { $0 + $1.1 }
    let net = national.benefit.last ?? 0
    var rows: [(String, Double, String, Int, String)] = gross.map {
      (
        $0.0.label, $0.1, "Potential x reach x realisation x adoption, before overlap.", 0,
        $0.0.shortLabel
      )
    }
    rows.append(("Gross", total, "Sum of the five streams before overlap.", 1, "Gross"))
    rows.append(
      (
        "Less overlap", total - net, "What the smaller of two streams shares with the larger.", 3,
        "Overlap"
      ))
    rows.append(("Net", net, "Gross less overlap: the benefit in the metrics.", 1, "Net"))
    return Panel(
      "bridge", "Gross to net, \(state.lastYear), £bn",
      items: rows.map { row in
        Item(
          state.modelled(
            "bridge.\(row.0)", "\(row.0), \(state.lastYear)",
            "\(Numbers.billions(row.1)) a year, central case", formula: row.2))
      }
    ) { sheet, rect in
      sheet.bars(
        rows.map {
          BarRow(
            $0.0, short: $0.4, value: $0.1, text: Numbers.billions($0.1), mark: .modelled,
            style: sheet.theme.series($0.3))
        }, in: rect, scale: total)
    }
  }

  /// Cash, Exchequer and the rest; cost beside them.
  private func bank(_ state: State) -> Panel {
    guard let national = state.projection?.national else {
      return Panel("bank", "Who can bank it", items: []) { _, _ in }
    }
    let rows: [(String, [Double], String)] = [
      (
        "Cash-releasing", national.cash,
        "Cash shares of automation and channels, contractors, legacy spending below today's."
      ),
      (
        "Exchequer", national.exchequer,
        "Fraud and error: annually managed spending and receipts, not departmental budgets."
      ),
      ("Not cash", national.nonCash, "Benefit that is staff time or cost avoided."),
      ("Cost that year", national.cost, "Investment, running, conversion and remediation."),
    ]
    return Panel(
      "bank", "Who can bank it, \(state.lastYear), £bn",
      items: rows.map { row in
        Item(
          state.modelled(
            "bank.\(row.0)", "\(row.0), \(state.lastYear)",
            "\(Numbers.billions(row.1.last ?? 0)) a year, central case", formula: row.2))
      }
    ) { sheet, rect in
      let scale = rows.map { $0.1.last ?? 0 }.max() ?? 0
      sheet.bars(
        rows.enumerated().map { index, row in
          BarRow(
            row.0, value: row.1.last ?? 0, text: Numbers.billions(row.1.last ?? 0),
            mark: .modelled, style: sheet.theme.series(index))
        }, in: rect, scale: scale)
      if rect.rows > rows.count + 1 {
        sheet.note(
          "Five-sixths of automation is staff time, so most benefit is not cash. Fraud prevented "
            + "is largely a transfer; it is kept apart.",
          in: Rect(
            column: rect.column + 2, row: rect.row + rows.count + 1, columns: rect.columns - 2,
            rows: rect.rows - rows.count - 1))
      }
    }
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
