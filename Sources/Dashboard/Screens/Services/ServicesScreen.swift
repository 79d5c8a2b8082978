import Figures
import Frames

/// Channels and services, what a contact costs, adoption of the shared services, and data, AI and
/// skills.
struct ServicesScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    [
      ServiceCards.panel(state), channels(state), AdoptionPanels.curve(state),
      AdoptionPanels.list(state), digitalID(state), bodies(state), unitCosts(state),
      transactions(state), skills(state), professions(state),
    ]
  }

  func layout(_ panels: [Panel], _ state: State, in rect: Rect) -> [String: Rect] {
    if rect.columns >= 100 {
      return PanelColumns(
        [
          [ServiceCards.id, "adoption", "digitalid", "transactions"],
          ["channels", "curve", "bodies", "costs", "skills", "professions"],
        ], weights: [4, 3], whole: [ServiceCards.id]
      ).layout(panels, state, in: rect)
    }
    return PanelColumns([panels.map(\.id)]).layout(panels, state, in: rect)
  }

  private static let unitCost = "Unit cost by channel: "

  /// What the other panels do not show.
  private func channels(_ state: State) -> Panel {
    let evidence = state.evidence
    let unitCosts = evidence.rows(.services).filter { $0.measure.hasPrefix(Self.unitCost) }
    let shown = Set(
      (evidence.rows(.adoption) + unitCosts).map(\.factID) + evidence.facts(.digitalID).map(\.id))
    return FactList.panel(
      state, id: "channels", title: "Channels and services",
      facts: evidence.facts.filter { $0.theme == .services && !shown.contains($0.id) },
      looksFor: "the theme services")
  }

  /// Digital ID: what it is forecast to cost, what is said of it, and what was not found.
  private func digitalID(_ state: State) -> Panel {
    FactList.panel(
      state, id: "digitalid", title: "Digital ID",
      facts: state.evidence.facts(.digitalID),
      looksFor: "ids that begin with what the role digital_id in datapackage.json says")
  }

  private func bodies(_ state: State) -> Panel {
    Pivot(
      table: .services,
      measures: [
        .init(name: "Transactions a year", heading: "a year 2016-17", period: "2016-17"),
        .init(
          name: "Digital share of transactions", heading: "digital 2016-17", period: "2016-17",
          priority: 1),
        .init(
          name: "Complex repetitive transactions a year", heading: "complex 2024", priority: 2),
        .init(
          name: "Routine share of tasks, weighted by volume", heading: "routine 2024", priority: 3),
      ]
    ).panel(
      state, id: "bodies", title: "Services by department: transactions",
      note: Note("No newer count of transactions by department is in the data."))
  }

  /// What a contact costs by the channel that it comes through.
  private func unitCosts(_ state: State) -> Panel {
    let prefix = Self.unitCost
    let evidence = state.evidence
    let rows = evidence.rows(.services)
      .filter { $0.measure.hasPrefix(prefix) && $0.value != nil }
      .sorted { ($0.value ?? 0, $1.measure) > ($1.value ?? 0, $0.measure) }
    guard !rows.isEmpty else {
      return .waiting(
        "costs", "What a contact costs", evidence.absence(of: [prefix + "…"], in: .services))
    }
    return Panel(
      "costs", "What a contact costs, \(Money.sign)",
      bars: Bars(
        rows.map { row in
          let channel = row.measure.dropFirst(prefix.count)
          return Bars.Row(
            BarRow(
              "\(channel), \(state.shortName(row.body)), \(row.period)", short: String(channel),
              value: row.value ?? 0, text: row.number, signs: state.signs(row), series: 0),
            Item(evidence.figure(row, in: .services)))
        }))
  }

  /// The services whose cost a transaction was published.
  private func transactions(_ state: State) -> Panel {
    let prefix = "Cost per transaction: "
    let evidence = state.evidence
    let rows = evidence.rows(.services).filter { $0.measure.hasPrefix(prefix) }
      .sorted { ($0.value ?? 0, $1.measure) > ($1.value ?? 0, $0.measure) }
    guard !rows.isEmpty else {
      return .waiting(
        "transactions", "Cost per transaction by service",
        evidence.absence(of: [prefix + "…"], in: .services))
    }
    return Panel(
      "transactions", "Cost per transaction by service",
      table: Table(
        [
          Column("service", flexible: true, least: 20), Column("of whom", priority: 1, most: 18),
          Column("when", priority: 2), Column(Money.sign, trailing: true),
        ],
        rows.map { row in
          Table.Row(
            [
              Text(String(row.measure.dropFirst(prefix.count))), Text(state.shortName(row.body)),
              Text(row.period),
              Text(row.number, signs: state.signs(row), number: 0, value: row.value),
            ], Item(evidence.figure(row, in: .services)))
        }))
  }

  private func skills(_ state: State) -> Panel {
    FactList.panel(
      state, id: "skills", title: "Data, AI and skills",
      facts: state.evidence.facts.filter {
        $0.theme == .skills && $0.measure != Self.heads && $0.measure != Self.shareOfStaff
      }, looksFor: "the theme skills")
  }

  private static let heads = "Digital profession headcount"
  private static let shareOfStaff = "Digital share of civil servants"

  /// The digital profession by department: heads in two years and share of civil servants.
  private func professions(_ state: State) -> Panel {
    Pivot(
      table: .workforce,
      measures: [
        .init(
          name: Self.heads, heading: "people 2023", period: "2023-03-31"),
        .init(
          name: Self.heads, heading: "people 2022", period: "2022-03-31",
          priority: 1),
        .init(name: Self.shareOfStaff, heading: "share 2023", priority: 2),
      ]
    ).panel(state, id: "professions", title: "Digital profession by department")
  }
}
