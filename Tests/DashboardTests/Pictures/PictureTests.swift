import Analytics
import Dashboard
import Explanations
import Figures
import Frames
import Testing

/// What pictures say of themselves.
@Suite struct PictureTests {
  private static let places =
    ScreenID.allCases.filter { $0 != .department }.map { Place($0) }
    + [Place(.department, path: ["HMRC"]), Place(.department, path: ["MHCLG"])]

  @Test(arguments: places, [(120, 36), (160, 48), (80, 24)])
  func everyScreenSaysWhatItIs(place: Place, size: (columns: Int, rows: Int)) throws {
    let state = try World.load().state(place, columns: size.columns, rows: size.rows)
    let picture = state.picture()
    #expect(picture.frame.columns == size.columns && picture.frame.rows == size.rows)
    for text in [picture.headline, picture.subtitle, picture.source, picture.mark] {
      #expect(!text.isEmpty && !text.contains("n/a") && !text.contains("nil"))
    }
    #expect(picture.headline.count < 125, "\(picture.headline)")
    #expect(picture.longDescription.count > 60)
    #expect(picture.created == "2026-11-29")
    for table in picture.tables {
      #expect(!table.rows.isEmpty && table.rows.allSatisfy { $0.count == table.header.count })
    }
    // Nothing is in focus, and nothing is folded to a line that only keys could open.
    #expect(!picture.frame.lines.contains { $0.contains("▸") || $0.hasPrefix(" + ") })
    #expect(picture.frame.cursor == nil)
    #expect(picture.shown.rows > picture.frame.rows)
    // What rests on a scenario has it, and nothing else has one.
    #expect(
      picture.numbers.contains { !$0.scenario.isEmpty } == !picture.scenario.isEmpty)
    #expect(picture.scenario.isEmpty || picture.mark.contains("modelled"))
    #expect(picture == state.picture())
  }

  /// Every number of a screen's file says of when it is, a modelled one which statistic it is, and
  /// a published one who says so.
  @Test(arguments: places + ["HO", "DWP", "DSIT", "LOCAL"].map { Place(.department, path: [$0]) })
  func everyNumberHasWhatStaysWithIt(place: Place) throws {
    let numbers = try World.load().state(place, columns: 160, rows: 48).picture().numbers
    #expect(numbers.count > 20)
    for number in numbers where !(number.number + number.low + number.high).isEmpty {
      #expect(!number.asOf.isEmpty, "\(number.id)")
      #expect(number.mark != "modelled" || !number.statistic.isEmpty, "\(number.id)")
      // The survey behind one weight was not seen: its card names it in words.
      let isNamed = !number.source.isEmpty || number.id == "key.channel.LOCAL"
      #expect(number.mark != "reported" || isNamed, "\(number.id)")
    }
  }

  /// A weight, an assumption or a rate that is a published figure has its publication; one that was
  /// judged has none.
  @Test func whatTheModelTakesFromOthersNamesThem() throws {
    let world = try World.load()
    let home = try world.state(Place(.department, path: ["DWP"]), columns: 160, rows: 48).picture()
    let welfare = try #require(home.numbers.first { $0.id == "key.fraud.DWP" })
    #expect(welfare.source == "csw-fraud-nao-2024" && welfare.asOf == "2024-03")
    let lab = try world.state(Place(.evidence), columns: 160, rows: 48).picture()
    let upkeep = try #require(lab.numbers.first { $0.id == "assumption.legacy_upkeep_multiple" })
    #expect(upkeep.source == "review-2025")
    let judged = lab.numbers.filter { $0.id.hasPrefix("assumption.") && $0.mark == "modelled" }
    #expect(!judged.isEmpty && judged.allSatisfy { $0.source.isEmpty })
  }

  @Test(arguments: places)
  func everyPanelStandsAlone(place: Place) throws {
    let state = try World.load().state(place, columns: 80, rows: 24)
    for name in state.panelNames {
      let picture = state.picture(panel: name)
      #expect(picture.frame.lines.first?.hasPrefix("┌") == true, "\(name)")
      #expect(!picture.headline.isEmpty, "\(name)")
      // A message is whole, in words, and of the panel rather than of the program.
      #expect(picture.headline.count < 125 && !picture.headline.contains("…"), "\(name)")
      #expect(picture.headline.firstMatch(of: /[0-9]bn/) == nil, "\(picture.headline)")
      #expect(!picture.headline.hasPrefix("digigov"), "\(name)")
      #expect(picture.mark.isEmpty == picture.source.isEmpty, "\(name)")
    }
  }

  @Test func barePicturesAreWhatATerminalShows() throws {
    let state = try World.load().state(columns: 100, rows: 30)
    let picture = state.picture(bare: true)
    #expect(picture.shown == draw(state).frame)
    #expect(!picture.altText.isEmpty)
  }

  /// The numbers of the words are those of the draws.
  @Test func theHeadlineAgreesWithTheFigures() throws {
    let state = try World.load().state(columns: 120, rows: 36)
    let summary = try #require(state.uncertainty?.metrics[.finalBenefit])
    let (low, high) = (try #require(summary.p10), try #require(summary.p90))
    let picture = state.picture()
    let mean = try #require(summary.mean)
    #expect(
      picture.headline == "Expected benefit: \(Numbers.billions(mean, .prose)) a year by 2040-41, "
        + "in 8 of 10 runs between \(Numbers.billions(low, .prose)) and "
        + Numbers.billions(high, .prose))
    #expect(picture.scenario.hasPrefix("digigov1:blueprint:draws=64:seed=20250121:data=digigov@"))
    let central = try World.load().withoutDraws.state(columns: 120, rows: 36).picture()
    let value = try #require(state.projection?.metrics[.finalBenefit])
    #expect(
      central.headline
        == "Modelled benefit, central case: \(Numbers.billions(value, .prose)) a year by 2040-41")
    #expect(central.scenario.contains(":draws=0:"))
  }

  /// The chart's table has a row a year, and its last is what the words end with.
  @Test func aChartComesWithItsNumbers() throws {
    let state = try World.load().state(columns: 120, rows: 36)
    let picture = state.picture(panel: "fan")
    let table = try #require(picture.tables.first)
    #expect(table.caption == "Benefit a year, £bn: modelled")
    #expect(table.header == ["Period", "P10", "P90", "expected"])
    #expect(table.rows.map { $0[0] } == state.projection?.years)
    let last = try #require(table.rows.last)
    #expect(
      picture.longDescription.contains(
        "P10 to P90 in 2040 to 2041 is "
          + Wording.full.said("\(last[1]) to \(last[2])")))
    #expect(picture.longDescription.contains("expected rises from"))
  }

  @Test func sourcesAreThoseOfTheFiguresInView() throws {
    let picture = try World.load().state(Place(.outages), columns: 120, rows: 36).picture()
    #expect(picture.source.contains("State of digital government review"))
    #expect(picture.source.hasSuffix("Not an official statistic."))
    #expect(picture.asOf.hasPrefix("Published figures as of 20"))
  }

  /// Numbers in further columns and in notes have sources, too.
  @Test(arguments: [
    (ScreenID.departments, "Workforce management information", "R reported, D derived, M modelled"),
    (.overview, "State of digital government review", "R reported, D derived, M modelled"),
  ])
  func sourcesAreThoseOfEveryNumber(screen: ScreenID, source: String, marks: String) throws {
    let picture = try World.load().state(Place(screen), columns: 160, rows: 48).picture()
    #expect(picture.source.contains(source))
    #expect(picture.mark.hasPrefix("Marks: " + marks))
    #expect(picture.sources.count { $0.citation.contains(source) } == 1)
    let ids = Set(picture.sources.map(\.id))
    #expect(ids.count == picture.sources.count)
    #expect(Set(picture.numbers.map(\.source)).subtracting([""]) == ids)
  }

  /// A sign that is in the picture is explained in it, and no other.
  @Test func signsAreExplainedWhereTheyStand() throws {
    let world = try World.load()
    for place in Self.places {
      let picture = try world.state(place, columns: 120, rows: 36).picture()
      let hasSign = picture.frame.lines.contains { line in
        ["R!", "D!", "M!"].contains { line.contains($0) }
      }
      #expect(picture.mark.contains("! disputed") == hasSign, "\(place)")
      let hasOld = picture.frame.lines.contains { line in
        ["R~", "D~", "M~", "!~"].contains { line.contains($0) }
      }
      #expect(picture.mark.contains("~ old") == hasOld, "\(place)")
    }
    let chart = try world.state(columns: 120, rows: 36).picture(panel: "fan")
    #expect(chart.subtitle.hasSuffix("shaded: 8 in 10 runs"))
    let evidence = try world.state(Place(.evidence)).picture()
    #expect(!evidence.subtitle.contains("shaded"))
  }

  /// Measure, unit, place and period, with the model in view and without.
  @Test(arguments: [
    (Place(.outages), ["number a year", "UK public sector", "2025-26 to 2040-41"]),
    (Place(.evidence), ["published facts", "UK public sector", " to 20"]),
    (Place(.department, path: ["HO"]), ["£bn a year", "Home Office", "real prices of 2025-26"]),
    (Place(.lab), ["real £bn", "UK public sector", "scenario Full programme from 2025-26"]),
  ])
  func theSubtitleSaysMeasureUnitPlaceAndPeriod(place: Place, parts: [String]) throws {
    let picture = try World.load().state(place, columns: 120, rows: 36).picture()
    for part in parts { #expect(picture.subtitle.contains(part), "\(picture.subtitle)") }
    #expect(!picture.subtitle.contains("; ;") && !picture.subtitle.hasSuffix("; "))
  }

  /// The message of a panel has its numbers from the same state as the panel.
  @Test(arguments: [
    (ScreenID.opportunity, "bridge", "is left after overlap"),
    (.opportunity, "bank", "releases cash"),
    (.legacy, "paths", "with the policy"),
    (.legacy, "red", "Most red-rated systems: Ministry of Defence"),
    (.legacy, "queue", "never clears in"),
    (.outages, "path", "outages a year expected with the policy (8 in 10"),
    (.evidence, "timeline", "late, missed or dropped"),
    (.evidence, "limits", "What this model cannot tell you"),
  ])
  func panelsHaveMessages(screen: ScreenID, panel: String, words: String) throws {
    let picture = try World.load().state(Place(screen), columns: 100, rows: 24).picture(
      panel: panel)
    #expect(picture.headline.contains(words), "\(picture.headline)")
  }

  /// Of two sources that disagree about one date, both are in the picture's table; a floor below what
  /// was published before bends no curve.
  @Test func disagreeingEndsAreBothTold() throws {
    let picture = try World.load().state(Place(.services), columns: 100, rows: 24)
      .picture(panel: "curve")
    #expect(
      picture.longDescription.contains("0.316 million in January 2026"),
      "\(picture.longDescription)")
    let cells = picture.tables.flatMap(\.rows).flatMap { $0 }
    #expect(cells.contains { $0.contains("316,000") } && cells.contains { $0.contains("200,000") })
  }

  /// A published number that stands on a modelled chart has its source, too.
  @Test(arguments: [Place(.overview), Place(.lab)])
  func theReferenceLineIsCited(place: Place) throws {
    let picture = try World.load().state(place, columns: 120, rows: 36).picture(panel: "fan")
    #expect(picture.source.contains("State of digital government review"))
    #expect(picture.frame.lines.contains { $0.contains("headline £45bn+ R!~") })
  }

  /// Fans side by side are told with their names, bands and all.
  @Test func chartsSideBySideAreAllTold() throws {
    var state = try World.load().state(Place(.lab), columns: 110, rows: 26)
    _ = state.update(.analysesWanted(.panel("fans")))
    try World.load().take(.began, into: &state)
    let picture = state.picture(panel: "fans")
    #expect(picture.subtitle.hasSuffix("shaded: 8 in 10 runs"))
    let header = try #require(picture.tables.first?.header)
    #expect(header.count == 13)
    let world = try World.load()
    for name in try ["blueprint", "do_nothing", "from_now", "accelerated"].map(world.scenario).map(
      \.name)
    {
      #expect(
        picture.longDescription.contains(Wording.full.said("\(name), P10 to P90 in 2040-41 is")))
      for statistic in ["P10", "expected", "P90"] {
        #expect(header.contains("\(name), \(statistic)"))
      }
    }
  }

  /// A line that swings is not said to rise, and small numbers keep three digits.
  @Test func theWordsSayWhatALineDoes() throws {
    let world = try World.load().withoutDraws
    let months = try world.state(Place(.department, path: ["HO"])).picture(panel: "months")
    #expect(
      months.longDescription.contains("goes from 22.7 in April 2022 to "),
      "\(months.longDescription)")
    #expect(
      months.longDescription.contains("between ")
        && months.longDescription.contains("60.6 in March 2024"))
    #expect(months.longDescription.contains("in million pounds a month"))
    let small = try world.state(Place(.department, path: ["HMT"])).picture(panel: "projection")
    let cells = small.tables[0].rows.flatMap { $0.dropFirst() }
    #expect(!cells.contains { $0 == "0.00" || $0 == "0.01" }, "\(cells)")
    #expect(cells.contains { $0.hasPrefix("0.000") })
  }

  @Test func asciiPicturesAreASCII() throws {
    let state = try World.load().state(settings: Settings(theme: .light, ascii: true))
    #expect(state.picture().frame.lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
  }
}
