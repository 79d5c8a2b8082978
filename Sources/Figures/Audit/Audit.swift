/// Looks through what a department and its bodies returned for what cannot well be: a pure function
/// of the rows, so that its verdicts are right for any folder.
struct Audit {
  let department: String
  let series: ReturnSeries
  /// The financial years of its bodies.
  let bodyYears: [WorkforceReturn]
  let span: ReturnSpan
  /// The name of a body.
  let name: (String) -> String
  /// Contingent labour and consultancy of the department by financial year, in £ million.
  let spend: [FinancialYear: YearSum]
  /// Pay of the department by financial year, in £ million.
  let pay: [FinancialYear: YearSum]
  /// Places of months in which most of the department is missing: what is odd in them has that cause.
  let missing: Set<Int>

  init(
    _ department: String, _ series: ReturnSeries, bodyYears: [WorkforceReturn], span: ReturnSpan,
    name: @escaping (String) -> String
  ) {
    (self.department, self.series, self.bodyYears) = (department, series, bodyYears)
    (self.span, self.name) = (span, name)
    var spend: [FinancialYear: YearSum] = [:]
    var pay: [FinancialYear: YearSum] = [:]
    for (place, month) in series.months.enumerated() {
      let year = FinancialYear(holding: month)
      if let value = series.spend(place) { spend[year, default: YearSum()].add(value) }
      let paid = series.payrollCost[place]
      if !paid.isNaN { pay[year, default: YearSum()].add(paid) }
    }
    (self.spend, self.pay) = (spend, pay)
    missing = Self.missing(series)
  }

  /// Every verdict: the department's months first, then its bodies, each in the order of time.
  var verdicts: [Verdict] {
    (months + years).sorted {
      ($0.body, $0.months.lowerBound, $0.measure.rawValue, $0.months.upperBound)
        < ($1.body, $1.months.lowerBound, $1.measure.rawValue, $1.months.upperBound)
    }
  }

  private var months: [Verdict] {
    let steps = steps
    // A month of a step is far from those around because of it.
    let outliers = outliers.filter { outlier in
      outlier.measure == .consultancyCost || !steps.contains { $0.months.overlaps(outlier.months) }
    }
    return gaps + absences + shortMonths + outliers + payOutliers + spikes + steps + zeros
      + costsPerHead
  }

  /// Whether a financial year is over, as far as the returns reach: the running one is no whole year
  /// in any case.
  func isOver(_ year: FinancialYear) -> Bool { year.months.upperBound <= span.newest ?? .max }

  /// What is held against a department's sum of a year: its spend, or its pay, as if it had twelve
  /// months.
  func whole(_ measure: AuditMeasure, _ year: FinancialYear) -> Double {
    let isPay = measure == .payrollCost || measure == .payrollCostPerHead
    return (isPay ? pay[year] : spend[year])?.yearly ?? 0
  }

  /// A sum of months with their number.
  struct YearSum {
    var sum = 0.0
    var months = 0

    mutating func add(_ value: Double) {
      sum += value
      months += 1
    }

    var yearly: Double { months > 0 ? sum * 12 / Double(months) : 0 }
  }

  /// The shares of years' sums that amounts of single months make up, in £ million.
  func shares(
    _ amounts: [(month: Int, amount: Double)], _ measure: AuditMeasure
  ) -> [FinancialYear: Double] {
    var sums: [FinancialYear: Double] = [:]
    for (month, amount) in amounts {
      sums[FinancialYear(holding: month), default: 0] += amount
    }
    return Dictionary(
      uniqueKeysWithValues: sums.map { ($0, share($1, measure, $0)) })
  }

  /// The share of a year's sum that an amount makes up, in £ million.
  func share(_ amount: Double, _ measure: AuditMeasure, _ year: FinancialYear) -> Double {
    let whole = whole(measure, year)
    return whole > 0 ? amount / whole : 1
  }

  func verdict(
    _ rule: AuditRule, _ measure: AuditMeasure, _ months: ClosedRange<Int>, body: String = "",
    value: Double, expected: Double, moves: [FinancialYear: Double], _ why: String
  ) -> Verdict {
    Verdict(
      department: department, body: body, months: months, measure: measure, rule: rule,
      value: value, expected: expected, why: why, moves: moves)
  }

  /// Places in a row, by the places that there are, in groups of those that stand side by side and
  /// differ to the same side.
  func runs(_ odd: [(place: Int, isHigh: Bool)], among places: [Int]) -> [[Int]] {
    var groups: [[Int]] = []
    var last: (order: Int, isHigh: Bool)?
    let order = Dictionary(uniqueKeysWithValues: zip(places, places.indices))
    for (place, isHigh) in odd {
      guard let own = order[place] else { continue }
      if let last, last.order + 1 == own, last.isHigh == isHigh {
        groups[groups.count - 1].append(place)
      } else {
        groups.append([place])
      }
      last = (own, isHigh)
    }
    return groups
  }

  /// The months of places in their order.
  func range(_ places: [Int]) -> ClosedRange<Int> {
    guard let first = places.first, let last = places.last else { return 0...0 }
    return series.months[first]...series.months[last]
  }
}
