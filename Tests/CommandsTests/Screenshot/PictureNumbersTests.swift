import Analytics
import ArgumentParser
import Datasets
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The CSV of every view over the shipped data, read by a reader of its own: what is modelled is held
/// against `project`, what is published against the data, to the last bit.
@Suite struct PictureNumbersTests {
  private static let data =
    #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 } + "/data"
  private static let settings = ["--draws", "16", "--data", data]

  private static let views: [[String]] =
    [
      "overview", "opportunity", "legacy", "contractors", "outages", "services", "departments",
      "lab", "evidence",
    ].map { ["--view", $0] } + ["HO", "HMT", "MHCLG", "HMRC", "NHS"].map { ["--department", $0] }
  private static let panels: [[String]] =
    ["fan", "fans", "tornado", "indices", "information", "comparison", "delay", "results"].map {
      ["--view", "lab", "--panel", $0]
    } + [
      ["--view", "legacy", "--panel", "left"], ["--view", "services", "--panel", "curve"],
      ["--view", "contractors", "--panel", "conversion"],
      ["--department", "DWP", "--panel", "months"],
    ]

  private static func shot(_ words: [String]) throws -> CSVRows {
    try inFolder { folder in
      _ = try Screenshot.parse(
        words + settings + ["--size", "160x60", "--output", "\(folder)/a.csv"]
      ).write()
      let bytes = try Data(contentsOf: URL(filePath: "\(folder)/a.csv"))
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      return try CSVRows(String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func table(_ name: String) throws -> CSVRows {
    try CSVRows(String(contentsOfFile: "\(data)/\(name).csv", encoding: .utf8))
  }

  private static func number(_ row: [String: String], _ column: String) -> Double? {
    row[column].flatMap { $0.isEmpty ? nil : Double($0) }
  }

  /// `project`'s answer by scope, series with its stream, year and statistic.
  private static let projected: Result<[String: Double], any Error> = Result {
    let text = try Project.parse(["--format", "csv"] + settings).output(width: nil)
    let rows = try CSVRows(text).rows
    let projected = Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let key = ["scope", "series", "stream", "year", "statistic"].map { row[$0] ?? "" }
        return (key.joined(separator: "|"), number(row, "value") ?? .nan)
      })
    return projected.merging(try means()) { own, _ in own }
  }

  /// Means by year that `project` does not give, from the model itself.
  private static func means() throws -> [String: Double] {
    let inputs = try DataFolder(path: data).modelInputs()
    let preset = try #require(inputs.presets.first { $0.id == inputs.defaultScenario })
    let run = Model(inputs).uncertainty(Scenario(preset), draws: 16, seed: inputs.seed)
    let account = try #require(run?.expected)
    var means: [String: Double] = [:]
    for (year, label) in account.years.enumerated() {
      means["national|conversion||\(label)|mean"] = account.national.conversion[year]
      for (stream, values) in account.national.gross {
        means["national|gross|\(stream.rawValue)|\(label)|mean"] = values[year]
      }
    }
    return means
  }

  /// What `project` has for a number of a picture; nil where it has none.
  private static func truth(
    _ row: [String: String], _ statistic: String, _ projected: [String: Double]
  ) -> Double? {
    let id = (row["id"] ?? "").split(separator: "@").map(String.init)
    var names = (id.first ?? "").split(separator: ".").map(String.init)
    guard let first = names.first else { return nil }
    let isOrganisation = first.allSatisfy { $0.isUppercase } && names.count > 1
    let scope = isOrganisation ? names.removeFirst() : "national"
    if let last = names.last, ["p10", "p50", "p90"].contains(last) { names.removeLast() }
    guard let series = names.first, names.count < 3 else { return nil }
    let stream = names.count > 1 ? names[1] : ""
    let year = id.count > 1 ? id[1] : ""
    let final = series == "benefit" && year == "2040-41" ? "final_benefit" : series
    return projected["\(scope)|\(series)|\(stream)|\(year)|\(statistic)"]
      ?? projected["\(scope)|\(final)|\(stream)||\(statistic)"]
  }

  @Test(arguments: views + panels)
  func everyNumberIsThatOfTheModelOrTheData(words: [String]) throws {
    let projected = try Self.projected.get()
    let facts = Dictionary(
      uniqueKeysWithValues: try Self.table("facts").rows.map { ($0["id"] ?? "", $0) })
    let csv = try Self.shot(words)
    #expect(
      csv.header == [
        "table", "id", "figure", "series", "body", "period", "statistic", "number", "low", "high",
        "unit", "qualifier", "mark", "as_of", "disputed", "old", "caution", "source_id", "scenario",
        "value",
        "marking",
      ])
    let sources = Set(csv.rows.filter { $0["table"] == "Sources" }.compactMap { $0["id"] })
    var held = 0
    for row in csv.rows where row["table"] != "Sources" {
      let said = "\(words) \(row["id"] ?? "") \(row["statistic"] ?? "")"
      // A number is written as a program would, and reads back as the shortest text.
      for column in ["number", "low", "high"] {
        guard let text = row[column], !text.isEmpty else { continue }
        let value = try #require(Double(text), "\(said)")
        #expect(text == (value == 0 ? "0" : JSONValue.number(value).text), "\(said)")
      }
      #expect((row["figure"] == "") != (row["series"] == ""), "\(said)")
      #expect(["reported", "derived", "modelled"].contains(row["mark"] ?? ""), "\(said)")
      // What rests on a scenario is modelled; a judgement that no lever moves has none.
      let rests = row["scenario"] != ""
      #expect(!rests || row["mark"] == "modelled", "\(said)")
      let isResult = ["benefit", "npsv", "final_benefit", "net.", "gross."].contains {
        row["id"]?.hasPrefix($0) == true
      }
      #expect(!isResult || rests, "\(said)")
      #expect(!rests || row["id"]?.hasPrefix("red_list") != true, "\(said)")
      if let source = row["source_id"], !source.isEmpty { #expect(sources.contains(source)) }
      if row["mark"] == "modelled" {
        // Of a scenario beside the present one, or in another unit, project knows nothing here.
        let statistic = row["statistic"] ?? ""
        guard statistic != "difference", statistic != "",
          let number = Self.number(row, "number"),
          let truth = Self.truth(row, statistic, projected), row["id"] != "npsv.change"
        else { continue }
        #expect(number.bitPattern == truth.bitPattern, "\(said): \(number), project \(truth)")
        if let low = Self.number(row, "low"), let high = Self.number(row, "high") {
          #expect(low == Self.truth(row, "p10", projected), "\(said)")
          #expect(high == Self.truth(row, "p90", projected), "\(said)")
        }
        held += 1
      } else if let fact = facts[row["id"] ?? ""] {
        for (column, cell) in [("number", "value"), ("low", "low"), ("high", "high")] {
          #expect(Self.number(row, column) == Self.number(fact, cell), "\(said) \(column)")
        }
        #expect(row["unit"] == fact["unit"] && row["body"] == fact["body"], "\(said)")
        held += 1
      }
    }
    let isModel =
      words.contains("lab")
      && ["tornado", "indices", "information", "comparison", "delay", "fans"].contains(
        words.last ?? "")
    #expect(
      isModel || words.contains("left") || words.contains("months") || held > 5,
      "\(words) \(held)")
  }

  /// All months that the folder has, each its own sum, and none that it has not.
  @Test(arguments: ["MHCLG", "DWP", "HO", "DSIT"]) func everyMonthIsThere(code: String) throws {
    let months = try Self.table("contractor_spend").rows.filter { $0["body"] == code }
    let wanted = months.compactMap { row -> (String, Double)? in
      let parts = ["contingent_cost_gbp_m", "consultancy_cost_gbp_m"].map { Self.number(row, $0) }
      guard parts[0] != nil || parts[1] != nil else { return nil }
      return (row["month"] ?? "", (parts[0] ?? 0) + (parts[1] ?? 0))
    }
    let rows = try Self.shot(["--department", code, "--panel", "months"]).rows
      .filter { $0["series"] != "" }
    #expect(rows.map { $0["period"] } == wanted.map(\.0))
    #expect(rows.map { Self.number($0, "number") } == wanted.map(\.1))
    #expect(rows.allSatisfy { $0["body"] == code && $0["unit"] == "£m" })
  }

  /// Bands and all statistics of a chart.
  @Test func aFanHasItsStatistics() throws {
    let fan = try Self.shot(["--view", "overview", "--panel", "fan"]).rows
    for statistic in ["p10", "mean", "p90"] {
      #expect(fan.count { $0["statistic"] == statistic && $0["series"] != "" } >= 16)
    }
    let fans = try Self.shot(["--view", "lab", "--panel", "fans"]).rows
    for name in [
      "Full programme from 2027-28", "Do nothing", "Full programme from 2025-26 (counterfactual)",
      "Faster programme from 2025-26 (counterfactual)",
    ] {
      for statistic in ["P10", "expected", "P90"] {
        #expect(fans.count { $0["series"] == "\(name), \(statistic)" } == 16)
      }
    }
    let tornado = try Self.shot(["--view", "lab", "--panel", "tornado"]).rows
    #expect(tornado.count { $0["id"]?.hasSuffix(".P10") == true && $0["figure"] != "" } == 34)
    #expect(tornado.allSatisfy { $0["table"] == "Sources" || Self.number($0, "number") != nil })
  }

  /// JSON has the same numbers, and each source once.
  @Test func jsonHasTheSameNumbers() throws {
    try inFolder { folder in
      _ = try Screenshot.parse(
        ["--department", "HMT", "--output", "\(folder)/a.csv", "--output", "\(folder)/a.json"]
          + ["--no-bom"] + Self.settings
      ).write()
      let text = String(
        decoding: try Data(contentsOf: URL(filePath: "\(folder)/a.csv")), as: UTF8.self)
      #expect(text.unicodeScalars.starts(with: "table,id,".unicodeScalars))
      let csv = try CSVRows(text)
      let json = try JSONReader.read(
        Array(String(contentsOfFile: "\(folder)/a.json", encoding: .utf8).utf8))
      guard case .object(let members) = json,
        case .object(let numbers)? = members.first(where: { $0.name == "numbers" })?.value,
        case .array(let rows)? = numbers.first(where: { $0.name == "rows" })?.value,
        case .array(let sources)? = members.first(where: { $0.name == "sources" })?.value
      else {
        Issue.record("no numbers")
        return
      }
      let written = csv.rows.filter { $0["table"] != "Sources" }
      #expect(rows.count == written.count)
      #expect(sources.count == csv.rows.count - written.count && !sources.isEmpty)
      for (row, line) in zip(rows, written) {
        guard case .array(let cells) = row else { continue }
        let number = Self.number(line, "number").map { JSONValue.number($0) } ?? .null
        #expect(cells.count == csv.header.count - 1 && cells[7] == number)
      }
    }
  }
}
