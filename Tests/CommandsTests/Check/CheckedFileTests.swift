import ArgumentParser
import Datasets
import Documents
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Files that `check` refuses, and office documents as people edit them.
@Suite struct CheckedFileTests {
  private func refusal(_ bytes: [UInt8], as name: String) throws -> CommandFailure {
    try inFolder { folder in
      let path = "\(folder)/\(name)"
      try Data(bytes).write(to: URL(filePath: path))
      return try #require(#expect(throws: CommandFailure.self) { try CheckedFile(path) })
    }
  }

  private static func word(_ body: String) -> [UInt8] {
    EditedArchive.stored([("word/document.xml", Array(body.utf8))])
  }

  @Test func otherKindsOfFilesAreRefused() throws {
    for name in ["a.pdf", "a", "a.xlsx", "a.docm"] {
      let failure = try refusal([], as: name)
      #expect(failure.code == 2, "\(name)")
      #expect(failure.message.contains("allowed .odt .docx .md .html .txt"), "\(name)")
    }
    #expect(try refusal([0xFF, 0xFE, 0x41], as: "a.txt").message.contains("UTF-8"))
    let missing = try #require(
      #expect(throws: CommandFailure.self) { try CheckedFile("/nowhere/a.odt") })
    #expect(missing.code == 3 && missing.message.contains("/nowhere/a.odt"))
  }

  @Test func damagedAndLockedArchivesAreRefused() throws {
    let good = Self.word("<document><p><r><t>Words.</t></r></p></document>")
    #expect(throws: Never.self) {
      try inFolder { folder in
        try Data(good).write(to: URL(filePath: folder + "/a.docx"))
        #expect(try CheckedFile(folder + "/a.docx").document.texts == ["Words."])
      }
    }
    for end in stride(from: 0, to: good.count - 1, by: 7) {
      let failure = try refusal(Array(good[..<end]), as: "a.docx")
      #expect(failure.code == 3 && failure.message.contains("a.docx"))
    }
    var changed = good
    changed[60] ^= 0x20
    #expect(try refusal(changed, as: "a.docx").message.contains("a damaged document"))
    #expect(
      try refusal([0xD0, 0xCF, 0x11, 0xE0, 0, 0], as: "a.docx").message.contains("a password"))
    let locked = EditedArchive.archive([
      .init(name: "word/document.xml", bytes: [1], size: 1, method: 0, flags: 1)
    ])
    #expect(try refusal(locked, as: "a.docx").message.contains("save it without one"))
    let manifest = EditedArchive.stored([
      ("META-INF/manifest.xml", Array("<m><encryption-data/></m>".utf8)), ("content.xml", [1]),
    ])
    #expect(try refusal(manifest, as: "a.odt").message.contains("a password"))
    let part = EditedArchive.stored([("other.xml", [])])
    #expect(try refusal(part, as: "a.docx").message.contains("without word/document.xml"))
    #expect(try refusal(part, as: "a.odt").message.contains("without content.xml"))
    let sheet = EditedArchive.stored([
      ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    ])
    #expect(try refusal(sheet, as: "a.odt").message.contains("no OpenDocument text but"))
  }

  /// An archive of some kilobytes that would unpack to gigabytes is refused by its list, and one that
  /// lies in its list while it unpacks.
  @Test(.timeLimit(.minutes(1))) func bombsAreRefused() throws {
    let name = "word/document.xml"
    for (size, packed) in [(4 << 30, 5 << 10), (16 << 20, 1 << 10), (100 << 20, 1 << 20)] {
      let bomb = EditedArchive.archive([
        .init(
          name: name, bytes: [UInt8](repeating: 0, count: packed), size: size & 0xFFFF_FFFF,
          method: 8)
      ])
      let failure = try refusal(bomb, as: "a.docx")
      #expect(failure.code == 3, "\(size)")
    }
    // One fixed block of DEFLATE that repeats a letter 40,000 times, which says that it is ten.
    var bits = "110" + "10010001".prefix(8)
    for _ in 0..<160 { bits += "11000101" + "00000" }
    bits += "0000000"
    let letters = Array(bits)
    let bytes = stride(from: 0, to: letters.count, by: 8).map { start in
      UInt8(
        letters[start..<min(start + 8, letters.count)].enumerated().reduce(0) {
          $0 | ($1.element == "1" ? 1 << $1.offset : 0)
        })
    }
    let liar = EditedArchive.archive([.init(name: name, bytes: bytes, size: 10, method: 8)])
    #expect(try refusal(liar, as: "a.docx").message.contains("unpacks to more"))
    let many = EditedArchive.stored((0..<5_000).map { ("f\($0)", []) })
    #expect(try refusal(many, as: "a.docx").message.contains("4096 files"))
  }

  @Test func markupThatDefinesOrNestsIsRefused() throws {
    let entity = "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><document>&b;</document>"
    #expect(try refusal(Self.word(entity), as: "a.docx").message.contains("defines its own"))
    let deep = String(repeating: "<a>", count: 5_000)
    #expect(try refusal(Self.word(deep), as: "a.docx").message.contains("nests more than"))
    for broken in ["<document><p>", "<document", "<p a=></p>"] {
      #expect(try refusal(Self.word(broken), as: "a.docx").code == 3, "\(broken)")
    }
  }

  /// What is deleted is gone, what is inserted is there; a cell and a reference are read as such.
  @Test func trackedChangesAreRead() throws {
    let body = """
      <w:document><w:body><w:p><w:r><w:t>It costs </w:t></w:r><w:del><w:r><w:delText>£1m</w:delText>\
      </w:r></w:del><w:moveFrom><w:r><w:t>£2m</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>£3m</w:t></w:r>\
      </w:ins></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>\
      </w:tbl></w:body></w:document>
      """
    let open = """
      <office:document-content><office:body><office:text><text:tracked-changes><text:changed-region>\
      <text:deletion><text:p>£1m</text:p></text:deletion></text:changed-region></text:tracked-changes>\
      <text:p>It costs <text:change text:change-id="a"/><text:change-start/>£3m<text:change-end/>\
      <office:annotation><text:p>£9m</text:p></office:annotation></text:p></office:text></office:body>\
      </office:document-content>
      """
    try inFolder { folder in
      try Data(Self.word(body)).write(to: URL(filePath: folder + "/a.docx"))
      #expect(try CheckedFile(folder + "/a.docx").document.texts == ["It costs £3m", "A", ""])
      let odt = EditedArchive.stored([("content.xml", Array(open.utf8))])
      try Data(odt).write(to: URL(filePath: folder + "/a.odt"))
      #expect(try CheckedFile(folder + "/a.odt").document.texts == ["It costs £3m"])
    }
  }

  @Test(.timeLimit(.minutes(1))) func longLabelsAndHostileTextsTakeNoTime() throws {
    let label = String(repeating: "long label £1m ", count: 700)
    let page = "<table><tr><th>\(label)<td>£1m</table>" + String(repeating: "<div>", count: 20_000)
    try inFolder { folder in
      for (name, text) in [
        ("a.md", "| \(label) | £1m |\n\n\(label)\n\ndigigov1:from_now:draws=8\n\n<!-- " + label),
        ("a.html", page), ("b.html", String(repeating: "<", count: 50_000)),
        ("b.md", String(repeating: "[^", count: 5_000) + String(repeating: "](", count: 5_000)),
      ] {
        let path = "\(folder)/\(name)"
        try Data(text.utf8).write(to: URL(filePath: path))
        let (answer, failure) = try CheckCommand.parse([path, "--data", ImportedFolder.shipped])
          .result()
        #expect(failure == nil && !answer.isEmpty, "\(name)")
      }
    }
  }

  #if Cairo
  /// A brief as Word and LibreOffice save it after an edit.
  @Test func editedOfficeDocumentsAreChecked() throws {
    try inFolder { folder in
      let (docx, odt) = ("\(folder)/a.docx", "\(folder)/a.odt")
      _ = try BriefCommand.parse([
        "--department", "HO", "--draws", "8", "--data", ImportedFolder.shipped, "--output", docx,
        "--output", odt,
      ]).write()
      func checked(
        _ path: String, part: String, _ change: (String) -> String
      ) throws -> [DocumentFinding] {
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        #expect(
          try EditedArchive.text(bytes, part: part) != change(EditedArchive.text(bytes, part: part))
        )
        let edited = "\(folder)/edited.\(path.suffix(4) == "docx" ? "docx" : "odt")"
        try Data(try EditedArchive.of(bytes, part: part, change)).write(
          to: URL(filePath: edited))
        let (text, _) = try CheckCommand.parse([
          edited, "--data", ImportedFolder.shipped, "--format", "json",
        ]).result()
        let findings = try JSONReader.read(Array(text.utf8))["findings"]?.array ?? []
        return findings.map {
          DocumentFinding(
            verdict: $0["verdict"]?.string ?? "", figure: $0["figure"]?.string ?? "",
            says: $0["says"]?.string ?? "")
        }
      }
      let cost = /(it costs )(£[\d.]+ \w+)/
      let run = "<w:r><w:t xml:space=\"preserve\">"
      let tracked = try checked(docx, part: "word/document.xml") { text in
        // The run behind "it costs": its text deleted, another inserted.
        guard let place = text.firstRange(of: "it costs </w:t></w:r>") else { return text }
        let rest = text[place.upperBound...]
        guard let end = rest.firstRange(of: "</w:r>") else { return text }
        let cost = String(rest[..<end.upperBound])
        return text[..<place.upperBound]
          + "<w:del>\(cost.replacing("w:t", with: "w:delText"))</w:del>"
          + "<w:ins>\(run)£123 million</w:t></w:r></w:ins>" + rest[end.upperBound...]
      }
      #expect(
        tracked == [
          DocumentFinding(verdict: "altered", figure: "review.cost", says: "£123 million")
        ])
      let changed = try checked(odt, part: "content.xml") { text in
        text.replacing(cost, maxReplacements: 1) { "\($0.1)£123 million" }
      }
      #expect(
        changed == [
          DocumentFinding(verdict: "altered", figure: "review.cost", says: "£123 million")
        ])
      let moved = try checked(odt, part: "content.xml") { text in
        let rows = text.matches(of: /<table:table-row .*?<\/table:table-row>/).map(\.0).dropFirst()
        return text.replacing(rows.joined(), with: rows.reversed().joined())
      }
      #expect(moved == [])
      let cut = try checked(docx, part: "word/footnotes.xml") {
        $0.replacing("Modelled by this project", with: "Our figures")
      }
      #expect(cut.count > 5 && cut.allSatisfy { $0.verdict == "lost_mark" })
    }
  }

  private struct DocumentFinding: Equatable {
    var verdict, figure, says: String
  }
  #endif
}
