import Analytics
import Figures
import Frames

/// What a screen says in sentences, by rule from the figures in front: what a change of levers did
/// first, then the message with its range, then what stands behind it.
struct AnswerLine {
  struct Sentence {
    var text: String
    /// The numbers in it, the main one first.
    var figures: [Figure]
  }

  let state: State

  init(_ state: State) { self.state = state }

  var sentences: [Sentence] {
    var said: [Sentence] = []
    for sentence in ([change, front] + own).compactMap({ $0 })
    where !said.contains(where: { $0.text == sentence.text }) {
      said.append(sentence)
    }
    return said
  }

  /// What the panel that was gone to answers, before what the screen says.
  private var front: Sentence? {
    let id = state.place.panel
    guard !state.place.enlarged, !id.isEmpty else { return nil }
    let headline = Headline(state, nil)
    switch (state.place.screen, id) {
    case (.opportunity, "whynot"): return like(headline)
    case (.lab, "required"): return said(headline.message(id), [npsv()] + facts(.headline))
    case (.opportunity, "bank"): return said(headline.message(id), items(of: id) + [benefit()])
    case (.legacy, LegacyTable.id):
      return said(headline.message(id), LegacyTable.most(state))
    case (.lab, "comparison"), (.lab, "tornado"), (.lab, "information"), (.lab, "delay"),
      (.lab, "reference"), (.departments, BankGauge.id):
      let figures = items(of: id)
      return figures.isEmpty ? nil : said(headline.message(id), figures)
    default: return nil
    }
  }

  /// What one panel says by its rule; nil where it has none.
  func of(panel: Panel) -> Sentence? {
    let headline = Headline(state, nil)
    if let found = front { return found }
    guard let message = headline.rule(panel.id) else { return nil }
    return sentences.first { $0.text.hasPrefix(message) }
      ?? said(message, panel.items.first?.figures ?? [])
  }

  /// The numbers of a panel's first rows.
  private func items(of id: String) -> [Figure] {
    let panel = screens[state.place.screen]?.panels(state).first { $0.id == id }
    return panel.map { $0.items.prefix(7).flatMap(\.figures) } ?? []
  }

  private var own: [Sentence?] {
    let headline = Headline(state, nil)
    if state.place.enlarged, let found = alone(headline) { return [found] }
    switch state.place.screen {
    case .overview: return [said(headline.benefit, [benefit()]), pays]
    case .opportunity:
      return [said(headline.potential, facts(.headline)), like(headline)]
    case .legacy:
      return [
        said(headline.legacy, facts(.legacyShare, .legacyShareBefore)),
        headline.message("queue").flatMap {
          said($0, [LegacyScreen.neverClears(state)].compactMap { $0 } + facts(.redRated))
        },
        said(headline.message(LegacyTable.id), LegacyTable.most(state)),
      ]
    case .contractors:
      return [said(headline.thirdParties, facts(.thirdParties)), conversion]
    case .outages:
      return [
        said(headline.outages, facts(.outageCount)),
        stated(
          headline.message("path"), "outages@\(state.lastYear)",
          "Critical outages in \(state.lastYear), with the policy and without it, \(state.basisWords)",
          "Rate x (1 - share due to legacy + share due to legacy x L(t)/L(0)).", beside: [outages]),
      ]
    case .services:
      return [
        said(headline.services, facts(.noDigitalPath)),
        ServiceCards.sentence(state).flatMap { said($0.text, $0.figures) },
      ]
    case .departments: return [said(headline.largest, largest)]
    case .department: return department(headline)
    case .lab:
      return [
        said(headline.worth, [npsv()]), pays, said(headline.message("delay"), [npsv()]),
      ]
    case .evidence:
      return [
        counted(
          headline.message(PromiseTracker.id), "timeline.count", "Promises and events"),
        counted(
          headline.message(ClaimsPanel.id), "disputes.count", "Figures that do not agree"),
        counted(headline.facts, "evidence.count", "Facts and sources of these data"),
      ]
    }
  }

  private func said(_ text: String?, _ figures: [Figure]) -> Sentence? {
    text.map {
      Sentence(text: $0.hasSuffix(".") || $0.hasSuffix("?") ? $0 : $0 + ".", figures: figures)
    }
  }

  private func facts(_ roles: Role...) -> [Figure] {
    roles.compactMap { state.evidence.fact($0).map { state.evidence.figure($0) } }
  }

  /// What the panel says that is alone on the screen: by its rule, else its first number; where it
  /// has none, how much is in it.
  private func alone(_ headline: Headline) -> Sentence? {
    let all = screens[state.place.screen]?.panels(state) ?? []
    guard let panel = all.first(where: { $0.id == state.place.panel }) ?? all.first else {
      return nil
    }
    let first =
      panel.items.indices.contains(panel.initialItem) ? panel.items[panel.initialItem] : nil
    let figures = first?.figures ?? []
    if let message = headline.rule(panel.id) { return said(message, figures) }
    guard let figure = figures.first else {
      return said("\(panel.title): \(Numbers.count(Double(panel.itemCount))) entries", [])
    }
    return said("\(figure.label): \(figure.text)", figures)
  }

  // MARK: - Numbers of the model

  /// The benefit of the last year, of an organisation or the nation.
  private func benefit(of code: String? = nil) -> Figure {
    let summary =
      code.map { own in
        state.uncertainty?.organisations.first { $0.code == own }?.finalBenefit
      } ?? state.uncertainty?.metrics[.finalBenefit]
    let account =
      code.map { state.account(of: $0)?.benefit } ?? state.account?.metrics[.finalBenefit]
    let whose = code.map { ", \(state.name(of: .organisation($0)))" } ?? ""
    return state.modelled(
      code.map { "\($0).benefit@\(state.lastYear)" } ?? Metric.finalBenefit.rawValue,
      "Benefit in \(state.lastYear)\(whose)",
      summary?.range.map { $0 + " a year" }
        ?? "\(Numbers.billions(account ?? 0)) a year, \(state.basisWords)",
      formula:
        "Each stream's potential x key share x reach x realisation x adoption, less overlap.",
      value: summary?.value(Money.billionsAYear, of: code ?? "", in: state.lastYear)
        ?? state.accounted(account, Money.billionsAYear, of: code ?? "", in: state.lastYear))
  }

  private func npsv(of code: String? = nil) -> Figure {
    let summary =
      code.map { own in
        state.uncertainty?.organisations.first { $0.code == own }?.npsv
      } ?? state.uncertainty?.metrics[.npsv]
    let account = code.map { state.account(of: $0)?.npsv } ?? state.account?.metrics[.npsv]
    let whose = code.map { ", \(state.name(of: .organisation($0)))" } ?? ""
    return state.modelled(
      code.map { "\($0).npsv" } ?? Metric.npsv.rawValue,
      "Net present social value to \(state.lastYear)\(whose)",
      summary?.range ?? "\(Numbers.billions(account ?? 0)), \(state.basisWords)",
      formula: "Present value of benefit less present value of cost.",
      value: summary?.value(Money.billions, of: code ?? "")
        ?? state.accounted(account, Money.billions, of: code ?? ""))
  }

  private var outages: Figure {
    let avoided = state.account?.metrics[.outagesAvoided]
    return state.modelled(
      Metric.outagesAvoided.rawValue, "Outages avoided to \(state.lastYear)",
      "\(Numbers.telling(avoided ?? 0, places: 0)), \(state.basisWords)",
      formula: "Sum over years of baseline less policy.",
      value: state.accounted(avoided, "outages"))
  }

  /// The chance that it pays for itself, with what it is worth.
  private var pays: Sentence? {
    guard let chance = state.uncertainty?.probabilityNPSVPositive,
      let draws = state.uncertainty?.draws
    else { return nil }
    let figure = state.modelled(
      "probability_npsv_positive",
      "Chance that it pays for itself: net present social value above nought",
      Numbers.share(chance),
      formula: "Share of \(Numbers.count(Double(draws))) draws in which it is above nought.",
      value: .share(chance))
    var text = "It pays for itself in \(Numbers.share(chance)) of runs"
    if let summary = state.uncertainty?.metrics[.npsv], let mean = summary.mean,
      let low = summary.p10,
      let high = summary.p90, state.place.screen != .lab
    {
      text +=
        ": net value \(Numbers.billions(mean)) expected, "
        + "\(Numbers.billions(low)) to \(Numbers.billions(high))"
    }
    return said(text, [figure, npsv()])
  }

  private func like(_ headline: Headline) -> Sentence? {
    stated(
      headline.message("whynot"), "like_for_like.mean@\(state.lastYear)",
      "Expected benefit like for like with the headline, \(state.lastYear)",
      "The streams of the headline after overlap; contractors and legacy lie beside it.",
      beside: [benefit()] + facts(.headline)) ?? said(headline.benefit, [benefit()])
  }

  /// A sentence over several numbers of the model that has a card of its own: the whole of it.
  private func stated(
    _ text: String?, _ id: String, _ label: String, _ formula: String, beside: [Figure]
  ) -> Sentence? {
    guard let text else { return nil }
    return said(text, [state.modelled(id, label, text, formula: formula)] + beside)
  }

  /// A count of what these data hold.
  private func counted(_ text: String?, _ id: String, _ label: String) -> Sentence? {
    guard let text else { return nil }
    return said(
      text,
      [
        Figure(
          id: id, label: label, text: text, mark: .derived, confidence: .a,
          asOf: state.evidence.date, formula: "Rows of the tables of this data folder.")
      ])
  }

  /// What the programme is to take from contractors in the last year.
  private var conversion: Sentence? {
    guard let value = state.account?.national.net[.contractors]?.last else { return nil }
    let id = "net.\(Stream.contractors.rawValue)@\(state.lastYear)"
    let figure = state.modelled(
      id, "\(Stream.contractors.label), \(state.lastYear)",
      "\(Numbers.billions(value)) a year, \(state.basisWords)",
      formula: "Posts replaced x what a post costs less, after overlap.",
      value: state.accounted(value, Money.billionsAYear, in: state.lastYear))
    return said(
      "Replacing contractors' posts saves \(Numbers.billions(value)) a year by \(state.lastYear), "
        + state.basisWords, [figure])
  }

  private var largest: [Figure] {
    state.account?.organisations.max { ($0.benefit, $1.code) < ($1.benefit, $0.code) }
      .map { [benefit(of: $0.code)] } ?? []
  }

  // MARK: - An organisation

  private func department(_ headline: Headline) -> [Sentence?] {
    guard let organisation = state.organisation, state.place.path.count == 1 else {
      return [said(headline.department, [])]
    }
    return [
      said(headline.department, [benefit(of: organisation.code)]),
      part(organisation), identity(organisation),
    ]
  }

  private func part(_ organisation: Organisation) -> Sentence? {
    let part = DepartmentScreen.part(state, organisation)
    guard (part.value.number ?? 0) > 0 else { return nil }
    return said(
      "Its part of \(state.headlineText) is \(part.texts.sum) a year by our split, "
        + "\(Numbers.telling(part.share * 100, places: 1))% of the levers' sum; none is published. Net "
        + "value to \(state.lastYear): \(npsv(of: organisation.code).text)",
      [part.figure, npsv(of: organisation.code)] + facts(.headline))
  }

  /// Staff, budget and digital staff in a line.
  private func identity(_ organisation: Organisation) -> Sentence? {
    let code = organisation.code
    let found: [(Observation, ObservationTable, String)] = [
      (DepartmentIdentity.staff(state, code), .workforce, "staff"),
      (DepartmentIdentity.budget(state, code), .budgets, "day-to-day"),
      (DepartmentIdentity.digitalShare(state, code), .workforce, "of staff digital"),
    ].compactMap { row, table, words in row.map { ($0, table, words) } }
    guard !found.isEmpty else { return nil }
    return said(
      found.map { row, _, words in "\(row.number) \(words) (\(row.period))" }
        .joined(separator: ", "), found.map { state.evidence.figure($0.0, in: $0.1) })
  }

  // MARK: - Before and after

  /// What the levers changed against the scenario that they are measured by.
  private var change: Sentence? {
    guard state.lab.guessing == nil, state.scenario != state.baseline,
      let before = state.baselineAccount, let now = state.account
    else { return nil }
    let code = state.organisation?.code
    func pair(_ account: Account) -> (benefit: Double, npsv: Double)? {
      guard let code else {
        return account.metrics[.finalBenefit].flatMap { benefit in
          account.metrics[.npsv].map { (benefit, $0) }
        }
      }
      return account.organisations.first { $0.code == code }.map { ($0.benefit, $0.npsv) }
    }
    guard let old = pair(before), let new = pair(now), old != new else { return nil }
    let chance = isOf(code) ? chance : nil
    return Sentence(
      text:
        "Against \(state.baseline.name): benefit by \(state.lastYear) "
        + step(old.benefit, new.benefit, " a year")
        + "; net value \(step(old.npsv, new.npsv))" + (chance.map { "; " + $0.text } ?? "")
        + (isDelayed ? " (\(Self.horizon))" : "") + ".",
      figures: [
        benefit(of: code).noting(before: Numbers.billions(old.benefit), in: state.baseline.name),
        npsv(of: code).noting(before: Numbers.billions(old.npsv), in: state.baseline.name),
      ] + [chance].compactMap { $0?.figure })
  }

  /// What stands beside every cost of a delay.
  static let horizon = "on a fixed horizon a late start loses its last years"

  private var isDelayed: Bool {
    let levers = [nil] + state.inputs.organisations.map { Optional($0.code) }
    return levers.contains { code in
      state.scenario.value(of: .startDelay, for: code, state.inputs)
        != state.baseline.value(of: .startDelay, for: code, state.inputs)
    }
  }

  /// Whether all that has been changed is of one organisation, where only one is spoken of: what is
  /// compared is the whole.
  private func isOf(_ code: String?) -> Bool {
    guard let code else { return true }
    var rest = state.baseline
    rest.overrides = state.scenario.overrides
    return rest == state.scenario
      && state.inputs.organisations.allSatisfy { other in
        other.code == code
          || state.scenario.overrides[other.code] == state.baseline.overrides[other.code]
      }
  }

  /// `worse in 82 of 100 runs`, on common draws.
  private var chance: (text: String, figure: Figure)? {
    state.chanceOfChange.map { share, isWorse in
      let text = "\(isWorse ? "worse" : "better") in \(Int((share * 100).rounded())) of 100 runs"
      return (
        text,
        state.modelled(
          "comparison.change.probability",
          "Chance that the change is \(isWorse ? "for the worse" : "for the better")", text,
          formula: "Share of the common draws in which net present social value is "
            + "\(isWorse ? "lower" : "higher") than in \(state.baseline.name); a tie counts for "
            + "neither.",
          inputs: [Metric.npsv.rawValue], value: .share(share))
      )
    }
  }

  /// `£400m a year, was £440m`.
  private func step(_ old: Double, _ new: Double, _ unit: String = "") -> String {
    let texts = (Numbers.billions(old), Numbers.billions(new))
    guard texts.0 == texts.1 else { return "\(texts.1)\(unit), was \(texts.0)" }
    return "\(texts.1)\(unit), " + (old == new ? "as before" : "nearly as before")
  }
}
