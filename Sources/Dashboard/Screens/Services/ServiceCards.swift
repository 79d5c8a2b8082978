import Figures
import Frames

/// The services that people ask about, a card each: what was promised, how it was, how it is, what
/// comes next, and who says so.
enum ServiceCards {
  static let id = "cards"

  /// A line of a card.
  private struct Line {
    var label, stage, what, when: String
    var text: Text?
    var change: Text?
    var figures: [Figure]
  }

  static func panel(_ state: State) -> Panel {
    let title = "Services: promised, then, now, next"
    let lines = lines(state)
    guard !lines.isEmpty else {
      return .waiting(
        id, title,
        "Not in these data: rows of adoption.csv, or services that datapackage.json lists.")
    }
    return Panel(
      id, title,
      table: Table(
        [
          Column("service", most: 14), Column("stage"),
          Column("what and when", flexible: true, least: 20),
          Column("figure", trailing: true), Column("change", trailing: true, priority: 3),
          Column("source", priority: 4, most: 24),
        ],
        lines.map { line in
          Table.Row(
            [
              Text(line.label, line.stage == "promised" ? .strong : .muted),
              Text(line.stage, .muted),
              Text(
                isDated(line) ? line.what : "\(line.what), \(line.when)",
                line.figures.isEmpty ? .muted : .plain), line.text ?? Text(""),
              line.change ?? Text(""),
              Text(line.figures.first?.source?.publisher ?? "", .muted),
            ], Item(figures: line.figures))
        }))
  }

  /// Whether the words say when by themselves, or there is nothing to date.
  private static func isDated(_ line: Line) -> Bool {
    line.when.isEmpty || line.what.hasSuffix(line.when)
  }

  /// What the first card says of then and now, in a sentence; nil where its numbers are not there.
  static func sentence(_ state: State) -> (text: String, figures: [Figure])? {
    guard let card = state.evidence.roles.services.first, let series = series(card, state),
      let now = series.last
    else {
      return nil
    }
    let before = series.points.count > 1 ? series.first : nil
    let figures = [now, before].compactMap { $0.map { state.evidence.figure($0, in: .adoption) } }
    return (
      "\(state.evidence.name(of: card.body)), \(series.measure.lowercased()): \(now.printed) "
        + "(\(now.period))" + (before.map { ", \($0.printed) in \($0.period)" } ?? ""), figures
    )
  }

  private static func series(_ card: ServiceCard, _ state: State) -> AdoptionSeries? {
    AdoptionSeries.all(state).first {
      $0.body == card.body && (card.measure == nil || $0.measure == card.measure)
    }
  }

  private static func lines(_ state: State) -> [Line] {
    let cards = state.evidence.roles.services
    let known = Set(cards.map(\.body))
    var rest: [ServiceCard] = []
    for row in state.evidence.rows(.adoption)
    where !known.contains(row.body) && !rest.contains(where: { $0.body == row.body }) {
      rest.append(ServiceCard(body: row.body))
    }
    return cards.filter { state.evidence.body($0.body) != nil }.flatMap { lines($0, state) }
      + rest.flatMap { card in
        lines(card, state).filter { ["then", "now"].contains($0.stage) }
      }
  }

  private static func lines(_ card: ServiceCard, _ state: State) -> [Line] {
    let evidence = state.evidence
    let milestones = evidence.milestones.filter { $0.body == card.body }
      .sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    let announced = milestones.first { $0.id == card.promised }
    var lines = [
      announced.map { line(card, "promised", $0, state) }
        ?? fact(card, "promised", card.promised, state) ?? absent(card, "promised", state)
    ]
    lines += [fact(card, "cost", card.cost, state)].compactMap { $0 }
    if let series = series(card, state), let last = series.last {
      let before = series.points.count > 1 ? series.first : nil
      lines += [before.map { line(card, "then", $0, state) }].compactMap { $0 }
      var now = line(card, "now", last, state)
      if let change = series.change(state) {
        now.change = Text(change.text, signs: state.signs(change), .plain, number: 1)
        now.figures.append(change)
      }
      lines.append(now)
    } else {
      lines += [fact(card, "then", card.then, state), fact(card, "now", card.now, state)]
        .compactMap { $0 }
    }
    func first(_ wanted: PromiseState) -> Milestone? {
      milestones.first { PromiseState($0, on: evidence.date) == wanted }
    }
    let (overdue, due) = (first(.late), first(.due))
    lines += [overdue.map { line(card, "overdue", $0, state) }].compactMap { $0 }
    lines.append(due.map { line(card, "next", $0, state) } ?? absent(card, "next", state))
    return lines
  }

  private static func name(of card: ServiceCard, _ state: State) -> String {
    card.name ?? state.shortName(card.body)
  }

  private static func absent(_ card: ServiceCard, _ stage: String, _ state: State) -> Line {
    Line(
      label: name(of: card, state), stage: stage, what: Evidence.absent, when: "", figures: [])
  }

  private static func line(_ card: ServiceCard, _ stage: String, _ row: Milestone, _ state: State)
    -> Line
  {
    let figure = state.evidence.figure(row)
    return Line(
      label: name(of: card, state), stage: stage, what: row.title, when: row.date,
      text: figure.value.map {
        Text($0.bare, signs: state.signs(figure), number: 0, value: $0.number)
      } ?? Text("", signs: state.signs(figure), number: 0), figures: [figure])
  }

  private static func line(
    _ card: ServiceCard, _ stage: String, _ row: Observation, _ state: State
  ) -> Line {
    Line(
      label: name(of: card, state), stage: stage, what: said(row.measure, row.unit),
      when: row.period,
      text: Text(row.number, signs: state.signs(row), number: 0, value: row.value),
      figures: [state.evidence.figure(row, in: .adoption)])
  }

  private static func fact(
    _ card: ServiceCard, _ stage: String, _ id: String?, _ state: State
  ) -> Line? {
    id.flatMap(state.evidence.fact).map { fact in
      Line(
        label: name(of: card, state), stage: stage, what: said(fact.measure, fact.unit),
        when: fact.period,
        text: Text(state.number(fact), signs: state.signs(fact), number: 0, value: fact.value),
        figures: [state.evidence.figure(fact)])
    }
  }

  /// What is measured, with the words of its unit where it does not name them.
  private static func said(_ measure: String, _ unit: String) -> String {
    let words = Numbers.words(of: unit)
    let isSaid = words.isEmpty || measure.lowercased().contains(words.lowercased())
    return isSaid ? measure : "\(measure) (\(words))"
  }
}
