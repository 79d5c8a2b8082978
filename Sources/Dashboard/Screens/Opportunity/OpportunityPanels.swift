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
      let room = rect.rows - facts.count
      sheet.bars(
        facts.map { row, fact in
          BarRow(
            row.label, short: row.short, value: fact.value ?? 0,
            text: Numbers.bare(value: fact.value, low: fact.low, high: fact.high, unit: fact.unit),
            mark: fact.mark, style: sheet.theme.series(row.series))
        }, in: rect)
      if room > 1 {
        sheet.note(
          room > 3
            ? "Published rounded: the levers sum to 46, the headline says 45; shown, not rescaled. "
              + "No split, cost or date is published."
            : "46 against 45: as published.",
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
