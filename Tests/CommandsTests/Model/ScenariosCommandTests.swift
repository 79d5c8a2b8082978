import Analytics
import ArgumentParser
import Testing

@testable import Commands

/// `digigov scenarios`: every line is one that `project --batch` takes.
@Suite struct ScenariosCommandTests {
  private static let tests =
    #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
  private static let data = ["--data", tests + "/AnalyticsTests/Fixtures"]

  private func lines(_ words: [String]) throws -> [String] {
    var text = ""
    try ScenariosCommand.parse(words + Self.data).write { (part) throws(CommandFailure) in
      text += part
    }
    return text.split(separator: "\n").map(String.init)
  }

  @Test("A grid has every combination, the last lever varying fastest, and no rounding in it")
  func grids() throws {
    let made = try lines(["--grid", "pace=0.5:0.8:0.1", "--grid", "HMRC.start_delay=0:2:1"])
    #expect(made.count == 12)
    #expect(
      made.prefix(2) == [
        "digigov1:blueprint:pace=0.5:HMRC.start_delay=0",
        "digigov1:blueprint:pace=0.5:HMRC.start_delay=1",
      ])
    #expect(made.last == "digigov1:blueprint:pace=0.8:HMRC.start_delay=2")
    #expect(made.contains("digigov1:blueprint:pace=0.7:HMRC.start_delay=2"))
    // The step does not have to end at the end.
    #expect(try lines(["--grid", "pace=0.5:1:0.4", "--scenario", "delayed"]).count == 2)
  }

  @Test("A sample is even over its ranges, the same for a seed, and every line is a scenario")
  func samples() throws {
    let words = ["--sample", "64", "--range", "pace=0.6:1.4", "--range", "start_delay=0:3"]
    let made = try lines(words)
    #expect(try made.count == 64 && made == lines(words))
    #expect(try made != lines(words + ["--seed", "8"]))
    let reader = try ModelSettings(try ModelOptions.parse(Self.data)).reader
    var paces: [Double] = []
    for line in made { paces.append(try reader.line(line).scenario.levers[.pace] ?? .nan) }
    // One in each sixty-fourth of the range.
    #expect(Set(paces.map { Int(($0 - 0.6) / 0.8 * 64) }).count == 64)
    #expect(try lines(["--sample", "3"]).allSatisfy { $0.split(separator: ":").count == 10 })
  }

  @Test(
    "What is no range is refused",
    arguments: [
      ([], "needs either"), (["--sample", "2", "--grid", "pace=1:2:1"], "needs either"),
      (["--grid", "pace=1:2"], "LEVER=FROM:TO:STEP"),
      (["--grid", "pace=1:3:1"], "allowed 0.5 to 2"),
      (["--grid", "pace=1:2:0"], "step has to be above 0"),
      (["--grid", "pace=2:1:1"], "from is above"),
      (["--grid", "pce=1:2:1"], "did you mean pace"),
      (["--sample", "x"], "allowed a whole number"),
      (["--grid", "pace=1:2:1", "--grid", "pace=1:2:1"], "named twice"),
      (["--grid", "pace=1:2:1", "--range", "pace=1:2"], "only with --sample"),
      (["--sample", "2", "--scenario", "nosuch"], "unknown scenario"),
    ])
  func refuses(words: [String], says: String) {
    let error = #expect(throws: CommandFailure.self) { try lines(words) }
    #expect(error?.code == 2 && error?.message.contains(says) == true, "\(error?.message ?? "")")
  }
}
