/// What can be said of a department's spend against the year before. The one place that says when a
/// change is printed: both years are complete, nothing is odd in either, and both are of the same
/// bodies, as far as is known.
public enum ContractorChange: Sendable {
  /// This year over the one before, less 1.
  case share(Double)
  /// None is given: why, in a few words for a column, as the end of a sentence, and what more there is to it.
  case withheld(short: String, reason: String, detail: String)

  fileprivate static func withheld(_ short: String, _ reason: String) -> ContractorChange {
    .withheld(short: short, reason: reason, detail: "")
  }

  /// `+4%`, or `-0.4%` where that would print as nothing; nil where there is none.
  public var text: String? {
    guard case .share(let share) = self else { return nil }
    let percent = share * 100
    let places = abs(percent) < 0.5 && percent != 0 ? 1 : 0
    return (percent > 0 ? "+" : "") + Numbers.decimal(percent, places: places) + "%"
  }
}

extension Evidence {
  /// The change of a department's spend on the year before.
  public func contractorChange(of code: String, in year: FinancialYear) -> ContractorChange? {
    guard let record = contractorRecord(of: code), let now = record.year(year) else { return nil }
    guard now.isComplete else {
      return .withheld("\(now.leastMonths)/12 months", "\(year) has \(now.coverage)")
    }
    guard let before = record.year(year.previous) else {
      return .withheld("no \(year.previous)", "\(year.previous) was not returned")
    }
    guard before.isComplete else {
      return .withheld("\(before.year) part", "\(before.year) has \(before.coverage)")
    }
    for one in [now, before] {
      if let verdict = one.verdicts.first {
        return .withheld(
          short: "\(one.year) odd", reason: "what was returned for \(one.year) is odd",
          detail: verdict.why)
      }
    }
    guard before.total > 0 else {
      return .withheld("after nought", "\(before.year) is nought")
    }
    if let words = otherBodies(record, before.year, now.year) {
      return .withheld("other bodies", words)
    }
    return .share(now.total / before.total - 1)
  }

  /// What of two years is not of the same bodies and months; nil where no money of theirs is missing.
  private func otherBodies(
    _ record: ContractorRecord, _ before: FinancialYear, _ now: FinancialYear
  ) -> String? {
    let (old, new) = (record.bodies[before] ?? [:], record.bodies[now] ?? [:])
    guard !old.isEmpty, !new.isEmpty else { return nil }
    let missing = Set(old.keys).union(new.keys).map { body in
      (body: body, amount: Self.missing(old[body], new[body]))
    }.sorted { ($0.amount, $1.body) > ($1.amount, $0.body) }
    let sum = missing.reduce(0) { $0 + $1.amount }
    guard sum > 0 else { return nil }
    let named = missing.filter { $0.amount >= sum / 10 }.prefix(3)
    let words = named.map { body, _ in
      "\(name(of: body)) returned \(Self.months(old[body])) of \(before) and "
        + "\(Self.months(new[body])) of \(now)"
    }
    let more = missing.count { $0.amount > 0 } - named.count
    return "the two years are not of the same bodies: " + words.joined(separator: "; ")
      + (more > 0 ? "; and \(more) more" : "")
  }

  private static func months(_ row: WorkforceReturn?) -> String {
    guard let row else { return "no month" }
    return row.returns.map { $0 == 1 ? "1 month" : "\($0) months" } ?? "some months"
  }

  /// What one of two years lacks of a body, in £ million, at the rate of the other.
  private static func missing(_ old: WorkforceReturn?, _ new: WorkforceReturn?) -> Double {
    [AuditMeasure.contingentCost, .consultancyCost].reduce(0) { sum, measure in
      let (from, to) = (old?.value(measure), new?.value(measure))
      let (had, has) = (old?.returns ?? 0, new?.returns ?? 0)
      switch (from, to) {
      case (nil, nil): return sum
      case (let only?, nil), (nil, let only?): return sum + abs(only)
      case (let from?, let to?):
        guard had != has else { return sum }
        let fuller = had > has ? from : to
        return sum + abs(fuller) * Double(abs(had - has)) / Double(max(had, has))
      }
    }
  }
}
