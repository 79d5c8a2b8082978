/// A scenario on every draw: the numbers that summaries are made of.
public struct Run: Sendable {
  /// What was run.
  public let scenario: Scenario
  /// Number of draws.
  public let count: Int
  /// Seed of the draws.
  public let seed: UInt64
  let layout: DrawLayout
  /// Tables of the draws one after another, as the threads made them.
  let parts: [DrawTable]
  /// Sums over all draws, for means.
  let sums: DrawSums

  /// A number in each draw, in their order; NaN where it is undefined.
  public subscript(metric: Metric) -> [Double] {
    column(.metric(Metric.allCases.firstIndex(of: metric) ?? 0))
  }

  /// A national series in each draw, in one year.
  public subscript(series: YearlySeries, year: Int) -> [Double] {
    column(.yearly(YearlySeries.allCases.firstIndex(of: series) ?? 0, year: year))
  }

  /// Summaries of a national series, one a year: the fan of one chart.
  public func summaries(_ series: YearlySeries) -> [Summary] {
    (0..<layout.years).map { Summary(self[series, $0]) }
  }

  /// Quantiles of every national series at rising `probabilities`: a row for each year; nil where
  /// there are no draws.
  public func quantiles(
    at probabilities: [Double], threads: Int = 2
  ) -> [YearlySeries: [[Double?]]] {
    let years = layout.years
    let rows = parallel(YearlySeries.allCases.count * years, threads: threads) { place in
      var numbers = column(place)
      return numbers.quantiles(probabilities)
    }
    let byYear = YearlySeries.allCases.indices.map { Array(rows[$0 * years..<($0 + 1) * years]) }
    return Dictionary(uniqueKeysWithValues: zip(YearlySeries.allCases, byYear))
  }

  /// Benefit of an organisation in the last year, by its place in the inputs; nil where the run did not
  /// keep organisations.
  public func finalBenefit(organisation: Int) -> [Double]? {
    layout.organisations > 0 ? column(.finalBenefit(organisation)) : nil
  }

  /// Net present social value of an organisation, by its place in the inputs; nil where the run
  /// did not keep organisations.
  public func npsv(organisation: Int) -> [Double]? {
    layout.organisations > 0 ? column(.npsv(organisation)) : nil
  }
}

extension Run {
  func column(_ column: DrawLayout.Column) -> [Double] { self.column(layout.place(column)) }

  func column(_ place: Int) -> [Double] {
    var numbers = [Double](repeating: 0, count: count)
    var start = 0
    for part in parts {
      part.write(place, to: &numbers, at: start)
      start += part.count
    }
    return numbers
  }
}

/// Where a run's columns lie.
struct DrawLayout: Hashable, Sendable {
  let years: Int
  /// How many organisations are kept: all or none.
  let organisations: Int
  /// Places in the inputs of organisations that are kept by year, rising.
  let fans: [Int]
  /// Organisations whose cash is kept in one year, both by their places.
  let cash: [CashYear]

  struct CashYear: Hashable, Sendable {
    var organisation, year: Int
  }

  enum Column {
    case yearly(Int, year: Int)
    case metric(Int)
    case finalBenefit(Int)
    case npsv(Int)
    /// By place in `fans`.
    case fan(Int, year: Int)
  }

  /// - Parameter labels: what the years are called.
  init(_ inputs: ModelInputs, _ detail: Detail, labels: [String]) {
    years = labels.count
    organisations = detail.organisations ? inputs.organisations.count : 0
    fans = inputs.organisations.indices.filter {
      detail.fans.contains(inputs.organisations[$0].code)
    }
    cash = inputs.organisations.indices.compactMap { place in
      detail.cash[inputs.organisations[place].code].flatMap { labels.firstIndex(of: $0) }
        .map { CashYear(organisation: place, year: $0) }
    }
  }

  func place(_ column: Column) -> Int {
    let metrics = 4 * years
    let finals = metrics + Metric.allCases.count
    switch column {
    case .yearly(let series, let year): return series * years + year
    case .metric(let metric): return metrics + metric
    case .finalBenefit(let organisation): return finals + organisation
    case .npsv(let organisation): return finals + organisations + organisation
    case .fan(let fan, let year): return finals + 2 * organisations + fan * years + year
    }
  }

  var columns: Int { 4 * years + Metric.allCases.count + 2 * organisations + fans.count * years }
}

/// Columns of numbers by draw.
struct DrawTable: Sendable {
  let layout: DrawLayout
  let count, vectors: Int
  private var values: [Lanes]

  init(_ layout: DrawLayout, count: Int) {
    self.layout = layout
    self.count = count
    vectors = (count + Lanes.scalarCount - 1) / Lanes.scalarCount
    values = Array(repeating: .zero, count: layout.columns * vectors)
  }

  @inline(__always)
  subscript(place: Int, vector: Int) -> Lanes {
    get { values[place * vectors + vector] }
    set { values[place * vectors + vector] = newValue }
  }

  /// Writes a column's numbers from a place on; what the last vector has too much is left out.
  func write(_ column: Int, to numbers: inout [Double], at start: Int) {
    let first = column * vectors
    let width = Lanes.scalarCount
    let whole = count / width
    for vector in 0..<whole {
      let lanes = values[first + vector]
      for lane in 0..<width { numbers[start + vector * width + lane] = lanes[lane] }
    }
    for lane in 0..<count - whole * width {
      numbers[start + whole * width + lane] = values[first + whole][lane]
    }
  }
}
