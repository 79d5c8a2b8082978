import ArgumentParser
import Datasets
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An import of many files, and one that asks.
@Suite struct ImportReportTests {
  private static let heading =
    "Organisation name,Parent department,Payroll staff Total FTE,Payroll staff costs Total paybill\n"
  private static let row = "Home Office,Home Office,50000,\"262,000,000\"\n"

  private func write(_ text: String, to path: String) throws {
    let folder = path.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func command(_ words: [String]) throws -> ImportWorkforce {
    try ImportWorkforce.parse(["--data", ImportedFolder.shipped, "--dry-run"] + words)
  }

  @Test func foldersAndPatternsNameTheirFiles() throws {
    try inFolder { folder in
      for name in ["a/ho-july-2026.csv", "a/b/ho-june-2026.TXT", "a/read me.pdf", "a/.hidden.csv"] {
        try write(Self.heading + Self.row, to: "\(folder)/\(name)")
      }
      let all = try ReturnSources([folder])
      #expect(all.paths == ["\(folder)/a/b/ho-june-2026.TXT", "\(folder)/a/ho-july-2026.csv"])
      #expect(all.others == 1)
      for pattern in ["*/*.csv", "?/ho-*-2026.csv", "[a-c]/ho-july*", "a/[!x]*.csv"] {
        #expect(
          try ReturnSources(["\(folder)/\(pattern)"]).paths == ["\(folder)/a/ho-july-2026.csv"],
          "\(pattern)")
      }
      for wrong in ["\(folder)/*.xlsx", "\(folder)/a/b/c*"] {
        #expect(throws: CommandFailure.self) { try ReturnSources([wrong]) }
      }
      #expect(try ReturnSources(["-"]).paths == ["-"])
    }
  }

  @Test func refusedFilesAreLeftOutAndCounted() throws {
    try inFolder { folder in
      try write(Self.heading + Self.row, to: "\(folder)/ho-july-2026.csv")
      try write("a,b\n1,2\n", to: "\(folder)/other.csv")
      let refused = #expect(throws: CommandFailure.self) { try command([folder]).result() }
      #expect(refused?.code == 3)
      #expect(refused?.message.contains("other.csv: no headings of a workforce return") == true)
      let (text, skipped) = try command(["--skip-refused", folder]).done(asking: nil)
      #expect(skipped == 1)
      #expect(text.contains("HO 2026-07: 1 return\n"))
      #expect(text.contains("refused: \(folder)/other.csv: no headings"))
      #expect(text.contains("2 files: 1 taken, 0 held, 1 refused\n"))
      let json = try command(["--skip-refused", "--format", "json", folder]).result()
      #expect(json.contains("\"schema\": \"digigov.data-import/1\""))
      #expect(json.contains("\"state\": \"refused\""))
      #expect(json.contains("\"notes\": [\"the month, July 2026, is that of the file's name\"]"))
    }
  }

  @Test func whatIsInQuestionIsAsked() throws {
    try inFolder { folder in
      try write(
        Self.heading.replacing("Total paybill", with: "Total paybill (£000)")
          + "Home Office,Home Office,50000,262000\n", to: "\(folder)/ho-july-2026.csv")
      try write(
        Self.heading + "Disclosure and Barring,Home Office,1250,5000000\n",
        to: "\(folder)/dbs-july-2026.csv")
      var said = ""
      var answers = ["what?", "1", "1", "q"]
      let questions = ImportQuestions(say: { said += $0 }) {
        answers.isEmpty ? nil : answers.removeFirst()
      }
      let text = try command(["\(folder)/ho-july-2026.csv", "\(folder)/dbs-july-2026.csv"])
        .done(asking: questions).text
      #expect(said.contains("as which HO has pay of £262m; it had £"), "\(said)")
      #expect(said.contains("  1  read the figures as £000\n"))
      #expect(said.contains("Type a number from 1 to 1, s or q: "))
      #expect(said.contains("  1  \"Disclosure and Barring\" is DBS\n"))
      #expect(text.contains("HO 2026-07: 2 returns\n"), "\(text)")
      #expect(text.contains("\"Disclosure and Barring\" is DBS, by --alias\n"))
      #expect(answers == ["q"])
    }
  }

  @Test func leavingWritesNothing() throws {
    try inFolder { folder in
      try write(Self.heading + Self.row, to: "\(folder)/ho.csv")
      for typed in [["q"], ["s"], []] {
        var answers = typed
        let questions = ImportQuestions(say: { _ in }) {
          answers.isEmpty ? nil : answers.removeFirst()
        }
        let failure = #expect(throws: CommandFailure.self) {
          try command(["\(folder)/ho.csv"]).done(asking: questions)
        }
        #expect(failure?.code == 3)
      }
    }
  }

  @Test func inPlaceIsConfirmed() throws {
    try ImportedFolder.made { data in
      try write(Self.heading + Self.row, to: "\(data.place)/ho-july-2026.csv")
      let before = try Data(contentsOf: URL(fileURLWithPath: data.path + "/contractor_spend.csv"))
      for (typed, changes) in [("n", false), ("y", true)] {
        let command = try ImportWorkforce.parse([
          "--in-place", "--data", data.path, "\(data.place)/ho-july-2026.csv",
        ])
        var said = ""
        let text = try command.done(asking: ImportQuestions(say: { said += $0 }) { typed }).text
        #expect(said.contains("HO 2026-07: 1 return\n"))
        #expect(said.hasSuffix("[y/n] "))
        let after = try Data(contentsOf: URL(fileURLWithPath: data.path + "/contractor_spend.csv"))
        #expect((after != before) == changes)
        #expect(text.contains("Nothing was written") != changes)
      }
    }
  }

  @Test(arguments: [
    (["--month", "x.csv=2026-13"], "--month x.csv= 2026-13; expected a month"),
    (["--format", "jsn"], "unknown format jsn; allowed table json; did you mean json?"),
    (["--department", "Fun"], "unknown department"),
  ])
  func wrongOptionsAreNamed(_ words: [String], _ says: String) throws {
    try inFolder { folder in
      try write(
        "Organisation name,Payroll staff Total FTE,Total paybill cost\nHome Office,1,2\n",
        to: "\(folder)/july-2026.csv")
      let failure = #expect(throws: CommandFailure.self) {
        try command(words + ["\(folder)/july-2026.csv"]).result()
      }
      #expect(failure?.message.contains(says) == true, "\(failure?.message ?? "")")
    }
  }
}
