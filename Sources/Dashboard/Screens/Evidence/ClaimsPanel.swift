import Figures
import Frames

/// Claim against claim: figures that contradict one another or are easily taken for one another,
/// group by group, with why they differ in a sentence.
enum ClaimsPanel {
  static let id = "disputes"
  static let title = "Claim against claim"

  static func panel(_ state: State) -> Panel {
    Panel(
      id, title, count: state.evidence.facts.count { !$0.conflict.isEmpty },
      made: {
        let groups = groups(state)
        let table = table(state, groups)
        let told = groups.flatMap { group in group.map { _ in group } }
        return Panel.Made(items: table.rows.map(\.item), content: .table(table)) { sheet, rect in
          sheet.list(
            table, telling: { sentences(told[$0], state) }, rows: rect.rows / 2, in: rect)
        }
      }
    ).telling(least: 10, more: 6)
  }

  /// The facts of each dispute in the order of the data; what only repeats another stays with it.
  static func groups(_ state: State) -> [[Fact]] {
    var order: [String] = []
    var found: [String: [Fact]] = [:]
    for fact in state.evidence.facts where !fact.conflict.isEmpty {
      if found[fact.conflict] == nil { order.append(fact.conflict) }
      found[fact.conflict, default: []].append(fact)
    }
    return order.compactMap { found[$0] }
  }

  private static func table(_ state: State, _ groups: [[Fact]]) -> Table {
    let evidence = state.evidence
    return state.kept(
      id,
      [
        Column("what", flexible: true, least: 24), Column("of whom", priority: 2, most: 16),
        Column("when", priority: 1, most: 14), Column("figure", trailing: true),
        Column("who says so", priority: 3, most: 24),
      ], groups.flatMap { group in group.map { (fact: $0, group: group) } }
    ) { fact, group in
      [
        Text((fact.id == group[0].id ? "" : "  or ") + FactList.what(fact)),
        Text(state.shortName(fact.body)), Text(fact.period),
        Text(state.number(fact), signs: state.signs(fact), number: 0, value: fact.value),
        Text(evidence.source(fact.sourceID)?.publisher ?? "", .muted),
      ]
    } item: { fact, group in
      // The chosen claim first, then those that it stands against.
      Item(
        figures: [evidence.figure(fact)]
          + group.filter { $0.id != fact.id }.map { evidence.figure($0) })
    }
  }

  /// A dispute told: in what the claims differ, who says what, and what the data say of each.
  static func sentences(_ group: [Fact], _ state: State) -> [String] {
    let evidence = state.evidence
    let claims = group.map { fact in
      let who = evidence.source(fact.sourceID)?.publisher ?? fact.sourceID
      let number = fact.statement ?? fact.printed
      return "\(who): \(number) (\(fact.measure.uncapitalised), \(state.shortName(fact.body)), "
        + "\(fact.period))"
    }
    let notes = group.compactMap { fact in
      fact.note.isEmpty || fact.statement != nil ? nil : sentence(fact.note)
    }
    return [difference(group, state), claims.joined(separator: "; ") + "."] + unique(notes)
  }

  /// In what the claims of a dispute differ, by rule from their columns.
  static func difference(_ group: [Fact], _ state: State) -> String {
    func differ(_ value: (Fact) -> String) -> Bool { Set(group.map(value)).count > 1 }
    var found: [String] = []
    if differ(\.body) { found.append("whose they are") }
    if differ(\.period) { found.append("time") }
    if differ(\.unit) { found.append("unit") }
    if differ(\.measure) { found.append("what is counted") }
    if differ(\.kind.rawValue) {
      var kinds: [String] = []
      for fact in group where !kinds.contains(fact.kind.rawValue) {
        kinds.append(fact.kind.rawValue)
      }
      found.append("kind of statement (\(kinds.joined(separator: ", ")))")
    }
    guard let last = found.popLast() else {
      return "These claims are of the same thing and time."
    }
    return "These claims differ in "
      + (found.isEmpty ? last : found.joined(separator: ", ") + " and " + last) + "."
  }

  private static func sentence(_ note: String) -> String {
    // The word that stands before the number is printed with the number.
    let isQualified = Qualifier(note: note, value: nil, low: nil, high: nil) != nil
    let rest =
      isQualified ? note.firstIndex(of: ";").map { note[note.index(after: $0)...] } : note[...]
    let note = (rest ?? note[...]).drop { $0 == " " }
    let text = String(note).capitalised
    return text.hasSuffix(".") ? text : text + "."
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
