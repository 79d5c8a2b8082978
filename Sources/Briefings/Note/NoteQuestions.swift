import Analytics
import Dashboard
import Documents
import Figures

/// Questions that a minister may be asked, made by rule: the first five that the figures can answer.
enum NoteQuestions {
  private typealias Answer = (answer: Passage, pressed: Passage)

  static func all(_ subject: Subject) -> [Exchange] {
    let rules: [(id: String, rule: (Subject) -> (String, Answer)?)] =
      subject.rival == nil
      ? [
        ("note.ask.headline", headline), ("note.ask.cost", cost), ("note.ask.payback", payback),
        ("note.ask.cash", cash), ("note.ask.contractors", contractors),
        ("note.ask.legacy", legacy), ("note.ask.sure", sure), ("note.ask.official", official),
      ]
      : [
        ("note.ask.driver", driver), ("note.ask.delay", delay), ("note.ask.payback", payback),
        ("note.ask.cost", cost), ("note.ask.sure", sure), ("note.ask.official", official),
        ("note.ask.headline", headline),
      ]
    return Array(
      rules.compactMap { id, rule in
        rule(subject).map { asked, answer in
          // Of two scenarios it is the first that is spoken of.
          let isOfOne = ["note.ask.payback", "note.ask.cost", "note.ask.sure"].contains(id)
          let head =
            subject.rival != nil && isOfOne
            ? "\(ComparisonRules.names(subject).0): \(asked.uncapitalised)" : asked
          return Exchange(
            head, answer: Sentence(rule: id, answer.answer),
            pressed: Sentence(rule: id + ".pressed", answer.pressed))
        }
      }.prefix(5))
  }

  private static func headline(_ subject: Subject) -> (String, Answer)? {
    guard let whole = subject.fact(.headline), let split = subject.statement(.headlineSplit) else {
      return nil
    }
    let benefit = subject.plainly("final_benefit", subject.benefit, a: " a year")
    guard subject.organisation != nil else {
      guard let time = subject.statement(.headlineTimeframe) else { return nil }
      let beside: Passage =
        subject.outsideHeadline.map {
          "Of that, \(subject.plainly("outside_headline", $0, a: " a year")) is from"
        } ?? "Part of that is from"
      return (
        "Is the \(whole.exact) a forecast?",
        (
          "No. It is a potential, with no date \(cite: time) and no split by department "
            + "\(cite: split). This project expects \(benefit) by \(subject.lastYear).",
          beside + " contractors and legacy systems, which the published figure leaves out."
        )
      )
    }
    let national = subject.account.national.benefit.last ?? 0
    guard national > 0, subject.brings else { return nil }
    let share = subject.modelled(
      "share_of_benefit", "Share of the national benefit",
      Numbers.share(subject.benefit / national),
      value: subject.number(subject.benefit / national, "share", in: subject.lastYear))
    let potential = StreamPart.all(subject).compactMap(\.potential).reduce(0, +)
    let part = subject.modelled(
      "\(subject.code.map { $0 + "." } ?? "")size", "Part of the published potential by our split",
      Numbers.billions(potential) + " a year",
      value: subject.number(potential, Money.billionsAYear, .given))
    let key = StreamPart.all(subject).max { ($0.potential ?? 0) < ($1.potential ?? 0) }
    let how = key.map {
      "The largest part, \($0.stream.label.lowercased()), is shared out by \($0.key.words)"
    }
    return (
      "How much of the \(whole.exact) is for \(subject.spoken)?",
      (
        "Nobody has published that \(cite: split). This project's own split comes to \(part). "
          + "Counting contractors and legacy systems too, which that leaves out, it expects "
          + "\(benefit) by \(subject.lastYear), \(share) of the national total.",
        "\(how ?? "It is shared out by this project's own keys"): a judgement, not a government "
          + "figure \(cite: subject.modelled("allocation", "Allocation", ""))."
          + (OpportunityRules.outsideByOtherKey(subject).map {
            " Shared out by the other key, \($0) is expected, which lies outside the range."
          } ?? "")
      )
    )
  }

  private static func cost(_ subject: Subject) -> (String, Answer)? {
    let asked = "What does it cost, and who pays?"
    let places = subject.reviewPlaces
    guard let first = places.first, let last = places.last, subject.costs.count > last else {
      return nil
    }
    let years = subject.projection.years
    let most = subject.costs.indices.max { subject.costs[$0] < subject.costs[$1] } ?? last
    let peak = subject.plainly("cost.peak", subject.costs[most])
    let unknown: Passage =
      subject.statement(.headlineInvestment).map {
        "What the whole needs has not been published \(cite: $0); the costs here are this project's "
          + "estimates."
      } ?? "The costs here are this project's estimates."
    guard let plan = plan(subject), subject.rival == nil else {
      let sum = subject.plainly("review.cost", places.reduce(0) { $0 + subject.costs[$1] })
      return (
        asked,
        (
          "This project puts it at \(sum) from \(years[first]) to \(years[last]). The dearest year is "
            + "\(years[most]), at \(peak). Nobody has published whose budget pays.", unknown
        )
      )
    }
    return (asked, (plan, unknown))
  }

  /// What is spent beside what is published to be given; nil of an organisation.
  private static func plan(_ subject: Subject) -> Passage? {
    guard subject.organisation == nil else { return nil }
    let plan = PlanAgainstFact(
      subject.evidence, years: subject.projection.years, subject.uncertainty)
    guard let spends = plan.spends, let funded = plan.funded, let settlement = plan.settlement,
      let first = plan.span.first, let last = plan.span.last, spends > 0
    else { return nil }
    let cost = subject.plainly("plan.spends", spends)
    let gap = subject.plainly("plan.unfunded", max(spends - funded, 0))
    let fund = PlanRules.fund(subject, plan)
    return
      "It costs \(cost) from \(first) to \(last). Published for those years are "
      + "\(subject.evidence.figure(settlement)) for digital and \(fund) of the \(plan.fundName), "
      + "which is for all reform"
      + (spends > funded
        ? "; beyond both, \(gap) has still to be found."
        : ": no more is needed.")
  }

  private static func payback(_ subject: Subject) -> (String, Answer)? {
    guard subject.brings, !subject.costs.isEmpty else { return nil }
    let cite = subject.modelled("payback", "Year from which it brings more than it costs", "")
    let years = subject.projection.years
    let answer: Passage =
      subject.firstYearAhead.map {
        "It is expected to from \(years[$0]) on \(cite: cite)."
      } ?? "Not by \(subject.lastYear): no year up to then is expected to \(cite: cite)."
    if subject.organisation == nil, let share = subject.uncertainty?.probabilityPayback {
      let never = subject.modelled(
        "probability_payback.never", "Share of runs that never pay back", Numbers.share(1 - share),
        value: subject.number(1 - share, "share", .share))
      return (
        "When does it start to bring in more than it costs?",
        (
          answer,
          "In \(never) of the model's runs what was spent has not come back by \(subject.lastYear), "
            + "even where later money counts in full."
        )
      )
    }
    let worth = subject.plainly("npsv", abs(subject.worth))
    return (
      "When does it start to bring in more than it costs?",
      (
        answer,
        "Taking all years together, it brings \(worth) \(subject.worth < 0 ? "less" : "more") than it "
          + "costs."
      )
    )
  }

  private static func cash(_ subject: Subject) -> (String, Answer)? {
    guard subject.benefit > 1e-12, subject.cash >= 0 else { return nil }
    let amount = subject.plainly("cash@\(subject.lastYear)", subject.cash, a: " a year")
    let share = subject.modelled(
      "cash_share", "Cash-releasing share of the benefit",
      Numbers.share(subject.cash / subject.benefit),
      value: subject.number(subject.cash / subject.benefit, "share", in: subject.lastYear))
    let pressed: Passage =
      target(subject)
      ?? subject.statement(.headlineCashable).map {
        "Nobody has published how much of the potential is cash \(cite: $0); the share here is this "
          + "project's assumption."
      } ?? "The share is this project's assumption."
    return (
      "How much of it is cash?",
      (
        "\(amount) in \(subject.lastYear), \(share) of the benefit. The rest is staff time, cost "
          + "avoided, or fraud and error prevented.", pressed
      )
    )
  }

  /// The published target of the department beside the cash that the model has by then.
  private static func target(_ subject: Subject) -> Passage? {
    guard let code = subject.code, let target = subject.evidence.efficiencyTarget(of: code),
      let row = target.published ?? target.share,
      let place = subject.projection.years.firstIndex(of: row.period), let series = subject.series,
      series.cash.indices.contains(place)
    else { return nil }
    let cash = subject.plainly("cash@\(row.period)", series.cash[place])
    let share = target.published == nil ? " of the day-to-day budget" : ""
    return "Its published target for \(row.period), "
      + "\(subject.evidence.figure(row, in: .efficiencyPlans))\(share), is for savings of every kind. "
      + "By then the model expects \(cash) in cash."
  }

  private static func contractors(_ subject: Subject) -> (String, Answer)? {
    guard let code = subject.code, let year = subject.evidence.contractorYear(of: code) else {
      return nil
    }
    let total = subject.evidence.figure(year, of: code)
    var change: Passage = ""
    var pressed: Passage?
    switch subject.evidence.contractorChange(of: code, in: year.year) {
    case .share:
      if let figure = subject.evidence.changeFigure(of: code, in: year.year) {
        change = ", \(figure.asChange) the year before"
      }
    case .withheld(_, let reason, _):
      pressed = "It cannot be compared with the year before \(cite: total): \(reason)."
    case nil: break
    }
    let part = year.isComplete ? "" : ", of which \(year.coverage) came in"
    if let odd = year.verdicts.first?.why {
      pressed =
        year.verdicts.count == 1
        ? "One thing in the returns is odd \(cite: total): \(odd)"
        : "\(Numbers.count(Double(year.verdicts.count))) things in the returns are odd "
          + "\(cite: total). One is this: \(odd)"
    }
    return (
      "What does \(subject.spoken) spend on contractors?",
      (
        "\(total) in \(year.year)\(part)\(change). That is contingent labour and consultancy of "
          + "all professions.",
        pressed ?? "The returns are the department's own, and nobody has checked their quality."
      )
    )
  }

  private static func legacy(_ subject: Subject) -> (String, Answer)? {
    if subject.organisation == nil {
      guard let answer = LegacyRules.share.passage(subject),
        let pressed = redList(subject) ?? LegacyRules.upkeep.passage(subject)
      else { return nil }
      return ("Is legacy technology getting better?", (answer, pressed))
    }
    guard let answer = LegacyRules.counted.passage(subject) ?? LegacyRules.ownShare.passage(subject)
    else { return nil }
    return (
      "How much legacy technology does \(subject.spoken) have?",
      (answer, LegacyRules.path.passage(subject) ?? "Nothing newer is in these data.")
    )
  }

  private static func redList(_ subject: Subject) -> Passage? {
    guard let count = subject.fact(.redRated),
      let share = LegacyRules.outlook(subject)?.shareNeverClear
    else {
      return nil
    }
    let never = subject.modelled(
      "red_list.never", "Share of runs in which the red list never clears", Numbers.share(share),
      value: subject.number(share, "share", .share))
    return
      "The list of systems at the highest risk, \(count), is never cleared in \(never) of the model's "
      + "runs, since as many are found as are fixed."
  }

  private static func sure(_ subject: Subject) -> (String, Answer)? {
    guard subject.brings, let range = subject.finalBenefit, range.p10 != nil else { return nil }
    let benefit = subject.plainly("final_benefit", subject.benefit, a: " a year", range)
    let bar = subject.tornado.first { $0.swing > 0 }
    let label = bar.flatMap { bar in
      subject.inputs.assumptions.first { $0.id == bar.assumption }?.label
    }
    let pressed: Passage =
      bar.flatMap { bar in
        label.map { label -> Passage in
          let figure = subject.modelled(
            "tornado.\(bar.assumption.id)", "Balance of all years, \(label)",
            NoteRules.balance(min(bar.atP10, bar.atP90), max(bar.atP10, bar.atP90)),
            value: subject.number(
              nil, Money.billions, low: min(bar.atP10, bar.atP90),
              high: max(bar.atP10, bar.atP90), national: true))
          return
            "What matters most is one assumption, \(label.uncapitalised). Between its low and its high "
            + "value, with all else at its middle, the balance for the whole lies between \(figure)."
        }
      } ?? "The range covers the assumptions, not errors of the model itself."
    return (
      "How sure is this?",
      ("It is a model, not a forecast. By \(subject.lastYear) it expects \(benefit).", pressed)
    )
  }

  private static func official(_ subject: Subject) -> (String, Answer)? {
    (
      "Is this a government estimate?",
      (
        "No. The modelled figures are this project's "
          + "\(cite: subject.modelled("projection", "Projection", "")); the published ones are cited.",
        "The line at the end of this note makes every modelled figure again."
      )
    )
  }

  // MARK: Two scenarios

  private static func driver(_ subject: Subject) -> (String, Answer)? {
    guard let attribution = subject.rival?.attribution else { return nil }
    let parts = ComparisonRules.parts(subject)
    let (first, other) = ComparisonRules.names(subject)
    guard let top = parts.first, let rival = subject.rival else { return nil }
    if parts.count == 1 {
      let all = subject.modelled(
        "compare.npsv", "Difference of what all years are worth",
        Numbers.billions(abs(rival.value)),
        value: subject.number(rival.value, Money.billions, .difference))
      return (
        "What makes the difference?",
        (
          "\(top.label.capitalised) alone: all of the difference of \(all) is from it.",
          "Nothing else that counts differs between \(first) and \(other)."
        )
      )
    }
    func said(_ part: ComparisonRules.Part) -> Figure {
      ComparisonRules.change("compare.\(part.id)", part.label, part.value, subject)
    }
    let all = ComparisonRules.change("compare.change", "Change in all", attribution.change, subject)
    let pressed: Passage =
      "Next \(parts[1].isLever ? "is" : "are") \(parts[1].label.uncapitalised), with \(said(parts[1]))."
    let changes = top.isLever ? "it changes" : "they change"
    return (
      "What makes the difference?",
      (
        "\(top.label.capitalised) most of all: going from \(first) to \(other) \(changes) the "
          + "balance of all years, for the whole and on central assumptions, by \(said(top)); all "
          + "changes together come to \(all).", pressed
      )
    )
  }

  private static func delay(_ subject: Subject) -> (String, Answer)? {
    // Where the two differ by the delay alone, their difference has said it.
    let parts = ComparisonRules.parts(subject)
    guard parts.count != 1 || parts[0].id != Lever.startDelay.id,
      let answer = subject.rival.map(\.comparison.scenarios)?.map(\.delayCost),
      answer.count == 2, let one = answer[0], let two = answer[1], max(abs(one), abs(two)) > 1e-12
    else { return nil }
    let (first, other) = ComparisonRules.names(subject)
    let costs = (subject.plainly("delay.first", one), subject.plainly("delay.other", two))
    return (
      "What would a year's delay cost?",
      (
        "For the whole and on central assumptions, \(costs.0) in \(first) and \(costs.1) in \(other), "
          + "taking all years together.",
        "The years end in \(subject.lastYear) in any case, so a late start loses its last years."
      )
    )
  }
}

extension Figure {
  /// The number without the word that its source puts before it: `£45 billion a year`.
  fileprivate var exact: String {
    guard var value else { return prose }
    value.qualifier = nil
    if value.number != nil { (value.low, value.high) = (nil, nil) }
    var figure = self
    figure.text = value.text
    return figure.prose
  }
}

extension Figure {
  /// A change as it stands before what it is measured against: `11% less than`, `no more than`.
  fileprivate var asChange: Figure {
    guard let number = value?.number else { return self }
    var figure = self
    let size = text.filter { !"+-\(Numbers.minus)".contains($0) }
    figure.text = number == 0 ? "the same as" : size + (number < 0 ? " less than" : " more than")
    return figure
  }
}
