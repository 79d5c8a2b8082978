import Analytics
import Figures
import Frames

/// One organisation: what it is, its part of each lever, its projection with levers of its own,
/// and what is published about it.
struct DepartmentScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    guard let organisation = state.organisation else { return [] }
    return [
      keys(state, organisation), projection(state, organisation),
      DepartmentQuestions.panel(state, organisation),
      DepartmentEvidence.legacy(state, organisation),
      EfficiencyPanel.panel(state, organisation),
      DepartmentEvidence.contractors(state, organisation),
      DepartmentEvidence.outages(state, organisation),
      DepartmentEvidence.services(state, organisation),
      DepartmentEvidence.promises(state, organisation),
      DepartmentIdentity.panel(state, organisation), streams(state, organisation),
      WhyNotPanel.panel(state, organisation),
      ContractorsScreen.months(state, of: organisation.code),
      DepartmentFigures.panel(state, organisation),
      DepartmentFigures.bodies(state, organisation),
      LeverPanel.panel(state, organisation: organisation.code),
    ]
  }

  /// How high the strip of levers is.
  private static let stripRows = 10

  func layout(_ panels: [Panel], _ state: State, in rect: Rect) -> [String: Rect] {
    // The levers have a column of their own on wide screens, else a strip at the foot while they are
    // in front.
    let isWide = rect.columns >= 150 && rect.rows >= 30
    if !isWide, state.place.panel == "levers", rect.rows >= Self.stripRows + 10 {
      let (above, strip) = rect.split(top: rect.rows - Self.stripRows)
      var behind = state
      behind.place.panel = ""
      return columns(rect.columns, false).layout(panels, behind, in: above)
        .merging(["levers": strip]) { first, _ in first }
    }
    return columns(rect.columns, isWide).layout(panels, state, in: rect)
  }

  /// The panels of each column: what the page is for first. What has no place opens over the whole
  /// page when Tab reaches it.
  private func columns(_ width: Int, _ isWide: Bool) -> PanelColumns {
    let own = ["keys", "legacy", "outages", "identity"]
    let made = ["projection", "contractors", "services"]
    let asked = ["ask", "target", "promises"]
    if isWide {
      return PanelColumns(
        [own, made, asked + ["bodies"], ["levers", "streams", "months", "published"]])
    }
    if width >= 110 { return PanelColumns([own, made, asked]) }
    if width >= 90 {
      return PanelColumns([
        ["keys", "ask", "legacy", "outages", "identity"],
        ["projection", "target", "contractors", "services", "promises"],
      ])
    }
    return PanelColumns([
      [
        "keys", "projection", "ask", "legacy", "target", "contractors", "outages", "services",
        "promises", "identity",
      ]
    ])
  }

  private func projection(_ state: State, _ organisation: Organisation) -> Panel {
    guard let account = state.account(of: organisation.code) else {
      return Panel("projection", "Projection", items: []) { _, _ in }
    }
    let draws = state.uncertainty?.organisations.first { $0.code == organisation.code }
    let code = organisation.code
    let note = "Expected values of organisations add up to the nation's; ends of ranges do not."
    let then =
      state.hasBefore ? state.baselineAccount?.organisations.first { $0.code == code } : nil
    let before = (
      benefit: then.map { Numbers.billions($0.benefit) },
      npsv: then.map { Numbers.billions($0.npsv) }
    )
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
            value: draws?.finalBenefit.value(Money.billionsAYear, of: code, in: state.lastYear)
              ?? state.accounted(account.benefit, Money.billionsAYear, of: code, in: state.lastYear)
          ).noting(before: before.benefit ?? "", in: state.baseline.name)),
        Item(
          state.modelled(
            "\(code).npsv", "Net present social value, \(organisation.name)",
            draws?.npsv.range ?? "\(Numbers.billions(account.npsv)), \(state.basisWords)",
            formula: "Present value of its own benefit less cost.", note: note,
            value: draws?.npsv.value(Money.billions, of: code)
              ?? state.accounted(account.npsv, Money.billions, of: code)
          ).noting(before: before.npsv ?? "", in: state.baseline.name)),
      ] + [OtherKey.figure(state, organisation)].compactMap { $0.map { Item($0) } }
    func spread(_ summary: Summary?) -> String {
      guard let low = summary?.p10, let high = summary?.p90 else { return "" }
      return ", \(Numbers.billions(low)) to \(Numbers.billions(high))"
    }
    return Panel(
      "projection", "Benefit a year, \(Money.billions), \(state.basisWords)", flow: .across,
      items: items
    ) { sheet, rect in
      var chart = Curves(labels: state.account?.years ?? [])
      chart.measure = Money.billionsAYear
      if let summaries = draws?.benefit, summaries.count == chart.labels.count {
        chart.bands = [state.band("\(code).benefit", summaries, unit: chart.measure, of: code)]
      }
      let id = state.statistic == .mean ? "benefit.mean" : "benefit"
      for (label, id, values, isCost) in [
        (state.statistic == .mean ? "expected" : "central", id, account.series?.benefit, false),
        ("cost", "cost", account.series?.cost, true),
      ] {
        var curve = state.curve(
          label, "\(code).\(id)", values ?? [],
          isCost ? sheet.theme.reference : sheet.theme.measure, dashed: isCost,
          statistic: state.statistic, unit: chart.measure, of: code)
        if isCost { curve.title = "\(state.basisWords) cost" }
        chart.curves.append(curve)
      }
      if let before = state.ghost(of: code, unit: chart.measure, sheet.theme) {
        chart.curves.insert(before, at: 0)
      }
      sheet.curves(
        chart,
        captions: [
          "\(state.statistic == .mean ? "expected" : "central") "
            + "\(Numbers.billions(account.benefit))\(spread(draws?.finalBenefit)) M"
            + state.was(Numbers.billions(account.benefit), before.benefit),
          "net value \(Numbers.billions(account.npsv))\(spread(draws?.npsv)) M"
            + state.was(Numbers.billions(account.npsv), before.npsv),
        ] + [OtherKey.caption(state, code)].compactMap { $0 }, in: rect)
    }
  }

  private func streams(_ state: State, _ organisation: Organisation) -> Panel {
    let title = "By stream in \(state.lastYear), \(state.basisWords)"
    guard let account = state.account(of: organisation.code), let series = account.series else {
      return .waiting("streams", title, "Computing …")
    }
    let id = { (name: String) in "\(organisation.code).\(name)@\(state.lastYear)" }
    let (streams, sum) = ModelledBars.summing(
      Stream.allCases.map { stream in
        ModelledBars.Row(
          stream.shortLabel, series.net[stream]?.last, id: id("net.\(stream.rawValue)"),
          formula: "\(stream.label) after overlap; its share of the key decides how much.",
          series: stream.colour)
      })
    var benefit = ModelledBars.Row(
      "Benefit", account.benefit, id: id("benefit"), formula: "Sum of the five streams.",
      .total)
    benefit.text = sum
    return ModelledBars(
      id: "streams", title: title,
      rows: streams + [
        benefit,
        .init(
          "of it cash-releasing", short: "of it cash", account.cash, id: id("cash"),
          formula: "What can leave a budget.", .aside),
        .init(
          "of it \(Money.purse)", account.exchequer, id: id("exchequer"),
          formula: "Fraud and error prevented, not a departmental budget.", .aside),
        .init(
          "Cost", account.cost, id: id("cost"),
          formula: "Investment, running, conversion and remediation.", .loss),
      ], owner: organisation.name, code: organisation.code
    ).panel(state)
  }

  /// Its part of each lever, with the key used and its mark.
  private func keys(_ state: State, _ organisation: Organisation) -> Panel {
    let rows: [(Stream, AllocationKey, KeyCell)] = Stream.allCases.compactMap { stream in
      let key = stream.key(state.scenario.keySet)
      return state.keyCell(key, of: organisation.code).map { (stream, key, $0) }
    }
    // The streams of the headline come first, so their texts stand at their places.
    let texts = Self.part(state, organisation).texts.parts
    return Panel(
      "keys", "Its part of each lever: our split",
      table: Table(
        [
          Column("stream", flexible: true, least: 11), Column("potential", trailing: true),
          Column("share", trailing: true), Column("key", priority: 2),
          Column("key's cell", trailing: true, priority: 3),
        ],
        rows.enumerated().map { place, found in
          row(
            found.0, found.1, found.2, state, organisation,
            printed: texts.indices.contains(place) ? texts[place] : nil)
        } + [sum(state, organisation)],
        note: OtherKey.sentence(state, organisation).map { sentence in
          Note(sentence, [OtherKey.figure(state, organisation)].compactMap { $0 })
        }))
  }

  /// Its parts of the three levers of the headline together.
  private func sum(_ state: State, _ organisation: Organisation) -> Table.Row {
    let part = Self.part(state, organisation)
    return Table.Row(
      [
        Text("Sum of the three", .strong),
        Text(
          part.texts.sum, signs: state.signs(part.figure), number: 0, value: part.value.number),
        Text(Numbers.telling(part.share * 100, places: 1) + "% M", number: 0, value: part.share),
        Text(""), Text(""),
      ], Item(part.figure))
  }

  /// Its part of the full potential of the three levers, by our keys, £bn a year, and as a share of
  /// theirs.
  static func part(
    _ state: State, _ organisation: Organisation
  ) -> (figure: Figure, value: FigureValue, share: Double, texts: (parts: [String], sum: String)) {
    let streams = Stream.allCases.filter { $0.potential != nil }
    let potentials = streams.map { $0.potential.map { state.central($0) } ?? 0 }
    let parts = zip(streams, potentials).map { stream, potential in
      potential * state.keyShare(stream.key(state.scenario.keySet), of: organisation.code)
    }
    let (sum, whole) = (parts.reduce(0, +), potentials.reduce(0, +))
    let value = FigureValue(number: sum, unit: Money.billionsAYear, body: organisation.code)
    let share = whole > 0 ? sum / whole : 0
    let texts = MoneyColumn([sum]).summing(parts)
    let figure = state.modelled(
      "\(organisation.code).size",
      "Part of the published potential by our split, \(organisation.name)",
      "\(texts.sum) a year, \(Numbers.telling(share * 100, places: 1))% of it",
      formula: zip(streams, texts.parts).map { "\($0.shortLabel) \($1)" }
        .joined(separator: " + ") + "; the three come to \(Numbers.billions(whole)).",
      note: "Our allocation, not a published split.",
      inputs: streams.map { "\(organisation.code).size.\($0.rawValue)" }, value: value)
    return (figure, value, share, texts)
  }

  private func row(
    _ stream: Stream, _ key: AllocationKey, _ cell: KeyCell, _ state: State,
    _ organisation: Organisation, printed: String?
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
        note: cell.note + " Our allocation, not a published split.",
        cautions: state.cautions(key, cell, of: organisation.code),
        value: FigureValue(number: share, unit: "share of the key", body: organisation.code))
      let part = potential.map { value in
        state.modelled(
          "\(organisation.code).size.\(stream.rawValue)",
          "\(stream.label), its part of the full potential, \(organisation.name)",
          "\(printed ?? Numbers.billions(value)) a year",
          formula: "Full potential of "
            + "\(Numbers.billions(stream.potential.map { state.central($0) } ?? 0)) x \(percent).",
          note: "Our allocation, not a published split.",
          value: .central(value, Money.billionsAYear, of: organisation.code))
      }
      return [own, published, part].compactMap { $0 }
    }
    return Table.Row(
      [
        Text(stream.label, short: stream.shortLabel),
        potential.map { value in
          Text((printed ?? Numbers.billions(value)) + " M", number: 2, value: value)
        }
          ?? Text("outside", .muted),
        Text(
          percent,
          signs: state.signs(
            .modelled, cautioned: !state.cautions(key, cell, of: organisation.code).isEmpty),
          number: 0, value: share),
        Text(key.words),
        Text(
          count,
          signs: state.signs(
            cell.mark, cautioned: !state.cautions(key, cell, of: organisation.code).isEmpty),
          .plain, number: 1, value: cell.value),
      ], Item(figures: figures()))
  }
}
