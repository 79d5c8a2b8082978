import Analytics
import Figures
import Frames

/// All organisations as a table that can be sorted by each of its columns.
struct DepartmentsScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    let rows = DepartmentRow.all(state)
    guard let sector = state.place.path.first else {
      return [table(state, rows, "Organisations"), SectorPanel.panel(state)]
    }
    return [
      table(
        state, rows.filter { $0.organisation.sector == sector },
        "Organisations of the sector \(sector)")
    ]
  }

  private func table(_ state: State, _ rows: [DepartmentRow], _ title: String) -> Panel {
    Panel(
      "departments", title, count: rows.count,
      table: Table(
        DepartmentColumn.allCases.map { column in
          Column(
            column.heading, trailing: column != .name, flexible: column == .name,
            priority: column.priority, least: 26)
        },
        rows.map { $0.row(state) },
        order: (DepartmentColumn.benefit.place, true)))
  }

  func layout(_ state: State, in rect: Rect) -> [String: Rect] {
    guard state.place.path.isEmpty else { return ["departments": rect] }
    let sectors = SectorPanel.sectors(state).count
    guard rect.rows >= state.inputs.organisations.count + sectors + 6 else {
      return Accordion.layout(["departments", "sectors"], state, in: rect, unfolds: false)
    }
    let (top, bottom) = rect.split(top: rect.rows - sectors - 3)
    return ["departments": top, "sectors": bottom]
  }
}

/// A column of the table of departments.
enum DepartmentColumn: String, CaseIterable, Hashable, Sendable {
  case name, benefit, cash, cost, npsv, staff, contractors, redRated

  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  var heading: String {
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
  let organisation: Organisation
  private let series: OrganisationSeries?
  private let contractors: ContractorYear?
  private let staff, red: Observation?

  /// All rows, the largest benefit first.
  static func all(_ state: State) -> [DepartmentRow] {
    state.inputs.organisations.map { organisation in
      let code = organisation.code
      return DepartmentRow(
        organisation: organisation, series: state.series(of: code),
        contractors: state.evidence.contractorYear(of: code),
        staff: state.latest(.workforce, DepartmentFigures.staff, of: code),
        red: state.latest(.legacy, "Red-rated legacy systems", of: code))
    }.sorted {
      ($0.series?.benefit.last ?? 0, $1.organisation.code)
        > ($1.series?.benefit.last ?? 0, $0.organisation.code)
    }
  }

  func row(_ state: State) -> Table.Row {
    // Modelled columns first, then what is published of this one, each the next of its numbers.
    var next = 4
    func cell(
      _ value: Double?, _ text: (Double) -> String, at place: Int? = nil, signs: String = ""
    ) -> Text {
      guard let value else { return Text("-") }
      let number = place ?? next
      if place == nil { next += 1 }
      return signs.isEmpty
        ? Text(text(value), number: number, value: value)
        : Text(text(value), signs: signs, .plain, number: number, value: value)
    }
    let cells = [
      Text(organisation.name, short: state.briefName(organisation.code, organisation.name)),
      cell(series?.benefit.last, { Numbers.billions($0) }, at: 0).strong,
      cell(cash, { Numbers.billions($0) }, at: 1),
      cell(series?.cost.last, { Numbers.billions($0) }, at: 2),
      cell(series?.npsv, { Numbers.billions($0) }, at: 3),
      cell(
        staff?.value, { Numbers.decimal($0, places: 0) }, signs: staff.map(state.signs) ?? ""),
      cell(
        contractors?.total, { Numbers.bareReturned($0) },
        signs: contractors.map {
          state.signs($0.mark, asOf: $0.year.lastMonth, cautioned: !$0.passes)
        } ?? ""),
      cell(red?.value, { Numbers.count($0) }, signs: red.map(state.signs) ?? ""),
    ]
    return Table.Row(
      cells,
      Item(figures: figures(state), opens: Place(.department, path: [organisation.code])))
  }

  private var cash: Double? {
    series.map { ($0.cash.last ?? 0) + ($0.exchequer.last ?? 0) }
  }

  private func figures(_ state: State) -> [Figure] {
    let code = organisation.code
    func modelled(
      _ series: String, _ label: String, _ value: Double?, _ unit: String, formula: String
    ) -> Figure {
      state.modelled(
        series, "\(label), \(organisation.name)",
        Numbers.billions(value ?? 0) + "\(unit), central case", formula: formula)
    }
    let last = state.lastYear
    return [
      modelled(
        "\(code).benefit@\(last)", "Benefit in \(last)", series?.benefit.last, " a year",
        formula: "This project's allocation of each stream by its key, through adoption, "
          + "realisation and overlap. The review publishes no split."),
      modelled(
        "\(code).cash_and_exchequer@\(last)", "Cash and Exchequer in \(last)", cash, " a year",
        formula: "Cash-releasing benefit and Exchequer benefit of the year."),
      modelled(
        "\(code).cost@\(last)", "Cost in \(last)", series?.cost.last, " a year",
        formula: "Investment, running, conversion and remediation of the year."),
      modelled(
        "\(code).npsv", "Net present social value", series?.npsv, "",
        formula: "Present value of benefit less present value of cost."),
    ]
      + [
        staff.map { state.evidence.figure($0, in: .workforce) },
        contractors.map { state.evidence.figure($0, of: code) },
        red.map { state.evidence.figure($0, in: .legacy) },
      ].compactMap { $0 }
  }
}

extension Text {
  fileprivate var strong: Text {
    var text = self
    text.tone = .strong
    return text
  }
}
