import Testing

/// A number and what is printed for it.
struct PrintingCase: Sendable, CustomTestStringConvertible {
  let value: Double
  let text: String

  init(_ value: Double, _ text: String) {
    self.value = value
    self.text = text
  }

  var testDescription: String { "\(value) as \(text)" }
}
