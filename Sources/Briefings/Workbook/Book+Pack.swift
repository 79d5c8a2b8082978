import Analytics
import Charts
import Dashboard
public import Documents
import Figures

extension Briefing {
  /// What the pack is made of as a workbook: cover, contents, notes, then a table a sheet, sources
  /// last.
  public var book: Book {
    let subjects = [subject] + (subject.rival.map { [subject.with($0)] } ?? [])
    let tables = BookSheets(subjects: subjects).tables
    let title = "\(name): figures and projection"
    let lines = subjects.map { ProjectionSection.line($0) }
    var cover = Book.Sheet(
      "Cover", title: title,
      remarks: [
        subtitle,
        "Published figures as their publishers have them, and what a model of this project makes of "
          + "them. Each number has its mark, date and source beside it.",
        "Data of \(subject.evidence.date). Prices of the projection: "
          + "\(subject.projection.years.first ?? "").",
      ] + lines.map { "Scenario line, which makes the modelled numbers again: \($0)" }
        + ["Made by digigov."])
    if !marking.isEmpty { cover.remarks.insert(marking, at: 0) }
    let explained = tables.map(BookSheets.explained)
    let contents = Book.Sheet(
      "Contents", title: "Contents",
      remarks: ["This sheet has one table, with a link to each sheet."],
      header: ["Sheet", "What it holds"],
      rows: ([BookSheets.notes] + explained).map { [.sheet($0.name), .text($0.title)] })
    return Book(
      title: title, subtitle: subtitle, marking: marking, created: subject.evidence.date,
      sheets: [cover, contents, BookSheets.notes] + explained)
  }
}

/// The sheets of a workbook.
struct BookSheets {
  let subjects: [Subject]

  var subject: Subject { subjects[0] }
  var evidence: Evidence { subject.evidence }

  var tables: [Book.Sheet] {
    let figures = published
    var sheets = [results, years] + differences
    if subject.organisation == nil { sheets.append(organisations) }
    sheets += [figures.sheet, contractors, levers, assumptions].filter { !$0.rows.isEmpty }
    for (place, subject) in subjects.enumerated() {
      let suffix = subjects.count == 1 ? "" : "\(place + 1)"
      sheets += ModelSheets(subject: subject, suffix: suffix).sheets
    }
    return sheets + [sources(figures.sources)]
  }

  static let notes = Book.Sheet(
    "Notes", title: "Notes", remarks: ["This sheet has one table."], header: ["Word", "Meaning"],
    rows: [
      (Book.shorthand, "Not available: there may be such a value, and it is not in these data."),
      (Book.notApplicable, "Not applicable: there can be no such value here."),
      ("reported", "Mark: printed in a named publication."),
      ("derived", "Mark: arithmetic on reported numbers."),
      ("modelled", "Mark: a judgement of this project, or anything that depends on one."),
      ("kind", "What sort of statement a published figure is; only reported is a measurement."),
      (
        "confidence",
        Confidence.allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: ", ")
      ),
      ("qualifier", "The word that a source puts before a number: over, about, at least."),
      ("disputed", "Other published figures of the same thing that disagree, by their ids."),
      ("audit", "What is to be said against a number: incomplete, odd, or read at second hand."),
      ("mean", "Statistic: the mean over the runs of the model, the expected value."),
      ("central", "Statistic: one run of the model with every assumption at its middle value."),
      (
        "shaded number",
        "In the sheets Model: may be changed; the workbook computes anew what follows from it."
      ),
      (
        "low, high",
        "Of modelled numbers, where eight runs in ten lie; of published ones, as published."
      ),
    ].map { [.text($0.0), .text($0.1)] })

  static let one = "This sheet has one table."

  /// A sheet with the shorthand of its cells explained above its table.
  static func explained(_ sheet: Book.Sheet) -> Book.Sheet {
    var sheet = sheet
    guard !sheet.remarks.isEmpty else { return sheet }
    let cells = sheet.rows.joined()
    if cells.contains(.none) { sheet.remarks[0] += " \(Book.shorthand): not available." }
    if cells.contains(.inapplicable) {
      sheet.remarks[0] += " \(Book.notApplicable): not applicable."
    }
    return sheet
  }

  /// Whose the modelled numbers of a sheet are.
  var modelled: String {
    "Source: this project's model over \(subject.edition); not an official statistic."
  }

  func cell(_ value: Double?) -> Book.Cell { value.map { .number($0) } ?? .none }
  func cell(_ text: String) -> Book.Cell { text.isEmpty ? .none : .text(text) }
  /// Of what need not have a value.
  func perhaps(_ value: Double?) -> Book.Cell { value.map { .number($0) } ?? .inapplicable }
  func perhaps(_ text: String) -> Book.Cell { text.isEmpty ? .inapplicable : .text(text) }

  func statistic(_ subject: Subject) -> String { subject.state.statistic.rawValue }

  // MARK: The model

  /// The results of each scenario.
  private var results: Book.Sheet {
    var rows: [[Book.Cell]] = []
    for subject in subjects {
      func add(
        _ id: String, _ label: String, _ value: Double?, _ unit: String, _ summary: Summary? = nil
      ) {
        rows.append([
          .text(subject.state.scenarioName), perhaps(id), .text(label), cell(value),
          perhaps(summary?.p10), perhaps(summary?.p90), .text(unit), .text(statistic(subject)),
          .text(Mark.modelled.rawValue), cell(evidence.date), .text("model"),
        ])
      }
      add(
        subject.explained("benefit", in: subject.lastYear), "Benefit a year in \(subject.lastYear)",
        subject.benefit,
        Money.billionsAYear, subject.finalBenefit)
      add(
        subject.code == nil
          ? subject.explained("cash", in: subject.lastYear)
          : subject.explainedBeside("cash", in: subject.lastYear),
        "Of it, cash-releasing", subject.cash, Money.billionsAYear)
      add(
        subject.explained("npsv"), "Net present social value", subject.worth, Money.billions,
        subject.npsv)
      let places = subject.reviewPlaces
      if let first = places.first, let last = places.last, subject.costs.count > last {
        let years = "\(subject.projection.years[first]) to \(subject.projection.years[last])"
        add(
          "", "Cost, \(years)", places.reduce(0) { $0 + subject.costs[$1] },
          Money.billions)
        add(
          "", "Benefit, \(years)", places.reduce(0) { $0 + subject.benefits[$1] },
          Money.billions)
      }
      if subject.organisation == nil, let uncertainty = subject.uncertainty {
        add(
          "probability_npsv_positive", "Chance that net present social value is above nought",
          uncertainty.probabilityNPSVPositive, "share of runs")
      }
    }
    return Book.Sheet(
      "Results", title: "What the scenario brings and costs, \(subject.name)",
      remarks: [Self.one, modelled],
      header: [
        "Scenario", "Id", "Measure", "Value", "Low", "High", "Unit", "Statistic", "Mark", "As of",
        "Source id",
      ], rows: rows)
  }

  private var years: Book.Sheet {
    var rows: [[Book.Cell]] = []
    for subject in subjects {
      for (place, year) in subject.projection.years.enumerated() {
        let summary = subject.benefit(at: place)
        rows.append([
          .text(subject.state.scenarioName), .text(year),
          cell(subject.benefits.indices.contains(place) ? subject.benefits[place] : nil),
          perhaps(summary?.p10), perhaps(summary?.p90),
          cell(subject.costs.indices.contains(place) ? subject.costs[place] : nil),
          .text(Money.billions), .text(statistic(subject)), .text(Mark.modelled.rawValue),
          cell(evidence.date), .text("model"),
          cell(subject.explained("benefit", in: year)),
          cell(subject.explainedBeside("cost", in: year)),
          width(summary, row: rows.count),
        ])
      }
    }
    var sheet = Book.Sheet(
      "Years", title: "Benefit and cost by year, \(subject.name)",
      remarks: [
        Self.one,
        modelled
          + " digigov explain answers the ids; of a cost it gives the central case, and with "
          + "--draws the mean beside it.",
      ],
      header: [
        "Scenario", "Year", "Benefit", "Benefit, low", "Benefit, high", "Cost", "Unit", "Statistic",
        "Mark", "As of", "Source id", "Id of the benefit", "Id of the cost",
        "Eight runs in ten, high less low",
      ], rows: rows)
    let count = subject.projection.years.count
    sheet.charts = subjects.enumerated().map { place, subject in
      let range =
        subject.uncertainty == nil
        ? []
        : [
          Book.Chart.Series(3, "Low", .low, colour: "FFFFFF"),
          Book.Chart.Series(
            4, "Eight runs in ten", .high, colour: Book.Chart.colour(.range(0)), width: 13),
        ]
      return Book.Chart(
        .lines, title: "Benefit and cost by year, \(subject.state.scenarioName)",
        alternative: NoteChart.words(subject), unit: Money.billionsAYear, category: 1,
        rows: place * count..<(place + 1) * count,
        series: range + [
          Book.Chart.Series(2, "Benefit", .line, colour: Book.Chart.colour(.series(0))),
          Book.Chart.Series(5, "Cost", .dashes, colour: Book.Chart.colour(.beside(1))),
        ])
    }
    return sheet
  }

  /// How wide a range is, which charts draw.
  private func width(_ summary: Summary?, row: Int) -> Book.Cell {
    guard let low = summary?.p10, let high = summary?.p90 else { return .inapplicable }
    // Below the title, two remarks and the headings.
    return .formula("E\(row + 5)-D\(row + 5)", high - low)
  }

  private var organisations: Book.Sheet {
    var sheet = organisationTable
    let count = subject.inputs.organisations.count
    guard sheet.rows.count == count * subjects.count else { return sheet }
    sheet.charts = subjects.enumerated().map { place, subject in
      Book.Chart(
        .bars, title: "Benefit by organisation, \(subject.state.scenarioName)",
        alternative:
          "Bar chart of the benefit a year in \(subject.lastYear) of \(count) organisations.",
        unit: Money.billionsAYear, category: 2, rows: place * count..<(place + 1) * count,
        series: [Book.Chart.Series(3, "Benefit", .bar, colour: Book.Chart.colour(.series(0)))])
    }
    return sheet
  }

  private var organisationTable: Book.Sheet {
    Book.Sheet(
      "Organisations", title: "Benefit in \(subject.lastYear) by organisation",
      remarks: [
        Self.one,
        "The split over organisations is this project's allocation: none is published. Lows and highs "
          + "do not add up. " + modelled,
      ],
      header: [
        "Scenario", "Code", "Organisation", "Benefit a year", "Low", "High",
        "Net present social value", "Unit", "Statistic", "Mark", "As of", "Source id",
      ],
      rows: subjects.flatMap { subject in
        subject.inputs.organisations.compactMap { organisation -> [Book.Cell]? in
          guard
            let account = subject.account.organisations.first(where: {
              $0.code == organisation.code
            })
          else { return nil }
          let draws = subject.uncertainty?.organisations.first { $0.code == organisation.code }
          return [
            .text(subject.state.scenarioName), .text(organisation.code), .text(organisation.name),
            .number(account.benefit), cell(draws?.finalBenefit.p10), cell(draws?.finalBenefit.p90),
            .number(account.npsv), .text(Money.billions), .text(statistic(subject)),
            .text(Mark.modelled.rawValue), cell(evidence.date), .text("model"),
          ]
        }
      })
  }

  private var levers: Book.Sheet {
    Book.Sheet(
      "Levers", title: "The levers of the scenario",
      remarks: [Self.one, "Source: the scenario, and the levers of the data folder."],
      header: ["Scenario", "Id", "Lever", "Value", "Unit", "From", "To"],
      rows: subjects.flatMap { subject in
        subject.inputs.levers.map { spec in
          [
            .text(subject.state.scenarioName), .text(spec.id.id), .text(spec.label),
            .number(subject.state.value(of: spec.id, for: subject.code)), cell(spec.unit),
            .number(spec.minimum), .number(spec.maximum),
          ]
        }
      })
  }

  private var assumptions: Book.Sheet {
    Book.Sheet(
      "Assumptions", title: "Every assumption as the scenario has it",
      remarks: [
        Self.one,
        "Source: the assumptions of the data folder; what each rests on, in the last column.",
      ],
      header: ["Scenario", "Id", "Assumption", "P10", "P50", "P90", "Unit", "Mark", "Rests on"],
      rows: subjects.flatMap { subject in
        subject.inputs.assumptions.map { spec in
          let set = subject.state.scenario.assumptions[spec.id]
          let range = set ?? spec.range
          return [
            .text(subject.state.scenarioName), .text(spec.id.id), .text(spec.label),
            .number(range.p10), .number(range.p50), .number(range.p90), cell(spec.unit),
            .text((set == nil ? spec.mark : .modelled).rawValue),
            cell(set == nil ? spec.source : "set in the scenario"),
          ]
        }
      })
  }
}
