import Analytics
import Dashboard
import Documents
import Figures
import Frames

/// What is published about each theme, with what the model adds where it does.
enum EvidenceSections {
  static func legacy(_ subject: Subject) -> Section {
    var blocks: [Block] = [.points(LegacyRules.all.sentences(subject))]
    let rows =
      subject.organisation == nil
      ? subject.rows(.legacy).filter {
        $0.measure != redRated && subject.evidence.isCommon($0.body)
      }
      : subject.rows(.legacy)
    if let table = Document.Table.published(
      rows, in: .legacy, subject, caption: "Legacy, as published.")
    {
      blocks.append(table)
    }
    if subject.organisation == nil {
      let departments = subject.rows(.legacy).filter { row in
        row.measure == redRated && subject.inputs.organisations.contains { $0.code == row.body }
      }
      if let table = Document.Table.published(
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
      blocks += departments(subject)
    }
    blocks += Contradictions.table(subject, themes: [.contractors])
    return Section("Contractors and consultants", blocks)
  }

  /// Every year, with how much of it was returned and what is odd in it.
  private static func years(_ subject: Subject, _ code: String) -> Block? {
    guard let record = subject.contractorRecord, !record.years.isEmpty else { return nil }
    return .table(
      Document.Table(
        caption: "Contingent labour and consultancy by financial year, prices of the day; parts "
          + "are rounded so that they add up to the printed sum. \(changeRule)",
        header: [
          "Year", "Contingent labour", "Consultancy", "Sum", "Change", "Months returned", "Mark",
          "Source",
        ],
        rows: record.years.map { year in
          let printed = printed(year)
          var sum = subject.evidence.figure(year, of: code)
          sum.text = printed[2]
          return [
            .text(year.year.description), .number(printed[0]), .number(printed[1]), .figure(sum),
            change(subject, code, year), .text(year.coverage), .text(sum.markWords),
            sum.source.map { .source($0) } ?? .text(""),
          ]
        }))
  }

  private static let changeRule =
    "A change is given between two whole years of the same bodies in which nothing is odd."

  private static let monthsRule = "Months says how many months of the year were returned."

  /// Contingent labour, consultancy and their sum to the thousand pounds that returns are kept to, so
  /// that the parts add up and none differs from the same number rounded elsewhere.
  private static func printed(_ year: ContractorYear) -> [String] {
    [year.contingent, year.consultancy, year.total]
      .map { $0 == 0 ? "\(Money.sign)0m" : Money.sign + Numbers.decimal($0, places: 3) + "m" }
  }

  /// The change on the year before, or in two words why there is none.
  private static func change(
    _ subject: Subject, _ code: String, _ year: ContractorYear
  ) -> Document.Table.Cell {
    switch subject.evidence.contractorChange(of: code, in: year.year) {
    case .share:
      subject.evidence.changeFigure(of: code, in: year.year).map { .figure($0) } ?? .text("-")
    case .withheld(let short, _, _): .text(short)
    case nil: .text("-")
    }
  }

  /// The departments in the year that they are compared in; then those that return no more.
  private static func departments(_ subject: Subject) -> [Block] {
    let evidence = subject.evidence
    let year = evidence.contractorYear?.description ?? "their newest year"
    return [
      table(
        evidence.contractorDepartments, subject,
        "Contingent labour and consultancy of departments in \(year), prices of the day. "
          + changeRule + " " + monthsRule),
      table(
        evidence.otherContractorDepartments, subject,
        "Departments that ended, or have no spend in \(year): the last year that they returned, whole "
          + "or in part. " + monthsRule),
    ].compactMap { $0 } + odd(subject)
  }

  private static func odd(_ subject: Subject) -> [Block] {
    let sentences = ContractorRules.oddities(subject)
    return sentences.isEmpty
      ? [] : [.heading("Incomplete or odd in these returns"), .points(sentences)]
  }

  private static func table(_ codes: [String], _ subject: Subject, _ caption: String) -> Block? {
    let evidence = subject.evidence
    let rows = codes.compactMap { code -> [Document.Table.Cell]? in
      guard let year = evidence.contractorYear(of: code) else { return nil }
      let figure = evidence.figure(year, of: code)
      return [.text(evidence.name(of: code)), .figure(figure), .text(year.year.description)]
        + [change(subject, code, year), .text(year.coverage)]
        + Document.Table.provenance(figure, subject).dropFirst()
    }
    guard !rows.isEmpty else { return nil }
    return .table(
      Document.Table(
        caption: Passage(stringLiteral: caption),
        header: ["Department", "Value", "Year", "Change", "Months"]
          + Document.Table.provenanceHeader.dropFirst(),
        rows: rows))
  }

  static func outages(_ subject: Subject) -> Section {
    var blocks: [Block] = [.points(OutageRules.all.sentences(subject))]
    if let table = Document.Table.published(
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
      Document.Table(
        caption: "Dated incidents and what they cost people.",
        header: [
          "What happened", "Hours", "Affected", "Fell back to", "Note", "Mark", "As of", "Source",
        ],
        rows: incidents.map { incident in
          [
            .text(subject.measure(incident.title, of: incident.body)),
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
    if let table = Document.Table.published(
      subject.rows(.fraudError), in: .fraudError, subject,
      caption: "Fraud and error, as published.")
    {
      blocks.append(table)
    }
    let isOfFraud = subject.evidence.isOfFraud
    blocks += Contradictions.table(subject, themes: [.opportunity]) { isOfFraud.contains($0.id) }
    return Section("Fraud and error", blocks)
  }

  static func efficiency(_ subject: Subject) -> Section {
    var blocks: [Block] = [.points(EfficiencyRules.all.sentences(subject))]
    let rows = subject.rows(.efficiencyPlans).filter { row in
      subject.organisation != nil || row.body == subject.evidence.roles[.government]
    }
    if let table = Document.Table.published(
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
    let table = Document.Table.of(
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
