import Figures
import Frames

/// A list of facts: what, of whom, when, and the number with its mark.
enum FactList {
  static func panel(
    _ state: State, id: String, title: String, facts: [Fact]
  ) -> Panel {
    Panel(id, title, count: facts.count, table: table(state, facts))
  }

  private static func table(_ state: State, _ facts: [Fact]) -> Table {
    // Other columns give way before what is measured is cut.
    let least = min(facts.map { displayWidth($0.measure) }.max() ?? 0, 40)
    let evidence = state.evidence
    return Table(
      [
        Column("what", flexible: true, least: least), Column("of whom", priority: 2, most: 18),
        Column("when", priority: 3, most: 18), Column("figure", trailing: true),
        Column("unit", priority: 4, most: 16),
      ],
      facts.map { fact in
        Table.Row(
          [
            Text(fact.measure), Text(state.shortName(fact.body)), Text(fact.period),
            Text(state.cell(fact), signs: state.signs(fact), number: 0, value: fact.value),
            Text(Numbers.words(of: fact.unit), .muted),
          ], Item(evidence.figure(fact)))
      }, header: .whereRoomy)
  }
}
