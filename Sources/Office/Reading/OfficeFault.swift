import Datasets

/// Why an office document cannot be read.
public struct OfficeFault: Error, Equatable, Sendable {
  /// To be read after the file's name: "a damaged archive".
  public let problem: String
  /// What to do.
  public let advice: String

  public init(_ problem: String, _ advice: String) {
    self.problem = problem
    self.advice = advice
  }

  static let damaged = OfficeFault(
    "a damaged document", "open it in the program that made it and save it again")
  static let locked = OfficeFault(
    "a document with a password", "save it without one, to check that")
  static let tooLarge = OfficeFault(
    "an archive that unpacks to more than it says, or than a document has (\(OfficeArchive.limits.bytes >> 20) "
      + "MB a part, \(OfficeArchive.limits.files) files)",
    "it is no brief; do not open it")
  static let defining = OfficeFault(
    "a document whose XML defines its own entities or types, which office programs never do",
    "it is no brief; do not open it")
  static let tooDeep = OfficeFault(
    "a document whose XML nests more than \(OfficeArchive.deepest) deep", "it is no brief")

  static func missing(_ part: String) -> OfficeFault {
    OfficeFault(
      "an archive without \(part)", "check a document as the office program saved it")
  }
}
