import ArgumentParser
import Testing

@testable import Commands

/// Bad input of the commands of the model: code, and what the message names. Section 6 of the
/// contract.
@Suite struct ModelRefusalTests {
  private static let data = [
    "--data",
    #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
      + "/AnalyticsTests/Fixtures",
  ]

  @Test(arguments: [
    (["--set", "pace=3"], "pace=3: allowed 0.5 to 2"),
    (["--set", "HRMC.pace=1"], "unknown organisation HRMC; allowed AGO CO DBT"),
    (["--set", "pase=1"], "unknown lever pase; allowed automation_coverage"),
    (["--set", "pase=1"], "did you mean pace?"),
    (["--set", "pace"], "pace: expected LEVER=NUMBER"),
    (["--set", "pace=1,2"], "pace=1,2: expected one number"),
    (["--set", "pace=nan"], "pace=nan: expected one number"),
    (["--set", "-1"], "-1: expected LEVER=NUMBER"),
    (["--assume", "cost_overrun=1,2"], "cost_overrun=1,2"),
    (["--assume", "cost_overrun=2,1,3"], "cost_overrun=2,1,3"),
    (["--assume", "cost_overrun=0.5"], "cost_overrun=0.5: allowed 1 to 10"),
    (["--assume", "overrun=2"], "unknown assumption overrun"),
    (["--draws", "-1"], "draws=-1: allowed 0 to 65536"),
    (["--draws", "65537"], "draws=65537: allowed 0 to 65536"),
    (["--draws", "1e3"], "draws=1e3"),
    (["--seed", "18446744073709551616"], "allowed 0 to 18446744073709551615"),
    (["--seed", "x"], "seed=x"),
    (["--format", "xml"], "unknown format xml; allowed json csv table"),
    (["--scenario", "bluprint"], "unknown scenario bluprint; allowed do_nothing"),
    (["--scenario", "digigov1:blueprint:pace=9"], "pace=9: allowed 0.5 to 2"),
    (["--department", "HRMC"], "unknown organisation HRMC"),
    (["--discounting", "3.5"], "discounting=3.5: allowed 0 to 0.25"),
    (["--discounting", "slow"], "allowed standard health reduced"),
    (["--key-set", "x"], "unknown key set x; allowed automation automation_gds2026"),
  ])
  func usage(words: [String], says: String) throws {
    let failure = #expect(throws: CommandFailure.self) {
      try Project.parse(words + Self.data).output(width: nil)
    }
    #expect(failure?.code == 2)
    #expect(failure?.message.contains(says) == true, "\(failure?.message ?? "")")
  }

  @Test(arguments: [
    (["--scenario", "x"], "--scenario x"), (["--each-draw", "f"], "--each-draw f"),
    (["--format", "csv"], "--format csv"), (["--set", "pace=9"], "pace=9"),
  ])
  func batchRefusesBadOptionsOnce(words: [String], says: String) throws {
    let failure = #expect(throws: CommandFailure.self) {
      try Project.parse(["--batch"] + words + Self.data).project(
        lines: { "blueprint" }, answer: { _ in Issue.record("a line was answered") })
    }
    #expect(failure?.code == 2 && failure?.message.contains(says) == true)
  }

  @Test(arguments: [
    ("{", "malformed JSON"), ("[]", "expected an object"), ("{} x", "malformed JSON"),
    (#"{"a": 1}"#, "unknown member a; allowed schema id"), (#"{"id": 1}"#, "id is 1; expected"),
    (#"{"id": "a b"}"#, "letters, digits"), (#"{"schema": "x"}"#, "allowed digigov.scenario/1"),
    (#"{"base": "x"}"#, "unknown scenario x"),
    (#"{"levers": {"pace": 9}}"#, "pace=9: allowed 0.5 to 2"),
    (#"{"levers": {"pace": "9"}}"#, #"pace is "9"; expected a number"#),
    (#"{"levers": {"pase": 1}}"#, "unknown lever pase"),
    (#"{"levers": {"pace": 1, "pace": 1}}"#, "a second member pace"),
    (#"{"overrides": {"HRMC": {}}}"#, "unknown organisation HRMC"),
    (#"{"overrides": {"HMRC": {"pace": 9}}}"#, "HMRC.pace=9: allowed 0.5 to 2"),
    (#"{"assumptions": {"cost_overrun": [1, 2]}}"#, "an array of three numbers"),
    (#"{"assumptions": {"cost_overrun": {"p10": 1, "p50": 2}}}"#, "p10, p50 and p90"),
    (
      #"{"assumptions": {"cost_overrun": {"p10": 1, "p50": 2, "p90": 3, "x": 1}}}"#, "p10 p50 p90 x"
    ),
    (#"{"assumptions": {"cost_overrun": 11}}"#, "cost_overrun=11: allowed 1 to 10"),
    (#"{"assumptions": {"cost_overrun": [3, 2, 1]}}"#, "P10 <= P50 <= P90"),
    (#"{"key_set": "x"}"#, "unknown key set x"), (#"{"discounting": true}"#, "discounting is true"),
    (#"{"discounting": 1}"#, "discounting=1: allowed 0 to 0.25"),
    (#"{"discounting": "0.03"}"#, "unknown discounting 0.03"),
  ])
  func scenarioFiles(text: String, says: String) throws {
    try ModelCommandTests.withFile(text) { path in
      let failure = #expect(throws: CommandFailure.self) {
        try Project.parse(["--scenario", path] + Self.data).output(width: nil)
      }
      #expect(failure?.code == 3)
      #expect(failure?.message.hasPrefix(path + ": ") == true)
      #expect(failure?.message.contains(says) == true, "\(failure?.message ?? "")")
    }
  }

  /// What Notepad calls Unicode.
  @Test(arguments: [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
  func scenarioFilesInUTF16(mark: [UInt8]) throws {
    try ModelCommandTests.withFile(mark + [0x7B, 0, 0x7D, 0]) { path in
      let failure = #expect(throws: CommandFailure.self) {
        try Project.parse(["--scenario", path] + Self.data).output(width: nil)
      }
      #expect(failure?.code == 3)
      #expect(failure?.message.contains("text in UTF-16; save it as UTF-8") == true)
    }
  }

  @Test func otherDataIsInvalidUnlessAccepted() throws {
    let words = ["--scenario", "digigov1:blueprint:data=x@1", "--draws", "0"] + Self.data
    let failure = #expect(throws: CommandFailure.self) {
      try Project.parse(words).output(width: nil)
    }
    #expect(failure?.code == 3 && failure?.message.contains("data=x@1") == true)
    #expect(throws: Never.self) {
      try Project.parse(words + ["--accept-data"]).output(width: nil)
    }
  }

  @Test(arguments: [
    (["blueprint"], "2 to 4"), (["a", "b", "c", "d", "e"], "2 to 4"), ([], "2 to 4"),
    (["blueprint", "nope"], "unknown scenario nope"),
    (["digigov1:blueprint:draws=1", "digigov1:blueprint:draws=2"], "draws=1 and draws=2"),
    (["digigov1:blueprint:seed=1", "digigov1:blueprint:seed=2"], "seed=1 and seed=2"),
    (["blueprint", "delayed", "--format", "csv"], "unknown format csv; allowed json table"),
  ])
  func comparisons(words: [String], says: String) throws {
    let failure = #expect(throws: CommandFailure.self) {
      try Compare.parse(words + Self.data).output(width: nil)
    }
    #expect(failure?.code == 2)
    #expect(failure?.message.contains(says) == true, "\(failure?.message ?? "")")
  }

  @Test func filesThatCannotBeWritten() throws {
    let failure = #expect(throws: CommandFailure.self) {
      try Project.parse(["--draws", "1", "--each-draw", "/nowhere/x.csv"] + Self.data)
        .output(width: nil)
    }
    #expect(failure?.code == 1 && failure?.message.hasPrefix("/nowhere/x.csv: ") == true)
  }

  @Test func noDataFolder() throws {
    let failure = #expect(throws: CommandFailure.self) {
      try Project.parse(["--data", "/nowhere"]).output(width: nil)
    }
    #expect(failure?.code == 3 && failure?.message.contains("/nowhere") == true)
  }
}

@Suite struct JSONReaderTests {
  @Test(arguments: [
    ("null", JSONValue.null),
    (
      " [1, -0.5e-1 , true,false] ",
      .array([.number(1), .number(-0.05), .bool(true), .bool(false)])
    ),
    (#""\u00e9\ud83d\ude00\n\/é""#, .string("é😀\n/é")), ("{}", .object([])), ("[]", .array([])),
    ("\u{FEFF}1", .number(1)),
  ])
  func reads(text: String, value: JSONValue) throws {
    #expect(try JSONReader.read(Array(text.utf8)) == value)
    // What is written reads back.
    #expect(try JSONReader.read(Array(value.text.utf8)) == value)
  }

  @Test(arguments: [
    "", " ", "{", "[", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "01", "+1", "1.", ".5", "1e", "nul",
    "1 2", "\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\udc00\"", "\"\u{1}\"", "1e999", "NaN",
    "{\"a\":1,\"a\":2}", "[1 2]", "'a'", "// x\n1",
  ])
  func refuses(text: String) {
    #expect(throws: JSONReader.Malformed.self) { try JSONReader.read(Array(text.utf8)) }
  }

  @Test func refusesDepthAndBadBytes() {
    let deep = Array(repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: JSONReader.Malformed.self) { try JSONReader.read(deep) }
    #expect(throws: JSONReader.Malformed.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
  }
}
