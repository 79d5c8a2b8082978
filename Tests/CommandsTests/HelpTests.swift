import ArgumentParser
import Testing

@testable import Commands

/// Every command's help ends with examples, and the parser takes them.
@Suite struct HelpTests {
  struct Named: Sendable, CustomTestStringConvertible {
    let words: [String]
    let type: any ParsableCommand.Type
    var testDescription: String { words.joined(separator: " ") }
  }

  static let commands = all(below: Digigov.self, ["digigov"])

  private static func all(below type: any ParsableCommand.Type, _ words: [String]) -> [Named] {
    [Named(words: words, type: type)]
      + type.configuration.subcommands.flatMap {
        all(below: $0, words + [$0.configuration.commandName ?? "\($0)".lowercased()])
      }
  }

  @Test(arguments: commands) func examplesAreTaken(_ command: Named) throws {
    let text = command.type.configuration.discussion.replacing(" \\\n      ", with: " ")
    let lines = text.split(separator: "\n")
    let heading = try #require(lines.firstIndex(of: "EXAMPLES"))
    let examples = lines[(heading + 1)...].map { $0.split(separator: " ").map(String.init) }
    #expect(!examples.isEmpty)
    for words in examples {
      #expect(words.first == "digigov")
      // What a shell does with the rest of the line is not the parser's.
      let arguments = words.dropFirst().prefix { $0 != "|" && $0 != "<" }
      #expect(throws: Never.self, "\(words)") { try Digigov.parseAsRoot(Array(arguments)) }
      if command.words.count > 1, command.words[1] != "dashboard" {
        #expect(Array(words.prefix(command.words.count)) == command.words)
      }
    }
  }

  @Test(
    "What the help prints can be copied: no line of an example is broken but by a backslash",
    arguments: commands)
  func examplesAreWhole(_ command: Named) {
    let help = command.type.helpMessage(columns: 80)
    let after = help.split(separator: "EXAMPLES\n").dropFirst().first ?? ""
    let lines = after.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.hasPrefix("  ") }
    #expect(!lines.isEmpty)
    for (line, before) in zip(lines, [""] + lines) {
      #expect(line.hasPrefix("  digigov") || before.hasSuffix(" \\"), "\(line)")
      #expect(line.count <= 80)
    }
  }

  @Test(
    "Help of what is no command is refused with the nearest",
    arguments: [
      (["help", "projct"], "did you mean project?"),
      (["help", "data", "shw"], "did you mean show?"),
      (["help", "explain", "npsv"], "explain has none"), (["projct"], "did you mean project?"),
      (["help", "zzzz"], "allowed dashboard"),
    ])
  func refusesUnknownTopics(words: [String], said: String) {
    let error = #expect(throws: CommandFailure.self) { try refuseUnknownCommand(words) }
    #expect(error?.code == 2 && error?.message.contains(said) == true)
    #expect(throws: Never.self) { try refuseUnknownCommand(["help", "data", "show"]) }
  }
}
