import Documents
import Figures

/// Figures that say different things of what is, or is easily taken for, the same.
enum Contradictions {
  /// Groups whose first fact is of the given themes, so that each belongs to one; of one organisation, those with a fact about it or a
  /// body in it.
  static func groups(
    _ subject: Subject, themes: Set<Theme>, where isMeant: (Fact) -> Bool = { _ in true }
  ) -> [(name: String, facts: [Fact])] {
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
      return (name, facts)
    }
  }

  /// Heading and table; nothing where nothing contradicts.
  static func table(
    _ subject: Subject, themes: Set<Theme>, where isMeant: (Fact) -> Bool = { _ in true }
  ) -> [Block] {
    let groups = groups(subject, themes: themes, where: isMeant)
    guard !groups.isEmpty else { return [] }
    let rows = groups.flatMap { group in
      group.facts.enumerated().map { place, fact -> [Document.Table.Cell] in
        let figure = subject.evidence.figure(fact)
        return [
          .text(place == 0 ? fact.measure : "or"),
          .text(
            "\(subject.name(of: fact.body)): \(fact.measure)\(fact.period.when)"),
        ] + Document.Table.provenance(figure, subject)
      }
    }
    return [
      .heading("Where the published figures disagree"),
      .table(
        Document.Table(
          caption: "Shown side by side as published; none is corrected or preferred.",
          header: ["About", "Figure"] + Document.Table.provenanceHeader, rows: rows)),
    ]
  }
}

extension String {
  /// A period as it follows what it is the period of; nothing where there is none.
  var when: String { isEmpty || self == "undated" ? "" : ", " + self }
}
