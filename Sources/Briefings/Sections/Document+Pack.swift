import Analytics
import Dashboard
public import Documents
import Figures
import Frames

extension Briefing {
  /// Everything behind the note; of two scenarios, their difference and what drives it.
  public var pack: Document {
    guard let rival = subject.rival else {
      return pack(
        title: "\(name): briefing",
        [
          SummarySection.lines(subject), SummarySection.figures(subject),
          EvidenceSections.about(subject)?.onNewPage,
          OpportunitySection.section(subject), EvidenceSections.legacy(subject),
          EvidenceSections.contractors(subject), EvidenceSections.outages(subject),
          EvidenceSections.fraud(subject), EvidenceSections.efficiency(subject),
          EvidenceSections.others(subject), PlanRules.section(subject),
          ProjectionSection.section(subject),
          Section("What this cannot tell you", [.points(LimitRules.all.sentences(subject))]),
        ].compactMap { $0 })
    }
    let (first, other) = ComparisonRules.names(subject)
    return pack(
      title: "\(name): \(first) and \(other) compared", ComparisonSections.all(subject, rival))
  }

  private func pack(title: String, _ sections: [Section]) -> Document {
    var pack = Document(
      title: title, subtitle: subtitle, marking: marking, created: subject.evidence.date,
      sections: sections)
    pack.dress = pack.pictures.lazy.compactMap(\.picture.dress).first
    pack.scenario = ProjectionSection.line(subject)
    pack.recipe = subject.recipe(.pack)
    return pack.marked(marking)
  }
}

extension Section {
  /// The same from the top of a page: what comes before it has one of its own.
  var onNewPage: Section { Section(title, blocks, isOnNewPage: true) }
}

extension Subject {
  /// What makes a document about it again.
  func recipe(_ form: Recipe.Form) -> Recipe {
    Recipe(
      form: form, department: code,
      scenarios: [ProjectionSection.line(self)]
        + (rival.map { [ProjectionSection.line(with($0))] } ?? []),
      names: [state.scenarioName] + (rival.map { [$0.state.scenarioName] } ?? []),
      data: inputs.package.map { "\($0)" } ?? "", date: evidence.date)
  }
}
