import Analytics
import Dashboard
import Datasets
import Terminal
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

/// Sessions on disk: nothing of one is lost when its process dies.
@Suite struct SessionTests {
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")

  private func inputs() throws -> ModelInputs {
    try DataFolder(path: Self.root + "/data").modelInputs()
  }

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "digigov-session-\(ProcessInfo.processInfo.globallyUniqueString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func session(_ inputs: ModelInputs) throws -> Session {
    let start = Scenario(try #require(inputs.presets.first))
    var changed = start
    changed.levers[.pace] = 0.73
    changed.overrides["HMRC"] = [.fraudCoverage: 0.61]
    changed.assumptions[.automationPotential] = ThreePoint(p10: 20, p50: 30, p90: 40)
    changed.discounting = .flat(0.031)
    var named = changed
    (named.id, named.name) = ("mine", "Mine \"quoted\" £")
    let standing = Standing(scenario: changed, baseline: start)
    return Session(
      standing: standing, back: Trail([Standing(scenario: start, baseline: start)], to: standing),
      forward: Trail([Standing(scenario: named, baseline: named)], to: standing),
      place: Place(.lab, panel: "levers", items: ["levers": 3], enlarged: true))
  }

  @Test func everythingOfASessionComesBack() throws {
    let inputs = try inputs()
    let session = try session(inputs)
    let text = SessionText(inputs: inputs)
    #expect(try text.session(text.bytes(session)) == session)
  }

  @Test(arguments: [
    ("digigov@", "other@", "other data"), ("digigov.session/1", "x/1", "schema"),
    ("pace=0.73", "pace=7", "pace"), ("[[0, 0]]", "[[0, 9]]", "standing"),
    ("[[0, 0]]", "7", "undo"), ("\"lab\"", "\"nowhere\"", "place"), ("{\"schema\"", "", "JSON"),
  ])
  func whatIsNoSessionOfTheseDataIsToldApart(
    present: String, other: String, word: String
  ) throws {
    let inputs = try inputs()
    let text = SessionText(inputs: inputs)
    var session = try session(inputs)
    var before = session.standing
    before.baseline = session.standing.scenario
    session.back = Trail([before], to: session.standing)
    let good = String(decoding: text.bytes(session), as: UTF8.self)
    try #require(good.contains(present))
    let broken = good.replacing(present, with: other)
    let refusal = #expect(throws: SessionText.Refusal.self) {
      _ = try text.session(Array(broken.utf8))
    }
    #expect(refusal?.reason.contains(word) == true, "\(refusal?.reason ?? "")")
  }

  @Test func aLivingSessionIsNotLostAndADeadOneIsOnce() throws {
    try withFolder { path in
      let folder = SessionFolder(path: path + "/state/sessions")
      let claim = try folder.new()
      try WholeFile.replace(folder.file(claim), with: [1])
      #expect(folder.lost().isEmpty, "its process lives")
      let second = try folder.new()
      #expect(second.name != claim.name)
      folder.leave(claim)
      let lost = folder.lost()
      #expect(lost.map(\.claim.name) == [claim.name])
      #expect(folder.lost().isEmpty, "another instance has been offered it")
      for found in lost { folder.end(found.claim) }
      folder.end(second)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }

  @Test func aBrokenSessionIsToldAndDoesNotHideAnOlderOne() throws {
    try withFolder { path in
      let inputs = try inputs()
      let session = try session(inputs)
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let files: [(name: String, bytes: [UInt8], age: Double)] = [
        ("7", Array("{".utf8), 10), ("8", SessionText(inputs: inputs).bytes(session), 100),
      ]
      for (name, bytes, age) in files {
        let file = "\(path)/\(name).json"
        try Data(bytes).write(to: URL(filePath: file))
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: file)
      }
      let keeper = SessionKeeper(path, inputs, waker: Waker())
      keeper.look()
      var said: [Action] = []
      for _ in 0..<100 where said.count < 2 {
        usleep(20_000)
        said += keeper.gather()
      }
      guard said.count == 2, case .told(let text) = said[0],
        case .sessionOffered(let lost) = said[1]
      else {
        Issue.record("\(said)")
        return
      }
      #expect(text.contains("malformed JSON") && text.contains("\(path)/7.json"))
      #expect(lost.session == session)
      keeper.end(wasLeft: true)
      #expect(try FileManager.default.contentsOfDirectory(atPath: path).contains("7.json"))
    }
  }

  @Test func whatASaveLeftBehindIsSweptAway() throws {
    try withFolder { path in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for name in ["7.lock", "7.json.7.part", "notes.txt"] {
        try Data([1]).write(to: URL(filePath: "\(path)/\(name)"))
      }
      #expect(SessionFolder(path: path).lost().isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["notes.txt"])
    }
  }

  @Test func aFolderThatCannotBeWrittenIsToldOnceAndTheWorkStays() throws {
    try withFolder { path in
      // A file stands where the folder should be.
      try Data([1]).write(to: URL(filePath: path))
      let inputs = try inputs()
      let keeper = SessionKeeper(path + "/sessions", inputs, waker: Waker())
      var session = try session(inputs)
      var told: [Action] = []
      for step in 0..<3 {
        session.place.items["levers"] = step
        keeper.keep(session)
        for _ in 0..<50 where told.isEmpty {
          told += keeper.gather()
          usleep(20_000)
        }
        usleep(150_000)
      }
      keeper.end(wasLeft: true)
      told += keeper.gather()
      guard case .told(let text)? = told.first else {
        Issue.record("nothing was told")
        return
      }
      #expect(text.contains("Not a directory") && text.contains(path))
      #expect(told.count == 1)
    }
  }

  @Test func aSessionIsOnDiskWhileItLastsAndGoneWhenItIsLeft() throws {
    try withFolder { path in
      let inputs = try inputs()
      let session = try session(inputs)
      let text = SessionText(inputs: inputs)
      func files() -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
          .filter { $0.hasSuffix(".json") }
      }
      func wait(_ holds: () -> Bool) {
        for _ in 0..<200 where !holds() { usleep(20_000) }
      }
      let keeper = SessionKeeper(path, inputs, waker: Waker())
      keeper.keep(nil)
      keeper.keep(session)
      wait { !files().isEmpty }
      let file = try #require(files().first)
      #expect(try text.session(WholeFile.bytes(of: "\(path)/\(file)")) == session)
      keeper.end(wasLeft: true)
      #expect(files().isEmpty)

      // The terminal goes away: the next start is offered it, and it goes once it is taken up.
      let cutOff = SessionKeeper(path, inputs, waker: Waker())
      cutOff.keep(session)
      cutOff.end(wasLeft: false)
      #expect(files().count == 1)
      let next = SessionKeeper(path, inputs, waker: Waker())
      next.look()
      var offers: [Action] = []
      wait {
        offers += next.gather()
        return !offers.isEmpty
      }
      guard case .sessionOffered(let lost)? = offers.first else {
        Issue.record("nothing was offered")
        return
      }
      #expect(lost.session == session && lost.others == 0)
      next.settle(lost.id, session)
      wait { files().count == 1 && files() != [lost.id + ".json"] }
      #expect(files().count == 1 && files() != [lost.id + ".json"])
      next.end(wasLeft: true)
      #expect(files().isEmpty)
    }
  }

  @Test func aFileThatAnotherInstanceWroteIsNotWrittenOver() throws {
    try withFolder { path in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let file = path + "/mine.json"
      #expect(try WholeFile.replace(file, with: Array("one".utf8), as: nil))
      let stamp = try #require(WholeFile.Stamp(file))
      #expect(try WholeFile.replace(file, with: Array("two".utf8), as: stamp))
      #expect(try !WholeFile.replace(file, with: Array("three".utf8), as: stamp))
      #expect(try !WholeFile.replace(file, with: Array("three".utf8), as: nil))
      #expect(try WholeFile.bytes(of: file) == Array("two".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["mine.json"])
      let link = path + "/link.json"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/nowhere/x")
      #expect(throws: WholeFile.Failure.self) { try WholeFile.replace(link, with: [1], as: nil) }
    }
  }

  @Test func aReplacedFileKeepsItsPermissionsAndItsLink() throws {
    try withFolder { path in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let (file, link) = (path + "/file", path + "/link")
      try WholeFile.replace(file, with: [1], mode: 0o640)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
      try WholeFile.replace(link, with: [2])
      #expect(try WholeFile.bytes(of: file) == [2])
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(mode == 0o640)
      #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == 2)
    }
  }
}
