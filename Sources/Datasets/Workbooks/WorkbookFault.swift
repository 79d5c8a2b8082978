/// Why the sheets of a workbook, or the archive of a document, cannot be read.
package struct WorkbookFault: Error, Equatable {
  /// To be read after the file's name: "a damaged archive".
  package let problem: String
  /// To be read after "expected".
  package let expected: String

  package init(
    _ problem: String, _ expected: String = "a workbook as it was saved, or its sheet as CSV"
  ) {
    (self.problem, self.expected) = (problem, expected)
  }

  package static let damaged = WorkbookFault("a damaged archive")
  package static let encrypted = WorkbookFault("a workbook with a password", "one without")
  package static let tooLarge = WorkbookFault(
    "a workbook with more than \(Inflate.largest >> 20) MB in one part",
    "a smaller one, or its sheet as CSV")
}
