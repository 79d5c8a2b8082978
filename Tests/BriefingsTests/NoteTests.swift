import Analytics
import Briefings
import Charts
import Dashboard
import Datasets
import Documents
import Figures
import Frames
import Testing

/// The note of one page: what it says, and that it fits.
@Suite struct NoteTests {
  private static func note(
    _ code: String?, _ scenario: String = "from_now", marking: String = "OFFICIAL",
    draws: Int = 64
  ) throws -> Document {
    let packs = try Packs.load()
    let state = try packs.state(scenario, department: code, draws: draws)
    return try #require(Briefing(state, department: code, marking: marking)?.note())
  }

  /// All words that a reader sees, but for the line that is copied.
  private static func words(_ document: Document) -> String {
    var document = document
    for place in document.sections.indices {
      document.sections[place].blocks.removeAll { if case .code = $0 { true } else { false } }
    }
    return document.markdownAlone
  }

  @Test(arguments: Packs.subjects)
  func itSaysWhatANoteSays(code: String?) throws {
    let note = try Self.note(code)
    // One message, three lines, one chart, five figures, five questions.
    #expect(note.sentences.first?.rule == "note.headline")
    #expect(note.sections[0].blocks.count == 3)
    guard case .points(let lines) = note.sections[0].blocks[1] else {
      Issue.record("no lines")
      return
    }
    #expect(lines.map(\.rule) == ["note.benefit", "note.review_years", "note.worth"])
    for line in lines {
      let text = Self.text(line.passage)
      #expect(text.contains("£") && text.contains("eight times in ten"), "\(text)")
    }
    let review = Self.text(lines[1].passage)
    #expect(review.contains("2026-27 to 2028-29") && review.contains("costs"))
    #expect(note.pictures.count == 1 && note.tables.count == 1)
    #expect(note.tables[0].rows.count == 5)
    #expect(note.sections.contains { $0.title == "What is disputed" })
    let asked = note.sections.flatMap(\.blocks).compactMap { block in
      if case .questions(let questions) = block { questions } else { nil }
    }
    #expect(asked.map(\.count) == [5])
    #expect(Set(asked[0].map(\.asked)).count == 5)
    // Every figure of the table has a date and a source.
    for case .figure(let figure) in note.tables[0].rows.joined() {
      #expect(!figure.asOf.isEmpty && figure.source != nil, "\(figure.id)")
    }
  }

  /// The part of the published potential is that of the page, beside what is expected with what
  /// lies outside it.
  @Test(arguments: ["HMRC", "HO", "DBT"])
  func itsPartIsThatOfThePage(code: String) throws {
    let note = try Self.note(code)
    let asked = note.sections.flatMap(\.blocks).compactMap { block in
      if case .questions(let questions) = block { questions } else { nil }
    }.flatMap { $0 }
    let answer = Self.text(
      try #require(asked.first { $0.asked.hasPrefix("How much of") }).answer.passage)
    var state = try Packs.load().state("from_now", department: code, draws: 64)
    _ = state.update(.went(Place(.department, path: [code])))
    let page = try #require(state.shownFigures.first { $0.id == "\(code).size" }).text
    let sum = try #require(page.firstMatch(of: #/^£([\d.]+)(bn|m) a year/#)).output
    let words = sum.2 == "bn" ? "billion" : "million"
    #expect(answer.contains("split comes to £\(sum.1) \(words) a year"), "\(answer) \(page)")
  }

  @Test(arguments: Packs.subjects, [64, 0])
  func noWordOfTheTradeIsInIt(code: String?, draws: Int) throws {
    let text = Self.words(try Self.note(code, draws: draws))
    for word in ["P10", "P50", "P90", "NPSV", " draws", "Shapley", "central case", "net present"] {
      #expect(!text.contains(word), "\(word) in \(text)")
    }
  }

  @Test(arguments: Packs.subjects)
  func itIsOnePage(code: String?) throws {
    #expect(try Self.note(code).pages.count == 1)
  }

  @Test(arguments: [nil, "HO", "DHSC"] as [String?])
  func twoScenariosAreOneNoteWithOneChart(code: String?) throws {
    let packs = try Packs.load()
    let note = try #require(
      Briefing(
        try packs.state("from_now", department: code),
        with: try packs.state("delayed", department: code), department: code)?.note())
    #expect(note.sentences.first?.rule == "note.compare")
    let chart = try #require(note.pictures.first?.picture.charts.first)
    #expect(chart.series.map(\.id) == ["p10-p90", "p90-other", "p10-other", "first", "other"])
    #expect(note.sections[0].blocks.count == 3)
    let codes = note.sections.flatMap(\.blocks).filter {
      if case .code = $0 { true } else { false }
    }
    #expect(codes.count == 2)
    let text = Self.words(note)
    #expect(!text.contains("central case") && !text.contains("P10"), "\(text)")
    #expect(note.pages.count == 1)
  }

  /// What the table of returns knows is not rounded away.
  @Test func numbersKeepWhatTheTableKnows() throws {
    let text = Self.words(try Self.note("HO"))
    #expect(text.contains("£277m") && text.contains("£277 million"), "\(text)")
  }

  /// What a voice would take wrongly stands in no note.
  @Test(arguments: ["HMRC", "HO", "DWP", "NHS", "MOD", "DEFRA"])
  func aNoteCanBeHeard(code: String) throws {
    let text = Self.words(try Self.note(code))
    for part in ["-£", " M M", "UKGOV", "UKPS", "\u{2026}"] {
      #expect(!text.contains(part), "\(part)")
    }
    #expect(!text.contains(/[ (]-\d/), "a hyphen for a minus")
    #expect(
      !text.unicodeScalars.contains {
        (0x2500...0x25FF).contains($0.value) || (0x2800...0x28FF).contains($0.value)
      }, "a picture")
  }

  @Test func alternativesAreShort() throws {
    for code in Packs.subjects {
      for picture in try Self.note(code).pictures + Packs.load().brief(code).pictures {
        #expect((20..<300).contains(picture.alternative.count), "\(picture.alternative)")
      }
    }
  }

  @Test func anAnnexHasThePackBehindIt() throws {
    let packs = try Packs.load()
    let state = try packs.state("from_now", department: "HO")
    let briefing = try #require(Briefing(state, department: "HO"))
    let pack = briefing.pack
    let note = briefing.note(annex: pack)
    #expect(note.sections.contains { $0.title == "Annex 1: Key figures" && $0.isOnNewPage })
    #expect(note.markdown.contains("\n## Sources\n"))
  }

  private static func text(_ passage: Passage) -> String {
    passage.spans.map { span in
      switch span {
      case .text(let text), .strong(let text): text
      case .figure(let figure): figure.prose
      case .citation: ""
      }
    }.joined()
  }
}
