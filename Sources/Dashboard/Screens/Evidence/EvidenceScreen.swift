import Analytics
import Figures
import Frames

/// The promises and what became of them, the figures that disagree, every fact and source, the
/// assumptions, and what was left out.
struct EvidenceScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    [
      PromiseTracker.panel(state), PromiseTracker.byDepartment(state), ClaimsPanel.panel(state),
      facts(state), sources(state),
      AssumptionsRegister.panel(state), CasesPanel.panel(state), quality(state), limits,
    ]
  }

  func layout(_ panels: [Panel], _ state: State, in rect: Rect) -> [String: Rect] {
    guard rect.columns >= 116 else {
      return PanelColumns([panels.map(\.id)]).layout(panels, state, in: rect)
    }
    return PanelColumns(
      [
        [PromiseTracker.id, "sources", "limits"],
        ["promisers", ClaimsPanel.id, "facts", "assumptions", "cases", "quality"],
      ], weights: [3, 2], whole: [PromiseTracker.id]
    ).layout(panels, state, in: rect)
  }

  /// Every fact, or those that rest on the source that was entered.
  private func facts(_ state: State) -> Panel {
    guard let source = state.place.path.first else {
      return FactList.panel(
        state, id: "facts", title: "Facts (! disputed)",
        facts: state.evidence.facts, looksFor: "any theme")
    }
    return FactList.panel(
      state, id: "facts", title: "Facts from this source",
      facts: state.evidence.facts.filter { $0.sourceID == source },
      looksFor: "this source")
  }

  private func sources(_ state: State) -> Panel {
    Panel(
      "sources", "Sources (Enter: the facts from it)", count: state.evidence.sources.count,
      table: Self.published(state))
  }

  private static func published(_ state: State) -> Table {
    let counts = state.kept("facts by source") {
      state.evidence.facts.reduce(into: [String: Int]()) { $0[$1.sourceID, default: 0] += 1 }
    }
    return state.kept(
      "sources",
      [
        Column("date"), Column("title", flexible: true, least: 16),
        Column("publisher", priority: 1, most: 24), Column("facts", trailing: true, priority: 2),
      ], state.evidence.sources
    ) { source in
      let count = counts[source.id] ?? 0
      return [
        Text(source.date), Text(source.title), Text(source.publisher, .muted),
        Text("\(count)", number: 0, value: Double(count)),
      ]
    } item: { source in
      let count = counts[source.id] ?? 0
      return Item(
        figure(source, count: count),
        opens: count > 0 ? Place(.evidence, path: [source.id], panel: "facts") : nil)
    }
  }

  private static func figure(_ source: Source, count: Int) -> Figure {
    Figure(
      id: source.id, label: source.title,
      text: "\(count) \(count == 1 ? "fact rests" : "facts rest") on it", mark: .derived,
      confidence: .a, asOf: source.date, source: source,
      formula: "Rows of the table of facts that name this source: \(count).",
      value: FigureValue(number: Double(count), unit: "facts"))
  }

  private func quality(_ state: State) -> Panel {
    Panel(
      "quality", "Data-quality log: left out of sums",
      count: state.evidence.quality.count, table: Self.leftOut(state))
  }

  private static func leftOut(_ state: State) -> Table {
    let evidence = state.evidence
    return state.kept(
      "quality",
      [
        Column("month"), Column("body", flexible: true, least: 14),
        Column("measure", priority: 2), Column("value", trailing: true, priority: 3),
        Column("rule", priority: 1),
      ], evidence.quality
    ) { row in
      [
        Text(row.month), Text(evidence.name(of: row.body), short: row.body), Text(row.measure),
        row.value.map { Text(Numbers.count($0) + " R", number: 0, value: $0) } ?? Text("-"),
        Text(row.rule),
      ]
    } item: { row in
      Item(figure(row, evidence))
    }
  }

  /// The log names no publication for a row; it is that of the body's returns.
  private static func figure(_ row: QualityEntry, _ evidence: Evidence) -> Figure {
    let returns =
      evidence.bodyYears.first { $0.body == row.body }?.sourceID ?? evidence.monthly.sources.first
    return Figure(
      id: "quality.\(row.body).\(row.month).\(row.measure)",
      label: "\(row.measure), \(evidence.name(of: row.body)), \(row.month)",
      text: row.value.map(Numbers.count) ?? "no value", mark: .reported, asOf: row.month,
      source: returns.flatMap(evidence.source),
      formula: "Left out by the rule \(row.rule): \(row.why).",
      value: row.value.map { FigureValue(number: $0, unit: "", body: row.body, period: row.month) })
  }

  private var limits: Panel {
    Panel(
      "limits", "What this model cannot tell you",
      table: Table(
        [Column("", flexible: true)],
        Limits.sentences.map { Table.Row([Text($0)], Item()) }, header: .never))
  }
}

/// What users must be told about the model, wherever its results appear.
enum Limits {
  static let sentences = [
    "The headline is a full potential, not a forecast, and no cost belongs to it.",
    "Department splits are our allocation, not published ones.",
    "P10 to P90 reflects the ranges we typed in; it does not cover errors in the model's form.",
    "Legacy and outage trends rest on one year's change and one year's count.",
    "Organisations of a class start from one legacy share; outages avoided have no price.",
    "An organisation's range leaves out the choice of key, which can double its part.",
    "Risk mitigation's price rests on one worked example.",
    "Fraud prevented is counted as a benefit; much of it is a transfer.",
    "Nothing here is an official estimate.",
  ]

  static let text = sentences.joined(separator: " ")
}
