import Analytics
import Dashboard
import Documents
import Figures

/// What the scenario spends and saves beside what is funded, claimed and returned.
enum PlanRules {
  static let all: [Rule] = [money, past, claims, returns]

  private static func plan(_ subject: Subject) -> PlanAgainstFact? {
    guard subject.organisation == nil else { return nil }
    let plan = PlanAgainstFact(
      subject.evidence, years: subject.projection.years, subject.uncertainty)
    return plan.years.isEmpty ? nil : plan
  }

  static let money = Rule("plan.money") { subject in
    guard let plan = plan(subject), let spends = plan.spends, spends > 0,
      let funded = plan.funded, let settlement = plan.settlement,
      let first = plan.span.first, let last = plan.span.last
    else { return nil }
    let cost = subject.modelled(
      "plan.spends", "What the scenario spends, \(first) to \(last)", Numbers.billions(spends),
      value: subject.number(spends, Money.billions, .mean, in: "\(first) to \(last)"))
    let fund = fund(subject, plan)
    let head: Passage =
      "From \(first) to \(last) the scenario spends \(cost), expected; published for those years "
      + "are \(subject.evidence.figure(settlement)) for digital and \(fund) of the "
      + "\(plan.fundName), which is for all reform"
    guard spends > funded else { return head + ": no more than that is needed." }
    let gap = subject.modelled(
      "plan.unfunded", "What has no published source, \(first) to \(last)",
      Numbers.billions(spends - funded),
      value: subject.number(spends - funded, Money.billions, .mean, in: "\(first) to \(last)"))
    return head + ": \(gap) has no published source."
  }

  /// The fund's years inside the settlement's, with the publication of the first of them.
  static func fund(_ subject: Subject, _ plan: PlanAgainstFact) -> Figure {
    let rows = plan.years.filter { plan.span.contains($0.label) }.compactMap(\.funded)
    let newest = rows.map(\.asOf).max() ?? subject.evidence.date
    return Figure(
      id: "plan.fund", label: "\(plan.fundName), \(plan.settlement?.period ?? "")",
      text: Numbers.billions(plan.fund), mark: .derived, confidence: .c, asOf: newest,
      source: rows.first.flatMap { subject.evidence.source($0.sourceID) },
      formula: "Sum of its years.", inputs: rows.map(\.id),
      value: FigureValue(
        number: plan.fund, unit: Money.billions, period: plan.settlement?.period ?? ""))
  }

  static let past = Rule("plan.past") { subject in
    guard let plan = plan(subject),
      let year = plan.years.last(where: { year in
        FinancialYear(year.label).map {
          $0.lastMonth < String(subject.evidence.date.prefix(7))
        } == true && (year.spends ?? 0) > 0.005
      }), let spends = year.spends
    else { return nil }
    let figure = subject.modelled(
      "plan.spends@\(year.label)", "What the scenario spends, \(year.label)",
      Numbers.billions(spends), value: subject.number(spends, Money.billions, .mean, in: year.label)
    )
    return
      "It spends \(figure) in \(year.label), a year that is over: no such spending is in these "
      + "data."
  }

  static let claims = Rule("plan.claims") { subject in
    guard let plan = plan(subject),
      let year = plan.years.first(where: { $0.claimed?.value != nil && $0.saves != nil }),
      let fact = year.claimed, let claimed = fact.value, let saves = year.saves, claimed > 0
    else { return nil }
    let cash = subject.modelled(
      "cash.mean@\(year.label)", "Cash-releasing benefit, \(year.label)",
      "\(Numbers.billions(saves)) a year",
      value: subject.number(saves, Money.billionsAYear, .mean, in: year.label))
    return
      "In \(year.label) efficiencies of \(subject.evidence.figure(fact)) are claimed, from all "
      + "causes; the scenario is expected to bring \(cash) of cash."
  }

  static let returns = Rule("plan.returns") { subject in
    guard let plan = plan(subject), let year = plan.years.last(where: { $0.returned != nil }),
      let returned = year.returned
    else { return nil }
    let figure = PlanRules.returned(subject, year.label, returned)
    let begun: Passage =
      (year.spends ?? 0) < 0.005
      ? ", before this scenario begins." : ", a year in which this scenario had begun."
    return
      "Departments that returned the whole of \(year.label) spent \(figure) on contractors and "
      + "consultants" + begun
  }

  static func returned(
    _ subject: Subject, _ year: String, _ returned: PlanAgainstFact.Returned
  ) -> Figure {
    Figure(
      id: "contractor_spend.all.\(year)",
      label: "Contingent labour and consultancy, departments, \(year)",
      text: Numbers.millions(returned.millions), mark: .derived, confidence: .c,
      asOf: FinancialYear(year)?.lastMonth ?? year,
      source: subject.evidence.monthly.sources.last.flatMap(subject.evidence.source),
      formula: "Sum of departments that returned the whole year.", note: Evidence.returnsNote,
      value: FigureValue(number: returned.millions, unit: Money.millions, period: year))
  }

  /// Year by year: the scenario's numbers and the published ones.
  static func table(_ subject: Subject) -> Block? {
    guard let plan = plan(subject) else { return nil }
    let caption: Passage =
      "What the scenario spends and saves, expected \(cite: ProjectionSection.cite(subject)), beside "
      + "what is published. The \(plan.fundName) is for all reform, efficiencies are claimed from "
      + "all causes, returns are of all professions and prices of the day."
    func money(
      _ id: String, _ label: String, _ value: Double?, _ year: String
    ) -> Document.Table.Cell {
      value.map { value in
        .figure(
          subject.modelled(
            "\(id)@\(year)", "\(label), \(year)", Numbers.billions(value),
            value: subject.number(value, Money.billionsAYear, .mean, in: year)))
      } ?? .text("-")
    }
    return .table(
      Document.Table(
        caption: caption,
        header: ["Year", "Spends", "Saves, cash", "Funded", "Claimed", "Returned"],
        rows: plan.years.map { year in
          [
            .text(year.label), money("cost", "Cost", year.spends, year.label),
            money("cash.mean", "Cash-releasing benefit", year.saves, year.label),
            year.funded.map { .figure(subject.evidence.figure($0)) } ?? .text("-"),
            year.claimed.map { .figure(subject.evidence.figure($0)) } ?? .text("-"),
            year.returned.map { .figure(returned(subject, year.label, $0)) } ?? .text("-"),
          ]
        }))
  }

  /// The section of a briefing; nil for one organisation, and where nothing is published.
  static func section(_ subject: Subject) -> Section? {
    guard let table = table(subject) else { return nil }
    return Section("Plan against fact", [.points(all.sentences(subject)), table])
  }
}
