import Analytics
import Dashboard
import Documents
import Figures
import Frames

/// The first page: the message and the lines to take, which are those of the note, then a table and
/// two pictures.
enum SummarySection {
  /// What is said; an annex to a note, which has said it, goes without.
  static let linesTitle = "Lines to take"

  static func lines(_ subject: Subject) -> Section {
    Section(
      linesTitle,
      NoteRules.first(subject).map { .message($0) } + [.points(NoteRules.toTake(subject))])
  }

  static func figures(_ subject: Subject) -> Section {
    Section(
      "Key figures", [table(subject)].compactMap { $0 } + [.pictures(pictures(subject))])
  }

  private static func table(_ subject: Subject) -> Block? {
    var rows: [(label: String, figure: Figure)] = []
    func add(_ label: String, _ figure: Figure?) {
      if let figure { rows.append((label, figure)) }
    }
    let words = subject.uncertainty == nil ? ", central case" : " (range)"
    add(
      "Benefit a year in \(subject.lastYear)\(words)",
      subject.cell(
        "final_benefit", "Benefit in \(subject.lastYear)", subject.finalBenefit, subject.benefit))
    add(
      "Net present social value\(words)",
      subject.cell("npsv", "Net present social value", subject.npsv, subject.worth))
    if let code = subject.code {
      let year = subject.evidence.contractorYear(of: code)
      add(
        "Contingent labour and consultancy, \(year?.year.description ?? "")",
        year.map { subject.evidence.figure($0, of: code) })
      let evidence = subject.evidence
      // The rows that the organisation's page shows.
      let target = evidence.efficiencyTarget(of: code)
      let rows: [(ObservationTable, Observation?)] = [
        (.legacy, evidence.latest(.legacy, "Red-rated legacy systems", of: code)),
        (.budgets, subject.state.budget(of: code)),
        (.workforce, evidence.latest(.workforce, "Civil servants, headcount", of: code)),
        (.efficiencyPlans, target?.share), (.efficiencyPlans, target?.published),
      ]
      for case (let table, let row?) in rows {
        add("\(row.measure), \(row.period)", evidence.figure(row, in: table))
      }
      if let target, let derived = evidence.derivedFigure(target), let budget = target.budget {
        add("That share of the budget planned for \(budget.period), as money", derived)
      }
    } else {
      for role in [
        .headline, .legacyShare, .redRated,
        .thirdParties, .outageCount, .noDigitalPath,
      ] as [Role] {
        add(
          subject.evidence.fact(role).map { fact in
            let name = subject.name(of: fact.body)
            return "\(fact.measure), \(name)" + (fact.period == "undated" ? "" : ", \(fact.period)")
          } ?? "", subject.fact(role))
      }
    }
    return Document.Table.of(
      rows, subject,
      caption: (subject.uncertainty == nil
        ? "" : "Modelled ones are expected values with the range of 8 in 10 runs. ")
        + "Confidence: "
        + "\(Confidence.allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: ", ")).")
  }

  /// Of an organisation its projection and its months, or its streams where no month is returned.
  private static func pictures(_ subject: Subject) -> [Illustration] {
    guard let code = subject.code else {
      return [
        subject.picture("projection", Place(.overview), panel: "fan"),
        subject.picture("opportunity", Place(.overview), panel: "levers"),
      ]
    }
    let hasMonths = !subject.evidence.monthly.spend(of: code, last: 1).isEmpty
    let place = Place(.department, path: [code])
    return [
      subject.picture("projection", place, panel: "projection"),
      hasMonths
        ? subject.picture("contractors", place, panel: "months")
        : subject.picture("streams", place, panel: "streams"),
    ]
  }
}

extension Subject {
  /// A panel of the dashboard as a picture; its name in files begins with whom it is of.
  func picture(_ name: String, _ place: Place, panel: String) -> Illustration {
    var state = state
    for action in [
      .went(place), .pictureTaken(Settings(theme: .light)),
      .resized(columns: Self.pictureColumns, rows: Self.pictureRows),
    ] as [Action] { _ = state.update(action) }
    let prefix = code.map { $0.lowercased() } ?? "whole"
    return Illustration(name: "\(prefix)-\(name)", state.picture(panel: panel))
  }

  /// Two of them stand side by side on a page.
  static let pictureColumns = 55
  static let pictureRows = 16
}
