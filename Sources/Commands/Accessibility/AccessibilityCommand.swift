import ArgumentParser
import Dashboard
import Frames

/// `digigov accessibility`: what works for whom, what is set and from where, and what to set.
struct AccessibilityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accessibility",
    abstract: "Print what there is for those who listen, read by touch or see little.",
    discussion: """
      What is set, from where it comes and what would change it; what works, what was tried and \
      what does not work. `digigov paths` says where the configuration file is.
      """
        + examples(
          "digigov accessibility",
          "digigov accessibility --format json"))

  @Option(parsing: .unconditional, help: "text or json.") var format = "text"

  func run() throws {
    try WholeFile.print(
      try text(
        try Configuration.load(), Surroundings.environment, width: StandardOutput.width ?? 80))
  }

  /// Something that can be set: what it is now, why, and what to write where.
  struct Setting: Equatable {
    var name, value, from, change: String
  }

  /// What is printed.
  /// - Parameter width: of the terminal, in columns.
  func text(
    _ file: Configuration, _ environment: [String: String], width: Int
  ) throws(CommandFailure) -> String {
    guard format == "text" || format == "json" else {
      throw CommandFailure.unknown("format", format, allowed: ["text", "json"])
    }
    let settings = Self.settings(file, environment)
    typealias Statement = AccessibilityStatement
    guard format == "text" else {
      func list(_ lines: [String]) -> JSONValue { .array(lines.map { .string($0) }) }
      return JSONValue.object([
        .init("schema", .string("digigov.accessibility/1")),
        .init(
          "settings",
          .array(
            settings.map {
              .object([
                .init("name", .string($0.name)), .init("value", .string($0.value)),
                .init("from", .string($0.from)), .init("change", .string($0.change)),
              ])
            })),
        .init("works", list(Statement.works)), .init("tried", list(Statement.tried)),
        .init("lacks", list(Statement.lacks)),
      ]).text + "\n"
    }
    func part(_ heading: String, _ lines: [String]) -> String {
      heading + "\n"
        + lines.map { line in
          wrapped(neutralised(line), width: max(min(width, 100) - 2, 30)).enumerated()
            .map { ($0 == 0 ? "" : "  ") + $1 + "\n" }.joined()
        }.joined()
    }
    return [
      part("What is set:", settings.map { "\($0.name): \($0.value), \($0.from). \($0.change)" }),
      part("What works:", Statement.works),
      part("What was tried:", Statement.tried),
      part("What does not work, or is not known:", Statement.lacks),
    ].joined(separator: "\n")
  }

  /// What bears on access, of what the dashboard goes by.
  static func settings(
    _ file: Configuration, _ environment: [String: String]
  ) -> [Setting] {
    let effective = ConfigCommand.effective(file, environment)
    let changes = [
      (
        "plain", "For a dialogue of lines at every start: plain = yes in the file, DIGIGOV_PLAIN=1."
      ),
      ("speech", "For one line that speaks on the screen: speech = yes, or DIGIGOV_SPEECH=1."),
      (
        "reduced-motion",
        "For a picture that changes once: reduced-motion = yes, or DIGIGOV_REDUCED_MOTION=1."
      ),
      (
        "theme",
        "For more contrast: theme = contrast; without colours: theme = mono. DIGIGOV_THEME as well."
      ),
      (
        "words",
        "For how much the dialogue says in words: words = full, brief or symbols; DIGIGOV_WORDS as well."
      ),
      ("glyphs", "For no lines and blocks: glyphs = ascii, or DIGIGOV_ASCII=1."),
    ]
    return changes.compactMap { name, change in
      effective.first { $0.name == name }.map {
        Setting(name: name, value: $0.value, from: $0.from, change: change)
      }
    }
  }
}
