import ArgumentParser
import FoundationEssentials
import Testing

@testable import Commands

/// `digigov accessibility`: what is set, and what is said of the program.
@Suite struct AccessibilityCommandTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func saysWhatIsSetFromWhereAndWhatToSet() throws {
    let file = try Configuration("speech = yes\ntheme = contrast", path: "config")
    let settings = AccessibilityCommand.settings(file, ["DIGIGOV_PLAIN": "1"])
    #expect(
      settings.map { "\($0.name)=\($0.value) \($0.from)" } == [
        "plain=yes from DIGIGOV_PLAIN", "speech=yes from the file, line 1",
        "reduced-motion=no default", "theme=contrast from the file, line 2",
        "words=full default", "glyphs=auto default",
      ])
    #expect(settings.allSatisfy { $0.change.contains("=") && $0.change.hasSuffix(".") })
  }

  @Test(arguments: [40, 80, 200]) func isReadInLinesOfTheTerminal(width: Int) throws {
    let text = try AccessibilityCommand.parse([]).text(Configuration(), [:], width: width)
    let lines = text.split(separator: "\n")
    #expect(lines.first == "What is set:")
    #expect(lines.allSatisfy { $0.count <= min(width, 100) }, "\(text)")
    for part in ["What works:", "What was tried:", "What does not work, or is not known:"] {
      #expect(lines.contains { $0 == part })
    }
  }

  @Test func jsonHasTheSame() throws {
    let text = try AccessibilityCommand.parse(["--format", "json"])
      .text(Configuration(), [:], width: 80)
    let read = try JSONReader.read(Array(text.utf8))
    #expect(read["schema"]?.string == "digigov.accessibility/1")
    #expect(text.contains("no screen reader, no braille display"))
    #expect(throws: CommandFailure.self) {
      try AccessibilityCommand.parse(["--format", "yaml"]).text(Configuration(), [:], width: 80)
    }
  }

  /// The statement in the documents has every sentence of the command.
  @Test func theDocumentSaysTheSame() throws {
    let document = try String(
      contentsOf: Self.root.appending(path: "docs/ACCESSIBILITY.md"), encoding: .utf8)
    let words = document.split { $0.isWhitespace }.joined(separator: " ")
    for line in AccessibilityStatement.works + AccessibilityStatement.tried
      + AccessibilityStatement.lacks
    {
      #expect(words.contains(line), "\(line)")
    }
  }
}
