import Figures

/// Prints measurements as lines of one table: what, median, 90th percentile, budget.
enum Report {
  static func heading(_ title: String) {
    print("\n\(title) (ms)")
    print("  " + padded("", 52) + leading("median", 9) + leading("p90", 9) + leading("budget", 12))
  }

  /// - Parameter budget: what the median may be, in milliseconds; nil where none is set.
  static func line(_ what: String, _ measurement: Measurement, budget: Double? = nil) {
    let median = measurement.median.milliseconds
    var line = "  " + padded(what, 52) + number(median) + number(measurement.p90.milliseconds)
    if let budget {
      line += leading(Numbers.decimal(budget, places: 1) + " ms", 12)
      line += median <= budget ? "  ok" : "  OVER"
    }
    print(line)
  }

  private static func number(_ value: Double) -> String {
    leading(Numbers.decimal(value, places: value < 0.1 ? 3 : 2), 9)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 0))
  }

  private static func leading(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(width - text.count, 0)) + text
  }
}
