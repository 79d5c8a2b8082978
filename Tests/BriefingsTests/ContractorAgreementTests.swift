import Briefings
import Dashboard
import Documents
import Figures
import Frames
import Testing

/// The same departments, years and changes on the screen, in what leaves it, and in the packs.
@Suite struct ContractorAgreementTests {
  /// A department of a form: its number as it prints, and the change or why there is none.
  private struct Said: Hashable {
    var number, change: String
  }

  /// The rows of the screen, as a reader copies them.
  private func screen(_ packs: Packs) throws -> [String: Said] {
    var state = try packs.state()
    _ = state.update(.went(Place(.contractors)))
    _ = state.update(.resized(columns: 160, rows: 60))
    let table = try #require(state.shownTable)
    var rows: [String: Said] = [:]
    for line in table.split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.dropFirst(2).dropLast(2)
        .split(separator: " | ", omittingEmptySubsequences: false)
      guard cells.count > 2, !["department", "---"].contains(cells[0]) else { continue }
      let (number, change) = (cells[cells.count - 2], cells[cells.count - 1])
      rows[String(cells[0])] = Said(number: String(number), change: String(change))
    }
    return rows
  }

  private func plain(_ cell: Document.Table.Cell) -> String {
    switch cell {
    case .text(let text), .number(let text): text
    case .figure(let figure), .note(let figure): figure.text
    case .source(let source): source.id
    }
  }

  @Test func aScreenItsExportAndThePacksSayTheSame() throws {
    let packs = try Packs.load()
    let evidence = packs.evidence
    let screen = try screen(packs)
    let table = try #require(
      try packs.brief(nil).tables.first { $0.header == Self.header && $0.rows.count > 10 })
    var state = try packs.state()
    _ = state.update(.went(Place(.contractors)))
    let figures = try #require(state.picture(panel: "departments").tables.last)
    #expect(figures.header.last == "Caution")
    let exported = Dictionary(
      figures.rows.map { ($0[0], $0) }, uniquingKeysWith: { first, _ in first })
    #expect(screen.count == evidence.contractorDepartments.count)
    #expect(table.rows.count == screen.count)
    for (code, row) in zip(evidence.contractorDepartments, table.rows) {
      let name = evidence.name(of: code)
      let said = try #require(screen[name], "\(name)")
      let cells = row.map(plain)
      #expect(cells[0] == name && cells[2] == "2025-26")
      // The sign on the screen is a word in the pack and a sentence in the export.
      let isOdd = said.number.hasSuffix("?")
      #expect("£\(said.number.prefix { $0 != " " })m" == cells[1])
      #expect((cells[5] != "derived") == isOdd, "\(name): \(cells[5])")
      // A year that is not whole says so in its name.
      let year = try #require(evidence.contractorYear(of: code))
      let label = "Contingent labour and consultancy, \(name), 2025-26"
      let total = try #require(
        exported[year.isComplete ? label : label + ", " + cells[4]], "\(name)")
      #expect(total[1] == cells[1] && total[9].isEmpty != isOdd)
      // One change, or one reason why there is none.
      #expect(said.change == cells[3])
      let change = try #require(
        exported["Change on the year before of contingent labour and consultancy, \(name), 2025-26"]
      )
      #expect(
        change[1] == cells[3] || change[1].hasPrefix("no change is given: "), "\(name): \(change)")
      #expect(cells[3].hasSuffix("%") == !change[1].hasPrefix("no change"))
    }
  }

  private static let header = [
    "Department", "Value", "Year", "Change", "Months", "Mark", "As of", "Confidence",
    "Source",
  ]

  /// A pack of one department has the row of the whole pack, and no line to take of an odd year.
  @Test(arguments: ["DBT", "DFE", "MOD", "FCDO", "HMRC", "HO", "DWP", "DHSC"])
  func aDepartmentsPackSaysTheSame(code: String) throws {
    let packs = try Packs.load()
    let brief = try packs.made(code, draws: 0)
    let year = try #require(packs.evidence.contractorYear(of: code))
    let table = try #require(brief.tables.first { $0.header.contains("Months returned") })
    let row = try #require(table.rows.map { $0.map(plain) }.first { $0[0] == "2025-26" })
    let change = packs.evidence.contractorChange(of: code, in: year.year)
    switch change {
    case .share: #expect(row[4] == change?.text)
    case .withheld(let short, let reason, _):
      #expect(row[4] == short)
      #expect(brief.markdown.contains("No change on the year before is given: \(reason)."))
    case nil: Issue.record("no year")
    }
    let rules = Set(brief.sentences.map(\.rule))
    #expect(rules.contains("contractors.questioned") == hasVerdict(packs.evidence, code, year))
    for verdict in year.verdicts { #expect(brief.markdown.contains(verdict.why)) }
  }

  private func hasVerdict(_ evidence: Evidence, _ code: String, _ year: ContractorYear) -> Bool {
    let before = evidence.contractorRecord(of: code)?.year(year.year.previous)
    return !(year.verdicts + (before?.verdicts ?? [])).isEmpty
  }
}
