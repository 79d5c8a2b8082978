import Figures
import TestSupport
import Testing

@testable import Datasets

/// Headings of the published kind in which a number could be missed, or taken from the wrong
/// column, without a word.
@Suite struct OddHeadingsTests {
  private func outcome(
    _ lines: [String], month: String? = "2026-07", name: String = "return.csv"
  ) throws(ImportError) -> ReturnsImport.Outcome {
    var options = ReturnsImport.Options()
    options.month = month.flatMap { Month(text: $0) }
    return try ReturnsImport.outcome(
      of: [(name: name, bytes: Array(lines.joined(separator: "\n").utf8))],
      into: ShippedFolder.folder, options)
  }

  /// The first new row of a department's sums.
  private func spend(
    _ outcome: ReturnsImport.Outcome, _ start: String
  ) throws -> String? {
    let table = try #require(outcome.files.first { $0.name == "contractor_spend.csv" })
    return String(decoding: table.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      .first { $0.hasPrefix(start) }
  }

  private static let names = "Organisation name,Type,\"Main, parent or sponsoring department\""
  private static let pay =
    "Payroll staff; Total; Full-time equivalent,Payroll staff costs; Total paybill"

  /// A total of all non-payroll staff goes before the one of contingent labour, which in some
  /// files stands over another column.
  @Test(arguments: [false, true]) func theTotalOfAllIsTaken(_ isLast: Bool) throws {
    let some = "Non-payroll staff; Total Contingent labour; Full-time equivalent"
    let all = "Non-payroll staff; Total; Full-time equivalent"
    let outcome = try outcome([
      "\(Self.names),\(Self.pay),\(isLast ? some : all),\(isLast ? all : some)",
      "Home Office,x,Home Office,50000,262000000,\(isLast ? "0,1500" : "1500,0")",
    ])
    #expect(try spend(outcome, "HO,2026-07")?.hasPrefix("HO,2026-07,1,50000,262,1500,") == true)
    let said = outcome.reports.first?.notes.contains {
      $0.hasPrefix("non-payroll staff are those of column 7, \"Total\", and not of column 6")
    }
    #expect(said == isLast)
  }

  /// Contingent labour may be named by its kinds alone; one kind is not all of it.
  @Test(arguments: [
    ("Non-payroll; Agency staff, interim managers and specialist contractors; Monthly cost", true),
    ("Non-payroll staff costs; Agency and interim staff", true),
    ("Non-payroll staff costs; Agency staff", false),
    ("Non-payroll staff costs; Agency staff, specialists, interim managers and consultants", false),
  ])
  func contingentLabourIsNamedByItsKinds(_ heading: String, _ isRead: Bool) throws {
    let outcome = try outcome([
      "\(Self.names),\(Self.pay),\"\(heading)\",Non-payroll; Consultancy; Monthly cost",
      "Home Office,x,Home Office,50000,262000000,11000000,4500000",
    ])
    let cost = isRead ? "11" : ""
    #expect(
      try spend(outcome, "HO,2026-07") == "HO,2026-07,1,50000,262,,,,,\(cost),4.5,derived,"
        + "workforce-import-2026-07")
    #expect(outcome.absent.first?.measures.contains(.contingentCost) == !isRead)
  }

  @Test func clericalStaffWithASlipAreAgencyStaff() throws {
    let outcome = try outcome([
      "\(Self.names),\(Self.pay),Non-payroll staff; admin and clarical; full-time equivalent",
      "Home Office,x,Home Office,50000,262000000,900",
    ])
    #expect(try spend(outcome, "HO,2026-07")?.hasPrefix("HO,2026-07,1,50000,262,,900,") == true)
    #expect(
      outcome.reports.first?.notes.contains(
        "\"clarical\" in the headings is read as \"clerical\"") == true)
  }

  /// Names in one row and units in the next, without groups: the second total is of the kinds
  /// before it.
  @Test func aTotalBehindOtherKindsIsTheirs() throws {
    let outcome = try outcome([
      "\(Self.names),Total Employees,,Agency staff,,Interim managers,,Total,,Grand Total,,Total paybill",
      ",,,Headcount,FTE,Headcount,FTE,Headcount,FTE,Headcount,FTE,Headcount,FTE,",
      "Home Office,x,Home Office,52000,50000,1000,900,600,600,1600,1500,53600,51500,262000000",
    ])
    #expect(try spend(outcome, "HO,2026-07")?.hasPrefix("HO,2026-07,1,50000,262,1500,900,") == true)
  }

  private static let unnamed = [
    ",,,Total Employees,,Agency staff,,Total,,Total paybill", ",,,Headcount,FTE,Headcount,FTE,,,",
  ]

  /// Without headings of names, the column of types tells which columns are the names'.
  @Test func columnsWithoutHeadingsAreTold() throws {
    let outcome = try outcome(
      Self.unnamed + [
        "Home Office,Ministerial Department,The Home Office (HO),52000,50000,9,9,9,9,262000000",
        "Disclosure and Barring Service,Executive Non-Departmental Public Body,Home Office,1300,1250,1,1,1,1,5000000",
      ])
    #expect(try spend(outcome, "HO,2026-07")?.hasPrefix("HO,2026-07,2,51250,267,") == true)
    let notes = try #require(outcome.reports.first?.notes)
    #expect(notes.contains("the names are those of column 1, which has no heading"))
    #expect(notes.contains("the departments are those of column 3, which has no heading"))
    // Texts that are no types tell nothing.
    let refused = #expect(throws: ImportError.self) {
      try self.outcome(Self.unnamed + ["Home Office,big,Home Office,52000,50000,9,9,9,9,262000000"])
    }
    #expect(refused?.description.contains("no headings of a workforce return") == true)
  }

  /// A row against its own totals.
  @Test func rowsThatDoNotAddUpAreTold() throws {
    let headings =
      "\(Self.names),\(Self.pay),Non-payroll staff costs; Contingent labour,Non-payroll staff costs; Consultancy,Non-payroll staff costs; Total staff costs,Grand Total paybill/staffing (payroll and non-payroll) costs"
    let start = "Home Office,x,Home Office,50000,262000000,11000000,4500000"
    let right = try outcome([headings, start + ",15500000.40,277500000"])
    #expect(right.reports.first?.notes.contains { $0.contains("its own") } == false)
    let wrong = try outcome([headings, start + ",15000000,277000000"])
    #expect(
      wrong.reports.first?.notes.contains(
        "row 2, \"Home Office\": contingent labour and consultancy are 15500000, its own total of both 15000000"
      ) == true)
    let grand = try outcome([headings, start + ",15500000,262000000"])
    #expect(
      grand.reports.first?.notes.contains {
        $0.hasSuffix("consultancy are 277500000, its own grand total 262000000")
      } == true)
  }

  /// A former department's body may return without the department itself.
  @Test func bodiesOfFormerDepartmentsReturnAlone() throws {
    let outcome = try outcome(
      [
        "\(Self.names),\(Self.pay)",
        "\"Tide Survey Office\",x,\"Department for Business, Innovation & Skills\",4180,18594704",
      ], month: "2014-11")
    #expect(outcome.months.map(\.department) == ["BIS"])
    #expect(ShippedFolder.folder.replacing(outcome.files).check().isEmpty)
  }

  /// A part of the department beside the department itself is a body, and asks nothing.
  @Test func aPartBesideTheDepartmentIsABody() throws {
    let rows = [
      "\(Self.names),\(Self.pay)",
      "Foreign and Commonwealth Office,x,Foreign and Commonwealth Office,4200,16383768",
      "FCO (Tide Trade),x,Foreign and Commonwealth Office,185,929966",
    ]
    let outcome = try outcome(rows, month: "2014-11")
    #expect(outcome.bodies.map(\.name) == ["FCO (Tide Trade)"])
    #expect(
      outcome.reports.first?.notes.contains(
        "\"FCO (Tide Trade)\" stands beside FCO itself, and is a body of its own") == true)
    #expect(throws: ImportError.self) { try self.outcome([rows[0], rows[2]], month: "2014-11") }
  }

  /// A department may be named without "Department for", also where brackets name a part of it.
  @Test(arguments: ["Business, Innovation and Skills", "Business, Innovation & Skills (Core)"])
  func aDepartmentIsNamedWithoutItsKind(_ name: String) throws {
    let department = "\"Department for Business, Innovation and Skills\""
    let outcome = try outcome(
      [
        "\(Self.names),\(Self.pay)", "\"\(name)\",x,\(department),2421,11804585",
        "\"Business, Innovation and Skills (Tide)\",x,\(department),557,2270059",
      ], month: "2015-04")
    #expect(outcome.leftOut.isEmpty)
    #expect(outcome.bodies.map(\.name) == ["Business, Innovation and Skills (Tide)"])
    #expect(try spend(outcome, "BIS,2015-04")?.hasPrefix("BIS,2015-04,2,2978,14.075,") == true)
  }

  /// "Other" is no second return of the department.
  @Test func otherIsABodyOfItsOwn() throws {
    let outcome = try outcome(
      [
        "\(Self.names),\(Self.pay)", "HM Treasury,x,HM Treasury,1146,5235999",
        "OTHER,OTHER,HM Treasury,0,96064",
      ], month: "2013-08")
    #expect(outcome.leftOut.isEmpty)
    #expect(try spend(outcome, "HMT,2013-08")?.hasPrefix("HMT,2013-08,2,1146,5.332,") == true)
  }

  /// What is said to be not there is no slip; a note below the table fills no cell.
  @Test func notesAndAbsentNumbersAreQuiet() throws {
    let outcome = try outcome([
      "\(Self.names),\(Self.pay),Non-payroll staff costs; Contingent labour",
      "Home Office,x,Home Office,50000,262000000,No Data", "*with the levy,,,,,",
    ])
    #expect(outcome.leftOut.isEmpty)
    #expect(outcome.reports.first?.notes.contains { $0.contains("merged") } == false)
  }

  /// A month with more paid back than paid is told by the audit in numbers that the table reads.
  @Test func negativeVerdictsAreRead() throws {
    let outcome = try outcome(
      [
        "\(Self.names),\(Self.pay),Non-payroll staff; Total; FTE,Non-payroll staff costs; Contingent labour",
        "Tide Border Agency,x,Home Office,18000,70000000,170,-3000000",
      ], month: "2012-03")
    let folder = ShippedFolder.folder.replacing(outcome.files)
    let audit = AuditTable(try folder.evidence())
    #expect(audit.verdicts.contains { $0.value < 0 })
    #expect(folder.replacing([(name: AuditTable.file, bytes: audit.bytes)]).check().isEmpty)
  }
}
