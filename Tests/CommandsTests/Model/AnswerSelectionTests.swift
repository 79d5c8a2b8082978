import Analytics
import ArgumentParser
import Testing

@testable import Commands

/// `project --select`: numbers of the answer by their paths.
@Suite struct AnswerSelectionTests {
  private static let tests =
    #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
  private static let data = ["--data", tests + "/AnalyticsTests/Fixtures"]

  private static func project(_ words: [String]) throws -> String {
    try Project.parse(words + data).output(width: nil)
  }

  private static func model() throws -> Model {
    let options = try ModelOptions.parse(data)
    return try ModelSettings(options).model
  }

  /// The number at a path, as text: what the JSON answer has there.
  private static func number(_ name: String, in answer: JSONValue) -> JSONValue? {
    let parts = name.split(separator: "@").map(String.init)
    let words = parts[0].split(separator: ".").map(String.init)
    let years = answer["years"]?.array?.compactMap(\.string) ?? []
    let year = parts.count > 1 ? years.firstIndex(of: parts[1]) : nil
    var value: JSONValue? = answer
    for word in words {
      // The year comes before the statistic.
      if let list = value?.array, let year { value = list[year] }
      value = value?[word]
    }
    if let list = value?.array, let year { value = list[year] }
    return value
  }

  @Test("Every number of the answer has a name, and it is that number", arguments: ["0", "65"])
  func namesAllNumbers(draws: String) throws {
    let names = AnswerSelection.names(try Self.model())
    #expect(Set(names).count == names.count)
    let answer = try JSONReader.read(Array(Self.project(["--draws", draws]).utf8))
    let lines = try Self.project(
      ["--draws", draws, "--select", names.joined(separator: ",")]
    ).split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(lines.count == 2 && lines[0].prefix(2) == ["line", "id"])
    #expect(lines[1].prefix(2) == ["1", "blueprint"])
    #expect(lines[0].dropFirst(2).map(String.init) == names)
    for (name, text) in zip(names, lines[1].dropFirst(2)) {
      let wanted = Self.number(name, in: answer)
      #expect((wanted ?? .null) == .null ? text.isEmpty : wanted?.text == String(text), "\(name)")
    }
    // As many as the table of all of them has, but for the organisations' shares of 0 draws.
    if draws != "0" {
      let rows = try Self.project(["--draws", draws, "--format", "csv"]).split(separator: "\n")
      #expect(rows.count - 1 == names.count)
    }
  }

  private struct Answered {
    var lines: [String] = []
    var said: [String] = []
    var failure: CommandFailure?
  }

  private func batch(_ words: [String], _ input: [String]) throws -> Answered {
    var answered = Answered()
    var rest = input[...]
    do {
      try Project.parse(["--batch"] + words + Self.data).project(
        lines: { rest.popFirst() },
        answer: { text throws(CommandFailure) in
          answered.lines.append(String(text.dropLast()))
        }, complain: { answered.said.append($0) })
    } catch let error as CommandFailure {
      answered.failure = error
    }
    return answered
  }

  @Test("A batch of selected numbers is a row a line, numbered on, and parts give the same rows")
  func batches() throws {
    let input = [
      "blueprint", "no_such", "", #"{"id": "mine", "base": "delayed"}"#,
      "digigov1:blueprint:pace=0.9",
    ]
    let words = [
      "--draws", "16", "--select", "central.metrics.npsv", "--select",
      "uncertainty.metrics.npsv.p10,organisations.HMRC.cost@2040-41",
    ]
    let whole = try batch(words, input)
    #expect(whole.lines.count == 5)
    #expect(
      whole.lines[0]
        == "line,id,central.metrics.npsv,uncertainty.metrics.npsv.p10,"
        + "organisations.HMRC.cost@2040-41")
    #expect(whole.lines[1].hasPrefix("1,blueprint,") && whole.lines[2] == "2,,,,")
    #expect(whole.lines[3].hasPrefix("4,mine,") && whole.lines[4].hasPrefix("5,custom,"))
    #expect(whole.said.count == 1 && whole.said[0].hasPrefix("line 2: unknown scenario no_such"))
    #expect(whole.failure?.code == 1 && whole.failure?.message == "1 bad line of 5")
    let first = try batch(words, Array(input.prefix(2)))
    let second = try batch(words + ["--first-line", "3"], Array(input.dropFirst(2)))
    #expect(first.lines + second.lines.dropFirst() == whole.lines)
    #expect(second.failure == nil)
  }

  @Test("Errors of a part of a batch say the numbers of the whole")
  func numbersErrors() throws {
    let answered = try batch(["--draws", "0", "--first-line", "41"], ["", "no_such"])
    #expect(answered.lines.count == 1 && answered.lines[0].contains(#""line": 42, "code": 2"#))
  }

  @Test(
    "What is no number, or does not go together, is refused once",
    arguments: [
      (["--select", "central.metrics.npvs"], "did you mean central.metrics.npsv"),
      (["--select", "npsv"], "did you mean central.metrics.npsv"),
      (["--select", "central.benefit"], "unknown number"),
      (["--select", "central.benefit@1999-00"], "unknown number"),
      (["--select", "uncertainty.yearly.benefit.sd@2030-31"], "unknown number"),
      (["--select", "central.metrics.npsv,"], "unknown number"),
      (["--select", "central.metrics.npsv", "--format", "json"], "not with --select"),
      (["--first-line", "2"], "only with --batch"),
      (["--batch", "--first-line", "0"], "allowed a whole number from 1"),
      (["--batch", "--format", "csv"], "not with --batch"),
    ])
  func refuses(words: [String], says: String) throws {
    let error = #expect(throws: CommandFailure.self) {
      if words.contains("--batch") {
        try Project.parse(words + Self.data).project(lines: { nil }, answer: { _ in })
      } else {
        _ = try Self.project(words)
      }
    }
    #expect(error?.code == 2 && error?.message.contains(says) == true, "\(error?.message ?? "")")
  }
}
