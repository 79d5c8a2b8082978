import Analytics
import Briefings
import Dashboard
import Documents
import Figures
import Testing

/// The workbook of a pack: whole, and numbers as numbers.
@Suite struct WorkbookTests {
  private static func book(_ code: String?) throws -> Book {
    let packs = try Packs.load()
    return try #require(
      Briefing(try packs.state("from_now", department: code), department: code)?.book)
  }

  @Test(arguments: Packs.subjects)
  func everySheetIsATableThatSpreadsheetsTake(code: String?) throws {
    let book = try Self.book(code)
    #expect(book.sheets.map(\.name).prefix(3) == ["Cover", "Contents", "Notes"])
    #expect(book.sheets.last?.name == "Sources")
    #expect(Set(book.sheets.map(\.name)).count == book.sheets.count)
    for sheet in book.sheets {
      #expect(sheet.name.count <= 31 && !sheet.title.isEmpty)
      #expect(Set(sheet.header.map { $0.lowercased() }).count == sheet.header.count)
      #expect(sheet.rows.allSatisfy { $0.count == sheet.header.count }, "\(sheet.name)")
    }
    // The contents lead to every sheet behind them.
    let led = book.sheets[1].rows.compactMap { row in
      if case .sheet(let name) = row[0] { name } else { nil }
    }
    #expect(led == book.sheets.dropFirst(2).map(\.name))
  }

  /// What is cited is in the list of sources, and every row has its mark.
  @Test(arguments: Packs.subjects)
  func everySourceIsListed(code: String?) throws {
    let book = try Self.book(code)
    let listed = book.sheets.last?.rows.map { $0[0] } ?? []
    for sheet in book.sheets.dropLast() {
      if let place = sheet.header.firstIndex(of: "Source id") {
        for row in sheet.rows where row[place] != .none {
          #expect(listed.contains(row[place]), "\(sheet.name): \(row[place])")
        }
      }
      if let place = sheet.header.firstIndex(of: "Mark") {
        #expect(sheet.rows.allSatisfy { $0[place] != .none }, "\(sheet.name)")
      }
    }
  }

  @Test func numbersAreTheModelsToTheLastBit() throws {
    let packs = try Packs.load()
    let state = try packs.state("from_now", department: "HO")
    let book = try Self.book("HO")
    let years = try #require(book.sheets.first { $0.name == "Years" })
    let account = try #require(state.account(of: "HO")?.series)
    #expect(years.rows.map { $0[2] } == account.benefit.map { .number($0) })
    #expect(years.rows.map { $0[5] } == account.cost.map { .number($0) })
    let results = try #require(book.sheets.first { $0.name == "Results" })
    #expect(results.rows[0][1] == .text("HO.benefit.mean@2040-41"))
    #expect(results.rows[0][3] == .number(account.benefit.last ?? 0))
  }

  /// Two scenarios are subtracted, over all years with range and chance, and by year.
  @Test(arguments: [nil, "HO"])
  func twoScenariosAreSubtracted(code: String?) throws {
    let packs = try Packs.load()
    let states = try ["from_now", "delayed"].map { try packs.state($0, department: code) }
    let book = try #require(Briefing(states[0], with: states[1], department: code)?.book)
    let sheet = try #require(book.sheets.first { $0.name == "Difference" })
    guard case .number(let value) = sheet.rows[0][3], case .number(let low) = sheet.rows[0][4],
      case .number(let high) = sheet.rows[0][5], case .number(let chance) = sheet.rows[0][6]
    else { throw Packs.Missing(id: "difference") }
    #expect(low < value && value < high && (0...1).contains(chance))
    let worths = states.map { state in
      code.map { state.account(of: $0)?.npsv ?? 0 } ?? state.account?.metrics[.npsv] ?? 0
    }
    #expect(abs(value - (worths[0] - worths[1])) < 1e-9)
    #expect(sheet.format(0, 6)?.text(0.767) == "77%")
    let years = try #require(book.sheets.first { $0.name == "Difference by year" })
    #expect(years.rows.count == 16)
    for (place, row) in years.rows.enumerated() {
      guard case .number(let one) = row[1], case .number(let two) = row[2] else { continue }
      let cell = place + years.firstRow
      #expect(row[3] == .formula("B\(cell)-C\(cell)", one - two))
    }
  }

  /// What is missing and what cannot be are told apart, and both are explained where they stand.
  @Test(arguments: [nil, "HO"])
  func shorthandIsExplained(code: String?) throws {
    let book = try Self.book(code)
    for sheet in book.sheets where !sheet.header.isEmpty {
      let cells = sheet.rows.joined()
      let remark = sheet.remarks[0]
      #expect(cells.contains(.none) == remark.contains("[x]: not available"), "\(sheet.name)")
      #expect(
        cells.contains(.inapplicable) == remark.contains("[z]: not applicable"), "\(sheet.name)")
    }
    for name in ["Results", "Years"] {
      let sheet = try #require(book.sheets.first { $0.name == name })
      #expect(!sheet.rows.joined().contains(.none), "\(name)")
    }
    let notes = book.sheets[2].rows.map { $0[0] }
    #expect(notes.contains(.text("[x]")) && notes.contains(.text("[z]")))
  }

  /// A bound stands once: the value has its qualifier.
  @Test func aBoundStandsOnce() throws {
    let sheet = try #require(try Self.book(nil).sheets.first { $0.name == "Published" })
    let row = try #require(sheet.rows.first { $0[0] == .text("opportunity.total") })
    #expect(row[4] == .number(45) && row[5] == .inapplicable && row[7] == .text("over"))
  }

  /// Ids are those that `explain` answers.
  @Test func idsAreThoseOfExplain() throws {
    let book = try Self.book("HO")
    let years = try #require(book.sheets.first { $0.name == "Years" })
    let benefit = try #require(years.header.firstIndex(of: "Id of the benefit"))
    #expect(years.rows[5][benefit] == .text("HO.benefit.mean@2030-31"))
    #expect(years.rows[5][benefit + 1] == .text("HO.cost@2030-31"))
  }

  @Test(arguments: [
    (0.410_894_792, "£bn", "0.411"), (14.5, "£bn", "14.5"), (-11.155_188_9, "£bn", "\u{2212}11.2"),
    (1_349, "FTE", "1,349"), (0.4876, "share of runs", "49%"), (2_025, "calendar year", "2025"),
    (0, "£bn", "0"), (123_456.789_12, "", "123,457"),
  ])
  func numbersAreShownAsTheyArePrinted(value: Double, unit: String, text: String) throws {
    let sheet = Book.Sheet(
      "A", title: "T", header: ["Value", "Unit"], rows: [[.number(value), .text(unit)]])
    let format = try #require(sheet.format(0, 0))
    #expect(format.text(value) == text)
    #expect(sheet.widths[0] >= text.count + 2)
    #expect(sheet.isNumeric(0) && !sheet.isNumeric(1) && sheet.format(0, 1) == nil)
  }
}
