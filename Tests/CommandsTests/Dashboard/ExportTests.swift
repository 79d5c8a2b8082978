import Analytics
import Dashboard
import Datasets
import Store
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What `x` writes: a file with a name of its own, never over another one.
@Suite struct ExportTests {
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")

  private func withFolder(_ body: (String, Export, State) throws -> Void) throws {
    let (inputs, evidence) = try DataFolder(path: Self.root + "/data").load()
    let preset = try #require(inputs.presets.first { $0.id == "blueprint" })
    let start = State(
      inputs: inputs, evidence: evidence, scenario: Scenario(preset),
      place: Place(.department, path: ["HO"]), columns: 80, rows: 24)
    // On the draws of a picture, so that exporting has nothing to compute anew.
    let answers = Answers(Model(inputs), seed: inputs.seed, threads: 2)
    let state = start.settled(by: answers)
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "digigov-export-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(
      folder.path(), Export(answers: answers, folder: folder.path()), state)
  }

  @Test func aSecondFileGetsANameOfItsOwn() throws {
    try withFolder { folder, export, state in
      let first = export.write(.txt, state)
      let second = export.write(.txt, state)
      #expect(first.hasSuffix("digigov-department-ho.txt."))
      #expect(second.hasSuffix("digigov-department-ho-2.txt."))
      let texts = try ["digigov-department-ho.txt", "digigov-department-ho-2.txt"].map {
        try String(contentsOf: URL(filePath: folder).appending(path: $0), encoding: .utf8)
      }
      #expect(texts[0] == texts[1] && texts[0].contains("Home Office"))
      #expect(texts[0].contains("draws=4096") && texts[0].contains("Source:"))
    }
  }

  @Test func aPictureHasTheThemeThatIsAskedFor() throws {
    try withFolder { folder, export, state in
      _ = export.write(.svg, state)
      _ = export.write(.svg, state, theme: .dark)
      _ = export.write(.html, state)
      _ = export.write(.html, state, theme: .dark)
      let texts = try ["-ho.svg", "-ho-2.svg", "-ho.html", "-ho-2.html"].map {
        try String(
          contentsOf: URL(filePath: folder).appending(path: "digigov-department" + $0),
          encoding: .utf8)
      }
      #expect(texts[0].contains("#FFFFFF") && !texts[1].contains("#FFFFFF"))
      #expect(
        texts[2].contains("prefers-color-scheme") && !texts[3].contains("prefers-color-scheme"))
    }
  }

  @Test func whatKilledExportsLeftIsSweptAway() throws {
    try withFolder { folder, export, state in
      let (dead, living) = (4_999_999, 1)
      let left = [
        "digigov-overview-7.txt.\(dead).part", "digigov-lab.txt.\(living).part",
        "mine.txt.\(dead).part", "digigov-lab.tar.\(dead).part",
      ]
      for name in left { try Data().write(to: URL(filePath: folder).appending(path: name)) }
      _ = export.write(.txt, state)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.sorted() == (left.dropFirst() + ["digigov-department-ho.txt"]).sorted())
    }
  }

  @Test func aFolderOfDataIsLeftAlone() throws {
    try withFolder { folder, export, state in
      try Data("{}".utf8).write(to: URL(filePath: folder).appending(path: "datapackage.json"))
      #expect(export.write(.txt, state).contains("would stand in a folder of data"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder) == ["datapackage.json"])
    }
  }

  @Test func aFolderThatIsNotThereIsToldAndNothingIsLost() throws {
    try withFolder { folder, _, state in
      let export = Export(
        answers: Answers(Model(state.inputs), seed: state.seed), folder: folder + "/missing")
      let told = export.write(.svg, state)
      #expect(told.contains("Not written: ") && told.contains("missing"))
    }
  }
}
