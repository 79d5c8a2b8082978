import Documents
import Figures

/// Figures that say different things of what is, or is easily taken for, the same.
enum Contradictions {
  /// Facts that disagree, and those that are easily taken for them: of another date or scope.
  struct Group {
    var facts: [Fact]
    var disagreeing: [Fact]

    /// Those that disagree first.
    var ordered: [Fact] {
      let ids = Set(disagreeing.map(\.id))
      return disagreeing + facts.filter { !ids.contains($0.id) }
    }
  }

  /// Groups whose first fact is of the given themes, so that each belongs to one; of one
  /// organisation, those with a fact about it or a body in it.
  static func groups(
    _ subject: Subject, themes: Set<Theme>, where isMeant: (Fact) -> Bool = { _ in true }
  ) -> [Group] {
    var order: [String] = []
    var groups: [String: [Fact]] = [:]
    for fact in subject.evidence.facts where !fact.conflict.isEmpty {
      if groups[fact.conflict] == nil { order.append(fact.conflict) }
      groups[fact.conflict, default: []].append(fact)
    }
    return order.compactMap { name in
      guard let facts = groups[name].map(subject.evidence.withoutRepeats), facts.count > 1,
        let first = facts.first,
        themes.contains(first.theme), isMeant(first)
      else { return nil }
      if let family = subject.family, !facts.contains(where: { family.contains($0.body) }) {
        return nil
      }
      return Group(facts: facts, disagreeing: subject.evidence.disagreeing(facts))
    }
  }

  /// Heading and table; nothing where nothing contradicts.
  static func table(
    _ subject: Subject, themes: Set<Theme>, where isMeant: (Fact) -> Bool = { _ in true }
  ) -> [Block] {
    let groups = groups(subject, themes: themes, where: isMeant)
    guard !groups.isEmpty else { return [] }
    let rows = groups.flatMap { group in
      group.ordered.enumerated().map { place, fact -> [Document.Table.Cell] in
        let figure = subject.evidence.figure(fact)
        let isOther = place >= group.disagreeing.count
        return [
          .text(place == 0 ? fact.measure : isOther ? "not the same as" : "or"),
          .text(subject.measure(fact.measure, of: fact.body) + fact.period.when),
        ] + Document.Table.provenance(figure, subject)
      }
    }
    return [
      .heading("Where published figures disagree, or are easily confused"),
      .table(
        Document.Table(
          caption: "Shown side by side as published; none is corrected or preferred. \"Or\" stands "
            + "before another figure of the same, \"not the same as\" before one of another date or "
            + "scope that is easily taken for it.",
          header: ["About", "Figure"] + Document.Table.provenanceHeader, rows: rows)),
    ]
  }
}

extension String {
  /// A period as it follows what it is the period of; nothing where there is none.
  var when: String { isEmpty || self == "undated" ? "" : ", " + self }
}

extension Contradictions.Group {
  /// The first two that disagree, or that are easily taken for one another, each with what it is of;
  /// nil where fewer are numbers.
  func sentence(_ subject: Subject) -> Passage? {
    let meant = disagreeing.isEmpty ? facts.filter { $0.statement == nil } : disagreeing
    var told: [(text: String, passage: Passage)] = []
    for fact in meant {
      let figure = subject.evidence.figure(fact)
      let whose = Set(meant.map(\.body)).count > 1 ? subject.name(of: fact.body) + ": " : ""
      let words = whose + fact.measure + fact.period.when
      guard !told.contains(where: { $0.text == figure.text + words }) else { continue }
      told.append((figure.text + words, "\(figure) (\(words))"))
    }
    guard told.count > 1 else { return nil }
    let both = told.prefix(2).map(\.passage)
    return disagreeing.isEmpty
      ? "Easily confused, and not the same: \(Passage.joined(both, separator: " and "))."
      : "Published figures differ: \(Passage.joined(both, separator: " or "))."
  }
}
