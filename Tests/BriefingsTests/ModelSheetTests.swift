import Analytics
import Briefings
import Dashboard
import Documents
import Testing

/// The sheets of live formulas: what they compute is what the model computes, for the scenario as it
/// is and for what a reader may change in it.
@Suite struct ModelSheetTests {
  private static func book(
    _ scenario: Scenario, _ code: String? = nil, with other: Scenario? = nil
  ) throws -> Book {
    let packs = try Packs.load()
    let state = try packs.state(scenario, department: code, draws: 0)
    let second = try other.map { try packs.state($0, department: code, draws: 0) }
    return try #require(Briefing(state, with: second, department: code)?.book)
  }

  private static func preset(_ id: String) throws -> Scenario {
    Scenario(try #require(try Packs.load().inputs.presets.first { $0.id == id }))
  }

  private static func isSame(_ value: SheetCalculator.Value, _ expected: Double?) -> Bool {
    guard let expected else { return value == .text("[x]") }
    guard case .number(let number) = value else { return false }
    return abs(number - expected) <= 1e-12 + 1e-9 * abs(expected)
  }

  /// Holds results, national series and those of organisations against the model.
  private static func check(_ calculator: SheetCalculator, _ book: Book, _ scenario: Scenario)
    throws
  {
    let central = try Packs.load().model.central(scenario)
    let model = try #require(book.sheets.first { $0.name == "Model" })
    var results = 0
    for (place, row) in model.rows.enumerated() where row[0] == .text("result") {
      guard case .text(let id) = row[1], let metric = Metric(rawValue: id) else { continue }
      let value = try calculator.value("Model", row: model.firstRow + place, column: 3)
      #expect(isSame(value, central.metrics[metric]), "\(id): \(value)")
      results += 1
    }
    #expect(results == Metric.allCases.count)
    let series: [(String, [Double])] = [
      ("benefit", central.national.benefit), ("cash", central.national.cash),
      ("non_cash", central.national.nonCash), ("exchequer", central.national.exchequer),
      ("investment", central.national.investment), ("running", central.national.running),
      ("conversion", central.national.conversion), ("cost", central.national.cost),
      ("remediation", central.national.remediation), ("outages", central.national.outages),
      ("net_benefit", central.national.netBenefit),
      ("outages_baseline", central.national.outagesBaseline),
      ("gross.fraud", central.national.gross[.fraud] ?? []),
      ("net.legacy", central.national.net[.legacy] ?? []),
    ]
    try check(series, "Model by year", calculator, book)
    let organisations = central.organisations.flatMap { organisation in
      [
        ("\(organisation.code).benefit", organisation.benefit),
        ("\(organisation.code).cost", organisation.cost),
        ("\(organisation.code).legacy_share", organisation.legacyShare),
      ]
    }
    try check(organisations, "Model workings", calculator, book)
  }

  private static func check(
    _ series: [(id: String, values: [Double])], _ name: String, _ calculator: SheetCalculator,
    _ book: Book
  ) throws {
    let sheet = try #require(book.sheets.first { $0.name == name })
    for (id, values) in series {
      let place = try #require(sheet.rows.firstIndex { $0[0] == .text(id) }, "\(id)")
      for (year, expected) in values.enumerated() {
        let value = try calculator.value(name, row: sheet.firstRow + place, column: 3 + year)
        #expect(isSame(value, expected), "\(id), year \(year): \(value), not \(expected)")
      }
    }
  }

  @Test func formulasComputeWhatTheModelDoesAndWhatItDoesWithOtherInputs() throws {
    var scenario = try Self.preset("blueprint")
    scenario.overrides["HMRC"] = [.startDelay: 1.5, .fraudCoverage: 0.4]
    let book = try Self.book(scenario)
    let calculator = SheetCalculator(book)
    try Self.check(calculator, book, scenario)
    // Every number that is written is the one that its formula gives.
    var wrong: [String] = []
    for sheet in book.sheets {
      for (row, cells) in sheet.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          guard case .formula(let formula, let expected) = cell else { continue }
          let value = try calculator.value(sheet.name, row: sheet.firstRow + row, column: column)
          if !Self.isSame(value, expected) { wrong.append("\(sheet.name): \(formula)") }
        }
      }
    }
    #expect(wrong.isEmpty)
    // Three assumptions, then levers beside them.
    for (assumption, value) in [
      (Assumption.costOverrun, 1.15), (.automationYearsToHalf, 9), (.legacySharePolice, 0.7),
    ] {
      #expect(calculator.set(assumption.rawValue, value))
      scenario.assumptions[assumption] = ThreePoint(p10: value, p50: value, p90: value)
    }
    try Self.check(calculator, book, scenario)
    for (lever, value) in [
      (Lever.startDelay, 2.5), (.pace, 0.8), (.legacyRemediation, 0), (.contractorPosts, 0),
    ] {
      #expect(calculator.set(lever.rawValue, value))
      scenario.levers[lever] = value
    }
    #expect(calculator.set("HMRC_start_delay", 0.5))
    scenario.overrides["HMRC"]?[.startDelay] = 0.5
    try Self.check(calculator, book, scenario)
  }

  /// Where nothing happens there is no ratio and no payback, as `project` has none.
  @Test func whatIsUndefinedIsSaidSo() throws {
    let scenario = try Self.preset("do_nothing")
    let book = try Self.book(scenario)
    try Self.check(SheetCalculator(book), book, scenario)
  }

  @Test func anOrganisationHasItsOwn() throws {
    let scenario = try Self.preset("blueprint")
    let book = try Self.book(scenario, "HO", with: try Self.preset("delayed"))
    let calculator = SheetCalculator(book)
    let packs = try Packs.load()
    for (name, preset) in [("Model 1", "blueprint"), ("Model 2", "delayed")] {
      let model = try #require(book.sheets.first { $0.name == name })
      let place = try #require(model.rows.firstIndex { $0[1] == .text("HO.npsv") })
      let value = try calculator.value(name, row: model.firstRow + place, column: 3)
      let central = packs.model.central(try Self.preset(preset))
      #expect(
        Self.isSame(value, central.organisations.first { $0.code == "HO" }?.npsv), "\(name)")
    }
  }

  /// Names are those of `--set` and `--assume`, and every number that may be changed has one.
  @Test func whatMayBeChangedHasAName() throws {
    let book = try Self.book(try Self.preset("blueprint"))
    let names = book.sheets.flatMap(\.names).map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(names).isSuperset(of: Lever.allCases.map(\.rawValue)))
    #expect(
      Set(names).isSuperset(of: Assumption.allCases.map(\.rawValue)))
  }
}
