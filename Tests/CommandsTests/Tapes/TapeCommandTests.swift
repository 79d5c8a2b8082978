import ArgumentParser
import Tapes
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `digigov tape check` and `digigov play`, with files of their own folder.
@Suite struct TapeCommandTests {
  private static let data =
    #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 } + "/data"

  /// Runs with a tape in a new folder, which is removed afterwards.
  private func withTape<Value>(
    _ text: String, _ body: (_ tape: String, _ folder: URL) throws -> Value
  ) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("digigov-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tape = folder.appendingPathComponent("a.tape")
    try Data(text.replacing("$HERE", with: folder.path).utf8).write(to: tape)
    return try body(tape.path, folder)
  }

  private func text(_ name: String, in folder: URL) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
  }

  @Test func checkCountsCommandsAndWarns() throws {
    try withTape("Set Shell bash\nDown 2 Sleep 1s\n") { tape, _ in
      let result = try TapeCheck.parse([tape]).result(tape)
      #expect(result.text == "\(tape): 2 commands, no defects\n")
      #expect(result.warnings == ["\(tape):1:1: warning: Set Shell has no meaning here"])
      #expect(result.failure == nil)
    }
  }

  @Test func checkPrintsDefectsAndFails() throws {
    try withTape("Slep 1\nSet Width wide\n") { tape, _ in
      let result = try TapeCheck.parse([tape]).result(tape)
      #expect(result.text.split(separator: "\n").map { $0.hasPrefix(tape) } == [true, true])
      #expect(result.failure?.code == 3)
      #expect(result.failure?.message == "\(tape): 2 defects")
    }
  }

  @Test func aTapeThatCannotBeReadIsInvalid() throws {
    let failure = #expect(throws: CommandFailure.self) {
      try TapeCheck.parse(["/nowhere.tape"]).run()
    }
    #expect(failure?.code == 3)
    #expect(failure?.message == "/nowhere.tape: No such file or directory")
  }

  @Test func playWritesWhatTheTapeAndTheOptionAskFor() throws {
    try withTape("Screenshot $HERE/one.txt\nType '7'\nSleep 1s\nState $HERE/new/er/s.json\n") {
      tape, folder in
      let cast = folder.appendingPathComponent("out.cast").path
      try Play.parse([
        tape, "--data", Self.data, "--allow-outside", "--record", cast, "--cast-version", "2",
        "--theme", "dark",
      ]).run()
      #expect(try text("one.txt", in: folder).hasPrefix(" Overview "))
      #expect(try text("new/er/s.json", in: folder).contains("\"theme\": \"dark\""))
      #expect(try text("out.cast", in: folder).hasPrefix("{\"version\": 2, \"width\": 80"))
    }
  }

  @Test(arguments: [
    ("Expect 'Moon'", Int32(1)), ("Wait+Screen@1s /Moon/", 1), ("Slep 1", 3),
    ("Output /tmp/x.svg", 3), ("Output ../x.svg", 3), ("Output /nowhere/x.txt", 3),
  ])
  func playFailsWithACode(text: String, code: Int32) throws {
    try withTape(text) { tape, _ in
      let failure = #expect(throws: CommandFailure.self) {
        try Play.parse([tape, "--data", Self.data]).run()
      }
      #expect(failure?.code == code)
      #expect(failure?.message.hasPrefix("\(tape):1:") == true)
    }
  }

  @Test(arguments: [["--cast-version", "1"], ["--theme", "pink"], ["--view", "nowhere"]])
  func wrongUsageIsSaid(words: [String]) throws {
    try withTape("Down") { tape, _ in
      let failure = #expect(throws: CommandFailure.self) {
        try Play.parse([tape, "--data", Self.data] + words).run()
      }
      #expect(failure?.code == 2)
    }
  }

  @Test func aLinkDoesNotLeadOutOfTheFolder() throws {
    try withTape("") { _, folder in
      let inside = folder.appendingPathComponent("inside")
      try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        at: inside.appendingPathComponent("out"), withDestinationURL: folder)
      let precious = folder.appendingPathComponent("precious.txt")
      try Data("precious".utf8).write(to: precious)
      try FileManager.default.createSymbolicLink(
        at: inside.appendingPathComponent("link.txt"), withDestinationURL: precious)
      // What it leads to is not there yet.
      try FileManager.default.createSymbolicLink(
        at: inside.appendingPathComponent("gone.txt"),
        withDestinationURL: folder.appendingPathComponent("new.txt"))
      let home = try #require(TapeReading.resolved(inside.path))
      for (name, allowed, code) in [
        ("out/x.txt", false, Int32(3)), ("link.txt", false, 3), ("gone.txt", false, 3),
        ("out/x.txt", true, nil),
      ] {
        let rules = TapeRules(folder: home, allowsOutside: allowed) { _ throws(Unreadable) in [] }
        var failure: CommandFailure?
        do throws(CommandFailure) {
          try TapeReading.check([inside.path + "/" + name], rules: rules)
        } catch {
          failure = error
        }
        #expect(failure?.code == code)
        #expect(try Data(contentsOf: precious) == Data("precious".utf8))
      }
    }
  }

  @Test func aLinkDoesNotLetATapeTakeInWhatStandsOutside() throws {
    try withTape("") { _, folder in
      let inside = folder.appendingPathComponent("inside")
      try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
      let outside = folder.appendingPathComponent("other.tape")
      try Data("Down\n".utf8).write(to: outside)
      try FileManager.default.createSymbolicLink(
        at: inside.appendingPathComponent("link.tape"), withDestinationURL: outside)
      let main = inside.path + "/main.tape"
      try Data("Source \"link.tape\"\n".utf8).write(to: URL(fileURLWithPath: main))
      for (allowed, refused) in [(false, true), (true, false)] {
        let rules = try TapeReading.rules(allowsOutside: allowed)
        guard case .failure(let error) = try TapeReading.tape(main, rules: rules) else {
          #expect(!refused)
          continue
        }
        #expect(refused && "\(error)".contains("--allow-outside"))
      }
    }
  }
}
