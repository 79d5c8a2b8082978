import Analytics
import Documents
import Figures

/// What a briefing cannot tell its reader.
enum LimitRules {
  static let all: [Rule] = [
    official, unpublished, allocation, judgement, drift, outages, cash, ends, sums, second, central,
    missing,
  ]

  static let official = Rule("limits.not_official") { subject in
    "None of the modelled figures is an official statistic or a government estimate."
  }

  static let unpublished = Rule("limits.unpublished") { subject in
    guard let whole = subject.fact(.headline),
      let split = subject.statement(.headlineSplit),
      let cost = subject.statement(.headlineInvestment),
      let date = subject.statement(.headlineTimeframe)
    else { return nil }
    return "Who holds which part of \(whole), what it costs and when it comes: no split "
      + "\(cite: split), cost \(cite: cost) or date \(cite: date) has been published."
  }

  static let allocation = Rule("limits.allocation") { subject in
    guard subject.organisation != nil else { return nil }
    let parts = StreamPart.all(subject)
    let judged = parts.filter { $0.cell.mark == .modelled }
    guard !judged.isEmpty else { return nil }
    let figure = subject.counted(
      "allocation.judged", "Keys whose value is this project's judgement",
      "\(judged.count) of \(parts.count)", judged.count, "keys")
    return "Whether the allocation keys are right for it: keys whose value for it is itself a "
      + "judgement: \(figure)."
  }

  static let judgement = Rule("limits.judgement") { subject in
    let judged = subject.inputs.assumptions.filter { $0.mark == .modelled }.count
    guard judged > 0 else { return nil }
    let figure = subject.counted(
      "assumptions.judged", "Assumptions that are this project's judgement",
      "\(judged) of \(subject.inputs.assumptions.count)", judged, "assumptions")
    return "How good its assumptions are: the P50 is this project's judgement in \(figure)."
  }

  static let drift = Rule("limits.drift") { subject in
    guard let now = subject.fact(.legacyShare),
      let before = subject.fact(.legacyShareBefore)
    else { return nil }
    return "Whether legacy is growing: the drift rests on one change between two surveys, from "
      + "\(before) to \(now)."
  }

  static let outages = Rule("limits.outages") { subject in
    guard let count = subject.fact(.outageCount) else { return nil }
    return "Whether outages rise or fall: the model has one year's count, \(count)."
  }

  static let cash = Rule("limits.cash") { subject in
    guard let statement = subject.statement(.headlineCashable) else { return nil }
    return "How much of the benefit can be banked: the cashable share is not published "
      + "\(cite: statement), and the model's is an assumption."
  }

  static let ends = Rule("limits.horizon") { subject in
    "What comes after \(subject.lastYear): the horizon is fixed, which penalises late starters."
  }

  static let sums = Rule("limits.do_not_add") { subject in
    guard subject.organisation != nil, subject.uncertainty != nil else { return nil }
    return "What several departments come to together: percentiles of organisations do not add up "
      + "to national ones."
  }

  /// Figures that were seen only at second hand.
  static let second = Rule("limits.second_hand") { subject in
    guard let family = subject.family else { return nil }
    let weak = subject.evidence.facts.filter { family.contains($0.body) && $0.confidence == .d }
    guard !weak.isEmpty else { return nil }
    let figure = subject.counted(
      "limits.confidence_d", "Figures of confidence D", Numbers.count(Double(weak.count)),
      weak.count, "figures")
    return "How firm all of the published figures are: of those about it and its bodies, \(figure) "
      + "are judgements, or claims seen only at second hand."
  }

  static let central = Rule("limits.no_draws") { subject in
    guard subject.uncertainty == nil else { return nil }
    return "How uncertain the projection is: it was made without draws, and has no ranges."
  }

  static let missing = Rule("limits.missing") { subject in
    guard let code = subject.code else { return nil }
    let themes: [(ObservationTable, String)] = [
      (.legacy, "legacy systems"), (.outages, "outages"), (.fraudError, "fraud and error"),
      (.efficiencyPlans, "efficiency targets"),
    ]
    // Outages are dated incidents, too: what a section above shows is not missing.
    var absent = themes.filter { table, _ in
      subject.rows(table).isEmpty && (table != .outages || OutageRules.incidents(subject).isEmpty)
    }.map(\.1)
    if subject.evidence.months(of: code).isEmpty { absent.append("contractors by month") }
    guard !absent.isEmpty else { return nil }
    return "About it these data have nothing of: \(absent.joined(separator: ", "))."
  }
}
