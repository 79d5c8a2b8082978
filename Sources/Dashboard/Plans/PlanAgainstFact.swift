public import Analytics
public import Figures

/// What a scenario spends and saves by year, beside what is published to be funded, claimed and
/// returned; and what of the two does not match, in sentences made by rule.
public struct PlanAgainstFact: Sendable {
  /// One financial year. Money is in £bn of the year, the scenario's in real prices.
  public struct Year: Sendable {
    public let label: String
    /// The scenario's expected cost, and its expected cash-releasing benefit; nil outside its years
    /// or without draws.
    public let spends, saves: Double?
    /// What is published to be given, and what is claimed to be saved, from all causes.
    public let funded, claimed: Fact?
    /// What departments returned for contractors and consultants, £m of the day: the sum of those
    /// that returned the whole year.
    public let returned: Returned?
  }

  /// Departments that returned a whole year.
  public struct Returned: Sendable {
    public let millions: Double
    public let codes: [String]
    /// The same departments' sum a year before where both years can be compared, and how many can.
    public let comparable: (now: Double, before: Double, count: Int)?
  }

  /// The years that anything is published of, and those before the last of them.
  public let years: [Year]
  /// The settlement for digital, of which no yearly part is published.
  public let settlement: Fact?
  /// What is given year by year beside it, by its name.
  public let fundName: String
  /// The years of the settlement, as they are labelled.
  public let span: [String]

  /// - Parameters:
  ///   - evidence: what is published.
  ///   - labels: of the scenario's years.
  ///   - uncertainty: what its draws say; nil leaves its columns empty.
  public init(_ evidence: Evidence, years labels: [String], _ uncertainty: Uncertainty?) {
    settlement = evidence.fact(.settlement)
    fundName = Self.fundName(evidence)
    span = Self.span(settlement?.period ?? "", in: labels)
    let benefit = uncertainty?.yearly[.benefit] ?? []
    let net = uncertainty?.yearly[.netBenefit] ?? []
    let cash = uncertainty?.yearly[.cash] ?? []
    func mean(_ list: [Summary], _ place: Int?) -> Double? {
      place.flatMap { list.indices.contains($0) ? list[$0].mean : nil }
    }
    let newest = evidence.contractorYear
    var all = labels
    if let newest {
      for year in [newest, newest.previous] where !all.contains(year.description) {
        all.insert(year.description, at: 0)
      }
    }
    let rows = all.map { label -> Year in
      let place = labels.firstIndex(of: label)
      // Means subtract: cost is what benefit less net benefit leaves.
      let cost = mean(benefit, place).flatMap { all in mean(net, place).map { all - $0 } }
      return Year(
        label: label, spends: cost, saves: mean(cash, place),
        funded: evidence.fact(.fundedByYear, in: label),
        claimed: Self.claim(evidence, label),
        returned: FinancialYear(label).flatMap { year in
          newest.flatMap { $0 == year || $0.previous == year ? Self.returned(evidence, year) : nil }
        })
    }
    let last = rows.lastIndex { $0.funded != nil || $0.claimed != nil || $0.returned != nil }
    self.years = last.map { Array(rows[...$0]) } ?? []
  }

  /// What is given year by year beside the settlement, by the name that the folder has for it.
  static func fundName(_ evidence: Evidence) -> String { evidence.roles[.fund] ?? "other money" }

  /// A claim of the year: the target's, else those that are told by year.
  private static func claim(_ evidence: Evidence, _ year: String) -> Fact? {
    if let fact = evidence.fact(.efficiencyTarget), fact.period == year { return fact }
    return evidence.fact(.claimedByYear, in: year)
  }

  /// The labels that a period such as `2026-27 to 2028-29` covers.
  private static func span(_ period: String, in labels: [String]) -> [String] {
    let ends = period.split(separator: " ").map(String.init).filter { FinancialYear($0) != nil }
    guard let first = ends.first, let last = ends.last else { return [] }
    return labels.filter { first <= $0 && $0 <= last }
  }

  private static func returned(_ evidence: Evidence, _ year: FinancialYear) -> Returned? {
    var (sum, codes) = (0.0, [String]())
    var (now, before, count) = (0.0, 0.0, 0)
    for code in evidence.departmentsWithMonths {
      guard let record = evidence.contractorRecord(of: code), let row = record.year(year),
        row.isComplete
      else { continue }
      sum += row.total
      codes.append(code)
      if case .share? = evidence.contractorChange(of: code, in: year),
        let last = record.year(year.previous)
      {
        (now, before, count) = (now + row.total, before + last.total, count + 1)
      }
    }
    guard !codes.isEmpty else { return nil }
    return Returned(
      millions: sum, codes: codes, comparable: count > 0 ? (now, before, count) : nil)
  }

  /// What the scenario spends in the years of the settlement, expected; nil without draws.
  public var spends: Double? { total(\.spends) }

  /// What is published to be given in them: the settlement with the fund's years.
  public var funded: Double? {
    guard let settlement, let own = settlement.value ?? settlement.high else { return nil }
    return own + fund
  }

  /// What is given beside it in the years of the settlement.
  public var fund: Double {
    years.filter { span.contains($0.label) }.reduce(0) { $0 + ($1.funded?.value ?? 0) }
  }

  private func total(_ value: (Year) -> Double?) -> Double? {
    let rows = years.filter { span.contains($0.label) }.map(value)
    guard !rows.isEmpty else { return nil }
    return rows.reduce(0) { sum, row in sum.flatMap { sum in row.map { sum + $0 } } }
  }
}

extension PlanAgainstFact {
  /// What does not match, in a few words for a title; nil where nothing can be said.
  public var headline: String? {
    guard let spends, let funded, spends > 0, let last = span.last else { return nil }
    return spends > funded ? "not all funded to \(last)" : "funded to \(last)"
  }

  /// What of the spending has no published source, £bn; nil where nothing can be said.
  public var unfunded: Double? {
    guard let spends, let funded, spends > funded else { return nil }
    return spends - funded
  }

  /// What does not match, a sentence each, the largest matter first.
  ///
  /// - Parameter date: the data's date, `YYYY-MM-DD`: a year that ended before it is over.
  public func mismatches(on date: String) -> [String] {
    [money, past(date), claims, returns].compactMap { $0 }
  }

  private var money: String? {
    guard let spends, let funded, let settlement, let first = span.first, let last = span.last,
      spends > 0
    else { return nil }
    let own = Numbers.billions(settlement.value ?? settlement.high ?? 0)
    let upTo = settlement.value == nil || settlement.high != nil ? "up to " : ""
    let head =
      "From \(first) to \(last) the scenario spends \(Numbers.billions(spends)), expected; published for "
      + "those years are \(upTo)\(own) for digital and \(Numbers.billions(fund)) of the "
      + "\(fundName), which is for all reform"
    return spends > funded
      ? "\(head): \(Numbers.billions(spends - funded)) has no published source."
      : "\(head): no more than that is needed."
  }

  private func past(_ date: String) -> String? {
    let over = years.filter { year in
      guard let known = FinancialYear(year.label) else { return false }
      return known.lastMonth < String(date.prefix(7)) && (year.spends ?? 0) > 0.005
    }
    guard let last = over.last else { return nil }
    let sum = over.reduce(0) { $0 + ($1.spends ?? 0) }
    let when = over.count == 1 ? last.label : "years to \(last.label)"
    return "It spends \(Numbers.billions(sum)) in \(when), which \(over.count == 1 ? "is" : "are") "
      + "over: no such spending is in these data."
  }

  private var claims: String? {
    guard let year = years.first(where: { $0.claimed?.value != nil && $0.saves != nil }),
      let claimed = year.claimed?.value, let saves = year.saves, claimed > 0
    else { return nil }
    return "In \(year.label) \(Numbers.billions(claimed)) of efficiencies are claimed, from all "
      + "causes; it brings \(Numbers.billions(saves)) of cash, \(Numbers.share(saves / claimed)) of "
      + "that."
  }

  private var returns: String? {
    guard let year = years.last(where: { $0.returned != nil }), let returned = year.returned else {
      return nil
    }
    let begun =
      year.spends.map { $0 < 0.005 ? ", before the scenario begins," : ", when it had begun," }
      ?? ""
    var text =
      "In \(year.label)\(begun) \(returned.codes.count) departments returned "
      + "\(Numbers.billions(returned.millions / 1000)) for contractors and consultants"
    if let two = returned.comparable, two.before > 0 {
      let change = two.now / two.before - 1
      text +=
        "; the \(two.count) whose two years compare spent "
        + "\(Numbers.percent(abs(change) * 100)) \(change < 0 ? "less" : "more") than a year before"
    }
    return text + "."
  }
}
