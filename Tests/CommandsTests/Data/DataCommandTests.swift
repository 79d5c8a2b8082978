import ArgumentParser
import Datasets
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `digigov data` over the repository's own folder, and over a damaged copy of it.
@Suite struct DataCommandTests {
  private static let path =
    #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 } + "/data"

  /// A copy of the folder in which one text of a file is another.
  private func withDamage<Value>(
    _ old: String, _ new: String, in file: String, _ body: (String) throws -> Value
  ) throws -> Value {
    let copy = FileManager.default.temporaryDirectory
      .appendingPathComponent("digigov-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: URL(fileURLWithPath: Self.path), to: copy)
    defer { try? FileManager.default.removeItem(at: copy) }
    let place = copy.appendingPathComponent(file)
    let text = String(decoding: try Data(contentsOf: place), as: UTF8.self)
    try Data(text.replacing(old, with: new).utf8).write(to: place)
    return try body(copy.path)
  }

  @Test(arguments: [[path], ["--data", path]]) func checkFindsNothing(_ words: [String]) throws {
    let (text, failure) = try DataCheck.parse(words).result()
    #expect(failure == nil)
    #expect(text.wholeMatch(of: /29 tables, [0-9]{4,} rows: no defects\n/) != nil)
  }

  @Test func checkPrintsEveryDefect() throws {
    try withDamage("HMRC,fraud", "HRMC,fraud", in: "allocation_keys.csv") { folder in
      let (text, failure) = try DataCheck.parse([folder]).result()
      #expect(failure?.code == 3)
      #expect(failure?.message == "\(folder): 2 defects")
      let lines = text.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(
        lines.first?.hasSuffix(
          "unknown organisation; expected one of organisations.csv, the nearest HMRC") == true)
      #expect(lines.last?.contains("\"HMRC fraud\": missing value") == true)
    }
  }

  @Test func otherCommandsNameTheFirstDefectAndCountTheRest() throws {
    try withDamage("p10", "q10", in: "assumptions.csv") { folder in
      for command in [
        { try DataList.parse(["--data", folder]).text(width: nil) },
        { try DataShow.parse(["levers", "--data", folder]).text(width: nil) },
        { try DataSources.parse(["--data", folder]).text(width: nil) },
      ] {
        let failure = #expect(throws: CommandFailure.self) { try command() }
        #expect(failure?.code == 3)
        #expect(
          failure?.message
            == "assumptions.csv: row 1: missing column (p10); expected a column of this name; \"q10\" is written otherwise"
        )
      }
    }
  }

  @Test func folderThatIsNotThereIsInvalidData() throws {
    let failure = #expect(throws: CommandFailure.self) {
      try DataCheck.parse(["/nowhere/at/all"]).result()
    }
    #expect(failure?.code == 3)
    #expect(failure?.message.contains("/nowhere/at/all") == true)
  }

  @Test func showPrintsTheFileAgain() throws {
    let words = ["facts", "--format", "csv", "--data", Self.path]
    let csv = try DataShow.parse(words + ["--no-bom"]).text(width: nil)
    let file = try Data(contentsOf: URL(fileURLWithPath: Self.path + "/facts.csv"))
    #expect(csv == String(decoding: file, as: UTF8.self))
    // What a spreadsheet knows the letters by, in CSV alone.
    #expect(try DataShow.parse(words).text(width: nil) == "\u{FEFF}" + csv)
    for form in ["table", "json"] {
      let text = try DataShow.parse(["facts", "--format", form, "--data", Self.path])
        .text(width: nil)
      #expect(text.unicodeScalars.first != "\u{FEFF}")
    }
  }

  @Test func showPrintsStrictJSON() throws {
    let json = try DataShow.parse(["fixed_parameters", "--format", "json", "--data", Self.path])
      .text(width: nil)
    struct Row: Decodable, Equatable {
      var id: String
      var value: Double
    }
    let rows = try JSONDecoder().decode([Row].self, from: Data(json.utf8))
    #expect(rows.contains(Row(id: "seed", value: 20_250_121)))
    #expect(rows.count == 16)
  }

  @Test func unknownTableIsWrongUsage() throws {
    let failure = #expect(throws: CommandFailure.self) {
      try DataShow.parse(["fact", "--data", Self.path]).text(width: nil)
    }
    #expect(failure?.code == 2)
    #expect(failure?.message.hasPrefix("unknown table fact, did you mean facts?") == true)
  }

  @Test func listHasEveryTable() throws {
    let lines = try DataList.parse(["--data", Self.path]).text(width: 60).split(separator: "\n")
    #expect(lines.count == 30)
    #expect(lines[1].hasPrefix("organisations       26        4  model     organisations"))
  }

  @Test func sourcesCountTheRowsBoundToThem() throws {
    let csv = try DataSources.parse(["--format", "csv", "--data", Self.path]).text(width: nil)
    let counts = csv.split(separator: "\n").dropFirst().compactMap {
      Int($0.split(separator: ",")[1])
    }
    let bound = try DataFolder(path: Self.path).allTables().filter {
      $0.schema.foreignKeys.contains { $0.table == "sources" }
    }
    #expect(counts.reduce(0, +) == bound.reduce(0) { $0 + $1.count })
  }
}
