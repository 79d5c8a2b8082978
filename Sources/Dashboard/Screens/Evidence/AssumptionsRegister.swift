import Analytics
import Figures
import Frames

/// Every assumption in the fields of the Aqua Book's assumptions log: what, how reliable, when,
/// why and who; its impact is the model's to say (the tornado of the Lab).
enum AssumptionsRegister {
  static func panel(_ state: State) -> Panel {
    Panel(
      "assumptions", "Assumptions register",
      table: Table(
        [
          Column("what", flexible: true, least: 18), Column("P10", trailing: true, priority: 2),
          Column("P50", trailing: true), Column("P90", trailing: true, priority: 2),
          Column("unit", priority: 3, most: 14), Column("reliable", priority: 1),
          Column("who says so", priority: 4, most: 30),
        ],
        state.inputs.assumptions.map { row($0, state) }))
  }

  private static func row(_ row: AssumptionSpec, _ state: State) -> Table.Row {
    let range = state.scenario.assumptions[row.id] ?? row.range
    let changed = range != row.range
    return Table.Row(
      [
        Text((changed ? "*" : "") + "\(row.short): \(row.label)"), Text(Numbers.typed(range.p10)),
        Text(
          Numbers.typed(range.p50), signs: state.signs(of: row), number: 0, value: range.p50),
        Text(Numbers.typed(range.p90)), Text(row.unit, .muted),
        Text(
          "\(row.confidence.rawValue) \(row.confidence.meaning)", short: row.confidence.rawValue),
        Text(row.source, .muted),
      ], Item(AssumptionsPanel.figure(state, row)))
  }
}
