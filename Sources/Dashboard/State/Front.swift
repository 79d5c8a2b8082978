import Analytics
public import Figures
import Frames

/// What stands in front of a screen, as lines to be read one after the other.
public struct FrontText: Equatable, Sendable {
  public struct Line: Equatable, Sendable {
    public var text: String
    /// The row of a list to choose from.
    public var row: Int?
  }

  /// What is wanted of the user.
  public enum Wish: Equatable, Sendable {
    /// Nothing: it has been read, and that is all.
    case none
    /// A line of text.
    case text
    /// One of its rows.
    case row
    /// Yes or no.
    case answer
  }

  public var title: String
  public var lines: [Line]
  public var wish: Wish
}

extension State {
  /// What stands in front of the screen; nil where nothing does.
  public var front: FrontText? {
    switch layers.last {
    case nil: nil
    case .help: helpText
    case .glossary(let term, _): text("What terms mean", words(sheet.glossaryLines(term)))
    case .card: focusedFigure.map(cardText)
    case .why(let trail): front(trail)
    case .prompt(_, let problem):
      promptWords.map { words in
        text(words.title, [problem, words.allowed + ".", words.now], .text)
      }
    case .presets(let chosen): list("Scenarios", scenarioRows, chosen)
    case .naming(let naming):
      text(naming.title, [naming.problem, "Letters, digits, blanks, _ - and ."], .text)
    case .asking(let question): text("Sure?", [question.text], .answer)
    case .scopes(let chosen): list("Whose levers", scopeRows, chosen)
    case .guess(_, let problem): text("What do you think?", [problem, guessWords ?? ""], .text)
    case .revealed:
      lab.guesses.last.map {
        text("Revealed: \($0.label)", $0.words + ["Scenario: \($0.scenario)."])
      }
    case .notice(let words): text("That did not work", [words])
    case .exports(let chosen, _): list("Export what is on the screen", exportRows, chosen)
    case .offer(let lost):
      text("A session was lost", lost.words.map { "\($0.0): \($0.1)" }, .answer)
    case .filter:
      text(
        "Filter", [filterCount.map { "\($0.kept) of \($0.all) rows." } ?? ""], .text)
    case .palette(let typed, _): front(found: found(typed), typed)
    case .big: bigWords
    }
  }

  /// Whether what is in front asks for a value, and not for a name or for words to filter by.
  public var asksForValue: Bool {
    switch layers.last {
    case .prompt, .guess: true
    default: false
    }
  }

  /// Whether what is in front finds things by their names.
  public var findsNames: Bool { if case .palette? = layers.last { true } else { false } }

  /// Every key with what it does, and what this is.
  public var helpText: FrontText { text("Help", words(sheet.helpLines(self))) }

  /// Why a figure is what it is: its formula and what went into it.
  public func why(_ figure: Figure) -> FrontText {
    var found = front([WhyStep(figure.id)])
    found?.wish = .none
    let how =
      figure.formula.isEmpty
      ? "It is published, not computed; source says where." : "How: \(figure.formula)"
    return found ?? text("Why", ["\(figure.label): \(figure.text)", how])
  }

  /// All that is known of a figure.
  func cardText(_ figure: Figure) -> FrontText {
    text("Source card", words(sheet.cardLines(figure, self)))
  }

  /// The number that a panel would show in large digits, in words.
  private var bigWords: FrontText? {
    guard let panel = focusedPanel else { return nil }
    let figure = focusedFigure ?? panel.items.lazy.compactMap(\.figure).first
    return text(
      panel.title,
      [figure.map { "\($0.label): \($0.text), \(caveats($0))." } ?? "It has no number."])
  }

  private func text(_ title: String, _ lines: [String], _ wish: FrontText.Wish = .none) -> FrontText
  {
    FrontText(
      title: title, lines: lines.filter { !$0.isEmpty }.map { FrontText.Line(text: $0) }, wish: wish
    )
  }

  private func list(
    _ title: String, _ rows: [(name: String, text: String)], _ chosen: Int
  ) -> FrontText {
    FrontText(
      title: title,
      lines: rows.enumerated().map { place, row in
        FrontText.Line(
          text: "\(row.name): \(row.text)" + (place == chosen ? " [chosen]" : ""), row: place)
      }, wish: .row)
  }

  /// What is found by its words: what has their letters alone would be noise in a list that is heard.
  private func front(found entries: [Catalogue.Entry], _ typed: String) -> FrontText {
    let words = Query.split(typed)
    let found = entries.enumerated().filter { $0.element.has(words) || entries.count == 1 }
    guard !found.isEmpty else { return text("Find", [Catalogue.nothing], .row) }
    return FrontText(
      title: "Find, \(found.count) found",
      lines: found.map { place, entry in
        FrontText.Line(text: "\(entry.title): \(detail(of: entry))", row: place)
      }, wish: .row)
  }

  /// What stands behind a name that was found: its value where it has one, else what it is.
  private func detail(of entry: Catalogue.Entry) -> String {
    let what = entry.key.isEmpty ? entry.kind.name : "\(entry.kind.name), key \(entry.key)"
    switch entry.goal {
    case .figure(let id, _):
      if let fact = evidence.fact(id) {
        let figure = evidence.figure(fact)
        return "\(figure.text), \(caveats(figure)); \(what)"
      }
      if let row = evidence.milestones.first(where: { "timeline.\($0.id)" == id }) {
        return "\(PromiseState.words(row, on: evidence.date)); \(what)"
      }
      if let spec = inputs.assumptions.first(where: { $0.id.id == id }) {
        let range = scenario.assumptions[spec.id] ?? spec.range
        return "\(Numbers.typed(range.p50)) \(spec.unit), from \(Numbers.typed(range.p10)) to "
          + "\(Numbers.typed(range.p90)); \(what)"
      }
      return what
    case .lever(let lever, let code):
      let scope = code.map(LeverScope.organisation) ?? .nation
      guard let spec = spec(lever) else { return what }
      return
        "\(Numbers.typed(value(of: lever, in: scope, of: scenario).middle)) \(spec.unit); \(what)"
    case .open(let place) where entry.kind == .organisation:
      guard let code = place.path.first, let account = account(of: code) else { return what }
      return "\(Numbers.billions(account.benefit)) a year in \(lastYear), \(basisWords), modelled; "
        + what
    default: return what
    }
  }

  private func front(_ trail: [WhyStep]) -> FrontText? {
    // As wide as any text: nothing is broken.
    guard let page = whyPage(trail, columns: 100_000) else { return nil }
    func line(_ line: WhyPage.Line) -> FrontText.Line {
      FrontText.Line(text: line.term.isEmpty ? line.text : "\(line.term): \(line.text)")
    }
    let inputs = page.inputs.enumerated().map { place, input in
      FrontText.Line(
        text: [input.label + ":", input.value, input.signs].filter { !$0.isEmpty }
          .joined(separator: " "), row: place)
    }
    return FrontText(
      title: "Why", lines: page.above.map(line) + inputs + page.below.map(line), wish: .row)
  }

  private var sheet: Sheet {
    Sheet(frame: Frame(columns: 0, rows: 0), theme: Theme.named(.mono), settings: settings)
  }

  private func words(_ lines: [Sheet.Line]) -> [String] {
    lines.compactMap { line in
      switch line {
      case .heading(let text): text
      case .pair(let name, let text): name.isEmpty || name == "-" ? text : "\(name): \(text)"
      case .blank: nil
      }
    }
  }
}
