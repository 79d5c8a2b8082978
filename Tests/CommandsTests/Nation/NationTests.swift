import Analytics
import ArgumentParser
import Dashboard
import Datasets
import Figures
import Frames
import Store
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A folder of another country shows itself: no word, sign or line of the country that the program
/// was made in.
@Suite struct NationTests {
  private static let places =
    ScreenID.allCases.filter { $0 != .department }.map { Place($0) }
    + ["PORTS", "CARE", "WATCH"].map { Place(.department, path: [$0]) }
    + [Place(.contractors, path: ["MINT"]), Place(.outages, path: ["CARE"])]
    + [Place(.opportunity, path: ["automation"])]

  /// All that is read out of a screen.
  private func outline(_ state: State) -> String {
    let outline = state.outline
    return
      (outline.breadcrumb + [outline.standing]
      + outline.parts.flatMap { [$0.title, $0.note] + $0.lines.map(\.text) })
      .joined(separator: "\n")
  }

  @Test func theFolderIsSound() throws {
    #expect(DataFolder(path: Nation.folder).read().defects.map(\.description) == [])
  }

  @Test(arguments: places) func screensSayNothingOfAnotherCountry(place: Place) throws {
    try Nation.open {
      var found: Set<String> = []
      for (columns, rows) in [(80, 24), (160, 48)] {
        let store = try Nation.state(place, columns: columns, rows: rows)
        found.formUnion(Nation.foreign(in: draw(store.state).frame.lines.joined(separator: "\n")))
        found.formUnion(
          Nation.foreign(in: outline(store.state)))
      }
      #expect(found.sorted() == [])
    }
  }

  @Test(arguments: places) func picturesSayNothingOfAnotherCountry(place: Place) throws {
    try Nation.open {
      let state = try Nation.state(place).state
      var found: Set<String> = []
      for panel in [nil] + state.panelNames.map(Optional.some) {
        let picture = state.picture(panel: panel)
        let texts =
          [picture.headline, picture.subtitle, picture.source, picture.scenario, picture.altText]
          + [picture.longDescription]
          + picture.frame.lines
          + picture.tables.flatMap { [$0.caption] + $0.header + $0.rows.flatMap(\.self) }
          + picture.numbers.map { "\($0)" } + picture.sources.map { "\($0)" }
        found.formUnion(Nation.foreign(in: texts.joined(separator: "\n")))
      }
      #expect(found.sorted() == [])
    }
  }

  /// Panel after panel, item after item: the card of the number in focus, and where it comes from.
  @Test(arguments: places) func cardsSayNothingOfAnotherCountry(place: Place) throws {
    try Nation.open {
      let store = try Nation.state(place, columns: 120, rows: 60)
      var found: Set<String> = []
      for _ in 0...store.state.tabStops.count {
        for item in 0..<6 {
          // Where it comes from is asked of the first of a panel: the way down is long.
          for key in item == 0 ? ["s", "w"] : ["s"] as [Character] {
            store.send(.key(KeyPress(.character(key))))
            found.formUnion(
              Nation.foreign(in: draw(store.state).frame.lines.joined(separator: "\n")))
            store.send(.key(KeyPress(.escape)))
          }
          store.send(.key(KeyPress(.down)))
        }
        store.send(.key(KeyPress(.tab)))
      }
      #expect(found.sorted() == [])
    }
  }

  @Test func helpAndGlossarySayNothingOfAnotherCountry() throws {
    try Nation.open {
      var found: Set<String> = []
      for layer in [.helpAsked, .glossaryAsked, .presetsAsked, .exportAsked] as [Action] {
        let store = try Nation.state(Place(.lab), columns: 120, rows: 200)
        store.take(layer)
        found.formUnion(Nation.foreign(in: draw(store.state).frame.lines.joined(separator: "\n")))
      }
      #expect(found.sorted() == [])
    }
  }

  @Test(arguments: [nil, "MINT", "CARE"]) func briefsSayNothingOfAnotherCountry(code: String?)
    throws
  {
    try Nation.open {
      try inFolder { folder in
        let words =
          ["--data", Nation.folder, "--draws", "64", "--output", folder + "/pack"]
          + (code.map { ["--department", $0] } ?? [])
        _ = try BriefCommand.parse(words).write()
        var found: Set<String> = []
        for file in try FileManager.default.subpathsOfDirectory(atPath: folder + "/pack")
        where file.hasSuffix(".md") || file.hasSuffix(".html") || file.hasSuffix(".svg") {
          let bytes = try Data(contentsOf: URL(filePath: "\(folder)/pack/\(file)"))
          var text = String(decoding: bytes, as: UTF8.self)
          // What the drawing itself is made of is no text.
          text = text.replacing(/<[^>]*>/, with: "\n")
          found.formUnion(Nation.foreign(in: text))
        }
        #expect(found.sorted() == [])
      }
    }
  }

  @Test @MainActor func dialoguesSayNothingOfAnotherCountry() throws {
    try Nation.open {
      var heard = ""
      let start = try Nation.state(Place(.overview)).state
      let folder = FileManager.default.temporaryDirectory.path + "/nation-talk"
      var dialogue = PlainDialogue(
        start, threads: 1, folder: folder, scenarios: folder, sessions: nil
      ) { heard += $0 }
      dialogue.begin()
      for line in ScreenID.allCases.map(\.rawValue) + ["help", "levers", "MINT", "pace 0.9", "1"] {
        dialogue.answer(line)
      }
      #expect(Nation.foreign(in: heard).sorted() == [])
      #expect(heard.contains("billion KLD"))
    }
  }

  @Test func answersAreInItsMoney() throws {
    try Nation.open {
      let words = ["--data", Nation.folder, "--draws", "16"]
      let table = try Project.parse(words + ["--format", "table"]).output(width: nil)
      #expect(Nation.foreign(in: table).sorted() == [])
      #expect(table.contains("₭bn"))
      let json = try Project.parse(words).output(width: nil)
      #expect(json.contains("\"KLD bn\""))
      let told = try Explain.parse(["npsv", "--data", Nation.folder]).output()
      #expect(Nation.foreign(in: told).sorted() == [])
    }
  }

  /// The letters where the sign cannot be written.
  @Test func withoutItsSignMoneyHasItsLetters() throws {
    try Nation.open {
      let store = try Nation.state(Place(.overview), ascii: true)
      let text = draw(store.state).frame.lines.joined(separator: "\n")
      #expect(text.contains("KLD") && text.utf8.allSatisfy { $0 < 128 })
    }
  }
}
