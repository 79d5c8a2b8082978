import TestSupport
import Testing

@testable import Datasets

/// A body that the user calls new is added once, however often the import is run.
@Suite struct NewBodyTests {
  private typealias Row = PublishedReturn.Row

  private static let later = Month(text: "2026-12")

  private func outcome(
    _ rows: [Row], into folder: DataFolder, newBodies: [String] = []
  ) throws(ImportError) -> ReturnsImport.Outcome {
    try ReturnsImport.outcome(
      of: [("return.csv", PublishedReturn(template: .later, rows: rows).bytes)],
      into: folder, .init(collected: Self.later, newBodies: newBodies))
  }

  private func refusal(_ rows: [Row], into folder: DataFolder, newBodies: [String]) -> String {
    do {
      _ = try outcome(rows, into: folder, newBodies: newBodies)
      return ""
    } catch {
      return error.description
    }
  }

  private static func row(_ body: String, _ staff: String, month: String = "July") -> Row {
    Row(
      month: month, body: body, department: "Department for Education", staff: (staff, staff),
      costs: ("1,200,000", "0", "0"))
  }

  /// The department and its largest body in July 2026, a month that the shipped folder lacks: some
  /// bodies of the year are in it and some are not.
  private func withJuly() throws -> DataFolder {
    let rows = [Self.row("Department for Education", "8,000"), Self.row("SLC", "3,010")]
    return ShippedFolder.folder.replacing(
      try outcome(rows, into: ShippedFolder.folder).files)
  }

  private func staff(of folder: DataFolder) throws -> String {
    let spend = try #require(
      FolderReading(folder, tables: TableSchema.all).tables["contractor_spend"])
    return (0..<spend.count).first {
      spend.text($0, "body") == "DFE" && spend.text($0, "month") == "2026-07"
    }.map { spend.text($0, "payroll_fte") } ?? ""
  }

  @Test(arguments: ["Brand New Body", "Brand-New Body Ltd", "The Brand New Body"])
  func aNewBodyJoinsAMonthOnce(_ spelling: String) throws {
    let july = try withJuly()
    #expect(try staff(of: july) == "11010")
    let rows = [Self.row("Brand New Body", "310")]
    let first = try outcome(rows, into: july, newBodies: ["Brand New Body"])
    #expect(first.months.map(\.isNew) == [false])
    let joined = july.replacing(first.files)
    #expect(joined.check().isEmpty)
    #expect(try staff(of: joined) == "11320")
    for folder in [joined, joined] {
      let again = try outcome(
        [Self.row(spelling, "310")], into: folder, newBodies: [spelling])
      #expect(again.files.isEmpty && again.months.isEmpty && again.bodies.isEmpty)
    }
    // Neither is a body of the month, whatever the user says.
    for name in ["Student Loans Company Ltd", "SLC", "Department for Education (core)"] {
      let held = try outcome([Self.row(name, "3,010")], into: joined, newBodies: [name])
      #expect(held.files.isEmpty && held.held.map(\.department) == ["DFE"])
    }
  }

  /// A body of other months of the year joins once too, and later imports change nothing of that.
  @Test func aKnownBodyJoinsAMonthOnce() throws {
    let july = try withJuly()
    let added = try outcome(
      [Self.row("Standards and Testing Agency", "150")], into: july,
      newBodies: ["Standards and Testing Agency=2026-07"])
    #expect(added.months.map(\.returns) == [1])
    var folder = july.replacing(added.files)
    for _ in 0..<2 {
      for name in ["Standards and Testing Agency=2026-07", "Standards and Testing Agency"] {
        let again = try outcome(
          [Self.row("Standards and Testing Agency", "150")], into: folder, newBodies: [name])
        #expect(again.files.isEmpty, "\(again.files.map(\.name))")
      }
      // August comes, and takes the place of what the tables told of July.
      let august = try outcome(
        [
          Self.row("Standards and Testing Agency", "150", month: "August"),
          Self.row("Department for Education", "8,000", month: "August"),
        ], into: folder)
      folder = folder.replacing(august.files)
      #expect(folder.check().isEmpty)
    }
  }

  /// The same command again, over a month that was new: all of it is there.
  @Test func theSameCommandAgainChangesNothing() throws {
    let rows = [
      Self.row("Department for Education", "8,000"), Self.row("Brand New Body", "310"),
      Self.row("Standards and Testing Agency", "150"),
    ]
    let names = ["Brand New Body", "Standards and Testing Agency"]
    let first = try outcome(rows, into: ShippedFolder.folder, newBodies: names)
    #expect(first.months.map(\.returns) == [3])
    let folder = ShippedFolder.folder.replacing(first.files)
    #expect(try outcome(rows, into: folder, newBodies: names).files.isEmpty)
    #expect(try outcome(rows, into: folder).files.isEmpty)
  }

  /// Where the tables do not tell whether the sum of a month has a body, the user is asked.
  @Test func whatTheFolderDoesNotTellIsAsked() throws {
    var folder = ShippedFolder.folder
    for month in ["July", "August"] {
      let bodies = month == "July" ? ["DfE", "SLC", "Social Work England"] : ["DfE", "SLC", "STA"]
      let rows = bodies.map { Self.row($0, "3,000", month: month) }
      folder = folder.replacing(try outcome(rows, into: folder).files)
    }
    // Both are told: each was last added to by an import of one month.
    for (name, month) in [("Social Work England", "July"), ("STA", "August")] {
      let again = try outcome(
        [Self.row(name, "3,000", month: month)], into: folder, newBodies: [name])
      #expect(again.files.isEmpty)
    }
    // July's import is overwritten by September's.
    folder = folder.replacing(
      try outcome(
        ["DfE", "Social Work England"].map { Self.row($0, "3,000", month: "September") },
        into: folder
      ).files)
    let rows = [Self.row("Social Work England", "3,000")]
    let words = refusal(rows, into: folder, newBodies: ["Social Work England"])
    #expect(
      words.contains(
        "return.csv row 2 column Organisation name: \"Social Work England\": the folder does not tell whether its sum of DFE 2026-07 has"
      ), "\(words)")
    #expect(words.hasSuffix("--new-body \"Social Work England=2026-07\""))
    let added = try outcome(rows, into: folder, newBodies: ["Social Work England=2026-07"])
    let again = folder.replacing(added.files)
    #expect(added.months.count == 1)
    #expect(
      try outcome(rows, into: again, newBodies: ["Social Work England=2026-07"]).files.isEmpty)
  }

  @Test func notesKeepTheMonths() {
    let months = ["2026-08", "2026-07"].compactMap { Month(text: $0) }
    let note = AddedNote.adding([months[0]], to: "Also returned as X.")
    #expect(note == "Also returned as X. Added from a workforce return of August 2026.")
    let both = AddedNote.adding(months, to: note)
    #expect(
      both == "Also returned as X. Added from a workforce return of July 2026, August 2026.")
    #expect(AddedNote.months(in: both) == Set(months))
    #expect(BodyAliases.names(in: both) == ["X"])
    #expect(AddedNote.months(in: "Until July 2026.").isEmpty)
  }
}
