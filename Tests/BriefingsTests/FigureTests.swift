import Analytics
import Briefings
import Dashboard
import Documents
import Figures
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// No number of a pack is its own: each is a row of the data, a sum of rows, or the model's.
@Suite struct FigureTests {
  @Test(arguments: Packs.subjects)
  func everyFigureHasMarkDateAndSource(code: String?) throws {
    let brief = try Packs.load().brief(code)
    #expect(brief.figures.count > 30)
    for figure in brief.figures {
      #expect(!figure.asOf.isEmpty, "\(figure.id)")
      #expect(figure.source != nil, "\(figure.id)")
    }
  }

  /// A published figure is the row that its id names, with the row's own date and source.
  @Test(arguments: Packs.subjects)
  func publishedFiguresAreRows(code: String?) throws {
    let packs = try Packs.load()
    var rows: [String: Set<String>] = [:]
    func add(_ figure: Figure) {
      rows[figure.id, default: []].insert(said(figure))
    }
    func said(_ figure: Figure) -> String {
      "\(figure.text)|\(figure.mark)|\(figure.asOf)|\(figure.source?.id ?? "")|"
        + "\(figure.value?.qualifier?.rawValue ?? "")"
    }
    for fact in packs.evidence.facts { add(packs.evidence.figure(fact)) }
    for table in ObservationTable.allCases {
      for row in packs.evidence.rows(table) { add(packs.evidence.figure(row, in: table)) }
    }
    var checked = 0
    for figure in try packs.brief(code).figures {
      guard let known = rows[figure.id] else { continue }
      checked += 1
      let text = said(figure)
      #expect(known.contains(text), "\(figure.id): \(text)")
    }
    #expect(checked > 15)
  }

  /// Sums of months, from the file itself.
  @Test(arguments: ["HMRC", "DWP", "HO", "MOD", "DHSC", "MOJ", "DFT"])
  func yearsAreSumsOfMonths(code: String) throws {
    let packs = try Packs.load()
    let text = try String(
      contentsOfFile: packs.root + "/data/contractor_spend.csv", encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    let month = try #require(header.firstIndex(of: "month"))
    let columns = try ["contingent_cost_gbp_m", "consultancy_cost_gbp_m"].map {
      try #require(header.firstIndex(of: $0))
    }
    var sums: [String: (money: Double, months: [Int])] = [:]
    for line in lines where line[0] == code {
      let values = columns.map { Double(line[$0]) }
      guard values.contains(where: { $0 != nil }), let year = Int(line[month].prefix(4)),
        let number = Int(line[month].suffix(2))
      else { continue }
      let first = number >= 4 ? year : year - 1
      let label = "\(first)-\(String((first + 1) % 100))"
      var sum = sums[label] ?? (0, [0, 0])
      for (place, value) in values.enumerated() {
        sum.money += value ?? 0
        sum.months[place] += value == nil ? 0 : 1
      }
      sums[label] = sum
    }
    let table = try #require(
      try packs.brief(code).tables.first { $0.header.contains("Months returned") })
    let printed = table.rows.map { $0.map(plain) }
    #expect(printed.map(\.[0]) == sums.keys.sorted())
    for row in printed {
      let sum = try #require(sums[row[0]])
      #expect(abs(Double(try thousandths(row[3])) / 1000 - sum.money) <= 0.0005 + 1e-9)
      let parts = try row[1...2].map { try thousandths($0) }
      #expect(parts.reduce(0, +) == (try thousandths(row[3])))
      #expect(
        row[5]
          == (sum.months[0] == sum.months[1]
            ? "\(sum.months[0]) of 12 months"
            : "contingent labour \(sum.months[0]), consultancy \(sum.months[1]) of 12 months"))
      // A year that is not whole says so beside its mark.
      #expect(row[6].contains(" of 12 months") == (sum.months != [12, 12]))
    }
  }

  private func thousandths(_ text: String) throws -> Int {
    try #require(Int(text.filter { ("0"..."9").contains($0) }))
  }

  /// What is worked out from rows, by hand: 152.7 after 171.0 is 11% less; of the budgets planned for
  /// 2025-26, 2.9% of 20,463.483, 13.1% of 5,915.488, 4.5% of 201,970.662 and so on.
  @Test(arguments: [
    ("DWP", "contractor_spend.DWP.2025-26.change", "−11%"),
    ("HO", "efficiency.HO.amount", "£593m a year"),
    ("HMRC", "efficiency.HMRC.amount", "£775m a year"),
    ("DHSC", "efficiency.DHSC.amount", "£9,089m a year"),
    ("MOD", "efficiency.MOD.amount", "£896m a year"),
    ("MOJ", "efficiency.MOJ.amount", "£356m a year"),
    ("DFE", "efficiency.DFE.amount", "£753m a year"),
    ("NHS", "outages.nhse.2024.interval", "102.2 to 146.8 a year"),
  ])
  func derivedFiguresAreWorkedOut(code: String, id: String, text: String) throws {
    let figures = try Packs.load().any(code).figures.filter { $0.id == id }
    #expect(!figures.isEmpty)
    #expect(figures.allSatisfy { $0.text == text && $0.mark == .derived })
  }

  /// The table by year against the model, computed anew.
  @Test(arguments: Packs.subjects)
  func yearsAreTheModels(code: String?) throws {
    let packs = try Packs.load()
    let scenario = Scenario(try #require(packs.inputs.presets.first { $0.id == "blueprint" }))
    let detail = Detail(fans: Set([code].compactMap { $0 }))
    let uncertainty = try #require(
      packs.model.uncertainty(scenario, draws: 64, seed: packs.inputs.seed, detail: detail))
    let expected = try #require(uncertainty.expected)
    let series = expected.organisations.first { $0.code == code }?.series
    let benefit = series?.benefit ?? expected.national.benefit
    let cost = series?.cost ?? expected.national.cost
    let fans =
      uncertainty.organisations.first { $0.code == code }?.benefit
      ?? uncertainty.yearly[.benefit] ?? []
    let table = try #require(
      try packs.brief(code).tables.first { $0.header.first == "Year" && $0.header.contains("P10") })
    #expect(table.rows.count == 16)
    let sums = expected.years.indices.map { place in
      [benefit[place], fans[place].p10, fans[place].p90, cost[place]]
        .map { $0 ?? .nan }
    }
    // All of a table in one unit.
    let column = MoneyColumn(sums.joined().map { $0 })
    for (place, row) in table.rows.enumerated() {
      #expect(row.map(plain) == [expected.years[place]] + sums[place].map { column.text($0) })
    }
  }

  private func plain(_ cell: Document.Table.Cell) -> String {
    switch cell {
    case .text(let text), .number(let text): text
    case .figure(let figure), .note(let figure): figure.text
    case .source(let source): source.id
    }
  }

  /// Every number of the text stands in the data as it is, or is one that the model gives, printed
  /// in one of the ways in which numbers are printed, or a sum that the tests above hold.
  @Test(arguments: Packs.subjects)
  func everyNumberOfTheTextIsKnown(code: String?) throws {
    let packs = try Packs.load()
    let brief = try packs.brief(code)
    var known: Set<String> = []
    let folder = packs.root + "/data"
    for file in try FileManager.default.contentsOfDirectory(atPath: folder)
    where file.hasSuffix(".csv") {
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      known.formUnion(numbers(in: text))
    }
    for fact in packs.evidence.facts { known.formUnion(numbers(in: fact.printed)) }
    for table in ObservationTable.allCases {
      for row in packs.evidence.rows(table) { known.formUnion(numbers(in: row.printed)) }
    }
    for row in packs.inputs.keys.values.joined() {
      known.formUnion(numbers(in: Numbers.count(row.value) + " " + Numbers.billions(row.value)))
    }
    known.formUnion(try modelled(packs, code))
    known.formUnion(packs.model.years.flatMap { numbers(in: $0) })
    known.formUnion(numbers(in: packs.evidence.date))
    // Counted or added up, and held by tests of their own.
    for figure in brief.figures where figure.mark == .derived {
      known.formUnion(numbers(in: figure.text))
    }
    for table in brief.tables where table.header.contains("Months returned") {
      known.formUnion(table.rows.joined().flatMap { numbers(in: plain($0)) })
    }
    // P10, P50 and P90; the number of draws, the version of the data, the sources' places.
    known.formUnion(numbers(in: "8 10 50 90 64 1.0.0 1"))
    known.formUnion((1...brief.sources.count).map { "\(Double($0))" })
    let unknown = numbers(in: withoutAddresses(brief.markdown)).subtracting(known)
    #expect(unknown.isEmpty, "\(unknown.sorted())")
  }

  /// Addresses are copied as they stand, pictures have tests of their own, and what `check` reads in
  /// a comment is not of the text.
  private func withoutAddresses(_ text: String) -> String {
    text.split(separator: "\n").filter { !$0.hasPrefix("![") && !$0.hasPrefix("<!--") }
      .joined(separator: "\n")
  }

  /// Everything that the model prints, for the nation and each organisation.
  private func modelled(_ packs: Packs, _ code: String?) throws -> Set<String> {
    let scenario = Scenario(try #require(packs.inputs.presets.first { $0.id == "blueprint" }))
    let detail = Detail(fans: Set([code].compactMap { $0 }))
    let uncertainty = try #require(
      packs.model.uncertainty(scenario, draws: 64, seed: packs.inputs.seed, detail: detail))
    let expected = try #require(uncertainty.expected)
    let nation = expected.national
    var money: [Double] = Metric.allCases.compactMap { expected.metrics[$0] }
    money += nation.benefit + nation.cost + [nation.remediation.reduce(0, +)]
    money += [[Stream.automation, .channel, .fraud], [.contractors, .legacy]].map { streams in
      streams.reduce(0) { $0 + (nation.net[$1]?.last ?? 0) }
    }
    // What the years of the settlement bring and cost together.
    let review = expected.years.indices.filter {
      ["2026-27", "2027-28", "2028-29"].contains(expected.years[$0])
    }
    func together(_ values: [Double]) -> Double { review.reduce(0) { $0 + values[$1] } }
    money += [together(nation.benefit), together(nation.cost)]
    for own in expected.organisations {
      money += [own.benefit, own.cash, own.exchequer, own.cost, own.npsv]
      guard let series = own.series else { continue }
      money += [together(series.benefit), together(series.cost)]
      money += series.benefit + series.cost + series.cash + series.exchequer
      money += series.net.values.compactMap(\.last)
    }
    var summaries = Array(uncertainty.metrics.values) + (uncertainty.yearly[.benefit] ?? [])
    summaries += uncertainty.organisations.flatMap { [$0.finalBenefit, $0.npsv] + $0.benefit }
    money += summaries.flatMap { [$0.p10, $0.p50, $0.p90].compactMap { $0 } }
    let tornado = packs.model.tornado(scenario)
    money += tornado.flatMap { [$0.atP10, $0.atP90, $0.swing] }
    var shares = [uncertainty.probabilityNPSVPositive, uncertainty.probabilityPayback]
    shares.append(1 - uncertainty.probabilityPayback)
    let whole = nation.benefit.last ?? 1
    shares.append((nation.cash.last ?? 0) / whole)
    for own in expected.organisations where own.code == code {
      shares += [own.benefit / whole, own.cash / own.benefit]
      shares += own.legacyShare + own.legacyShareBaseline
    }
    let potentials: [Assumption: [AllocationKey]] = [
      .automationPotential: [.automation], .channelPotential: [.channel], .fraudPotential: [.fraud],
    ]
    // In a table of billions, in one of millions, and as its own size wants it.
    let columns = [MoneyColumn([1]), MoneyColumn([0.1])]
    var printed = money.flatMap { sum in
      [Numbers.billions(sum)] + columns.map { $0.text(sum) }
    }
    printed += shares.map { Numbers.share($0) }
    for (key, cells) in packs.inputs.keys {
      let sum = cells.reduce(0) { $0 + $1.value }
      for cell in cells {
        printed.append(Numbers.decimal(cell.value / sum * 100, places: 1))
        for spec in packs.inputs.assumptions where potentials[spec.id]?.contains(key) == true {
          let part = spec.range.p50 * cell.value / sum
          printed += [Numbers.billions(part)] + columns.map { $0.text(part) }
        }
      }
    }
    for spec in packs.inputs.assumptions {
      printed += [spec.range.p10, spec.range.p50, spec.range.p90].map(Numbers.typed)
    }
    printed.append(Numbers.decimal(expected.metrics[.outagesAvoided] ?? 0, places: 0))
    // The red list: three numbers of a queue that `RedList` has tests for.
    let rate = { flow in packs.evidence.redListRates.first { $0.flow == flow } }
    let outlook = RedList(
      now: try #require(packs.evidence.fact("legacy.red_rated.2025-01")?.value),
      found: try #require(rate(.found)), fixed: try #require(rate(.fixed))
    ).outlook(draws: Ladder.rested, seed: packs.inputs.seed, years: 0)
    printed.append(Numbers.share(try #require(outlook.shareNeverClear)))
    for years in [outlook.yearsToClear.mean, outlook.yearsToClear.p10, outlook.yearsToClear.p90]
      .compactMap({ $0 })
    {
      printed += [Numbers.decimal(years, places: 0), Numbers.decimal(years, places: 1)]
    }
    return Set(printed.flatMap { numbers(in: $0) })
  }

  /// The numbers of a text as they are read: without commas, without zeros that say nothing.
  private func numbers(in text: String) -> Set<String> {
    var found: Set<String> = []
    var word = ""
    func take() {
      while let last = word.last, last == "." || last == "," { word.removeLast() }
      if let first = word.first, ("0"..."9").contains(first) {
        let plain = word.filter { $0 != "," }
        found.insert(plain)
        if let value = Double(plain) { found.insert("\(value)") }
      }
      word = ""
    }
    for character in text {
      if character.isASCII, character.isNumber || (!word.isEmpty && ".,".contains(character)) {
        word.append(character)
      } else {
        take()
      }
    }
    take()
    // One form a number: what `Double` prints where it is one.
    return Set(found.map { Double($0).map { "\($0)" } ?? $0 })
  }
}
