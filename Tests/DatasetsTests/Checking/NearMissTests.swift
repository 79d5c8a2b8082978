import Testing

@testable import Datasets

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Folders that are nearly right: one message that names the cause, and nothing said of what is
/// harmless.
@Suite struct NearMissTests {
  private func defects(
    _ change: (String) -> [UInt8], in file: String = "facts.csv"
  ) throws -> [String] {
    var folder = SampleFolder()
    folder.files[file] = change(folder.text(file))
    return try folder.defects()
  }

  private func utf16(_ text: String, mark: Bool, isBig: Bool = false) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit in
      isBig ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  @Test func textInUTF16IsNamed() throws {
    for (mark, isBig) in [(true, false), (true, true), (false, false), (false, true)] {
      let found = try defects { utf16($0, mark: mark, isBig: isBig) }
      #expect(
        found.first
          == "facts.csv: text in UTF-16; expected CSV in UTF-8: open it and save the sheet as that")
    }
  }

  @Test(arguments: [
    (
      Array("version https://git-lfs.github.com/spec/v1\noid sha256:0\n".utf8),
      "a pointer of Git LFS, not the file; expected the file itself: `git lfs pull` fetches it"
    ),
    (
      Array("\n<!DOCTYPE html><html><body>Sign in</body></html>".utf8),
      "a web page; expected the file that the page links to"
    ),
    (PackedBytes.xlsx, "an Excel workbook (xlsx); expected CSV in UTF-8"),
    (PackedBytes.ods, "an OpenDocument spreadsheet (ods); expected CSV in UTF-8"),
    (Array("PK\u{3}\u{4}".utf8), "a zip archive; expected the file inside it"),
    ([0xD0, 0xCF, 0x11, 0xE0, 1], "a spreadsheet of old Excel (xls)"),
    (Array("%PDF-1.7".utf8), "a PDF"), (Array("{\"id\": 1}".utf8), "JSON"),
  ])
  func whatIsNoTableIsNamed(_ bytes: [UInt8], _ words: String) throws {
    let found = try defects { _ in bytes }
    #expect(found.first?.hasPrefix("facts.csv: \(words)") == true, "\(found)")
  }

  @Test(arguments: [
    (";", "semicolons"), ("\t", "tabs"), ("|", "bars"),
  ])
  func otherMarksBetweenCellsAreNamed(_ mark: String, _ name: String) throws {
    let found = try defects { Array($0.replacing(",", with: mark).utf8) }
    #expect(found.first?.hasPrefix("facts.csv row 1: cells parted by \(name)") == true, "\(found)")
    #expect(!found.dropFirst().contains { $0.hasPrefix("facts.csv") })
  }

  @Test(arguments: [("sep=;\n", 1), ("sep=,\r\n", 1), ("Facts of 2026\n", 2), (",,,\nnote\n\n", 4)])
  func whatStandsAboveTheHeaderIsNamed(_ above: String, _ row: Int) throws {
    let found = try defects { Array((above + $0).utf8) }
    #expect(found.first?.hasPrefix("facts.csv row \(row):") == true, "\(found)")
    #expect(found.first?.contains("take") == true)
    #expect(!found.dropFirst().contains { $0.hasPrefix("facts.csv") })
  }

  @Test(arguments: [
    (",body,", ",Body,", "body"), (",source_id,", ",Source ID,", "source_id"),
    (",confidence,", ",confidense,", "confidence"),
  ])
  func aColumnWrittenOtherwiseIsShown(_ old: String, _ new: String, _ column: String) throws {
    let found = try defects { Array($0.replacing(old, with: new).utf8) }
    let name = new.filter { $0 != "," }
    #expect(
      found.contains(
        "facts.csv row 1 column \(column): missing column; expected a column of this name; \"\(name)\" is written otherwise"
      ), "\(found)")
  }

  @Test(arguments: [
    ("Oct-25", "2025-10"), ("October 2025", "2025-10"), ("31/10/2025", "2025-10-31"),
  ])
  func aDateThatWasRewrittenIsShown(_ text: String, _ right: String) throws {
    var folder = SampleFolder()
    let date = try #require(
      folder.text("sources.csv").firstMatch(of: #/,(\d{4}-\d{2}-\d{2}|\d{4}-\d{2}|\d{4}),/#))
    folder.replace(String(date.output.0), with: ",\(text),", in: "sources.csv")
    let found = try folder.defects()
    #expect(
      found.contains {
        $0.contains("\"\(text)\": a date as a spreadsheet rewrites it; expected \(right)")
      },
      "\(found)")
  }

  /// What Excel leaves is harmless: blank rows anywhere, blank columns at the right.
  @Test func blankRowsAndColumnsAreTaken() throws {
    for file in SampleFolder().files.keys where file.hasSuffix(".csv") {
      let found = try defects(
        { text in
          let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map { "\($0),," }
          let width = lines[0].count { $0 == "," }
          let blank = String(repeating: ",", count: width)
          return Array(
            ([lines[0], blank] + lines.dropFirst() + [blank, "", ","])
              .joined(separator: "\n").utf8)
        }, in: file)
      #expect(found.isEmpty, "\(file): \(found)")
    }
  }

  @Test func aCellWithoutAHeadingIsRefused() throws {
    let found = try defects { text in
      Array(
        text.split(separator: "\n").enumerated().map { $0.element + ($0.offset == 1 ? ",x" : ",") }
          .joined(separator: "\n").utf8)
    }
    #expect(found.first?.contains("ragged row") == true)
  }

  /// What is edited keeps as many cells as the header of the file.
  @Test func anEditedRowKeepsTheBlankColumns() throws {
    var folder = SampleFolder()
    folder.files["sources.csv"] = Array(
      folder.text("sources.csv").split(separator: "\n").map { "\($0),," }.joined(separator: "\n")
        .utf8)
    try folder.written { folder in
      let reading = FolderReading(folder, tables: TableSchema.all)
      var table = EditedTable(try #require(reading.tables["sources"]))
      table.append(["id": "new"])
      let lines = String(decoding: table.bytes, as: UTF8.self).split(separator: "\n")
      #expect(Set(lines.map { $0.count { $0 == "," } }).count == 1)
    }
  }

  @Test func aFileOfAnotherNameIsShown() throws {
    var folder = SampleFolder()
    folder.files["Facts.CSV"] = folder.files.removeValue(forKey: "facts.csv")
    #expect(
      try folder.defects().contains(
        "facts.csv: missing file; expected a file of this name in the data folder; Facts.CSV stands there"
      ))
  }

  @Test func aFolderAroundTheDataIsTold() throws {
    try SampleFolder().written { folder in
      let parts = folder.path.split(separator: "/")
      let above = "/" + parts.dropLast().joined(separator: "/") + "/around-\(parts.last ?? "")"
      try FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: above) }
      #expect(
        DataFolder(path: above).check().map(\.description) == [
          "organisations.csv: missing file, as all tables are; expected a folder of data"
        ])
      try FileManager.default.moveItem(atPath: folder.path, toPath: above + "/figures")
      #expect(
        DataFolder(path: above).check().first?.description.hasSuffix(
          "; figures, which stands in it, is one") == true)
      try FileManager.default.moveItem(atPath: above + "/figures", toPath: folder.path)
    }
  }

  @Test func aWorkbookInPlaceOfAFolderIsNamed() throws {
    var folder = SampleFolder()
    folder.files["a.xlsx"] = PackedBytes.xlsx
    try folder.written { folder in
      let error = #expect(throws: DataError.self) {
        try DataFolder.locate(
          option: folder.path + "/a.xlsx", environment: [:], programPath: "/usr/bin/digigov")
      }
      #expect(
        error?.description.contains(
          "a.xlsx, an Excel workbook (xlsx), which is a file and no folder")
          == true)
    }
  }
}
