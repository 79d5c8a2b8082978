import Testing

/// One thing done to a sound folder, and the first thing that `check` has to say about it.
struct Damage: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var make: @Sendable (inout SampleFolder) -> Void
  /// The only defect, or the first where more follow from the same damage.
  var defect: String

  /// Replaces a text in a file.
  init(_ description: String, _ file: String, _ old: String, _ new: String, _ defect: String) {
    self.init(description, defect) { $0.replace(old, with: new, in: file) }
  }

  init(
    _ description: String, _ defect: String, make: @escaping @Sendable (inout SampleFolder) -> Void
  ) {
    (testDescription, self.make, self.defect) = (description, make, defect)
  }

  /// What the damaged folder is refused for.
  func firstDefect() throws -> String? {
    var folder = SampleFolder()
    make(&folder)
    return try folder.defects().first
  }
}
