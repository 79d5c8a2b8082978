import Analytics
import Dashboard
import Documents
import Figures

/// What a note says: a headline that can be said aloud, and three lines in plain English, each with
/// its figure and its range.
enum NoteRules {
  /// What is said first.
  static func first(_ subject: Subject) -> [Sentence] {
    Array((subject.rival == nil ? headlines : comparedHeadlines).sentences(subject).prefix(1))
  }

  /// The lines to take.
  static func toTake(_ subject: Subject) -> [Sentence] {
    (subject.rival == nil ? lines : comparedLines).sentences(subject)
  }

  static let headlines = [headline, nothing]
  static let lines = [benefit, review, worth]

  static let headline = Rule("note.headline") { subject in
    guard subject.brings else { return nil }
    let benefit = subject.plainly("final_benefit", subject.benefit, a: " a year")
    return "\(subject.name): digital reform could be worth \(benefit) by \(subject.lastYear)"
      + "\(turn(subject))"
  }

  /// When more comes in than goes out.
  private static func turn(_ subject: Subject) -> String {
    guard let first = subject.firstYearAhead else {
      return ", but costs more than it brings in every year to then"
    }
    guard first > 0 else { return ", and brings more than it costs from the first year" }
    return ", but costs more than it brings until \(subject.projection.years[first - 1])"
  }

  static let nothing = Rule("note.no_benefit") { subject in
    guard !subject.brings else { return nil }
    return "\(subject.name): this scenario funds no digital reform, so it brings nothing by "
      + "\(subject.lastYear) \(cite: subject.modelled("final_benefit", "Benefit", ""))"
  }

  static let benefit = Rule("note.benefit") { subject in
    guard subject.brings else { return nil }
    let benefit = subject.plainly(
      "final_benefit", subject.benefit, a: " a year", subject.finalBenefit)
    return "By \(subject.lastYear) the scenario \(subject.state.scenarioName) is expected to bring "
      + "\(benefit)."
  }

  /// Cost and benefit in the years that money is settled for.
  static let review = Rule("note.review_years") { subject in
    let places = subject.reviewPlaces
    guard let last = places.last, let first = places.first,
      subject.costs.count > last, subject.benefits.count > last
    else { return nil }
    let years = subject.projection.years
    func sum(_ list: [Double]) -> Double { places.reduce(0) { $0 + list[$1] } }
    let cost = subject.plainly("review.cost", sum(subject.costs))
    let benefit = subject.plainly("review.benefit", sum(subject.benefits))
    let own = subject.plainly(
      "benefit@\(years[last])", subject.benefits[last], subject.benefit(at: last))
    let ownCost = subject.plainly("cost@\(years[last])", subject.costs[last])
    return "\(subject.reviewWords), \(years[first]) to \(years[last]), it costs \(cost) and brings "
      + "\(benefit). In \(years[last]) alone it costs \(ownCost) and brings \(own)."
  }

  static let worth = Rule("note.worth") { subject in
    guard subject.brings else { return nil }
    let isGain = subject.worth >= 0
    var words = isGain ? "more than it costs" : "less than it costs"
    var value = subject.number(subject.worth, Money.billions)
    if let low = subject.npsv?.p10, let high = subject.npsv?.p90 {
      words += "; eight times in ten the balance is between \(Self.balance(low, high))"
      (value.low, value.high) = (low, high)
    }
    let figure = subject.modelled(
      "npsv", "Balance of all years, at the value of money today",
      "\(Numbers.billions(abs(subject.worth))) \(words)", value: value)
    let head: Passage =
      "Over all years to \(subject.lastYear), at the value of money today, it brings \(figure)"
    guard subject.organisation == nil, let chance = subject.chance else { return head + "." }
    return head + ". It pays for itself in \(chance) of the model's runs."
  }

  /// Two balances as they are said: `a loss of £2.3bn and a gain of £1.4bn`.
  static func balance(_ low: Double, _ high: Double) -> String {
    func one(_ value: Double) -> String {
      "a \(value < 0 ? "loss" : "gain") of \(Numbers.billions(abs(value)))"
    }
    return "\(one(low)) and \(one(high))"
  }

  // MARK: Two scenarios

  static let comparedHeadlines = [compared, same]
  static let comparedLines = [comparedBenefit, comparedReview, comparedChance]

  static let compared = Rule("note.compare") { subject in
    guard let rival = subject.rival, abs(rival.value) > 1e-12 else { return nil }
    let (first, other) = ComparisonRules.names(subject)
    let amount = subject.modelled(
      "compare.npsv", "Difference of what all years are worth",
      Numbers.billions(abs(rival.value)),
      value: subject.number(rival.value, Money.billions, .difference))
    return "\(subject.name): over all years to \(subject.lastYear), \(first) is worth \(amount) "
      + "\(rival.value > 0 ? "more" : "less") than \(other)"
  }

  static let same = Rule("note.compare_same") { subject in
    guard let rival = subject.rival, abs(rival.value) <= 1e-12 else { return nil }
    let (first, other) = ComparisonRules.names(subject)
    return "\(subject.name): \(first) and \(other) come to the same "
      + "\(cite: subject.modelled("compare.npsv", "Difference", ""))"
  }

  static let comparedBenefit = Rule("note.compare_benefit") { subject in
    guard let rival = subject.rival else { return nil }
    let (first, other) = ComparisonRules.names(subject)
    func benefit(_ of: Subject) -> Figure {
      of.plainly("final_benefit", of.benefit, a: " a year", of.finalBenefit)
    }
    return "By \(subject.lastYear), \(first) is expected to bring \(benefit(subject)); \(other), "
      + "\(benefit(subject.with(rival)))."
  }

  static let comparedReview = Rule("note.compare_review_years") { subject in
    guard let rival = subject.rival else { return nil }
    let places = subject.reviewPlaces
    let years = subject.projection.years
    let (first, other) = ComparisonRules.names(subject)
    let theirs = subject.with(rival)
    guard let start = places.first, let last = places.last, subject.costs.count > last,
      theirs.costs.count > last, theirs.benefits.count > last, subject.benefits.count > last
    else { return nil }
    func said(_ of: Subject) -> Passage {
      let cost = of.plainly("review.cost", places.reduce(0) { $0 + of.costs[$1] })
      let benefit = of.plainly("review.benefit", places.reduce(0) { $0 + of.benefits[$1] })
      return "costs \(cost) and brings \(benefit)"
    }
    return "\(subject.reviewWords), \(years[start]) to \(years[last]), \(first) \(said(subject)); "
      + "\(other) \(said(theirs))."
  }

  static let comparedChance = Rule("note.compare_chance") { subject in
    guard let rival = subject.rival, let chance = rival.chance, let low = rival.difference.p10,
      let high = rival.difference.p90, max(abs(low), abs(high)) > 1e-12
    else { return nil }
    let (first, other) = ComparisonRules.names(subject)
    let share = subject.modelled(
      "compare.chance", "Share of runs in which the first is worth more", Numbers.share(chance),
      value: subject.number(chance, "share", .share))
    let range = subject.modelled(
      "compare.npsv", "Difference of what all years are worth",
      "\(Numbers.billions(low)) and \(Numbers.billions(high))",
      value: subject.number(rival.value, Money.billions, .difference, low: low, high: high))
    return "\(first) is worth more than \(other) in \(share) of the model's runs; eight times in "
      + "ten the difference lies between \(range)."
  }
}

// MARK: - What the rules read

extension Subject {
  /// Benefit and cost by year, £bn: empty where the organisation was not kept by year.
  var benefits: [Double] {
    organisation == nil ? account.national.benefit : series?.benefit ?? []
  }
  var costs: [Double] { organisation == nil ? account.national.cost : series?.cost ?? [] }

  /// What `digigov explain` calls a number of the model: `HO.benefit.mean@2030-31`.
  func explained(_ name: String, in year: String = "") -> String {
    (code.map { $0 + "." } ?? "") + name + (state.statistic == .mean ? ".mean" : "")
      + (year.isEmpty ? "" : "@" + year)
  }

  /// Benefit in a year, over the runs.
  func benefit(at place: Int) -> Summary? {
    let list = organisation == nil ? uncertainty?.yearly[.benefit] : draws?.benefit
    return list.flatMap { $0.indices.contains(place) ? $0[place] : nil }
  }

  /// The first year from which on every year brings at least what it costs; nil for none.
  var firstYearAhead: Int? {
    let pairs = Array(zip(benefits, costs))
    guard let behind = pairs.lastIndex(where: { $0.0 < $0.1 - 1e-12 }) else {
      return pairs.isEmpty ? nil : 0
    }
    return behind + 1 < pairs.count ? behind + 1 : nil
  }

  /// The places of the years that money is settled for; the first three where none is.
  var reviewPlaces: [Int] {
    let years = projection.years
    let span = PlanAgainstFact(evidence, years: years, uncertainty).span
    let places = years.indices.filter { span.contains(years[$0]) }
    return places.isEmpty ? Array(years.indices.prefix(3)) : places
  }

  /// Whose years those are: `In the years of the digital settlement of Spending Review 2025`.
  var reviewWords: String {
    let plan = PlanAgainstFact(evidence, years: projection.years, uncertainty)
    guard !plan.span.isEmpty, let name = plan.settlement?.measure else {
      return "In its first years"
    }
    return "In the years of the \(name.uncapitalised)"
  }

  /// A sum with its range in words that can be said: `£21bn a year, and eight times in ten between
  /// £12bn and £32bn`.
  func plainly(
    _ id: String, _ value: Double, a unit: String = "", _ summary: Summary? = nil
  ) -> Figure {
    var text = Numbers.billions(value) + unit
    var data = number(value, Money.billions + unit, in: unit.isEmpty ? "" : lastYear)
    if let low = summary?.p10, let high = summary?.p90 {
      let (from, to) = (Numbers.billions(low), Numbers.billions(high))
      if from != to { text += ", and eight times in ten between \(from) and \(to)" }
      (data.low, data.high) = (low, high)
    }
    return modelled(id, called(id), text, value: data)
  }

  /// The chance that it pays for itself.
  var chance: Figure? {
    uncertainty.map {
      modelled(
        "probability_npsv_positive", "Chance that it pays for itself",
        Numbers.share($0.probabilityNPSVPositive),
        value: number($0.probabilityNPSVPositive, "share", .share))
    }
  }
}
