import Figures
import Frames

/// A list of facts: what, of whom, when, and the number with its mark.
enum FactList {
  static func panel(_ state: State, id: String, title: String, facts: [Fact]) -> Panel {
    Panel(
      id, title, items: facts.map { Item(state.evidence.figure($0)) }
    ) { sheet, rect in
      sheet.list(
        [
          Column("what", flexible: true, least: 16),
          Column("of whom", priority: 2),
          Column("when", priority: 3),
          Column("figure", trailing: true),
          Column("", priority: 1),
        ],
        facts.map { fact in
          [
            Text(fact.measure), Text(state.shortName(fact.body)), Text(fact.period),
            Text(short(fact), sheet.theme.strong),
            Text(fact.mark.letter + (fact.conflict.isEmpty ? " " : "!")),
          ]
        }, in: rect, header: rect.rows > 6)
    }
  }

  /// The figure in few words; `text` where only a statement is published.
  static func short(_ fact: Fact) -> String {
    if fact.value == nil && fact.low == nil && fact.high == nil { return "statement" }
    let words = Numbers.words(of: fact.unit)
    let number = Numbers.bare(value: fact.value, low: fact.low, high: fact.high, unit: fact.unit)
    return words.isEmpty || displayWidth(words) > 12 ? number : number + " " + words
  }
}

extension State {
  /// A body's name if it is short, else its code.
  func shortName(_ code: String) -> String {
    guard let body = evidence.body(code), displayWidth(body.name) <= 18 else { return code }
    return body.name
  }
}
