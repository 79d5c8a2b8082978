import TestSupport
import Testing

@testable import Datasets

/// Returns that a person reads at once, whatever their headings, names and departments look like.
@Suite struct ReadableReturnsTests {
  private static let shown = ["payroll_fte", "payroll_cost"]

  private func outcome(
    _ name: String, _ lines: [String], _ options: ReturnsImport.Options = .init()
  ) throws(ImportError) -> ReturnsImport.Outcome {
    try ReturnsImport.outcome(
      of: [(name: name, bytes: Array(lines.joined(separator: "\n").utf8))],
      into: ShippedFolder.folder, options)
  }

  private func refusal(
    _ name: String, _ lines: [String], _ options: ReturnsImport.Options = .init()
  ) -> String {
    do throws(ImportError) {
      _ = try outcome(name, lines, options)
      return ""
    } catch {
      return error.description
    }
  }

  private static let names =
    "Organisation name,Organisation type,\"Main, parent or sponsoring department\""
  private static let flat =
    "\(names),Payroll staff; Total; Full-time equivalent,Payroll staff costs; Total paybill"

  /// Full-time equivalents and pay of one body, as three rows of headings and less have them.
  @Test(arguments: [
    [
      "\(names),Payroll staff,.,Payroll staff costs",
      ".,.,.,Total Employees,.,Total paybill for payroll staff",
      ".,.,.,Headcount,Full-time equivalent,.",
    ],
    [
      "\(names),Payroll staff,,Grand Total (workforce numbers),(£)",
      ",,,Total Employees,,,Total paybill for payroll staff (£)",
      ",,,Headcount,Full-time equivalent,Headcount,",
    ],
    [
      "\(names),Total Employees,,Total paybill for payroll staff",
      ",,,Headcount,Full-time equivalent,",
    ],
    [
      "\(names),Payroll staff; Total; Headcount,\"Payroll staff, yotal, full-time equivalent\",Payroll staff costs; Total paybill"
    ],
    [
      "\(names),Payroll staff; Total; Headcount,Payroll staff; Total; Full-time equivalent,Payroll staff costs; Total bill"
    ],
    [
      ",Organisation type,Sponsoring dept,Payroll staff; Total; Headcount,Payroll staff; Total; Full-time equivalent,Payroll staff costs; Total paybill"
    ],
    [
      "Organization name,x,Parent Departmnet,Payroll staff; Total; Headcount,Payroll staff; Total; FTE,Payroll staff costs; Total pay bill"
    ],
  ])
  func headingsAreReadWithTheirSlips(_ headings: [String]) throws {
    let isGrouped = headings.joined().contains("(£)")
    let row =
      "Disclosure and Barring Service,x,Home Office,1300,1250,\(isGrouped ? "1300," : "")5000000"
    let outcome = try outcome("ho-july-2026.csv", headings + [row])
    #expect(outcome.months.map(\.department) == ["HO"])
    let spend = try #require(outcome.files.first { $0.name == "contractor_spend.csv" })
    #expect(String(decoding: spend.bytes, as: UTF8.self).contains("\nHO,2026-07,1,1250,5,"))
  }

  @Test func aSlipIsSaid() throws {
    let outcome = try outcome(
      "ho-july-2026.csv",
      [
        "\(Self.names),\"Payroll staff, yotal, full-time equivalent\",Total paybill cost",
        "Home Office,x,Home Office,50000,262000000",
      ])
    #expect(outcome.reports.first?.notes.first == "\"yotal\" in the headings is read as \"total\"")
    let log = try #require(outcome.files.first { $0.name == "contractor_quality_log.csv" })
    #expect(
      String(decoding: log.bytes, as: UTF8.self).contains(
        "HO,HO,2026-07,returns,,decision,\"ho-july-2026.csv: \"\"yotal\"\" in the headings"))
  }

  @Test(arguments: [
    ("MHCLG_WFMI_20180430.csv", "2018-04"), ("WFMI_20160131.csv", "2016-01"),
    ("DCMS_August_workforce_report_2014.csv", "2014-08"), ("Defra_MWMI_122020.csv", "2020-12"),
    ("report_300416.csv", "2016-04"), ("report_160430.csv", "2016-04"),
    ("wfmi 31-12-15 final.csv", "2015-12"),
  ])
  func monthsAreReadInNames(_ name: String, _ month: String) throws {
    let file = try ReturnFile(
      Array([Self.flat, "Home Office,x,Home Office,50000,262000000"].joined(separator: "\n").utf8),
      name: name, month: nil)
    #expect(file.returns.map { "\($0.month)" } == [month])
  }

  /// Any other day is one of publication.
  @Test(arguments: ["report_150416.csv", "report_20180501.csv", "x_310420.csv"])
  func otherDaysAreNoMonths(_ name: String) {
    #expect(refusal(name, [Self.flat, "Home Office,x,Home Office,1,2"]).contains("--month"))
  }

  @Test func theMonthOfOneFileIsSaid() throws {
    var options = ReturnsImport.Options()
    options.months["report.csv"] = Month(text: "2026-07")
    let rows = [Self.flat, "Home Office,x,Home Office,50000,262000000"]
    #expect(try outcome("in/report.csv", rows, options).months.map { "\($0.month)" } == ["2026-07"])
    #expect(!refusal("in/other.csv", rows, options).isEmpty)
  }

  /// A department that is not named is the body's own at the time, else the user's.
  @Test(arguments: ["NA", "Executive Agency", "n/a"])
  func aDepartmentThatIsNoneIsTheBodysOwn(_ department: String) throws {
    let outcome = try outcome(
      "july-2026.csv", [Self.flat, "Ofsted,x,\(department),1800,10000000"])
    #expect(outcome.months.map(\.department) == ["OFSTED"])
    #expect(outcome.reports.first?.notes.contains { $0.contains("is its own, OFSTED") } == true)
  }

  @Test func filesWithoutAColumnOfDepartmentsAreRead() throws {
    let rows = [
      "Organisation name,Payroll staff; Total; FTE,Payroll staff costs; Total paybill",
      "UK Export Finance,250,1500000",
    ]
    let refused = refusal("july-2016.csv", rows)
    #expect(refused.contains("no such column"))
    #expect(refused.contains("--department \"july-2016.csv=CODE\""))
    var options = ReturnsImport.Options()
    options.department = "DIT"
    #expect(try outcome("july-2016.csv", rows, options).months.map(\.department) == ["DIT"])
  }

  @Test(arguments: [
    ("Department for Business, Innovation & Skills", "BIS", "2014-05"),
    ("Department for International Development", "DFID", "2019-05"),
    ("Foreign & Commonwealth Office", "FCO", "2012-05"),
    ("Department for Exiting the European Union", "DEXEU", "2018-05"),
    ("Department of Energy & Climate Change", "DECC", "2013-05"),
    ("Scotland Office", "SCOTLAND-OFFICE", "2014-05"),
  ])
  func departmentsOfTheirTimeAreAdded(_ name: String, _ code: String, _ month: String) throws {
    var options = ReturnsImport.Options()
    options.month = Month(text: month)
    let row = "\"\(name)\",x,\"\(name)\",3100,12745000"
    let outcome = try outcome("return.csv", [Self.flat, row], options)
    #expect(outcome.months.map(\.department) == [code])
    #expect(ShippedFolder.folder.replacing(outcome.files).check().isEmpty)
    let bodies = try #require(outcome.files.first { $0.name == "bodies.csv" })
    #expect(String(decoding: bodies.bytes, as: UTF8.self).contains("\n\(code),"))
  }

  @Test func aDepartmentThatEndedReturnsNothingLater() {
    var options = ReturnsImport.Options()
    options.month = Month(text: "2022-05")
    let row = "DFID,x,Department for International Development,3100,12745000"
    #expect(
      refusal("return.csv", [Self.flat, row], options).contains("DFID ended in September 2020"))
  }

  /// Blank cells below a department are merged ones; a body that is another's is not filled.
  @Test func mergedCellsAreFilledDown() throws {
    let outcome = try outcome(
      "july-2026.csv",
      [
        Self.flat, "Home Office,x,Home Office,50000,262000000",
        "Disclosure and Barring Service,x,,1250,5000000", "Parole Board,x,,150,700000",
      ])
    #expect(outcome.months.map(\.returns) == [2])
    #expect(outcome.leftOut.map(\.rule) == ["unassigned"])
    #expect(outcome.reports.first?.notes.contains { $0.contains("rows 3 to 4") } == true)
  }

  @Test func repeatedHeadingsAreSkipped() throws {
    let outcome = try outcome(
      "july-2026.csv",
      [
        Self.flat, "Home Office,x,Home Office,50000,262000000", Self.flat,
        "Disclosure and Barring Service,x,Home Office,1250,5000000",
      ])
    #expect(outcome.months.map(\.returns) == [2])
    #expect(outcome.leftOut.isEmpty)
  }

  @Test func aTotalThatDoesNotAddUpIsTold() throws {
    let rows = [
      Self.flat, "Home Office,x,Home Office,50000,262000000",
      "Disclosure and Barring Service,x,Home Office,1250,5000000",
    ]
    let right = try outcome("july-2026.csv", rows + ["Total,,,51250,267000000"])
    #expect(right.reports[0].notes.contains("row 4, \"Total\", is the sum of the others"))
    let wrong = try outcome("july-2026.csv", rows + ["Total,,,51250,268000000"])
    #expect(
      wrong.reports[0].notes.contains(
        "row 4, \"Total\", does not add up: payroll_cost 268000000, the rows 267000000"))
  }

  @Test(arguments: [
    ("£000", 262_000.0), ("£k", 262_000), ("£m", 262), ("thousands", 262_000),
    ("£ hundreds", 2_620_000),
    ("pence", 26_200_000_000), ("x £1,000", 262_000), ("10^3", 262_000),
  ])
  func unitsAreTakenWhereTheUserSays(_ unit: String, _ pay: Double) throws {
    let rows = [
      "\(Self.names),Payroll staff; Total; FTE,\"Payroll staff costs; Total paybill (\(unit))\"",
      "Home Office,x,Home Office,50000,\(ReturnsMerge.text(pay, places: 0))",
    ]
    let refused = refusal("july-2026.csv", rows)
    #expect(refused.contains("--take-units"))
    #expect(refused.contains("as which HO has pay of £262m; it had £"), "\(refused)")
    var options = ReturnsImport.Options()
    options.takesUnits = true
    let outcome = try outcome("july-2026.csv", rows, options)
    let spend = try #require(outcome.files.first { $0.name == "contractor_spend.csv" })
    #expect(String(decoding: spend.bytes, as: UTF8.self).contains("\nHO,2026-07,1,50000,262,"))
    #expect(outcome.reports[0].notes.first?.hasPrefix("figures in") == true)
  }

  @Test(arguments: ["€", "US$", "%", "euros"])
  func unitsThatAreNoPoundsStayRefused(_ unit: String) {
    var options = ReturnsImport.Options()
    options.takesUnits = true
    let rows = [
      "\(Self.names),Payroll staff; Total; FTE,\"Payroll staff costs; Total paybill (\(unit))\"",
      "Home Office,x,Home Office,50000,262",
    ]
    #expect(refusal("july-2026.csv", rows, options).contains("figures in the unit"))
  }

  @Test func refusedFilesAreSkippedWhereTheUserSays() throws {
    var options = ReturnsImport.Options()
    let good = [Self.flat, "Home Office,x,Home Office,50000,262000000"].joined(separator: "\n")
    let files: [(name: String, bytes: [UInt8])] = [
      ("a.csv", Array("no,headings".utf8)), ("ho-july-2026.csv", Array(good.utf8)),
      ("july-2026.csv", Array(good.replacing("x,Home Office", with: "x,Fun").utf8)),
      ("fun-july-2026.csv", Array(good.replacing("x,Home Office", with: "x,Fun").utf8)),
    ]
    let refused = #expect(throws: ImportError.self) {
      try ReturnsImport.outcome(of: files, into: ShippedFolder.folder, options)
    }
    // What the names say is found in the same go as what the headings say.
    #expect(refused?.description.contains("a.csv: no headings") == true)
    #expect(refused?.description.contains("july-2026.csv row 2") == true)
    options.skipsRefused = true
    let outcome = try ReturnsImport.outcome(of: files, into: ShippedFolder.folder, options)
    #expect(outcome.months.map(\.department) == ["HO"])
    #expect(outcome.reports.map(\.state) == [.refused, .taken, .refused, .refused])
  }

  @Test func whatAFileSaysOfItsMonthAndABodysPastIsSaid() throws {
    let outcome = try outcome(
      "ho-july-2026.csv",
      [
        "Year,Month," + Self.flat, "2026,July,Home Office,x,Home Office,80000,420000000",
      ])
    let notes = try #require(outcome.reports.first?.notes)
    #expect(notes.first == "cells and the file's name say July 2026")
    #expect(notes.contains { $0.hasPrefix("HO has staff of 80000; it had 48") }, "\(notes)")
    #expect(notes.contains { $0.hasPrefix("HO has pay of £420m; it had £26") }, "\(notes)")
  }
}
