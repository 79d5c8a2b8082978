import Analytics
import Figures
import Testing

@testable import Datasets

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Readings of a folder that is changed meanwhile are of one moment.
@Suite struct UnfinishedChangeTests {
  private func write(_ text: String, _ path: String) throws {
    let place = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    // As an import does: another file under the same name.
    try Data(text.utf8).write(to: place, options: .atomic)
  }

  @Test func filesThatAreStillToBePutInPlaceCount() throws {
    let sample = SampleFolder()
    try sample.written { folder in
      func label() throws -> String {
        let table = try folder.table("levers")
        let row = (0..<table.count).first { table.text(row: $0, column: 0) == "pace" }
        return table.text(row: try #require(row), column: 1)
      }
      let levers = sample.text("levers.csv").replacing("Pace", with: "Tempo")
      try write(levers, folder.stepFilesPath + "/levers.csv")
      #expect(folder.place(of: "levers.csv") == folder.stepFilesPath + "/levers.csv")
      #expect(folder.place(of: "facts.csv") == folder.path + "/facts.csv")
      #expect(try label() == "Tempo")
      // A change that is taken back: what stood there before counts.
      try FileManager.default.moveItem(
        atPath: folder.stepFilesPath, toPath: folder.stepPath + "/refused")
      try write(levers, folder.path + "/levers.csv")
      try write(sample.text("levers.csv"), folder.stepBeforePath + "/levers.csv")
      #expect(try label() == "Pace")
    }
  }

  @Test func aFolderIsCheckedAsItWouldBe() throws {
    try SampleFolder().written { folder in
      let changed = folder.replacing([(name: "levers.csv", bytes: Array("id\n".utf8))])
      #expect(changed.check().contains { $0.file == "levers.csv" })
      #expect(folder.check().isEmpty)
      let package = Array(#"{"name": "other", "version": "2"}"#.utf8)
      let inputs = try folder.replacing([(name: "datapackage.json", bytes: package)]).modelInputs()
      #expect(inputs.name == "other")
    }
  }

  /// The large table is read late; an import in between must not put new months beside old bodies.
  @Test func lateMonthsAreOfTheTimeOfTheRest() throws {
    let sample = SampleFolder()
    try sample.written { folder in
      let rest = try #require(try folder.load(deferring: 10).rest)
      let table = sample.text("contractor_spend.csv")
      try write(
        table.replacing("2025-07", with: "2026-07") + "NHS,2026-07,1,5,,,,,,,,derived,later\n",
        folder.path + "/contractor_spend.csv")
      try write(
        sample.text("sources.csv") + "later,T,P,2026-07,,internal,in the publication\n",
        folder.path + "/sources.csv")
      #expect(folder.check().isEmpty)
      let late = try rest.load { _ in }
      #expect(late.bodies == ["HMRC"] && late.count == 2)
      #expect(late.rows(of: "HMRC").map(\.period) == ["2025-06", "2025-07"])
    }
  }

  @Test func lateMonthsWithADefectAreRefusedAsTheyWere() throws {
    var sample = SampleFolder()
    let sound = sample.text("contractor_spend.csv")
    sample.replace("HMRC,2025-07", with: "HMRC,2025-17", in: "contractor_spend.csv")
    try sample.written { folder in
      let rest = try #require(try folder.load(deferring: 10).rest)
      try write(sound, folder.path + "/contractor_spend.csv")
      #expect(folder.check().isEmpty)
      let error = try #require(throws: DataError.self) { try rest.load { _ in } }
      #expect("\(error)".contains("2025-17"))
    }
  }
}
