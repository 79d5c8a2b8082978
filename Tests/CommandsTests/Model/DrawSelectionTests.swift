import ArgumentParser
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// `project --each-draw --select`, and the way from the headline recomputed from it.
@Suite struct DrawSelectionTests {
  private static let tests =
    #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
  private static let data = ["--data", tests + "/AnalyticsTests/Fixtures"]

  /// The columns by name.
  private func draws(_ words: [String], _ names: [String]) throws -> [String: [Double]] {
    let text = try inFolder { folder in
      let path = folder + "/draws.csv"
      _ = try Project.parse(
        words + Self.data + ["--each-draw", path, "--select", names.joined(separator: ",")]
      ).output(width: nil)
      return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    #expect(Array(header.suffix(names.count)) == names && header.count == 35 + names.count)
    var columns: [String: [Double]] = [:]
    for (place, name) in header.enumerated() {
      columns[name] = lines.dropFirst().map { Double($0[place]) ?? .nan }
    }
    return columns
  }

  private static let steps = [
    "potential_range", "not_reached", "not_realised", "not_taken_up", "eroded", "counted_twice",
  ]

  /// Full coverage from the first year, so that the steps are a few products of what was drawn.
  @Test func theStepsAreThoseOfTheAssumptions() throws {
    let names =
      ["full_potential", "like_for_like", "benefit", "contractors_beside", "legacy_beside"]
      + Self.steps
    let year = "2040-41"
    let columns = try draws(
      ["--scenario", "blueprint", "--draws", "32"], names.map { "\($0)@\(year)" })
    func column(_ name: String) throws -> [Double] {
      try #require(columns[name] ?? columns["\(name)@\(year)"])
    }
    for draw in 0..<32 {
      func drawn(_ name: String) throws -> Double { try column(name)[draw] }
      let published = ["automation": 36.0, "channel": 4, "fraud": 6]
      var (range, realised, takenUp, eroded) = (0.0, 0.0, 0.0, 0.0)
      for (stream, middle) in published {
        let potential = try drawn("\(stream)_potential")
        let rate = try drawn("\(stream)_realisation")
        let half = try drawn("\(stream)_years_to_half") * (1 + drawn("schedule_overrun"))
        let shape = try drawn("adoption_shape")
        let x = exp(-log(2 + shape) * 14.5 / half)
        let adopted = (1 - x) / (1 + shape * x)
        range += potential - middle
        realised += potential * (rate - 1)
        takenUp += potential * rate * (adopted - 1)
        if stream == "fraud" {
          let kept = exp(14.5 * log(1 - (try drawn("fraud_erosion"))))
          eroded += potential * rate * adopted * (kept - 1)
        }
      }
      for (name, value) in [
        ("potential_range", range), ("not_realised", realised), ("not_taken_up", takenUp),
        ("eroded", eroded), ("not_reached", 0), ("full_potential", 46),
      ] {
        let found = try drawn(name)
        #expect(abs(found - value) <= 1e-9 * max(abs(value), 1), "\(name) in draw \(draw)")
      }
      let alike = try (["full_potential"] + Self.steps).reduce(0) { $0 + (try drawn($1)) }
      #expect(abs(alike - (try drawn("like_for_like"))) < 1e-9)
      let whole = try alike + drawn("contractors_beside") + drawn("legacy_beside")
      #expect(abs(whole - (try drawn("benefit"))) < 1e-9)
    }
  }

  /// What is of an organisation adds up to what is of the nation.
  @Test func organisationsAddUp() throws {
    let codes = try DataCodes.all(Self.tests)
    for series in ["benefit", "cash", "cost"] {
      let columns = try draws(
        ["--scenario", "prioritised", "--draws", "9"],
        ["\(series)@2033-34"] + codes.map { "\($0).\(series)@2033-34" })
      for draw in 0..<9 {
        let sum = codes.reduce(0) { $0 + (columns["\($1).\(series)@2033-34"]?[draw] ?? .nan) }
        let whole = columns["\(series)@2033-34"]?[draw] ?? .nan
        #expect(abs(sum - whole) <= 1e-9 * max(1, abs(whole)))
      }
    }
    let columns = try draws(
      ["--draws", "9"],
      ["npsv", "outages@2030-31", "net_benefit@2030-31"] + codes.map { "\($0).npsv" })
    for draw in 0..<9 {
      let sum = codes.reduce(0) { $0 + (columns["\($1).npsv"]?[draw] ?? .nan) }
      #expect(abs(sum - (columns["npsv"]?[draw] ?? .nan)) < 1e-8)
    }
  }

  @Test(arguments: [
    (["--each-draw", "/nowhere/x.csv", "--select", "npvs"], "did you mean"),
    (["--each-draw", "/nowhere/x.csv", "--select", "benefit@2099-00"], "unknown number"),
    (["--each-draw", "/nowhere/x.csv", "--select", "not_realised@2030-31"], "unknown number"),
    (["--each-draw", "/nowhere/x.csv", "--select", "HO.bcr"], "unknown number"),
    (["--each-draw", "/nowhere/x.csv", "--select", "npsv,,bcr"], "unknown number"),
  ])
  func refuses(words: [String], message: String) throws {
    let project = try Project.parse(words + Self.data + ["--draws", "2"])
    let failure = #expect(throws: CommandFailure.self) { _ = try project.output(width: nil) }
    #expect(failure?.code == 2 && failure?.message.contains(message) == true)
  }
}

private enum DataCodes {
  /// Codes of the fixtures' organisations.
  static func all(_ tests: String) throws -> [String] {
    let path = tests + "/AnalyticsTests/Fixtures/organisations.csv"
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: ",").first.map(String.init)
    }
  }
}
