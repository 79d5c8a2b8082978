import Analytics
import Dashboard
import Datasets
import Testing

@testable import Commands

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The user's scenarios as files: written whole, found again, never lost without a word.
@Suite struct ScenarioShelfTests {
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")

  private func withShelf(_ body: (ScenarioShelf, String, Scenario) throws -> Void) throws {
    let inputs = try DataFolder(path: Self.root + "/data").modelInputs()
    let preset = try #require(inputs.presets.first { $0.id == "blueprint" })
    var scenario = Scenario(preset)
    (scenario.id, scenario.name) = ("My_plan", "My plan")
    scenario.levers[.pace] = 0.9
    scenario.overrides = ["HMRC": [.startDelay: 1.5]]
    scenario.assumptions = [
      .costOverrun: ThreePoint(fixed: 1.3),
      .fraudPotential: ThreePoint(p10: 4, p50: 7, p90: 9),
    ]
    scenario.keySet = .automationGDS2026
    scenario.discounting = .flat(0.035)
    let base = FileManager.default.temporaryDirectory
      .appending(path: "digigov-shelf-\(ProcessInfo.processInfo.globallyUniqueString)").path()
    try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: base) }
    try body(ScenarioShelf(inputs: inputs, folder: base + "/digigov/scenarios"), base, scenario)
  }

  private func ids(_ shelf: ScenarioShelf) -> [String] {
    guard case .listed(let all) = shelf.perform(.list) else { return ["not a list"] }
    return all.map(\.id)
  }

  /// What processes leave that are killed while they save goes; what living ones write stays.
  @Test func whatKilledSavesLeftIsSweptAway() throws {
    try withShelf { shelf, base, scenario in
      _ = shelf.perform(.save(scenario, replacing: false))
      let folder = base + "/digigov/scenarios"
      let (dead, living) = (4_999_999, 1)
      let left = [
        "My_plan.json.\(dead).part", "other.json.\(dead).part", "other.json.\(living).part",
        "notes.\(dead).part", "other.json.part",
      ]
      func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      }
      for name in left { try Data([1]).write(to: URL(filePath: "\(folder)/\(name)")) }
      #expect(ids(shelf) == ["My_plan"])
      #expect(try names() == (left[2...] + ["My_plan.json"]).sorted())

      // Beside a file of the user's own choice only what was to become that file is ours.
      let chosen = "\(folder)/plan.svg"
      for name in ["plan.svg.\(dead).part", "else.svg.\(dead).part"] {
        try Data([1]).write(to: URL(filePath: "\(folder)/\(name)"))
      }
      try WholeFile.replace(chosen, with: [2])
      #expect(
        try names()
          == (left[2...] + ["My_plan.json", "else.svg.\(dead).part", "plan.svg"]).sorted())
    }
  }

  @Test func whatIsSavedIsOpenedAndFoundByTheCommandLine() throws {
    try withShelf { shelf, base, scenario in
      #expect(ids(shelf) == [])
      guard case .saved(let saved, _, let all) = shelf.perform(.save(scenario, replacing: false))
      else {
        Issue.record("not saved")
        return
      }
      #expect(saved == scenario && all == [SavedScenario(id: "My_plan", scenario: scenario)])
      #expect(shelf.perform(.open("My_plan")) == .opened(scenario))
      let source = ScenarioSource(
        reader: ScenarioReader(shelf.inputs), inputs: shelf.inputs, acceptsData: false,
        savedFolder: base + "/digigov/scenarios")
      #expect(try source.named("My_plan").scenario == scenario)
      // A file is opened by its path as well, whatever folder there is.
      let elsewhere = ScenarioShelf(inputs: shelf.inputs, folder: nil)
      let path = base + "/digigov/scenarios/My_plan.json"
      #expect(elsewhere.perform(.openFile(path)) == .opened(scenario))
      for missing in [base, base + "/nothing.json"] {
        guard case .failed(let words) = elsewhere.perform(.openFile(missing)) else {
          Issue.record("\(missing) was opened")
          continue
        }
        #expect(words.hasPrefix(missing), "\(words)")
      }
      // Nothing else is left behind.
      let files = try FileManager.default.contentsOfDirectory(
        atPath: base + "/digigov/scenarios")
      #expect(files == ["My_plan.json"])
    }
  }

  @Test func nothingIsWrittenOverWithoutAYes() throws {
    try withShelf { shelf, _, scenario in
      _ = shelf.perform(.save(scenario, replacing: false))
      var other = scenario
      other.levers[.pace] = 1.5
      let task = ScenarioTask.save(other, replacing: false)
      #expect(shelf.perform(task) == .exists("My_plan", task))
      #expect(shelf.perform(.open("My_plan")) == .opened(scenario))
      _ = shelf.perform(.save(other, replacing: true))
      #expect(shelf.perform(.open("My_plan")) == .opened(other))
      let copy = ScenarioTask.duplicate(
        "My_plan", id: "My_plan", name: "My plan", replacing: false)
      #expect(shelf.perform(copy) == .exists("My_plan", copy))
    }
  }

  /// Two instances of the program on one folder.
  @Test func whatAnotherInstanceWroteIsNotWrittenOverSilently() throws {
    try withShelf { shelf, base, scenario in
      let other = ScenarioShelf(inputs: shelf.inputs, folder: base + "/digigov/scenarios")
      func changed(_ pace: Double) -> Scenario {
        var scenario = scenario
        scenario.levers[.pace] = pace
        return scenario
      }
      func save(_ pace: Double, agreed: Bool = false) -> ScenarioTask {
        .save(changed(pace), replacing: agreed)
      }
      _ = shelf.perform(.save(scenario, replacing: false))
      #expect(other.perform(save(1.1)) == .exists("My_plan", save(1.1)))
      guard case .saved = other.perform(save(1.1, agreed: true)) else {
        Issue.record("not saved")
        return
      }
      // The first is told that the file is no longer its own.
      #expect(shelf.perform(save(1.2)) == .changed("My_plan", save(1.2)))
      // Changed again between the question and the yes: it is asked anew.
      _ = other.perform(save(1.35))
      _ = other.perform(save(1.35, agreed: true))
      let agreed = save(1.2, agreed: true)
      #expect(shelf.perform(agreed) == .changed("My_plan", agreed))
      #expect(other.perform(.open("My_plan")) == .opened(changed(1.35)))
      guard case .saved = shelf.perform(agreed) else {
        Issue.record("not saved after the second yes")
        return
      }
      #expect(other.perform(.open("My_plan")) == .opened(changed(1.2)))
    }
  }

  @Test func renamingDuplicatingAndDeleting() throws {
    try withShelf { shelf, _, scenario in
      _ = shelf.perform(.save(scenario, replacing: false))
      _ = shelf.perform(.duplicate("My_plan", id: "B", name: "B", replacing: false))
      #expect(ids(shelf) == ["B", "My_plan"])
      _ = shelf.perform(.rename("My_plan", id: "C", name: "See", replacing: false))
      #expect(ids(shelf) == ["B", "C"])
      guard case .opened(let renamed) = shelf.perform(.open("C")) else {
        Issue.record("not opened")
        return
      }
      #expect(renamed.name == "See" && renamed.hasSameValues(as: scenario))
      // The same id: only the name is another.
      _ = shelf.perform(.rename("C", id: "C", name: "Sea", replacing: true))
      #expect(ids(shelf) == ["B", "C"])
      _ = shelf.perform(.delete("B"))
      #expect(ids(shelf) == ["C"])
      guard case .failed(let told) = shelf.perform(.delete("B")) else {
        Issue.record("deleted twice")
        return
      }
      #expect(told.contains("B.json"))
    }
  }

  static let broken: [(String, String)] = [
    ("{", "malformed JSON"), ("{\"levers\": {\"pace\": 9}}", "pace=9"),
    ("{\"schema\": \"digigov.scenario/2\"}", "digigov.scenario/2"),
    ("{\"overrides\": {\"HMRC\": {\"speed\": 1}}}", "speed"),
    ("{\"colour\": 1}", "unknown member colour"), ("", "malformed JSON"),
    ("{\"base\": \"bluprint\"}", "bluprint"),
  ]

  /// A file of another version, or one that is damaged: told by its name with what to do.
  @Test(arguments: broken) func whatCannotBeReadIsTold(text: String, problem: String) throws {
    try withShelf { shelf, base, scenario in
      _ = shelf.perform(.save(scenario, replacing: false))
      try Data(text.utf8).write(
        to: URL(filePath: base + "/digigov/scenarios/old.json"))
      guard case .failed(let told) = shelf.perform(.open("old")) else {
        Issue.record("opened")
        return
      }
      #expect(told.contains("old.json") && told.contains(problem) && told.contains("delete"))
      guard case .listed(let all) = shelf.perform(.list) else { return }
      #expect(all.map(\.id) == ["My_plan", "old"] && all[1].scenario == nil)
      #expect(all[1].problem == told)
    }
  }

  @Test func aPipeAmongTheFilesIsNotWaitedFor() throws {
    try withShelf { shelf, base, scenario in
      _ = shelf.perform(.save(scenario, replacing: false))
      #expect(unsafe mkfifo(base + "/digigov/scenarios/pipe.json", 0o600) == 0)
      guard case .listed(let all) = shelf.perform(.list) else {
        Issue.record("not listed")
        return
      }
      #expect(all.map(\.id) == ["My_plan", "pipe"])
      #expect(all.last?.problem.contains("not a regular file") == true)
    }
  }

  @Test func aFolderThatCannotBeWrittenIsTold() throws {
    try withShelf { shelf, base, scenario in
      // A file stands where the folder should be: so for everybody, whatever the permissions.
      try Data().write(to: URL(filePath: base + "/digigov"))
      guard case .failed(let told) = shelf.perform(.save(scenario, replacing: false)) else {
        Issue.record("saved")
        return
      }
      #expect(told.contains("My_plan.json was not written") && told.contains("S again"))
      #expect(ids(shelf) == [])
      let none = ScenarioShelf(inputs: shelf.inputs, folder: nil)
      guard case .failed(let homeless) = none.perform(.save(scenario, replacing: false)) else {
        return
      }
      #expect(homeless.contains("XDG_DATA_HOME"))
    }
  }

  @Test func filesThatAreNoneOfOursAreLeftAlone() throws {
    try withShelf { shelf, base, scenario in
      _ = shelf.perform(.save(scenario, replacing: false))
      let folder = base + "/digigov/scenarios"
      // A preset is found first, so a file of its name never would be.
      for name in ["notes.txt", "blueprint.json", "a b.json", ".json"] {
        try Data("{}".utf8).write(to: URL(filePath: folder + "/" + name))
      }
      #expect(ids(shelf) == ["My_plan"])
    }
  }
}
