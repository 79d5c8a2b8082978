import ArgumentParser
import Testing

@testable import Commands

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `brief` over the shipped data.
@Suite struct BriefCommandTests {
  private static let root =
    #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }
  private static let few = ["--draws", "16", "--data", root + "/data"]

  private func brief(_ words: [String]) throws -> (written: [String], complaint: CommandFailure?) {
    try BriefCommand.parse(words + Self.few).write()
  }

  private func contents(_ paths: [String]) throws -> [Data] {
    try paths.map { try Data(contentsOf: URL(filePath: $0)) }
  }

  @Test func everyFileIsWritten() throws {
    try inFolder { folder in
      let words = ["--department", "HO", "--marking", "OFFICIAL", "--output", "\(folder)/a/b/"]
      let (written, complaint) = try brief(words)
      var names = ["brief.md", "brief.html", "pictures/ho-projection.svg"]
      names.append("pictures/ho-contractors.svg")
      #if Cairo
      names.append("brief.pdf")
      #expect(complaint == nil)
      #else
      #expect(complaint?.code == 1)
      #expect(complaint?.message.contains("swift build --traits Cairo") == true)
      #endif
      #expect(written == names.map { "\(folder)/a/b/\($0)" })
      for path in written.prefix(4) {
        #expect(try String(contentsOfFile: path, encoding: .utf8).contains("OFFICIAL"), "\(path)")
      }
      // A second time nothing differs, so nothing is refused.
      let before = try contents(written)
      #expect(try contents(brief(words).written) == before)
    }
  }

  /// Every form of the note, of slides and of the workbook, in one run; the same bytes a second time.
  @Test func aFileGetsTheNoteOrTheWorkbook() throws {
    try inFolder { folder in
      var names = ["n.md", "n.html", "b.ods", "b.XLSX", "s.odp", "s.pptx"]
      #if Cairo
      names += ["n.odt", "n.docx", "n.pdf"]
      #endif
      let outputs = names.flatMap { ["--output", "\(folder)/\($0)"] }
      let words = ["--department", "HO", "--marking", "OFFICIAL"] + outputs
      let (written, complaint) = try brief(words)
      #expect(complaint == nil && written == names.map { "\(folder)/\($0)" })
      let before = try contents(written)
      #expect(try contents(brief(words).written) == before)
      #expect(
        before.map { $0.prefix(2) }.dropFirst(2).prefix(4).allSatisfy { $0 == Data("PK".utf8) })
      let note = String(decoding: before[0], as: UTF8.self)
      #expect(note.contains("**What does it cost, and who pays?**"))
      #expect(!note.contains("## Annex"))
      let full = try brief(["--full", "--output", "\(folder)/full.md"]).written
      #expect(
        try String(contentsOfFile: full[0], encoding: .utf8).contains("## Annex 1: Key figures"))
      // Another note is not written over it unasked.
      let failure = try #require(
        #expect(throws: CommandFailure.self) { try brief(["--output", "\(folder)/n.md"]) })
      #expect(failure.code == 1 && failure.message.contains("n.md is already there"))
    }
  }

  @Test func twoScenariosMakeOneNote() throws {
    try inFolder { folder in
      let words = ["--compare", "from_now", "delayed", "--output", "\(folder)/c.md"]
      let text = try String(contentsOfFile: brief(words).written[0], encoding: .utf8)
      #expect(text.contains("What makes the difference?"))
      #expect(text.contains("digigov1:from_now:") && text.contains("digigov1:delayed:"))
    }
  }

  /// An edited pack is not lost, and no file of the new one is there before it is refused.
  @Test func whatDiffersIsKeptUnlessForced() throws {
    try inFolder { folder in
      let words = ["--output", folder]
      _ = try brief(words)
      let edited = URL(filePath: "\(folder)/brief.md")
      try Data("mine".utf8).write(to: edited)
      let failure = try #require(
        #expect(throws: CommandFailure.self) { try brief(words + ["--department", "DWP"]) })
      #expect(failure.code == 1)
      #expect(failure.message.contains("brief.md is already there, a file of 4 bytes; it differs"))
      #expect(try Data(contentsOf: edited) == Data("mine".utf8))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/pictures/dwp-projection.svg"))
      let own = URL(filePath: "\(folder)/notes.txt")
      try Data("notes".utf8).write(to: own)
      _ = try brief(words + ["--force"])
      #expect(try Data(contentsOf: edited) != Data("mine".utf8))
      #expect(try Data(contentsOf: own) == Data("notes".utf8))
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: [[], ["--force"]])
  func aPipeInThePlaceOfAFileIsNotWaitedFor(more: [String]) throws {
    try inFolder { folder in
      #expect(unsafe mkfifo("\(folder)/brief.html", 0o600) == 0)
      let failure = try #require(
        #expect(throws: CommandFailure.self) { try brief(["--output", folder] + more) })
      #expect(failure.code == 1 && failure.message.contains("brief.html is there"))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/brief.md"))
    }
  }

  @Test func leversAndScenariosReachThePack() throws {
    try inFolder { folder in
      let set = ["--scenario", "delayed", "--set", "HO.pace=1.5", "--department", "HO"]
      let written = try brief(set + ["--output", folder]).written
      let text = try String(contentsOfFile: written[0], encoding: .utf8)
      #expect(text.contains("with changed levers"))
      #expect(
        text.contains("`digigov1:delayed:HO.pace=1.5:draws=16:seed=20250121:data=digigov@1.0.0`"))
      let pair = ["--compare", "blueprint", "digigov1:blueprint:start_delay=2", "--output"]
      let compared = try brief(pair + ["\(folder)/pair"]).written
      let both = try String(contentsOfFile: compared[0], encoding: .utf8)
      #expect(both.contains("the lever \"Start delay\""))
    }
  }

  @Test(arguments: [
    (
      [], Int32(2),
      "brief needs --output FILE with one of odt docx html md pdf brf odp pptx ods xlsx"
    ),
    (
      ["--output", "a.txt"], 2,
      "a.txt: unknown extension; allowed odt docx html md pdf brf odp pptx ods xlsx"
    ),
    (["--output", "a.docx", "--output", ""], 2, "brief needs --output FILE"),
    (["--output", "a", "--full"], 2, "--full appends the pack to a note; name one"),
    (["--output", "a.md", "--output", "./a.md"], 2, "are one file, and two outputs"),
    (["--output", "/nowhere/a.md"], 1, "/nowhere/a.md"),
    (["--output", "a", "--department", "HOO"], 2, "unknown organisation HOO; allowed AGO"),
    (["--output", "a", "--department", "HMR"], 2, "did you mean HMRC?"),
    (["--output", "a", "--department", "DVLA"], 2, "--department DFT has what is published"),
    (["--output", "a", "--department", "x\u{1B}"], 2, "unknown organisation x␛"),
    (["--output", "a", "--scenario", "no"], 2, "unknown scenario no"),
    (["--output", "a", "--set", "pace=9"], 2, "pace=9"),
    (["--output", "a", "--compare", "blueprint"], 2, "--compare takes 2 scenarios, not 1"),
    (["--output", "a", "--compare", "a", "b", "c"], 2, "--compare takes 2 scenarios, not 3"),
    (
      ["--output", "a", "--compare", "blueprint", "delayed", "--set", "pace=1"], 2,
      "not with --scenario or --set"
    ),
    (["--output", "a", "--seed", "-1"], 2, "-1"),
    (["--output", "/proc/nowhere/a"], 1, "/proc/nowhere"),
    (["--output", "/dev/null"], 1, "/dev/null is a file"),
    (["--output", "a", "--data", "/nowhere"], 3, "/nowhere"),
  ])
  func refusals(words: [String], code: Int32, message: String) throws {
    let failure = try #require(
      #expect(throws: CommandFailure.self) {
        let data = words.contains("--data") ? ["--draws", "16"] : Self.few
        return try BriefCommand.parse(words + data).write()
      })
    #expect(failure.code == code)
    #expect(failure.message.contains(message), "\(failure.message)")
  }
}
