import Analytics
import Frames

/// A JSON value with its members in order.
indirect enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  /// A whole number that a `Double` may not hold.
  case integer(UInt64)
  case string(String)
  case array([JSONValue])
  case object([Member])

  struct Member: Equatable, Sendable {
    let name: String
    let value: JSONValue

    init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// Null where there is no number; what is not finite is never written.
  init(_ number: Double?) { self = number.flatMap { $0.isFinite ? .number($0) : nil } ?? .null }

  init(_ numbers: [Double]) { self = .array(numbers.map { JSONValue($0) }) }

  /// What kind of value it is, for messages.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number, .integer: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }

  /// A member of an object.
  subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text of a string.
  var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The values of an array.
  var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }

  /// On one line; numbers in the shortest form that reads back as the same.
  var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    // Adding 0 makes −0 plain.
    case .number(let value): text += value.isFinite ? Decimal.text(value + 0) : "null"
    case .integer(let value): text += "\(value)"
    case .string(let value): text += quotedJSON(value)
    case .array(let values):
      text += "["
      for (place, value) in values.enumerated() {
        if place > 0 { text += ", " }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (place, member) in members.enumerated() {
        if place > 0 { text += ", " }
        text += quotedJSON(member.name) + ": "
        member.value.write(to: &text)
      }
      text += "}"
    }
  }
}
