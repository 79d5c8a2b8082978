import Analytics
import Figures
import Frames

/// What is published about the opportunity by lever.
enum OpportunityPanels {
  /// The three levers as published, their sum and the headline: 46 and 45, never rescaled.
  static func levers(_ state: State) -> Panel {
    let rows: [(id: String, label: String, short: String, opens: Place?, series: Int)] =
      [Stream.automation, .channel, .fraud].enumerated().map { index, stream in
        (stream.potentialFact ?? "", stream.label, stream.shortLabel, place(stream), index)
      } + [
        ("opportunity.lever_sum", "Sum of the three", "Sum", nil, 4),
        ("opportunity.total", "Headline", "Headline", nil, 3),
      ]
    let known = rows.filter { state.evidence.fact($0.id) != nil }
    return Panel(
      "levers", "£bn a year by lever: published",
      items: known.compactMap { state.item($0.id, opens: $0.opens) }
    ) { sheet, rect in
      let facts = known.compactMap { row in state.evidence.fact(row.id).map { (row, $0) } }
      sheet.bars(
        facts.map { row, fact in
          BarRow(
            row.label, short: row.short, value: fact.value ?? 0,
            text: Numbers.bare(value: fact.value, low: fact.low, high: fact.high, unit: fact.unit),
            mark: fact.mark, style: sheet.theme.series(row.series))
        }, in: rect)
      sheet.note(
        rect.rows - facts.count > 3
          ? "Published rounded: \(difference(state)); shown, not rescaled. No split, cost or date "
            + "is published."
          : difference(state), below: facts.count, in: rect)
    }
  }

  /// What the levers sum to and what the headline says.
  private static func difference(_ state: State) -> String {
    func text(_ id: String) -> String {
      state.evidence.fact(id).map { Numbers.bare(value: $0.value, unit: $0.unit) } ?? "nothing"
    }
    return "levers sum to \(text("opportunity.lever_sum")), headline \(text("opportunity.total"))"
  }

  private static func place(_ stream: Stream) -> Place {
    Place(.opportunity, path: [stream.rawValue], panel: "split")
  }
}
