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
    let all = subject.benefits + subject.costs + (theirs.map { $0.benefits + $0.costs } ?? [])
    let scale = MoneyScale(all)
    var series: [Chart.Series] = []
    func column(_ label: String, _ role: Chart.Role, _ values: [Double]) {
      let values = values.prefix(shown.count).map { $0 * scale.factor }
      series.append(byYear(label, .column, role, values))
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
      // The other scenario's are light with a dark edge: told apart in print without colour.
      column("\(names.0): benefit", .series(0), subject.benefits)
      column("\(names.0): cost", .series(1), subject.costs)
      column("\(names.1): benefit", .range(0), theirs.benefits)
      column("\(names.1): cost", .range(1), theirs.costs)
    } else {
      title = "\(span) it costs \(own.cost.prose) and brings \(own.benefit.prose)"
      column("Benefit", .series(0), subject.benefits)
      column("Cost", .series(1), subject.costs)
    }
    let chart = Chart(
      title: "Benefit and cost by year", x: Chart.Axis(.years),
      y: Chart.Axis(.money, unit: scale.unitAYear), series: series, basis: .scenario)
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
    let scale = MoneyScale(rows.map(\.1))
    return bars(
      title, rows.map { ($0.0, $0.1 * scale.factor) }, head: "Step",
      unit: scale.unitAYear + " in \(subject.lastYear)",
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
    // Both ways from the middle: no bar is longer than the balance moves that way.
    let middle = subject.projection.account.metrics[.npsv] ?? 0
    func ways(_ label: String, _ role: Chart.Role, _ end: (TornadoBar) -> Double) -> Chart.Series {
      Chart.Series(
        Chart.Series.id(of: label), label: label, .bar, role,
        top.enumerated().map { Chart.Datum(x: Double($0), end($1) - middle) })
    }
    let chart = Chart(
      title: "Assumptions that move the balance of all years most", form: .rows,
      x: Chart.Axis(.categories, names: top.map(label)),
      y: Chart.Axis(
        .number, unit: "\(Money.billions) from \(Numbers.billions(middle)), all in the middle"),
      series: [
        ways("At its low value", .range(0)) { $0.atP10 },
        ways("At its high value", .series(0)) { $0.atP90 },
      ])
    let words =
      "Bar chart of \(top.count) assumptions, how far each moves the balance either way; the longest "
      + "is \(label(most)). "
    guard
      let sheet = Book.Sheet(
        "Data", chart, head: "Assumption", alternative: (words + title + ".").whole(upTo: 299))
    else { return nil }
    return Deck.Slide(
      title, .chart(sheet), source: centralSource,
      notes: [
        "Each bar is how far the balance of all years moves from \(Numbers.billions(middle)) when one "
          + "assumption goes to its low or to its high value, all others in the middle: the central "
          + "case."
      ] + (exchange.map(told) ?? []) + cards([figure]))
  }

  /// Values of the projection's first years as a part of a chart.
  func byYear(
    _ label: String, _ mark: Chart.Mark, _ role: Chart.Role, _ values: some Sequence<Double>
  ) -> Chart.Series {
    Chart.Series(
      Chart.Series.id(of: label), label: label, mark, role,
      zip(subject.times, values).map { Chart.Datum(x: $0, $1) })
  }
}
