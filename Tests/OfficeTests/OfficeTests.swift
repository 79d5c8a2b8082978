import Documents
import Figures
import Frames
import Office
import Testing

@testable import Datasets

/// Office documents by what is in them: read back through the zip reader of the data.
@Suite struct OfficeTests {
  private static let drawing = Drawing(
    svg: Array("<svg/>".utf8), png: [0x89, 0x50], width: 16, height: 8)

  static func document(_ text: String = "words") -> Document {
    var picture = Picture(Frame(columns: 1, rows: 1))
    picture.altText = "Line chart of \(text)"
    picture.longDescription = "All of \(text)"
    let source = Source(
      id: "s", title: text, publisher: "Office", date: "2025", address: "https://example.org/?a&b",
      licence: "", seenHow: "")
    let figure = Figure(
      id: "f", label: "f", text: "28%", mark: .reported, asOf: "2024", source: source)
    var document = Document(
      title: text, subtitle: "Sub", marking: "OFFICIAL", created: "2026-11-29",
      sections: [
        Section(
          "Heading",
          [
            .message(Sentence(rule: "m", "\(text) \(figure)")), .heading(text),
            .paragraph([Sentence(rule: "a", "again \(figure) \(strong: text)")]),
            .points([Sentence(rule: "p", "point")]),
            .table(
              Document.Table(
                caption: "Caption \(text)", header: ["What", "Value"],
                rows: [[.text(text), .figure(figure)], [.note(figure), .source(source)]])),
            .pictures([Illustration(name: "chart", picture, caption: text)]), .code(text),
          ])
      ])
    document.citations = .notes
    document.listsSources = false
    return document
  }

  private static func parts(_ bytes: [UInt8]) throws -> (
    names: [String], text: (String) throws -> String
  ) {
    let archive = try ZipArchive(bytes)
    return (
      archive.names, { String(decoding: try archive.file($0) ?? [], as: UTF8.self) }
    )
  }

  @Test func wordHasItsParts() throws {
    let (names, text) = try Self.parts(Self.document().docx { _ in Self.drawing })
    for name in [
      "[Content_Types].xml", "word/document.xml", "word/styles.xml",
      "word/footnotes.xml", "word/header1.xml", "word/footer1.xml", "word/media/picture1.png",
      "word/media/picture1.svg", "docProps/core.xml",
    ] {
      #expect(names.contains(name), "\(name)")
    }
    let body = try text("word/document.xml")
    #expect(body.contains("<w:pStyle w:val=\"Heading1\"/>") && body.contains("<w:tblHeader/>"))
    #expect(body.contains("descr=\"Line chart of words\"") && body.contains("svgBlip"))
    // One note, made once and pointed at after.
    #expect(body.split(separator: "<w:footnoteReference ").count == 2)
    #expect(body.contains("NOTEREF note_1"))
    #expect(try text("word/footnotes.xml").contains("w:id=\"1\""))
    #expect(try text("word/styles.xml").contains("w:lang w:val=\"en-GB\""))
    for part in ["word/header1.xml", "word/footer1.xml"] {
      #expect(try text(part).contains("OFFICIAL"))
    }
    #expect(try text("word/footer1.xml").contains(" PAGE "))
    #expect(try text("docProps/core.xml").contains("2026-11-29T00:00:00Z"))
    #expect(try text("word/_rels/footnotes.xml.rels").contains("https://example.org/?a&amp;b"))
  }

  @Test func openDocumentHasItsParts() throws {
    let bytes = Self.document().odt { _ in Self.drawing }
    // The type stands first, as it is.
    let type = "application/vnd.oasis.opendocument.text"
    #expect(String(decoding: bytes[30..<38], as: UTF8.self) == "mimetype")
    #expect(String(decoding: bytes[38..<(38 + type.utf8.count)], as: UTF8.self) == type)
    let (names, text) = try Self.parts(bytes)
    #expect(names.contains("Pictures/picture1.svg") && names.contains("Pictures/picture1.png"))
    let content = try text("content.xml")
    #expect(content.contains("text:outline-level=\"1\""))
    #expect(content.contains("<table:table-header-rows>"))
    #expect(content.contains("<svg:title>Line chart of words</svg:title>"))
    #expect(content.contains("<svg:desc>All of words</svg:desc>"))
    #expect(content.split(separator: "<text:note ").count == 2)
    #expect(content.contains("text:ref-name=\"note_1\""))
    let styles = try text("styles.xml")
    #expect(styles.contains("fo:language=\"en\" fo:country=\"GB\""))
    #expect(styles.split(separator: ">OFFICIAL<").count == 3)
    #expect(try text("META-INF/manifest.xml").contains("Pictures/picture1.svg"))
  }

  @Test func theSameDocumentGivesTheSameBytes() {
    let document = Self.document()
    #expect(document.odt { _ in Self.drawing } == document.odt { _ in Self.drawing })
    #expect(document.docx { _ in Self.drawing } == document.docx { _ in Self.drawing })
  }

  /// Names that would break XML, act, or are very long leave every part well-formed.
  @Test(arguments: [
    "<w:p>&]]>\"'", "\u{0}\u{1}\u{B}\u{1B}[31m", "\u{202E}abc\u{FFFE}", "a  b   c\td\n",
    String(repeating: "x", count: 10_000), String(repeating: "long words ", count: 1_000), "",
  ])
  func hostileNamesBreakNothing(name: String) throws {
    for bytes in [
      Self.document(name).docx { _ in Self.drawing }, Self.document(name).odt { _ in Self.drawing },
    ] {
      let (names, text) = try Self.parts(bytes)
      for part in names where part.hasSuffix(".xml") || part.hasSuffix(".rels") {
        let content = try text(part)
        #expect(Self.isWellFormed(content), "\(part)")
        #expect(!content.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      }
    }
  }

  /// Whether every element that is opened is closed in turn, and no bare sign stands in a text.
  static func isWellFormed(_ text: String) -> Bool {
    var open: [Substring] = []
    for part in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
      guard let end = part.firstIndex(of: ">") else { return false }
      let inside = part[..<end]
      let words = part[part.index(after: end)...]
      if words.contains(">") { return false }
      for sign in words.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
      where !["amp;", "lt;", "gt;", "quot;", "#39;", "apos;"].contains(where: sign.hasPrefix) {
        return false
      }
      if inside.hasPrefix("?") || inside.hasSuffix("/") { continue }
      let name = inside.drop { $0 == "/" }.prefix { $0 != " " }
      if inside.hasPrefix("/") {
        guard open.popLast() == name else { return false }
      } else {
        open.append(name)
      }
    }
    return open.isEmpty
  }
}

/// Workbooks by what is in them: read back by the reader of returns.
@Suite struct BookTests {
  private static func book(_ text: String = "words") -> Book {
    Book(
      title: text, subtitle: "Sub", marking: "OFFICIAL & more", created: "2026-11-29",
      sheets: [
        Book.Sheet("Cover", title: text, remarks: ["One", text]),
        Book.Sheet(
          "It's one", title: "Numbers", remarks: ["This sheet has one table."],
          header: ["Name", "Value", "Address", "Sheet"],
          rows: [
            [
              .text(text), .number(0.1), .link("here", "https://example.org/?a&b"), .sheet("Cover"),
            ],
            [.none, .number(-1e-9), .link("x", "javascript:x"), .inapplicable],
          ]),
      ])
  }

  @Test(arguments: [true, false])
  func cellsComeBack(isExcel: Bool) throws {
    let book = Self.book()
    let read = try Workbook(isExcel ? book.xlsx : book.ods)
    #expect(read.sheets.map(\.name) == ["Cover", "It's one"])
    #expect(read.sheets[0].rows == [["words"], ["One"], ["words"]])
    let rows = read.sheets[1].rows
    #expect(rows[0] == ["Numbers"] && rows[2] == ["Name", "Value", "Address", "Sheet"])
    #expect(rows[3] == ["words", "0.1", "here", "Cover"])
    #expect(rows[4][0] == "[x]" && Double(rows[4][1]) == -1e-9 && rows[4][3] == "[z]")
  }

  @Test func tablesAreMarkedUpAndNothingIsMerged() throws {
    let excel = try ZipArchive(Self.book().xlsx)
    let table = String(decoding: try excel.file("xl/tables/table2.xml") ?? [], as: UTF8.self)
    #expect(table.contains("ref=\"A3:D5\"") && table.contains("name=\"Address\""))
    let sheet = String(decoding: try excel.file("xl/worksheets/sheet2.xml") ?? [], as: UTF8.self)
    #expect(!sheet.contains("mergeCell") && sheet.contains("&amp;COFFICIAL &amp;&amp; more"))
    #expect(sheet.contains("<v>0.1</v>") && !sheet.contains("javascript"))
    let open = String(
      decoding: try ZipArchive(Self.book().ods).file("content.xml") ?? [], as: UTF8.self)
    #expect(open.contains("office:value=\"0.1\"") && open.contains("table:database-range "))
    #expect(!open.contains("spanned") && !open.contains("javascript"))
  }

  /// Numbers keep their digits and are shown with few, headings over them stand at the right, the title
  /// is a heading, and no buttons hide headings.
  @Test func cellsHaveFormats() throws {
    var book = Self.book()
    book.sheets[1].rows = [[.text("a"), .number(0.410_894_792), .text(""), .text("")]]
    let excel = try ZipArchive(book.xlsx)
    func part(_ name: String, _ archive: ZipArchive) throws -> String {
      String(decoding: try archive.file(name) ?? [], as: UTF8.self)
    }
    let sheet = try part("xl/worksheets/sheet2.xml", excel)
    #expect(sheet.contains("<v>0.410894792</v>") && sheet.contains("r=\"B3\" s=\"7\""))
    let styles = try part("xl/styles.xml", excel)
    #expect(styles.contains("formatCode=\"#,##0.000\"") && styles.contains("name=\"Heading 1\""))
    #expect(try !part("xl/tables/table2.xml", excel).contains("autoFilter"))
    let open = try ZipArchive(book.ods)
    let content = try part("content.xml", open)
    #expect(
      content.contains("table:style-name=\"Number3\"") && content.contains("\"HeadingNumber\""))
    #expect(content.contains("display-filter-buttons=\"false\""))
    #expect(content.contains("table:style-name=\"Heading_20_1\""))
    #expect(try part("styles.xml", open).contains("style:data-style-name=\"F3\""))
  }

  @Test(arguments: [
    "<c>&]]>\"'", "\u{0}\u{B}\u{1B}[31m", "=cmd|' /C calc'!A0",
    String(repeating: "x", count: 40_000),
  ])
  func hostileTextsBreakNothing(name: String) throws {
    for bytes in [Self.book(name).xlsx, Self.book(name).ods] {
      let archive = try ZipArchive(bytes)
      for part in archive.names where part.hasSuffix(".xml") || part.hasSuffix(".rels") {
        let text = String(decoding: try archive.file(part) ?? [], as: UTF8.self)
        #expect(OfficeTests.isWellFormed(text), "\(part)")
      }
      // A formula in a text stays a text.
      #expect(archive.names.allSatisfy { !$0.isEmpty })
      _ = try Workbook(bytes)
    }
  }

  @Test func theSameBookGivesTheSameBytes() {
    #expect(Self.book().xlsx == Self.book().xlsx && Self.book().ods == Self.book().ods)
  }
}
