import Analytics
import ArgumentParser
import Datasets
import Figures
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `data new`: a folder to begin from.
@Suite struct DataNewTests {
  @Test func theNewFolderIsSoundAndDescribed() throws {
    try inFolder { folder in
      let path = folder + "/My Data"
      let words = try DataNew.parse(["--data", ImportedFolder.shipped, path]).result()
      #expect(words.contains("DATA.md says what each column holds"))
      let made = DataFolder(path: path)
      #expect(made.check().isEmpty)
      let (inputs, evidence) = try made.load()
      #expect(inputs.name == "my-data")
      #expect(inputs.organisations.count == 3)
      #expect(evidence.facts.count == 1)
      let guide = String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/DATA.md")), as: UTF8.self)
      for table in DataFolder.tables {
        #expect(guide.contains("## \(table.file)\n"))
        for column in table.columns {
          #expect(guide.contains("\n| \(column.name) | "), "\(table.name) \(column.name)")
        }
      }
      let again = #expect(throws: CommandFailure.self) {
        try DataNew.parse(["--data", ImportedFolder.shipped, path]).result()
      }
      #expect(again?.code == 2)
    }
  }

  @Test func theNewFolderOpens() throws {
    try inFolder { folder in
      _ = try DataNew.parse(["--data", ImportedFolder.shipped, folder + "/own"]).result()
      for view in ["overview", "legacy", "contractors", "outages", "lab", "evidence"] {
        let output = "\(folder)/\(view).txt"
        // What opens a folder sets the money of the run; other tests are of the same process.
        try Money.$setting.withValue(Money.Setting()) {
          try Screenshot.parse([
            "--data", folder + "/own", "--view", view, "--output", output, "--draws", "64",
          ]).run()
        }
        #expect(FileManager.default.fileExists(atPath: output))
      }
    }
  }
}
