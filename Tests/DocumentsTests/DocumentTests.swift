import Charts
import Documents
import Figures
import Frames
import Testing

@Suite struct DocumentTests {
  static let source = Source(
    id: "s", title: "Annual <report> & more", publisher: "Office", date: "2025-01-21",
    address: "https://example.org/a?b=1&c='2'", licence: "OGL", seenHow: "in the publication")

  static func figure(_ id: String, _ text: String, mark: Mark = .reported) -> Figure {
    Figure(
      id: id, label: id, text: text, mark: mark, kind: .survey, confidence: .b, asOf: "2024",
      source: source)
  }

  static func document(_ citations: Document.Citations = .notes) -> Document {
    let (one, two) = (figure("a", "28%"), figure("b", "£14.5bn a year"))
    let modelled = figure("m", "£20bn", mark: .modelled)
    var document = Document(
      title: "Title <b>", subtitle: "Sub", marking: "OFFICIAL & more", created: "2026-11-29",
      sections: [
        Section(
          "Part",
          [
            .message(Sentence(rule: "r", "It is \(one) and \(two).")),
            .points([Sentence(rule: "p", "It brings \(modelled) \(strong: "at last").")]),
            .questions([
              Exchange(
                "Why?", answer: Sentence(rule: "q", "Because \(cite: one)."),
                pressed: Sentence(rule: "q2", "Still."))
            ]),
            .table(
              Document.Table(
                caption: "Caption", header: ["What", "Value", "Source"],
                rows: [
                  [.text("x"), .figure(two), .note(two)],
                  [.text("y"), .figure(one), .source(source)],
                ]
              )), .code("a`b"),
          ])
      ])
    document.citations = citations
    document.listsSources = citations == .inline
    return document
  }

  /// Figures of one publication and mark share a note, and a passage refers to it once.
  @Test func notesAreGathered() {
    let document = Self.document()
    let references = References(document)
    #expect(
      references.notes.map(\.text) == [
        "Reported: Office, Annual <report> & more (2025-01-21).",
        "Modelled by this project on the data of 2024: not an official statistic.",
      ])
    var seen: Set<Int> = []
    let runs = references.runs(
      "It is \(Self.figure("a", "28%")) and \(Self.figure("b", "£14.5bn a year")).", seen: &seen)
    #expect(
      runs == [
        .text("It is "), .text("28%"), .note(1, isFirst: true), .text(" and "),
        .text("£14.5 billion a year"), .text("."),
      ])
    // No blank stands before a reference.
    let again = references.runs("Because \(cite: Self.figure("a", "28%")).", seen: &seen)
    #expect(again == [.text("Because"), .note(1, isFirst: false), .text(".")])
    // Nor before one that the passage has had.
    let twice = references.runs(
      "No split \(cite: Self.figure("a", "28%")), no cost \(cite: Self.figure("a", "28%")) yet",
      seen: &seen)
    #expect(
      twice == [
        .text("No split"), .note(1, isFirst: false), .text(", no cost"), .text(" yet"),
      ])
  }

  @Test func inlineCitationsKeepStandingAndNumber() {
    let document = Self.document(.inline)
    #expect(References(document).notes.isEmpty)
    #expect(document.markdown.contains("28% (reported, survey, 2024 [1])"))
    #expect(document.markdown.contains("\n## Sources\n\n1. Office, Annual"))
  }

  @Test func markdownHasNotes() {
    let text = Self.document().markdownAlone
    #expect(text.contains("28%[^1] and £14.5 billion a year."))
    #expect(text.contains("\n[^1]: Reported: Office, Annual \\<report\\> &amp; more"))
    #expect(text.contains("| £14.5bn a year | [^1] |"))
    #expect(text.contains("| 28% | [Office, 2025-01-21](<https://example.org"))
    #expect(!text.contains("## Sources"))
  }

  @Test func htmlIsEscapedAndLinked() {
    let html = Self.document().html { _ in [] }
    #expect(html.contains("<title>Title &lt;b&gt;</title>") && !html.contains("<b>"))
    #expect(html.contains("<sup><a href=\"#note-1\" aria-label=\"note 1\">[1]</a></sup>"))
    #expect(
      html.contains("<li id=\"note-1\"><a href=\"https://example.org/a?b=1&amp;c=&#39;2&#39;\">"))
    #expect(html.contains("<strong>If pressed:</strong>"))
  }

  /// Columns add up to the room and none is narrower than a word while there is room.
  @Test(arguments: [200.0, 400, 900])
  func columnsFillTheirRoom(room: Double) {
    let table = Self.document().tables[0]
    let widths = table.widths(in: room, type: 10, gap: 5, References(Self.document()))
    #expect(abs(widths.reduce(0, +) + 10 - room) < 0.5)
    #expect(widths.allSatisfy { $0 > 5 })
  }

  /// Room goes where the text is: a long label beside a short column does not wrap to many lines.
  @Test func roomGoesToTheLongestTexts() {
    let long = "Contingent labour and consultancy of departments and their bodies in the year"
    let table = Document.Table(
      caption: "", header: ["What and when", "Value", "Mark", "As of", "Source"],
      rows: (0..<6).map { row in
        [
          .text("\(long) \(row)"), .text("£277m"), .text("reported, survey; disputed; old"),
          .text("2025-01-21"), .text("Department for Science, 2025"),
        ]
      })
    let references = References(Self.document())
    let widths = table.widths(in: 480, type: 10, gap: 5, references)
    func lines(_ text: String, _ width: Double) -> Int {
      var (lines, used) = (1, 0.0)
      for word in text.split(separator: " ") {
        let size = TextWidths.ems(String(word)) * 10
        if used > 0, used + 2.8 + size > width {
          (lines, used) = (lines + 1, size)
        } else {
          used += 2.8 + size
        }
      }
      return lines
    }
    #expect(lines("\(long) 1", widths[0]) <= 3, "\(widths)")
    // No word is broken.
    for (column, width) in widths.enumerated() {
      for row in table.rows {
        for word in references.plain(row[column]).split(separator: " ") {
          #expect(TextWidths.ems(String(word)) * 10 <= width, "\(word)")
        }
      }
    }
  }

  /// No line breaks in years and dates; addresses and ids stay as they are.
  @Test func yearsAreNotBroken() {
    let text =
      "In 2028-29, from 2026-11-29; https://a.b/2025-01 and benefit@2030-31, co-op \u{2212}3"
    #expect(
      text.unbroken
        == "In 2028\u{2011}29, from 2026\u{2011}11\u{2011}29; https://a.b/2025-01 and benefit@2030-31, "
        + "co-op \u{2212}3")
    let html = Document(
      title: "T", created: "2026-11-29",
      sections: [Section("P", [.message(Sentence(rule: "r", "By 2028-29.")), .code("a 2028-29")])]
    ).html { _ in [] }
    #expect(html.contains("By 2028\u{2011}29.") && html.contains("<code>a 2028-29</code>"))
  }

  /// Where what stays with a figure is left out, so is the space before it.
  @Test func plainWordsHaveNoSpaceBeforeAStop() {
    let passage: Passage =
      "It has not been published \(cite: Self.figure("a", "28%")); nor \(cite: Self.figure("b", "x"))"
    #expect(passage.plain == "It has not been published; nor")
  }

  @Test func alternativesEndWithASentenceOrAWord() {
    let long = String(repeating: "A sentence of some words. ", count: 20)
    var picture = Picture(Frame(columns: 1, rows: 1))
    picture.altText = long
    let short = Illustration(name: "x", picture).alternative
    #expect(short.count < 300 && short.hasSuffix("words."))
    picture.altText = String(repeating: "words ", count: 90)
    #expect(Illustration(name: "x", picture).alternative.hasSuffix("words\u{2026}"))
  }
}
