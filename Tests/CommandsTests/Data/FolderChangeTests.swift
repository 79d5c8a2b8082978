import ArgumentParser
import Datasets
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A data folder is as it was or as it is to be, wherever an import in place was cut off.
@Suite struct FolderChangeTests {
  /// A folder whose import was cut off when so many of its files were in place.
  private struct CutOff {
    let folder: ImportedFolder
    let old, new: [String: Data]
    /// The files that the import changes, in the order in which they are put in place.
    let names: [String]
    private var step: String { folder.path + "/.digigov/step" }

    /// How many files the return of `ImportedFolder` changes.
    static let count = 5

    init(_ folder: ImportedFolder, placed: Int, isRefused: Bool) throws {
      let files = FileManager.default
      old = try folder.files()
      try folder.importReturn()
      new = try folder.files()
      let (old, new) = (old, new)
      names = new.keys.filter { old[$0] != new[$0] }.sorted()
      self.folder = folder
      #expect(names.count == Self.count)
      try files.createDirectory(atPath: step, withIntermediateDirectories: true)
      try files.moveItem(atPath: folder.journal + "/0001", toPath: step + "/entry")
      try files.createDirectory(atPath: step + "/put", withIntermediateDirectories: true)
      for name in names.dropFirst(placed) {
        try files.moveItem(
          atPath: folder.path + "/" + name, toPath: step + "/put/" + name)
        try old[name]?.write(to: URL(filePath: folder.path + "/" + name))
      }
      if isRefused {
        try files.moveItem(atPath: step + "/put", toPath: step + "/refused")
      }
    }

    /// What a reader who may not write there sees.
    func seen() throws -> [String: Data] {
      var seen: [String: Data] = [:]
      for name in old.keys {
        let place = DataFolder(path: folder.path).place(of: name)
        seen[name] = try Data(contentsOf: URL(filePath: place))
      }
      return seen
    }

    var isOver: Bool { !FileManager.default.fileExists(atPath: step) }
  }

  @Test(arguments: 0...CutOff.count) func whatWasBegunIsEnded(placed: Int) throws {
    try ImportedFolder.made { folder in
      let cut = try CutOff(folder, placed: placed, isRefused: false)
      #expect(try cut.seen() == cut.new)
      #expect(DataFolder(path: folder.path).check().isEmpty)
      let table = try DataFolder(path: folder.path).table("contractor_spend")
      #expect((0..<table.count).contains { table.text(row: $0, column: 1) == "2026-07" })
      // Any command ends it before it reads.
      #expect(try DataCheck.parse([folder.path]).result().failure == nil)
      #expect(try folder.files() == cut.new && cut.isOver)
      try folder.undo()
      #expect(try folder.files() == cut.old)
    }
  }

  @Test(arguments: 0...CutOff.count) func whatWasRefusedIsTakenBack(placed: Int) throws {
    try ImportedFolder.made { folder in
      let cut = try CutOff(folder, placed: placed, isRefused: true)
      #expect(try cut.seen() == cut.old)
      #expect(DataFolder(path: folder.path).check().isEmpty)
      #expect(try DataCheck.parse([folder.path]).result().failure == nil)
      #expect(try folder.files() == cut.old && cut.isOver)
      #expect(throws: CommandFailure.self) { try folder.undo() }
    }
  }

  @Test func aCopyOfAFolderThatWasCutOffIsWhole() throws {
    try ImportedFolder.made { folder in
      let cut = try CutOff(folder, placed: 2, isRefused: false)
      let copy = folder.place + "/copy"
      let made = try FolderCopy(of: DataFolder(path: folder.path), with: [], beside: copy)
      try made.move(to: copy)
      for (name, bytes) in cut.new {
        #expect(try Data(contentsOf: URL(filePath: copy + "/" + name)) == bytes)
      }
    }
  }

  @Test func aCopyThatWasCutOffIsSweptByTheNext() throws {
    try ImportedFolder.made { folder in
      let copy = folder.place + "/copy"
      // No process has this number: it is past the largest that Linux and macOS give.
      let left = copy + ".99999999.part"
      try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
      try Data("id\n".utf8).write(to: URL(filePath: left + "/facts.csv"))
      let words = ["--data", folder.path, "-o", copy, try folder.file()]
      _ = try ImportWorkforce.parse(words).result()
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.place).sorted()
      #expect(names == ["copy", "data", "ho-2026-07.csv"])
    }
  }

  /// A folder of the same name is in the way of the last file: a rename that is always refused.
  @Test func aRefusedRenameTurnsTheStepRound() throws {
    try ImportedFolder.made { folder in
      let cut = try CutOff(folder, placed: 0, isRefused: false)
      try FileManager.default.createDirectory(
        atPath: folder.path + "/zzz.csv", withIntermediateDirectories: true)
      try folder.write("", to: ".digigov/step/put/zzz.csv")
      // One that only reads leaves the decision to one that writes.
      FolderChange.settle(DataFolder(path: folder.path))
      #expect(try cut.seen() == cut.new && !cut.isOver)
      let failure = try #require(throws: CommandFailure.self) {
        try folder.importReturn("2026-08")
      }
      #expect(failure.code == 1)
      #expect(failure.message == "\(folder.path) is as it was: zzz.csv: Is a directory")
      try FileManager.default.removeItem(atPath: folder.path + "/zzz.csv")
      #expect(try folder.files() == cut.old && cut.isOver)
    }
  }

  /// What a process left that died while it wrote beside is nothing, and goes with the next import.
  @Test func whatWasNotYetAStepIsNothing() throws {
    try ImportedFolder.made { folder in
      let start = try folder.files()
      let draft = folder.path + "/.digigov/draft/put"
      try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: true)
      try folder.write("id\n", to: ".digigov/draft/put/sources.csv")
      #expect(try DataCheck.parse([folder.path]).result().failure == nil)
      #expect(try folder.files() == start)
      try folder.importReturn()
      #expect(!folder.has(".digigov/draft"))
      try folder.undo()
      #expect(try folder.files() == start)
    }
  }

  @Test func linksAreNotWrittenThrough() throws {
    try ImportedFolder.made { folder in
      let elsewhere = folder.place + "/elsewhere.csv"
      try FileManager.default.moveItem(atPath: folder.path + "/sources.csv", toPath: elsewhere)
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/sources.csv", withDestinationPath: elsewhere)
      let start = try folder.files()
      let failure = try #require(throws: CommandFailure.self) { try folder.importReturn() }
      #expect(
        failure.message
          == "\(folder.path) is as it was: sources.csv: is a link or no file; put a file in its place, or import into a copy"
      )
      #expect(try folder.files() == start && !folder.has(".digigov"))
      // A folder from elsewhere cannot have files of this user's replaced through links either.
      let mine = folder.place + "/mine"
      try FileManager.default.createDirectory(
        atPath: mine + "/step/put", withIntermediateDirectories: true)
      try Data().write(to: URL(filePath: mine + "/step/put/levers.csv"))
      try FileManager.default.createDirectory(
        atPath: folder.path + "/.digigov/step/put", withIntermediateDirectories: true)
      try folder.write("id\n", to: ".digigov/step/put/sources.csv")
      _ = try DataCheck.parse([folder.path]).result()
      #expect(try Data(contentsOf: URL(filePath: elsewhere)) == start["sources.csv"])
      try FileManager.default.removeItem(atPath: folder.path + "/.digigov")
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/.digigov", withDestinationPath: mine)
      _ = try DataCheck.parse([folder.path]).result()
      #expect(FileManager.default.fileExists(atPath: mine + "/step/put/levers.csv"))
    }
  }

  @Test func permissionsStay() throws {
    try ImportedFolder.made { folder in
      let sources = folder.path + "/sources.csv"
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: sources)
      func mode() throws -> UInt32 {
        let status = try #require(WholeFile.status(of: sources))
        return UInt32(status.st_mode & 0o7777)
      }
      try folder.importReturn()
      #expect(try mode() == 0o640)
      try folder.undo()
      #expect(try mode() == 0o640)
    }
  }

  /// Of two imports that read the folder at the same time, the second is refused.
  @Test func twoImportsAreNeverMixed() throws {
    try ImportedFolder.made { folder in
      let data = DataFolder(path: folder.path)
      let stamps = FolderStamps(data)
      try folder.importReturn()
      let now = try folder.files()
      let entry = ChangeEntry(.import, command: [], months: [])
      let failure = try #require(throws: CommandFailure.self) {
        try FolderChange.make(
          in: data, since: stamps, [(name: "sources.csv", bytes: [])], entry)
      }
      #expect(failure.code == 1)
      #expect(
        failure.message
          == "\(folder.path) is as it was: another program changed it while its files were read; try again"
      )
      #expect(try folder.files() == now)
    }
  }

  /// A reading waits for what is being put in place, and goes on when that is over.
  @Test func readersAndWritersWaitForOneAnother() async throws {
    let place = FileManager.default.temporaryDirectory
      .appending(path: "digigov-\(UUID().uuidString)")
    try FileManager.default.copyItem(atPath: ImportedFolder.shipped, toPath: place.path)
    defer { try? FileManager.default.removeItem(at: place) }
    let folder = DataFolder(path: place.path)
    let hold = try #require(FolderHold.changing(place.path, within: .zero))
    #expect(FolderHold.changing(place.path, within: .zero) == nil)
    let start = ContinuousClock.now
    async let defects = Task.detached { folder.check() }.value
    try await Task.sleep(for: .milliseconds(150))
    hold.release()
    #expect(await defects.isEmpty)
    #expect(ContinuousClock.now - start >= .milliseconds(150))
  }
}
