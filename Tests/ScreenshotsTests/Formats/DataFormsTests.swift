import Frames
import Screenshots
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// JSON, Markdown and HTML.
@Suite struct DataFormsTests {
  static var picture: Picture {
    let blue = Colour(0x12436D, indexed: 24, basic: 4)
    var frame = Frame(columns: 6, rows: 1, title: "digigov: Overview")
    frame.write("a漢\"", column: 0, row: 0, Style(blue, on: nil, .bold))
    frame.cursor = Position(column: 1, row: 0)
    var picture = Picture(
      frame: frame, headline: "More", subtitle: "£bn", source: "The review", asOf: "As of 2025.",
      mark: "Marks: R reported", scenario: "digigov1:blueprint", altText: "Bars",
      tables: [Picture.Table(caption: "A_B", header: ["a|b", "n"], rows: [["x*y", "1"]])],
      created: "2025-01-21")
    picture.handling = "OFFICIAL"
    picture.numbers = [
      Picture.Number(
        table: "A_B", id: "x.y", figure: "F", number: "-1.5", unit: "£bn", isOld: true,
        source: "r", value: "1")
    ]
    picture.sources = [Picture.Source(id: "r", citation: "The review", date: "2025")]
    return picture
  }

  @Test func jsonExactly() {
    let expected = #"""
      {
        "headline": "More",
        "subtitle": "£bn",
        "source": "The review",
        "asOf": "As of 2025.",
        "mark": "Marks: R reported",
        "scenario": "digigov1:blueprint",
        "handling": "OFFICIAL",
        "altText": "Bars",
        "description": "",
        "created": "2025-01-21",
        "title": "digigov: Overview",
        "columns": 6,
        "rows": 1,
        "cursor": [1, 0],
        "styles": [
          {"foreground": "#12436D", "bold": true},
          {}
        ],
        "lines": [
          {"text": "a漢\"  ", "spans": [[0, 4, 0], [4, 2, 1]], "wide": [1]}
        ],
        "tables": [
          {"caption": "A_B", "header": ["a|b", "n"], "rows": [["x*y", "1"]]}
        ],
        "numbers": {"header": ["table", "id", "figure", "series", "body", "period", "statistic", "number", "low", "high", "unit", "qualifier", "mark", "as_of", "disputed", "old", "caution", "source_id", "scenario", "value"], "rows": [
          ["A_B", "x.y", "F", "", "", "", "", -1.5, null, null, "£bn", "", "", "", false, true, "", "r", "", "1"]
        ]},
        "sources": [
          {"id": "r", "citation": "The review", "date": "2025", "address": "", "licence": ""}
        ]
      }

      """#
    #expect(json(Self.picture) == expected)
  }

  @Test func markdownExactly() {
    let expected = #"""
      **OFFICIAL**

      ## More

      *£bn*

      Bars

      **A\_B**

      | a\|b | n |
      | --- | --- |
      | x\*y | 1 |

      **Sources**

      | Source | Publication | Address |
      | --- | --- | --- |
      | r | The review |  |

      Source: The review  
      Marks: R reported  
      As of 2025.  
      `digigov1:blueprint`

      **OFFICIAL**

      """#
    #expect(markdown(Self.picture) == expected)
  }

  @Test(arguments: Hostile.texts)
  func hostileTextStaysInItsPlace(text: String) throws {
    var picture = Self.picture
    picture.tables = [
      Picture.Table(caption: text, header: [text, text], rows: [[text, text]])
    ]
    (picture.headline, picture.source, picture.scenario) = (text, text, text)
    (picture.handling, picture.altText, picture.created) = (text, text, text)
    let page = try wellFormed(html(picture, dark: picture))
    #expect(!page.contains("script"))
    #expect(page == (try wellFormed(html(Self.picture, dark: Self.picture))))
    // A table of two columns stays one, whatever is in its cells.
    let rows = markdown(picture).split(separator: "\n").filter { $0.hasPrefix("| ") }
    #expect(rows.count == 6)
    for row in rows.prefix(3) {
      #expect(row.replacing(#"\\"#, with: "").replacing(#"\|"#, with: "").count { $0 == "|" } == 3)
    }
    #expect(
      json(picture).split(separator: "\n").count == json(Self.picture).split(separator: "\n").count)
  }

  @Test(arguments: [
    "<html lang=\"en-GB\">", "<title>More</title>", "<h1>More</h1>", "<main>", "<header>",
    "<footer>", "<figcaption>Bars</figcaption>", "<th scope=\"col\">a|b</th>",
    "<caption>A_B</caption>",
    "<th scope=\"row\">x*y</th>", "prefers-color-scheme:dark", "class=\"picture dark\"",
    "<meta name=\"color-scheme\" content=\"light dark\">",
  ])
  func aPageCanBeReadWithoutSight(part: String) {
    let page = html(Self.picture, dark: Self.picture)
    #expect(page.contains(part))
    for fetched in ["http:", "https:", "url(", "<script", "<link", "<img"] {
      #expect(!page.replacing("http://www.w3.org/2000/svg", with: "").contains(fetched))
    }
  }

  /// Text has at least 4.5:1 against the page in both lights (WCAG 2.2, 1.4.3).
  @Test func pagesCanBeReadInBothLights() throws {
    let grounds = html(Self.picture, dark: Self.picture).split(separator: ":root{").dropFirst()
    #expect(grounds.count == 2)
    for ground in grounds {
      let colours = ground.prefix { $0 != "}" }.split(separator: ";").compactMap {
        UInt32($0.drop { $0 != "#" }.dropFirst(), radix: 16)
      }
      try #require(colours.count == 4)
      for text in colours[1...2] { #expect(Self.contrast(text, colours[0]) >= 4.5) }
    }
  }

  private static func contrast(_ one: UInt32, _ other: UInt32) -> Double {
    func luminance(_ rgb: UInt32) -> Double {
      let parts = [rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF].map { part in
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (light, dark) = (luminance(one), luminance(other))
    return (max(light, dark) + 0.05) / (min(light, dark) + 0.05)
  }

  /// Two pictures of one page have no id in common.
  @Test func idsAreUnique() {
    let page = html(Self.picture, dark: Self.picture)
    let ids = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
  }

  @Test func withoutADarkPictureThePageIsAsThePicture() {
    var picture = Self.picture
    #expect(html(picture).contains("content=\"light\""))
    let night = Colour(0x10161E, indexed: 233, basic: 0)
    picture.frame = Frame(columns: 2, rows: 1, style: Style(nil, on: night))
    #expect(html(picture).contains("content=\"dark\""))
  }

  @Test(
    arguments: [
      ("a.svg", PictureFormat.svg), ("a.b/c.PNG", .png), ("a.md", .md), ("x.y.json", .json),
      ("x.vl.json", .vega),
      ("a.gif", nil), ("svg", nil), ("a.svg/x", nil), ("", nil), (".", nil),
    ] as [(String, PictureFormat?)])
  func extensionsDecide(path: String, format: PictureFormat?) {
    #expect(PictureFormat(path: path) == format)
  }
}
