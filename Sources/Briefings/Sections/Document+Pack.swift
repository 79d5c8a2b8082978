import Analytics
public import Dashboard
public import Documents
import Figures
import Frames

extension Document {
  /// A pack about one organisation or the whole, from a state at rest.
  ///
  /// - Parameters:
  ///   - state: with the answers of its scenario; for an organisation, on its page, so that its fan
  ///     is there by year.
  ///   - code: of an organisation of the inputs; nil for the whole.
  ///   - marking: such as OFFICIAL; empty for none.
  /// - Returns: nil where the state has no projection yet, or the inputs no such organisation.
  public init?(_ state: State, department code: String? = nil, marking: String = "") {
    guard let subject = Subject(state, department: code) else { return nil }
    let name = subject.organisation?.name ?? "State of digital government"
    self.init(
      title: "\(name): briefing", subject, marking: marking,
      sections: [
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

  init(title: String, _ subject: Subject, marking: String, sections: [Section]) {
    self.init(
      title: title,
      subtitle: "Scenario \(subject.state.scenarioName); \(subject.edition). Not an official "
        + "statistic.",
      marking: marking, created: "", sections: sections, dress: nil)
    created = pictures.first?.picture.created ?? ""
    dress = pictures.first?.picture.dress
    scenario = ProjectionSection.line(subject)
    recipe = subject.recipe(.pack)
    self = marked(marking)
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

  /// - Parameters:
  ///   - other: another scenario to compare it with; nil for none.
  ///   - threads: how many may compute the comparison.
  /// - Returns: nil where a state has no projection yet, or the inputs no such organisation.
  init?(_ state: State, with other: State? = nil, department code: String?, threads: Int = 1) {
    guard let projection = state.projection else { return nil }
    let organisation = code.flatMap { code in
      state.inputs.organisations.first { $0.code == code }
    }
    guard code == nil || organisation != nil else { return nil }
    self.init(state, projection, organisation: organisation)
    guard let other else { return }
    rival = Rival(other, against: self, threads: threads)
    if rival == nil { return nil }
  }
}
