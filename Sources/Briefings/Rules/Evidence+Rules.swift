import Analytics
import Documents
import Figures

/// Contractors and consultants.
enum ContractorRules {
  static let all: [Rule] = [
    thirdParties, multiple, latest, incomplete, questioned, excluded, none,
  ]

  static let thirdParties = Rule("contractors.third_parties") { subject in
    guard subject.organisation == nil, let spend = subject.fact(.thirdParties)
    else { return nil }
    return "\(spend) goes on contractors, managed services and IT consultants."
  }

  /// Applies while the claim and the saving imply different multiples.
  static let multiple = Rule("contractors.multiples_disagree") { subject in
    guard subject.organisation == nil, let said = subject.fact(.contractorMultiple),
      let implied = subject.fact(.impliedMultiple),
      let one = subject.evidence.fact(.contractorMultiple)?.value,
      let other = subject.evidence.fact(.impliedMultiple)?.value, one != other
    else { return nil }
    return "A contractor is said to cost \(said) a permanent employee; the saving that was "
      + "announced for posts replaced implies \(implied). Both are shown; the model uses a range."
  }

  static let latest = Rule("contractors.latest_year") { subject in
    guard let code = subject.code, let year = subject.evidence.contractorYear(of: code) else {
      return nil
    }
    let whole = year.isComplete ? "the last whole year" : "of which \(year.coverage) came in"
    let total = subject.evidence.figure(year, of: code)
    return "In \(year.year), \(whole), it spent \(total) on contingent labour and consultancy"
      + "\(change(subject, code, year)) The returns cover all professions, not digital alone."
  }

  /// The change with the end of its sentence; or that there is none, and why.
  private static func change(_ subject: Subject, _ code: String, _ year: ContractorYear) -> Passage
  {
    switch subject.evidence.contractorChange(of: code, in: year.year) {
    case .share:
      guard let figure = subject.evidence.changeFigure(of: code, in: year.year) else { return "." }
      return ", \(figure) on the year before."
    case .withheld(_, let reason, _):
      return ". No change on the year before is given: \(reason)."
    case nil: return "."
    }
  }

  /// Years that would look like a fall.
  static let incomplete = Rule("contractors.incomplete_years") { subject in
    let years = subject.contractorRecord?.years.filter { !$0.isComplete } ?? []
    guard !years.isEmpty else { return nil }
    let parts = years.map { "\($0.year), \($0.coverage)" }.joined(separator: "; ")
    return "Years that are not whole, and cannot be compared: \(parts)."
  }

  /// What the auditor finds odd in the year that is told of, and in the one before.
  static let questioned = Rule("contractors.questioned") { subject in
    guard let code = subject.code, let year = subject.evidence.contractorYear(of: code) else {
      return nil
    }
    let before = subject.contractorRecord?.year(year.year.previous)
    var why: [String] = []
    for verdict in year.verdicts + (before?.verdicts ?? []) where !why.contains(verdict.why) {
      why.append(verdict.why)
    }
    guard !why.isEmpty else { return nil }
    return "Odd in these returns \(cite: subject.evidence.figure(year, of: code)): "
      + "\(why.joined(separator: " "))"
  }

  static let excluded = Rule("contractors.left_out") { subject in
    guard let code = subject.code else { return nil }
    let entries = subject.evidence.quality.filter { $0.department == code }
    guard let month = subject.evidence.months(of: code).last, !entries.isEmpty else { return nil }
    let figure = Figure(
      id: "quality.\(code)", label: "Values left out of the sums",
      text: Numbers.count(Double(entries.count)), mark: .derived, confidence: .c,
      asOf: month.period, source: subject.evidence.source(month.sourceID),
      value: FigureValue(number: Double(entries.count), unit: "values", body: code))
    return "Values of its returns that were left out of the sums as faulty: \(figure); the "
      + "data-quality log names each and why."
  }

  static let none = Rule("contractors.not_published") { subject in
    guard subject.code != nil, subject.contractorRecord?.years.isEmpty ?? true else { return nil }
    return "Monthly returns of contractor and consultancy spending: \(Evidence.absent)."
  }

  /// Of the whole of government, what is odd of each department.
  static func oddities(_ subject: Subject) -> [Sentence] {
    subject.evidence.contractorDepartments.compactMap { code in
      guard let year = subject.evidence.contractorYear(of: code), !year.passes else { return nil }
      let why = year.cautions.map(\.text).joined(separator: " ")
      let figure = subject.evidence.figure(year, of: code)
      return Sentence(
        rule: questioned.id, "\(subject.name(of: code)) \(cite: figure): \(why)")
    }
  }
}

/// Outages and dated incidents.
enum OutageRules {
  static let all: [Rule] = [count, interval, path, none]

  static let count = Rule("outages.count") { subject in
    guard covers(subject), let fact = subject.evidence.fact(.outageCount),
      let figure = subject.fact(.outageCount)
    else { return nil }
    return "\(subject.evidence.name(of: fact.body)) counted \(figure) rated critical in "
      + "\(fact.period)."
  }

  static let interval = Rule("outages.interval") { subject in
    guard covers(subject), let fact = subject.evidence.fact(.outageCount),
      let count = fact.value
    else { return nil }
    let limits = poissonInterval(count: Int(count), level: 0.95)
    let figure = Figure(
      id: "\(fact.id).interval", label: "Rate behind the count, exact Poisson, 95%",
      text: "\(Numbers.decimal(limits.lower, places: 1)) to "
        + "\(Numbers.decimal(limits.upper, places: 1)) a year",
      mark: .derived, confidence: .c, asOf: fact.asOf,
      source: subject.evidence.source(fact.sourceID),
      value: FigureValue(
        number: nil, low: limits.lower, high: limits.upper, unit: "outages a year",
        body: fact.body))
    return
      "One year's count bears a rate of \(figure) with 95% confidence, and cannot show a trend."
  }

  static let path = Rule("outages.path") { subject in
    guard subject.organisation == nil, let avoided = subject.account.metrics[.outagesAvoided]
    else { return nil }
    let figure = subject.modelled(
      "outages_avoided", "Outages avoided, all years",
      "\(Numbers.telling(avoided, places: 0)) (\(subject.basisWords))",
      value: subject.number(avoided, "outages"))
    return
      "Critical outages that the scenario avoids to \(subject.lastYear): \(figure). No price is "
      + "put on them."
  }

  static let none = Rule("outages.not_published") { subject in
    guard subject.organisation != nil, subject.rows(.outages).isEmpty, incidents(subject).isEmpty
    else { return nil }
    return "Counts of outages and dated incidents of it or a body in it: \(Evidence.absent)."
  }

  static func incidents(_ subject: Subject) -> [Incident] {
    subject.evidence.incidents
      .filter { incident in subject.family?.contains(incident.body) ?? true }
      .sorted { ($0.date, $0.id) > ($1.date, $1.id) }
  }

  /// Whether the briefing is about the body that the count is of.
  private static func covers(_ subject: Subject) -> Bool {
    guard let family = subject.family else { return true }
    return subject.evidence.fact(.outageCount).map { family.contains($0.body) } ?? false
  }
}

extension Evidence {
  /// Ids of the facts that the table of fraud and error has rows of.
  var isOfFraud: Set<String> { Set(rows(.fraudError).map(\.factID)) }
}

/// Fraud and error.
enum FraudRules {
  static let all: [Rule] = [loss, none]

  static let loss = Rule("fraud.loss") { subject in
    guard subject.organisation == nil, let loss = subject.fact(.fraudLoss),
      let lever = subject.fact(.leverFraud)
    else { return nil }
    return "Fraud and error are put at \(loss); the published lever for them is \(lever)."
  }

  static let none = Rule("fraud.not_published") { subject in
    guard subject.organisation != nil, subject.rows(.fraudError).isEmpty else { return nil }
    return "An estimate of fraud and error of its own: \(Evidence.absent)."
  }
}

/// The published efficiency target beside the projection.
enum EfficiencyRules {
  static let all: [Rule] = [target, share, none]

  /// A target in money, beside the cash of the same year.
  static let target = Rule("efficiency.target") { subject in
    guard let target = subject.target, let row = target.published,
      let cash = cash(subject, in: row.period)
    else { return nil }
    // Where the share that is published comes to another sum, both are named.
    let other: Passage =
      subject.evidence.derivedFigure(target).flatMap { derived in
        target.share.map { share -> Passage in
          "; the share that is published, \(subject.evidence.figure(share, in: .efficiencyPlans)) "
            + "of the day-to-day budget planned for \(target.budget?.period ?? ""), comes to "
            + "\(derived)"
        }
      } ?? ""
    return "Its published target for technical efficiencies in \(row.period) is "
      + "\(subject.evidence.figure(row, in: .efficiencyPlans)), of all causes\(other). The "
      + "cash-releasing benefit that this model has by then is \(cash)."
  }

  /// A target as a share of a budget alone, turned into money by the budget that its source names.
  static let share = Rule("efficiency.target_share") { subject in
    guard let target = subject.target, target.published == nil, let row = target.share,
      let cash = cash(subject, in: row.period)
    else { return nil }
    let amount: Passage =
      subject.evidence.derivedFigure(target).map {
        " planned for \(target.budget?.period ?? ""), which is \($0)"
      } ?? ""
    return "Its published target for technical efficiencies in \(row.period) is "
      + "\(subject.evidence.figure(row, in: .efficiencyPlans)) of the day-to-day budget\(amount). "
      + "It covers all causes; the cash-releasing benefit that this model has by then is "
      + "\(cash)."
  }

  static let none = Rule("efficiency.not_published") { subject in
    guard subject.organisation != nil,
      !subject.rows(.efficiencyPlans).contains(where: {
        $0.body == subject.code && $0.measure.hasPrefix("Technical efficiencies")
      })
    else { return nil }
    return "A target for technical efficiencies of its own: \(Evidence.absent), so the projection "
      + "has nothing of the government's to stand beside."
  }

  /// The modelled cash in a year, nil outside the horizon.
  private static func cash(_ subject: Subject, in year: String) -> Figure? {
    guard let place = subject.projection.years.firstIndex(of: year), let series = subject.series
    else { return nil }
    return subject.modelled(
      "cash.\(year)", "Cash-releasing benefit in \(year)",
      "\(Numbers.billions(series.cash[place])) a year (\(subject.basisWords))",
      value: subject.number(series.cash[place], Money.billionsAYear, in: year))
  }
}

extension Subject {
  /// What it has undertaken to save; nil where the data have nothing.
  fileprivate var target: EfficiencyTarget? {
    code.flatMap { evidence.efficiencyTarget(of: $0) }
  }
}
