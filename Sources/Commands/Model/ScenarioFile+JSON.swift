import Analytics
import Frames

extension ScenarioFile {
  /// The file's text: an object with a member a line, its names in the order of the contract.
  var text: String {
    let lines = members.map { member in
      "  " + quotedJSON(member.name) + ": " + member.value.text
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  private var members: [JSONValue.Member] {
    func named(_ values: [String: Double]) -> JSONValue {
      .object(values.sorted { $0.key < $1.key }.map { .init($0.key, .number($0.value)) })
    }
    let all: [(String, JSONValue?)] = [
      ("schema", .string(Self.schema)), ("id", id.map { .string($0) }),
      ("name", name.map { .string($0) }), ("base", base.map { .string($0) }),
      ("levers", named(levers)),
      (
        "overrides",
        .object(overrides.sorted { $0.key < $1.key }.map { .init($0.key, named($0.value)) })
      ),
      (
        "assumptions",
        .object(
          assumptions.sorted { $0.key < $1.key }.map { name, range in
            .init(
              name,
              .object([
                .init("p10", .number(range.p10)), .init("p50", .number(range.p50)),
                .init("p90", .number(range.p90)),
              ]))
          })
      ),
      ("key_set", keySet.map { .string($0) }),
      (
        "discounting",
        discounting.map {
          switch $0 {
          case .name(let name): .string(name)
          case .number(let rate): .number(rate)
          }
        }
      ),
    ]
    return all.compactMap { name, value in value.map { .init(name, $0) } }
  }
}
