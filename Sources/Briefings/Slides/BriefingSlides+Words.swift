import Analytics
import Charts
import Dashboard
import Documents
import Figures

extension BriefingSlides {
  /// Each lever's part of the difference of two scenarios.
  var leverParts: Deck.Slide? {
    guard let attribution = subject.rival?.attribution else { return nil }
    let parts = ComparisonRules.parts(subject)
    let (first, other) = ComparisonRules.names(subject)
    guard let most = parts.first else { return nil }
    let figure = ComparisonRules.change(
      "compare.\(most.id)", most.label, most.value, subject)
    let title =
      "\(most.label.capitalised) \(most.isLever ? "makes" : "make") most of the difference: going from \(first) to \(other) "
      + "\(most.isLever ? "it changes" : "they change") the balance of all years by \(figure.prose)"
    return bars(
      title, parts.map { ($0.label.capitalised, $0.value) } + [("In all", attribution.change)],
      head: "Part",
      unit: "Change of the balance for the whole, \(Money.billions), central case",
      notes: exchanges.filter { $0.answer.rule == "note.ask.driver" }
        .flatMap(told) + cards([figure]), source: modelledSource)
  }

  /// Published figures that say different things, each with its date and publisher.
  var disputed: Deck.Slide? {
    var points: [String] = []
    var figures: [Figure] = []
    if subject.organisation != nil, let whole = subject.fact(.headline),
      let split = subject.statement(.headlineSplit)
    {
      points.append("No split of \(whole.prose) by department has been published.")
      figures += [whole, split]
      let others = [OpportunityRules.range, OpportunityRules.levers].sentences(subject)
      points += others.map(\.passage.plain)
      figures += others.flatMap(\.passage.figures)
    }
    let ofWhole = points.count
    let groups = Contradictions.groups(subject, themes: Set(Theme.allCases))
    for group in groups.filter({ !$0.disagreeing.isEmpty }).prefix(4) {
      var told: [String] = []
      for fact in group.disagreeing {
        let figure = evidence.figure(fact)
        guard !told.contains(where: { $0.hasPrefix(figure.prose + " (") }) else { continue }
        let from = [figure.source?.publisher ?? "", figure.asOf].filter { !$0.isEmpty }
        told.append("\(figure.prose) (\(from.joined(separator: ", ")))")
        figures.append(figure)
      }
      guard told.count > 1, let first = group.disagreeing.first else { continue }
      points.append(
        "\(first.measure)\(first.period.when): \(told.prefix(3).joined(separator: " or ")).")
    }
    guard !points.isEmpty else { return nil }
    return Deck.Slide(
      subject.organisation == nil
        ? "What is disputed: published figures of the same thing differ, and none is corrected"
        : "What is disputed: its part of the headline is published nowhere"
          + (points.count > ofWhole ? ", and what is published of it differs" : ""),
      .points(points), source: source(figures), notes: cards(figures))
  }

  /// What to ask an organisation; of the whole, what may be asked.
  var questions: Deck.Slide? {
    if subject.rival == nil, let code = subject.code {
      let asked = subject.state.questions(to: code)
      if !asked.isEmpty {
        let figures = asked.flatMap(\.figures)
        return Deck.Slide(
          "What to ask: where its figures are old, missing, odd or behind a target",
          .points(asked.prefix(6).map(\.text)), source: source(figures),
          notes: cards(figures) + ["What may be asked of you:"] + exchanges.flatMap(told))
      }
    }
    guard !exchanges.isEmpty else { return nil }
    return Deck.Slide(
      "What may be asked: the answers stand in the notes", .points(exchanges.map(\.asked)),
      source: modelledSource,
      notes: exchanges.flatMap(told)
        + cards(exchanges.flatMap { $0.answer.passage.figures + $0.pressed.passage.figures }))
  }

  /// What stands behind the numbers, and how to make them again.
  var made: Deck.Slide? {
    var points = [
      "Published figures are as their publishers have them; what is modelled is this project's, and "
        + "no official statistic.",
      "Expected values and ranges: \(subject.rangeWords). Prices of "
        + "\(subject.projection.years.first ?? ""); \(subject.edition).",
      "Scenario \(subject.state.scenarioName): \(ProjectionSection.line(subject))",
    ]
    if let rival = subject.rival {
      points.append(
        "Scenario \(rival.state.scenarioName): \(ProjectionSection.line(subject.with(rival)))")
    }
    let command = "digigov brief" + (subject.code.map { " --department \($0)" } ?? "")
    points.append(
      "To make it again: \(command) \(subject.rival == nil ? "--scenario" : "--compare"), with the "
        + "scenario line, and --output.")
    return Deck.Slide(
      "How this was made, and how to make it again", .points(points), source: modelledSource,
      notes: LimitRules.all.sentences(subject).prefix(6).map(\.passage.plain))
  }

  // MARK: What slides have in common

  /// A slide of bars, the first at the top.
  func bars(
    _ title: String, _ rows: [(label: String, value: Double)], head: String, unit: String,
    notes: [String], source: String
  ) -> Deck.Slide? {
    let chart = Chart(
      title: head, form: .rows, x: Chart.Axis(.categories, names: rows.map(\.label)),
      y: Chart.Axis(.number, unit: unit),
      series: [
        Chart.Series(
          "value", label: unit, .bar, .series(0),
          rows.enumerated().map { Chart.Datum(x: Double($0), $1.value) })
      ])
    let most = rows.max { abs($0.value) < abs($1.value) }
    let words =
      "Bar chart of \(rows.count) rows; the longest is \(most?.label ?? "none"). \(title.prefix(180))."
    return Book.Sheet("Data", chart, head: head, alternative: words).map {
      Deck.Slide(title, .chart($0), source: source, notes: notes)
    }
  }

  func told(_ exchange: Exchange) -> [String] {
    [
      "\(exchange.asked) \(exchange.answer.passage.plain.plainWords)",
      "If pressed: \(exchange.pressed.passage.plain.plainWords)",
    ]
  }

  /// What a source card says of figures, each once: what it is, its number with its range, how it is
  /// known, and where it is printed.
  func cards(_ figures: [Figure]) -> [String] {
    var known: Set<String> = []
    return figures.filter { !$0.text.isEmpty && known.insert($0.id).inserted }.prefix(12).map {
      figure in
      var text = "\(figure.label): \(figure.prose)"
      if let low = figure.value?.low, let high = figure.value?.high,
        figure.value?.unit.hasPrefix(Money.billions) == true, !figure.text.contains("between")
      {
        text += " (from \(Numbers.billions(low)) to \(Numbers.billions(high)))"
      }
      text += ". \(figure.standing.capitalised)."
      if let source = figure.source {
        text += " \(source.publisher): \(source.title)"
        if !source.date.isEmpty { text += ", \(source.date)" }
        text += "."
        if !source.address.isEmpty { text += " \(source.address)" }
      }
      return text
    }
  }

  /// Publishers and dates of published figures, and the date of the data.
  func source(_ figures: [Figure]) -> String {
    var names: [String] = []
    for source in figures.compactMap(\.source) where source.id != "model" {
      let name =
        [source.publisher, source.title].filter { !$0.isEmpty }.joined(separator: ", ")
        + (source.date.isEmpty ? "" : " (\(source.date))")
      if !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else { return modelledSource }
    return "Source: \(names.prefix(3).joined(separator: "; ")). Data of \(evidence.date)."
  }

  /// Whose the modelled numbers are, of which data and scenario.
  var modelledSource: String {
    "Modelled by this project, not an official statistic; \(subject.edition). "
      + "\(subject.uncertainty == nil ? "Central case" : "Expected values"). Scenario: "
      + ProjectionSection.line(subject)
      + (subject.rival.map { " and \(ProjectionSection.line(subject.with($0)))" } ?? "") + "."
  }
}
