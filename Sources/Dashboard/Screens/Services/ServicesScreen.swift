import Figures
import Frames

/// Channels and services, adoption of the shared ones, and data, AI and skills.
struct ServicesScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    [
      FactList.panel(
        state, id: "services", title: "Services and channels",
        facts: state.evidence.facts.filter { $0.theme == .services }),
      adoption(state),
      FactList.panel(
        state, id: "skills", title: "Data, AI and skills",
        facts: state.evidence.facts.filter { $0.theme == .skills }),
      channels(state),
    ]
  }

  func layout(_ state: State, in rect: Rect) -> [String: Rect] {
    if rect.columns < 150 {
      return Accordion.layout(["services", "adoption", "skills", "channels"], state, in: rect)
    }
    let (top, bottom) = rect.split(top: rect.rows / 2)
    let upper = top.columns([1, 1])
    let lower = bottom.columns([1, 1])
    return ["services": upper[0], "adoption": upper[1], "skills": lower[0], "channels": lower[1]]
  }

  private func adoption(_ state: State) -> Panel {
    let rows = state.evidence.rows(.adoption)
      .sorted { ($0.body, $0.measure, $0.asOf) < ($1.body, $1.measure, $1.asOf) }
    return observations(state, rows, .adoption, id: "adoption", title: "Adoption, then and now")
  }

  private func channels(_ state: State) -> Panel {
    observations(
      state, state.evidence.rows(.services), .services, id: "channels",
      title: "Volumes and cost by service")
  }

  private func observations(
    _ state: State, _ rows: [Observation], _ table: ObservationTable, id: String, title: String
  ) -> Panel {
    let evidence = state.evidence
    return Panel(id, title, items: rows.map { Item(evidence.figure($0, in: table)) }) {
      sheet, rect in
      sheet.list(
        [
          Column("of whom", priority: 1, most: 18), Column("measure", flexible: true, least: 24),
          Column("when", priority: 2, most: 18), Column("figure", trailing: true),
          Column("unit", priority: 4, most: 16),
        ],
        rows.map { row in
          [
            Text(state.shortName(row.body)), Text(row.measure), Text(row.period),
            Text("\(row.number) \(row.mark.letter)", sheet.theme.strong),
            Text(Numbers.words(of: row.unit), sheet.theme.muted),
          ]
        }, in: rect)
    }
  }
}
