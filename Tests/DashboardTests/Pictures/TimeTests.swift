import Analytics
import Dashboard
import Figures
import Frames
import Testing

/// Months and years stand at their dates; what is missing is a hole, and is said.
@Suite struct TimeTests {
  /// The shipped world without some months of all departments.
  private static func world(without isGone: (String) -> Bool) throws -> World {
    let world = try World.load()
    let evidence = world.evidence
    let rows = evidence.departmentsWithMonths.flatMap { evidence.months(of: $0) }
    return World(
      inputs: world.inputs,
      evidence: Evidence(evidence, months: MonthlyReturns(rows.filter { !isGone($0.period) })),
      model: world.model, answers: world.answers, draws: nil)
  }

  private static func picture(_ world: World, _ code: String) throws -> Picture {
    try world.state(Place(.department, path: [code]), columns: 100, rows: 24)
      .picture(panel: "months")
  }

  /// Three months that were not returned, and every other, those of years that are not whole too.
  @Test func missingMonthsAreCountedAndTheOthersDrawn() throws {
    let picture = try Self.picture(World.load().withoutDraws, "MHCLG")
    let words = "3 of 50 months not returned: 2022-12, 2023-04 to 2023-05"
    #expect(picture.frame.lines.contains { $0.contains(words) })
    #expect(picture.asOf.contains(words))
    #expect(
      picture.longDescription.contains(
        "3 of 50 months not returned: December 2022, April 2023 to May 2023"))
    let table = try #require(picture.tables.first)
    #expect(table.rows.count == 50 && table.rows.first?[0] == "2022-04")
    #expect(table.rows.count { $0[1] == "not returned" } == 3)
    #expect(table.rows.contains { $0[0] == "2023-06" && $0[1] != "not returned" })
    // The axis has round ticks.
    #expect(picture.frame.lines.contains { $0.contains("2022-07    2023-01     2023-07") })
    let whole = try Self.picture(World.load().withoutDraws, "HO")
    #expect(!whole.longDescription.contains("months not returned"))
    #expect(!whole.asOf.contains("not returned"))
  }

  /// Months before the first and after the last are missing, too, where the department returned
  /// other things in them, and others returned this.
  @Test func missingMonthsAtTheEndsAreCounted() throws {
    let late = try Self.picture(World.load().withoutDraws, "FCDO")
    #expect(late.longDescription.contains("38 of 50 months not returned: April 2022 to May 2025"))
    #expect(late.tables.first?.rows.first?[0] == "2022-04")
    let early = try Self.picture(World.load().withoutDraws, "MOJ")
    #expect(early.longDescription.contains("3 of 51 months not returned: April 2026 to June 2026"))
    // None of it is missing before the department began.
    let new = try Self.picture(World.load().withoutDraws, "DBT")
    #expect(new.longDescription.contains("6 of 36 months not returned: July 2023 to December 2023"))
  }

  /// A year without a return is a year wide.
  @Test func aMissingYearIsAYearWide() throws {
    let picture = try Self.picture(Self.world { $0.hasPrefix("2024-") }, "HO")
    #expect(
      picture.longDescription.contains(
        "12 of 51 months not returned: January 2024 to December 2024"))
    let lines = picture.frame.lines
    let axis = try #require(lines.first { $0.contains("2024-01") && $0.contains("2025-01") })
    let first = try #require(axis.firstRange(of: "2024-01")?.lowerBound)
    let next = try #require(axis.firstRange(of: "2025-01")?.lowerBound)
    let (start, end) = (
      axis.distance(from: axis.startIndex, to: first) + 4,
      axis.distance(from: axis.startIndex, to: next) + 2
    )
    #expect(end - start > 15)
    for line in lines where line.contains("┤") || line.hasPrefix("│   │") {
      let inside = line.dropFirst(start).prefix(end - start)
      // Nothing but the grid.
      #expect(inside.allSatisfy { " ⠁⠂⠄⡀".contains($0) }, "\(line)")
    }
  }

  /// Lines as short as a word end at the same month, with a blank for half a year that is not there.
  @Test func sparklinesHaveTheSameTime() throws {
    let world = try Self.world { ("2024-01"..."2024-12").contains($0) }
    let frame = try world.state(Place(.contractors), columns: 160, rows: 48).picture().frame
    let row = try #require(frame.lines.first { $0.contains("Home Office  ") })
    let spark = row.filter { "▁▂▃▄▅▆▇█".contains($0) }
    // Nine half years less the two of 2024.
    #expect(spark.count == 7, "\(row)")
    let cells = row.drop { !"▁▂▃▄▅▆▇█".contains($0) }.prefix(9)
    #expect(cells.contains("  "), "\(row)")
  }

  @Test func monthsOfAnIncompleteYearAreInNoSumOfYears() throws {
    let world = try Self.world { $0 == "2025-05" || $0 == "2025-06" }
    let picture = try Self.picture(world, "HO")
    #expect(picture.longDescription.contains("2 of 51 months not returned: May 2025 to June 2025"))
    // The month that stands for the others is of the last complete year.
    #expect(picture.frame.lines.contains { $0.contains("2025-03: £") })
  }

  /// Dates that are published now and then have no holes, and their axis round ticks.
  @Test func datesStandWhereTheyAre() throws {
    let picture = try World.load().withoutDraws
      .state(Place(.services), columns: 100, rows: 24).picture(panel: "curve")
    #expect(!picture.longDescription.contains("not returned"))
    let axis = try #require(
      picture.frame.lines.last { $0.firstMatch(of: /20\d\d-\d\d/) != nil && !$0.contains("R") })
    let labels = axis.matches(of: /20\d\d-(\d\d)/).map { $0.1 }
    #expect(labels.count > 1)
  }

  /// A body's years: what is not there, or no whole year, is a blank place with its label.
  @Test func aMissingYearIsABlankColumn() throws {
    let world = try World.load().withoutDraws
    let evidence = world.evidence
    let whole = evidence.bodyYears.filter { ($0.returns ?? 12) >= 11 && $0.contingentCost != nil }
    let body = try #require(whole.first { row in whole.count { $0.body == row.body } >= 4 }?.body)
    let years = whole.filter { $0.body == body }.sorted { $0.period < $1.period }
    let place = years[1]
    let gone = place.period
    let broken = Evidence(
      name: nil, version: nil, sources: evidence.sources, bodies: evidence.bodies,
      facts: evidence.facts, observations: evidence.observations, months: evidence.monthly,
      bodyYears: evidence.bodyYears.filter { $0.body != place.body || $0.period != gone },
      quality: [], incidents: [], milestones: [], redListRates: evidence.redListRates)
    let state = try World(
      inputs: world.inputs, evidence: broken, model: world.model, answers: world.answers,
      draws: nil
    ).state(
      Place(.contractors, path: [place.department, place.body], panel: "months"), columns: 100,
      rows: 24)
    let picture = state.picture(panel: "months")
    let first = try #require(Int(gone.prefix(4)))
    #expect(
      picture.longDescription.contains("years not returned: \(first) to \(first + 1)"),
      "\(picture.longDescription)")
    #expect(picture.frame.lines.contains { $0.contains(gone) })
  }
}
