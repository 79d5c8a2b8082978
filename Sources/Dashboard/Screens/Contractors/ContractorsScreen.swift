import Analytics
import Figures
import Frames

/// What departments return month by month, the bodies inside them, what a contractor costs, and
/// what converting posts would bring.
struct ContractorsScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    let path = state.place.path
    if let level = ReturnLevel(state) {
      let measure = path.count > 2 ? ReturnMeasure(rawValue: path[2]) : nil
      return [
        measure.map { level.returnsPanel(state, $0) } ?? level.measuresPanel(state),
        level.chart(state, measure), costs(state), conversion(state),
      ]
    }
    if let code = path.first {
      return [
        bodies(state, code), Self.months(state, of: code), costs(state), conversion(state),
      ]
    }
    let departments = departments(state)
    return [
      departments, Self.months(state, of: chosenDepartment(state, departments)), costs(state),
      conversion(state),
    ]
  }

  func layout(_ panels: [Panel], _ state: State, in rect: Rect) -> [String: Rect] {
    let lists = ["departments", "bodies", "measures", "returns"]
    let columns =
      rect.columns >= 100
      ? PanelColumns([lists + ["costs"], ["months", "conversion"]], weights: [11, 9])
      : rect.columns >= 76
        ? PanelColumns([lists + ["costs"], ["months", "conversion"]])
        : PanelColumns([lists + ["months", "costs", "conversion"]])
    return columns.layout(panels, state, in: rect)
  }

  private func departments(_ state: State) -> Panel {
    if let loading = state.loading {
      return Panel("departments", "Contingent and consultancy, \(Money.millions)", items: []) {
        sheet, rect in
        sheet.note(loading.text, in: rect)
      }
    }
    let newest = state.evidence.monthly.newestMonth.flatMap(Periods.month).map { Int($0) } ?? 0
    return Panel(
      "departments", "Contingent and consultancy, \(Money.millions)",
      table: Table(
        [
          Column("department", flexible: true, least: 16), Column("trend", priority: 2),
          Column(state.evidence.contractorYear?.description ?? "", trailing: true),
          Column("change D", trailing: true, priority: 1),
        ],
        state.evidence.contractorDepartments.compactMap { row($0, newest, state) },
        note: ContractorNotes.others(state)))
  }

  /// A department in the year that all are compared in: its spend, and the change on the year before,
  /// or why there is none.
  private func row(_ code: String, _ newest: Int, _ state: State) -> Table.Row? {
    let evidence = state.evidence
    guard let year = evidence.contractorYear(of: code) else { return nil }
    let name = evidence.name(of: code)
    let months = evidence.monthly.spend(of: code, last: 60).map {
      (month: $0.month, value: $0.spend)
    }
    return Table.Row(
      [
        Text(name, short: state.briefName(code, name)),
        Text(spark: ReturnMonths.sixMonthMeans(months, to: newest)),
        Text(
          Numbers.bareReturned(year.total),
          signs: state.signs(
            year.mark, asOf: year.year.lastMonth, cautioned: !year.passes), number: 0,
          value: year.total),
        Self.change(evidence.contractorChange(of: code, in: year.year)),
      ],
      Item(
        figures: [
          evidence.figure(year, of: code), evidence.changeFigure(of: code, in: year.year),
        ].compactMap { $0 },
        opens: Place(.contractors, path: [code], panel: "bodies")))
  }

  private static func change(_ change: ContractorChange?) -> Text {
    switch change {
    case .share(let share): Text(change?.text ?? "", number: 1, value: share)
    case .withheld(let short, _, _): Text(short, .muted, number: 1)
    case nil: Text("-")
    }
  }

  private func bodies(_ state: State, _ code: String) -> Panel {
    let rows = state.evidence.bodyYears(of: code)
    // A year that no body has returned in full yet would look like a fall.
    let years = Array(
      Set(rows.filter { ($0.returns ?? 0) >= 12 }.map(\.period)).sorted().suffix(4))
    let latest = years.last ?? ""
    let byPlace = Dictionary(
      rows.map { ("\($0.body) \($0.period)", $0) }, uniquingKeysWith: { first, _ in first })
    func row(_ body: String, _ year: String) -> WorkforceReturn? { byPlace["\(body) \(year)"] }
    let names = Array(Set(rows.map(\.body))).sorted {
      (row($0, latest)?.spend ?? -1, $1) > (row($1, latest)?.spend ?? -1, $0)
    }
    return Panel(
      "bodies", "\(state.shortName(code)): bodies by year, \(Money.millions)",
      table: Table(
        [Column("body", flexible: true, least: 16)]
          + years.enumerated().map {
            Column($0.1, trailing: true, priority: years.count - 1 - $0.0)
          },
        [allBodies(state, code, years)]
          + names.map { body in
            // The newest year is the body's own number.
            let spent = years.reversed().compactMap { row(body, $0) }.filter { $0.spend != nil }
            let name = state.evidence.name(of: body)
            return Table.Row(
              [Text(name, short: state.briefName(body, name))]
                + years.map { year in
                  guard let spend = row(body, year), let value = spend.spend else {
                    return Text("-")
                  }
                  let isOdd = !state.evidence.cautions(spend, ReturnMeasure.spend).isEmpty
                  return Text(
                    Numbers.bareReturned(value), signs: state.signs(spend.mark, cautioned: isOdd),
                    .plain, number: spent.firstIndex(of: spend), value: value)
                },
              Item(
                figures: spent.map { state.spendFigure($0) },
                opens: Place(.contractors, path: [code, body], panel: "measures")))
          }))
  }

  /// The department as a whole, by the months that are known of it.
  private func allBodies(_ state: State, _ code: String, _ years: [String]) -> Table.Row {
    let record = state.evidence.contractorRecord(of: code)
    let sums = years.reversed().compactMap { FinancialYear($0).flatMap { record?.year($0) } }
    return Table.Row(
      [Text("All its bodies, by month", .strong)]
        + years.map { year in
          guard let index = sums.firstIndex(where: { $0.year.description == year }) else {
            return Text("-")
          }
          let sum = sums[index]
          return Text(
            Numbers.bareReturned(sum.total), signs: state.signs(sum.mark, cautioned: !sum.passes),
            number: index, value: sum.total)
        },
      Item(
        figures: sums.map { state.evidence.figure($0, of: code) },
        opens: Place(.contractors, path: [code, ReturnLevel.all], panel: "measures")))
  }

  /// A department's contingent labour and consultancy by month.
  static func months(_ state: State, of code: String?) -> Panel {
    let months = ReturnMonths(code.map(state.evidence.months) ?? [], nil, state)
    let name = code.map(state.shortName) ?? "department"
    let row = code.flatMap { months.last(state, of: $0) }
    let missing = state.loading == nil ? months.missing : nil
    let odd = row.flatMap { ContractorNotes.odd(months.returned, of: $0.department, state) }
    var panel = Panel(
      "months", "\(name): \(Money.millions) a month", flow: .across,
      items: row.map { row in
        [
          Item(
            state.spendFigure(row),
            opens: Place(
              .contractors, path: [row.body, ReturnLevel.all], panel: "measures"))
        ] + (odd.map { [Item($0)] } ?? [])
          + [missing?.item(row.body, months.name, row.sourceID, state.evidence)].compactMap { $0 }
      } ?? []
    ) { sheet, rect in
      if let loading = state.loading {
        sheet.note(loading.text, in: rect)
        return
      }
      guard !months.rows.isEmpty else {
        sheet.note(
          "No monthly returns of it in these data.", in: rect)
        return
      }
      sheet.curves(
        months.chart(sheet.theme.series(0), in: "\(Money.millions) a month"),
        captions: row.map { row in
          let last = state.spendFigure(row)
          return ["\(row.period): \(last.text) \(state.signs(last))"]
            + (odd.map { ["\(Caution.sign) odd: \($0.text)"] } ?? [])
        } ?? [], in: rect)
    }
    panel.missing = missing
    return panel
  }

  /// The department in focus, however the list is filtered and sorted.
  private func chosenDepartment(_ state: State, _ panel: Panel) -> String? {
    let shown = panel.arranged(state.place.arrangements[panel.id])
    guard !shown.items.isEmpty else { return nil }
    return shown.items[state.chosenItem(in: shown)].destination?.path.first
  }

  /// The claims side by side, since they do not agree.
  private func costs(_ state: State) -> Panel {
    let roles: [Role] = [
      .thirdParties, .contractorMultiple, .contractorCost,
      .employeeCost, .postsToReplace,
      .savingUpTo, .savingPerPost, .impliedMultiple,
    ]
    guard roles.contains(where: { state.evidence.fact($0) != nil }) else {
      return .waiting(
        "costs", "Cost a head", state.evidence.absence(of: .thirdParties))
    }
    return FactList.panel(
      state, id: "costs", title: "Cost a head: claims that disagree (!)",
      facts: roles.compactMap { state.evidence.fact($0) },
      looksFor: "roles of datapackage.json")
  }

  /// What the published multiple would change, where it lies above the model's.
  private func claimedMultiple(_ state: State) -> String {
    guard let fact = state.evidence.fact(.contractorMultiple), let multiple = fact.value,
      multiple > state.central(.contractorCostMultiple)
    else { return "" }
    return
      "At \(Numbers.typed(multiple)) times, \(state.evidence.roles[.review] == nil ? "as published" : "as the review says"), the saving would be larger."
  }

  private func conversion(_ state: State) -> Panel {
    guard let national = state.account?.national else {
      return Panel("conversion", "Converting posts", items: []) { _, _ in }
    }
    let saving = national.gross[.contractors] ?? []
    let cost = national.conversion
    let items = [
      Item(
        state.modelled(
          "gross.contractors@\(state.lastYear)",
          "Saved by converted posts in \(state.lastYear), before overlap",
          "\(Numbers.billions(saving.last ?? 0)) a year, \(state.basisWords)",
          formula: "Posts filled x cost of a civil servant x (contractor multiple - 1), with a "
            + "central multiple of \(Numbers.decimal(state.central(.contractorCostMultiple), places: 2)).",
          note: claimedMultiple(state),
          value: state.accounted(saving.last, Money.billionsAYear, in: state.lastYear))),
      Item(
        state.modelled(
          "total_conversion", "One-off cost of conversion, all years",
          "\(Numbers.billions(cost.reduce(0, +))), \(state.basisWords)",
          formula: "Double running for the handover and recruitment: sum of conversion@YEAR over "
            + "the \(cost.count) years.",
          value: state.accounted(cost.reduce(0, +), Money.billions))),
    ]
    return Panel(
      "conversion", "Converting posts, \(Money.billions): modelled\(state.basisNote)",
      flow: .across,
      items: items
    ) {
      sheet, rect in
      var chart = Curves(labels: state.account?.years ?? [])
      chart.measure = Money.billionsAYear
      chart.curves = [
        state.curve(
          "saving", "gross.contractors", saving, sheet.theme.series(Stream.contractors.colour),
          statistic: state.statistic, unit: chart.measure),
        state.curve(
          "one-off cost", "conversion", cost, sheet.theme.reference, dashed: true,
          statistic: state.statistic, unit: chart.measure),
      ]
      if let ghost = state.ghost(
        "gross.contractors", unit: chart.measure, sheet.theme,
        series: { $0.national.gross[.contractors] ?? [] })
      {
        chart.curves.append(ghost)
      }
      sheet.curves(
        chart,
        captions: [
          "saving \(Numbers.billions(saving.last ?? 0)) M",
          "one-off \(Numbers.billions(cost.reduce(0, +))) M",
        ], in: rect)
    }
  }
}
