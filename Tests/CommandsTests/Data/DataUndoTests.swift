import ArgumentParser
import Datasets
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `data undo` gives back the bytes that stood there before imports in place.
@Suite struct DataUndoTests {
  private func refused(
    _ code: Int32, _ body: () throws -> String
  ) throws -> String {
    let failure = try #require(throws: CommandFailure.self) { try body() }
    #expect(failure.code == code)
    return failure.message
  }

  @Test func importsAreTakenBackOneAtATime() throws {
    try ImportedFolder.made { folder in
      let start = try folder.files()
      let words = try folder.importReturn("2026-07")
      #expect(
        words.hasSuffix("Changed \(folder.path); `digigov data undo \(folder.path)` goes back.\n"))
      let july = try folder.files()
      try folder.importReturn("2026-08")
      let august = try folder.files()
      #expect(july != start && august != july)

      let first = try folder.undo()
      #expect(first.hasPrefix("\(folder.path) is as it was before the import of 20"))
      #expect(first.contains(#/ 20\d\d-\d\d-\d\d \d\d:\d\d UTC by .+, HO 2026-08; `/#))
      #expect(first.hasSuffix("; `digigov data undo --redo \(folder.path)` brings it back.\n"))
      #expect(try folder.files() == july)
      try folder.undo()
      #expect(try folder.files() == start)
      #expect(
        try refused(1) { try folder.undo() }
          == "\(folder.path) has no import in place to go back over")
      #expect(try folder.files() == start)

      #expect(try folder.undo("--redo").contains(" is as it was after the import of "))
      #expect(try folder.files() == july)
      try folder.undo("--redo")
      #expect(try folder.files() == august)
      #expect(
        try refused(1) { try folder.undo("--redo") } == "\(folder.path) has no undo to take back")
      try folder.undo()
      try folder.undo()
      #expect(try folder.files() == start)
      // Another import after an undo ends what could be brought back.
      try folder.importReturn("2026-09")
      #expect(
        try refused(1) { try folder.undo("--redo") } == "\(folder.path) has no undo to take back")
      try folder.undo()
      #expect(try folder.files() == start)
    }
  }

  @Test func theJournalSaysWhoDidWhatAndWhen() throws {
    try ImportedFolder.made { folder in
      #expect(try folder.undo("--list") == "number  when  who  change  months  command\n")
      let none = try JSONReader.read(Array(try folder.undo("--list", "--format", "json").utf8))
      #expect(none["schema"]?.string == "digigov.data-undo/1" && none["changes"] == .array([]))
      let before = try folder.files()
      try folder.importReturn()
      try folder.undo()
      let table = try folder.undo("--list").split(separator: "\n")
      #expect(table.count == 3)
      let moment = #/ [12]  20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ  /#
      #expect(table.dropFirst().allSatisfy { $0.contains(moment) })
      #expect(table[1].contains("  undo of 1  HO 2026-07  "))
      #expect(table[2].contains("  import     HO 2026-07  "))
      let json = try JSONReader.read(Array(try folder.undo("--list", "--format", "json").utf8))
      let entries = try #require(json["changes"]?.array)
      #expect(entries.map { $0["change"]?.string } == ["undo", "import"])
      #expect(entries[0]["reverses"] == .number(1) && entries[1]["reverses"] == .null)
      #expect(entries[1]["months"] == .array([.string("HO 2026-07")]))
      #expect(entries[1]["command"]?.array?.isEmpty == false)
      let files = try #require(entries[1]["files"]?.array)
      #expect(files.contains { $0["name"]?.string == "contractor_spend.csv" })
      for file in files {
        let bytes = try #require(before[file["name"]?.string ?? ""])
        #expect(file["sha256_before"]?.string == SHA256.text(Array(bytes)))
        #expect(file["sha256_after"]?.string != file["sha256_before"]?.string)
      }
    }
  }

  @Test func aFileChangedSinceIsNotWrittenOver() throws {
    try ImportedFolder.made { folder in
      let start = try folder.files()
      try folder.importReturn()
      let edited = try folder.text("sources.csv").replacing("imported from", with: "taken from")
      try folder.write(edited, to: "sources.csv")
      let now = try folder.files()
      let message = try refused(1) { try folder.undo() }
      let beginning = "\(folder.path) is as it was: sources.csv was changed after the import of "
      #expect(message.hasPrefix(beginning))
      #expect(message.hasSuffix("; --force goes back all the same, and keeps a copy"))
      #expect(try folder.files() == now)

      let words = try folder.undo("--force")
      let copy = "\(folder.journal)/0002/before"
      #expect(words.hasSuffix("What sources.csv held meanwhile is kept in \(copy).\n"))
      #expect(try folder.files() == start)
      #expect(try Data(contentsOf: URL(filePath: copy + "/sources.csv")) == Data(edited.utf8))
      try folder.undo("--redo")
      #expect(try folder.files() == now)
    }
  }

  @Test func goingBackNeverLeavesADefect() throws {
    try ImportedFolder.made { folder in
      try folder.importReturn()
      let facts = try folder.text("facts.csv")
      try folder.write(
        facts
          + "own.count,legacy,Own count,HO,2026,3,systems,,,reported,reported,workforce-import-2026-07,p 1,2026,A,,\n",
        to: "facts.csv")
      #expect(DataFolder(path: folder.path).check().isEmpty)
      let now = try folder.files()
      for words in [[], ["--force"]] {
        let message = try refused(3) {
          try DataUndo.parse([folder.path] + words).result(width: nil)
        }
        #expect(
          message.hasPrefix(
            "\(folder.path) is as it was: going back would leave a defect: facts.csv row "))
      }
      #expect(try folder.files() == now)
    }
  }

  @Test func aJournalThatIsNotWhatItWasIsNotUsed() throws {
    try ImportedFolder.made { folder in
      try folder.importReturn()
      let now = try folder.files()
      let kept = folder.journal + "/0001/before/sources.csv"
      try Data("id\n".utf8).write(to: URL(filePath: kept))
      let message = try refused(1) { try folder.undo("--force") }
      #expect(message.contains("\(kept) is not what stood there before the import of "))
      #expect(try folder.files() == now)
      try Data("{}".utf8).write(to: URL(filePath: folder.journal + "/0001/entry.json"))
      #expect(
        try refused(3) { try folder.undo("--list") }
          == "\(folder.journal)/0001/entry.json: no entry of a journal")
    }
  }

  @Test func theJournalIsBounded() throws {
    try inFolder { path in
      let folder = DataFolder(path: path)
      func change(
        _ text: String, _ kind: ChangeEntry.Kind = .import, _ reverses: Int? = nil
      ) throws {
        try FolderChange.make(
          in: folder, since: FolderStamps(folder), [(name: "notes.txt", bytes: Array(text.utf8))],
          ChangeEntry(kind, reverses: reverses, command: [], months: []))
      }
      try Data("0".utf8).write(to: URL(filePath: path + "/notes.txt"))
      for number in 1...23 { try change("\(number)") }
      try change("22", .undo, 23)
      let journal = ChangeJournal(folder)
      let items = try journal.items()
      #expect(items.map(\.number) == Array(5...24))
      // What was taken back has no files of before any more, as nothing goes back to them.
      func before(_ number: Int) -> [UInt8]? {
        try? WholeFile.bytes(of: journal.folder(number) + "/before/notes.txt")
      }
      #expect(before(22) == Array("21".utf8) && before(23) == nil && before(24) == Array("23".utf8))
      #expect(ChangeJournal.stacks(items).done.last?.number == 22)
      #expect(ChangeJournal.stacks(items).undone.map(\.number) == [24])
    }
  }

  @Test func otherCommandsDoNotSeeTheJournal() throws {
    try ImportedFolder.made { folder in
      try folder.importReturn()
      #expect(try DataCheck.parse([folder.path]).result().failure == nil)
      let copy = folder.place + "/copy"
      _ = try ImportWorkforce.parse(["--data", folder.path, "-o", copy, try folder.file("2026-08")])
        .result()
      let names = try FileManager.default.contentsOfDirectory(atPath: copy).sorted()
      let shipped = try FileManager.default.contentsOfDirectory(atPath: ImportedFolder.shipped)
      #expect(names == shipped.filter { $0 != ".digigov" }.sorted())
      #expect(try folder.text(".digigov/.gitignore") == "*\n")
    }
  }

  @Test(arguments: [
    (["--list", "--force"], "--list changes nothing; leave out --force"),
    (["--list", "--redo"], "--list changes nothing; leave out --redo"),
    (["--format", "csv"], "unknown format csv; allowed table json"),
    (["--list", "--format", "xml"], "unknown format xml; allowed table csv json"),
    (["--data", "elsewhere"], "two folders: \(ImportedFolder.shipped) and --data elsewhere"),
  ]) func wrongUseIsSaid(_ words: [String], _ message: String) throws {
    let said = try refused(2) {
      try DataUndo.parse([ImportedFolder.shipped] + words).result(width: nil)
    }
    #expect(said == message)
  }
}

/// The digest is the published one.
@Suite struct SHA256Tests {
  // FIPS 180-4 and the examples published beside it; the lengths around a block by sha256sum.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 55),
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
    ),
    (
      String(repeating: "a", count: 63),
      "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"
    ),
    (
      String(repeating: "a", count: 64),
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
    ),
    (
      String(repeating: "a", count: 100_000),
      "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee"
    ),
  ]) func knownAnswers(_ text: String, _ digest: String) {
    #expect(SHA256.text(Array(text.utf8)) == digest)
  }
}
