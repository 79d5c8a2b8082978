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
    Panel(id, title, items: rows.map { Item(state.evidence.figure($0, in: table)) }) {
      sheet, rect in
      sheet.list(
        [
          Column("service or body", flexible: true, least: 10),
          Column("measure"), Column("when", priority: 1), Column("figure", trailing: true),
          Column("", priority: 2),
        ],
        rows.map { row in
          [
            Text(state.shortName(row.body)),
            Text(truncated(row.measure, to: max(rect.columns / 3, 12))), Text(row.period),
            Text(
              Numbers.bare(value: row.value, low: row.low, high: row.high, unit: row.unit),
              sheet.theme.strong), Text(row.mark.letter),
          ]
        }, in: rect)
    }
  }
}
