import Frames
import TestSupport
import Testing

@testable import Screenshots

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Texts at random out of everything that has ever broken a file: in the cells and in the words of a
/// picture, in every form. They differ from seed to seed and never from run to run.
@Suite struct RandomHostileTests {
  private static let pieces: [String] =
    ["<", ">", "&", "\"", "'", "</text>", "</svg>", "<script>", "]]>", "<!--", "-->", "&#0;", "\\"]
    + ["\u{1B}[31m", "\u{1B}]0;x\u{7}", "\u{9B}2J", "\u{0}", "\u{8}", "\n", "\r", "\t", "\u{7F}"]
    + ["\u{202E}", "\u{2066}", "\u{200F}", "\u{200D}", "\u{FEFF}", "\u{FFFE}", "\u{E0041}"]
    + [
      "\u{301}", "\u{20DD}", "\u{FE0F}", "漢", "한", "👩‍👩‍👧", "🇬🇧", "🏽", "שלום", "ﷺ", "é", "£", "─", "⠿",
      "█",
    ]
    + ["|", "`", "*", "[x](javascript:1)", "#", ",", ";", "=1+1", "@", "%s", "${x}", "a", " ", "7"]

  private static func text(_ seed: UInt64) -> String {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...(seed % 10 == 0 ? 3000 : 40), using: &generator)
    return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }

  /// A picture that says a text wherever it can say anything.
  private static func picture(_ text: String) -> Picture {
    var frame = Frame(columns: 40, rows: 4, title: text)
    frame.write(text, column: 0, row: 0, Style(nil, on: nil, .bold))
    frame.write(text, in: Rect(column: 30, row: 1, columns: 10, rows: 3), .plain)
    let plain = Dress(ground: .plain, headline: .plain, text: .plain, muted: .plain)
    var picture = Picture(
      frame: frame, headline: text, subtitle: text, source: text, asOf: text, mark: text,
      scenario: text, altText: text,
      tables: [
        Picture.Table(caption: text, header: [text, "n"], rows: [[text, text], ["a", "b"]])
      ],
      created: text, dress: plain)
    picture.handling = text
    picture.numbers = [Picture.Number(table: text, id: text, figure: text, unit: text, value: text)]
    picture.sources = [Picture.Source(id: text, citation: text, address: text)]
    return picture
  }

  /// The structure of a file, which is all ASCII: readers take it scalar by scalar, where Swift joins
  /// a sign and the mark after it to one character.
  private static func structure(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isASCII ? $0 : "?" }))
  }

  private static let harmless = picture("plain")
  private static let seeds = Array(UInt64(1)...60)

  @Test(arguments: seeds) func svgKeepsItsStructureAndItsEdges(seed: UInt64) throws {
    let picture = Self.picture(Self.text(seed))
    let result = Self.structure(svg(picture))
    let names = Set(try wellFormed(result))
    #expect(names.isSubset(of: ["svg", "title", "desc", "g", "path", "text"]))
    let height = picture.shown.rows * 18
    for element in elements("text", of: result) {
      let start = try #require(Int(element.attributes["x"] ?? ""))
      let length = try #require(Int(element.attributes["textLength"] ?? ""))
      let base = try #require(Int(element.attributes["y"] ?? ""))
      #expect(start >= 0 && length > 0 && start + length <= 40 * 9)
      #expect((0...height).contains(base))
    }
  }

  @Test(arguments: seeds) func htmlKeepsItsStructure(seed: UInt64) throws {
    let picture = Self.picture(Self.text(seed))
    let page = Self.structure(html(picture, dark: picture))
    let names = Set(try wellFormed(page))
    let allowed = Set(try wellFormed(html(Self.harmless, dark: Self.harmless))).union(["path"])
    // A text of nothing leaves out the lines that would hold it.
    #expect(names.isSubset(of: allowed))
    // The table, and that of the sources.
    #expect(page.split(separator: "<table>").count == 3)
  }

  private struct Read: Decodable {
    struct Line: Decodable { var text: String }
    var headline, handling: String
    var columns, rows: Int
    var lines: [Line]
  }

  @Test(arguments: seeds) func jsonIsReadBackAsItWas(seed: UInt64) throws {
    let picture = Self.picture(Self.text(seed))
    let bytes = Data(json(picture).utf8)
    let read = try JSONDecoder().decode(Read.self, from: bytes)
    #expect(read.headline == picture.headline && read.handling == picture.handling)
    #expect(read.lines.count == picture.shown.rows && read.rows == picture.shown.rows)
    #expect(read.lines.map(\.text) == picture.shown.lines)
  }

  @Test(arguments: seeds) func textFormsHaveNoControlsOfTheTexts(seed: UInt64) {
    let picture = Self.picture(Self.text(seed))
    let shown = picture.shown
    let plain = plainText(shown)
    #expect(plain.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    #expect(plain.split(separator: "\n", omittingEmptySubsequences: false).count == shown.rows + 1)
    for line in plain.split(separator: "\n") { #expect(displayWidth(line) <= shown.columns) }
    // Of escape sequences only those that set a style.
    for part in Self.structure(ansi(shown, colours: .trueColour)).split(separator: "\u{1B}")
      .dropFirst()
    {
      let code = part.prefix { $0 != "m" }
      #expect(code.first == "[" && code.dropFirst().allSatisfy { "0123456789;".contains($0) })
    }
  }

  @Test(arguments: seeds) func tablesKeepTheirCells(seed: UInt64) {
    let picture = Self.picture(Self.text(seed))
    let text = Self.structure(markdown(picture))
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
    #expect(rows.count == 7)
    for (place, row) in rows.enumerated() {
      // Two columns, then three of the sources.
      let bars = place < 4 ? 3 : 4
      #expect(
        row.replacing(#"\\"#, with: "").replacing(#"\|"#, with: "").count { $0 == "|" } == bars)
    }
    // The scenario stands between the only two backticks that are not escaped.
    #expect(text.replacing(#"\\"#, with: "").replacing(#"\`"#, with: "").count { $0 == "`" } < 3)
    let lines = Self.structure(csv(picture)).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4)
    for line in lines.dropLast() {
      let outside = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 0 }.map(\.element).joined()
      #expect(outside.utf8.count { $0 == UInt8(ascii: ",") } == 20)
    }
  }

  #if Cairo
  @Test(arguments: seeds) func drawnFormsKeepTheirSize(seed: UInt64) throws {
    let picture = Self.picture(Self.text(seed))
    let (width, height) = (40 * 9, picture.shown.rows * 18)
    let bytes = try png(picture).bytes
    func number(_ start: Int) -> Int {
      bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(number(16) == width && number(20) == height)
    let page = String(decoding: try pdf(picture).bytes, as: UTF8.self)
    #expect(page.contains("/MediaBox [ 0 0 \(width) \(height) ]"))
  }
  #endif
}
