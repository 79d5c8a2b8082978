import Analytics
import Dashboard
import Datasets
import Explanations
import Figures
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The dashboard as a dialogue of lines.
@Suite @MainActor struct PlainDialogueTests {
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")
  private static let loaded = Result { try DataFolder(path: root + "/data").load() }

  /// Takes what is said.
  final class Listener {
    var text = ""
    var lines: [String] { text.split(separator: "\n").map(String.init) }
    func lineWith(_ part: String) -> String? { lines.first { $0.contains(part) } }
  }

  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "digigov-plain-\(UInt64.random(in: 0 ... .max))").path

  private func dialogue(
    _ place: Place = Place(.overview), ascii: Bool = false
  ) throws -> (PlainDialogue, Listener) {
    let (inputs, evidence) = try Self.loaded.get()
    let preset = try #require(inputs.presets.first { $0.id == "blueprint" })
    let state = State(
      inputs: inputs, evidence: evidence, scenario: Scenario(preset),
      settings: Settings(ascii: ascii), place: place, draws: 64)
    let listener = Listener()
    let dialogue = PlainDialogue(
      state, threads: 2, folder: folder, scenarios: folder + "/scenarios", sessions: nil,
      wording: .brief
    ) {
      listener.text += $0
    }
    return (dialogue, listener)
  }

  /// Says lines one after the other, and keeps what was answered to the last.
  private func say(_ lines: String..., to dialogue: inout PlainDialogue, _ listener: Listener) {
    for line in lines {
      listener.text = ""
      dialogue.answer(line)
    }
  }

  @Test func everyItemOfEveryScreenHasALineWithANumberOfItsOwn() throws {
    for screen in ScreenID.allCases {
      let place = Place(screen, path: screen == .department ? ["HMRC"] : [])
      var (dialogue, listener) = try dialogue(place)
      say("", "all", to: &dialogue, listener)
      let parts = dialogue.state.outline.parts
      let count = parts.map(\.lines.count).reduce(0, +)
      for number in 1...max(count, 1) {
        #expect(listener.lines.contains { $0.hasPrefix("\(number). ") }, "\(screen) \(number)")
      }
      for part in parts { #expect(listener.text.contains(Wording.brief.said(part.title))) }
      // Not one escape sequence, no control character but the line end.
      #expect(listener.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 })
    }
  }

  @Test func whatIsNotUnderstoodSaysWhatMayBeMeant() throws {
    var (dialogue, listener) = try dialogue()
    say("xqzzy", to: &dialogue, listener)
    #expect(listener.text.contains("Not understood") && listener.text.contains("Say help"))
    say("hom ofice", to: &dialogue, listener)
    #expect(listener.text.contains("Nearest: Home Office"), "\(listener.text)")
    say("home office", to: &dialogue, listener)
    #expect(dialogue.state.place.path == ["HO"])
  }

  @Test func theLeversOfASectorSayItsOwnValues() throws {
    var (dialogue, listener) = try dialogue(Place(.lab))
    say("HMRC.pace 0.8", "screen 8", "v", to: &dialogue, listener)
    let row = try #require(listener.lineWith("Central")?.split(separator: ".").first)
    say(String(row), "", "all", to: &dialogue, listener)
    let line = try #require(listener.lineWith("Pace (time multiplier), sector Central"))
    #expect(line.contains("mixed, 0.8 to 1 multiple, baseline 1"), "\(line)")
  }

  @Test func publishedBarsSayTheirMark() throws {
    var (dialogue, listener) = try dialogue()
    say("", "all", to: &dialogue, listener)
    #expect(listener.lineWith("Simplify and automate: £36bn, reported") != nil)
    #expect(listener.lineWith("Sum of the three: £46bn, derived") != nil)
  }

  @Test func aNumberOpensTheLineAndWordsWalkBack() throws {
    var (dialogue, listener) = try dialogue()
    let organisation = try #require(
      dialogue.state.outline.parts.flatMap(\.lines).firstIndex { $0.text.contains("Home Office") })
    say("\(organisation + 1)", to: &dialogue, listener)
    #expect(dialogue.state.place.path == ["HO"] && listener.text.contains("Home Office"))
    say("back", to: &dialogue, listener)
    #expect(dialogue.state.place.screen == .overview)
    say("forward", to: &dialogue, listener)
    #expect(dialogue.state.place.path == ["HO"])
    say("next", "previous", "up", "up", "up", to: &dialogue, listener)
    #expect(dialogue.state.place.screen == .overview)
  }

  @Test func aLeverIsSetByNameAndTheChangedNumbersAreSaid() throws {
    var (dialogue, listener) = try dialogue(Place(.lab))
    for words in ["pace 1.2", "levers.pace 1.2", "pace=1.2"] {
      say(words, to: &dialogue, listener)
      #expect(dialogue.state.scenario.levers[.pace] == 1.2, "\(words)")
      #expect(listener.lineWith("all organisations: 1.2 multiple, was 1.") != nil)
      #expect(listener.lines.count <= 5, "\(listener.text)")
      say("changes", to: &dialogue, listener)
      #expect(listener.lineWith("Pace (time multiplier): 1.2") != nil)
      #expect(listener.lineWith("Coverage: online channels") == nil)
      let first = listener.text
      say("all", to: &dialogue, listener)
      #expect((first + listener.text).contains("Net present social value"))
      // What is said is at rest.
      #expect(dialogue.state.uncertainty?.draws == 64 && !dialogue.state.uncertaintyIsStale)
      say("undo", to: &dialogue, listener)
      #expect(dialogue.state.scenario == dialogue.state.baseline)
    }
    say("HMRC.start_delay 2", to: &dialogue, listener)
    #expect(dialogue.state.scenario.overrides == ["HMRC": [.startDelay: 2]])
    #expect(dialogue.state.place.screen == .lab, "one stays where one is")
  }

  @Test(arguments: [
    ("pace 99", "outside the range; allowed 0.5 to 2"), ("pace abc", "is not a number"),
    ("XYZ.pace 1", "no organisation XYZ"), ("999", "no line 999"), ("panel 77", "no panel 77"),
    ("qqqqzzz wibble", "nothing is called that"),
  ]) func whatIsWrongIsSaid(line: String, answer: String) throws {
    var (dialogue, listener) = try dialogue()
    say(line, to: &dialogue, listener)
    #expect(listener.text.contains(answer), "\(listener.text)")
    #expect(dialogue.state.scenario == dialogue.state.baseline && !dialogue.hasEnded)
  }

  @Test func somethingIsFoundByNameAndChosenByNumber() throws {
    var (dialogue, listener) = try dialogue()
    say("find treasury", to: &dialogue, listener)
    let line = try #require(listener.lineWith("HM Treasury (HMT)"))
    let number = try #require(line.split(separator: ".").first)
    say(String(number), to: &dialogue, listener)
    #expect(dialogue.state.place.path == ["HMT"] && dialogue.state.layers.isEmpty)
  }

  @Test func theSourceOfALineIsReadOutUnbroken() throws {
    var (dialogue, listener) = try dialogue()
    say("source 2", to: &dialogue, listener)
    #expect(listener.lineWith("Value: 28%") != nil && listener.lineWith("Licence: ") != nil)
    #expect(dialogue.state.layers.isEmpty, "it has been read")
    let source = try #require(
      dialogue.state.sight.figure?.source)
    #expect(listener.lineWith("Address: \(source.address)") != nil)
  }

  @Test func filteringSortingAndTheTableWorkByWords() throws {
    var (dialogue, listener) = try dialogue(Place(.departments))
    say("filter home", to: &dialogue, listener)
    #expect(listener.text.contains("1 of 26"))
    say("table", to: &dialogue, listener)
    #expect(
      listener.text.contains("Home Office: benefit") && !listener.text.contains("|"),
      "\(listener.text)")
    say("words symbols", to: &dialogue, listener)
    say("table", to: &dialogue, listener)
    #expect(listener.lines.filter { $0.hasPrefix("| ") }.count == 3)
    say("words full", to: &dialogue, listener)
    say("not", to: &dialogue, listener)
    #expect(dialogue.state.outline.parts.first?.lines.count == 25)
    say("filter", to: &dialogue, listener)
    #expect(dialogue.state.outline.parts.first?.lines.count == 26)
    say("sort", to: &dialogue, listener)
    #expect(listener.text.contains("Sorted by"))
  }

  @Test func copyingSaysTheTextAndWritesTheFile() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var (dialogue, listener) = try dialogue()
    say("copy 2", to: &dialogue, listener)
    #expect(listener.lines.first?.hasPrefix("28% (reported)") == true)
    let written = try String(contentsOfFile: folder + "/copied.txt", encoding: .utf8)
    #expect(listener.text.hasPrefix(written))
  }

  @Test func aScenarioIsChosenByNumberAndQuitLeaves() throws {
    var (dialogue, listener) = try dialogue()
    say("scenario", to: &dialogue, listener)
    let presets = dialogue.state.inputs.presets
    let line = try #require(listener.lines.first { $0.contains(presets[1].name) })
    let number = try #require(line.split(separator: ".").first)
    say(String(number), to: &dialogue, listener)
    #expect(dialogue.state.scenario.id == presets[1].id)
    say("quit", to: &dialogue, listener)
    #expect(dialogue.hasEnded)
  }

  @Test func aScenarioIsSavedUnderItsNameAndFoundAgain() throws {
    var (dialogue, listener) = try dialogue(Place(.lab))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    say("pace 1.2", "S", "my plan", to: &dialogue, listener)
    let file = folder + "/scenarios/my_plan.json"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/scenarios")
    #expect(names == ["my_plan.json"], "\(listener.text)")
    #expect(listener.text.contains("my_plan"), "\(listener.text)")
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("1.2"))

    var (other, heard) = try self.dialogue()
    say("scenario", to: &other, heard)
    let row = try #require(heard.lineWith("my plan")?.split(separator: ".").first)
    say(String(row), to: &other, heard)
    #expect(other.state.scenario.levers[.pace] == 1.2)
  }

  @Test func aScenarioThatCannotBeSavedIsSaidAndStays() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("in the way".utf8).write(to: URL(filePath: folder + "/scenarios"))
    var (dialogue, listener) = try dialogue(Place(.lab))
    say("pace 1.2", "S", "plan", to: &dialogue, listener)
    let said = listener.lines.joined(separator: " ")
    #expect(said.contains("plan.json was not written"), "\(listener.text)")
    #expect(dialogue.state.scenario.levers[.pace] == 1.2)
  }

  @Test func theAnalysesOfTheLabAreSaid() throws {
    var (dialogue, listener) = try dialogue(Place(.lab))
    say("", "all", to: &dialogue, listener)
    let titles = dialogue.state.outline.parts.map(\.title)
    let tornado = try #require(titles.firstIndex { $0.hasPrefix("Tornado") })
    #expect(!dialogue.state.outline.parts[tornado].lines.isEmpty)
    // One that has no room on a screen is made when its panel gets the focus.
    let delay = try #require(titles.firstIndex { $0.hasPrefix("Cost of delay") })
    say("panel \(delay + 1)", to: &dialogue, listener)
    #expect(listener.lineWith("What a year's delay costs") != nil, "\(listener.text)")
    #expect(dialogue.state.lab.analysing.isEmpty)
  }

  @Test func theGuideNamesWordsThatAllWork() throws {
    var (dialogue, listener) = try dialogue()
    say("help", to: &dialogue, listener)
    let words = ["back", "forward", "undo", "redo", "sort", "turn", "next", "keys", "reset"]
    for word in words {
      #expect(listener.text.contains(word))
      let before = listener.text
      say(word, to: &dialogue, listener)
      // Never taken for something to be found by name.
      #expect(!listener.text.contains("nothing is called that"), "\(word)")
      say("esc", to: &dialogue, listener)
      listener.text = before
    }
  }

  @Test func inASCIINoByteIsAbove127() throws {
    var (dialogue, listener) = try dialogue(ascii: true)
    for line in ["", "keys", "esc", "find home", "esc", "source 1", "esc", "help", "table"] {
      say(line, to: &dialogue, listener)
      #expect(listener.text.utf8.allSatisfy { $0 < 128 })
    }
  }

  @Test func hostileLinesAreHarmless() throws {
    var (dialogue, listener) = try dialogue()
    for line in ["\u{1B}[2J", String(repeating: "x", count: 5000), "\u{202E}evil", "-1", "1 2 3 4"]
    {
      say(line, to: &dialogue, listener)
      #expect(!listener.text.unicodeScalars.contains("\u{1B}"))
      #expect(!listener.text.unicodeScalars.contains("\u{202E}"))
      say("esc", to: &dialogue, listener)
    }
    #expect(!dialogue.hasEnded)
  }
}
