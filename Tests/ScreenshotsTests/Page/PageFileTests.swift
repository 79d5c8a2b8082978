import Foundation
import Frames
import Screenshots
import Testing

/// Pages as PNG and PDF, and charts for Vega-Lite.
@Suite struct PageFileTests {
  @Test(.enabled(if: PictureFormat.png.isAvailable))
  func aPNGCarriesItsResolution() throws {
    let picture = PageSVGTests.picture()
    for (scale, size, width) in [(nil, PageSize.page, 1815), (2, .half, 605), (1, .slide, 1280)] {
      let bytes = try PictureFormat.png.written(picture, for: size, scale: scale).bytes
      func number(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
      #expect(number(16) == width)
      // The first chunk after the header: so many pixels a metre.
      #expect(String(decoding: bytes[37..<41], as: UTF8.self) == "pHYs")
      let perInch = Double(number(41)) * 0.0254
      #expect(abs(perInch - 96 * Double(scale ?? size.scale)) < 0.02 && bytes[49] == 1)
    }
  }

  @Test(.enabled(if: PictureFormat.pdf.isAvailable))
  func theSameBytesTwice() throws {
    let picture = PageSVGTests.picture()
    for format in [PictureFormat.png, .pdf] {
      let written = try format.written(picture, for: .half)
      #expect(written.missing.isEmpty)
      #expect(written == (try format.written(picture, for: .half)))
    }
  }

  @Test(.enabled(if: PictureFormat.png.isAvailable))
  func whatNoFontHasIsNamed() throws {
    var picture = PageSVGTests.picture()
    picture.headline = "tally ◆ and \u{10FFFD}"
    let written = try PictureFormat.png.written(picture, for: .page, scale: 1)
    #expect(written.missing == ["\u{10FFFD}"])
  }

  @Test func vegaLiteHasTheDataAndTheSources() throws {
    var picture = PageSVGTests.picture()
    picture.sources = [Picture.Source(id: "s1", citation: "A \"review\"")]
    let bytes = try PictureFormat.vega.written(picture).bytes
    let spec = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect((spec["$schema"] as? String)?.contains("vega-lite/v5") == true)
    let values = ((spec["data"] as? [String: Any])?["values"] as? [[String: Any]]) ?? []
    #expect(values.count == 32)
    let last = try #require(values.last { $0["series"] as? String == "central" })
    #expect(last["x"] as? String == "2040-41" && last["value"] as? Double == 16 * 1.3)
    let band = try #require(values.first { $0["series"] as? String == "p10-p90" })
    #expect(band["value"] as? Double == 2 && band["from"] as? Double == 0.7)
    let meta = try #require(spec["usermeta"] as? [String: Any])
    #expect((meta["sources"] as? [[String: Any]])?.first?["citation"] as? String == "A \"review\"")
    #expect(meta["scenario"] as? String == "digigov1:blueprint")
    #expect((spec["layer"] as? [Any])?.count == 3)
    // Several stand below one another, none at all is no fault.
    for charts in [[], [PageSVGTests.fan(), PageSVGTests.fan()]] {
      let bytes = try PictureFormat.vega.written(PageSVGTests.picture(charts)).bytes
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
    }
  }
}
