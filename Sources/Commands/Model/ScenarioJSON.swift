import Analytics

/// Reads a scenario file's object. Each refusal names the member, what it is and what is allowed.
struct ScenarioJSON {
  struct Refusal: Error {
    let message: String
  }

  private let reader: ScenarioReader

  static func scenario(
    _ bytes: [UInt8], _ reader: ScenarioReader
  ) throws(Refusal) -> Scenario {
    let value: JSONValue
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Refusal(message: "text in UTF-16; save it as UTF-8")
    }
    do throws(JSONReader.Malformed) {
      value = try Self.value(bytes)
    } catch {
      throw Refusal(message: "malformed JSON, \(error.problem) at byte \(error.place + 1)")
    }
    let file = try ScenarioJSON(reader: reader).file(value)
    do throws(ScenarioError) {
      return try reader.scenario(file)
    } catch {
      throw Refusal(message: error.description)
    }
  }

  /// The object of a file; of one that a word processor had, with straight quotes and blanks.
  private static func value(_ bytes: [UInt8]) throws(JSONReader.Malformed) -> JSONValue {
    do throws(JSONReader.Malformed) {
      return try JSONReader.read(bytes)
    } catch {
      guard let text = String(validating: bytes, as: UTF8.self) else { throw error }
      let straight = ["\u{201C}", "\u{201D}", "\u{201E}"].reduce(text) {
        $0.replacing($1, with: "\"")
      }.replacing("\u{A0}", with: " ").replacing("\u{2212}", with: "-")
      guard straight != text, let value = try? JSONReader.read(Array(straight.utf8)) else {
        throw error
      }
      return value
    }
  }

  private static let members = [
    "schema", "id", "name", "base", "levers", "overrides", "assumptions", "key_set",
    "discounting",
  ]

  private func file(_ value: JSONValue) throws(Refusal) -> ScenarioFile {
    var file = ScenarioFile()
    for member in try object(value, "the scenario") {
      let name = member.name
      switch name {
      case "schema":
        let schema = try string(member.value, name)
        guard schema == ScenarioFile.schema else {
          throw Refusal(message: "schema \(schema); allowed \(ScenarioFile.schema)")
        }
      case "id": file.id = try string(member.value, name)
      case "name": file.name = try string(member.value, name)
      case "base": file.base = try string(member.value, name)
      case "levers": file.levers = try numbers(member.value, name)
      case "overrides":
        for organisation in try object(member.value, name) {
          file.overrides[organisation.name] = try numbers(
            organisation.value, "overrides \(organisation.name)")
        }
      case "assumptions":
        for assumption in try object(member.value, name) {
          file.assumptions[assumption.name] = try range(assumption.value, assumption.name)
        }
      case "key_set": file.keySet = try string(member.value, name)
      case "discounting":
        switch member.value {
        case .number(let rate): file.discounting = .number(rate)
        case .string(let schedule): file.discounting = .name(schedule)
        default: throw wrong(member.value, name, "a schedule's name or a rate from 0 to 0.25")
        }
      default:
        throw Refusal(
          message: "unknown member \(name); allowed "
            + Self.members.joined(separator: " "))
      }
    }
    return file
  }

  private func range(_ value: JSONValue, _ name: String) throws(Refusal) -> ThreePoint {
    let expected = "a number, an object of p10, p50 and p90, or an array of three numbers"
    switch value {
    case .number(let number): return ThreePoint(fixed: number)
    case .array(let values):
      guard values.count == 3 else { throw wrong(value, name, expected) }
      return ThreePoint(
        p10: try number(values[0], name), p50: try number(values[1], name),
        p90: try number(values[2], name))
    case .object(let members):
      let found = try numbers(value, name)
      guard let p10 = found["p10"], let p50 = found["p50"], let p90 = found["p90"],
        members.count == 3
      else {
        throw Refusal(
          message:
            "\(name) with \(members.map(\.name).joined(separator: " ")); expected \(expected)")
      }
      return ThreePoint(p10: p10, p50: p50, p90: p90)
    default: throw wrong(value, name, expected)
    }
  }

  private func object(
    _ value: JSONValue, _ name: String
  ) throws(Refusal) -> [JSONValue.Member] {
    guard case .object(let members) = value else { throw wrong(value, name, "an object") }
    return members
  }

  private func numbers(_ value: JSONValue, _ name: String) throws(Refusal) -> [String: Double] {
    var numbers: [String: Double] = [:]
    for member in try object(value, name) {
      numbers[member.name] = try number(member.value, "\(name) \(member.name)")
    }
    return numbers
  }

  private func number(_ value: JSONValue, _ name: String) throws(Refusal) -> Double {
    guard case .number(let number) = value else { throw wrong(value, name, "a number") }
    return number
  }

  private func string(_ value: JSONValue, _ name: String) throws(Refusal) -> String {
    guard case .string(let text) = value else { throw wrong(value, name, "a string") }
    return text
  }

  private func wrong(_ value: JSONValue, _ name: String, _ expected: String) -> Refusal {
    let shown = value.text
    let short = shown.count > 60 ? value.kind : shown
    return Refusal(message: "\(name) is \(short); expected \(expected)")
  }
}
