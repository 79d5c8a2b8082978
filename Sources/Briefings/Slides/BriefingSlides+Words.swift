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
    let share = parts.count == 1 ? "all" : "most"
    let title =
      "\(most.label.capitalised) \(most.isLever ? "makes" : "make") \(share) of the difference: going from \(first) to \(other) "
      + "\(most.isLever ? "it changes" : "they change") the balance of all years by \(figure.prose)"
    // One part is the sum.
    let sum = parts.count == 1 ? [] : [("In all", attribution.change)]
    return bars(
      title, parts.map { ($0.label.capitalised, $0.value) } + sum,
      head: "Part",
      unit: "Change of the balance for the whole, \(Money.billions), central case",
      notes: exchanges.filter { $0.answer.rule == "note.ask.driver" }
        .flatMap(told) + cards([figure]), source: centralSource)
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
      "What may be asked, and the answer in a line: more stands in the notes",
      .points(exchanges.map { "\($0.asked) \($0.answer.passage.plain.plainWords.firstSentence)" }),
      source: modelledSource,
      notes: exchanges.flatMap(told)
        + cards(exchanges.flatMap { $0.answer.passage.figures + $0.pressed.passage.figures }))
  }

  /// What stands behind the numbers, and how to make them again.
  var made: Deck.Slide? {
    var points = [
      "Published figures are as their publishers have them; what is modelled is this project's, and "
        + "no official statistic.",
      "Numbers are \(subject.rangeWords), or the central case where that is said. Prices of "
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
      "Bar chart of \(rows.count) row\(rows.count == 1 ? "" : "s"); the longest is "
      + "\(most?.label ?? "none"). \(title)."
    return Book.Sheet("Data", chart, head: head, alternative: words.whole(upTo: 299)).map {
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
    return figures.filter { !$0.text.isEmpty && known.insert($0.id + $0.text).inserted }.prefix(24)
      .map {
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

  /// Publications of published figures, and the date of the data; whose the modelled ones are where
  /// none is published.
  func source(_ figures: [Figure]) -> String {
    let names = published(figures)
    return names.isEmpty ? modelledSource : "Source: \(names). Data of \(evidence.date)."
  }

  /// Publications by name where they fit two lines, else by publisher and date, each whole; what has
  /// no room stands in the notes.
  func published(_ figures: [Figure]) -> String {
    var sources: [Source] = []
    for source in figures.compactMap(\.source) where source.id != "model" {
      if !sources.contains(where: { $0.id == source.id }) { sources.append(source) }
    }
    let room = 150
    let long = sources.map(\.name).joined(separator: "; ")
    if long.count <= room { return long }
    var short: [String] = []
    for source in sources where !short.contains(source.short) { short.append(source.short) }
    var kept = short.count
    func text() -> String {
      short.prefix(kept).joined(separator: "; ")
        + (kept < short.count ? "; \(short.count - kept) more in the notes" : "")
    }
    while kept > 1, text().count > room { kept -= 1 }
    return text()
  }

  /// Whose the modelled numbers are, of which data, which statistic and which scenario.
  var modelledSource: String {
    modelled(subject.uncertainty == nil ? "Central case" : "Expected values")
  }

  /// The same of numbers of the central case.
  var centralSource: String { modelled("Central case, every assumption at its middle value") }

  private func modelled(_ statistic: String) -> String {
    let names = ComparisonRules.names(subject)
    let scenario =
      subject.rival == nil
      ? "Scenario \(names.0): its line is" : "Scenarios \(names.0) and \(names.1): their lines are"
    return "Modelled by this project, not an official statistic; \(subject.edition). \(statistic). "
      + "\(scenario) on the last slide."
  }
}

extension String {
  /// Its beginning in at most so many characters, to the end of a word, with dots where something is
  /// left out.
  func whole(upTo most: Int) -> String {
    guard count > most else { return self }
    let start = prefix(most - 1)
    return (start.lastIndex(of: " ").map { start[..<$0] } ?? start) + "\u{2026}"
  }

  /// Its first sentence; where that is a bare "No." or "Yes.", the next as well.
  var firstSentence: String {
    var end = startIndex
    repeat {
      guard let stop = self[end...].firstRange(of: ". ") else { return self }
      end = stop.upperBound
    } while distance(from: startIndex, to: end) < 12
    return String(self[..<end].dropLast())
  }
}

/// What a chart of money is in: £m where its largest value is under a billion.
struct MoneyScale {
  /// What values in £bn are multiplied by.
  let factor: Double
  /// `£bn`, `£m`
  let unit: String

  var unitAYear: String { unit + " a year" }

  /// - Parameter billions: the values that are drawn.
  init(_ billions: [Double]) {
    let column = MoneyColumn(billions)
    factor = column.isMillions ? 1_000 : 1
    unit = column.unit
  }
}
