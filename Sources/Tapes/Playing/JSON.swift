import Frames

/// A value of JSON, for what a tape writes.
indirect enum JSON {
  case text(String)
  /// A number as it is written.
  case number(String)
  case flag(Bool)
  case list([JSON])
  /// Names in the order in which they are written.
  case object([(String, JSON)])
  case null

  /// The value over several lines; short lists and objects without others inside on one.
  func pretty(_ indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .list(let values) where values.contains(where: \.isLong):
      return "[\n" + values.map { inner + $0.pretty(inner) }.joined(separator: ",\n")
        + "\n\(indent)]"
    case .object(let members) where members.count > 3 || members.contains { $0.1.isLong }:
      let lines = members.map { "\(inner)\(quotedJSON($0.0)): \($0.1.pretty(inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    default: return compact
    }
  }

  /// The value on one line.
  var compact: String {
    switch self {
    case .text(let text): quotedJSON(text)
    case .number(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .list(let values): "[" + values.map(\.compact).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\(quotedJSON($0.0)): \($0.1.compact)" }.joined(separator: ", ") + "}"
    case .null: "null"
    }
  }

  private var isLong: Bool {
    switch self {
    case .list, .object: true
    default: false
    }
  }
}
