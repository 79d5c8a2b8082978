import Analytics
import Figures
import Frames

/// All organisations as a table that can be sorted by each of its columns.
struct DepartmentsScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    let rows = DepartmentRow.sorted(state)
    let order = state.sortReversed != (state.sort == .name) ? "rising" : "falling"
    return [
      Panel(
        "departments", "Organisations by \(state.sort.title), \(order)",
        items: rows.map { row in
          Item(row.figure(state), opens: Place(.department, path: [row.organisation.code]))
        }
      ) { sheet, rect in
        sheet.list(
          DepartmentColumn.allCases.map { column in
            Column(
              (column == state.sort ? "*" : "") + column.heading(state),
              trailing: column != .name, flexible: column == .name, priority: column.priority,
              least: 22)
          },
          rows.map { row in
            DepartmentColumn.allCases.map { column in
              let text = row.text(column)
              return Text(
                text, column == state.sort ? sheet.theme.strong : nil,
                short: column == .name ? row.organisation.code : nil)
            }
          }, in: rect)
      }
    ]
  }

  func layout(_ state: State, in rect: Rect) -> [String: Rect] { ["departments": rect] }
}

extension DepartmentColumn {
  /// The column's name in the panel's title.
  var title: String {
    switch self {
    case .name: "name"
    case .benefit: "benefit in the last year"
    case .cash: "cash in the last year"
    case .cost: "cost in the last year"
    case .npsv: "net present social value"
    case .staff: "staff"
    case .contractors: "contractor spend"
    case .redRated: "red-rated systems"
    }
  }

  func heading(_ state: State) -> String {
    switch self {
    case .name: "organisation"
    case .benefit: "benefit M"
    case .cash: "cash M"
    case .cost: "cost M"
    case .npsv: "NPSV M"
    case .staff: "staff FTE"
    case .contractors: "contr. £m"
    case .redRated: "red-rated"
    }
  }

  /// Which columns go first when there is not enough room.
  var priority: Int {
    switch self {
    case .name, .benefit: 0
    case .npsv: 1
    case .cost: 2
    case .cash: 3
    case .contractors: 4
    case .redRated: 5
    case .staff: 6
    }
  }
}

/// One organisation with the numbers of the table.
struct DepartmentRow {
  var organisation: Organisation
  private var values: [DepartmentColumn: Double]
  private var texts: [DepartmentColumn: String]

  func text(_ column: DepartmentColumn) -> String { texts[column] ?? "-" }

  func figure(_ state: State) -> Figure {
    state.modelled(
      "\(organisation.code).benefit", "Benefit in \(state.lastYear), \(organisation.name)",
      "\(text(.benefit)) a year; cash \(text(.cash)), cost \(text(.cost)), net present social "
        + "value \(text(.npsv)); central case",
      formula: "This project's allocation of each stream by its key, through adoption, realisation "
        + "and overlap. The review publishes no split.")
  }

  /// All rows in the order that the state asks for; rows without the number come last.
  static func sorted(_ state: State) -> [DepartmentRow] {
    let contractors = Dictionary(
      uniqueKeysWithValues: ContractorYears.all(state).map { ($0.code, $0) })
    let rows = state.inputs.organisations.map { row($0, state, contractors[$0.code]) }
    if state.sort == .name {
      let named = rows.sorted { $0.organisation.name < $1.organisation.name }
      return state.sortReversed ? named.reversed() : named
    }
    return rows.enumerated().sorted { left, right in
      switch (left.element.values[state.sort], right.element.values[state.sort]) {
      case (let a?, let b?) where a != b: state.sortReversed ? a < b : a > b
      case (_?, nil): true
      case (nil, _?): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }

  private static func row(
    _ organisation: Organisation, _ state: State, _ contractors: ContractorYears.Row?
  ) -> DepartmentRow {
    var row = DepartmentRow(organisation: organisation, values: [:], texts: [:])
    func put(_ column: DepartmentColumn, _ value: Double?, _ text: String) {
      row.values[column] = value
      row.texts[column] = value == nil ? "-" : text
    }
    row.texts[.name] = organisation.name
    let series = state.series(of: organisation.code)
    let cash = series.map { ($0.cash.last ?? 0) + ($0.exchequer.last ?? 0) }
    put(.benefit, series?.benefit.last, Numbers.billions(series?.benefit.last ?? 0))
    put(.cash, cash, Numbers.billions(cash ?? 0))
    put(.cost, series?.cost.last, Numbers.billions(series?.cost.last ?? 0))
    put(.npsv, series?.npsv, Numbers.billions(series?.npsv ?? 0))
    let staff = state.latest(.workforce, DepartmentFigures.staff, of: organisation.code)?.value
    put(.staff, staff, Numbers.decimal(staff ?? 0, places: 0))
    put(
      .contractors, contractors?.total,
      Numbers.decimal(contractors?.total ?? 0, places: 0) + " D")
    let red = state.latest(.legacy, "Red-rated legacy systems", of: organisation.code)?.value
    put(.redRated, red, Numbers.count(red ?? 0) + " R")
    return row
  }
}
