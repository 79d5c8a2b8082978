import Analytics
import Charts
import Dashboard
import Documents
import Figures

extension BriefingSlides {
  /// What an organisation returned of contractors by year; of the whole, who returned most.
  var contractors: Deck.Slide? {
    guard let code = subject.code else { return departments }
    guard let year = evidence.contractorYear(of: code),
      let record = subject.contractorRecord, !record.years.isEmpty
    else { return nil }
    let figure = evidence.figure(year, of: code)
    let title =
      "In \(year.year) it spent \(figure.prose) on contingent labour and consultancy"
      + (year.isComplete ? "" : ", of which \(year.coverage) came in")
      + (year.isOdd ? "; its returns are odd" : "")
    let years = record.years.suffix(8)
    let axis = Chart.Axis(
      .categories, names: years.map { $0.year.description + Self.doubts($0) })
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
        alternative: "Column chart of contingent labour and consultancy by year. \(title)."
          .whole(upTo: 299))
    else { return nil }
    sheet.charts[0].form = .columns(stacked: true)
    let said = ContractorRules.all.sentences(subject)
    let odd = years.filter(\.isOdd).flatMap { year in
      year.cautions.filter { $0.kind == .odd }.map { "Odd in \(year.year): \($0.text)" }
    }
    return Deck.Slide(
      title, .chart(sheet), source: source([figure]),
      notes: said.map(\.passage.plain) + odd + cards([figure]))
  }

  /// What departments returned in the year that they are compared in.
  private var departments: Deck.Slide? {
    let rows = evidence.contractorDepartments.prefix(8).compactMap { code in
      evidence.contractorYear(of: code).map { (code, $0) }
    }
    guard let (code, year) = rows.first else { return nil }
    let figures = rows.map { evidence.figure($0.1, of: $0.0) }
    let thirds = subject.fact(.thirdParties)
    let odd = rows.count { $0.1.isOdd }
    return bars(
      "\(subject.name(of: code)) returned most contingent labour and consultancy in \(year.year): "
        + figures[0].prose
        + (odd == 0
          ? "" : "; \(odd) of the \(rows.count) returns shown \(odd == 1 ? "is" : "are") odd"),
      rows.map { (subject.name(of: $0.0) + Self.doubts($0.1), $0.1.total) }, head: "Department",
      unit: "\(Money.millions) in \(year.year), prices of the day",
      notes: ContractorRules.all.sentences(subject).map(\.passage.plain)
        + ContractorRules.oddities(subject).map(\.passage.plain)
        + cards(figures + (thirds.map { [$0] } ?? [])), source: source(figures))
  }

  /// What is to be said against a year of returns, behind its name.
  private static func doubts(_ year: ContractorYear) -> String {
    (year.isComplete ? "" : ", in part") + (year.isOdd ? ", odd" : "")
  }

  var legacy: Deck.Slide? {
    let said = LegacyRules.all.sentences(subject)
    let figures = said.flatMap(\.passage.figures)
    guard let own = subject.own, let with = own.legacyShare.last,
      let without = own.legacyShareBaseline.last
    else { return redRated(said.map(\.passage.plain), figures) }
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

  /// Every count by department that was published, none left out, each from its own publication.
  private func redRated(_ said: [String], _ more: [Figure]) -> Deck.Slide? {
    let counts = evidence.rows(.legacy).filter { row in
      row.measure == "Red-rated legacy systems" && row.value != nil
        && subject.inputs.organisations.contains { $0.code == row.body }
    }.sorted { ($1.value ?? 0, $0.body) < ($0.value ?? 0, $1.body) }
    let some = counts.filter { ($0.value ?? 0) > 0 }
    guard let first = some.first else { return nil }
    let figures = some.map { evidence.figure($0, in: .legacy) }
    let rows = zip(some, figures).map { row, figure in
      let word = figure.value?.qualifier.map { ", \($0.rawValue)" } ?? ""
      return (subject.name(of: row.body) + row.period.when + word, row.value ?? 0)
    }
    let none = counts.filter { $0.value == 0 }.map { subject.name(of: $0.body) }
    return bars(
      "Of the counts by department that were published, \(subject.name(of: first.body)) has most "
        + "red-rated legacy systems: \(figures[0].prose)", rows,
      head: "Department", unit: "Red-rated systems at the last count",
      notes: (none.isEmpty ? [] : ["None was counted at: \(none.joined(separator: ", "))."])
        + ["Counts of different dates, from different publications: they do not add up."] + said
        + cards(figures + more), source: source(figures))
  }

  /// Of the central case: there are no expected values of outages by year.
  var outages: Deck.Slide? {
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
      title, .chart(sheet),
      source: "Count: " + published([count])
        + ". Lines: modelled by this project, central case, scenario "
        + subject.state.scenarioName + ", whose line is on the last slide.",
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
        byYear("in this scenario", .line, .series(0), with),
        byYear("without a programme", .line, .beside(1), without),
      ], basis: .scenario)
    let words =
      "Line chart of \(what), \(subject.projection.years.first ?? "") to \(subject.lastYear). "
    return Book.Sheet(
      "Data", chart, head: "Year", alternative: (words + claim + ".").whole(upTo: 299))
  }
}

extension ContractorYear {
  /// Whether the auditor finds something odd in it.
  fileprivate var isOdd: Bool { !verdicts.isEmpty }
}
