import Briefings
import Documents
import Testing

/// Documents in braille, where liblouis is installed.
@Suite struct BrailleTests {
  static let isInstalled =
    (try? Document(title: "A").braille()) != nil

  private static let letters = Set(
    " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=")

  private static func pages(_ document: Document) throws -> [[String]] {
    let text = String(decoding: try document.braille(), as: UTF8.self)
    #expect(text.hasSuffix("\u{0C}"))
    return text.split(separator: "\u{0C}").map { page in
      let lines = page.split(omittingEmptySubsequences: false) { $0 == "\r\n" }
      return lines.dropLast().map(String.init)
    }
  }

  @Test(.enabled(if: isInstalled, "liblouis is not installed"))
  func isUnifiedEnglishBraille() throws {
    let page = try #require(
      Self.pages(
        Document(
          title: "Benefit", marking: "OFFICIAL",
          sections: [
            Section("Money", [.points([Sentence(rule: "a", "\u{2212}£1.8bn and the rest")])])
          ])
      ).first)
    #expect(page[0] == ",B5EFIT")
    #expect(page[2] == ",M\"OY")
    // A minus, a pound, a number with a point in it, and contractions.

    #expect(page[3] == "\"-@L#A4H;BN & ! RE/")
    #expect(page[24].hasPrefix(",,(FICIAL "))
    #expect(page[24].hasSuffix("#A"))
  }

  @Test(.enabled(if: isInstalled, "liblouis is not installed"))
  func pagesHave25LinesOf40Cells() throws {
    let words = (1...400).map { "Sentence number \($0) of many." }.joined(separator: " ")
    let document = Document(
      title: "Long",
      sections: [
        Section("One", [.paragraph([Sentence(rule: "a", Passage([.text(words)]))])]),
        Section("Two", [.code(String(repeating: "x", count: 130))]),
      ])
    let pages = try Self.pages(document)
    #expect(pages.count > 5)
    for (place, page) in pages.enumerated() {
      #expect(page.count == 25)
      #expect(page.allSatisfy { $0.count <= 40 && $0.allSatisfy(Self.letters.contains) })
      #expect(page[24].trimmedFront.hasPrefix("#"), "page \(place + 1)")
    }
    #expect(try document.braille() == (try document.braille()))
  }

  @Test(.enabled(if: isInstalled, "liblouis is not installed"))
  func aRowOfATableHasEachValueBesideItsName() throws {
    let table = Document.Table(
      caption: "Years", header: ["year", "benefit"],
      rows: [[.text("cat"), .number("bed")]])
    let page = try #require(
      Self.pages(Document(title: "T", sections: [Section("S", [.table(table)])])).first)
    #expect(page.contains("CAT2 B5EFIT B$"), "\(page)")
  }
}

extension String {
  fileprivate var trimmedFront: Substring { drop { $0 == " " } }
}
