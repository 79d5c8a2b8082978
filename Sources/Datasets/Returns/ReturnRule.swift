/// Why a value of a return is left out of the sums, as `contractor_quality_log.csv` says it.
public enum ReturnRule: String, CaseIterable, Sendable {
  /// Dated after the month in which it was collected.
  case futureMonth = "future-month"
  /// Returned twice.
  case duplicate
  /// Of a return that names no department.
  case unassigned
  /// Far from what the body had before.
  case outlier
  /// No number.
  case unreadable
  /// Fewer people than none.
  case negative
  /// The sum of other returns.
  case rollup
  /// Nothing is left out: a sentence on what was decided in reading a file.
  case decision
}
