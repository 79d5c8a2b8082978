import Analytics
import Figures
import Frames

/// One organisation: what it is, its part of each lever, its projection with levers of its own,
/// and what is published about it.
struct DepartmentScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    guard let organisation = state.organisation else { return [] }
    return [
      LeverPanel.panel(state, organisation: organisation.code),
      projection(state, organisation), streams(state, organisation),
      DepartmentFigures.panel(state, organisation), keys(state, organisation),
      ContractorsScreen.months(state, of: organisation.code),
    ]
  }

  func layout(_ state: State, in rect: Rect) -> [String: Rect] {
    if rect.columns >= 140 {
      let parts = rect.columns([4, 4, 5])
      let left = parts[0].split(top: min(10, rect.rows / 3))
      let lower = left.1.split(top: 8)
      let middle = parts[1].split(top: rect.rows * 3 / 5)
      return [
        "levers": left.0, "keys": lower.0, "streams": lower.1, "projection": middle.0,
        "months": middle.1, "published": parts[2],
      ]
    }
    let (top, bottom) = rect.split(top: max(10, rect.rows * 2 / 5))
    let upper = top.columns([1, 1])
    if rect.columns >= 110, bottom.rows >= 18 {
      let lower = bottom.columns([1, 1])
      let left = lower[0].split(top: 11)
      return [
        "levers": upper[0], "projection": upper[1], "streams": left.0, "keys": left.1,
        "published": lower[1],
      ]
    }
    return Accordion.layout(["streams", "published", "keys", "months"], state, in: bottom)
      .merging(["levers": upper[0], "projection": upper[1]]) { first, _ in first }
  }

  private func projection(_ state: State, _ organisation: Organisation) -> Panel {
    guard let series = state.series(of: organisation.code) else {
      return Panel("projection", "Projection", items: []) { _, _ in }
    }
    let draws = state.uncertainty?.organisations.first { $0.code == organisation.code }
    let last = series.benefit.last ?? 0
    let central = "central case \(Numbers.billions(last)) a year"
    let text = draws?.finalBenefit.range.map { "\($0); \(central)" } ?? central
    let items = [
      Item(
        state.modelled(
          "\(organisation.code).benefit", "Benefit in \(state.lastYear), \(organisation.name)",
          text,
          formula: "Each stream's potential x this organisation's key share x reach x realisation "
            + "x adoption, less overlap.",
          note: "Organisations' P50s do not add up to the national P50; means do.")),
      Item(
        state.modelled(
          "\(organisation.code).npsv", "Net present social value, \(organisation.name)",
          "\(Numbers.billions(series.npsv)), central case",
          formula: "Present value of its own benefit less cost.")),
    ]
    return Panel(
      "projection", "Benefit a year, £bn: modelled", flow: .across, items: items
    ) { sheet, rect in
      var chart = Curves(labels: state.projection?.years ?? [])
      if let summaries = draws?.benefit, summaries.count == chart.labels.count {
        chart.bands = [
          Curves.Band(low: summaries.map { $0.p10 ?? 0 }, high: summaries.map { $0.p90 ?? 0 })
        ]
        chart.curves.append(Curves.Curve("P50", summaries.map(\.p50), sheet.theme.series(0)))
      }
      chart.curves.append(
        Curves.Curve("central", series.benefit, sheet.theme.series(1), dashed: true))
      chart.curves.append(Curves.Curve("cost", series.cost, sheet.theme.series(3), dashed: true))
      sheet.curves(
        chart,
        captions: [
          "\(draws?.finalBenefit.p50 == nil ? "central" : "P50") "
            + "\(Numbers.billions(draws?.finalBenefit.p50 ?? last)) M",
          "NPSV \(Numbers.billions(series.npsv)) M",
        ], in: rect)
    }
  }

  private func streams(_ state: State, _ organisation: Organisation) -> Panel {
    let series = state.series(of: organisation.code)
    let streams = Stream.allCases.enumerated().map { index, stream in
      ModelledBars.Row(
        stream.shortLabel, series?.net[stream]?.last,
        formula: "\(stream.label) after overlap; its share of the key decides how much.",
        series: index)
    }
    return ModelledBars(
      id: "streams", title: "By stream in \(state.lastYear), after overlap",
      rows: streams + [
        .init("Benefit", series?.benefit.last, formula: "Sum of the five streams."),
        .init(
          "of it cash", series?.cash.last, formula: "What can leave a budget.", series: 1),
        .init(
          "of it Exchequer", series?.exchequer.last,
          formula: "Fraud and error prevented, not a departmental budget.", series: 2),
        .init(
          "Cost", series?.cost.last,
          formula: "Investment, running, conversion and remediation.", series: 3),
      ], owner: organisation.name
    ).panel(state)
  }

  /// Its part of each lever, with the key used and its mark.
  private func keys(_ state: State, _ organisation: Organisation) -> Panel {
    let rows: [(Stream, AllocationKey, KeyCell)] = Stream.allCases.compactMap { stream in
      let key = stream.key(state.scenario.keySet)
      return state.keyCell(key, of: organisation.code).map { (stream, key, $0) }
    }
    func share(_ key: AllocationKey) -> Double { state.keyShare(key, of: organisation.code) }
    return Panel(
      "keys", "Its part of each lever: our allocation",
      items: rows.map { stream, key, cell in
        Item(
          Figure(
            id: "\(organisation.code).key.\(key.rawValue)",
            label: "Share of \(stream.label.lowercased()), \(organisation.name)",
            text: "\(Numbers.decimal(share(key) * 100, places: 1))% of the key \(key.rawValue): "
              + "\(Numbers.count(cell.value)) \(cell.unit)",
            mark: .modelled, confidence: .d,
            formula:
              "Its cell over the key's sum. The cell is \(cell.mark.rawValue): \(cell.source).",
            note: cell.note + " The review publishes no split."))
      }
    ) { sheet, rect in
      sheet.list(
        [
          Column("stream", flexible: true, least: 14), Column("share", trailing: true),
          Column("potential", trailing: true, priority: 1), Column("key", priority: 2),
          Column("", priority: 3),
        ],
        rows.map { stream, key, cell in
          let potential = stream.potential.map { state.central($0) * share(key) }
          return [
            Text(stream.label, short: stream.shortLabel),
            Text(Numbers.decimal(share(key) * 100, places: 1) + "%", sheet.theme.strong),
            Text(potential.map { Numbers.billions($0) + " M" } ?? "-"), Text(key.rawValue),
            Text(cell.mark.letter),
          ]
        }, in: rect)
    }
  }
}
