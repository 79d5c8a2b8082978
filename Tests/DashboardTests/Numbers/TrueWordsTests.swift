import Analytics
import Dashboard
import Figures
import Testing

/// Words and numbers that have to be true: floors, shares of a budget, what is missing, cash.
@Suite struct TrueWordsTests {
  private func page(_ code: String, _ panel: String) throws -> [String] {
    try World.load().state(
      Place(.department, path: [code], panel: panel), columns: 200, rows: 60
    ).drawnLines
  }

  /// 4.5%, 13.1%, 2.3%, 3%, 0.8% and 2.9% of the budgets of 2025-26 in budgets.csv.
  @Test(arguments: [
    ("DHSC", "£9,089m a year"), ("HMRC", "£775m a year"), ("MOD", "£896m a year"),
    ("MOJ", "£356m a year"), ("DFE", "£753m a year"), ("HO", "£593m a year"),
  ])
  func targetsRestOnTheBudgetThatTheSourceNames(code: String, text: String) throws {
    let world = try World.load()
    let target = try #require(world.evidence.efficiencyTarget(of: code))
    #expect(target.budget?.period == "2025-26")
    let figure = try #require(world.evidence.derivedFigure(target))
    #expect(figure.text == text && figure.mark == .derived)
    #expect(figure.note.contains("against 2025-26 planned day-to-day budgets"))
    let shown = try page(code, "target")
    let bare = text.split(separator: " ")[0]
    #expect(shown.contains { $0.contains("2025-26 budget") && $0.contains("\(bare) D") })
  }

  /// Where a department published the sum, that is its target.
  @Test func aPublishedSumGoesFirst() throws {
    let evidence = try World.load().evidence
    #expect(evidence.efficiencyTarget(of: "HMRC")?.amount == 773)
    #expect(evidence.efficiencyTarget(of: "NHS")?.amount == 9000)
    #expect(evidence.efficiencyTarget(of: "NHS")?.derived == nil)
    #expect(evidence.efficiencyTarget(of: "DSIT")?.amount == 32)
    #expect(evidence.efficiencyTarget(of: "DFT") == nil)
    let lines = try page("HMRC", "target")
    #expect(lines.contains { $0.contains("£773m R!") } && lines.contains { $0.contains("£775m D") })
  }

  /// Red-rated counts that are floors, and those that are not.
  @Test(arguments: [("DBT", "1+ R~"), ("DEFRA", "1+ R~"), ("DFE", "1 R~"), ("MOD", "11 R~")])
  func aFloorIsPrintedAsAFloor(code: String, text: String) throws {
    let world = try World.load()
    let name = try #require(world.inputs.organisations.first { $0.code == code }?.name)
    let table = try world.state(Place(.departments), columns: 160, rows: 48).drawnLines
    #expect(table.contains { ($0.contains(name) || $0.contains(code)) && $0.contains(" " + text) })
    let red = try world.state(Place(.legacy, panel: "red"), columns: 200, rows: 60).drawnLines
    #expect(red.contains { $0.contains(" " + text) })
  }

  /// The headline is "over £45bn": it stays a floor on the way from it, and nothing is a share of it.
  @Test func nothingIsAShareOfTheHeadlinesFloor() throws {
    let lines = try World.load().state(Place(.opportunity), columns: 160, rows: 48).drawnLines
    #expect(lines.contains { $0.contains("Headline  ") && $0.contains(" 45.0+ ") })
    let text = lines.joined(separator: " ")
    #expect(text.contains("of the levers' sum is expected") && !text.contains("% of the headline"))
  }

  /// What only a blog says is not ranked with what departments answered.
  @Test func secondHandCountsStandLast() throws {
    let sight = try World.load().state(Place(.legacy), columns: 200, rows: 60).sight
    let ranks = sight.entries.filter { $0.panel == "red" }.compactMap { $0.figure?.confidence }
    #expect(ranks.count >= 9)
    #expect(ranks.firstIndex(of: .d) == ranks.count { $0 != .d })
  }

  /// 316,000 over 140,000; nothing over a floor.
  @Test func growthIsOfCountsAlone() throws {
    let sight = try World.load().state(
      Place(.services, panel: "adoption"), columns: 200, rows: 60
    ).sight
    let changes = sight.entries.flatMap(\.figures).filter { $0.id.hasPrefix("adoption.change.") }
    let texts = Dictionary(
      changes.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    #expect(texts["adoption.change.GOVUKAPP.Downloads"] == "x2.3")
    #expect(texts["adoption.change.ONELOGIN.People with proven identity"] == nil)
    #expect(texts["adoption.change.ONELOGIN.Services"] == nil)
    #expect(texts["adoption.change.NHSAPP.Hospitals that offer NHS App services"] == "+19 points")
  }

  /// A ratio of a published number is derived, and a floor stays one.
  @Test func aConvertedUnitIsDerived() throws {
    let world = try World.load()
    var state = try world.state(Place(.lab), columns: 160, rows: 48)
    world.send([.of("u")], to: &state)
    #expect(state.drawnLines.contains { $0.contains("headline 8.7%+ D") })
    world.send([.of("u")], to: &state)
    #expect(state.drawnLines.contains { $0.contains("headline £7,300+ D") })
    world.send([.of("u")], to: &state)
    #expect(state.drawnLines.contains { $0.contains("headline £45bn+ R!~") })
  }

  @Test func cashIsCashReleasingAndExchequerItsOwn() throws {
    let world = try World.load()
    let state = try world.state(Place(.departments), columns: 160, rows: 48)
    let figures = try #require(
      state.sight.entries.first { $0.figure?.id.hasPrefix("HMRC.benefit") == true }?.figures)
    let account = try #require(state.account(of: "HMRC"))
    let cash = try #require(figures.first { $0.id.hasPrefix("HMRC.cash@") })
    let exchequer = try #require(figures.first { $0.id.hasPrefix("HMRC.exchequer@") })
    #expect(cash.text.hasPrefix(Numbers.billions(account.cash)))
    #expect(exchequer.text.hasPrefix(Numbers.billions(account.exchequer)))
    let lines = state.drawnLines
    #expect(lines.contains { $0.contains("cash M") && $0.contains("Exchequer M") })
    let lab = try world.state(Place(.lab, panel: "results"), columns: 200, rows: 60).sight
    let labels = lab.entries.flatMap(\.figures).filter { $0.id == "final_cash" }.map(\.label)
    #expect(!labels.isEmpty && labels.allSatisfy { $0.hasPrefix("Cash and Exchequer") })
  }

  /// The published figure, under whatever body's name, or that these data have none.
  @Test(arguments: [
    ("NHS", "Day-to-day budget, NHS England", "£195,593m R"),
    ("NHS", "Contractors and agency", "not in these data"),
    ("NHS", "Digital staff", "not in these data"),
    ("LOCAL", "Staff, Local government (England)", "1.97 million R"),
    ("LOCAL", "Day-to-day budget, L", "£15,034m R"),
    ("LOCAL", "Contractors and agency", "not in these data"),
    ("HO", "Digital spend, as the key has it", "£1.1bn a year D"),
    ("POLICE", "Staff", "240,419 R~"),
  ])
  func whatThePageHasIsNotSaidToBeMissing(code: String, label: String, text: String) throws {
    let lines = try page(code, "identity")
    #expect(lines.contains { $0.contains(label) && $0.contains(text) }, "\(lines)")
    #expect(!lines.contains { $0.contains("not published") })
  }

  /// A statement in place of a number is printed, not called a statement.
  @Test func statementsAreRead() throws {
    let world = try World.load()
    let lines = try world.state(Place(.legacy, panel: "cyber"), columns: 200, rows: 60).drawnLines
    #expect(!lines.contains { $0.contains("statement") })
    var place = Place(.legacy, panel: "counts")
    place.items["counts"] = 100
    place.enlarged = true
    let counts = try world.state(place, columns: 200, rows: 60).drawnLines
    #expect(counts.contains { $0.contains("by department since 2024: not published") })
  }
}
