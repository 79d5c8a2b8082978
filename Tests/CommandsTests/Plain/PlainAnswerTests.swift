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

/// The dialogue loses nothing, answers every line, and does not stray.
@Suite @MainActor struct PlainAnswerTests {
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")
  private static let loaded = Result { try DataFolder(path: root + "/data").load() }

  /// A dialogue, and what it said last.
  @MainActor final class Talk {
    var dialogue: PlainDialogue?
    private(set) var heard = ""
    var lines: [String] { heard.split(separator: "\n").map(String.init) }
    var state: State { get throws { try #require(dialogue?.state) } }

    /// - Parameter wording: brief, so that numbers are as they are printed.
    init(
      _ place: Place = Place(.overview), sessions: String? = nil, wording: Wording = .brief,
      width: Int? = nil
    ) throws {
      let (inputs, evidence) = try loaded.get()
      let preset = try #require(inputs.presets.first { $0.id == "blueprint" })
      let state = State(
        inputs: inputs, evidence: evidence, scenario: Scenario(preset), place: place,
        draws: 64)
      let folder = FileManager.default.temporaryDirectory
        .appending(path: "digigov-talk-\(UInt64.random(in: 0 ... .max))").path
      dialogue = PlainDialogue(
        state, threads: 2, folder: folder, scenarios: folder, sessions: sessions, wording: wording,
        width: width
      ) { [weak self] text in MainActor.assumeIsolated { self?.heard += text } }
    }

    func begin() {
      heard = ""
      dialogue?.begin()
    }

    /// Gives back what was answered to the last line; every one has an answer.
    @discardableResult func say(_ lines: String...) -> String {
      for line in lines {
        heard = ""
        dialogue?.answer(line)
        #expect(!heard.isEmpty || dialogue?.hasEnded == true, "no answer to \"\(line)\"")
      }
      return heard
    }
  }

  private let homeOffice = Place(.department, path: ["HO"])

  @Test(arguments: ["start_delay 2", "start delay 2", "set start_delay=2", "levers.start_delay 2"])
  func aLeverOnAPageMovesThatOrganisationAlone(line: String) throws {
    let talk = try Talk(homeOffice)
    let before = try talk.state.scenario.levers
    let answer = talk.say(line)
    #expect(try talk.state.scenario.overrides == ["HO": [.startDelay: 2]])
    #expect(try talk.state.scenario.levers == before && talk.state.place == homeOffice)
    #expect(answer.contains("Start delay, Home Office: 2 years, was 0."))
    #expect(answer.contains("Net present social value, Home Office: ") && answer.contains(", was "))
    #expect(talk.lines.count <= 5, "\(answer)")
  }

  @Test func theNationIsSaidWhereItIsMeant() throws {
    let talk = try Talk(homeOffice)
    for line in ["national start_delay 1", "national.start_delay 2", "set national start_delay=3"] {
      #expect(talk.say(line).contains("Start delay, all organisations: "))
    }
    #expect(try talk.state.scenario.levers[.startDelay] == 3)
    #expect(try talk.state.scenario.overrides.isEmpty && talk.state.place == homeOffice)
    // Elsewhere than on a page there is nobody else to mean.
    let other = try Talk()
    other.say("start_delay 1")
    #expect(try other.state.scenario.levers[.startDelay] == 1)
    #expect(try other.state.place == Place(.overview))
  }

  @Test func inTheLabAValueIsForThoseWhoseLeversAreShown() throws {
    let talk = try Talk(Place(.lab))
    let scopes = try talk.state.scopes
    let devolved = try #require(scopes.firstIndex(of: .sector("Devolved")))
    for action in [.scopesAsked, .rowChosen(devolved), .confirmed] as [Action] {
      talk.dialogue?.take(action)
    }
    let answer = talk.say("pace 0.8")
    #expect(try talk.state.scenario.overrides == ["SCOT": [.pace: 0.8], "WALES": [.pace: 0.8]])
    #expect(answer.contains("sector Devolved: 0.8 multiple, was 1."))
  }

  @Test func aLeverWithoutValuesOfOrganisationsSaysSo() throws {
    let (inputs, _) = try Self.loaded.get()
    let talk = try Talk(homeOffice)
    for spec in inputs.levers where !spec.perOrganisation {
      #expect(
        talk.say("\(spec.id.id) \(spec.minimum)").contains("one value, for all organisations"))
    }
    #expect(try talk.state.scenario == talk.state.baseline)
  }

  @Test func onAPageResetIsForThatOrganisation() throws {
    let talk = try Talk(homeOffice)
    talk.say("national pace 0.8", "HMRC.pace 0.9", "pace 1.1")
    #expect(
      talk.say("reset").contains(
        "The levers of Home Office are as in Full programme from 2025-26 (counterfactual)."))
    #expect(try talk.state.scenario.overrides == ["HMRC": [.pace: 0.9]])
    #expect(try talk.state.scenario.levers[.pace] == 0.8)
  }

  @Test func aWrongAnswerCanBeGivenAgain() throws {
    let talk = try Talk(homeOffice)
    let outline = try talk.state.outline
    let line = try #require(
      outline.parts.flatMap(\.lines).firstIndex { $0.lever == .startDelay })
    #expect(talk.say("\(line + 1)").contains("Start delay, Home Office"))
    for wrong in [
      "two", "99", "-1", "\u{2212}1", "1,5", "moreless30.5",
      String(repeating: "0", count: 25) + "2",
    ] {
      let answer = talk.say(wrong)
      #expect(answer.contains("Start delay, Home Office") && answer.contains("Allowed: 0 to 10"))
      #expect(try talk.state.scenario == talk.state.baseline, "\(wrong)")
    }
    #expect(talk.say("").contains("Start delay, Home Office"), "the question once more")
    #expect(talk.say("2").contains("Start delay, Home Office: 2 years, was 0."))
    #expect(try talk.state.layers.isEmpty)
    // The same again is no change, and is said to be none.
    #expect(talk.say("\(line + 1)", "2").contains("that already"))
    // A command leaves what is asked as it is.
    let undone = talk.say("\(line + 1)", "undo")
    #expect(undone.contains("left as it is") && undone.contains("0 years, was 2."))
  }

  @Test func anotherSearchIsANewOne() throws {
    let talk = try Talk()
    talk.say("find contractors")
    #expect(talk.lines.count <= 15, "\(talk.lines.count)")
    #expect(talk.say("find driving licence").contains("driving licence open to more drivers"))
    #expect(talk.say("find home office").contains("1. Home Office (HO): £"))
    #expect(talk.say("undo").contains("Nothing to undo."), "a command is no search")
    #expect(try talk.state.layers.isEmpty)
  }

  @Test(arguments: [
    ("undo", "Nothing to undo."), ("redo", "Nothing to redo."), ("back", "no place to go back"),
    ("forward", "no place to go forward"), ("next", "Only an organisation's page"),
    ("lower", "No lever has the focus"), ("more", "There is no more"),
    ("baseline", "No lever has the focus"),
    ("reset", "already are as in"), ("esc", "top level"), ("panel 2", "Panel 2 of 5: "),
    ("scenario 3", "(counterfactual) is open already."), ("scenario blueprint", "is open already"),
    ("scenario nowhere", "There is no scenario \"nowhere\""), ("panel 9", "no panel 9"),
    ("screen 12", "no screen 12"), ("screen 1", "Overview"), ("restore", "No lost session"),
    ("discard", "No lost session"), ("changes", "No lever has been changed"),
    ("compare", "Here are: 1 "), ("compare blueprint", "are the same scenario"),
    ("compare 1 nowhere", "There is no scenario"), ("§", "does nothing here"),
  ]) func everyLineHasAnAnswer(line: String, answer: String) throws {
    let talk = try Talk()
    #expect(talk.say(line).contains(answer), "\(talk.heard)")
    #expect(try talk.state.scenario == talk.state.baseline)
  }

  @Test func whatHasBeenReadDoesNotStandInTheWay() throws {
    let talk = try Talk()
    for line in ["keys", "?", "help", "source 2", "b", "big", "copy 2", "table"] {
      talk.say(line)
      #expect(try talk.state.layers.isEmpty, "\(line)")
    }
    talk.say("why 2", "find home office")
    #expect(talk.say("esc").contains("Closed: Find"))
    #expect(talk.heard.contains("Overview, panel "), "where one is")
    talk.say("why 2")
    #expect(talk.say("home office").contains("Home Office: expected £"))
  }

  @Test func twoScenariosAreComparedAsOnTheScreen() throws {
    let talk = try Talk()
    let (inputs, _) = try Self.loaded.get()
    let (a, b) = (inputs.presets[2], inputs.presets[4])
    let model = Model(inputs)
    let comparison = try #require(
      model.compare([Scenario(a), Scenario(b)], model.draws(64, seed: inputs.seed)))
    let pair = comparison.pairs[0]
    let mean = Numbers.billions(try #require(pair.difference.mean))
    let share = Numbers.share(try #require(pair.probabilityABetter))
    for line in ["compare \(a.id) \(b.id)", "compare 3 5", "compare \(a.name) and \(b.name)"] {
      let answer = talk.say(line)
      #expect(
        answer.contains("\(a.name) less \(b.name): expected \(mean), in 8 of 10 runs "), "\(answer)"
      )
      #expect(answer.contains("The first is better in \(share) of the runs."))
      #expect(talk.lines.count <= 3)
      #expect(talk.say("more").contains("\(b.name) by itself: expected "))
    }
    // One name is held against the present scenario.
    #expect(talk.say("compare 5").contains("\(a.name) less \(b.name): expected \(mean)"))
    // From the list: what is chosen, not the present with itself.
    #expect(talk.say("p", "c").contains("is the present scenario"))
    #expect(talk.say("c 5").contains("\(a.name) less \(b.name): expected \(mean)"))
    talk.say("down")
  }

  /// Pictures are for the eye: none of their signs is said.
  @Test func noPictureIsPrintedAsData() throws {
    for screen in ScreenID.allCases {
      let talk = try Talk(Place(screen, path: screen == .department ? ["HMRC"] : []))
      for line in [
        "", "all", "table", "all", "b", "source 1", "why 1", "p", "v", "x", "S", "panel 2",
        "find x",
      ] {
        let picture = talk.say(line).unicodeScalars.first {
          (0x2500...0x25FF).contains($0.value) || (0x2800...0x28FF).contains($0.value)
        }
        #expect(picture == nil, "\(screen) \"\(line)\": \(picture.map(String.init) ?? "")")
        // A voice leaves out a hyphen before a number.
        let hyphen = talk.heard.firstMatch(of: /(^|[\s(])-[£\d][^\n]*/)?.output.0
        #expect(hyphen == nil, "\(screen) \"\(line)\": \(hyphen ?? "")")
        talk.dialogue?.take(.frontLeft)
      }
    }
    let talk = try Talk(Place(.evidence))
    let line = try #require(
      talk.state.outline.parts.first { $0.id == "timeline" }?.lines.first?.text)
    #expect(line.contains("late by ") && !line.contains("×") && !line.contains("2029  2030"))
    #expect(!talk.say("table").contains("·"))
  }

  @Test func leavingWithChangesIsAskedOnce() throws {
    let talk = try Talk(homeOffice)
    talk.say("pace 1.2")
    #expect(talk.say("quit").contains("not saved"))
    #expect(talk.say("esc").contains("Not left"))
    #expect(try talk.state.place == homeOffice)
    talk.say("quit", "help")
    #expect(talk.say("quit").contains("not saved"), "something else was done meanwhile")
    talk.say("quit")
    #expect(talk.dialogue?.hasEnded == true)
    let unchanged = try Talk()
    unchanged.say("quit")
    #expect(unchanged.dialogue?.hasEnded == true)
  }

  @Test func aSessionIsKeptAndOfferedWithItsUndo() throws {
    let sessions = FileManager.default.temporaryDirectory
      .appending(path: "digigov-talk-sessions-\(UInt64.random(in: 0 ... .max))").path
    defer { try? FileManager.default.removeItem(atPath: sessions) }
    func files() -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: sessions)) ?? [])
        .filter { $0.hasSuffix(".json") }
    }
    let first = try Talk(homeOffice, sessions: sessions)
    first.begin()
    #expect(files().isEmpty)
    first.say("start_delay 2")
    #expect(files().count == 1, "before the answer is said")
    first.say("pace 1.5")
    // ctrl+c, or ctrl+d: asks, then leaves without losing anything.
    first.dialogue?.wishToLeave(by: "ctrl+c")
    #expect(first.heard.contains("not saved") && first.dialogue?.hasEnded == false)
    first.dialogue?.wishToLeave(by: "ctrl+c")
    #expect(first.dialogue?.hasEnded == true && first.heard.contains("are kept"))

    let second = try Talk(sessions: sessions)
    second.begin()
    #expect(second.heard.contains("A session was lost") && second.heard.contains("2 to undo"))
    // It does not stand in the way, and an answer to nothing throws nothing away.
    #expect(second.say("legacy").contains("Legacy and cyber"))
    #expect(second.say("discard").contains("Throw away 2 changes"))
    second.say("no")
    second.say("restore")
    #expect(try second.state.scenario.overrides == ["HO": [.startDelay: 2, .pace: 1.5]])
    second.say("undo", "undo")
    #expect(try second.state.scenario == second.state.baseline)
    second.say("redo", "quit", "quit")
    #expect(second.dialogue?.hasEnded == true && files().isEmpty, "left as the dashboard is left")

    let third = try Talk(homeOffice, sessions: sessions)
    third.say("pace 1.5")
    third.dialogue?.endOfPipe()
    #expect(files().isEmpty, "a pipe that ends keeps nothing")
    #expect(third.heard.contains("Changes are not saved, and gone"))
  }

  @Test func aLostSessionIsThrownAwayAfterAQuestion() throws {
    let sessions = FileManager.default.temporaryDirectory
      .appending(path: "digigov-talk-sessions-\(UInt64.random(in: 0 ... .max))").path
    defer { try? FileManager.default.removeItem(atPath: sessions) }
    let first = try Talk(homeOffice, sessions: sessions)
    first.say("pace 1.5")
    first.dialogue?.leave(keeping: true)
    let second = try Talk(sessions: sessions)
    second.begin()
    second.say("discard", "yes")
    #expect(second.say("restore").contains("No lost session"))
    second.say("quit")
    let files = try FileManager.default.contentsOfDirectory(atPath: sessions)
    #expect(files.isEmpty, "\(files)")
  }
}
