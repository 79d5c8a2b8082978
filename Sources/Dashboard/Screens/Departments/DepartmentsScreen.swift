import Analytics
import Figures
import Frames

/// All organisations as a table that can be sorted by each of its columns.
struct DepartmentsScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    let rows = DepartmentRow.all(state)
    guard let sector = state.place.path.first else {
      return [
        table(state, rows, "Organisations, \(state.basisWords) in \(state.lastYear)"),
        SectorPanel.panel(state), BankGauge.panel(state),
      ]
    }
    return [
      table(
        state, rows.filter { $0.organisation.sector == sector },
        "Organisations of the sector \(sector), \(state.basisWords) in \(state.lastYear)")
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

  func layout(_ panels: [Panel], _ state: State, in rect: Rect) -> [String: Rect] {
    PanelColumns([["departments", "sectors", BankGauge.id]]).layout(panels, state, in: rect)
  }
}

/// A column of the table of departments.
enum DepartmentColumn: String, CaseIterable, Hashable, Sendable {
  case name, benefit, range, cash, exchequer, cost, npsv, worth, staff, contractors, redRated

  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  var heading: String {
    switch self {
    case .name: "organisation"
    case .benefit: "benefit M"
    case .range, .worth: "8 in 10 runs"
    case .cash: "cash M"
    case .exchequer: Money.purse.capitalised + " M"
    case .cost: "cost M"
    case .npsv: "net value M"
    case .staff: "staff FTE"
    case .contractors: "contr. \(Money.millions)"
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
    case .exchequer: 4
    case .contractors: 5
    case .redRated: 6
    case .staff: 7
    case .worth: 8
    case .range: 9
    }
  }
}

/// One organisation with the numbers of the table.
struct DepartmentRow {
  let organisation: Organisation
  private let account: OrganisationAccount?
  private let draws: OrganisationUncertainty?
  private let contractors: ContractorYear?
  private let staff, red: Observation?

  /// All rows, the largest benefit first.
  static func all(_ state: State) -> [DepartmentRow] {
    state.inputs.organisations.map { organisation in
      let code = organisation.code
      return DepartmentRow(
        organisation: organisation, account: state.account(of: code),
        draws: state.uncertainty?.organisations.first { $0.code == code },
        contractors: state.evidence.contractorYear(of: code),
        staff: DepartmentIdentity.staff(state, code),
        red: state.latest(.legacy, "Red-rated legacy systems", of: code))
    }.sorted {
      ($0.account?.benefit ?? 0, $1.organisation.code)
        > ($1.account?.benefit ?? 0, $0.organisation.code)
    }
  }

  func row(_ state: State) -> Table.Row {
    // Modelled columns first, then what is published of this one, each the next of its numbers.
    var next = 5
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
      cell(account?.benefit, { Numbers.billions($0) }, at: 0).strong,
      spread(draws?.finalBenefit, at: 0),
      cell(account?.cash, { Numbers.billions($0) }, at: 1),
      cell(account?.exchequer, { Numbers.billions($0) }, at: 2),
      cell(account?.cost, { Numbers.billions($0) }, at: 3),
      cell(account?.npsv, { Numbers.billions($0) }, at: 4), spread(draws?.npsv, at: 4),
      cell(
        staff?.value, { Numbers.telling($0, places: 0) }, signs: staff.map(state.signs) ?? ""),
      cell(
        contractors?.total, { Numbers.bareReturned($0) },
        signs: contractors.map {
          state.signs($0.mark, asOf: $0.year.lastMonth, cautioned: !$0.passes)
        } ?? ""),
      cell(red?.value, { _ in red?.number ?? "" }, signs: red.map(state.signs) ?? ""),
    ]
    return Table.Row(
      cells,
      Item(figures: figures(state), opens: Place(.department, path: [organisation.code])))
  }

  /// Where eight in ten runs lie, sorted by the middle of it.
  private func spread(_ summary: Summary?, at place: Int) -> Text {
    guard let low = summary?.p10, let high = summary?.p90 else { return Text("-") }
    return Text(
      "\(Numbers.billions(low)) to \(Numbers.billions(high))", .muted, number: place,
      value: (low + high) / 2)
  }

  private func figures(_ state: State) -> [Figure] {
    let code = organisation.code
    func modelled(
      _ series: String, _ label: String, _ value: Double?, _ unit: String,
      _ summary: Summary? = nil, formula: String
    ) -> Figure {
      state.modelled(
        series, "\(label), \(organisation.name)",
        Numbers.billions(value ?? 0) + "\(unit), \(state.basisWords)"
          + (summary?.spread.map { "; \($0)" } ?? ""), formula: formula,
        value: summary?.value(
          "\(Money.billions)\(unit)", of: code, in: unit.isEmpty ? "" : state.lastYear)
          ?? state.accounted(
            value, "\(Money.billions)\(unit)", of: code, in: unit.isEmpty ? "" : state.lastYear))
    }
    let last = state.lastYear
    return [
      modelled(
        "\(code).benefit@\(last)", "Benefit in \(last)", account?.benefit, " a year",
        draws?.finalBenefit,
        formula: "This project's allocation of each stream by its key, through adoption, "
          + "realisation and overlap; not a published split."),
      modelled(
        "\(code).cash@\(last)", "Cash-releasing benefit in \(last)", account?.cash, " a year",
        formula: "What can leave a budget: cash shares of automation and channels, contractors, "
          + "and legacy spending below today's."),
      modelled(
        "\(code).exchequer@\(last)", "\(Money.purse.capitalised) benefit in \(last)",
        account?.exchequer,
        " a year",
        formula: "Fraud and error prevented: annually managed spending and receipts, not a "
          + "departmental budget."),
      modelled(
        "\(code).cost@\(last)", "Cost in \(last)", account?.cost, " a year",
        formula: "Investment, running, conversion and remediation of the year."),
      modelled(
        "\(code).npsv", "Net present social value", account?.npsv, "", draws?.npsv,
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
