import Analytics
import Briefings
import Dashboard
import Documents
import Figures
import Testing

/// What packs say in words beside their numbers.
@Suite struct TrueWordsTests {
  private static let pages = ["HO", "HMRC", "NHS", "LOCAL", "DBT", "DFT", "PUBCORP"]

  /// "Not published" only where a row of the data says it, and is cited.
  @Test(arguments: pages)
  func notPublishedIsSaidOnlyByASource(code: String) throws {
    let brief = try Packs.load().any(code)
    let allowed: Set = ["opportunity.unpublished", "limits.cash", "legacy.red_rated_not_published"]
    for sentence in brief.sentences where text(sentence.passage).contains("not published") {
      #expect(allowed.contains(sentence.rule), "\(sentence.rule)")
      #expect(!sentence.passage.figures.isEmpty, "\(sentence.rule)")
    }
  }

  private func text(_ passage: Passage) -> String {
    passage.spans.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }

  /// A target that the data lack is not said to be unpublished.
  @Test func whatTheDataLackIsSaidToBeLacking() throws {
    let text = try Packs.load().brief("DWP").markdown
    #expect(text.contains("A target for technical efficiencies of its own: not in these data"))
  }

  /// What has a section is not listed as missing.
  @Test func incidentsAreNotMissing() throws {
    let brief = try Packs.load().brief("HO")
    let missing = try #require(brief.sentences.first { $0.rule == "limits.missing" })
    #expect(!text(missing.passage).contains("outages"))
    #expect(brief.markdown.contains("Passport e-gates out"))
  }

  /// The published sum and the derived one, both named.
  @Test func aPublishedTargetAndTheDerivedOneAreTold() throws {
    let brief = try Packs.load().brief("HMRC")
    let target = try #require(brief.sentences.first { $0.rule == "efficiency.target" }).passage
    #expect(target.figures.map(\.text).prefix(3) == ["£773m a year", "13.1%", "£775m a year"])
    #expect(text(target).contains("day-to-day budget planned for 2025-26"))
    #expect(!brief.markdown.contains("£840"))
  }

  /// The budget of the first page is that of the organisation's page.
  @Test(arguments: ["HO", "DWP", "HMRC", "MOD", "HMT", "AGO"])
  func theBudgetIsThatOfThePage(code: String) throws {
    let packs = try Packs.load()
    let brief = try packs.any(code)
    let budget = try #require(try packs.state(department: code).budget(of: code))
    #expect(budget.period == "2025-26")
    let figure = packs.evidence.figure(budget, in: .budgets)
    let shown = brief.figures.filter {
      $0.id.hasPrefix("budgets.\(code).Day-to-day budget (RDEL).")
    }
    #expect(shown.count == 2 && shown.allSatisfy { $0.id == figure.id })
  }

  /// Disputed, old and confidence stand in words beside mark and source.
  @Test func standingIsInWords() throws {
    let brief = try Packs.load().brief(nil)
    let table = try #require(brief.tables.first { $0.header.first == "Figure" })
    #expect(table.header == ["Figure", "Value", "Mark", "As of", "Confidence", "Source"])
    let headline = try #require(
      table.rows.first { row in
        if case .figure(let figure) = row[1] { figure.id == "opportunity.total" } else { false }
      })
    #expect(headline[2] == .text("reported, estimate; disputed; old"))
    #expect(headline[4] == .text("B"))
    let hmrc = try Packs.load().brief("HMRC").markdown
    #expect(hmrc.contains("13.1% (reported, target, second hand, 2025-06"))
  }

  /// No ids for words.
  @Test(arguments: [nil, "HMRC", "NHS", "POLICE"] as [String?])
  func idsAreWords(code: String?) throws {
    let text = try Packs.load().any(code).markdown.split(separator: "\n")
      .filter { !$0.hasPrefix("`") && !$0.hasPrefix("![") && !$0.contains("http") }
      .joined(separator: "\n")
    for raw in [
      "gds2026 reading", "twenty six percent", "digital\\_spend", "digital_spend", "nhs no path",
    ] { #expect(!text.contains(raw), "\(raw)") }
  }

  /// The same number of the same body stands once among those that disagree.
  @Test func aRepeatedFigureStandsOnce() throws {
    let brief = try Packs.load().any("POLICE")
    let disputed = brief.tables.filter { $0.header.first == "About" }
    let shares = disputed.flatMap(\.rows).filter { row in
      if case .figure(let figure) = row[2] { figure.text == "97%" } else { false }
    }
    #expect(shares.count == 1)
  }

  /// Expected values of two scenarios and their difference, as they are printed.
  @Test(arguments: [
    ("blueprint", "accelerated"), ("blueprint", "delayed"), ("prioritised", "delayed"),
  ])
  func printedDifferencesSubtract(first: String, other: String) throws {
    let packs = try Packs.load()
    let brief = try #require(
      Briefing(try packs.state(first), with: try packs.state(other))?.pack)
    let table = try #require(brief.tables.first { $0.header.contains("Expected") })
    func isDifference(_ cells: [Document.Table.Cell]) -> Bool {
      let numbers = cells.map { cell -> Double in
        guard case .number(let text) = cell else { return .nan }
        return Double(text.replacing(Numbers.minus, with: "-").filter { !"£bnm,".contains($0) })
          ?? .nan
      }
      return numbers.count == 3 && abs(numbers[0] - numbers[1] - numbers[2]) < 1e-9
    }
    #expect(isDifference(table.rows.suffix(3).map { $0[1] }), "\(table.rows)")
    let yearly = brief.tables.filter { $0.header.last == "Difference" }
    #expect(yearly.count == 2)
    for row in yearly.flatMap(\.rows) { #expect(isDifference(Array(row.dropFirst())), "\(row)") }
  }

  /// No sum of a pack is printed as nothing.
  @Test(arguments: ["AGO", "HMT", "DCMS"])
  func nothingReadsAsNothingButNothing(code: String) throws {
    for line in try Packs.load().any(code).markdown.split(separator: "\n") {
      #expect(line.firstMatch(of: /(?:^|[^\d.,])0\.0+(?!\d)/) == nil, "\(line)")
    }
  }

  /// A modelled number is of the date of the data.
  @Test func theDateOfTheDataIsADate() throws {
    let packs = try Packs.load()
    let brief = try packs.brief("HO")
    #expect(brief.subtitle.contains(" of \(packs.evidence.date)"))
    #expect(brief.created == packs.evidence.date)
    for figure in brief.figures where figure.mark == .modelled {
      #expect(figure.asOf == packs.evidence.date, "\(figure.id)")
    }
  }
}

extension Passage {
  fileprivate var plain: String {
    spans.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }
}

extension Packs {
  /// The pack of any organisation: those of the subjects are made once.
  func any(_ code: String?) throws -> Document {
    Packs.subjects.contains(code) ? try brief(code) : try made(code)
  }
}
