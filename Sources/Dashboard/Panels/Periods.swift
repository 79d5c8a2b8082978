import Figures
import Frames

/// Months and years in a row, with a place for each that is not there: time is drawn and counted as
/// time, whatever was returned.
enum Periods {
  /// What follows what.
  enum Step {
    /// `2025-03`.
    case month
    /// A financial year, `2025-26`.
    case year

    fileprivate var noun: String { self == .month ? "month" : "year" }

    fileprivate func number(_ period: String) -> Int? {
      self == .month ? Periods.month(period).map { Int($0) } : Int(period.prefix(4))
    }

    fileprivate func text(_ number: Int) -> String {
      guard self == .year else { return MonthlyReturns.text(month: number) }
      let end = (number + 1) % 100
      return "\(number)-" + (end < 10 ? "0" : "") + "\(end)"
    }
  }

  /// Every period from the first that has a value to the last, nil where there is none.
  ///
  /// - Parameters:
  ///   - points: in ascending order.
  ///   - start: where it begins instead, and `end` where it ends.
  static func filled<Value>(
    _ points: [(period: String, value: Value?)], by step: Step, from start: String? = nil,
    to end: String? = nil
  ) -> [(period: String, value: Value?)] {
    let known = points.compactMap { point in
      point.value.flatMap { value in step.number(point.period).map { ($0, value) } }
    }
    guard let first = start.flatMap(step.number) ?? known.first?.0,
      let last = end.flatMap(step.number) ?? known.last?.0, first <= last
    else { return [] }
    let values = Dictionary(known, uniquingKeysWith: { _, last in last })
    return (first...last).map { (step.text($0), values[$0]) }
  }

  /// A month or a date counted in months from the year 0: 2025-07 is six after 2025-01. Nil for
  /// anything else.
  static func month(_ date: String) -> Double? {
    let parts = date.split(separator: "-").compactMap { Double($0) }
    guard let year = parts.first else { return nil }
    let month = parts.count > 1 ? parts[1] - 1 : 0
    let day = parts.count > 2 ? (parts[2] - 1) / 31 : 0
    return year * 12 + month + day
  }

  /// Labels for an axis in months: each month, then quarters, half years and years, for less and
  /// less room.
  static func labels(from first: Double, to last: Double) -> [[LinePlot.XLabel]] {
    [1, 3, 6, 12, 24, 60, 120].map { step in
      let start = Int((first / Double(step)).rounded(.up)) * step
      return stride(from: start, through: Int(last.rounded(.down)), by: step).map { month in
        let text = MonthlyReturns.text(month: month)
        return LinePlot.XLabel(
          x: Double(month), text: step < 12 ? text : String(text.prefix(4)))
      }
    }.filter { $0.count > 1 }
  }
}

/// Periods that a series lacks.
struct MissingPeriods: Equatable {
  /// In ascending order, not empty.
  let periods: [String]
  /// How many the series has, with those that are missing.
  let count: Int
  let step: Periods.Step

  /// Nil where none is missing.
  init?<Value>(_ points: [(period: String, value: Value?)], by step: Periods.Step) {
    periods = points.filter { $0.value == nil }.map(\.period)
    (count, self.step) = (points.count, step)
    guard !periods.isEmpty else { return nil }
  }

  /// The same as a number with its card, which is the last of its panel's items.
  ///
  /// - Parameters:
  ///   - body: whose series it is.
  ///   - what: of which the periods are.
  func item(_ body: String, _ what: String, _ source: String?, _ evidence: Evidence) -> Item {
    Item(
      Figure(
        id: "missing.\(step.noun)s.\(body)",
        label: "\(step.noun == "month" ? "Months" : "Years") not returned, \(what), "
          + evidence.name(of: body),
        text: named, mark: .derived, confidence: .c, asOf: evidence.monthly.newestMonth ?? "",
        source: source.flatMap(evidence.source),
        formula: "\(step.noun == "month" ? "Months" : "Years") of the chart, less those that were "
          + "returned: \(count) - \(count - periods.count) = \(periods.count).",
        value: FigureValue(
          number: Double(periods.count), unit: "\(step.noun)s", body: body)))
  }

  /// `3 of 48 months not returned`.
  var counted: String { "\(periods.count) of \(count) \(step.noun)s not returned" }

  /// The same with the first few by name, neighbours as a span.
  var named: String {
    var runs: [(first: String, last: String, count: Int)] = []
    for period in periods {
      if let last = runs.last, step.number(last.last).map({ $0 + 1 }) == step.number(period) {
        runs[runs.count - 1] = (last.first, period, last.count + 1)
      } else {
        runs.append((period, period, 1))
      }
    }
    let names = runs.prefix(3).map { $0.count == 1 ? $0.first : "\($0.first) to \($0.last)" }
    let rest = runs.dropFirst(3).reduce(0) { $0 + $1.count }
    return "\(counted): \(names.joined(separator: ", "))" + (rest > 0 ? " and \(rest) more" : "")
  }
}
