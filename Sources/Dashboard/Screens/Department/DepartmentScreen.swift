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
    return Accordion.layout(["streams", "published", "keys", "months"], state, in: bottom)
      .merging(["levers": upper[0], "projection": upper[1]]) { first, _ in first }
  }

  private func projection(_ state: State, _ organisation: Organisation) -> Panel {
    guard let series = state.series(of: organisation.code) else {
      return Panel("projection", "Projection", items: []) { _, _ in }
    }
    let draws = state.uncertainty?.organisations.first { $0.code == organisation.code }
    let last = series.benefit.last ?? 0
    var text = "central case \(Numbers.billions(last)) a year"
    if let summary = draws?.finalBenefit, let low = summary.p10, let middle = summary.p50,
      let high = summary.p90
    {
      text =
        "P50 \(Numbers.billions(middle)), P10 to P90 \(Numbers.billions(low)) to "
        + "\(Numbers.billions(high)); " + text
    }
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
    guard let series = state.series(of: organisation.code) else {
      return Panel("streams", "By stream", items: []) { _, _ in }
    }
    let rows: [(String, Double, Int)] =
      Stream.allCases.enumerated().map { ($0.1.shortLabel, series.net[$0.1]?.last ?? 0, $0.0) }
      + [
        ("Benefit", series.benefit.last ?? 0, 0), ("of it cash", series.cash.last ?? 0, 1),
        ("of it Exchequer", series.exchequer.last ?? 0, 2), ("Cost", series.cost.last ?? 0, 3),
      ]
    return Panel(
      "streams", "By stream in \(state.lastYear), after overlap",
      items: rows.map { label, value, _ in
        Item(
          state.modelled(
            "\(organisation.code).\(label)", "\(label) in \(state.lastYear), \(organisation.name)",
            "\(Numbers.billions(value)) a year, central case",
            formula: "The organisation's own series; see the key cells for how much it gets."))
      }
    ) { sheet, rect in
      sheet.bars(
        rows.map {
          BarRow(
            $0.0, value: $0.1, text: Numbers.billions($0.1), mark: .modelled,
            style: sheet.theme.series($0.2))
        }, in: rect)
    }
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
            Text(stream.label),
            Text(Numbers.decimal(share(key) * 100, places: 1) + "%", sheet.theme.strong),
            Text(potential.map { Numbers.billions($0) + " M" } ?? "-"), Text(key.rawValue),
            Text(cell.mark.letter),
          ]
        }, in: rect)
    }
  }
}
