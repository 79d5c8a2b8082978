public import Analytics
import Explanations
import Figures

/// What a question in plain words comes to.
public enum Asked: Equatable, Sendable {
  /// It is answered as it stands: at most three sentences, then what else there is on request.
  case told([Reply], more: [Reply])
  /// It is answered, and where it stands is gone to.
  case shown([Reply], Place)
  /// The place says it.
  case place(Place)
  /// A lever of the page's organisation, of another or of all gets a value.
  case lever(Lever, LeverScope, String)
  /// Scenarios are held against one another; named as they were typed.
  case compare(String)
}

extension State {
  /// Understands a question by its words: delays, terms, disputes, promises, names of pages, screens and
  /// panels, then everything that can be read, by how much of the question it has. Nil where nothing
  /// fits.
  ///
  /// It is the same rules, lists and figures that screens are made of.
  public func asked(_ typed: String) -> Asked? {
    let question = Query(typed)
    guard !question.words.isEmpty else { return nil }
    if let delay = delay(typed) {
      return .lever(
        .startDelay, delay.code.map(LeverScope.organisation) ?? .nation,
        Numbers.typed(delay.years))
    }
    if let names = question.compared { return .compare(names) }
    if let term = term(question) { return term }
    if question.has("disagree", "dispute", "contradict", "rival", "conflict") {
      return disagreeing(question)
    }
    if question.has("promise", "promised", "due", "missed", "overdue", "late", "dropped", "kept") {
      return promised(question)
    }
    return named(question) ?? searched(question)
  }

  // MARK: - Levers

  /// `two years late`, `home office a year later`: whose start, and the years that it is to have.
  func delay(_ typed: String) -> (code: String?, years: Double)? {
    let words = Query(typed).words
    let ways = [
      ("late", 1.0), ("delay", 1.0), ("postpone", 1.0), ("wait", 1.0), ("earl", -1.0),
      ("soon", -1.0),
    ]
    guard let place = words.firstIndex(where: { $0 == "year" || $0 == "years" }), place > 0,
      !words.contains(where: { ["cost", "costs", "worth"].contains($0) }),
      let way = ways.first(where: { way in
        words.enumerated().contains { $0.offset != place && $0.element.hasPrefix(way.0) }
      }),
      let years = Query.counts[words[place - 1]] ?? Double(words[place - 1]),
      let spec = spec(.startDelay)
    else { return nil }
    let code = Query(typed).organisation(self)?.code ?? organisation?.code
    let start = baseline.value(of: .startDelay, for: code, inputs)
    return (code, min(max(start + way.1 * years, spec.minimum), spec.maximum))
  }

  // MARK: - Terms

  /// `what is NPSV`, `define draws`, `what does old mean`.
  private func term(_ question: Query) -> Asked? {
    guard let name = question.defined, let term = Glossary.term(singular: name) else { return nil }
    let asked = ([term.name] + term.also).first { Query.isSame($0.lowercased(), name) } ?? term.name
    let also = asked == term.name ? "" : ", that is \(term.name)"
    let shown = asked.prefix(1).uppercased() + asked.dropFirst()
    return .told([Reply("\(shown)\(also): \(term.meaning)")], more: [])
  }

  // MARK: - Disputes

  /// What stands against a number, or against what is named; without either, how many disputes there
  /// are.
  private func disagreeing(_ question: Query) -> Asked {
    let facts = evidence.facts.filter { !evidence.contradictions(of: $0).isEmpty }
    let numbers = question.numbers
    let words = question.content.subtracting(Query.disputing)
    let found: Fact?
    if numbers.isEmpty {
      let own = focusedFigure.flatMap { evidence.fact($0.id) }
      found =
        words.isEmpty
        ? own.flatMap { facts.contains($0) ? $0 : nil }
        : facts.map { ($0, words.count(where: Query($0.measure + " " + $0.body).matches)) }
          .max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0 : nil }
    } else {
      found = facts.first { fact in
        [fact.value, fact.low, fact.high].contains { value in
          value.map { numbers.contains($0) } ?? false
        }
      }
    }
    guard let fact = found else {
      guard numbers.isEmpty, words.isEmpty else {
        return .told(
          [Reply("No published figure in these data stands against that.")], more: [])
      }
      return .place(Place(.evidence, panel: ClaimsPanel.id))
    }
    let figure = evidence.figure(fact)
    let others = evidence.contradictions(of: fact)
    let told = others.map { other in
      let who = evidence.source(other.sourceID)?.publisher ?? other.sourceID
      return Reply(
        "\(who): \(other.printed), \(other.measure), \(shortName(other.body)), \(other.period).",
        [evidence.figure(other)])
    }
    let count = others.count == 1 ? "1 published figure" : "\(others.count) published figures"
    let first = Reply(
      "Against \(fact.printed) \(others.count == 1 ? "stands" : "stand") \(count).", [figure])
    let group = evidence.facts.filter { $0.conflict == fact.conflict }
    let why = ClaimsPanel.sentences(group, self).enumerated().filter { $0.offset != 1 }
      .map { Reply($0.element, [figure]) }
    return .told([first] + told.prefix(2), more: told.dropFirst(2) + why)
  }

  // MARK: - Promises

  /// `promised by 2027`, `who is late`, `what has the home office promised`.
  private func promised(_ question: Query) -> Asked? {
    let today = evidence.date
    let family = question.organisation(self).map { self.family(of: $0.code) }
    let year = question.numbers.first { (2000...2100).contains($0) }.map { "\(Int($0))" }
    let rows = evidence.milestones.filter { family?.contains($0.body) ?? true }
      .map { (row: $0, state: PromiseState($0, on: today)) }
      .filter { found in year.map { found.row.date.prefix(4) <= $0 } ?? true }
      .sorted { ($0.row.date, $0.row.id) < ($1.row.date, $1.row.id) }
    guard !rows.isEmpty else {
      let whose = question.organisation(self).map { " of \($0.name)" } ?? ""
      return .told([Reply("No promise\(whose) is in these data for that time.")], more: [])
    }
    let wanted: [PromiseState]
    let words: String
    if question.has("late", "overdue") {
      (wanted, words) = ([.late], "late")
    } else if question.has("missed", "dropped", "broken") {
      (wanted, words) = ([.missed, .dropped], "missed or dropped")
    } else if question.has("kept", "met") {
      (wanted, words) = ([.met, .metLate], "met")
    } else {
      (wanted, words) = ([.due], "still due")
    }
    let chosen = rows.filter { wanted.contains($0.state) }
    let late = rows.count { $0.state == .late }
    let isDue = wanted == [.due]
    let whose = question.organisation(self).map { ", \($0.name)" } ?? ""
    let first = Reply(
      "\(chosen.count) \(chosen.count == 1 ? "promise is" : "promises are") \(words)"
        + (year.map { " by the end of \($0)" } ?? "") + whose
        + (isDue && late > 0 ? "; \(late) \(late == 1 ? "is" : "are") late." : "."))
    let told = chosen.map { found in
      let figure = evidence.figure(found.row)
      let number = figure.value.map { ", \($0.text)" } ?? ""
      return Reply(
        "\(found.row.date): \(found.row.title)\(number), \(shortName(found.row.body))"
          + (isDue ? "." : ", \(PromiseState.words(found.row, on: today))."), [figure])
    }
    return .told([first] + told.prefix(3), more: Array(told.dropFirst(3)))
  }

  // MARK: - Names

  /// An organisation, a screen, or a panel of the present screen, by its name alone.
  private func named(_ question: Query) -> Asked? {
    let typed = question.bare
    if let organisation = question.organisation(self), question.rest(without: organisation).isEmpty
    {
      return .place(Place(.department, path: [organisation.code]))
    }
    for screen in ScreenID.numbered
    where [screen.title.lowercased(), screen.rawValue, screen.tab.lowercased()].contains(typed) {
      return .place(Place(screen))
    }
    guard typed.count >= 4 else { return nil }
    if let panel = panels.first(where: { panel in
      panel.id != AnswerPanel.id
        && [panel.title, State.brief(panel.title)].contains { $0.lowercased() == typed }
    }) {
      var there = place
      there.panel = panel.id
      return .place(there)
    }
    return nil
  }
}

extension Glossary {
  /// A term by its name, with or without the s of many.
  fileprivate static func term(singular name: String) -> Term? {
    term(name) ?? (name.hasSuffix("s") ? term(String(name.dropLast())) : nil)
  }
}
