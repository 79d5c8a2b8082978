import Dashboard
import Explanations
import Frames

/// What the user's configuration file says: a line `name = value` each, lines that begin with `#`
/// left aside. Command line and environment go before it.
struct Configuration: Equatable {
  /// A value and the line it stands in.
  struct Line<Value: Equatable>: Equatable {
    var value: Value
    var number: Int
  }

  /// Which characters the dashboard draws with.
  enum Glyphs: String, CaseIterable {
    case auto, unicode, ascii
  }

  var theme: Line<String>?
  var glyphs: Line<Glyphs>?
  var view: Line<ScreenID>?
  var mouse: Line<Bool>?
  var words: Line<Wording>?
  var keys = KeyChoices()
  /// The lines of the actions that were given keys.
  var keyLines: [String: Int] = [:]

  init() {}

  /// Reads a file's text. What is wrong is said with the line and what is allowed; exit code 2.
  init(_ text: String, path: String) throws(CommandFailure) {
    var seen: [String: Int] = [:]
    for (place, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let number = place + 1
      let line = line.trimmingBlanks
      if line.isEmpty || line.hasPrefix("#") { continue }
      func refuse(_ words: String) -> CommandFailure {
        CommandFailure(
          code: 2, message: "\(neutralised(path)) line \(number): \(neutralised(words))")
      }
      guard let mark = line.firstIndex(of: "=") else {
        throw refuse("\(line.prefix(60)): expected name = value, or # before a remark")
      }
      let name = line[..<mark].trimmingBlanks
      let value = line[line.index(after: mark)...].trimmingBlanks
      if let first = seen.updateValue(number, forKey: name) {
        throw refuse("\(name) stands in line \(first) already; expected it once")
      }
      if let problem = try set(name, value, number) { throw refuse(problem) }
    }
    for (name, number) in keyLines.sorted(by: { $0.value < $1.value }) {
      if let conflict = keys.conflict(of: name) {
        throw CommandFailure(
          code: 2,
          message: "\(neutralised(path)) line \(number): key.\(name): "
            + neutralised(conflict.description))
      }
    }
  }

  static let names = ["theme", "glyphs", "view", "mouse", "words"]
  static let themes = ["auto"] + ThemeName.allCases.map(\.rawValue)
  static let wordings = Wording.allCases.map(\.rawValue)
  static let views = ScreenID.allCases.filter { $0 != .department }.map(\.rawValue)

  /// Takes one setting in; what is wrong with it, else nil.
  private mutating func set(
    _ name: String, _ value: String, _ number: Int
  ) throws(CommandFailure) -> String? {
    func unknown(_ allowed: [String]) -> String {
      "\(name) = \(value.prefix(60)); allowed \(allowed.joined(separator: " "))"
        + CommandFailure.meant(value, among: allowed)
    }
    switch name {
    case "theme":
      guard Self.themes.contains(value) else { return unknown(Self.themes) }
      theme = Line(value: value, number: number)
    case "glyphs":
      guard let choice = Glyphs(rawValue: value) else {
        return unknown(Glyphs.allCases.map(\.rawValue))
      }
      glyphs = Line(value: choice, number: number)
    case "view":
      guard Self.views.contains(value), let screen = ScreenID(rawValue: value) else {
        return unknown(Self.views)
      }
      view = Line(value: screen, number: number)
    case "mouse":
      guard value == "yes" || value == "no" else { return unknown(["yes", "no"]) }
      mouse = Line(value: value == "yes", number: number)
    case "words":
      guard let choice = Wording(rawValue: value) else { return unknown(Self.wordings) }
      words = Line(value: choice, number: number)
    case _ where name.hasPrefix("key."):
      let action = String(name.dropFirst(4))
      do throws(KeyChoices.Refusal) {
        try keys.choose(value, for: action)
      } catch {
        return "\(name): \(error.description)"
      }
      keyLines[action] = number
    default:
      return "unknown setting \(name.prefix(60)); allowed "
        + (Self.names + ["key.ACTION"]).joined(separator: " ")
        + CommandFailure.meant(name, among: Self.names)
    }
    return nil
  }
}

extension StringProtocol {
  /// Without blanks, tabs and carriage returns at its ends.
  var trimmingBlanks: String {
    var rest = Substring(self)
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    return String(rest)
  }
}
