import Briefings
import Charts
import Documents
import Figures
import Frames
import Screenshots
import Testing

/// What is written can be read by everyone, and is the same every time.
@Suite struct WriterTests {
  @Test(arguments: [nil, "HO"])
  func theSameFiguresGiveTheSameBytes(code: String?) throws {
    let packs = try Packs.load()
    let (one, other) = (try packs.brief(code), try packs.made(code))
    #expect(one.markdown == other.markdown)
    #expect(one.html == other.html)
    #expect(one.pages == other.pages)
  }

  @Test(arguments: Packs.subjects)
  func htmlHasItsStructure(code: String?) throws {
    var brief = try Packs.load().brief(code)
    brief.marking = "OFFICIAL <x>"
    let html = brief.html
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
    #expect(html.contains("<title>\(brief.title)</title>"))
    let tags = Self.tags(html)
    // Every element that is opened is closed, in turn.
    var open: [String] = []
    for tag in tags where !["meta", "img", "!DOCTYPE"].contains(tag.name) {
      if tag.isEnd { #expect(open.popLast() == tag.name) } else { open.append(tag.name) }
    }
    #expect(open.isEmpty)
    // One title, then no level of headings is left out.
    let levels = tags.filter { !$0.isEnd && $0.name.count == 2 && $0.name.hasPrefix("h") }
      .compactMap { Int($0.name.dropFirst()) }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
    for tag in tags where !tag.isEnd {
      if tag.name == "img" {
        let alt = try #require(tag.attributes["alt"])
        #expect(alt.count > 20)
        #expect(tag.attributes["src"]?.hasPrefix("data:image/svg+xml;base64,") == true)
      }
      if tag.name == "th" { #expect(["col", "row"].contains(tag.attributes["scope"])) }
    }
    #expect(tags.count { $0.name == "img" } == brief.pictures.count)
    // What is linked to inside is there, once.
    let ids = tags.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for link in tags.compactMap({ $0.attributes["href"] }) where link.hasPrefix("#") {
      #expect(ids.contains(String(link.dropFirst())), "\(link)")
    }
    // Nothing is fetched, and nothing runs.
    #expect(!tags.contains { ["script", "link", "iframe"].contains($0.name) })
    #expect(!html.contains("<x>") && html.contains("OFFICIAL &lt;x&gt;"))
  }

  /// A number that its source calls rough is written as such, and one of a thing as one.
  @Test(arguments: Packs.subjects)
  func qualifiersStandBeforeTheNumber(code: String?) throws {
    let brief = try Packs.load().brief(code)
    let (markdown, html) = (brief.markdown, brief.html)
    for figure in brief.figures {
      guard let qualifier = figure.value?.qualifier else { continue }
      #expect(figure.text.hasPrefix(qualifier.rawValue + " "), "\(figure.id)")
      let inCells = brief.tables.contains { $0.rows.joined().contains(.figure(figure)) }
      guard inCells else { continue }
      #expect(markdown.contains("| \(figure.text) |"), "\(figure.id)")
      #expect(html.contains("\(figure.text)<"), "\(figure.id)")
    }
    #expect(!markdown.contains("| 1 systems |"))
    if code == nil {
      #expect(markdown.contains("| about 50% |"))
      #expect(markdown.contains("| about 80 systems |"))
      #expect(markdown.contains("| almost 50% |"))
      #expect(markdown.contains("is over £45 billion a year (reported"))
      #expect(markdown.contains("| over £45bn a year |"))
    }
  }

  private struct Tag {
    var name: String
    var isEnd: Bool
    var attributes: [String: String]
  }

  private static func tags(_ html: String) -> [Tag] {
    html.split(separator: "<").dropFirst(html.hasPrefix("<") ? 0 : 1).compactMap { part in
      guard let end = part.firstIndex(of: ">") else { return nil }
      let inside = part[..<end]
      let isEnd = inside.hasPrefix("/")
      let name = inside.drop { $0 == "/" }.prefix { $0 != " " }
      var attributes: [String: String] = [:]
      let pieces = inside.split(separator: "\"", omittingEmptySubsequences: false)
      for place in stride(from: 0, to: pieces.count - 1, by: 2) {
        let key = pieces[place].split(separator: " ").last.map { $0.dropLast() } ?? ""
        attributes[String(key)] = String(pieces[place + 1])
      }
      return Tag(name: String(name), isEnd: isEnd, attributes: attributes)
    }
  }

  /// Citations and sources go one to one.
  @Test(arguments: Packs.subjects)
  func everySourceIsCitedAndEveryCitationHasOne(code: String?) throws {
    var brief = try Packs.load().brief(code)
    brief.marking = "OFFICIAL"
    let text = brief.markdown
    #expect(text.hasPrefix("**OFFICIAL**\n") && text.hasSuffix("**OFFICIAL**\n"))
    var cited: Set<Int> = []
    for piece in text.split(separator: "[").dropFirst() {
      if let number = Int(piece.prefix { $0 != "]" }) { cited.insert(number) }
    }
    #expect(cited == Set(1...brief.sources.count))
    for picture in brief.pictures {
      #expect(text.contains("](pictures/\(picture.name).svg)"))
    }
    #expect(Set(brief.pictures.map(\.name)).count == brief.pictures.count)
  }

  /// A table of Markdown has as many cells in every row.
  @Test func tablesAreRectangular() throws {
    var width = 0
    for line in try Packs.load().brief("MOD").markdown.split(separator: "\n") {
      guard line.hasPrefix("|") else {
        width = 0
        continue
      }
      let cells = line.replacing("\\|", with: "").count { $0 == "|" }
      if width == 0 { width = cells }
      #expect(cells == width)
    }
  }

  /// The texts of a page in the order in which they are set.
  private static func texts(_ page: Scene) -> [String] {
    page.items.flatMap(\.leaves).compactMap { item in
      if case .text(let text) = item { text.text } else { nil }
    }
  }

  @Test(arguments: Packs.subjects)
  func pagesHoldEverything(code: String?) throws {
    let brief = try Packs.load().brief(code).marked("OFFICIAL")
    let pages = brief.pages
    let texts = pages.map { Self.texts($0).joined(separator: " ") }
    // The summary stands before everything else.
    let first = try #require(texts.first)
    #expect(first.contains("Lines to take") && first.contains("Key figures"))
    for (place, text) in texts.enumerated() {
      #expect(text.contains("Page \(place + 1) of \(pages.count)"))
      #expect(text.count(of: "OFFICIAL") >= 2)
    }
    // A4 at 96 pixels an inch; nothing stands outside, and no letter is under 10 points but those of
    // a reference and, of 9, in a picture.
    for page in pages {
      #expect(abs(page.width - 793.7) < 0.1 && abs(page.height - 1122.5) < 0.1)
      for case .text(let text) in page.items.flatMap(\.leaves) {
        #expect(text.left >= 0 && text.left + text.width <= page.width + 1, "\(text.text)")
        #expect(text.at.y <= page.height, "\(text.text)")
        #expect(text.size > 12 || Int(text.text) != nil, "\(text.text): \(text.size)")
      }
    }
    // No word is lost on the way from the sentences and the tables to the pages.
    let there = Set(texts.joined(separator: " ").split(separator: " "))
    for sentence in brief.sentences {
      for case .text(let text) in sentence.passage.spans {
        for word in text.split(separator: " ").dropFirst().dropLast() {
          #expect(there.contains(word), "\(sentence.rule): \(word)")
        }
      }
    }
    // Nor a figure: of a table whole, of a sentence in words.
    for case .figure(let figure) in brief.tables.flatMap({ $0.rows.joined() }) {
      // The source may have another word for a limit.
      let words = figure.text.split(separator: " ").filter { !["at", "least"].contains($0) }
      #expect(words.allSatisfy(there.contains), "\(figure.text)")
    }
    for case .figure(let figure) in brief.sentences.flatMap(\.passage.spans) {
      let first = figure.text.split(separator: " ")[0]
      let digits = (first.hasSuffix(",") ? first.dropLast() : first).filter { !$0.isLetter }
      #expect(there.contains { $0.contains(digits) }, "\(figure.text)")
    }
  }

  #if Cairo
  @Test func thePDFHasThePages() throws {
    let brief = try Packs.load().brief("HO")
    let bytes = try brief.pdf().bytes
    #expect(bytes.starts(with: Array("%PDF-".utf8)))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("/Count \(brief.pages.count)\n"))
    // Each part is in the contents that readers show beside the pages.
    #expect(text.split(separator: "/Title (").count - 1 >= brief.sections.count + 1)
    // It is tagged, says its language and what its pictures show.
    #expect(text.contains("/MarkInfo << /Marked true >>") && text.contains("/Lang (en-GB)"))
    #expect(text.split(separator: "/Alt <FEFF").count - 1 == brief.pictures.count)
    #expect(text.contains("/S /TH") && text.contains("/S /Table") && text.contains("/URI"))
    #expect(try brief.pdf().bytes == bytes)
    #expect(try brief.pdf().missing.isEmpty)
  }
  #else
  @Test func withoutCairoThereIsNoPDF() throws {
    let brief = try Packs.load().brief("HO")
    #expect(throws: PictureError.needsCairo(.pdf)) { try brief.pdf() }
  }
  #endif
}

extension String {
  fileprivate func count(of part: String) -> Int {
    split(separator: part).count - 1 + (hasPrefix(part) ? 1 : 0)
  }
}
