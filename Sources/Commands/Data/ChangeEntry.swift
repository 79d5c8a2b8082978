#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// One change of a data folder, as its journal has it: who did what, when, and to which files.
struct ChangeEntry: Equatable {
  enum Kind: String {
    case `import`, undo, redo
  }

  /// A file that the change put in place, with the SHA-256 of its bytes before and after.
  struct File: Equatable {
    let name, before, after: String
  }

  var kind: Kind
  /// The number of the entry that an undo or a redo takes back.
  var reverses: Int?
  /// The moment by the clock, such as 2026-11-29T14:03:22Z.
  var when: String
  /// The user's name on this machine.
  var who: String
  /// The words of the command line.
  var command: [String]
  /// What the returns added to, such as `HO 2026-07`.
  var months: [String]
  var files: [File] = []

  static let schema = "digigov.change/1"

  /// What this process does at this moment.
  init(_ kind: Kind, reverses: Int? = nil, command: [String], months: [String]) {
    (self.kind, self.reverses) = (kind, reverses)
    (when, who) = (Self.now, Self.user)
    (self.command, self.months) = (command, months)
  }

  /// The present moment, `2026-07-31T12:00:00Z`.
  static var now: String {
    var moment = time(nil)
    var parts = unsafe tm()
    unsafe gmtime_r(&moment, &parts)
    let date = unsafe [Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
    let clock = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec].map(Int.init)
    func text(_ numbers: [Int], _ mark: String) -> String {
      numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: mark)
    }
    return text(date, "-") + "T" + text(clock, ":") + "Z"
  }

  private static var user: String {
    guard let entry = unsafe getpwuid(getuid()), let name = unsafe entry.pointee.pw_name else {
      return "user \(getuid())"
    }
    return unsafe String(cString: name)
  }

  // MARK: JSON

  /// - Parameter number: the entry's own, where the text is for people.
  func json(number: Int? = nil) -> JSONValue {
    func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    func whole(_ number: Int?) -> JSONValue { number.map { .integer(UInt64($0)) } ?? .null }
    let members: [JSONValue.Member] = [
      .init("change", .string(kind.rawValue)), .init("reverses", whole(reverses)),
      .init("when", .string(when)), .init("who", .string(who)),
      .init("command", strings(command)), .init("months", strings(months)),
      .init(
        "files",
        .array(
          files.map {
            .object([
              .init("name", .string($0.name)), .init("sha256_before", .string($0.before)),
              .init("sha256_after", .string($0.after)),
            ])
          })),
    ]
    let head: JSONValue.Member =
      number.map { .init("number", whole($0)) } ?? .init("schema", .string(Self.schema))
    return .object([head] + members)
  }

  /// Reads an entry; nil for what is none.
  init?(_ bytes: [UInt8]) {
    guard let value = try? JSONReader.read(bytes), value["schema"]?.string == Self.schema,
      let kind = value["change"]?.string.flatMap(Kind.init), let when = value["when"]?.string,
      let who = value["who"]?.string, let command = value["command"]?.array,
      let months = value["months"]?.array, let files = value["files"]?.array
    else { return nil }
    self.kind = kind
    if case .number(let number)? = value["reverses"] { reverses = Int(exactly: number) }
    (self.when, self.who) = (when, who)
    self.command = command.compactMap(\.string)
    self.months = months.compactMap(\.string)
    for file in files {
      guard let name = file["name"]?.string, !name.contains("/"), name != ".", name != "..",
        let before = file["sha256_before"]?.string, let after = file["sha256_after"]?.string
      else { return nil }
      self.files.append(File(name: name, before: before, after: after))
    }
  }
}
