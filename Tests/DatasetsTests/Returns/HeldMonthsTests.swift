import TestSupport
import Testing

@testable import Datasets

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Nothing is counted twice: months that the folder has stay as they are, however bodies are spelt.
@Suite struct HeldMonthsTests {
  private typealias Row = PublishedReturn.Row

  private func outcome(
    _ rows: [Row], _ options: ReturnsImport.Options = .init()
  ) throws -> ReturnsImport.Outcome {
    try ReturnsImport.outcome(
      of: [("return.csv", PublishedReturn(template: .later, rows: rows).bytes)],
      into: ShippedFolder.folder, options)
  }

  private func refusal(_ rows: [Row], _ options: ReturnsImport.Options = .init()) -> String {
    do throws(ImportError) {
      _ = try ReturnsImport.outcome(
        of: [("return.csv", PublishedReturn(template: .later, rows: rows).bytes)],
        into: ShippedFolder.folder, options)
      return ""
    } catch {
      return error.description
    }
  }

  /// A spelling of a name, and of a department's name.
  struct Spelling: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let body: @Sendable (_ name: String, _ code: String, _ department: String) -> String
    private(set) var department: @Sendable (String) -> String = { $0 }

    init(_ name: String, body: @escaping @Sendable (String, String, String) -> String) {
      testDescription = name
      self.body = body
    }

    func ofDepartments(_ spell: @escaping @Sendable (String) -> String) -> Self {
      var other = self
      other.department = spell
      return other
    }
  }

  private static func royal(_ name: String, _ whose: String) -> String {
    name.hasPrefix("HM ") ? "\(whose) Majesty’s " + name.dropFirst(3) : name
  }

  private static func doubled(_ name: String) -> String {
    guard let word = name.split(separator: " ").max(by: { $0.count < $1.count }), word.count > 6,
      name.count > 14
    else { return name }
    let place = word.index(word.startIndex, offsetBy: 4)
    return name.replacing(word, with: word[..<place] + String(word[place]) + word[place...])
  }

  static let spellings = [
    Spelling("as they stand") { name, _, _ in name },
    Spelling("capitals") { name, _, _ in name.uppercased() }.ofDepartments { $0.uppercased() },
    Spelling("Ltd") { name, _, _ in "\(name) Ltd" }.ofDepartments {
      $0.replacing(" and ", with: " & ")
    },
    Spelling("Limited, &") { name, _, _ in name.replacing(" and ", with: " & ") + " Limited" },
    Spelling("Her Majesty's") { name, _, _ in royal(name, "Her") }.ofDepartments {
      royal($0, "Her")
    },
    Spelling("His Majesty's") { name, _, _ in royal(name, "His") }.ofDepartments {
      royal($0, "His")
    },
    Spelling("without HM and UK") { name, _, _ in
      ["HM ", "UK "].reduce(name) { $0.hasPrefix($1) ? String($0.dropFirst(3)) : $0 }
    },
    Spelling("the, H.M.") { name, _, _ in
      "The " + name.replacing("HM ", with: "H.M. ")
    }.ofDepartments { "The \($0)" },
    Spelling("another order") { name, _, _ in
      let words = name.split(separator: " ")
      return (words.dropFirst() + words.prefix(1)).joined(separator: " ")
    },
    Spelling("backwards") { name, _, _ in
      name.split(separator: " ").reversed().joined(separator: ", ")
    },
    Spelling("code in brackets") { name, code, _ in
      "\(name) (\(code))"
    }.ofDepartments { "\($0) (the Department)" },
    Spelling("department in brackets") { name, _, department in
      name == department ? name : "\(name) (\(department))"
    },
    Spelling("department behind") { name, _, department in
      name == department ? name : "\(name) - \(department)"
    },
    Spelling("department before") { name, _, department in
      name == department ? name : "\(department): \(name)"
    },
    Spelling("core") { name, _, department in name == department ? "\(name) (core)" : name },
    Spelling("excluding agencies") { name, _, department in
      name == department ? "\(name) (excluding agencies)" : name
    },
    Spelling("plurals") { name, _, _ in
      [
        ("Services", "Service"), ("Service", "Services"), ("Authority", "Authourity"),
        ("Agency", "Agencies"), ("'s", "s"),
      ].first { name.contains($0.0) }.map { name.replacing($0.0, with: $0.1) } ?? name
    },
    Spelling("codes") { _, code, _ in code },
    Spelling("a slip") { name, _, _ in doubled(name) },
    Spelling("blanks") { name, _, _ in "  " + name.replacing(" ", with: "\u{A0} ") + " " },
  ]

  /// Returns for the shipped months, under changed spellings: no month, no file, no body, no row.
  @Test(arguments: spellings) func shippedMonthsImportToNothing(_ spelling: Spelling) throws {
    let shipped = try ShippedReturns()
    let place = Self.spellings.firstIndex { $0.testDescription == spelling.testDescription } ?? 0
    var files: [(name: String, bytes: [UInt8])] = []
    for (department, month) in shipped.months.dropFirst(place % 11).striding(by: 11) {
      let name = shipped.names[department] ?? department
      let rows = shipped.bodies(of: department, month).map { year in
        shipped.row(
          year, month,
          body: spelling.body(shipped.names[year.body] ?? year.body, year.body, name),
          department: spelling.department(name))
      }
      if rows.isEmpty { continue }
      files.append(
        ("\(department) \(month.words).csv", PublishedReturn(template: .later, rows: rows).bytes))
    }
    #expect(files.count > 100)
    let outcome = try ReturnsImport.outcome(of: files, into: ShippedFolder.folder, .init())
    #expect(outcome.months.isEmpty && outcome.files.isEmpty && outcome.bodies.isEmpty)
    #expect(outcome.held.count == files.count)
    #expect(outcome.leftOut.isEmpty, "\(outcome.leftOut)")
  }

  /// The names that the returns have, and what the folder had of them twice.
  @Test(arguments: [
    ("Student Loans Company Ltd", "Department for Education", "2026", "May"),
    ("Teaching Regulation Authority", "Department for Education", "2023", "March"),
    ("Valuation Office", "HM Revenue & Customs", "2025", "January"),
    ("Her Majesty's Prison & Probation Service", "Ministry of Justice", "2022", "January"),
    ("Independent Monitoring Authority", "Ministry of Justice", "2022", "March"),
    ("Land Registry", "Ministry of Housing, Communities & Local Government", "2025", "January"),
    ("UK Hydrographic Office", "Cabinet Office", "2026", "April"),
    (
      "Department of Health (excl agencies)", "Department of Health and Social Care", "2025", "July"
    ),
    ("Home Office (incl. agencies)", "Home Office", "2026", "May"),
    ("All bodies", "Home Office", "2026", "May"),
  ])
  func publishedNamesAddNothing(
    _ body: String, _ department: String, _ year: String, _ month: String
  ) throws {
    let row = Row(
      year: year, month: month, body: body, department: department, staff: ("3,100", "3,010"),
      costs: ("12,745,000", "97,000", "0"))
    // A sum alone makes no file.
    let other = Row.agency("Disclosure and Barring Service", month: "May")
    let isSum = body.contains("ll ") || body.contains("incl.")
    let outcome = try outcome(isSum ? [other, row] : [row])
    #expect(outcome.months.isEmpty && outcome.files.isEmpty && outcome.bodies.isEmpty)
    #expect(outcome.leftOut.isEmpty)
  }

  @Test func aMonthThatDiffersIsToldAndKept() throws {
    // June 2026 has one return, which can only be of the one body with three months.
    let outcome = try outcome([.agency("National Crime Agency", month: "June")])
    #expect(outcome.files.isEmpty && outcome.leftOut.isEmpty)
    let month = try #require(outcome.held.first)
    #expect(outcome.held.count == 1 && month.lacking.isEmpty)
    #expect(month.differences.map(\.column).contains("payroll_fte"))
  }

  /// A part of a sum is never more than the whole; what is less may be right.
  @Test(arguments: [("90,000", true), ("1,000", false)])
  func aPartThatIsMoreThanTheWholeIsTold(staff: String, isTold: Bool) throws {
    let outcome = try outcome([
      Row(
        year: "2026", month: "May", body: "Home Office", department: "Home Office",
        staff: (staff, staff), costs: ("1,000,000", "0", "0"))
    ])
    #expect(outcome.files.isEmpty)
    let month = try #require(outcome.held.first)
    #expect(month.differences.map(\.column).contains("payroll_fte") == isTold)
  }

  /// An unknown body in a month that the folder has is asked for, wherever it stands in the file.
  @Test func aNewBodyOfAMonthThatStandsIsRefused() throws {
    let new = Row.agency("Border Police Command", month: "June")
    for rows in [[new], [.agency("National Crime Agency", month: "June"), new]] {
      let words = refusal(rows)
      #expect(
        words.hasSuffix(
          "column Organisation name: \"Border Police Command\": unknown body, and the folder has HO 2026-06 already; expected the body that it is, by --alias \"Border Police Command=CODE\"; for one that the month lacks, --new-body \"Border Police Command\""
        ), "\(words)")
    }
    let outcome = try outcome(
      [.agency("National Crime Agency", month: "June"), new],
      .init(newBodies: ["border police command"]))
    #expect(outcome.months.map(\.returns) == [1])
    #expect(outcome.months.map(\.isNew) == [false])
    #expect(outcome.bodies.map(\.code) == ["BORDER-POLICE-COMMAND"])
    let alias = try self.outcome(
      [new], .init(aliases: ["Border Police Command": "HO"]))
    #expect(alias.files.isEmpty)
  }

  /// A body that the table has, and the month not: it is told, and added where the user names it.
  @Test func aKnownBodyThatAMonthLacksIsTold() throws {
    let rows = [Row.homeOffice(month: "June"), .agency("National Crime Agency", month: "June")]
    let kept = try outcome(rows)
    #expect(kept.files.isEmpty && kept.months.isEmpty)
    #expect(kept.held.flatMap(\.lacking).map(\.code) == ["HO"])
    for name in ["HO", "The Home Office"] {
      let added = try outcome(rows, .init(newBodies: [name]))
      #expect(added.months.map(\.returns) == [1])
      #expect(added.months.first?.department == "HO" && added.months.first?.isNew == false)
      let spend = try #require(added.files.first { $0.name == "contractor_spend.csv" })
      #expect(String(decoding: spend.bytes, as: UTF8.self).contains("\nHO,2026-06,2,"))
    }
    // One that the month has is not added, whatever the user says.
    #expect(try outcome(rows, .init(newBodies: ["NCA"])).files.isEmpty)
  }

  @Test(arguments: [
    ("Prison Service", "Ministry of Justice", "HMPPS"),
    ("Valuation Agency", "HM Revenue and Customs", "VOA"),
    ("Home Office (Migration)", "Home Office", "HO"),
  ])
  func aNearNameIsRefusedInANewMonthToo(_ name: String, _ department: String, _ code: String) throws
  {
    let row = Row.agency(name, of: department)
    let words = refusal([row])
    #expect(
      words.contains("did you mean") && words.contains("--alias \"\(name)=\(code)\""), "\(words)")
    #expect(try outcome([row], .init(newBodies: [name])).bodies.count == 1)
    #expect(try outcome([row], .init(aliases: [name: code])).bodies.isEmpty)
  }

  /// A new name, in two spellings and two months, is one body.
  @Test func aNewBodyIsOneInAllItsSpellings() throws {
    let outcome = try outcome(
      [
        .agency("Border Police Command Ltd"), .agency("The Border Police Command", month: "August"),
      ],
      .init(collected: Month(text: "2026-11")))
    #expect(outcome.bodies.map(\.code) == ["BORDER-POLICE-COMMAND-LTD"])
    #expect(outcome.months.map(\.returns) == [1, 1])
  }

  /// The Ministry of Defence returns the Hydrographic Office: filed under another department in a
  /// month that the folder has of the ministry, it is counted already.
  @Test func aBodyOfAnotherDepartmentIsNotAddedToBoth() throws {
    let outcome = try outcome([
      Row(
        month: "April", body: "UKHO", department: "Cabinet Office", staff: ("950", "918"),
        costs: ("4,000,000", "0", "0"))
    ])
    #expect(outcome.files.isEmpty)
    #expect(outcome.elsewhere.map(\.kept) == ["MOD"])
    #expect(outcome.elsewhere.map(\.filed) == ["CO"])
    // Under both in one new month: under its own.
    let row = Row(
      body: "UKHO", department: "Cabinet Office", staff: ("950", "918"),
      costs: ("4,000,000", "0", "0"))
    var own = row
    own.department = "Ministry of Defence"
    let both = try self.outcome([row, own])
    #expect(both.months.map(\.department) == ["MOD"])
    #expect(both.leftOut.map(\.rule) == ["duplicate"])
  }

  /// The same file twice, and the same return in two files, say nothing new.
  @Test func theSameReturnInTwoFilesIsNoFinding() throws {
    let bytes = PublishedReturn(template: .later, rows: [.homeOffice()]).bytes
    let outcome = try ReturnsImport.outcome(
      of: [("a.csv", bytes), ("a (1).csv", bytes)], into: ShippedFolder.folder, .init())
    #expect(outcome.months.map(\.returns) == [1])
    #expect(outcome.leftOut.isEmpty)
    #expect(!outcome.files.contains { $0.name == "contractor_quality_log.csv" })
  }

  /// Nothing of a file whose months are all there is written, its slips neither.
  @Test func findingsOfMonthsThatStandAreNotLogged() throws {
    let outcome = try outcome([
      Row(month: "June", body: "Home Office", department: "Home Office", staff: ("1", "12,34")),
      Row(month: "June", body: "Home Office", department: "Home Office", staff: ("1", "-4")),
      Row(month: "June", body: "Parole Board", department: ""),
      Row(year: "2027", month: "June", body: "Parole Board", department: "Ministry of Justice"),
    ])
    #expect(outcome.files.isEmpty)
    #expect(outcome.leftOut.map(\.rule) == ["future-month", "unassigned"])
  }
}

extension Sequence {
  /// Every so many of the elements, the first included.
  fileprivate func striding(by step: Int) -> [Element] {
    enumerated().filter { $0.offset % step == 0 }.map(\.element)
  }
}
