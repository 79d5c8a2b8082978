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
      projection(state, organisation), DepartmentIdentity.panel(state, organisation),
      EfficiencyPanel.panel(state, organisation), streams(state, organisation),
      WhyNotPanel.panel(state, organisation), keys(state, organisation),
      DepartmentFigures.panel(state, organisation),
      DepartmentFigures.bodies(state, organisation),
      ContractorsScreen.months(state, of: organisation.code),
    ]
  }

  func layout(_ state: State, in rect: Rect) -> [String: Rect] {
    if rect.columns >= 140, rect.rows >= 34 {
      let parts = rect.columns([4, 4, 5])
      let left = parts[0].split(top: 10)
      let lower = left.1.split(top: 8)
      let middle = parts[1].split(top: rect.rows * 9 / 20)
      let below = middle.1.split(top: 14)
      let right = parts[2].split(top: 11)
      return [
        "levers": left.0, "keys": lower.0, "streams": lower.1, "projection": middle.0,
        "target": below.0, "months": below.1, "identity": right.0,
        "published": right.1.rows([3, 1])[0], "bodies": right.1.rows([3, 1])[1],
      ]
    }
    let (top, bottom) = rect.split(top: max(10, rect.rows * 2 / 5))
    let upper = top.columns([1, 1])
    let places = ["levers": upper[0], "projection": upper[1]]
    if rect.columns >= 110, bottom.rows >= 16 {
      let lower = bottom.columns([1, 1])
      return Accordion.layout(["identity", "streams", "whynot", "keys"], state, in: lower[0])
        .merging(
          Accordion.layout(["target", "published", "bodies", "months"], state, in: lower[1])
        ) { first, _ in first }
        .merging(places) { first, _ in first }
    }
    return Accordion.layout(
      [
        "identity", "target", "streams", "whynot", "keys", "published", "bodies", "months",
      ], state, in: bottom
    ).merging(places) { first, _ in first }
  }

  private func projection(_ state: State, _ organisation: Organisation) -> Panel {
    guard let account = state.account(of: organisation.code) else {
      return Panel("projection", "Projection", items: []) { _, _ in }
    }
    let draws = state.uncertainty?.organisations.first { $0.code == organisation.code }
    let code = organisation.code
    let note = "Expected values of organisations add up to the nation's; ends of ranges do not."
    let items =
      [
        Item(
          state.modelled(
            "\(code).benefit@\(state.lastYear)",
            "Benefit in \(state.lastYear), \(organisation.name)",
            draws?.finalBenefit.range.map { $0 + " a year" }
              ?? "\(Numbers.billions(account.benefit)) a year, \(state.basisWords)",
            formula:
              "Each stream's potential x this organisation's key share x reach x realisation "
              + "x adoption, less overlap.", note: note,
            value: draws?.finalBenefit.value("£bn a year", of: code, in: state.lastYear)
              ?? state.accounted(account.benefit, "£bn a year", of: code, in: state.lastYear))),
        Item(
          state.modelled(
            "\(code).npsv", "Net present social value, \(organisation.name)",
            draws?.npsv.range ?? "\(Numbers.billions(account.npsv)), \(state.basisWords)",
            formula: "Present value of its own benefit less cost.", note: note,
            value: draws?.npsv.value("£bn", of: code)
              ?? state.accounted(account.npsv, "£bn", of: code))),
      ] + [OtherKey.figure(state, organisation)].compactMap { $0.map { Item($0) } }
    func spread(_ summary: Summary?) -> String {
      guard let low = summary?.p10, let high = summary?.p90 else { return "" }
      return ", \(Numbers.billions(low)) to \(Numbers.billions(high))"
    }
    return Panel(
      "projection", "Benefit a year, £bn: modelled\(state.basisNote)", flow: .across,
      items: items
    ) { sheet, rect in
      var chart = Curves(labels: state.account?.years ?? [])
      chart.measure = "£bn a year"
      if let summaries = draws?.benefit, summaries.count == chart.labels.count {
        chart.bands = [state.band("\(code).benefit", summaries, unit: chart.measure, of: code)]
      }
      let id = state.statistic == .mean ? "benefit.mean" : "benefit"
      for (label, id, values, place) in [
        (state.statistic == .mean ? "expected" : "central", id, account.series?.benefit, 0),
        ("cost", "cost", account.series?.cost, 3),
      ] {
        var curve = state.curve(
          label, "\(code).\(id)", values ?? [], sheet.theme.series(place), dashed: place > 0,
          statistic: state.statistic, unit: chart.measure, of: code)
        if place > 0 { curve.title = "\(state.basisWords) cost" }
        chart.curves.append(curve)
      }
      sheet.curves(
        chart,
        captions: [
          "\(state.statistic == .mean ? "expected" : "central") "
            + "\(Numbers.billions(account.benefit))\(spread(draws?.finalBenefit)) M",
          "net value \(Numbers.billions(account.npsv))\(spread(draws?.npsv)) M",
        ] + [OtherKey.caption(state, code)].compactMap { $0 }, in: rect)
    }
  }

  private func streams(_ state: State, _ organisation: Organisation) -> Panel {
    let title = "By stream in \(state.lastYear), after overlap\(state.basisNote)"
    guard let account = state.account(of: organisation.code), let series = account.series else {
      return .waiting("streams", title, "Computing …")
    }
    let id = { (name: String) in "\(organisation.code).\(name)@\(state.lastYear)" }
    let (streams, sum) = ModelledBars.summing(
      Stream.allCases.enumerated().map { index, stream in
        ModelledBars.Row(
          stream.shortLabel, series.net[stream]?.last, id: id("net.\(stream.rawValue)"),
          formula: "\(stream.label) after overlap; its share of the key decides how much.",
          series: index)
      })
    var benefit = ModelledBars.Row(
      "Benefit", account.benefit, id: id("benefit"), formula: "Sum of the five streams.")
    benefit.text = sum
    return ModelledBars(
      id: "streams", title: title,
      rows: streams + [
        benefit,
        .init(
          "of it cash-releasing", short: "of it cash", account.cash, id: id("cash"),
          formula: "What can leave a budget.",
          series: 1),
        .init(
          "of it Exchequer", account.exchequer, id: id("exchequer"),
          formula: "Fraud and error prevented, not a departmental budget.", series: 2),
        .init(
          "Cost", account.cost, id: id("cost"),
          formula: "Investment, running, conversion and remediation.", series: 3),
      ], owner: organisation.name, code: organisation.code
    ).panel(state)
  }

  /// Its part of each lever, with the key used and its mark.
  private func keys(_ state: State, _ organisation: Organisation) -> Panel {
    let rows: [(Stream, AllocationKey, KeyCell)] = Stream.allCases.compactMap { stream in
      let key = stream.key(state.scenario.keySet)
      return state.keyCell(key, of: organisation.code).map { (stream, key, $0) }
    }
    return Panel(
      "keys", "Its part of each lever: our allocation",
      table: Table(
        [
          Column("stream", flexible: true, least: 14), Column("share", trailing: true),
          Column("potential", trailing: true, priority: 1), Column("key", priority: 2),
          Column("key's cell", trailing: true, priority: 3),
        ],
        rows.map { row($0, $1, $2, state, organisation) },
        note: OtherKey.sentence(state, organisation).map { sentence in
          Note(sentence, [OtherKey.figure(state, organisation)].compactMap { $0 })
        }))
  }

  private func row(
    _ stream: Stream, _ key: AllocationKey, _ cell: KeyCell, _ state: State,
    _ organisation: Organisation
  ) -> Table.Row {
    let share = state.keyShare(key, of: organisation.code)
    let percent = Numbers.telling(share * 100, places: 1) + "%"
    let published = state.keyFigure(key, of: organisation.code)
    let count = published?.text ?? ""
    let potential = stream.potential.map { state.central($0) * share }
    let figures: () -> [Figure] = {
      let own = Figure(
        id: "share.\(key.rawValue).\(organisation.code)",
        label: "Share of \(stream.label.lowercased()), \(organisation.name)",
        text: "\(percent) of the key \(key.words): \(count)", mark: .modelled,
        basis: .scenario, confidence: .d,
        asOf: state.evidence.date,
        formula: "Its cell over the key's sum. The cell is \(cell.mark.rawValue): \(cell.source).",
        note: cell.note + " The review publishes no split.",
        cautions: state.cautions(key, cell, of: organisation.code),
        value: FigureValue(number: share, unit: "share of the key", body: organisation.code))
      let part = potential.map { value in
        state.modelled(
          "\(organisation.code).size.\(stream.rawValue)",
          "\(stream.label), its part of the full potential, \(organisation.name)",
          "\(Numbers.billions(value)) a year",
          formula: "Full potential of "
            + "\(Numbers.billions(stream.potential.map { state.central($0) } ?? 0)) x \(percent).",
          note: "The review publishes no split: this is our allocation.",
          value: .central(value, "£bn a year", of: organisation.code))
      }
      return [own, published, part].compactMap { $0 }
    }
    return Table.Row(
      [
        Text(stream.label, short: stream.shortLabel),
        Text(
          percent,
          signs: state.signs(
            .modelled, cautioned: !state.cautions(key, cell, of: organisation.code).isEmpty),
          number: 0, value: share),
        potential.map { Text(Numbers.billions($0) + " M", number: 2, value: $0) } ?? Text("-"),
        Text(key.words),
        Text(
          count,
          signs: state.signs(
            cell.mark, cautioned: !state.cautions(key, cell, of: organisation.code).isEmpty),
          .plain, number: 1, value: cell.value),
      ], Item(figures: figures()))
  }
}
