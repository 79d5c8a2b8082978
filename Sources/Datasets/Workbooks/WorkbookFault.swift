/// Why the sheets of a workbook cannot be read.
struct WorkbookFault: Error, Equatable {
  /// To be read after the file's name: "a damaged archive".
  let problem: String
  /// To be read after "expected".
  let expected: String

  init(_ problem: String, _ expected: String = "a workbook as it was saved, or its sheet as CSV") {
    (self.problem, self.expected) = (problem, expected)
  }

  static let damaged = WorkbookFault("a damaged archive")
  static let tooLarge = WorkbookFault(
    "a workbook with more than \(Inflate.largest >> 20) MB in one part",
    "a smaller one, or its sheet as CSV")
}
