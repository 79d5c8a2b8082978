import ArgumentParser
import Datasets
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `data import workforce` and `data diff`, over copies of the repository's folder.
@Suite struct UpdateCommandTests {
  private static let path =
    #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 } + "/data"

  private static let heading =
    "Organisation name,Parent department,Payroll staff Total FTE,Payroll staff costs Total paybill\n"

  /// A folder to work in, with a copy of the data and a return in it.
  private func inFolder<Value>(
    _ rows: String = "Home Office,Home Office,50000,\"£262,000,000\"\n",
    _ body: (_ data: String, _ file: String, _ folder: String) throws -> Value
  ) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("digigov-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let data = folder.appendingPathComponent("data")
    try FileManager.default.copyItem(at: URL(fileURLWithPath: Self.path), to: data)
    let file = folder.appendingPathComponent("ho-july-2026.csv")
    try Data((Self.heading + rows).utf8).write(to: file)
    return try body(data.path, file.path, folder.path)
  }

  private func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  @Test func aCopyIsMadeAndTheFolderIsLeft() throws {
    try inFolder { data, file, folder in
      let before = try text(of: data + "/contractor_spend.csv")
      let words = try ImportWorkforce.parse(["--data", data, "-o", folder + "/new", file]).result()
      #expect(words.hasPrefix("HO 2026-07: 1 return\n"))
      #expect(words.contains("contractor_spend.csv: 1 added\n"))
      #expect(try text(of: data + "/contractor_spend.csv") == before)
      let new = try text(of: folder + "/new/contractor_spend.csv")
      #expect(new.contains("\nHO,2026-07,1,50000,262,"))
      #expect(DataFolder(path: folder + "/new").check().isEmpty)
      let again = try #require(throws: CommandFailure.self) {
        try ImportWorkforce.parse(["--data", data, "-o", folder + "/new", file]).result()
      }
      #expect(again.code == 2)
      #expect(again.message.contains("is there already; name another with --output DIR"))
    }
  }

  @Test func aDryRunWritesNothing() throws {
    try inFolder { data, file, folder in
      let words = try ImportWorkforce.parse(["--data", data, "--dry-run", "--in-place", file])
        .result()
      #expect(words.contains("  + HO 2026-07\n"))
      #expect(words.hasSuffix("Nothing was written.\n"))
      #expect(try text(of: data + "/sources.csv") == text(of: Self.path + "/sources.csv"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
    }
  }

  @Test func inPlaceChangesTheFolder() throws {
    try inFolder { data, file, _ in
      _ = try ImportWorkforce.parse(["--data", data, "--in-place", file]).result()
      #expect(try text(of: data + "/contractor_spend.csv").contains("\nHO,2026-07,1,50000,262,"))
      #expect(DataFolder(path: data).check().isEmpty)
    }
  }

  /// The second time nothing is written, no byte of the log either, and it is said.
  @Test func importingTwiceWritesOnce() throws {
    try inFolder(
      """
      Home Office,Home Office,50000,"£262,000,000"
      Parole Board,,150,"£600,000"
      Grand total,Home Office,50150,"£262,600,000"
      Disclosure & Barring Service,Home Office,"12,34","£5,000,000"

      """
    ) { data, file, folder in
      let words = try ImportWorkforce.parse(["--data", data, "--in-place", file]).result()
      #expect(words.hasPrefix("HO 2026-07: 2 returns\n"))
      for rule in ["rollup: 2 values", "unassigned: 2 values", "unreadable: 1 value"] {
        #expect(words.contains("left out, \(rule)\n"), "\(words)")
      }
      #expect(DataFolder(path: data).check().isEmpty)
      let names = try FileManager.default.contentsOfDirectory(atPath: data).sorted()
        .filter { $0 != ".digigov" }
      let before = try names.map { try text(of: data + "/" + $0) }
      for options in [["--in-place"], ["-o", folder + "/new"], ["--dry-run"]] {
        let again = try ImportWorkforce.parse(["--data", data, file] + options).result()
        #expect(
          again
            == "HO 2026-07: the folder has the month, which stays as it is\nleft out, unassigned: 2 values\nNothing changes: the folder has these months already.\n"
        )
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: data).sorted()
          .filter { $0 != ".digigov" } == names)
      #expect(try names.map { try text(of: data + "/" + $0) } == before)
      #expect(!FileManager.default.fileExists(atPath: folder + "/new"))
    }
  }

  @Test func aNewBodyOfAMonthThatStandsIsAskedFor() throws {
    try inFolder { data, file, _ in
      _ = try ImportWorkforce.parse(["--data", data, "--in-place", file]).result()
      try Data(
        (Self.heading + "Border Police Command,Home Office,900,\"£4,000,000\"\n").utf8
      ).write(to: URL(fileURLWithPath: file))
      let refused = try #require(throws: CommandFailure.self) {
        try ImportWorkforce.parse(["--data", data, "--in-place", file]).result()
      }
      #expect(refused.code == 3)
      #expect(refused.message.contains("--new-body \"Border Police Command\""))
      let words = try ImportWorkforce.parse([
        "--data", data, "--in-place", "--new-body", "Border Police Command", file,
      ]).result()
      #expect(words.hasPrefix("HO 2026-07: 1 return, added to those of the month\n"))
      #expect(try text(of: data + "/contractor_spend.csv").contains("\nHO,2026-07,2,50900,266,"))
      #expect(DataFolder(path: data).check().isEmpty)
    }
  }

  /// What the folder keeps is said by department, with what differs and what it is without.
  @Test func whatStaysIsSaid() throws {
    let rows =
      "Home Office,Home Office,50000,\"£262,000,000\"\nNCA,Home Office,5000,\"£37,000,000\"\n"
    try inFolder(rows) { data, file, folder in
      let june = folder + "/ho-june-2026.csv"
      try FileManager.default.moveItem(atPath: file, toPath: june)
      let words = try ImportWorkforce.parse(["--data", data, "--in-place", june]).result()
      #expect(
        words
          == """
          HO 2026-06: the folder has the month, which stays as it is
          HO 2026-06: the folder's sum is without HO; --new-body "Home Office" adds it
          Nothing changes: the folder has these months already.

          """)
    }
  }

  @Test(arguments: [
    (["--in-place", "--output", "x"], 2, "--output makes a copy, --in-place none; give one"),
    (["--month", "July"], 2, "--month July; expected a month such as 2026-07"),
    (["--alias", "Home Office"], 2, "--alias Home Office; expected NAME=CODE"),
    (
      ["--published", "yesterday"], 2, "--published yesterday; expected YYYY, YYYY-MM or YYYY-MM-DD"
    ),
    (
      ["nothing.csv"], 3,
      "nothing.csv: unreadable file (No such file or directory); expected a file that may be read"
    ),
  ]) func wrongUseIsSaid(_ words: [String], _ code: Int32, _ message: String) throws {
    try inFolder { data, file, _ in
      let failure = try #require(throws: CommandFailure.self) {
        try ImportWorkforce.parse(["--data", data, file] + words).result()
      }
      #expect(failure.code == code)
      #expect(failure.message == message)
    }
  }

  @Test func aDifferenceOfFiguresAndProjectionsIsTold() throws {
    try inFolder { data, _, _ in
      let keys = data + "/allocation_keys.csv"
      let old = try text(of: keys)
      let row = try #require(old.split(separator: "\n").first { $0.hasPrefix("HO,contractor,") })
      let value = row.split(separator: ",")[2]
      try Data(old.replacing("HO,contractor,\(value),", with: "HO,contractor,1,").utf8)
        .write(to: URL(fileURLWithPath: keys))
      let words = try DataDiff.parse([Self.path, data, "--draws", "64"]).text(width: nil)
      #expect(
        words.hasPrefix(
          "allocation_keys.csv: 1 changed\n  ~ HO contractor: value \(value) to 1\n\n"))
      #expect(words.contains("Projection of blueprint, 64 draws\n"))
      #expect(words.contains("HO: Net present social value, £bn"))
      let json = try DataDiff.parse([Self.path, data, "--format", "json", "--draws", "0"])
        .text(width: nil)
      #expect(json.hasPrefix(#"{"schema": "digigov.data-diff/1", "old": {"name": "digigov""#))
      #expect(
        json.contains(
          #"{"table": "allocation_keys", "added": [], "removed": [], "changed": [{"key": {"organisation_code": "HO", "key": "contractor"}, "cells": [{"column": "value", "old": "\#(value)", "new": "1"}]}]"#
        ))
      let same = try DataDiff.parse([data, data, "--draws", "0"]).text(width: nil)
      #expect(
        same
          == "The tables are the same.\n\nProjections: the same in all 6 scenarios (central case only).\n"
      )
    }
  }

  @Test func aFolderWithDefectsIsRefusedWithAllOfThem() throws {
    try inFolder { data, _, folder in
      let levers = data + "/levers.csv"
      try Data(try text(of: levers).replacing(",step,", with: ",stop,").utf8)
        .write(to: URL(fileURLWithPath: levers))
      let bad = try #require(throws: CommandFailure.self) {
        try DataDiff.parse([Self.path, data]).text(width: nil)
      }
      #expect(bad.code == 3)
      #expect(bad.message.contains("levers.csv row 1 column step: missing column"))
      let none = try #require(throws: CommandFailure.self) {
        try DataDiff.parse([folder + "/none", data]).text(width: nil)
      }
      #expect(none.code == 3)
    }
  }
}
