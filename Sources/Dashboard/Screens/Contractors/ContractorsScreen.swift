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
    let departments = departments(state, ContractorYears.all(state))
    return [
      departments, Self.months(state, of: chosenDepartment(state, departments)), costs(state),
      conversion(state),
    ]
  }

  func layout(_ state: State, in rect: Rect) -> [String: Rect] {
    let (top, bottom) = rect.split(top: rect.rows / 2)
    let upper = top.columns([11, 9])
    var places = ["months": upper[1]]
    for id in ["departments", "bodies", "measures", "returns"] { places[id] = upper[0] }
    if rect.columns < 120 {
      return Accordion.layout(["costs", "conversion"], state, in: bottom)
        .merging(places) { first, _ in first }
    }
    let lower = bottom.columns([11, 9])
    return places.merging(["costs": lower[0], "conversion": lower[1]]) { first, _ in first }
  }

  private func departments(_ state: State, _ rows: [ContractorYears.Row]) -> Panel {
    if let loading = state.loading {
      return Panel("departments", "Contingent and consultancy, £m", items: []) { sheet, rect in
        sheet.note(loading.text, in: rect)
      }
    }
    let newest = state.evidence.monthly.newestMonth.flatMap(Periods.month).map { Int($0) } ?? 0
    return Panel(
      "departments", "Contingent and consultancy, £m",
      table: Table(
        [
          Column("department", flexible: true, least: 16), Column("trend", priority: 2),
          Column(rows.first?.year ?? "", trailing: true),
          Column("change D", trailing: true, priority: 1),
        ],
        rows.map { row in
          let name = state.evidence.name(of: row.code)
          let months = state.evidence.monthly.spend(of: row.code, last: 60)
            .map { (month: $0.month, value: $0.spend) }
          return Table.Row(
            [
              Text(name, short: state.briefName(row.code, name)),
              Text(spark: ReturnMonths.sixMonthMeans(months, to: newest)),
              Text(
                ReturnMeasure.bare(row.total),
                signs: state.signs(row.mark, asOf: row.lastMonth), number: 0, value: row.total),
              row.ratio.map { Text(row.change, number: 1, value: $0) } ?? Text("-"),
            ],
            Item(
              figures: [row.figure(state), row.changeFigure(state)].compactMap { $0 },
              opens: Place(.contractors, path: [row.code], panel: "bodies")))
        }))
  }

  private func bodies(_ state: State, _ code: String) -> Panel {
    let rows = state.evidence.bodyYears(of: code)
    // A year that no body has returned in full yet would look like a fall.
    let years = Array(
      Set(rows.filter { ($0.returns ?? 0) >= 11 }.map(\.period)).sorted().suffix(4))
    let latest = years.last ?? ""
    let byPlace = Dictionary(
      rows.map { ("\($0.body) \($0.period)", $0) }, uniquingKeysWith: { first, _ in first })
    func row(_ body: String, _ year: String) -> WorkforceReturn? { byPlace["\(body) \(year)"] }
    let names = Array(Set(rows.map(\.body))).sorted {
      (row($0, latest)?.spend ?? -1, $1) > (row($1, latest)?.spend ?? -1, $0)
    }
    return Panel(
      "bodies", "\(state.shortName(code)): bodies by year, £m",
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
                  return Text(
                    ReturnMeasure.bare(value),
                    signs: spend.mark.letter + (spend.isPartial ? "*" : ""), .plain,
                    number: spent.firstIndex(of: spend), value: value)
                },
              Item(
                figures: spent.map { state.spendFigure($0) },
                opens: Place(.contractors, path: [code, body], panel: "measures")))
          }))
  }

  /// The department as a whole, by the months that are known of it.
  private func allBodies(_ state: State, _ code: String, _ years: [String]) -> Table.Row {
    let sums = years.reversed().compactMap { ContractorYears.row(state, code, year: $0) }
    return Table.Row(
      [Text("All its bodies, by month", .strong)]
        + years.map { year in
          guard let index = sums.firstIndex(where: { $0.year == year }) else { return Text("-") }
          return Text(
            ReturnMeasure.bare(sums[index].total), signs: sums[index].mark.letter,
            number: index, value: sums[index].total)
        },
      Item(
        figures: sums.map { $0.figure(state) },
        opens: Place(.contractors, path: [code, ReturnLevel.all], panel: "measures")))
  }

  /// A department's contingent labour and consultancy by month.
  static func months(_ state: State, of code: String?) -> Panel {
    let months = ReturnMonths(code.map(state.evidence.months) ?? [], nil, state)
    let name = code.map(state.shortName) ?? "department"
    let row = code.flatMap { months.last(state, of: $0) }
    let missing = state.loading == nil ? months.missing : nil
    var panel = Panel(
      "months", "\(name): £m a month", flow: .across,
      items: row.map { row in
        [
          Item(
            state.spendFigure(row),
            opens: Place(
              .contractors, path: [row.body, ReturnLevel.all], panel: "measures"))
        ] + [missing?.item(row.body, months.name, row.sourceID, state.evidence)].compactMap { $0 }
      } ?? []
    ) { sheet, rect in
      if let loading = state.loading {
        sheet.note(loading.text, in: rect)
        return
      }
      guard !months.rows.isEmpty else {
        sheet.note(
          "No monthly returns: they cover the departments of central government.", in: rect)
        return
      }
      sheet.curves(
        months.chart(sheet.theme.series(0), in: "£m a month"),
        captions: row.map {
          ["\($0.period): \(ReturnMeasure.pounds($0.spend ?? 0)) \($0.mark.letter)"]
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

  /// Three times, and £500m for 7,000 posts: side by side, since they do not agree.
  private func costs(_ state: State) -> Panel {
    let ids = [
      "contractors.third_party_spend", "contractors.cost_multiple", "contractors.cost_contractor",
      "contractors.cost_civil_servant", "contractors.posts_to_replace",
      "contractors.saving_up_to", "contractors.saving_per_post", "contractors.implied_multiple",
    ]
    return FactList.panel(
      state, id: "costs", title: "Cost a head: claims that disagree (!)",
      facts: ids.compactMap { state.evidence.fact($0) })
  }

  private func conversion(_ state: State) -> Panel {
    guard let national = state.projection?.national else {
      return Panel("conversion", "Converting posts", items: []) { _, _ in }
    }
    let saving = national.gross[.contractors] ?? []
    let cost = national.conversion
    let items = [
      Item(
        state.modelled(
          "gross.contractors@\(state.lastYear)",
          "Saved by converted posts in \(state.lastYear), before overlap",
          "\(Numbers.billions(saving.last ?? 0)) a year, central case",
          formula: "Posts filled x cost of a civil servant x (contractor multiple - 1), with a "
            + "multiple of \(Numbers.decimal(state.central(.contractorCostMultiple), places: 2)).",
          note: "At 3 times, as the review says, the saving would be larger.",
          value: .central(saving.last, "£bn a year", in: state.lastYear))),
      Item(
        state.modelled(
          "total_conversion", "One-off cost of conversion, all years",
          "\(Numbers.billions(cost.reduce(0, +))), central case",
          formula: "Double running for the handover and recruitment: sum of conversion@YEAR over "
            + "the \(cost.count) years.",
          value: .central(cost.reduce(0, +), "£bn"))),
    ]
    return Panel("conversion", "Converting posts, £bn: modelled", flow: .across, items: items) {
      sheet, rect in
      var chart = Curves(labels: state.projection?.years ?? [])
      chart.measure = "£bn a year"
      chart.curves = [
        state.curve(
          "saving", "gross.contractors", saving, sheet.theme.series(0), unit: chart.measure),
        state.curve(
          "one-off cost", "conversion", cost, sheet.theme.series(3), dashed: true,
          unit: chart.measure),
      ]
      sheet.curves(
        chart,
        captions: [
          "saving \(Numbers.billions(saving.last ?? 0)) M",
          "one-off \(Numbers.billions(cost.reduce(0, +))) M",
        ], in: rect)
    }
  }
}
