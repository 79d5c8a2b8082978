import Frames
import Testing

@testable import Screenshots

/// PNG and PDF. What needs cairo is tested in a build that has it.
@Suite struct CairoTests {
  /// A chunk of a PNG.
  private struct Chunk: Equatable {
    var name: String
    var content: [UInt8]
    var sumIsRight: Bool
  }

  private func chunks(_ png: [UInt8]) -> [Chunk] {
    var chunks: [Chunk] = []
    var place = 8
    func number(_ start: Int) -> Int {
      png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    while place + 12 <= png.count {
      let length = number(place)
      guard place + 12 + length <= png.count else { break }
      let body = png[place + 4..<place + 8 + length]
      chunks.append(
        Chunk(
          name: String(decoding: body.prefix(4), as: UTF8.self), content: Array(body.dropFirst(4)),
          sumIsRight: number(place + 8 + length) == Int(checksum(body))))
      place += 12 + length
    }
    return place == png.count ? chunks : []
  }

  /// The check value that the standard gives.
  @Test func checksumIsTheStandardOne() {
    #expect(checksum("123456789".utf8) == 0xCBF4_3926)
  }

  @Test func textsComeAfterTheHeader() {
    let header: [UInt8] = [0, 0, 0, 13] + Array("IHDR".utf8) + Array(repeating: 1, count: 13)
    let sum = checksum(header.dropFirst(4))
    let rest: [UInt8] = [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
    let png =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + header
      + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) } + rest
    let chunks = chunks(withTexts([("Title", "£45\u{1B}")], in: png))
    #expect(chunks.map(\.name) == ["IHDR", "iTXt", "IEND"])
    #expect(chunks.allSatisfy { $0.sumIsRight })
    #expect(
      chunks[1].content == Array("Title".utf8) + [0, 0, 0] + Array("en-GB".utf8) + [0, 0]
        + Array("£45␛".utf8))
  }

  #if Cairo
  private func picture(_ text: String = "£45 ─█⠿") -> Picture {
    var frame = Frame(columns: 20, rows: 3)
    frame.write(text, column: 0, row: 1, Style(nil, on: nil, .bold))
    frame.write("◆╭╮╱░▸", column: 0, row: 2, .plain)
    return Picture(
      frame: frame, headline: "More (or less)", source: "The review", altText: "Bars",
      created: "2025-01-21")
  }

  @Test(arguments: 1...4) func pngHasItsSizeAndTexts(scale: Int) throws {
    let written = try png(picture(), scale: scale)
    #expect(written.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    let chunks = chunks(written.bytes)
    #expect(chunks.first?.name == "IHDR" && chunks.last?.name == "IEND")
    #expect(chunks.allSatisfy { $0.sumIsRight })
    let (width, height) = (180 * scale, 54 * scale)
    let size = [0, 0, width >> 8, width & 0xFF, 0, 0, height >> 8, height & 0xFF].map { UInt8($0) }
    #expect(chunks.first.map { Array($0.content.prefix(8)) } == size)
    let texts = chunks.filter { $0.name == "iTXt" }.map {
      String(decoding: $0.content.prefix { $0 != 0 }, as: UTF8.self)
    }
    #expect(texts == ["Title", "Description", "Source", "Creation Time", "Software"])
    #expect(written == (try png(picture(), scale: scale)))
  }

  /// Few colours go as a palette of them; more than can be told apart in one keep all their bits.
  @Test func fewColoursArePaletteAndManyAreNot() throws {
    func chunksOf(_ frame: Frame) throws -> [Chunk] { chunks(try png(Picture(frame)).bytes) }
    let few = try chunksOf(Frame(columns: 4, rows: 2))
    #expect(few.map(\.name) == ["IHDR", "iTXt", "PLTE", "IDAT", "IEND"])
    #expect(few.first?.content[9] == 3)
    #expect(few[2].content == [0xFF, 0xFF, 0xFF])

    var frame = Frame(columns: 20, rows: 20)
    for cell in 0..<400 {
      // Seven steps in each of two channels and nine in the third, further apart than letters fade.
      let (red, green, blue) = (cell % 7 * 40, cell / 7 % 7 * 40, cell / 49 * 25)
      let rgb = UInt32(red << 16 | green << 8 | blue)
      frame[cell % 20, cell / 20] = Cell(" ", Style(nil, on: Colour(rgb, indexed: 0, basic: 0)))
    }
    let many = try chunksOf(frame)
    #expect(many.map(\.name) == ["IHDR", "iTXt", "IDAT", "IEND"])
    #expect(many.first?.content[9] == 2)
  }

  @Test func pdfIsOnePageOfTheSameBytesEachTime() throws {
    let written = try pdf(picture())
    let text = String(decoding: written.bytes, as: UTF8.self)
    #expect(text.hasPrefix("%PDF-1."))
    #expect(text.contains("/CreationDate (20250121"))
    #expect(!text.contains("/ModDate"))
    #expect(text.contains("%%EOF"))
    #expect(written == (try pdf(picture())))
  }

  @Test func lettersThatTheFontLacksAreNamed() throws {
    #expect(try png(picture("漢字 £漢")).missing == ["漢", "字"])
    #expect(try pdf(picture("abc é")).missing == [])
  }

  @Test(arguments: Hostile.texts) func hostileTextIsDrawn(text: String) throws {
    var picture = picture(text)
    (picture.headline, picture.altText, picture.created) = (text, text, text)
    #expect(chunks(try png(picture).bytes).allSatisfy { $0.sumIsRight })
    #expect(try !pdf(picture).bytes.isEmpty)
  }
  #else
  @Test(arguments: [PictureFormat.png, .pdf])
  func withoutCairoTheErrorSaysWhatToDo(format: PictureFormat) {
    #expect(!format.isAvailable)
    #expect(throws: PictureError.needsCairo(format)) {
      try format.written(Picture(Frame(columns: 2, rows: 1)))
    }
    #expect("\(PictureError.needsCairo(format))".contains("swift build --traits Cairo"))
  }
  #endif
}
