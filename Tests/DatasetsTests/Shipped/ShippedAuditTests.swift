import Analytics
import Datasets
import Figures
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What the auditor says of the data that come with the program.
@Suite struct ShippedAuditTests {
  private var evidence: Evidence {
    get throws { try ShippedFolder.loaded.get().evidence }
  }

  /// The folder's table holds these verdicts and no others.
  @Test func theTableIsTheAudit() throws {
    let table = AuditTable(try evidence)
    let difference = try #require(try table.difference(from: ShippedFolder.folder))
    #expect(difference.missing == [] && difference.extra == [])
    let path = ShippedFolder.path + "/" + AuditTable.file
    let file = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(Array(file) == table.bytes)
    // Enough to be read: a verdict a page of the tables, not one a row.
    #expect((100...160).contains(table.verdicts.count), "\(table.verdicts.count)")
  }

  /// The cases that a reader found, each by its months and with its numbers.
  @Test(arguments: [
    (
      "DBT", "", AuditRule.step, AuditMeasure.contingentCostPerHead, "2024-01", "2024-11", "£20,400"
    ),
    ("DBT", "", .outlier, .consultancyCost, "2026-02", "2026-03", "£21.2m"),
    ("DFE", "", .outlier, .contingentCost, "2025-04", "2025-05", "£15.7m and £12.5m"),
    ("MOD", "", .costPerHead, .contingentCostPerHead, "2025-04", "2026-03", "£1.39m a head"),
    ("MOD", "MOD", .zero, .nonPayrollFTE, "2025-04", "2026-03", "after 776 FTE"),
    ("MOD", "", .outlier, .payrollCostPerHead, "2026-04", "2026-05", "£9,400"),
    ("FCDO", "", .coverage, .contingentCost, "2023-01", "2025-05", "28 months"),
    ("HMRC", "", .zero, .consultancyCost, "2025-04", "2026-05", "14 months"),
    ("HMRC", "", .coverage, .returns, "2023-07", "2023-07", "Only 1 body"),
  ])
  func whatAReaderFoundIsFound(
    department: String, body: String, rule: AuditRule, measure: AuditMeasure, first: String,
    last: String, words: String
  ) throws {
    let months = [first, last].compactMap { MonthlyReturns.month($0) }
    let verdict = try evidence.verdicts.first {
      $0.department == department && $0.body == body && $0.rule == rule && $0.measure == measure
        && [$0.months.lowerBound, $0.months.upperBound] == months
    }
    #expect(try #require(verdict).why.contains(words))
  }

  /// None of these years is a bare number, and none of them has a change.
  @Test(arguments: [
    ("DBT", ["odd"], "2025-26 odd"), ("DFE", ["odd"], "2025-26 odd"),
    ("MOD", ["odd"], "2025-26 odd"), ("HMRC", ["odd"], "2025-26 odd"),
    ("FCDO", ["10 of 12 months"], "10/12 months"), ("HO", [], "other bodies"),
    ("CC", ["7 of 12 months of consultancy"], "7/12 months"), ("AGO", [], "other bodies"),
    ("CO", [], "other bodies"), ("DFT", [], "other bodies"), ("DHSC", [], "2024-25 part"),
    ("DWP", [], "−11%"), ("MOJ", [], "−10%"),
  ])
  func yearsCarryTheirCautions(code: String, words: [String], change: String) throws {
    let evidence = try evidence
    let year = try #require(evidence.contractorYear(of: code))
    #expect(year.year.description == "2025-26")
    #expect(Set(year.cautions.map(\.short)) == Set(words))
    switch evidence.contractorChange(of: code, in: year.year) {
    case .share: #expect(evidence.changeFigure(of: code, in: year.year)?.text == change)
    case .withheld(let short, _, _): #expect(short == change)
    case nil: Issue.record("no year")
    }
  }

  /// Before its bodies were counted once, DBT's step hid in +258%.
  @Test func theYearBeforeIsOddToo() throws {
    let record = try #require(try evidence.contractorRecord(of: "DBT"))
    #expect(record.year(FinancialYear(first: 2024))?.verdicts.map(\.rule).contains(.step) == true)
  }

  /// Departments that ended are not among the live ones.
  @Test func departmentsThatEndedStandApart() throws {
    let evidence = try evidence
    #expect(evidence.contractorYear?.description == "2025-26")
    #expect(Set(evidence.otherContractorDepartments) == ["BEIS", "DIT", "NIO", "WO"])
    #expect(evidence.contractorDepartments.count == 26)
    #expect(evidence.contractorYear(of: "BEIS")?.year.description == "2022-23")
  }

  /// Sums of months are sums of bodies, in every year of every department.
  @Test func monthsAddUpToTheirBodies() throws {
    let evidence = try evidence
    #expect(evidence.verdicts.filter { $0.rule == .sum } == [])
    let pay = { (rows: [WorkforceReturn]) in rows.compactMap(\.payrollCost).reduce(0, +) }
    let months = evidence.months(of: "DHSC").filter { ("2025-04"..."2026-03").contains($0.period) }
    let bodies = evidence.bodyYears(of: "DHSC").filter { $0.period == "2025-26" }
    let page = evidence.rows(.workforce, of: "DHSC").first {
      $0.measure == "Paybill, departmental group"
    }
    #expect(abs(pay(months) - pay(bodies)) < 0.01)
    #expect(abs(pay(months) - (page?.value ?? 0)) < 0.05)
    let july = try #require(months.first { $0.period == "2025-07" })
    #expect(july.returns == 12 && july.payrollFTE == 41_381)
  }

  /// A number of the workforce table that is a sum of returns has what is said of them.
  @Test(arguments: [
    ("HMRC", "Consultancy spend, departmental group", "2025-26", "odd"),
    ("FCDO", "Contingent labour spend, departmental group", "2025-26", "10 of 12 months"),
    ("MOD", "Non-payroll staff, departmental group", "2026-03", "odd"),
    ("MOD", "Contingent labour spend, core department", "2025-26", "odd"),
    ("DFE", "Paybill, departmental group", "2025-26", "in part estimated"),
    ("DHSC", "Paybill, departmental group", "2025-26", ""),
    ("DWP", "Contingent labour spend, departmental group", "2025-26", ""),
    ("HMRC", "Digital profession headcount", "2023-03-31", ""),
  ])
  func sumsOfReturnsElsewhereHaveTheSame(
    code: String, measure: String, period: String, words: String
  ) throws {
    let evidence = try evidence
    let row = try #require(
      evidence.rows(.workforce, of: code).first { $0.measure == measure && $0.period == period })
    let figure = evidence.figure(row, in: .workforce)
    #expect(Caution.words(figure.cautions) == words)
    if let fact = evidence.fact(row.factID) {
      #expect(evidence.figure(fact).cautions == figure.cautions)
    }
  }

  /// A folder without the table has the same verdicts, and is no worse for it.
  /// The model's key is the sum of the returns that it cites, to the thousand pounds.
  @Test func theKeyOfContractorsIsTheSumOfTheReturns() throws {
    let (inputs, evidence) = try ShippedFolder.loaded.get()
    let weights = try #require(inputs.keys[.contractor])
    var compared = 0
    for (organisation, weight) in zip(inputs.organisations, weights) where weight.value > 0 {
      let record = try #require(evidence.contractorRecord(of: organisation.code))
      let year = try #require(FinancialYear("2025-26").flatMap(record.year))
      #expect(abs(year.total - weight.value) < 1e-9, "\(organisation.code)")
      compared += 1
    }
    #expect(compared == 18)
    // A key that has fallen behind its returns says so.
    let old = evidence.cautions(ofKeyOf: "DHSC", from: "MWMI 2025-26", value: 23.9)
    #expect(
      old.last?.text == "The key has £23.9m; the returns of 2025-26 now add up to £23.7m.")
    #expect(evidence.cautions(ofKeyOf: "DHSC", from: "MWMI 2025-26", value: 23.706).isEmpty)
  }

  @Test func aFolderMayLackTheTable() throws {
    let copy = FileManager.default.temporaryDirectory
      .appendingPathComponent("digigov-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: URL(fileURLWithPath: ShippedFolder.path), to: copy)
    defer { try? FileManager.default.removeItem(at: copy) }
    try FileManager.default.removeItem(at: copy.appendingPathComponent(AuditTable.file))
    let folder = DataFolder(path: copy.path)
    #expect(folder.check() == [])
    let bare = try folder.evidence()
    #expect(bare.verdicts == (try evidence.verdicts))
    #expect(try AuditTable(bare).difference(from: folder) == nil)
    #expect(throws: DataError.self) { try folder.table("contractor_audit") }
    let difference = try FolderDifference(old: folder, new: ShippedFolder.folder)
    #expect(difference.tables.map(\.schema.name) == ["contractor_audit"])
    #expect(difference.tables.first?.added.count == bare.verdicts.count)
  }
}
