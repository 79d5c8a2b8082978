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
}
