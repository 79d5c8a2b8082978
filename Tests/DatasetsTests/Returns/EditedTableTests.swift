import Datasets
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What an import does not change stays byte for byte.
@Suite struct EditedTableTests {
  private static let tables = [
    "contractor_spend.csv", "contractor_bodies.csv", "contractor_quality_log.csv", "sources.csv",
    "bodies.csv",
  ]

  /// The shipped folder with its tables written in another way, and what an import makes of them.
  private func imported(
    _ rewrite: (String) -> String, _ mark: [UInt8] = []
  ) throws -> (before: [String: [UInt8]], after: [String: [UInt8]]) {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "digigov-\(UUID().uuidString)")
    try FileManager.default.copyItem(atPath: ShippedFolder.path, toPath: folder.path)
    defer { try? FileManager.default.removeItem(at: folder) }
    var before: [String: [UInt8]] = [:]
    for name in Self.tables {
      let file = folder.appending(path: name)
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let bytes = mark + Array(rewrite(text).utf8)
      try Data(bytes).write(to: file)
      before[name] = bytes
    }
    let rows = [
      PublishedReturn.Row(body: "Home Office", department: "Home Office"),
      .init(body: "Office, \"new\"", department: "Home Office"),
    ]
    let outcome = try ReturnsImport.outcome(
      of: [("ho-july-2026.csv", PublishedReturn(template: .later, rows: rows).bytes)],
      into: DataFolder(path: folder.path), .init())
    var after: [String: [UInt8]] = [:]
    for (name, bytes) in outcome.files where Self.tables.contains(name) { after[name] = bytes }
    #expect(Set(after.keys).isSuperset(of: ["contractor_spend.csv", "sources.csv", "bodies.csv"]))
    #expect(DataFolder(path: folder.path).replacing(outcome.files).check().isEmpty)
    return (before, after)
  }

  private func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  /// How many lines the first has that the second has not.
  private func lost(_ before: [UInt8], _ after: [UInt8]) -> Int {
    let kept = Set(lines(after))
    return lines(before).count { !kept.contains($0) }
  }

  @Test func lineEndsAndTheByteOrderMarkStay() throws {
    let (before, after) = try imported({ $0.replacing("\n", with: "\r\n") }, [0xEF, 0xBB, 0xBF])
    for (name, bytes) in after {
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(name)")
      #expect(bytes.count { $0 == 0x0A } == bytes.count { $0 == 0x0D }, "\(name)")
      #expect(!bytes.dropFirst(3).starts(with: [0xEF]), "\(name)")
      #expect(lost(before[name] ?? [], bytes) <= 2, "\(name)")
    }
  }

  @Test func quotesStay() throws {
    // All cells in quotes, as some programs write them; the texts have no quotes of their own.
    let (before, after) = try imported { text in
      text.split(separator: "\n").map { line in
        line.contains("\"") ? String(line) : "\"" + line.replacing(",", with: "\",\"") + "\""
      }.joined(separator: "\n") + "\n"
    }
    for (name, bytes) in after { #expect(lost(before[name] ?? [], bytes) <= 2, "\(name)") }
  }

  @Test func aLastLineWithoutAnEndGetsOneWhereRowsFollow() throws {
    let (before, after) = try imported { String($0.dropLast()) }
    for (name, bytes) in after {
      #expect(lost(before[name] ?? [], bytes) <= 2, "\(name)")
      #expect(!bytes.contains([0x0A, 0x0A]), "\(name)")
    }
    #expect(after["sources.csv"]?.last == 0x0A)
  }
}
