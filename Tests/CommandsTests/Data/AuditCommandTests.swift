import ArgumentParser
import Datasets
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `data audit` over the repository's folder and over copies of it.
@Suite struct AuditCommandTests {
  private static let path =
    #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 } + "/data"

  private func inCopy<Value>(_ body: (_ data: String) throws -> Value) throws -> Value {
    let copy = FileManager.default.temporaryDirectory
      .appendingPathComponent("digigov-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: URL(fileURLWithPath: Self.path), to: copy)
    defer { try? FileManager.default.removeItem(at: copy) }
    return try body(copy.path)
  }

  private func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  @Test(arguments: [[path], ["--data", path]])
  func theShippedTableIsTheAudit(_ words: [String]) throws {
    let (text, failure) = try DataAudit.parse(words).result(width: nil)
    #expect(failure == nil)
    #expect(text.contains("MOD  2025-04 to 2026-03  contingent_cost_per_head  cost-per-head\n"))
    #expect(text.contains("£1.39m a head a year"))
    #expect(text.split(separator: "\n").last?.contains(/^\d+ verdicts on \d+ departments$/) == true)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test func inJSONEachVerdictIsAnObject() throws {
    let (text, failure) = try DataAudit.parse([Self.path, "--format", "json"]).result(width: 40)
    #expect(failure == nil)
    let plain = text.filter { !$0.isWhitespace }
    #expect(plain.hasPrefix("{\"schema\":\"digigov.data-audit/1\",\"folder\":"))
    #expect(plain.contains("\"verdicts\":[{\"department\":"))
    #expect(plain.contains("\"rule\":\"zero\",\"value\":0,\"expected\":"))
  }

  /// A month that was edited since has other verdicts than the table: told, and mended by --write.
  @Test func aTableOfOtherVerdictsIsTold() throws {
    try inCopy { data in
      let spend = data + "/contractor_spend.csv"
      let edited = try text(of: spend).replacing(
        "\nDWP,2025-10,4,", with: "\nDWP,2025-10,4,9", maxReplacements: 1)
      try Data(edited.utf8).write(to: URL(fileURLWithPath: spend))
      let (_, failure) = try DataAudit.parse([data]).result(width: nil)
      #expect(failure?.code == 1)
      let message = try #require(failure?.message)
      #expect(message.hasPrefix("\(data)/contractor_audit.csv: lacks "))
      #expect(message.hasSuffix(" of these verdicts and has 0 others; --write makes it anew"))
      let (words, none) = try DataAudit.parse([data, "--write"]).result(width: nil)
      #expect(none == nil && words.contains("DWP  2025-10  payroll_fte  outlier\n"))
      #expect(try DataAudit.parse([data]).result(width: nil).failure == nil)
      #expect(DataFolder(path: data).check().isEmpty)
    }
  }

  @Test func aMissingTableIsTold() throws {
    try inCopy { data in
      try FileManager.default.removeItem(atPath: data + "/contractor_audit.csv")
      let (_, failure) = try DataAudit.parse([data]).result(width: nil)
      #expect(failure?.code == 1)
      #expect(
        failure?.message == "\(data)/contractor_audit.csv: missing file; --write makes it")
    }
  }

  @Test(arguments: [
    (["--format", "csv"], 2, "unknown format csv; allowed table json"),
    ([path, "--data", "other"], 2, "two folders: \(path) and --data other"),
  ])
  func wrongUsageIsRefused(_ words: [String], code: Int, message: String) throws {
    let failure = try #require(throws: CommandFailure.self) {
      try DataAudit.parse(words).result(width: nil)
    }
    #expect(Int(failure.code) == code && failure.message == message)
  }

  /// What an import makes holds the audit of its own figures.
  @Test func anImportWritesItsAudit() throws {
    try inCopy { data in
      let file = data + "-dwp-october-2026.csv"
      defer { try? FileManager.default.removeItem(atPath: file) }
      let heading =
        "Organisation name,Parent department,Payroll staff Total FTE,Payroll staff costs Total paybill\n"
      let row = "Home Office,Home Office,50000,\"£262,000,000\"\n"
      try Data((heading + row).utf8).write(to: URL(fileURLWithPath: file))
      _ = try ImportWorkforce.parse(["--data", data, "--in-place", "--month", "2026-07", file])
        .result()
      #expect(try DataAudit.parse([data]).result(width: nil).failure == nil)
    }
  }
}
