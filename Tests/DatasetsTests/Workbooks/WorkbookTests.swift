import Testing

@testable import Datasets

/// Workbooks as rows of texts, without a library.
@Suite struct WorkbookTests {
  @Test(arguments: [PackedBytes.fixed, PackedBytes.dynamic, PackedBytes.stored])
  func whatOthersPackedIsUnpacked(_ packed: [UInt8]) throws {
    let bytes = try Inflate.unpacked(packed[...], size: 1_000)
    #expect(String(decoding: bytes, as: UTF8.self) == PackedBytes.text)
  }

  /// Bytes that are cut off, or others, are refused or read; nothing is read past them.
  @Test(arguments: [PackedBytes.fixed, PackedBytes.dynamic, PackedBytes.stored])
  func damagedBytesAreRefused(_ packed: [UInt8]) {
    for end in packed.indices.dropLast() {
      #expect(throws: WorkbookFault.self) { try Inflate.unpacked(packed[..<end], size: 1_000) }
    }
    for place in packed.indices {
      var other = packed
      other[place] ^= 0x55
      _ = try? Inflate.unpacked(other[...], size: 1_000)
    }
    #expect(throws: WorkbookFault.tooLarge) {
      try Inflate.unpacked(packed[...], size: Inflate.largest + 1)
    }
  }

  /// A part of 100 MB of noughts, packed into 100 kB, is not unpacked whole.
  @Test func aPartThatGrowsWithoutEndIsRefused() {
    // A stored nought, then the longest copies of it, over and over, in the fixed code.
    var bits: [UInt8] = [0, 1, 0]
    bits += [0, 0, 1, 1, 0, 0, 0, 0]
    for _ in 0..<300_000 { bits += [1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0] }
    let packed = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<min(start + 8, bits.count)].enumerated().reduce(UInt8(0)) {
        $0 | $1.element << UInt8($1.offset)
      }
    }
    #expect(throws: WorkbookFault.tooLarge) { try Inflate.unpacked(packed[...], size: 10) }
  }

  @Test func anExcelWorkbookIsRowsOfTexts() throws {
    let sheets = try Workbook(PackedBytes.xlsx).sheets
    #expect(sheets.map(\.name) == ["Notes", "Return"])
    let rows = sheets[1].rows
    #expect(rows[0] == ["Workforce <July> & co"])
    #expect(rows[1].first == "Year" && rows[1].last == "Non-payroll staff costs; Contingent labour")
    #expect(rows[2].prefix(3) == ["2026-07-01", "", "Home Office"])
    #expect(rows[2][7] == "262000000.5")
    // What is merged over both rows stands in both.
    #expect(
      rows[3].prefix(5) == ["2026-07-01", "", "Disclosure and Barring Service", "x", "Home Office"])
  }

  @Test func anOpenDocumentIsRowsOfTexts() throws {
    let sheet = try #require(try Workbook(PackedBytes.ods).sheets.first)
    #expect(sheet.rows.count == 3)
    #expect(sheet.rows[1].prefix(3) == ["2026-07-01", "", "Home Office"])
    // The number of the file, not what is shown.
    #expect(sheet.rows[1][7] == "262000000.5")
    #expect(sheet.rows[2][0] == "2026-07-01" && sheet.rows[2][4] == "Home Office")
  }

  @Test func damagedWorkbooksAreRefused() {
    for book in [PackedBytes.xlsx, PackedBytes.ods] {
      for end in stride(from: 0, to: book.count - 1, by: 7) {
        #expect(throws: WorkbookFault.self) { try Workbook(Array(book[..<end])) }
      }
      for place in stride(from: 0, to: book.count, by: 3) {
        var other = book
        other[place] ^= 0xFF
        _ = try? Workbook(other)
      }
    }
  }

  @Test(arguments: [
    ("mmm-yy", true), ("[$-809]dd mmmm yyyy;@", true), ("\"£\"#,##0.00;[Red]-\"£\"#,##0.00", false),
    ("General", false), ("0.00E+00", false), ("#,##0\\d", false), ("yyyy", true), ("@", false),
  ])
  func aFormatOfDaysIsTold(_ format: String, _ isDay: Bool) {
    #expect(ExcelBook.isDay(format) == isDay)
  }

  @Test(arguments: [
    (46_204.0, false, "2026-07-01"), (46_203.75, false, "2026-06-30"),
    (45_351, false, "2024-02-29"),
    (44_742, true, "2026-07-01"), (61, false, "1900-03-01"),
  ])
  func daysAreNumbered(_ serial: Double, _ from1904: Bool, _ text: String) {
    #expect(SerialDay.text(serial, from1904: from1904) == text)
  }

  @Test func aWorkbookIsAReturnLikeAnother() throws {
    for (name, bytes) in [("ho.xlsx", PackedBytes.xlsx), ("ho.ods", PackedBytes.ods)] {
      let outcome = try ReturnsImport.outcome(
        of: [(name: name, bytes: bytes)], into: ShippedFolder.folder, .init())
      #expect(outcome.months.map(\.department) == ["HO"])
      #expect(outcome.months.map { "\($0.month)" } == ["2026-07"])
      #expect(outcome.months.map(\.returns) == [2])
    }
  }
}
