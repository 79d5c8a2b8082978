import Analytics
import Charts
import Dashboard
public import Documents
import Figures
import Frames

extension Briefing {
  /// Slides: what it could bring, what it costs, what stands in the way, contractors, legacy and
  /// outages, what is disputed, what to ask, and how it was made.
  public var deck: Deck {
    Deck(
      title: "\(name): slides", subtitle: subtitle, marking: marking,
      created: subject.evidence.date, slides: BriefingSlides(subject: subject).all
    )
  }
}

/// The slides of a briefing; one whose figures are not there is left out.
final class BriefingSlides {
  let subject: Subject

  // A class, since a copy of a subject is long code.
  init(subject: Subject) { self.subject = subject }

  var evidence: Evidence { subject.evidence }
  /// What may be asked, with the answers: several slides have theirs in their notes.
  private(set) lazy var exchanges = NoteQuestions.all(subject)

  var all: [Deck.Slide] {
    let slides: [Deck.Slide?] =
      subject.rival == nil
      ? [headline, money, holders, wayFromHeadline, driver, contractors, legacy, outages]
      : [headline, money, leverParts]
    return slides.compactMap { $0 } + [disputed, questions, made].compactMap { $0 }
  }

  // MARK: The slides

  /// The claim of a rule as a title: without the words that the slide does not need.
  private func title(_ rules: [Rule]) -> (text: String, figures: [Figure])? {
    rules.sentences(subject).first.map { ($0.passage.plain.plainWords, $0.passage.figures) }
  }

  private var headline: Deck.Slide? {
    let (heads, lines) =
      subject.rival == nil
      ? (NoteRules.headlines, NoteRules.lines)
      : (NoteRules.comparedHeadlines, NoteRules.comparedLines)
    guard let title = title(heads), let chart = NoteChart.chart(subject),
      let sheet = Book.Sheet("Data", chart, head: "Year", alternative: NoteChart.words(subject))
    else { return nil }
    let sentences = lines.sentences(subject)
    return Deck.Slide(
      title.text, .chart(sheet), source: modelledSource,
      notes: sentences.map { $0.passage.plain.plainWords }
        + cards(title.figures + sentences.flatMap(\.passage.figures)))
  }

  /// Cost and benefit in the years that money is settled for, and a few on either side.
  private var money: Deck.Slide? {
    let places = subject.reviewPlaces
    let theirs = subject.rival.map { subject.with($0) }
    guard let first = places.first, let last = places.last, subject.costs.count > last,
      subject.benefits.count > last
    else { return nil }
    let years = subject.projection.years
    let shown = years.prefix(max(last + 4, 8))
    var title: String
    var figures: [Figure] = []
    let names = ComparisonRules.names(subject)
    var series: [Chart.Series] = []
    func column(_ label: String, _ role: Int, _ values: [Double]) {
      series.append(byYear(label, .column, .series(role), values.prefix(shown.count)))
    }
    func sum(_ values: [Double]) -> Double { places.reduce(0) { $0 + values[$1] } }
    func sums(_ of: Subject) -> (cost: Figure, benefit: Figure) {
      (of.plainly("review.cost", sum(of.costs)), of.plainly("review.benefit", sum(of.benefits)))
    }
    let own = sums(subject)
    figures += [own.cost, own.benefit]
    let span = "\(subject.reviewWords), \(years[first]) to \(years[last]),"
    if let theirs, theirs.costs.count > last, theirs.benefits.count > last {
      let other = sums(theirs)
      figures += [other.cost, other.benefit]
      title =
        "\(years[first]) to \(years[last]): \(names.0) costs \(own.cost.prose) and brings "
        + "\(own.benefit.prose); \(names.1), \(other.cost.prose) and \(other.benefit.prose)"
      column("\(names.0): benefit", 0, subject.benefits)
      column("\(names.0): cost", 1, subject.costs)
      column("\(names.1): benefit", 2, theirs.benefits)
      column("\(names.1): cost", 3, theirs.costs)
    } else {
      title = "\(span) it costs \(own.cost.prose) and brings \(own.benefit.prose)"
      column("Benefit", 0, subject.benefits)
      column("Cost", 1, subject.costs)
    }
    let chart = Chart(
      title: "Benefit and cost by year", x: Chart.Axis(.years),
      y: Chart.Axis(.money, unit: Money.billionsAYear), series: series, basis: .scenario)
    let words =
      "Column chart of benefit and cost by year, \(years[0]) to \(years[shown.count - 1]). " + title
      + "."
    guard let sheet = Book.Sheet("Data", chart, head: "Year", alternative: words) else {
      return nil
    }
    title = title.plainWords
    let exchange = exchanges.first { $0.answer.rule == "note.ask.cost" }
    return Deck.Slide(
      title, .chart(sheet), source: modelledSource,
      notes: (exchange.map(told) ?? []) + cards(figures))
  }

  /// Which sector has how much of each lever: a picture, since no office program stacks bars of
  /// parts that are named in them.
  private var holders: Deck.Slide? {
    guard subject.organisation == nil else { return nil }
    var picture = subject.picture("potential", Place(.opportunity), panel: "matrix")
    // Headline and sources stand on the slide.
    picture.picture.dress = nil
    guard !picture.picture.parts.isEmpty else { return nil }
    let said = OpportunityRules.all.sentences(subject)
    return Deck.Slide(
      "Who holds the potential is this project's own split: none has been published",
      .picture(picture), source: modelledSource,
      notes: said.map(\.passage.plain) + [picture.picture.altText]
        + cards(said.flatMap(\.passage.figures)))
  }

  /// What keeps the headline from coming whole.
  private var wayFromHeadline: Deck.Slide? {
    guard subject.brings, let steps = subject.steps else { return nil }
    let words: [(HeadlineStep, String, String)] = [
      (.fullPotential, "Published potential", ""),
      (.potentialRange, "Range of the potential", "the range of the potential"),
      (.notReached, "Not reached", "what is not reached"),
      (.notRealised, "Not realised", "what is reached and not realised"),
      (.notTakenUp, "Not taken up in time", "what is not taken up in time"),
      (.eroded, "Worn off", "what wears off as fraud adapts"),
      (.countedTwice, "Counted twice", "what is counted twice"),
      (.likeForLike, "Left of the headline", ""),
      (.contractorsBeside, "Beside it: contractors", ""),
      (.legacyBeside, "Beside it: legacy", ""), (.benefit, "Benefit in all", ""),
    ]
    guard
      let largest = words.filter({ !$0.2.isEmpty })
        .min(by: { (steps[$0.0] ?? 0) < (steps[$1.0] ?? 0) }), let loss = steps[largest.0], loss < 0
    else { return nil }
    let figure = subject.modelled(
      largest.0.rawValue, largest.1, "\(Numbers.billions(-loss)) a year",
      value: subject.number(-loss, Money.billionsAYear, in: subject.lastYear))
    let whole = subject.fact(.headline)
    let lost = "is lost by \(largest.2), \(figure.prose) by \(subject.lastYear)"
    let title =
      subject.organisation == nil
      ? "Why not \(whole?.value?.number.map { Numbers.billions($0) } ?? "all of it")? Most \(lost)"
      : "Its part of the headline does not come whole: most \(lost)"
    let rows = words.map { ($0.1, steps[$0.0] ?? 0) }.filter { abs($0.1) > 1e-9 }
    return bars(
      title, rows, head: "Step", unit: Money.billionsAYear + " in \(subject.lastYear)",
      notes: cards([figure] + (whole.map { [$0] } ?? [])), source: modelledSource)
  }

  /// The assumptions that the answer turns on, of the nation.
  private var driver: Deck.Slide? {
    let top = subject.tornado.filter { $0.swing > 1e-9 }.prefix(8)
    func label(_ bar: TornadoBar) -> String {
      subject.inputs.assumptions.first { $0.id == bar.assumption }?.label ?? bar.assumption.id
    }
    guard let most = top.first else { return nil }
    let (low, high) = (min(most.atP10, most.atP90), max(most.atP10, most.atP90))
    let figure = subject.modelled(
      "tornado.\(most.assumption.id)", "Balance of all years, \(label(most))",
      "\(Numbers.billions(low)) and \(Numbers.billions(high))",
      value: subject.number(nil, Money.billions, .central, low: low, high: high, national: true))
    let whose = subject.organisation == nil ? "" : " for the whole"
    let title =
      "The answer turns most on \(label(most).uncapitalised): between its low and its high value "
      + "the balance of all years\(whose) moves between \(figure.prose)"
    let exchange = exchanges.first { $0.answer.rule == "note.ask.sure" }
    return bars(
      title, top.map { (label($0), $0.swing) }, head: "Assumption",
      unit: "Change of the balance, \(Money.billions)",
      notes: [
        "Each bar is how far the balance of all years moves when one assumption goes from its low to "
          + "its high value, all others in the middle."
      ] + (exchange.map(told) ?? []) + cards([figure]), source: modelledSource)
  }

  private var contractors: Deck.Slide? {
    guard let code = subject.code else { return departments }
    guard let year = evidence.contractorYear(of: code),
      let record = subject.contractorRecord, !record.years.isEmpty
    else { return nil }
    let figure = evidence.figure(year, of: code)
    let title =
      "In \(year.year) it spent \(figure.prose) on contingent labour and consultancy"
      + (year.isComplete ? "" : ", of which \(year.coverage) came in")
    let years = record.years.suffix(8)
    let axis = Chart.Axis(
      .categories,
      names: years.map { $0.year.description + ($0.isComplete ? "" : ", in part") })
    func column(_ label: String, _ role: Int, _ value: (ContractorYear) -> Double) -> Chart.Series {
      Chart.Series(
        Chart.Series.id(of: label), label: label, .column, .series(role),
        years.enumerated().map { Chart.Datum(x: Double($0), value($1)) })
    }
    let chart = Chart(
      title: "Contingent labour and consultancy by year", x: axis,
      y: Chart.Axis(.money, unit: Money.millions + ", prices of the day"),
      series: [
        column("Contingent labour", 0) { $0.contingent },
        column("Consultancy", 1) { $0.consultancy },
      ])
    guard
      var sheet = Book.Sheet(
        "Data", chart, head: "Year",
        alternative: "Column chart of contingent labour and consultancy by year. \(title).")
    else { return nil }
    sheet.charts[0].form = .columns(stacked: true)
    let said = ContractorRules.all.sentences(subject)
    return Deck.Slide(
      title, .chart(sheet), source: source([figure]),
      notes: said.map(\.passage.plain) + cards([figure]))
  }

  /// What departments returned in the year that they are compared in.
  private var departments: Deck.Slide? {
    let rows = evidence.contractorDepartments.prefix(8).compactMap { code in
      evidence.contractorYear(of: code).map { (code, $0) }
    }
    guard let (code, year) = rows.first else { return nil }
    let figure = evidence.figure(year, of: code)
    let thirds = subject.fact(.thirdParties)
    return bars(
      "\(subject.name(of: code)) returned most contingent labour and consultancy in \(year.year): "
        + figure.prose, rows.map { (subject.name(of: $0.0), $0.1.total) }, head: "Department",
      unit: "\(Money.millions) in \(year.year), prices of the day",
      notes: ContractorRules.all.sentences(subject).map(\.passage.plain)
        + ContractorRules.oddities(subject).map(\.passage.plain)
        + cards([figure] + (thirds.map { [$0] } ?? [])), source: source([figure]))
  }

  private var legacy: Deck.Slide? {
    let said = LegacyRules.all.sentences(subject)
    let figures = said.flatMap(\.passage.figures)
    guard let own = subject.own, let with = own.legacyShare.last,
      let without = own.legacyShareBaseline.last
    else {
      let counts = evidence.rows(.legacy).filter { row in
        row.measure == "Red-rated legacy systems" && (row.value ?? 0) > 0
          && subject.inputs.organisations.contains { $0.code == row.body }
      }.sorted { ($0.value ?? 0, $1.body) > ($1.value ?? 0, $0.body) }
      guard let first = counts.first else { return nil }
      let figure = evidence.figure(first, in: .legacy)
      return bars(
        "Of the counts by department that were published, \(subject.name(of: first.body)) has most "
          + "red-rated legacy systems: \(figure.prose)",
        counts.prefix(8).map { (subject.name(of: $0.body) + $0.period.when, $0.value ?? 0) },
        head: "Department", unit: "Red-rated systems at the last count",
        notes: said.map(\.passage.plain) + cards([figure] + figures), source: source([figure]))
    }
    let title =
      "Legacy is \(Numbers.share(with)) of its systems by \(subject.lastYear) in this scenario, "
      + "\(Numbers.share(without)) without a programme"
    guard
      let sheet = paths(
        "Share of systems that is legacy", of: "the share of systems that is legacy",
        unit: "% of systems", claim: title,
        with: own.legacyShare.map { $0 * 100 }, without: own.legacyShareBaseline.map { $0 * 100 })
    else { return nil }
    return Deck.Slide(
      title, .chart(sheet), source: modelledSource,
      notes: said.map(\.passage.plain) + cards(figures))
  }

  private var outages: Deck.Slide? {
    let said = OutageRules.all.sentences(subject)
    guard let count = subject.fact(.outageCount), let fact = evidence.fact(.outageCount),
      subject.family?.contains(fact.body) ?? true,
      let with = subject.projection.national.outages.last,
      let without = subject.projection.national.outagesBaseline.last
    else { return nil }
    let title =
      "\(subject.name(of: fact.body)) counted \(count.prose) rated critical in \(fact.period); by "
      + "\(subject.lastYear) the model has \(Numbers.telling(with, places: 0)) a year, "
      + "\(Numbers.telling(without, places: 0)) without a programme"
    guard
      let sheet = paths(
        "Critical outages a year", of: "critical outages a year",
        unit: "Critical outages a year, central case", claim: title,
        with: subject.projection.national.outages,
        without: subject.projection.national.outagesBaseline)
    else { return nil }
    return Deck.Slide(
      title, .chart(sheet), source: source([count]) + " Lines: " + modelledSource,
      notes: said.map(\.passage.plain) + cards([count]))
  }

  /// A number of two paths by year: with the scenario and without a programme.
  private func paths(
    _ title: String, of what: String, unit: String, claim: String, with: [Double], without: [Double]
  ) -> Book.Sheet? {
    let chart = Chart(
      title: title, x: Chart.Axis(.years),
      y: Chart.Axis(.number, unit: unit),
      series: [
        byYear("in this scenario", .line, .series(0), with[...]),
        byYear("without a programme", .line, .beside(1), without[...]),
      ], basis: .scenario)
    return Book.Sheet(
      "Data", chart, head: "Year",
      alternative: "Line chart of \(what), \(subject.projection.years.first ?? "") to "
        + "\(subject.lastYear). \(claim.prefix(140)).")
  }

  /// Values of the projection's first years as a part of a chart.
  private func byYear(
    _ label: String, _ mark: Chart.Mark, _ role: Chart.Role, _ values: ArraySlice<Double>
  ) -> Chart.Series {
    Chart.Series(
      Chart.Series.id(of: label), label: label, mark, role,
      zip(subject.times, values).map { Chart.Datum(x: $0, $1) })
  }
}
