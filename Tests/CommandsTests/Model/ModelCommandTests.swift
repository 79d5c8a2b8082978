import ArgumentParser
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `project`, `sensitivity` and `compare` over the folder that the expected answers were made from.
@Suite struct ModelCommandTests {
  private static let tests =
    #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
  private static let data = ["--data", tests + "/AnalyticsTests/Fixtures"]

  private func project(_ words: [String]) throws -> String {
    try Project.parse(words + Self.data).output(width: nil)
  }

  private func tree(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

  /// The whole answer of an independent implementation.
  @Test(arguments: [
    ("blueprint_central", ["--draws", "0"]),
    ("do_nothing_central", ["--draws", "0", "--scenario", "do_nothing"]),
    (
      "blueprint_hmrc_no_automation_central",
      ["--set", "HMRC.automation_coverage=0", "--draws", "0"]
    ),
    ("blueprint_1024_draws", ["--draws", "1024"]),
  ])
  func answersAsExpected(name: String, words: [String]) throws {
    let path = "\(Self.tests)/AnalyticsTests/Expected/\(name).json"
    let wanted = try JSONReader.read(Array(Data(contentsOf: URL(fileURLWithPath: path))))
    #expect(try tree(project(words)).differences(from: wanted) == [])
  }

  @Test func theSameCommandGivesTheSameBytes() throws {
    let words = ["--draws", "100", "--seed", "18446744073709551615"]
    #expect(try project(words) == project(words))
  }

  /// `scenario` of an answer, written to a file and given back, gives the answer again.
  @Test func theScenarioOfAnAnswerIsAScenarioFile() throws {
    let words = [
      "--scenario", "accelerated", "--set", "HMRC.pace=1.25", "--set", "start_delay=0.5",
      "--assume", "cost_overrun=1.1,1.3,2", "--assume", "automation_realisation=0",
      "--key-set", "automation_gds2026", "--discounting", "0.035",
    ]
    let first = try project(words + ["--draws", "10"])
    let scenario = try #require(try tree(first).members.first { $0.name == "scenario" }?.value)
    try Self.withFile(scenario.text) { path in
      let again = try project(["--scenario", path, "--draws", "10"])
      #expect(again == first)
    }
  }

  /// The last of a target wins, an organisation's value always over the national one, and options
  /// over a line.
  @Test(arguments: [
    (["--set", "pace=2", "--set", "pace=0.9"], ["--set", "pace=0.9"]),
    (["--set", "NHS.pace=2", "--set", "pace=0.9"], ["--set", "pace=0.9", "--set", "NHS.pace=2"]),
    (
      ["--assume", "cost_overrun=3", "--assume", "cost_overrun=2"], ["--assume", "cost_overrun=2"]
    ),
    (
      ["--scenario", "digigov1:blueprint:seed=3:draws=4", "--seed", "5"],
      ["--seed", "5", "--draws", "4"]
    ),
  ])
  func whichOptionWins(words: [String], same: [String]) throws {
    let short = ["--department", "NHS"]
    let drawn = words.contains("--scenario") ? [] : ["--draws", "2"]
    #expect(
      try project(short + drawn + words) == project(short + drawn + same))
  }

  @Test func csvHasARowForEachNumber() throws {
    let words = ["--draws", "3", "--department", "NHS", "--department", "AGO"]
    let lines = try project(words + ["--format", "csv"]).split(separator: "\n")
    #expect(lines[0] == "scope,series,stream,year,statistic,value")
    #expect(lines[1].hasPrefix("national,benefit,,2025-26,central,0.0822178747822064"))
    let national = 12 * 16 + 10 * 16 + 11
    let organisations = 2 * ((4 + 5 + 2) * 16 + 1)
    let uncertain = 4 * 16 * 4 + 11 * 5 + 2 + 2 * 2 * 4
    #expect(lines.count == 1 + national + organisations + uncertain)
    // File order, whatever the order of the options.
    let scopes = lines.dropFirst().compactMap { $0.split(separator: ",").first }
    #expect(Set(scopes) == ["national", "AGO", "NHS"])
    #expect(
      try #require(scopes.firstIndex(of: "AGO")) < (try #require(scopes.firstIndex(of: "NHS"))))
    #expect(lines.contains { $0.hasPrefix("national,probability_payback,,,share,") })
    #expect(lines.contains { $0.hasPrefix("NHS,npsv,,,mean,") })
    #expect(
      lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 6 })
  }

  @Test func undefinedNumbers() throws {
    let words = ["--scenario", "do_nothing", "--draws", "1"]
    let csv = try project(words + ["--format", "csv"])
    #expect(csv.contains("national,bcr,,,central,\n") && csv.contains("national,npsv,,,sd,\n"))
    let json = try project(words)
    #expect(json.contains(#""bcr": null"#) && json.contains(#""sd": null"#))
    #expect(!json.contains("nan") && !json.contains("inf"))
  }

  @Test func tableRounds() throws {
    let table = try project(["--draws", "0", "--format", "table"])
    #expect(table.contains("Net present social value, £bn"))
    #expect(table.split(separator: "\n").contains { $0.hasPrefix("HMRC ") && $0.contains("1.8") })
  }

  @Test func eachDraw() throws {
    try Self.withFile("old") { path in
      _ = try project(["--draws", "3", "--scenario", "do_nothing", "--each-draw", path, "--force"])
      let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
      let rows = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      #expect(rows.map(\.count) == [46, 46, 46, 46])
      #expect(rows.map { $0[0] } == ["draw", "0", "1", "2"])
      #expect(rows[0][1] == "automation_potential" && rows[0][35] == "present_value_benefit")
      #expect(rows[1][1] == "36.90910191217572" && rows[1][37] == "0" && rows[1][38].isEmpty)
      _ = try project(["--draws", "0", "--each-draw", path, "--force"])
      #expect(
        try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
          == rows[0].joined(separator: ",") + "\n")
    }
  }

  @Test func batch() throws {
    var lines = [
      "blueprint", "", "  digigov1:delayed:pace=0.9 \t", "nope",
      #"{"id": "mine", "base": "blueprint", "levers": {"pace": 2}}"#, #"{"x": 1}"#, "/dev/null",
    ]
    var answers: [JSONValue] = []
    let command = try Project.parse(
      ["--batch", "--draws", "2", "--department", "AGO", "--set", "start_delay=1"] + Self.data)
    let failure = #expect(throws: CommandFailure.self) {
      try command.project(
        lines: { lines.isEmpty ? nil : lines.removeFirst() },
        answer: { text in
          #expect(text.filter { $0 == "\n" }.count == 1)
          if let answer = try? JSONReader.read(Array(text.utf8)) { answers.append(answer) }
        })
    }
    #expect(failure?.code == 1 && failure?.message == "3 bad lines of 7")
    #expect(
      answers.map { $0["schema"] } == [
        .projection, .projection, .error, .projection, .error, .error,
      ])
    #expect(answers.map { $0["line"] } == [nil, nil, .number(4), nil, .number(6), .number(7)])
    #expect(answers.map { $0["code"] } == [nil, nil, .number(2), nil, .number(3), .number(2)])
    #expect(answers[3]["scenario"]?["id"] == .string("mine"))
    #expect(answers[3]["scenario"]?["levers"]?["start_delay"] == .number(1))
    #expect(answers[0]["organisations"]?.members.map(\.name) == ["AGO"])
  }

  @Test func sensitivityAnswers() throws {
    let text = try Sensitivity.parse(["--scenario", "do_nothing"] + Self.data).output()
    let answer = try tree(text)
    #expect(answer["base"] == .number(0))
    guard case .array(let bars)? = answer["tornado"] else {
      Issue.record("no tornado")
      return
    }
    #expect(bars.count == 34 && bars.first?["id"] == .string("automation_potential"))
    #expect(answer["sobol"]?["n"] == .number(1024))
    let indices = answer["sobol"]?["indices"]
    #expect(indices?.members.count == 35)
    #expect(indices?["delivery_factor"]?["total"] == .null)
    #expect(answer["evppi"]?.members.count == 34)
  }

  @Test func compareAnswers() throws {
    let words = ["digigov1:blueprint:seed=4", "delayed", "digigov1:blueprint:pace=2:seed=4"]
    let text = try Compare.parse(words + ["--draws", "8"] + Self.data).output(width: nil)
    let answer = try tree(text)
    #expect(answer["draws"] == .number(8) && answer["seed"] == .number(4))
    guard case .array(let scenarios)? = answer["scenarios"],
      case .array(let pairs)? = answer["pairs"],
      case .array(let attribution)? = answer["attribution"]
    else {
      Issue.record("a part is missing")
      return
    }
    #expect(
      scenarios.map { $0["id"] } == [.string("blueprint"), .string("delayed"), .string("custom")])
    #expect(pairs.map { $0["b"] } == [.number(1), .number(2), .number(2)])
    #expect(attribution.map { $0["to"] } == [.number(1), .number(2)])
    #expect(attribution.allSatisfy { $0["by_lever"]?.members.count == 8 })
    #expect(attribution[1]["by_lever"]?["pace"] == attribution[1]["change"])
    let table = try Compare.parse(words + ["--draws", "0", "--format", "table"] + Self.data)
      .output(width: nil)
    for text in ["blueprint less delayed", "a year's delay, central", "central change from"] {
      #expect(table.contains(text), "\(table)")
    }
  }

  /// Runs with a file that holds a text, and takes it away again.
  static func withFile(_ text: String, _ body: (String) throws -> Void) throws {
    try withFile(Array(text.utf8), body)
  }

  static func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) throws {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("digigov-\(UUID().uuidString).json")
    try Data(bytes).write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    try body(place.path)
  }
}

extension JSONValue {
  static let projection = JSONValue.string("digigov.projection/1")
  static let error = JSONValue.string("digigov.error/1")

  subscript(name: String) -> JSONValue? { members.first { $0.name == name }?.value }

  /// Where two trees differ; numbers agree to 1e-8 and 1e-10.
  func differences(from other: JSONValue, at path: String = "") -> [String] {
    switch (self, other) {
    case (.number(let a), .number(let b)):
      return abs(a - b) <= 1e-10 + 1e-8 * max(abs(a), abs(b)) ? [] : ["\(path): \(a), not \(b)"]
    case (.array(let a), .array(let b)) where a.count == b.count:
      return zip(a, b).enumerated().flatMap { place, pair in
        pair.0.differences(from: pair.1, at: "\(path)[\(place)]")
      }
    case (.object(let a), .object(let b)) where Set(a.map(\.name)) == Set(b.map(\.name)):
      return a.flatMap { member in
        member.value.differences(from: other[member.name] ?? .null, at: "\(path).\(member.name)")
      }
    default: return self == other ? [] : ["\(path): \(text.prefix(60))"]
    }
  }
}
