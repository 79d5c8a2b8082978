import Analytics
import Briefings
import Dashboard
import Documents
import Testing

/// Slides of a briefing: one claim each, borne out by numbers that can be changed.
@Suite struct DeckTests {
  private static func deck(_ code: String?, with other: String? = nil) throws -> Deck {
    let packs = try Packs.load()
    return try #require(
      Briefing(
        try packs.state("from_now", department: code),
        with: try other.map { try packs.state($0, department: code) }, department: code,
        marking: "OFFICIAL")?.deck)
  }

  @Test(arguments: [nil, "HO", "NHS"])
  func everySlideHasAClaimASourceAndNotes(code: String?) throws {
    let deck = try Self.deck(code)
    #expect(deck.slides.count >= 7)
    #expect(Set(deck.slides.map(\.title)).count == deck.slides.count)
    for slide in deck.slides {
      #expect(!slide.source.isEmpty && slide.title.count <= 190, "\(slide.title)")
      #expect(!slide.notes.isEmpty, "\(slide.title)")
      // Words of the trade are left to the workbook.
      for word in ["P10", "P90", "NPSV", "Shapley", "central case"] {
        #expect(!slide.title.contains(word), "\(slide.title)")
      }
      guard case .chart(let sheet) = slide.body else { continue }
      let chart = try #require(sheet.charts.first)
      #expect(sheet.rows.allSatisfy { $0.count == sheet.header.count })
      #expect(Set(sheet.header).count == sheet.header.count)
      #expect(!chart.alternative.isEmpty && chart.alternative.count < 300, "\(chart.alternative)")
      #expect(!chart.unit.isEmpty && !chart.series.isEmpty)
    }
    let charts = deck.slides.filter { if case .chart = $0.body { true } else { false } }
    #expect(charts.count >= 5)
  }

  /// The chart of the headline has the numbers of the account, to the last bit: £m where none is a
  /// billion.
  @Test func chartsHoldTheModelsNumbers() throws {
    let packs = try Packs.load()
    let state = try packs.state("from_now", department: "HO")
    let account = try #require(state.account(of: "HO")?.series)
    guard case .chart(let sheet) = try Self.deck("HO").slides[0].body else {
      Issue.record("no chart")
      return
    }
    let benefit = try #require(sheet.header.firstIndex(of: "Benefit"))
    let cost = try #require(sheet.header.firstIndex(of: "Cost"))
    #expect(sheet.rows.map { $0[benefit] } == account.benefit.map { .number($0 * 1_000) })
    #expect(sheet.rows.map { $0[cost] } == account.cost.map { .number($0 * 1_000) })
  }

  @Test func twoScenariosStandInOneChart() throws {
    let deck = try Self.deck(nil, with: "delayed")
    guard case .chart(let sheet) = deck.slides[0].body else {
      Issue.record("no chart")
      return
    }
    #expect(sheet.charts[0].series.count { $0.kind == .line } == 1)
    #expect(deck.slides.contains { $0.title.contains("all of the difference") })
  }
}
