import Analytics
import Figures
import Frames

/// What is published about the opportunity by lever.
enum OpportunityPanels {
  /// The three levers as published, their sum and the headline: 46 and 45, never rescaled.
  static func levers(_ state: State) -> Panel {
    let rows: [(String, String, Place?, Int)] = [
      ("opportunity.automation", Stream.automation.label, place(.automation), 0),
      ("opportunity.channel", Stream.channel.label, place(.channel), 0),
      ("opportunity.fraud", Stream.fraud.label, place(.fraud), 0),
      ("opportunity.lever_sum", "Sum of the three", nil, 4),
      ("opportunity.total", "Headline", nil, 3),
    ]
    let known = rows.filter { state.evidence.fact($0.0) != nil }
    return Panel(
      "levers", "£bn a year by lever: published",
      items: known.compactMap { state.item($0.0, opens: $0.2) }
    ) { sheet, rect in
      let facts = known.compactMap { row in state.evidence.fact(row.0).map { (row, $0) } }
      let room = rect.rows - facts.count
      sheet.bars(
        facts.map { row, fact in
          BarRow(
            row.1, value: fact.value ?? 0,
            text: Numbers.bare(value: fact.value, low: fact.low, high: fact.high, unit: fact.unit),
            mark: fact.mark, style: sheet.theme.series(row.3))
        }, in: rect)
      if room > 1 {
        sheet.note(
          "Published rounded: the levers sum to 46, the headline says 45; shown, not rescaled. "
            + "No split, cost or date is published.",
          in: Rect(
            column: rect.column + 2, row: rect.row + facts.count + (room > 2 ? 1 : 0),
            columns: rect.columns - 2, rows: room - (room > 2 ? 1 : 0)))
      }
    }
  }

  private static func place(_ stream: Stream) -> Place {
    Place(.opportunity, path: [stream.rawValue], panel: "split")
  }
}
