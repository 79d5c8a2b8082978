/// Sums over draws of what means are wanted of and no column is kept for; lane by lane while they are
/// gathered. What the draws have in common with all organisations is summed once, for a share of one.
struct DrawSums: Sendable {
  /// Of each row of the curves by year.
  var gross, cost: [Lanes]
  /// Of the nation by year: each stream after overlap, and amounts.
  var net: [Lanes]
  var exchequer, investment, outagesBaseline: [Lanes]
  /// Of each cohort by year: share of systems that are legacy, with the policy and without.
  var share, baseline: [Lanes]
  /// Of each cohort: upkeep above that of a modern estate in the first year.
  var premium: [Lanes]
  /// Of each organisation in the last year.
  var lastCash, lastExchequer: [Lanes]
  /// Of each organisation of the layout's fans by year.
  var fanNet, fanCash, fanExchequer: [Lanes]
  /// Of each organisation and year of the layout's cash.
  var cash: [Lanes]

  init(_ layout: DrawLayout, rows: Int, cohorts: Int) {
    let years = layout.years
    let zeros = { (count: Int) in Array(repeating: Lanes.zero, count: count) }
    gross = zeros(rows * years)
    cost = gross
    net = zeros(5 * years)
    exchequer = zeros(years)
    (investment, outagesBaseline) = (exchequer, exchequer)
    share = zeros(cohorts * years)
    baseline = share
    premium = zeros(cohorts)
    lastCash = zeros(layout.organisations)
    lastExchequer = lastCash
    fanNet = zeros(5 * years * layout.fans.count)
    fanCash = zeros(years * layout.fans.count)
    fanExchequer = fanCash
    cash = zeros(layout.cash.count)
  }

  /// Adds those of other draws.
  ///
  /// - Parameter lanes: how many of the other's lanes count, from the first on.
  mutating func add(_ other: DrawSums, lanes: Int = Lanes.scalarCount) {
    for field in Self.fields {
      for place in self[keyPath: field].indices {
        var value = other[keyPath: field][place]
        for lane in lanes..<Lanes.scalarCount { value[lane] = 0 }
        self[keyPath: field][place] += value
      }
    }
  }

  private static var fields: [WritableKeyPath<DrawSums, [Lanes]>] {
    [
      \.gross, \.cost, \.net, \.exchequer, \.investment, \.outagesBaseline, \.share, \.baseline,
      \.premium, \.lastCash, \.lastExchequer, \.fanNet, \.fanCash, \.fanExchequer, \.cash,
    ]
  }
}
