import Analytics
import TestSupport
import Testing

@testable import Datasets

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Published returns into the folder that is shipped.
@Suite struct ReturnsImportTests {
  private typealias Row = PublishedReturn.Row

  private func outcome(
    _ files: [(name: String, bytes: [UInt8])], into folder: DataFolder = ShippedFolder.folder,
    _ options: ReturnsImport.Options = .init()
  ) throws -> ReturnsImport.Outcome {
    try ReturnsImport.outcome(of: files, into: folder, options)
  }

  private func outcome(
    _ rows: [Row], _ template: PublishedReturn.Template = .later,
    _ options: ReturnsImport.Options = .init()
  ) throws -> ReturnsImport.Outcome {
    try outcome(
      [("return.csv", PublishedReturn(template: template, rows: rows).bytes)],
      options)
  }

  private func outcome(
    _ files: [(name: String, bytes: [UInt8])], _ options: ReturnsImport.Options
  ) throws -> ReturnsImport.Outcome {
    try outcome(files, into: ShippedFolder.folder, options)
  }

  /// Lines of a file that the shipped folder does not have, and the other way round.
  private func difference(
    _ outcome: ReturnsImport.Outcome, _ file: String
  ) throws -> (added: [String], removed: [String]) {
    let old = try Data(contentsOf: URL(fileURLWithPath: ShippedFolder.path + "/" + file))
    let before = String(decoding: old, as: UTF8.self).split(separator: "\n").map(String.init)
    guard let new = outcome.files.first(where: { $0.name == file }) else { return ([], []) }
    let after = String(decoding: new.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    return (
      after.filter { !Set(before).contains($0) }, before.filter { !Set(after).contains($0) }
    )
  }

  @Test(arguments: PublishedReturn.Template.allCases)
  func everyTemplateSaysTheSame(_ template: PublishedReturn.Template) throws {
    let published = PublishedReturn(
      template: template,
      rows: [
        .homeOffice(), .agency("Disclosure & Barring Service", of: "The Home Office (HO)"),
      ])
    let bytes = template == .flat ? published.windowsBytes : [0xEF, 0xBB, 0xBF] + published.bytes
    let name = template == .grouped ? "returns/HO_workforce_Jul-26.csv" : "ho.csv"
    let outcome = try outcome([(name, bytes)])
    #expect(outcome.months.map(\.description) == ["HO 2026-07 2 true"])
    #expect(outcome.leftOut.isEmpty)
    let spend = try difference(outcome, "contractor_spend.csv")
    #expect(
      spend.added == [
        "HO,2026-07,2,50150.3,267,1516.5,1001.5,502,13,11.04,4.501,derived,workforce-import-2026-07"
      ])
    #expect(spend.removed.isEmpty)
    // 2 months of 48,703.1 and one of 48,900.25; £524.438m and £262.000m.
    let years = try difference(outcome, "contractor_bodies.csv").added
    #expect(
      years.contains(
        "HO,HO,2026-27,3,48768.8,1858.4,786.438,32.75,15.168,derived,workforce-import-2026-07"))
    let sources = try difference(outcome, "sources.csv").added
    #expect(sources.count == 1)
    #expect(
      sources.first?.contains(
        "Workforce management information of July 2026, imported from \(name.split(separator: "/").last ?? "")"
      )
        == true)
  }

  /// Headings as departments changed them, each file with one number a column.
  @Test(arguments: [
    [
      "Payroll staff Total Employees Full-time Equivalent",
      "Non-payroll Staff Agency staff (clerical/admin) Full-time Equivalent",
      "Non-payroll Staff Intermin Managers Full-time Equivalent",
      "Non-payroll Staff Specialist Contractors Full-time Equivalent",
      "Non-payroll Staff Total Employees Full-time Equivalent",
      "Payroll Staff Costs Total paybill for payroll staff",
      "Non-payroll Staff Total cost of contingent labour: agency staff and interim managers",
      "Non-payroll Staff Total cost of consultants/consultancy",
      "Non-payroll Staff Total non-payroll (CCL) staff costs",
    ],
    [
      "Payroll Staff, Total; Full-Time Equivalent",
      "Non-payroll staff, Admin and Clerical; Full-Time Equivalent",
      "Non Payroll staff Interim Mangers &  Specialist Contractors & Medical; Full-time Equivalent",
      "Non Payroll staff other Contingent Labour  Full-time equivalent",
      "Non-payroll staff; total contingent labour; full time equivalent  Excluding Consultancy",
      "Payroll staff costs; total paybill",
      "Non-payroll staff costs; contingent labour (clerical and admin) staff, interim managers",
      "Non-payroll staff costs; consultants ", "Non payroll staff costs; total staff costs ",
    ],
    [
      "Total (payroll staff) Full-time Equivalent", "Agency staff (clerical/admin) FTE",
      "Interim managers FTE", "Specialist contractors FTE", "Total (non-payroll staff) FTE",
      "Total paybill for payroll staff", "Total monthly cost of contingent labour",
      "Total monthly cost of consultants/consultancy", "Total non-payroll (CCL) staff costs",
    ],
  ]) func headingsAreReadAsDepartmentsChangeThem(_ headings: [String]) throws {
    let names = ["Organisation Name", "Main parent or sponsoring department:"] + headings
    let header = names.map { "\"\($0)\"" }.joined(separator: ",")
    let row = "Home Office,Home Office,48000,200,300,400,900,262000000,9000000,8000000,17000000"
    let outcome = try outcome([("July 2026.csv", Array("\(header)\n\(row)\n".utf8))], .init())
    #expect(
      try difference(outcome, "contractor_spend.csv").added
        == ["HO,2026-07,1,48000,262,900,200,300,400,9,8,derived,workforce-import-2026-07"])
  }

  /// The names stand at the units, in the last of the rows of headings.
  @Test(arguments: [true, false]) func namesMayStandBelowTheGroups(_ hasGroups: Bool) throws {
    let groups = ",Payroll staff,,Non-payroll staff,,Payroll staff costs,Non-payroll staff costs"
    let parts = ",Total (payroll staff),,Agency staff,,Total paybill,Total cost of consultancy"
    let names =
      "Organisation name,Parent department,Headcount,Full-time Equivalent,Headcount,FTE,,"
    let text =
      "Workforce return\n" + (hasGroups ? ",\(groups)\n" : "")
      + ",\(parts)\n\(names)\nHome Office,Home Office,50000,48000.5,3,2,262000000,8000000\n"
    let outcome = try outcome([("July 2026.csv", Array(text.utf8))], .init())
    #expect(
      try difference(outcome, "contractor_spend.csv").added
        == ["HO,2026-07,1,48000.5,262,,2,,,,8,derived,workforce-import-2026-07"])
    #expect(
      outcome.absent.map(\.measures) == [
        [.nonPayrollFTE, .interimFTE, .specialistFTE, .contingentCost]
      ])
  }

  @Test(arguments: ["\t", ";"]) func tabsAndSemicolonsPartCellsToo(_ mark: String) throws {
    let text =
      "Organisation name|Parent department|Payroll staff Total FTE|Total paybill cost\n"
      + "Home Office|Home Office|48000.5|£262,000,000\n"
    let outcome = try outcome(
      [("July 2026.csv", Array(text.replacing("|", with: mark).utf8))], .init())
    #expect(
      try difference(outcome, "contractor_spend.csv").added
        == ["HO,2026-07,1,48000.5,262,,,,,,,derived,workforce-import-2026-07"])
  }

  @Test func whatIsWrittenPassesItsCheck() throws {
    let outcome = try outcome([
      .homeOffice(), .agency("Institute of \"New\" Things, Ltd"),
    ])
    #expect(outcome.bodies.map(\.code) == ["INSTITUTE-OF-NEW-THINGS-LTD"])
    let copy = FileManager.default.temporaryDirectory
      .appendingPathComponent("digigov-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: URL(fileURLWithPath: ShippedFolder.path), to: copy)
    defer { try? FileManager.default.removeItem(at: copy) }
    for (name, bytes) in outcome.files {
      try Data(bytes).write(to: copy.appendingPathComponent(name))
    }
    let folder = DataFolder(path: copy.path)
    #expect(folder.check().map(\.description) == [])
    #expect(try folder.modelInputs().version == "1.0.0-workforce-2026-07")
    // A second time, every value stands there already, and nothing is worth a word.
    for rows in [[Row.homeOffice()], [.homeOffice(), .agency("institute of new things")]] {
      let again = try self.outcome(
        [("return.csv", PublishedReturn(template: .later, rows: rows).bytes)], into: folder)
      #expect(again.months.isEmpty && again.bodies.isEmpty && again.files.isEmpty)
      #expect(again.held.map(\.department) == ["HO"])
      #expect(again.held.flatMap(\.lacking).isEmpty && again.leftOut.isEmpty)
    }
  }

  /// Each row beside one that is sound: rule, how many values, and what the log says of one.
  @Test(arguments: [
    (
      Row(year: "2027", month: "March", body: "Parole Board", department: "Ministry of Justice"),
      "future-month", 9,
      "MOJ,PAROLE,2027-03,payroll_fte,9.5,future-month,return is dated after the month in which it was collected (November 2026)"
    ),
    (
      Row(body: "Parole Board", department: ""), "unassigned", 9,
      ",PAROLE,2026-07,payroll_fte,9.5,unassigned,return names no department"
    ),
    (
      .homeOffice(), "duplicate", 9,
      "HO,HO,2026-07,payroll_fte,48900.25,duplicate,\"same body, month and measure returned twice; first kept\""
    ),
    (
      Row(
        body: "Disclosure and Barring Service", department: "Home Office",
        staff: ("1,300", "1,250"), costs: ("£580,000,000", "0", "0")),
      "outlier", 1,
      "HO,DBS,2026-07,payroll_cost,580000000,outlier,pay cost more than 5 times the median of the body: left out of sums"
    ),
    (
      Row(
        body: "Disclosure and Barring Service", department: "Home Office",
        staff: ("1,300", "12,34"), costs: ("£5,000,000", "£40,000", "£1,000")),
      "unreadable", 1,
      "HO,DBS,2026-07,payroll_fte,,unreadable,\"\"\"12,34\"\" is no number\""
    ),
    (
      Row(
        body: "Disclosure and Barring Service", department: "Home Office", staff: ("1,300", "-5"),
        costs: ("£5,000,000", "£40,000", "£1,000")), "negative", 1,
      "HO,DBS,2026-07,payroll_fte,-5,negative,fewer people than none"
    ),
  ])
  func theLogSaysWhatIsLeftOut(
    _ row: PublishedReturn.Row, _ rule: String, _ count: Int, _ line: String
  ) throws {
    let outcome = try outcome([.homeOffice(), row])
    #expect(outcome.leftOut.map(\.rule) == [rule])
    #expect(outcome.leftOut.map(\.count) == [count])
    #expect(try difference(outcome, "contractor_quality_log.csv").added.contains(line))
  }

  @Test func namesAreFoundBySpellingCodeAndFormerName() throws {
    let bodies = [
      "MMO": "MMO", "coal authority": "MRA", "The Attorney General’s Office": "AG-OFFICE",
      "Atorney Generals Office": "AG-OFFICE",
      "HM Courts & Tribunals Service (HMCTS)": "HMCTS",
    ]
    for (written, code) in bodies {
      let outcome = try outcome([Row(body: written, department: "Department of Health")])
      let years = try difference(outcome, "contractor_bodies.csv").added
      #expect(years.map { $0.hasPrefix("\(code),DHSC,2026-27,") } == [true], "\(written)")
      #expect(outcome.bodies.isEmpty)
    }
  }

  @Test func theUserSaysWhatANameMeans() throws {
    let row = Row(body: "Border Police Command", department: "Department of Fun")
    let refused = #expect(throws: ImportError.self) { try self.outcome([row]) }
    #expect(
      refused?.description
        == "return.csv row 2 column Main, parent or sponsoring department: \"Department of Fun\": unknown department; expected a name or code of bodies.csv, or --alias \"Department of Fun=CODE\""
    )
    let outcome = try outcome(
      [row], .later,
      .init(aliases: ["department of fun": "HO", "Border Police Command": "BORDER-FORCE"]))
    #expect(
      try difference(outcome, "contractor_bodies.csv").added
        .map { $0.hasPrefix("BORDER-FORCE,HO,2026-27,1,9.5,6,0.04,0.005,0.001,") } == [true])
  }

  @Test(arguments: [
    ("return.csv", Array("PK\u{3}\u{4}rest".utf8), "a damaged archive"),
    ("return.csv", Array("<!DOCTYPE html><html>".utf8), "a web page"),
    ("return.csv", [0x81, 0x2C, 0x41], "byte 81 at offset 0; expected UTF-8 or Windows-1252"),
    ("return.csv", [], "empty file"),
    ("return.csv", Array("a,b,c\n1,2,3\n".utf8), "no headings of a workforce return"),
    ("return.csv", Array("a,\"b\n".utf8), "row 1: quote without an end"),
    (
      "return.csv",
      Array("Organisation name,Parent department,Payroll staff Total Headcount\nHO,HO,1\n".utf8),
      "row 1: no column for payroll_fte"
    ),
    (
      "return.csv",
      PublishedReturn(template: .grouped, rows: [.init(body: "HO", department: "HO")]).bytes,
      "row 4: no month in the row, a title or the file's name; expected one of them, or --month YYYY-MM"
    ),
    (
      "return.csv",
      PublishedReturn(
        template: .later, rows: [.init(year: "", month: "Julember", body: "HO", department: "HO")]
      ).bytes, "row 2 column Month: \"Julember\": no month"
    ),
    (
      "return.csv", PublishedReturn(template: .later, rows: []).bytes,
      "row 1: no returns below the headings"
    ),
  ])
  func badFilesAreRefused(_ name: String, _ bytes: [UInt8], _ words: String) {
    let error = #expect(throws: ImportError.self) { try self.outcome([(name, bytes)]) }
    #expect(error?.description.hasPrefix(name) == true)
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  /// Whatever bytes stand in a file, it is read or refused.
  @Test(arguments: PublishedReturn.Template.allCases)
  func damagedFilesAreReadOrRefused(_ template: PublishedReturn.Template) {
    let sound = PublishedReturn(
      template: template,
      rows: [Row(body: "Home Office", department: "Home Office"), Row(body: "HO", department: "")]
    ).bytes
    var generator = SeededGenerator(seed: 7)
    var refused = 0
    for _ in 0..<200 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(Array(",\"\n0".utf8)[place % 4], at: place)
        }
      }
      do throws(ImportError) {
        let file = try ReturnFile(bytes, name: "return.csv", month: Month(year: 2026, number: 7))
        #expect(!file.returns.isEmpty)
      } catch {
        refused += 1
        #expect(error.description.hasPrefix("return.csv"))
      }
    }
    #expect(refused > 0 && refused < 200)
  }

  @Test(arguments: [
    ("£1,234.50", ReturnCell.number(1234.5)), ("-£6,000", .number(-6000)), ("£ 12 ", .number(12)),
    ("(12.5)", .number(-12.5)), ("£0.00", .number(0)), (" £ -   ", .blank), ("N/A", .blank),
    ("(..) ", .blank), ("\u{2013}", .blank), ("1,23", .unreadable), ("1.2.3", .unreadable),
    ("#REF!", .unreadable), ("1e999", .unreadable), ("12 staff", .unreadable),
  ])
  func cellsAreReadAsTheyArePublished(_ text: String, _ cell: ReturnCell) {
    #expect(ReturnCell(text) == cell)
  }
}

extension ReturnsImport.AddedMonth {
  fileprivate var description: String { "\(department) \(month) \(returns) \(isNew)" }
}
