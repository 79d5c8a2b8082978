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
        (
          "opportunity.total", "Headline", "Headline", Place(.opportunity, panel: "unpublished"), 3
        ),
      ]
    return Panel(
      "levers", "£bn a year by lever: published",
      bars: Bars(
        rows.compactMap { row in
          state.evidence.fact(row.id).map { fact in
            Bars.Row(
              BarRow(
                row.label, short: row.short, value: fact.value ?? 0, text: state.number(fact),
                signs: state.signs(fact), series: row.series),
              Item(state.evidence.figure(fact), opens: row.opens))
          }
        }, note: difference(state)))
  }

  /// What the levers sum to and what the headline says.
  static func difference(_ state: State) -> Note {
    let facts = ["opportunity.lever_sum", "opportunity.total"].compactMap {
      state.evidence.fact($0)
    }
    guard facts.count == 2 else {
      return Note("No split, cost or date of the opportunity is published.")
    }
    return Note(
      "The levers sum to \(state.number(facts[0])), the headline is \(state.number(facts[1])): "
        + "shown as published, not rescaled. No split, cost or date is published.",
      facts.map { state.evidence.figure($0) })
  }

  private static func place(_ stream: Stream) -> Place {
    Place(.opportunity, path: [stream.rawValue], panel: "split")
  }
}
