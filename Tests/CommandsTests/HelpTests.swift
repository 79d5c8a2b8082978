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
    let lines = command.type.configuration.discussion.split(separator: "\n")
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
}
