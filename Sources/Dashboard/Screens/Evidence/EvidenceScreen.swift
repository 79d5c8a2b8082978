import Analytics
import Figures
import Frames

/// What happened next, every fact, every source, the assumptions, and what was left out.
struct EvidenceScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    [
      timeline(state),
      FactList.panel(
        state, id: "facts", title: "Facts (! contradicted)", facts: state.evidence.facts),
      sources(state), assumptions(state), quality(state), limits,
    ]
  }

  func layout(_ state: State, in rect: Rect) -> [String: Rect] {
    if rect.columns >= 140 {
      let rows = rect.rows([1, 1, 1])
      let parts = rows.map { $0.columns([1, 1]) }
      return [
        "timeline": parts[0][0], "facts": parts[0][1], "sources": parts[1][0],
        "assumptions": parts[1][1], "quality": parts[2][0], "limits": parts[2][1],
      ]
    }
    return Accordion.layout(
      ["timeline", "facts", "sources", "assumptions", "quality", "limits"], state, in: rect)
  }

  private func timeline(_ state: State) -> Panel {
    let rows = state.evidence.milestones.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    return Panel(
      "timeline", "What happened next",
      items: rows.map { row in
        Item(
          Figure(
            id: row.id, label: "\(row.title), \(state.evidence.name(of: row.body))",
            text: (row.value.map { Numbers.quantity(value: $0, unit: row.unit) + ", " } ?? "")
              + "\(row.date): \(row.status.rawValue)", mark: .reported, asOf: row.date,
            source: state.evidence.source(row.sourceID), locator: row.locator, note: row.note))
      }
    ) { sheet, rect in
      sheet.list(
        [
          Column("date"), Column("what", flexible: true, least: 16),
          Column("number", trailing: true, priority: 1), Column("status", priority: 2),
        ],
        rows.map { row in
          [
            Text(row.date), Text(row.title),
            Text(
              row.value.map { Numbers.bare(value: $0, unit: row.unit) } ?? "", sheet.theme.strong),
            Text(row.status.rawValue),
          ]
        }, in: rect)
    }
  }

  private func sources(_ state: State) -> Panel {
    Panel(
      "sources", "Sources",
      items: state.evidence.sources.map { source in
        Item(figure(state, source))
      }
    ) { sheet, rect in
      sheet.list(
        [
          Column("date"), Column("title", flexible: true, least: 16),
          Column("publisher", priority: 1),
        ],
        state.evidence.sources.map {
          [Text($0.date), Text($0.title), Text(truncated($0.publisher, to: 24), sheet.theme.muted)]
        }, in: rect)
    }
  }

  private func figure(_ state: State, _ source: Source) -> Figure {
    let count = state.evidence.facts.count { $0.sourceID == source.id }
    return Figure(
      id: source.id, label: source.title, text: "\(count) facts rest on it", mark: .reported,
      asOf: source.date, source: source)
  }

  private func assumptions(_ state: State) -> Panel {
    let rows = state.inputs.assumptions
    return Panel(
      "assumptions", "Assumptions register",
      items: rows.map { row in
        let range = state.scenario.assumptions[row.id] ?? row.range
        return Item(
          Figure(
            id: row.id.rawValue, label: row.label,
            text: "P10 \(Numbers.typed(range.p10)), P50 \(Numbers.typed(range.p50)), P90 "
              + "\(Numbers.typed(range.p90)) \(row.unit)", mark: row.mark,
            confidence: row.confidence, formula: row.rationale,
            note: "Rests on: \(row.source). Bounds \(Numbers.typed(row.minimum)) to "
              + "\(Numbers.typed(row.maximum)); the mark is the P50's."))
      }
    ) { sheet, rect in
      sheet.list(
        [
          Column("what", flexible: true, least: 18), Column("P10", trailing: true),
          Column("P50", trailing: true), Column("P90", trailing: true),
          Column("unit", priority: 2), Column("", priority: 1), Column("grade", priority: 3),
        ],
        rows.map { row in
          let range = state.scenario.assumptions[row.id] ?? row.range
          return [
            Text(row.label), Text(Numbers.typed(range.p10)),
            Text(Numbers.typed(range.p50), sheet.theme.strong), Text(Numbers.typed(range.p90)),
            Text(row.unit, sheet.theme.muted), Text(row.mark.letter),
            Text(row.confidence.rawValue),
          ]
        }, in: rect)
    }
  }

  private func quality(_ state: State) -> Panel {
    let rows = state.evidence.quality
    return Panel(
      "quality", "Left out of the workforce sums",
      items: rows.map { row in
        Item(
          Figure(
            id: "quality",
            label: "\(row.measure), \(state.evidence.name(of: row.body)), \(row.month)",
            text: row.value.map(Numbers.count) ?? "no value", mark: .reported, asOf: row.month,
            formula: "Left out by the rule \(row.rule): \(row.why)."))
      }
    ) { sheet, rect in
      sheet.list(
        [
          Column("month"), Column("body", flexible: true, least: 14),
          Column("measure", priority: 2),
          Column("rule", priority: 1),
        ],
        rows.map {
          [Text($0.month), Text(state.evidence.name(of: $0.body)), Text($0.measure), Text($0.rule)]
        }, in: rect)
    }
  }

  private var limits: Panel {
    Panel("limits", "What this model cannot tell you", items: []) { sheet, rect in
      sheet.note(Limits.text, in: rect.inset(columns: 1), style: sheet.theme.text)
    }
  }
}

/// What users must be told about the model, wherever its results appear.
enum Limits {
  static let text =
    "The review gives a full potential, not a forecast, and no cost. Department splits are our "
    + "allocation, not the review's. P10 to P90 reflects the ranges we typed in; it does not cover "
    + "errors in the model's form. Legacy and outage trends rest on one year's change and one "
    + "year's count. Fraud prevented is counted as a benefit, as the review does; much of it is a "
    + "transfer. Nothing here is an official estimate."
}
