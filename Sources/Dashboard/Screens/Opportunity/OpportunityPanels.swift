import Analytics
import Figures
import Frames

/// What is published about the opportunity by lever.
enum OpportunityPanels {
  /// The three levers as published, their sum and the headline, never rescaled.
  static func levers(_ state: State) -> Panel {
    let rows:
      [(
        role: Role?, label: String, short: String, opens: Place?, series: Int, kind: BarRow.Kind
      )] =
        [Stream.automation, .channel, .fraud].map { stream in
          (
            stream.potentialFact, stream.label, stream.shortLabel, place(stream), stream.colour,
            .part
          )
        } + [
          (.leverSum, "Sum of the three", "Sum", nil, 0, .total),
          (
            .headline, "Headline", "Headline", Place(.opportunity, panel: "unpublished"), 0, .aside
          ),
        ]
    return Panel(
      "levers", "\(Money.billionsAYear) by lever: published",
      bars: Bars(
        rows.compactMap { row in
          row.role.flatMap { state.evidence.fact($0) }.map { fact in
            var bar = BarRow(
              row.label, short: row.short, value: fact.value ?? 0, text: state.number(fact),
              signs: state.signs(fact), series: row.series)
            bar.kind = row.kind
            return Bars.Row(bar, Item(state.evidence.figure(fact), opens: row.opens))
          }
        }, note: difference(state)))
  }

  /// What the levers sum to and what the headline says.
  static func difference(_ state: State) -> Note {
    let roles: [Role] = [.leverSum, .headline]
    let facts = roles.compactMap { state.evidence.fact($0) }
    guard facts.count == 2 else {
      return Note(state.evidence.absence(of: roles) ?? "")
    }
    return Note(
      "The levers sum to \(state.number(facts[0])), the headline is \(state.number(facts[1])): "
        + "shown as published, not rescaled."
        + (isUnpublished(state) ? " No split, cost or date is published." : ""),
      facts.map { state.evidence.figure($0) })
  }

  /// Whether these data say that it has no split, cost and date.
  private static func isUnpublished(_ state: State) -> Bool {
    [Role.headlineSplit, .headlineInvestment, .headlineTimeframe].allSatisfy {
      state.evidence.fact($0)?.statement != nil
    }
  }

  private static func place(_ stream: Stream) -> Place {
    Place(.opportunity, path: [stream.rawValue], panel: "split")
  }
}
