import Analytics
import Dashboard
import Figures
import Frames

/// What is published about each theme, with what the model adds where it does.
enum EvidenceSections {
  static func legacy(_ subject: Subject) -> Section {
    var blocks: [Block] = [.points(LegacyRules.all.sentences(subject))]
    let rows =
      subject.organisation == nil
      ? subject.rows(.legacy).filter { $0.measure != redRated && $0.body.hasPrefix("UK") }
      : subject.rows(.legacy)
    if let table = BriefTable.published(
      rows, in: .legacy, subject, caption: "Legacy, as published.")
    {
      blocks.append(table)
    }
    if subject.organisation == nil {
      let departments = subject.rows(.legacy).filter { row in
        row.measure == redRated && subject.inputs.organisations.contains { $0.code == row.body }
      }
      if let table = BriefTable.published(
        departments, in: .legacy, subject,
        caption: "Red-rated legacy systems by department: the last counts that were published.")
      {
        blocks.append(table)
      }
    }
    blocks += Contradictions.table(subject, themes: [.legacy])
    return Section("Legacy", blocks)
  }

  private static let redRated = "Red-rated legacy systems"

  static func contractors(_ subject: Subject) -> Section {
    var blocks: [Block] = [.points(ContractorRules.all.sentences(subject))]
    if let code = subject.code {
      if let table = years(subject, code) { blocks.append(table) }
    } else {
      if let table = departments(subject) { blocks.append(table) }
    }
    blocks += Contradictions.table(subject, themes: [.contractors])
    return Section("Contractors and consultants", blocks)
  }

  /// Complete years only.
  private static func years(_ subject: Subject, _ code: String) -> Block? {
    let years = ContractorYear.complete(subject, code)
    guard !years.isEmpty else { return nil }
    return .table(
      BriefTable(
        caption: "Contingent labour and consultancy by complete financial year, prices of the day; "
          + "parts are rounded so that they add up to the printed sum.",
        header: [
          "Year", "Contingent labour", "Consultancy", "Sum", "Months returned", "Mark", "Source",
        ],
        rows: years.map { year in
          [
            .text(year.label), .number(year.printed[0]), .number(year.printed[1]),
            .figure(year.figure("sum", "Sum", year.printed[2], subject)),
            .number("\(year.months)"), .text(year.mark.rawValue),
            subject.evidence.source(year.sourceID).map { .source($0) } ?? .text(""),
          ]
        }))
  }

  /// Each department in its last complete year.
  private static func departments(_ subject: Subject) -> Block? {
    let rows = subject.evidence.departmentsWithMonths.sorted().compactMap { code in
      ContractorYear.complete(subject, code).last.map { (code, $0) }
    }.sorted { ($0.1.sum, $1.0) > ($1.1.sum, $0.0) }
    return BriefTable.of(
      rows.map { code, year in (subject.evidence.name(of: code), year.total(subject)) }, subject,
      caption: "Contingent labour and consultancy in each department's last complete year.",
      first: "Department")
  }

  static func outages(_ subject: Subject) -> Section {
    var blocks: [Block] = [.points(OutageRules.all.sentences(subject))]
    if let table = BriefTable.published(
      subject.rows(.outages), in: .outages, subject, caption: "Outages, as published.")
    {
      blocks.append(table)
    }
    let incidents = OutageRules.incidents(subject)
    if !incidents.isEmpty { blocks.append(table(incidents, subject)) }
    blocks += Contradictions.table(subject, themes: [.outages])
    return Section("Outages", blocks)
  }

  private static func table(_ incidents: [Incident], _ subject: Subject) -> Block {
    .table(
      BriefTable(
        caption: "Dated incidents and what they cost people.",
        header: [
          "What happened", "Hours", "Affected", "Fell back to", "Note", "Mark", "As of", "Source",
        ],
        rows: incidents.map { incident in
          [
            .text("\(subject.name(of: incident.body)): \(incident.title)"),
            .number(incident.hours.map(Numbers.count) ?? "not stated"),
            .text(incident.affected == nil ? "not stated" : incident.affectedValue.text),
            .text(incident.fallback.isEmpty ? "not stated" : incident.fallback),
            .text(incident.note),
            .text(
              incident.mark.rawValue
                + (incident.kind == .reported ? "" : ", \(incident.kind.rawValue)")),
            .text(incident.date),
            subject.evidence.source(incident.sourceID).map { .source($0) } ?? .text(""),
          ]
        }))
  }

  static func fraud(_ subject: Subject) -> Section {
    var blocks: [Block] = [.points(FraudRules.all.sentences(subject))]
    if let table = BriefTable.published(
      subject.rows(.fraudError), in: .fraudError, subject,
      caption: "Fraud and error, as published.")
    {
      blocks.append(table)
    }
    blocks += Contradictions.table(subject, themes: [.opportunity]) { $0.id.hasPrefix("fraud.") }
    return Section("Fraud and error", blocks)
  }

  static func efficiency(_ subject: Subject) -> Section {
    var blocks: [Block] = [.points(EfficiencyRules.all.sentences(subject))]
    let rows = subject.rows(.efficiencyPlans).filter { row in
      subject.organisation != nil || row.body == "UKGOV"
    }
    if let table = BriefTable.published(
      rows, in: .efficiencyPlans, subject,
      caption: "Efficiency targets, as published; digital is one cause among others.")
    {
      blocks.append(table)
    }
    blocks += Contradictions.table(subject, themes: [.next])
    return Section("Published efficiency targets", blocks)
  }

  /// What contradicts itself in the themes that have no part of their own.
  static func others(_ subject: Subject) -> Section? {
    let blocks = Contradictions.table(subject, themes: [.services, .skills, .cyber, .context])
    return blocks.isEmpty ? nil : Section("Other figures in dispute", blocks)
  }

  /// Staff, pay and budgets: what an organisation is.
  static func about(_ subject: Subject) -> Section? {
    guard let code = subject.code else { return nil }
    let rows = [ObservationTable.workforce, .budgets].flatMap { table in
      newest(subject, code, table).map { (table, $0) }
    }
    let table = BriefTable.of(
      rows.map { table, row in
        ("\(row.measure), \(row.period)", subject.evidence.figure(row, in: table))
      }, subject, caption: "Its staff, pay and budgets: the newest figure of each measure.",
      first: "What and when")
    guard let table else {
      return Section(
        "The organisation",
        [
          .paragraph([
            Sentence(
              rule: "about.not_published", "Staff and budget of its own: \(Evidence.absent).")
          ])
        ])
    }
    return Section("The organisation", [table])
  }

  /// The newest row of each measure, in file order. A plan for a later year is not newer than what
  /// was spent: plans of one date are told apart by their period, the first of them stands. The
  /// day-to-day budget is that of the page.
  private static func newest(
    _ subject: Subject, _ code: String, _ table: ObservationTable
  ) -> [Observation] {
    var order: [String] = []
    var best: [String: Observation] = [:]
    let budget = subject.state.budget(of: code)
    for row in subject.evidence.rows(table, of: code) {
      if table == .budgets, let budget, budget.measure == row.measure, budget != row { continue }
      guard let known = best[row.measure] else {
        order.append(row.measure)
        best[row.measure] = row
        continue
      }
      if known.asOf < row.asOf { best[row.measure] = row }
    }
    return order.compactMap { best[$0] }
  }
}
