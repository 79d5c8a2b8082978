import Analytics
import ArgumentParser
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Scenarios that came by mail or stand in a file, and names that are nearly right.
@Suite struct TravelledScenarioTests {
  private static let data = ["--data", ImportedFolder.shipped, "--draws", "0"]
  private static let line = "digigov1:blueprint:pace=0.9:HO.start_delay=1.5"

  private func answer(_ scenario: String) throws -> String {
    try Project.parse(["--scenario", scenario] + Self.data).output(width: nil)
  }

  @Test func aLineInAFileOrWithQuotesIsTheLine() throws {
    let right = try answer(Self.line)
    #expect(try answer("\u{201C}\(Self.line)\u{201D}.") == right)
    #expect(try answer("digigov1:blueprint:\npace=0.9:HO.start_delay=1.5 ") == right)
    try inFolder { folder in
      for text in [Self.line + "\r\n", "\u{FEFF}> \(Self.line)\n", "\"\(Self.line)\""] {
        let path = folder + "/line.txt"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        #expect(try answer(path) == right, "\(text)")
      }
      let bad = folder + "/bad.txt"
      try Data("digigov1:blueprint:pace=9\n".utf8).write(to: URL(fileURLWithPath: bad))
      let failure = #expect(throws: CommandFailure.self) { try answer(bad) }
      #expect(failure?.code == 3)
      #expect(failure?.message.contains("bad.txt: pace=9: allowed 0.5 to 2") == true)
      // An object that a word processor had.
      let object = folder + "/plan.json"
      try Data(
        "\u{FEFF}{\u{201C}id\u{201D}: \u{201C}my\u{201D},\u{A0}\u{201C}base\u{201D}: \u{201C}blueprint\u{201D}}"
          .utf8
      ).write(to: URL(fileURLWithPath: object))
      let spaced = try answer(object).filter { $0 != " " }
      #expect(spaced.contains("\"id\":\"my\""))
    }
  }

  @Test(arguments: [
    (["--department", "ho"], "did you mean HO?"),
    (["--department", "Home Office"], "did you mean HO?"),
    (["--department", "the ministry of defence"], "did you mean MOD?"),
    (["--department", "Department of Health & Social Care"], "did you mean DHSC?"),
    (["--department", "Ministry of Justise"], "did you mean MOJ?"),
    (["--set", "hmrc.pace=1"], "did you mean HMRC?"),
    (["--scenario", "Blueprint"], "did you mean blueprint?"),
    (["--format", "JSON"], "did you mean json?"),
    (["--set", "Pace=1"], "did you mean pace?"),
  ])
  func theNameThatIsMeantIsOffered(_ words: [String], _ says: String) {
    let failure = #expect(throws: CommandFailure.self) {
      try Project.parse(words + Self.data).output(width: nil)
    }
    #expect(failure?.message.hasSuffix(says) == true, "\(failure?.message ?? "")")
  }

  @Test func aMarkBeforeTheSettingsIsSkipped() throws {
    try inFolder { folder in
      let path = folder + "/config"
      try Data([0xEF, 0xBB, 0xBF] + Array("theme = dark\n".utf8)).write(
        to: URL(fileURLWithPath: path))
      #expect(try Configuration.read(path).theme?.value == "dark")
    }
  }
}
