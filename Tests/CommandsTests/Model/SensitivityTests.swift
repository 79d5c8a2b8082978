import Analytics
import ArgumentParser
import Testing

@testable import Commands

/// `sensitivity --of`, and its table.
@Suite struct SensitivityTests {
  private static let tests =
    #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
  private static let data = ["--data", tests + "/AnalyticsTests/Fixtures"]

  private func answer(_ words: [String]) throws -> JSONValue {
    try JSONReader.read(Array(try Sensitivity.parse(words + Self.data).output().utf8))
  }

  /// One number of `project`, on the central case.
  private func central(_ name: String, _ words: [String]) throws -> JSONValue? {
    let text = try Project.parse(["--draws", "0", "--select", name] + words + Self.data)
      .output(width: nil)
    let cell = text.split(separator: "\n").last?.split(
      separator: ",", omittingEmptySubsequences: false
    ).last
    return try cell.flatMap { try JSONReader.read(Array($0.utf8)) }
  }

  @Test(
    "Base and bars are what project says of the number",
    arguments: [
      ("bcr", "central.metrics.bcr"), ("benefit@2030-31", "central.benefit@2030-31"),
      ("cash@2040-41", "central.cash@2040-41"), ("HMRC.npsv", "organisations.HMRC.npsv"),
      ("HMRC.benefit@2040-41", "organisations.HMRC.benefit@2040-41"),
      ("NHS.cash@2035-36", "organisations.NHS.cash@2035-36"),
    ])
  func agreesWithProject(of: String, name: String) throws {
    let answer = try answer(["--of", of])
    #expect(answer["of"] == .string(of))
    #expect(answer["evpi"] == .null && answer["evppi"] == .null)
    func isNear(_ one: JSONValue?, _ other: JSONValue?) -> Bool {
      guard case .number(let a)? = one, case .number(let b)? = other else { return false }
      return abs(a - b) <= 1e-9 * abs(b) + 1e-12
    }
    #expect(isNear(answer["base"], try central(name, [])))
    let bars = try #require(answer["tornado"]?.array)
    #expect(bars.count == 34)
    let model = try ModelSettings(try ModelOptions.parse(Self.data)).model
    for bar in [bars[0], bars[5]] {
      let id = try #require(bar["id"]?.string)
      let spec = try #require(model.inputs.assumptions.first { $0.id.id == id })
      let low = try central(name, ["--assume", "\(id)=\(spec.range.p10)"])
      let high = try central(name, ["--assume", "\(id)=\(spec.range.p90)"])
      #expect(isNear(bar["at_p10"], low) && isNear(bar["at_p90"], high), "\(id)")
    }
  }

  @Test("Without --of it is about net present value, and says nothing of it")
  func isOfNPSV() throws {
    let answer = try answer([])
    #expect(answer["of"] == nil && answer["evppi"]?.members.count == 34)
  }

  @Test("The table has the longest bar first, and a row for the common factor")
  func isForPeople() throws {
    let text = try Sensitivity.parse(["--format", "table"] + Self.data).output(width: nil)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("What npsv of scenario blueprint depends on, £bn; central "))
    #expect(lines[1].hasPrefix("what") && lines[1].contains("worth of knowing"))
    #expect(lines.count { $0.hasPrefix("delivery_factor") } == 1)
    #expect(lines.count == 1 + 1 + 35 + 2)
  }

  @Test(
    "What is no number is refused with the nearest",
    arguments: [
      ("npvs", "did you mean npsv"), ("HO.npvs", "did you mean HO.npsv"), ("x", "allowed"),
    ])
  func refuses(name: String, says: String) {
    let error = #expect(throws: CommandFailure.self) {
      try Sensitivity.parse(["--of", name] + Self.data).output()
    }
    #expect(error?.code == 2 && error?.message.contains(says) == true, "\(error?.message ?? "")")
  }
}
