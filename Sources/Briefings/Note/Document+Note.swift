import Analytics
import Dashboard
public import Documents
import Figures
import Frames

extension Briefing {
  /// One page: what to say, one chart, five dated figures, what is disputed, and what may be asked.
  ///
  /// - Parameter annex: what is appended as its annex, such as the pack; nil for nothing.
  public func note(annex: Document? = nil) -> Document {
    var note = Document(
      title: "\(name): briefing note",
      marking: marking, created: subject.evidence.date, sections: NoteSections.all(subject))
    note.citations = .notes
    note.listsSources = annex != nil
    note.isShort = annex == nil
    note.scenario = ProjectionSection.line(subject)
    note.recipe = subject.recipe(annex == nil ? .note : .full)
    guard let annex else { return note }
    note.dress = annex.dress
    var parts = annex.sections.filter { $0.title != SummarySection.linesTitle }
    for place in parts.indices {
      parts[place].title = "Annex \(place + 1): \(parts[place].title)"
      parts[place].isOnNewPage = place == 0
    }
    note.sections += parts
    return note
  }
}

/// The parts of a note.
enum NoteSections {
  static func all(_ subject: Subject) -> [Section] {
    var sections = [
      Section(
        "",
        NoteRules.first(subject).map { Block.message($0) } + [
          .points(NoteRules.toTake(subject))
        ] + (NoteChart.illustration(subject).map { [.pictures([$0])] } ?? []))
    ]
    let figures = figures(subject)
    if let table = table(figures, subject) { sections.append(Section("Five figures", [table])) }
    let disputed = disputed(figures.map(\.figure), subject)
    if !disputed.isEmpty {
      sections.append(Section("What is disputed", [.paragraph(disputed)]))
    }
    sections.append(
      Section("Questions and answers", [.questions(NoteQuestions.all(subject))]))
    sections.append(Section("", again(subject)))
    for place in sections.indices {
      sections[place].blocks = sections[place].blocks.map { $0.plain }
    }
    return sections
  }

  /// Five published figures that most bear on it, its own before the nation's.
  static func figures(_ subject: Subject) -> [(label: String, figure: Figure)] {
    let evidence = subject.evidence
    var rows: [(label: String, figure: Figure)] = []
    func add(_ label: String, _ figure: Figure?) {
      guard let figure, rows.count < 5, !rows.contains(where: { $0.figure.id == figure.id }) else {
        return
      }
      rows.append((label, figure))
    }
    if let code = subject.code {
      let year = evidence.contractorYear(of: code)
      add(
        "Contractors and consultancy, \(year?.year.description ?? "")",
        year.map { evidence.figure($0, of: code) })
      let target = evidence.efficiencyTarget(of: code)
      let own: [(ObservationTable, Observation?)] = [
        (.legacy, evidence.latest(.legacy, "Red-rated legacy systems", of: code)),
        (.budgets, subject.state.budget(of: code)),
        (.workforce, evidence.latest(.workforce, "Civil servants, headcount", of: code)),
        (.efficiencyPlans, target?.published ?? target?.share),
      ]
      for case (let table, let row?) in own {
        add("\(row.measure)\(row.period.when)", evidence.figure(row, in: table))
      }
      // Of no table more than two, so that one subject does not fill the list.
      for table in [ObservationTable.legacy, .fraudError, .workforce] {
        let known = evidence.rows(table, of: code).reversed()
          .filter { $0.value != nil || $0.low != nil }
        for row in known.prefix(2) {
          add("\(row.measure)\(row.period.when)", evidence.figure(row, in: table))
        }
      }
    }
    for role in [
      .headline, .legacyShare, .redRated, .thirdParties, .outageCount, .noDigitalPath,
    ] as [Role] {
      guard let fact = evidence.fact(role), let figure = subject.fact(role) else { continue }
      let whose =
        fact.body == evidence.roles[.whole] ? "" : ", " + subject.name(of: fact.body)
      add("\(fact.measure)\(whose)\(fact.period.when)", figure)
    }
    return rows
  }

  private static func table(
    _ rows: [(label: String, figure: Figure)], _ subject: Subject
  ) -> Block? {
    guard !rows.isEmpty else { return nil }
    return .table(
      Document.Table(
        caption: "", name: "Five figures, each with its date and source",
        header: ["What, of whom and when", "Value", "How known", "As of", "Source"],
        rows: rows.map { label, figure in
          [
            .text(label), .figure(figure), .text(standing(figure)),
            .text(figure.asOf), .note(figure),
          ]
        }))
  }

  /// What sort of statement it is, and what is to be said against it; its age its date says.
  private static func standing(_ figure: Figure) -> String {
    let kind = figure.kind.map(\.rawValue) ?? figure.mark.rawValue
    let said = Caution.words(figure.cautions)
    return kind + (said.isEmpty ? "" : ", " + said)
      + (figure.contradictions.isEmpty ? "" : ", disputed")
  }

  /// Groups of published figures that disagree, those quoted above first; and of an organisation,
  /// that its part is nowhere published.
  private static func disputed(_ quoted: [Figure], _ subject: Subject) -> [Sentence] {
    var sentences: [Sentence] = []
    if subject.organisation != nil, let whole = subject.fact(.headline),
      let split = subject.statement(.headlineSplit)
    {
      sentences.append(
        Sentence(
          rule: "note.disputed.split",
          "No split of \(whole) by department has been published \(cite: split): what is said here "
            + "of \(subject.spoken) is this project's own."))
    }
    let ids = Set(quoted.map(\.id))
    let groups = Contradictions.groups(subject, themes: Set(Theme.allCases))
      .filter { $0.facts.contains { $0.value != nil || $0.low != nil } }
    let ordered =
      groups.filter { $0.facts.contains { ids.contains($0.id) } }
      + (subject.organisation == nil
        ? [] : groups.filter { !$0.facts.contains { ids.contains($0.id) } })
    // What disagrees is told before what is only easily confused.
    let told = ordered.first { !$0.disagreeing.isEmpty } ?? ordered.first
    if let told, let sentence = told.sentence(subject) {
      sentences.append(Sentence(rule: "note.disputed", sentence))
    }
    if sentences.isEmpty, subject.organisation == nil {
      sentences = [OpportunityRules.unpublished].sentences(subject)
    }
    return sentences
  }

  private static func again(_ subject: Subject) -> [Block] {
    let range: Passage =
      subject.uncertainty.map {
        "expected is the mean of \(Numbers.count(Double($0.draws))) runs, eight times in ten leaves out "
          + "a tenth at either end"
      } ?? "one run with every assumption at its middle value, so without ranges"
    let command = "digigov brief" + (subject.code.map { " --department \($0)" } ?? "")
    let option = subject.rival == nil ? "--scenario" : "--compare"
    var blocks: [Block] = [
      .paragraph([
        Sentence(
          rule: "note.again",
          "\(subject.edition.capitalised); prices of "
            + "\(subject.projection.years.first ?? ""); \(range). To make it again: \(command) "
            + "\(option)")
      ]), .code(ProjectionSection.line(subject)),
    ]
    if let rival = subject.rival {
      blocks.append(.code(ProjectionSection.line(subject.with(rival))))
    }
    return blocks
  }
}

extension Block {
  /// The same without words of the trade.
  fileprivate var plain: Block {
    func plain(_ sentence: Sentence) -> Sentence {
      Sentence(
        rule: sentence.rule,
        Passage(
          sentence.passage.spans.map { span in
            switch span {
            case .text(let text): .text(text.plainWords)
            case .strong(let text): .strong(text.plainWords)
            case .figure(var figure):
              {
                figure.text = figure.text.plainWords
                return .figure(figure)
              }()
            case .citation(let figure): .citation(figure)
            }
          }))
    }
    switch self {
    case .message(let sentence): return .message(plain(sentence))
    case .paragraph(let sentences): return .paragraph(sentences.map(plain))
    case .points(let sentences): return .points(sentences.map(plain))
    case .questions(let questions):
      return .questions(
        questions.map {
          Exchange($0.asked.plainWords, answer: plain($0.answer), pressed: plain($0.pressed))
        })
    case .heading, .table, .pictures, .code: return self
    }
  }
}

extension String {
  /// What the trade calls it, in words for everyone.
  var plainWords: String {
    var text = self
    for (word, plain) in [
      ("central case", "every assumption at its middle"), ("8 in 10 runs", "eight times in ten"),
      ("net present social value", "balance of all years"),
      ("net present value", "balance of all years"),
    ] {
      text = text.split(separator: word, omittingEmptySubsequences: false).joined(separator: plain)
    }
    return text
  }
}
