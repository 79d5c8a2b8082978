import Analytics
import Figures
import Frames

/// The way from a department down to what was returned: its bodies, a body's measures, the years
/// of a measure; and of all bodies together the months.
struct ReturnLevel {
  /// Stands in a path for all bodies of the department, whose months are known.
  static let all = "all"

  let department: String
  /// Code of the body; nil for all of them together.
  let body: String?
  /// What was returned, oldest first: months of the department or years of the body.
  let rows: [WorkforceReturn]
  /// The periods that can stand beside one another: whole years, and months of years of which
  /// nearly all was returned. The newest months come in body by body.
  private let whole: Set<String>

  /// The level that a path of Contractors leads to, from a body down; nil above.
  init?(_ state: State) {
    let path = state.place.path
    guard path.count >= 2 else { return nil }
    department = path[0]
    body = path[1] == Self.all ? nil : path[1]
    let code = path[1]
    rows =
      body == nil
      ? state.evidence.months(of: path[0])
      : state.evidence.bodyYears.filter { $0.body == code && $0.department == path[0] }
        .sorted { $0.period < $1.period }
    whole =
      body == nil
      ? Set(rows.map(\.period).filter(ReturnMonths.whole(state, of: path[0])))
      : Set(rows.filter { ($0.returns ?? 12) >= 12 }.map(\.period))
  }

  private func isWhole(_ row: WorkforceReturn) -> Bool { whole.contains(row.period) }

  /// The measures that anything was returned of.
  var measures: [ReturnMeasure] {
    ReturnMeasure.allCases.filter { measure in rows.contains { measure.value($0) != nil } }
  }

  /// What was returned of each measure: the newest and the one before it, with their years on end.
  func measuresPanel(_ state: State) -> Panel {
    let whole = rows.filter(isWhole)
    let name = body.map(state.evidence.name(of:)) ?? state.evidence.name(of: department)
    return Panel(
      "measures", body == nil ? "\(name), all bodies: newest month" : "\(name): newest year",
      table: Table(
        [
          Column("measure", flexible: true, least: 14), Column("trend", priority: 2),
          Column("period", priority: 1), Column("figure", trailing: true),
          Column("unit", priority: 3),
        ],
        measures.compactMap { measure in
          guard let last = whole.last(where: { measure.value($0) != nil }),
            let value = measure.value(last)
          else { return nil }
          let months = ReturnMonths(rows, measure, state)
          let years = Periods.filled(
            whole.map { (period: $0.period, value: measure.value($0)) }, by: .year)
          return Table.Row(
            [
              Text(measure.label),
              Text(
                spark: body == nil
                  ? months.sixMonthMeans
                  : years.suffix(10).map(\.value)),
              Text(last.period),
              Text(
                measure.text(value), signs: state.signs(state.figure(last, measure)), number: 0,
                value: value),
              Text(measure.isMoney ? "" : "FTE", .muted),
            ],
            Item(
              state.figure(last, measure),
              opens: Place(
                .contractors, path: [department, body ?? Self.all, measure.rawValue],
                panel: "returns")))
        }, header: .whereRoomy))
  }

  /// Every return of one measure, the newest first: the facts themselves.
  func returnsPanel(_ state: State, _ measure: ReturnMeasure) -> Panel {
    let name = body.map(state.evidence.name(of:)) ?? state.evidence.name(of: department)
    return Panel(
      "returns", "\(measure.label), \(name)",
      table: Table(
        [
          Column(body == nil ? "month" : "year", flexible: true, least: 8),
          Column(body == nil ? "bodies" : "months", trailing: true, priority: 1),
          Column("figure", trailing: true), Column("unit", priority: 2),
        ],
        rows.reversed().compactMap { row in
          guard let value = measure.value(row) else { return nil }
          let figure = state.figure(row, measure)
          return Table.Row(
            [
              Text(row.period),
              Text(row.returns.map { "\($0)" } ?? "-", value: row.returns.map(Double.init)),
              Text(
                measure.text(value), signs: state.signs(figure), number: 0, value: value),
              Text(measure.isMoney ? "" : "FTE", .muted),
            ], Item(figure))
        },
        note: Note("\(Caution.sign) incomplete or odd: the source card says what is odd.")))
  }

  /// One measure, or contingent labour and consultancy together, over its months or years.
  func chart(_ state: State, _ measure: ReturnMeasure?) -> Panel {
    let name = body.map(state.shortName) ?? state.shortName(department)
    let unit = measure?.isMoney == false ? "FTE" : Money.millions
    let title = "\(name): \(unit) a \(body == nil ? "month" : "year")"
    return body == nil ? months(state, measure, title) : years(state, measure, title)
  }

  private func months(_ state: State, _ measure: ReturnMeasure?, _ title: String) -> Panel {
    let months = ReturnMonths(rows, measure, state)
    guard let last = months.last(state, of: department) else { return nothing(title) }
    let figure = figure(state, last, measure)
    let missing = months.missing
    let items = [
      Item(figure), missing?.item(department, months.name, last.sourceID, state.evidence),
    ].compactMap { $0 }
    var panel = Panel("months", title, flow: .across, items: items) { sheet, rect in
      let unit = measure?.isMoney == false ? "FTE" : "\(Money.millions) a month"
      sheet.curves(
        months.chart(sheet.theme.series(0), in: unit),
        captions: ["\(last.period): \(figure.text) \(last.mark.letter)"], in: rect)
    }
    panel.missing = missing
    return panel
  }

  /// Whole years, with a blank for each that is not there or is no whole one.
  private func years(_ state: State, _ measure: ReturnMeasure?, _ title: String) -> Panel {
    let shown = Periods.filled(
      rows.filter(isWhole).map { row in
        (period: row.period, value: (measure.map { $0.value(row) } ?? row.spend).map { (row, $0) })
      }, by: .year)
    let known = shown.compactMap(\.value?.0)
    guard let last = known.last else { return nothing(title) }
    let missing = MissingPeriods(shown, by: .year)
    let item = missing?.item(
      last.body, measure?.label ?? ReturnMeasure.both, last.sourceID, state.evidence)
    var panel = Panel(
      "months", title, flow: .across, initialItem: known.count - 1,
      items: known.map { Item(figure(state, $0, measure)) } + [item].compactMap { $0 }
    ) { sheet, rect in
      sheet.columns(
        shown.map { ($0.period, $0.value?.1) }, in: rect, format: Numbers.bareReturned)
    }
    panel.missing = missing
    panel.charts = {
      [
        DrawnCharts.columns(
          title,
          unit: measure?.isMoney == false ? "full-time equivalents" : "\(Money.millions) a year",
          shown.map { year in
            (year.period, year.value?.1, year.value.map { figure(state, $0.0, measure).id } ?? "")
          }, missing: missing.map { $0.named + "." } ?? "")
      ]
    }
    return panel
  }

  private func figure(_ state: State, _ row: WorkforceReturn, _ measure: ReturnMeasure?) -> Figure {
    measure.map { state.figure(row, $0) } ?? state.spendFigure(row)
  }

  private func nothing(_ title: String) -> Panel {
    Panel("months", title, items: []) { sheet, rect in
      sheet.note("No whole year of it was returned.", in: rect)
    }
  }
}
