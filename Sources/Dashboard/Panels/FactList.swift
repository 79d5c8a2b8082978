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
            Text(what(fact)), Text(state.shortName(fact.body)), Text(fact.period),
            fact.isAbsent
              ? Text(Evidence.absent, .muted, number: 0)
              : Text(state.number(fact), signs: state.signs(fact), number: 0, value: fact.value),
            Text(fact.statement == nil ? Numbers.words(of: fact.unit) : "", .muted),
          ], Item(evidence.figure(fact)))
      }, header: .whereRoomy)
  }

  /// What is measured; where words stand in place of a number, the words with it.
  static func what(_ fact: Fact) -> String {
    fact.measure + (fact.isAbsent ? "" : fact.statement.map { ": \($0)" } ?? "")
  }
}
