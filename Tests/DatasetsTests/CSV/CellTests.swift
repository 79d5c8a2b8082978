import Datasets
import Figures
import Testing

/// Cells are read eight bytes at a time: whatever may not stand in one is seen at every place.
@Suite struct CellTests {
  private static let plain = "abcdefghij"

  /// What a folder says whose publisher's name has a byte more before one of its places.
  private func defects(_ byte: UInt8, at place: Int, quoted: Bool) throws -> [String] {
    var folder = SampleFolder()
    let cell = quoted ? "\"\(Self.plain)\"" : Self.plain
    folder.replace("government review,DSIT", with: "government review,\(cell)", in: "sources.csv")
    let start = try #require(folder.files["sources.csv"]?.firstRange(of: Array(Self.plain.utf8)))
    folder.files["sources.csv"]?.insert(byte, at: start.lowerBound + place)
    return try folder.defects()
  }

  @Test(arguments: [
    (0x00, "control character 0"), (0x1F, "control character 1F"), (0x7F, "control character 7F"),
    (0x0D, "carriage return"), (0x80, "not UTF-8"), (0xFF, "not UTF-8"),
  ])
  func isRefusedAtEachPlace(_ byte: Int, _ problem: String) throws {
    for place in 0...Self.plain.count {
      for quoted in [false, true] {
        let found = try defects(UInt8(byte), at: place, quoted: quoted)
        #expect(found.count == 1 && found.first?.contains(problem) == true, "\(place): \(found)")
      }
    }
  }

  @Test func aQuoteIsRefusedInsideAPlainCell() throws {
    for place in 1...Self.plain.count {
      let found = try defects(UInt8(ascii: "\""), at: place, quoted: false)
      #expect(
        found.count == 1 && found.first?.contains("stray quote") == true, "\(place): \(found)")
    }
  }

  @Test func commasAndLineFeedsEndAPlainCellAndStandInAQuotedOne() throws {
    for byte in [UInt8(ascii: ","), 0x0A] {
      for place in 0...Self.plain.count {
        #expect(try defects(byte, at: place, quoted: true) == [])
        let found = try defects(byte, at: place, quoted: false)
        #expect(found.first?.contains("ragged row") == true, "\(place): \(found)")
      }
    }
  }

  @Test func everyOtherByteIsTaken() throws {
    let printed = (UInt8(0x20)...0x7E).filter {
      $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"")
    }
    var folder = SampleFolder()
    for (row, byte) in printed.enumerated() {
      let letters = String(repeating: "l", count: row % 10)
      folder.files["sources.csv"]? +=
        Array("p\(row),Title,\(letters)".utf8) + [byte]
        + Array("\(letters),2025-01-21,https://example.org,OGL,second hand\n".utf8)
    }
    #expect(try folder.defects() == [])
  }

  /// A text is shared with the row above only where the cells are the same to the last byte.
  @Test func textsAreThoseOfTheirOwnRows() throws {
    var folder = SampleFolder()
    let names = (0...20).flatMap { length in
      ["x", "y"].map { String(repeating: "n", count: length) + $0 }
    }
    let rows = (names + names.reversed()).enumerated().map {
      "p\($0),Title,\($1),2025-01-21,https://example.org,OGL,second hand\n"
    }
    folder.files["sources.csv"]? += Array(rows.joined().utf8)
    let sources = try folder.written { try $0.evidence().sources }
    #expect(sources.dropFirst().map(\.publisher) == names + names.reversed())
  }

  /// Keys are told apart by their last byte, and by where one cell ends and the next begins.
  @Test func keysAreFoundByTheirBytes() throws {
    for length in 0...20 {
      let id = String(repeating: "k", count: length)
      let row = { (end: String) in
        "\(id)\(end),Title,DSIT,2025-01-21,https://example.org,OGL,second hand\n"
      }
      var folder = SampleFolder()
      folder.files["sources.csv"]? += Array((row("a") + row("b")).utf8)
      #expect(try folder.defects() == [])
      folder.files["sources.csv"]? += Array(row("a").utf8)
      let found = try folder.defects()
      #expect(found.count == 1 && found.first?.contains("repeats row") == true, "\(found)")
    }
  }
}
