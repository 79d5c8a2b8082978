import Testing

@testable import Commands
@testable import Dashboard

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What is copied always gets into a file, too.
@Suite @MainActor struct ClipboardTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "digigov-copy-\(UInt64.random(in: 0 ... .max))").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func theFileIsNamedAndReplaced() throws {
    try withFolder { folder in
      let clipboard = Clipboard(folder: folder + "/deep/er")
      for text in ["first", "second"] {
        let said = clipboard.take(Copy(kind: .table, text: text, name: "the table"))
        #expect(said == "Wrote the table to \(folder)/deep/er/copied.md.")
        let written = try String(
          contentsOfFile: folder + "/deep/er/copied.md", encoding: .utf8)
        #expect(written == text + "\n")
      }
    }
  }

  @Test func tooLongForATerminalItIsStillInTheFile() throws {
    try withFolder { folder in
      let text = String(repeating: "a", count: 80_000)
      let said = Clipboard(folder: folder).take(Copy(kind: .value, text: text, name: "it"))
      #expect(said.contains("Too long") && said.contains("80000") && said.contains(folder))
      let written = try String(contentsOfFile: folder + "/copied.txt", encoding: .utf8)
      #expect(written.count == 80_001)
    }
  }

  @Test func whereNoFileCanBeWrittenItSaysWhy() throws {
    try withFolder { folder in
      try "a file".write(toFile: folder, atomically: true, encoding: .utf8)
      let said = Clipboard(folder: folder + "/below").take(
        Copy(kind: .value, text: "a", name: "it"))
      #expect(said.contains("was not copied") && said.contains("Not a directory"))
      #expect(
        Clipboard(folder: nil).take(Copy(kind: .value, text: "a", name: "it"))
          .contains("HOME"))
    }
  }
}
