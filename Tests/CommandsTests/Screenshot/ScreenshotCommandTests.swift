import ArgumentParser
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `screenshot` over the shipped data.
@Suite struct ScreenshotCommandTests {
  private static let root =
    #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }
  private static let few = ["--draws", "16", "--data", root + "/data"]

  private func shoot(_ words: [String]) throws -> [String] {
    try Screenshot.parse(words + Self.few).write()
  }

  @Test func everyFormIsWrittenAndNothingElse() throws {
    try inFolder { folder in
      let forms = ["svg", "html", "json", "md", "txt", "ansi"]
      let outputs = forms.flatMap { ["--output", "\(folder)/view.\($0)"] }
      _ = try shoot(outputs + ["--marking", "OFFICIAL", "--alt-text"])
      let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(
        files == forms.flatMap { ["view.\($0)", "view.\($0).txt"] }.sorted())
      for form in forms {
        let text = try String(contentsOfFile: "\(folder)/view.\(form)", encoding: .utf8)
        #expect(text.contains("Expected benefit") && text.contains("OFFICIAL"), "\(form)")
      }
      let words = try String(contentsOfFile: "\(folder)/view.svg.txt", encoding: .utf8)
      #expect(words.contains("Line chart, Benefit a year"))
    }
  }

  /// A page has every panel, those too that a terminal of this size folds.
  @Test(arguments: ["lab", "legacy", "opportunity", "departments"], ["120x36", "160x48"])
  func aPageWaitsForNothing(view: String, size: String) throws {
    try inFolder { folder in
      let forms = ["svg", "html", "json", "txt"]
      let outputs = forms.flatMap { ["--output", "\(folder)/view.\($0)"] }
      _ = try shoot(outputs + ["--view", view, "--size", size, "--set", "start_delay=3"])
      for form in forms {
        let text = try String(contentsOfFile: "\(folder)/view.\(form)", encoding: .utf8)
        #expect(!text.contains("Computed when") && !text.contains("Computing"), "\(form)")
      }
    }
  }

  /// First and last, for those who see the picture and those who do not.
  @Test(arguments: [["--bare"], ["--bare", "--panel", "fan", "--size", "30x8"], []])
  func everyFormCarriesItsMarking(words: [String]) throws {
    try inFolder { folder in
      let marking = "OFFICIAL-SENSITIVE: COMMERCIAL; RECIPIENTS ONLY"
      let forms = ["svg", "html", "json", "md", "txt", "ansi", "csv"]
      let outputs = forms.flatMap { ["--output", "\(folder)/view.\($0)"] }
      _ = try shoot(outputs + words + ["--alt-text", "--marking", marking])
      for form in forms.flatMap({ [$0, "\($0).txt"] }) {
        let text = try String(contentsOfFile: "\(folder)/view.\(form)", encoding: .utf8)
        let least = ["csv", "json"].contains(form) ? 1 : 2
        #expect(text.split(separator: "SENSITIVE").count > least, "\(form)")
        #expect(text.split(separator: "RECIPIENTS").count > least, "\(form)")
      }
      let rows = try String(contentsOfFile: "\(folder)/view.txt", encoding: .utf8)
        .split(separator: "\n")
      #expect(rows.prefix(2).contains { $0.contains("OFFICIAL") })
      #expect(rows.suffix(3).contains { $0.contains("ONLY") })
    }
  }

  /// Not even where a panel has no numbers for a table.
  @Test func aTableWithoutRowsCarriesItsMarking() throws {
    try inFolder { folder in
      let words = ["--view", "lab", "--panel", "attribution", "--marking", "OFFICIAL"]
      _ = try shoot(words + ["--output", "\(folder)/a.csv"])
      let text = try String(contentsOfFile: "\(folder)/a.csv", encoding: .utf8)
      #expect(text.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix(",OFFICIAL") })
      #expect(text.split(separator: "\n").count > 1)
    }
  }

  @Test func theSameCommandGivesTheSameBytes() throws {
    try inFolder { folder in
      let words = ["--department", "HMRC", "--set", "HMRC.pace=1.5", "--size", "90x30"]
      _ = try shoot(words + ["--output", "\(folder)/a.svg"])
      _ = try shoot(words + ["--output", "\(folder)/b.svg"])
      let one = try Data(contentsOf: URL(filePath: "\(folder)/a.svg"))
      #expect(try one == Data(contentsOf: URL(filePath: "\(folder)/b.svg")))
      #expect(String(decoding: one, as: UTF8.self).contains("HMRC.pace=1.5:draws=16"))
    }
  }

  @Test(arguments: [
    (["--size", "100x30", "--bare"], 30), (["--panel", "fan", "--size", "60x12", "--bare"], 12),
  ])
  func sizesAreCells(words: [String], rows: Int) throws {
    try inFolder { folder in
      _ = try shoot(words + ["--output", "\(folder)/a.txt"])
      let text = try String(contentsOfFile: "\(folder)/a.txt", encoding: .utf8)
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == rows + 1)
    }
  }

  /// Folded or not, every panel of the Lab has its numbers in a picture.
  @Test(arguments: ["tornado", "information", "attribution", "delay", "comparison", "fans"])
  func panelsOfTheLabAreComputed(panel: String) throws {
    try inFolder { folder in
      let words = ["--view", "lab", "--panel", panel, "--set", "pace=1.5"]
      _ = try shoot(words + ["--output", "\(folder)/a.txt"])
      let text = try String(contentsOfFile: "\(folder)/a.txt", encoding: .utf8)
      #expect(!text.contains("Comput") && text.contains("M"), "\(text)")
    }
  }

  /// Without a theme a page follows its reader; with one it does not.
  @Test(arguments: [([], true), (["--theme", "contrast"], false)])
  func pagesFollowTheirReaders(words: [String], follows: Bool) throws {
    try inFolder { folder in
      _ = try shoot(words + ["--output", "\(folder)/a.html"])
      let text = try String(contentsOfFile: "\(folder)/a.html", encoding: .utf8)
      #expect(text.contains("prefers-color-scheme") == follows)
    }
  }

  @Test(arguments: [
    ([], Int32(2), "screenshot needs --output FILE"),
    (["--output", "a.gif"], 2, "--output a.gif: unknown extension; allowed .svg .png .pdf .html"),
    (["--output", "a"], 2, "unknown extension"),
    (["--output", "a.svg", "--size", "10x10"], 2, "--size 10x10 is not COLSxROWS of 60x18"),
    (["--output", "a.svg", "--size", "120"], 2, "--size 120 is not"),
    (["--output", "a.svg", "--size", "-120x36"], 2, "--size -120x36 is not"),
    (["--output", "a.svg", "--scale", "5"], 2, "--scale 5 is not a whole number of 1 to 4"),
    (["--output", "a.svg", "--for", "wall"], 2, "unknown --for wall; allowed page half slide"),
    (["--output", "a.svg", "--for", "slide"], 2, "a slide has room for one panel"),
    (["--output", "a.svg", "--for", "page", "--bare"], 2, "--for and --bare are of two pictures"),
    (["--output", "a.svg", "--theme", "pink"], 2, "unknown theme pink; allowed dark light"),
    (["--output", "a.svg", "--view", "x\u{1B}"], 2, "unknown view x␛; allowed overview"),
    (["--output", "a.svg", "--department", "XX"], 2, "unknown organisation XX; allowed"),
    (["--output", "a.svg", "--panel", "no"], 2, "unknown panel no; overview has tiles levers fan"),
    (["--output", "a.svg", "--scenario", "no"], 2, "unknown scenario no"),
    (["--output", "a.svg", "--marking", " "], 2, "--marking is empty"),
    (
      ["--output", "a.svg", "--marking", String(repeating: "X", count: 81)], 2,
      "--marking is 81 columns wide; allowed up to 80"
    ),
    (["--output", "/nowhere/at/all/a.svg"], 1, "/nowhere/at/all/a.svg: No such file"),
  ])
  func refusals(words: [String], code: Int32, message: String) throws {
    let failure = try #require(
      #expect(throws: CommandFailure.self) { try Screenshot.parse(words + Self.few).write() })
    #expect(failure.code == code)
    #expect(failure.message.contains(message), "\(failure.message)")
  }

  #if !Cairo
  /// Nothing is written when one of the files cannot be.
  @Test func withoutCairoNothingIsWritten() throws {
    try inFolder { folder in
      let words = ["--output", "\(folder)/a.svg", "--output", "\(folder)/a.png"]
      let failure = try #require(#expect(throws: CommandFailure.self) { try shoot(words) })
      #expect(failure.code == 1 && failure.message.contains("swift build --traits Cairo"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }
  #endif
}
