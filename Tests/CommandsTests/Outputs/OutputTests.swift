import ArgumentParser
import Tapes
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

/// No output takes the place of what a run reads, nor that of another file unasked: whatever command
/// writes it, and under whatever name.
@Suite struct OutputTests {
  private static let root =
    #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }

  /// A folder with a copy of the shipped data in `dd`, another folder of data in `other`, a scenario
  /// file and two tapes.
  private func inWorkshop<Result>(_ body: (String) throws -> Result) throws -> Result {
    try inFolder { folder in
      let files = FileManager.default
      try files.copyItem(atPath: Self.root + "/data", toPath: "\(folder)/dd")
      try files.createDirectory(atPath: "\(folder)/other", withIntermediateDirectories: true)
      for (name, text) in [
        ("other/datapackage.json", "{}"), ("s.json", #"{"base": "blueprint"}"#),
        ("inner.tape", "Down\n"), ("mine.txt", "mine"), ("mine.csv", "mine"),
      ] { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
      return try body(folder)
    }
  }

  /// What writes to one path, and the extension that it needs.
  private enum Writer: String, CaseIterable {
    case screenshot, altText, eachDraw, tapeScreenshot, tapeOutput, tapeState, played, pack

    var ending: String {
      switch self {
      case .eachDraw: "csv"
      case .tapeState: "json"
      case .played: "cast"
      case .pack: "md"
      default: "txt"
      }
    }

    /// Writes to `path`, reading the data in `dd`.
    func write(_ path: String, in folder: String, _ more: [String] = []) throws {
      let data = ["--data", "\(folder)/dd"] + more
      let few = ["--draws", "0"] + data
      func play(_ text: String, _ words: [String] = []) throws {
        let tape = URL(filePath: "\(folder)/a.tape")
        try Data("\(text)\nSource \"inner.tape\"\n".utf8).write(to: tape)
        try Play.parse([tape.path, "--allow-outside"] + words + data).run()
      }
      switch self {
      case .screenshot: _ = try Screenshot.parse(["--output", path] + few).write()
      case .altText:
        _ = try Screenshot.parse(
          ["--panel", "tiles", "--alt-text", "--output", String(path.dropLast(4))] + few
        ).write()
      case .eachDraw: _ = try Project.parse(["--each-draw", path] + few).output(width: nil)
      case .tapeScreenshot: try play("Screenshot \"\(path)\"")
      case .tapeOutput: try play("Output \"\(path)\"")
      case .tapeState: try play("State \"\(path)\"")
      case .played: try play("Down", ["--record", path])
      case .pack:
        _ = try PackFolder.write(
          PackFolder(String(path.dropLast("/brief.md".count))).placed([.init("brief.md", [1])]),
          OutputRules(force: more.contains("--force"), data: "\(folder)/dd"))
      }
    }

    /// A path in a folder that this writes to.
    func path(_ folder: String, _ stem: String) -> String {
      switch self {
      case .pack: "\(folder)/brief.md"
      case .altText: "\(folder)/\(stem).svg.txt"
      default: "\(folder)/\(stem).\(ending)"
      }
    }
  }

  private func failure(_ body: () throws -> Void) -> CommandFailure? {
    do { try body() } catch { return error as? CommandFailure }
    return nil
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test(arguments: Writer.allCases) private func whatIsThereIsReplacedByForceOnly(
    writer: Writer
  ) throws {
    try inWorkshop { folder in
      let path = writer.path(folder, "new")
      try Data("mine".utf8).write(to: URL(filePath: path))
      #expect(unsafe chmod(path, 0o444) == 0)
      let refused = failure { try writer.write(path, in: folder) }
      #expect(refused?.code == 1)
      #expect(refused?.message.contains("is already there, a file of 4 bytes") == true)
      #expect(refused?.message.contains("--force replaces") == true)
      #expect(try text(path) == "mine")
      try writer.write(path, in: folder, ["--force"])
      #expect(try text(path) != "mine")
      // A second time it is there again; a pack that has not changed is no other pack.
      #expect(failure { try writer.write(path, in: folder) }?.code == (writer == .pack ? nil : 1))
    }
  }

  @Test(arguments: Writer.allCases, [[], ["--force"]])
  private func nothingGoesIntoAFolderOfData(writer: Writer, more: [String]) throws {
    try inWorkshop { folder in
      #expect(unsafe symlink("\(folder)/dd", "\(folder)/link") == 0)
      let files = FileManager.default
      for inside in ["dd/pictures/deep", "dd/.digigov/journal/1", "other/.digigov"] {
        try files.createDirectory(atPath: "\(folder)/\(inside)", withIntermediateDirectories: true)
      }
      #expect(unsafe symlink("dd/pictures/deep", "\(folder)/far") == 0)
      for place in [
        "dd", "other", "link", "other/../dd", "dd/pictures", "link/pictures/deep", "far",
        "dd/.digigov/journal/1", "other/.digigov",
      ] {
        let path = writer.path("\(folder)/\(place)", "new")
        let refused = failure { try writer.write(path, in: folder, more) }
        #expect(refused?.code == 2, "\(place): \(refused?.message ?? "written")")
        #expect(refused?.message.contains("folder of data") == true)
        #expect(!FileManager.default.fileExists(atPath: path))
      }
      // One in use needs no description to be known.
      try FileManager.default.removeItem(atPath: "\(folder)/dd/datapackage.json")
      let path = writer.path("\(folder)/dd", "new")
      #expect(failure { try writer.write(path, in: folder, more) }?.code == 2)
    }
  }

  /// By what the file is: its own name, a link, a second name, a way around.
  @Test(arguments: ["facts.csv", "levers.csv", "datapackage.json"], [[], ["--force"]])
  func whatTheRunReadsIsNeverReplaced(table: String, more: [String]) throws {
    try inWorkshop { folder in
      let path = "\(folder)/dd/\(table)"
      let before = try text(path)
      #expect(unsafe symlink(path, "\(folder)/soft.csv") == 0)
      #expect(unsafe symlink("soft.csv", "\(folder)/softer.csv") == 0)
      #expect(unsafe link(path, "\(folder)/hard.csv") == 0)
      // A table that is kept elsewhere.
      let elsewhere = "\(folder)/kept.csv"
      try FileManager.default.moveItem(atPath: "\(folder)/dd/scenarios.csv", toPath: elsewhere)
      #expect(unsafe symlink(elsewhere, "\(folder)/dd/scenarios.csv") == 0)
      for name in ["soft.csv", "softer.csv", "hard.csv", "kept.csv", "dd/../dd/\(table)"] {
        let refused = failure { try Writer.eachDraw.write("\(folder)/\(name)", in: folder, more) }
        #expect(refused?.code == 2, "\(name)")
        #expect(try text(path) == before)
      }
    }
  }

  @Test(arguments: [[], ["--force"]]) func inputsBesideTheDataAreNeverReplaced(
    more: [String]
  ) throws {
    try inWorkshop { folder in
      let data = ["--data", "\(folder)/dd"] + more
      #expect(unsafe link("\(folder)/s.json", "\(folder)/s.txt") == 0)
      #expect(unsafe link("\(folder)/inner.tape", "\(folder)/inner.txt") == 0)
      let scenario = ["--draws", "0", "--scenario", "\(folder)/s.json"] + data
      let runs: [(String, () throws -> Void)] = [
        (
          "s.json",
          {
            _ = try Project.parse(["--each-draw", "\(folder)/s.json"] + scenario)
              .output(width: nil)
          }
        ),
        (
          "s.txt", { _ = try Screenshot.parse(["--output", "\(folder)/s.txt"] + scenario).write() }
        ),
        (
          "s.txt",
          {
            try Play.parse(
              [
                "\(folder)/inner.tape", "--record", "\(folder)/s.txt", "--scenario",
                "\(folder)/s.json",
              ]
                + data
            ).run()
          }
        ),
        (
          "inner.tape",
          {
            try Play.parse(
              ["\(folder)/inner.tape", "--record", "\(folder)/inner.tape"] + data
            ).run()
          }
        ),
        ("inner.txt", { try Writer.tapeScreenshot.write("\(folder)/inner.txt", in: folder, more) }),
      ]
      for (name, run) in runs {
        let before = try text("\(folder)/\(name)")
        #expect(failure(run)?.code == 2, "\(name)")
        #expect(try text("\(folder)/\(name)") == before)
      }
    }
  }

  /// All are looked at before the first is written.
  @Test func ofSeveralOutputsNoneIsWrittenWhereOneIsRefused() throws {
    try inWorkshop { folder in
      let few = ["--draws", "0", "--data", "\(folder)/dd"]
      func shoot(_ names: [String], _ more: [String] = []) -> CommandFailure? {
        failure {
          let outputs = names.flatMap { ["--output", "\(folder)/\($0)"] }
          _ = try Screenshot.parse(outputs + more + few).write()
        }
      }
      #expect(unsafe symlink("a.svg", "\(folder)/b.svg") == 0)
      #expect(shoot(["a.svg", "mine.txt"])?.code == 1)
      #expect(shoot(["a.svg", "a.svg"])?.code == 2)
      #expect(shoot(["a.svg", "dd/../a.svg"])?.code == 2)
      #expect(shoot(["a.svg", "b.svg"])?.code == 2)
      #expect(shoot(["a.svg", "a.svg.txt"], ["--alt-text", "--force"])?.code == 2)
      #expect(shoot(["a.svg", "nowhere/a.md"])?.code == 1)
      let tape = URL(filePath: "\(folder)/a.tape")
      for (lines, code) in [
        ("Screenshot new/../a.svg\nState new/s.json\nOutput a.svg\n", Int32(2)),
        ("Screenshot a.svg\nOutput mine.txt\n", 1),
      ] {
        let text = lines.replacing("new/", with: "\(folder)/new/")
          .replacing(" a.svg", with: " \(folder)/a.svg").replacing(
            " mine", with: " \(folder)/mine")
        try Data(text.utf8).write(to: tape)
        let words = [tape.path, "--allow-outside", "--data", "\(folder)/dd"]
        #expect(failure { try Play.parse(words).run() }?.code == code)
      }
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/a.svg"))
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/new"))
    }
  }

  /// What is no file holds nothing that could be lost.
  @Test(.timeLimit(.minutes(1))) func devicesAndPipesAreWrittenTo() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "digigov-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let pipe = "\(folder)/pipe.csv"
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let reader = Task.detached {
      String(decoding: try WholeFile.bytes(of: pipe), as: UTF8.self)
    }
    let words = ["--draws", "0", "--data", Self.root + "/data", "--each-draw"]
    _ = try Project.parse(words + [pipe]).output(width: nil)
    #expect(try await reader.value.hasPrefix("draw,automation_potential,"))
    _ = try Project.parse(words + ["/dev/null"]).output(width: nil)
  }

  /// A link to nothing stays a link, and what it leads to is made.
  @Test func aLinkStaysALink() throws {
    try inWorkshop { folder in
      #expect(unsafe symlink("deep/there.csv", "\(folder)/link.csv") == 0)
      #expect(failure { try Writer.eachDraw.write("\(folder)/link.csv", in: folder) }?.code == 1)
      try FileManager.default.createDirectory(
        atPath: "\(folder)/deep", withIntermediateDirectories: true)
      try Writer.eachDraw.write("\(folder)/link.csv", in: folder)
      #expect(try text("\(folder)/deep/there.csv").hasPrefix("draw,"))
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/link.csv")
          == "deep/there.csv")
    }
  }
}
