import Frames
import Screenshots
import Testing

@Suite struct SVGTests {
  static let blue = Colour(0x12436D, indexed: 24, basic: 4)

  @Test func aSmallFrameExactly() {
    var frame = Frame(columns: 6, rows: 2)
    frame.write("£4<b", column: 0, row: 0, Style(Self.blue, on: nil, .bold))
    frame.write("──╮", column: 0, row: 1, .plain)
    frame.write("⠁█░", column: 3, row: 1, Style(Self.blue))
    var picture = Picture(frame)
    (picture.headline, picture.altText) = ("More & more", "Line \"chart\"")
    let expected = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="54" height="36" viewBox="0 0 54 36" \
      role="img" aria-labelledby="picture-title picture-desc" xml:lang="en-GB">
      <title id="picture-title">More &amp; more</title>
      <desc id="picture-desc">Line &quot;chart&quot;</desc>
      <g shape-rendering="crispEdges">
      <path fill="#FFFFFF" d="M0 0h54v36h-54z"/>
      <path fill="#000000" d="M0 27h18v1h-18z"/>
      <path fill="#12436D" d="M36 18h9v18h-9z"/>
      <path fill="#C4D0DB" d="M45 18h9v18h-9z"/>
      </g>
      <path fill="none" stroke="#000000" stroke-width="1" d="M18 27.5L18 27.5Q22.5 27.5 22.5 \
      32L22.5 36"/>
      <path fill="none" stroke="#12436D" stroke-width="3.5" stroke-linecap="round" \
      d="M29.25 20.25h0"/>
      <g font-family="'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', \
      monospace" font-size="14.95" xml:space="preserve" \
      style="unicode-bidi:bidi-override;direction:ltr;white-space:pre">
      <text x="0" y="14" textLength="36" lengthAdjust="spacingAndGlyphs" fill="#12436D" \
      font-weight="bold">£4&lt;b</text>
      </g>
      </svg>

      """
    #expect(svg(picture) == expected)
  }

  /// Letters that look the same go together over one blank, never over two, and never with what a
  /// font may draw wider.
  @Test(arguments: [
    ("a b  c", ["0:a b", "45:c"]), ("ab漢c", ["0:ab", "18:漢", "36:c"]),
    ("e\u{301}x", ["0:e\u{301}", "9:x"]), ("a│b", ["0:a b"]), ("x→y", ["0:x", "9:→", "18:y"]),
  ])
  func runsOfLetters(text: String, wanted: [String]) {
    var frame = Frame(columns: 8, rows: 1)
    frame.write(text, column: 0, row: 0, .plain)
    let runs = elements("text", of: svg(Picture(frame))).map {
      "\($0.attributes["x"] ?? ""):\($0.content)"
    }
    #expect(runs == wanted)
  }

  @Test func reversedAndDimCellsBecomeColours() {
    var frame = Frame(columns: 2, rows: 1)
    frame.write("r", column: 0, row: 0, Style(nil, on: Self.blue, .reverse))
    frame.write("d", column: 1, row: 0, Style(nil, on: nil, .dim))
    let text = svg(Picture(frame))
    #expect(elements("text", of: text).map { $0.attributes["fill"] } == ["#12436D", "#808080"])
    #expect(text.contains("<path fill=\"#000000\" d=\"M0 0h9v18h-9z\"/>"))
  }

  /// Nothing that a label may hold changes the structure or leaves the picture.
  @Test(arguments: Hostile.texts)
  func hostileTextStaysText(text: String) throws {
    var frame = Frame(columns: 40, rows: 4)
    frame.write(text, column: 0, row: 1, .plain)
    frame[3, 2] = Cell(text)
    var picture = Picture(frame)
    (picture.headline, picture.altText, picture.source) = (text, text, text)
    picture.dress = Dress(ground: .plain, headline: .plain, text: .plain, muted: .plain)
    let result = svg(picture)
    #expect(try wellFormed(result) == ["svg", "title", "desc", "g", "path", "g", "text"])
    for element in elements("text", of: result) {
      let start = try #require(Int(element.attributes["x"] ?? ""))
      let length = try #require(Int(element.attributes["textLength"] ?? ""))
      #expect(start >= 0 && start + length <= 40 * 9)
    }
  }
}
