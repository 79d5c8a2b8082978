import Analytics
import Dashboard
import Documents
import Figures

/// Legacy systems: shares, counts, upkeep, and what the model makes of them.
enum LegacyRules {
  static let all: [Rule] = [share, upkeep, redList, ownShare, path, counted, notCounted]

  static let share = Rule("legacy.share") { subject in
    guard subject.organisation == nil, let now = subject.fact(.legacyShare),
      let before = subject.fact(.legacyShareBefore)
    else { return nil }
    return
      "Of \(subject.evidence.ofGovernment)systems \(now) were legacy, after \(before) a year earlier; "
      + "both are averages of survey answers."
  }

  static let upkeep = Rule("legacy.upkeep") { subject in
    guard subject.organisation == nil, let multiple = subject.fact(.legacyUpkeep) else {
      return nil
    }
    return "Their upkeep is put at \(multiple) that of modern systems."
  }

  static let redList = Rule("legacy.red_list") { subject in
    guard subject.organisation == nil, let count = subject.fact(.redRated),
      let outlook = outlook(subject), let never = outlook.shareNeverClear,
      let low = outlook.yearsToClear.p10, let high = outlook.yearsToClear.p90
    else { return nil }
    // The mean of years that have no end lies outside of where most of them are: it says nothing.
    let years = subject.modelled(
      "red_list.years", "Years to clear the red list, where it clears",
      "\(Self.years(low)) to \(Self.years(high)) years",
      value: subject.number(nil, "years", low: low, high: high))
    let share = subject.modelled(
      "red_list.never", "Share of runs that never clear", Numbers.share(never),
      value: subject.number(never, "share", .share))
    return
      "Of \(count) with the highest risk rating, in \(share) of runs the list is never cleared, "
      + "since as many are found as are fixed; where it is, eight times in ten it takes \(years)."
  }

  /// Health service and police, of which a range is published.
  static let ownShare = Rule("legacy.share_published") { subject in
    published(subject).map { "The legacy share published of its systems is \($0)." }
  }

  private static func published(_ subject: Subject) -> Figure? {
    guard let code = subject.code else { return nil }
    return subject.evidence.rows(.legacy, of: code)
      .first { $0.measure.hasPrefix("Legacy share of systems") }
      .map { subject.evidence.figure($0, in: .legacy) }
  }

  static let path = Rule("legacy.path") { subject in
    guard let series = subject.own, let with = series.legacyShare.last,
      let without = series.legacyShareBaseline.last, let start = series.legacyShare.first
    else { return nil }
    func share(_ id: String, _ value: Double) -> Figure {
      subject.modelled(
        id, "Legacy share of systems", Numbers.share(value), value: subject.number(value, "share"))
    }
    let own: Passage =
      published(subject) == nil
      ? "A legacy share of this organisation alone is \(Evidence.absent): the model" : "The model"
    if let fact = subject.organisation?.ownLegacyShare.flatMap({ subject.evidence.fact($0.fact) }) {
      return
        "The model starts from its own legacy share, \(subject.evidence.figure(fact)), and comes "
        + "to \(share("legacy_share.with", with)) by \(subject.lastYear) in this scenario, "
        + "\(share("legacy_share.without", without)) without a programme."
    }
    return "\(own) starts from that of its class of estate, "
      + "\(share("legacy_share.start", start)), \(subject.basisWords), and comes to "
      + "\(share("legacy_share.with", with)) by \(subject.lastYear) in this scenario, "
      + "\(share("legacy_share.without", without)) without a programme."
  }

  static let counted = Rule("legacy.red_rated_counted") { subject in
    guard let row = subject.latest(.legacy, "Red-rated legacy systems") else { return nil }
    return "Its last published count of red-rated legacy, the highest risk rating, is "
      + "\(subject.evidence.figure(row, in: .legacy))."
  }

  static let notCounted = Rule("legacy.red_rated_not_published") { subject in
    guard subject.organisation != nil,
      subject.latest(.legacy, "Red-rated legacy systems") == nil
    else { return nil }
    let since: Passage =
      subject.statement(.redRatedStatement).map {
        "; counts by department since 2024 are not published, as far as could be found \(cite: $0)"
      } ?? ""
    return "Its count of red-rated legacy systems: \(Evidence.absent)\(since)."
  }

  static func outlook(_ subject: Subject) -> RedListOutlook? {
    let rate = { flow in subject.evidence.redListRates.first { $0.flow == flow } }
    guard let now = subject.evidence.fact(.redRated)?.value,
      let found = rate(.found), let fixed = rate(.fixed)
    else { return nil }
    return RedList(now: now, found: found, fixed: fixed)
      .outlook(draws: Ladder.rested, seed: subject.inputs.seed, years: 0)
  }

  private static func years(_ value: Double) -> String {
    Numbers.telling(value, places: value < 10 ? 1 : 0)
  }
}
