/// Parts of JSON Schemas (draft 2020-12), as JSON.
enum SchemaPart {
  static let number = type("number")
  static let integer = type("integer")
  static let string = type("string")
  static let boolean = type("boolean")
  /// A number, or null where it is undefined.
  static let numberOrNull = type("number", "null")
  static let stringOrNull = type("string", "null")

  static func type(_ names: String...) -> JSONValue {
    .object([
      .init(
        "type", names.count == 1 ? .string(names[0]) : .array(names.map { .string($0) }))
    ])
  }

  static func constant(_ text: String) -> JSONValue { .object([.init("const", .string(text))]) }

  static func oneOf(_ texts: [String]) -> JSONValue {
    .object([.init("enum", .array(texts.map { .string($0) }))])
  }

  static func either(_ parts: JSONValue...) -> JSONValue {
    .object([.init("anyOf", .array(parts))])
  }

  static func reference(_ name: String) -> JSONValue {
    .object([.init("$ref", .string(name == "#" ? "#" : "#/$defs/" + name))])
  }

  static func array(of item: JSONValue) -> JSONValue {
    .object([.init("type", .string("array")), .init("items", item)])
  }

  /// Any names, all with values of one kind.
  static func map(of value: JSONValue) -> JSONValue {
    .object([.init("type", .string("object")), .init("additionalProperties", value)])
  }

  /// Exactly these members; those in `optional` may be missing.
  static func object(
    _ members: KeyValuePairs<String, JSONValue>, optional: KeyValuePairs<String, JSONValue> = [:]
  ) -> JSONValue {
    object(members.map { ($0, $1) }, optional: optional.map { ($0, $1) })
  }

  static func object(
    _ members: [(String, JSONValue)], optional: [(String, JSONValue)] = []
  ) -> JSONValue {
    .object([
      .init("type", .string("object")),
      .init("properties", .object((members + optional).map { JSONValue.Member($0, $1) })),
      .init("required", .array(members.map { .string($0.0) })),
      .init("additionalProperties", .bool(false)),
    ])
  }

  /// The same kind of value under each of some names.
  static func each(_ names: [String], _ value: JSONValue) -> JSONValue {
    object(names.map { ($0, value) })
  }
}

extension JSONValue {
  /// The same with what it is, in words.
  func described(_ words: String) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object([Member("description", .string(words))] + members)
  }

  /// On many lines, for people; short values stay on one.
  func indented(_ indent: String = "") -> String {
    let whole = text
    if whole.utf8.count + indent.utf8.count <= 90 { return whole }
    let deeper = indent + "  "
    switch self {
    case .array(let values):
      return "[\n" + values.map { deeper + $0.indented(deeper) }.joined(separator: ",\n") + "\n"
        + indent + "]"
    case .object(let members):
      let lines = members.map { member in
        deeper + JSONValue.string(member.name).text + ": " + member.value.indented(deeper)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    default: return whole
    }
  }
}
