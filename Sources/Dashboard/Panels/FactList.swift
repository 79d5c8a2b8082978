import Figures
import Frames

/// A list of facts: what, of whom, when, and the number with its mark.
enum FactList {
  /// - Parameter looksFor: what rows it is of, said where there is none: "the theme cyber".
  static func panel(
    _ state: State, id: String, title: String, facts: [Fact], looksFor: String
  ) -> Panel {
    guard !facts.isEmpty else {
      return .waiting(id, title, "Not in these data: rows of facts.csv of \(looksFor).")
    }
    return Panel(id, title, count: facts.count, table: table(state, id, facts))
  }

  private static func table(_ state: State, _ id: String, _ facts: [Fact]) -> Table {
    // Other columns give way before what is measured is cut.
    let least = min(facts.map { displayWidth($0.measure) }.max() ?? 0, 40)
    let evidence = state.evidence
    return state.kept(
      id,
      [
        Column("what, of whom, when", flexible: true, least: least),
        Column("figure", trailing: true), Column("unit", priority: 1, most: 16),
      ], facts, header: .whereRoomy
    ) { fact in
      [
        Text(whole(state, fact)),
        fact.isAbsent
          ? Text(Evidence.absent, .muted, number: 0)
          : Text(state.number(fact), signs: state.signs(fact), number: 0, value: fact.value),
        Text(fact.statement == nil ? Numbers.words(of: fact.unit) : "", .muted),
      ]
    } item: {
      fact in
      Item(evidence.figure(fact))
    }
  }

  /// The same with whom and when it is of, so that no two rows read alike.
  private static func whole(_ state: State, _ fact: Fact) -> String {
    let body = state.shortName(fact.body)
    let words = what(fact)
    return words + (words.contains(body) ? "" : ", \(body)") + ", \(fact.period)"
  }

  /// What is measured; where words stand in place of a number, the words with it.
  static func what(_ fact: Fact) -> String {
    fact.measure + (fact.isAbsent ? "" : fact.statement.map { ": \($0)" } ?? "")
  }
}
