import Figures
import Frames

/// What was returned month by month: every month that the folder has, each at its place in time.
struct ReturnMonths {
  /// Every month from the first that the department returned anything for to the last, nil where this
  /// was not returned; months before anyone returned it are left out.
  let rows: [(period: String, value: WorkforceReturn?)]
  /// What was returned.
  let name: String
  private let number: (WorkforceReturn) -> Double?
  private let figure: (WorkforceReturn) -> Figure

  /// - Parameters:
  ///   - rows: months of a department, oldest first.
  ///   - measure: nil for contingent labour and consultancy together.
  init(_ rows: [WorkforceReturn], _ measure: ReturnMeasure?, _ state: State) {
    let number = { (row: WorkforceReturn) in measure.map { $0.value(row) } ?? row.spend }
    let measures = measure.map { [$0.audited] } ?? ReturnMeasure.spend
    let asked = measures.compactMap { state.evidence.firstMonth(of: $0) }.min()
      .map { MonthlyReturns.text(month: $0) }
    let points = rows.map { row in (period: row.period, value: number(row) == nil ? nil : row) }
    if let known = points.first(where: { $0.value != nil })?.period {
      let start = max(points[0].period, asked ?? known)
      self.rows = Periods.filled(
        points, by: .month, from: min(start, known), to: points.last?.period)
    } else {
      self.rows = []
    }
    name = measure?.label ?? ReturnMeasure.both
    self.number = number
    figure = { row in measure.map { state.figure(row, $0) } ?? state.spendFigure(row) }
  }

  /// The newest of a year that is complete, which can stand for the others; without one the newest
  /// of all. The last months come in body by body.
  func last(_ state: State, of code: String) -> WorkforceReturn? {
    let whole = Self.whole(state, of: code)
    return rows.last { $0.value != nil && whole($0.period) }?.value
      ?? rows.last { $0.value != nil }?.value
  }

  /// Whether a month is of a financial year that is complete for a department.
  static func whole(_ state: State, of code: String) -> (String) -> Bool {
    let record = state.evidence.contractorRecord(of: code)
    let years = Set((record?.years ?? []).filter(\.isComplete).map(\.year))
    return { period in
      Periods.month(period).map { years.contains(FinancialYear(holding: Int($0))) } ?? false
    }
  }

  /// The months that were returned, counted from the year 0.
  var returned: [Int] {
    rows.filter { $0.value != nil }.compactMap { Periods.month($0.period).map { Int($0) } }
  }

  var missing: MissingPeriods? { MissingPeriods(rows, by: .month) }

  /// A line through them that breaks where one is missing.
  func chart(_ style: Style, in unit: String) -> Curves {
    var chart = Curves(labels: rows.map(\.period), .months)
    chart.measure = unit
    var line = Curves.Curve("", rows.map { $0.value.flatMap(number) }, style) { place in
      rows[place].value.map(figure)
    }
    line.title = name
    chart.curves = [line]
    return chart
  }

  /// The means of six months each, for a line as short as a word.
  var sixMonthMeans: [Double?] {
    let months = rows.compactMap { row in
      Periods.month(row.period).map { (month: Int($0), value: row.value.flatMap(number)) }
    }
    return Self.sixMonthMeans(months, to: months.last?.month ?? 0)
  }

  /// The means of ten times six months up to a month, nil where none of the six was returned: lines
  /// up to one month stand below one another in time.
  ///
  /// - Parameter newest: the last month of the last mean, counted from the year 0 like the others.
  static func sixMonthMeans(
    _ months: [(month: Int, value: Double?)], to newest: Int
  ) -> [Double?] {
    var parts = [[Double]](repeating: [], count: 10)
    for (month, value) in months where month <= newest {
      let place = parts.count - 1 - (newest - month) / 6
      if let value, place >= 0 { parts[place].append(value) }
    }
    return parts.map { $0.isEmpty ? nil : $0.reduce(0, +) / Double($0.count) }
  }
}
