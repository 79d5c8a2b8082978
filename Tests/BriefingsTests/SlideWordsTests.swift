import Analytics
import Briefings
import Dashboard
import Documents
import Figures
import Testing

/// What slides say of what they show: statistic, doubts, sources, ends of sentences.
@Suite struct SlideWordsTests {
  private static func deck(_ code: String?, with other: String? = nil) throws -> Deck {
    let packs = try Packs.load()
    return try #require(
      Briefing(
        try packs.state("from_now", department: code),
        with: try other.map { try packs.state($0, department: code) }, department: code)?.deck)
  }

  private static func slide(_ deck: Deck, _ words: String) throws -> (Deck.Slide, Book.Sheet) {
    let slide = try #require(deck.slides.first { $0.title.contains(words) })
    guard case .chart(let sheet) = slide.body else { throw Packs.Missing(id: words) }
    return (slide, sheet)
  }

  /// Of numbers of the central case no source line says that they are expected values.
  @Test(arguments: [nil, "HO"])
  func sourceLinesNameTheStatistic(code: String?) throws {
    let deck = try Self.deck(code)
    let (tornado, _) = try Self.slide(deck, "turns most on")
    #expect(tornado.source.contains("Central case") && !tornado.source.contains("Expected"))
    #expect(deck.slides[0].source.contains("Expected values"))
    let parts = try Self.slide(try Self.deck(code, with: "delayed"), "of the difference").0
    #expect(parts.source.contains("Central case") && !parts.source.contains("Expected"))
    if code == nil {
      let outages = try Self.slide(deck, "rated critical").0
      #expect(outages.source.contains("central case") && !outages.source.contains("Expected"))
    }
  }

  /// The tornado goes both ways from the middle: from what the title says to what it says.
  @Test func theTornadoDrawsBothEnds() throws {
    let packs = try Packs.load()
    let state = try packs.state("from_now")
    let bar = try #require(packs.model.tornado(state.scenario).first { $0.swing > 0 })
    let middle = try #require(state.projection?.account.metrics[.npsv])
    let (slide, sheet) = try Self.slide(try Self.deck(nil), "turns most on")
    #expect(sheet.header == ["Assumption", "At its low value", "At its high value"])
    #expect(sheet.rows[0][1...] == [.number(bar.atP10 - middle), .number(bar.atP90 - middle)])
    #expect(sheet.charts[0].alternative.last == "." && sheet.charts[0].alternative.count < 300)
    #expect(sheet.charts[0].alternative.contains(slide.title))
  }

  /// Every count by department stands there with its qualifier, and its publication is in the notes.
  @Test func everyRedRatedCountIsShown() throws {
    let packs = try Packs.load()
    let rows = packs.evidence.rows(.legacy).filter { row in
      row.measure == "Red-rated legacy systems" && (row.value ?? 0) > 0
        && packs.inputs.organisations.contains { $0.code == row.body }
    }
    let (slide, sheet) = try Self.slide(try Self.deck(nil), "most red-rated legacy")
    #expect(sheet.rows.count == rows.count && rows.count == 9)
    for row in rows {
      let figure = packs.evidence.figure(row, in: .legacy)
      let name = packs.evidence.name(of: row.body)
      let label = try #require(
        sheet.rows.compactMap { cells in
          if case .text(let text) = cells[0], text.hasPrefix(name) { text } else { nil }
        }.first)
      #expect(label.hasSuffix("at least") == (figure.value?.qualifier == .atLeast), "\(label)")
      #expect(slide.notes.contains { $0.contains(figure.source?.title ?? "-") }, "\(name)")
    }
    #expect(slide.notes.contains { $0.hasPrefix("None was counted at: ") })
  }

  /// What the auditor finds odd is said on the slide.
  @Test(arguments: [nil, "MOD", "HMRC", "DEFRA"])
  func oddReturnsAreSaid(code: String?) throws {
    let packs = try Packs.load()
    let (slide, sheet) = try Self.slide(try Self.deck(code), "contingent labour and consultancy")
    let codes = code.map { [$0] } ?? Array(packs.evidence.contractorDepartments.prefix(8))
    let years = codes.compactMap { packs.evidence.contractorYear(of: $0) }
    #expect(years.contains { !$0.verdicts.isEmpty } == slide.title.contains("odd"))
    let labels = sheet.rows.map { row in if case .text(let text) = row[0] { text } else { "" } }
    let record = code.flatMap { packs.evidence.contractorRecord(of: $0) }
    let shown = record.map { Array($0.years.suffix(8)) } ?? years
    #expect(labels.map { $0.contains("odd") } == shown.map { !$0.verdicts.isEmpty })
    #expect(labels.map { $0.contains("in part") } == shown.map { !$0.isComplete })
  }

  @Test(arguments: [nil, "HO", "MOD", "NHS"])
  func wordsAreWhole(code: String?) throws {
    for slide in try Self.deck(code).slides {
      #expect(!slide.source.contains("\u{2026}") && !slide.source.contains("digigov1:"))
      #expect(slide.source.count < 260, "\(slide.source)")
      for text in slide.notes + [slide.title, slide.source] {
        #expect(text.firstMatch(of: /\w [;.,:](\s|$)/) == nil, "\(text)")
        #expect(!text.contains("What it brings or costs"), "\(text)")
      }
    }
  }

  /// Questions stand with their answers.
  @Test func questionsAreAnswered() throws {
    let slide = try #require(
      try Self.deck(nil).slides.first { $0.title.hasPrefix("What may be asked") })
    guard case .points(let points) = slide.body else { throw Packs.Missing(id: "points") }
    #expect(points.allSatisfy { $0.contains("? ") && $0.hasSuffix(".") }, "\(points)")
    #expect(points[0].contains("No. It is a potential"))
  }

  /// One lever is no sum of parts.
  @Test func oneLeverIsAllOfTheDifference() throws {
    let (slide, sheet) = try Self.slide(try Self.deck(nil, with: "delayed"), "of the difference")
    #expect(sheet.rows.count == 1 && slide.title.contains("makes all of the difference"))
  }

  /// Without colour: the other scenario's columns have an edge, and its range is two lines.
  @Test func scenariosAreToldApartWithoutColour() throws {
    let deck = try Self.deck(nil, with: "delayed")
    guard case .chart(let lines) = deck.slides[0].body,
      case .chart(let columns) = deck.slides[1].body
    else { throw Packs.Missing(id: "chart") }
    #expect(lines.charts[0].series.count { $0.kind == .high } == 1)
    #expect(lines.charts[0].series.count { $0.kind == .dashes } == 3)
    #expect(columns.charts[0].series.map { $0.edge != nil } == [false, false, true, true])
    #expect(Set(columns.charts[0].series.map(\.colour)).count == 4)
  }

  /// A department whose largest sum is under a billion has its charts in £m.
  @Test(arguments: [("HO", 1_000.0, "£m a year"), (nil, 1, "£bn a year")])
  func smallSumsAreInMillions(code: String?, factor: Double, unit: String) throws {
    let state = try Packs.load().state("from_now", department: code)
    let benefit = try #require(
      code.map { state.account(of: $0)?.series?.benefit } ?? state.account?.national.benefit)
    guard case .chart(let sheet) = try Self.deck(code).slides[0].body else {
      throw Packs.Missing(id: "chart")
    }
    let column = try #require(sheet.header.firstIndex(of: "Benefit"))
    #expect(sheet.charts[0].unit == unit)
    #expect(sheet.rows.map { $0[column] } == benefit.map { .number($0 * factor) })
  }
}
