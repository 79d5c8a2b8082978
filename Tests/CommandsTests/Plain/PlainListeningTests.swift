import Analytics
import Dashboard
import Datasets
import Explanations
import Figures
import Frames
import TestSupport
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What is heard: every string that the dialogue can say goes through the rules of speech, questions are
/// answered within their budgets of words, and a speech engine says each minus.
@Suite @MainActor struct PlainListeningTests {
  typealias Talk = PlainAnswerTests.Talk

  nonisolated private static let departments = ["HMRC", "HO", "DWP", "NHS", "MOD", "DEFRA"]

  /// What a voice, or a finger, would take wrongly; nil where there is nothing of it.
  static func fault(_ line: String) -> String? {
    if line.unicodeScalars.contains(where: {
      (0x2500...0x25FF).contains($0.value) || (0x2800...0x28FF).contains($0.value)
    }) {
      return "a picture"
    }
    if line.contains("\u{2026}") { return "cut" }
    if line.contains(" M M") || line.contains("modelled, modelled") { return "a mark twice" }
    if line.contains("UKGOV") || line.contains("UKPS") { return "a code" }
    // Addresses, ids and scenario lines are to be copied as they are.
    let words = line.split(separator: " ").filter {
      !$0.contains("://") && !$0.contains("digigov:") && !$0.hasPrefix("www.")
        && !$0.contains(".csv")
    }
    if words.contains(where: { $0.contains("_") && !$0.contains(".") }) { return "a column's name" }
    for word in words {
      let bare = word.drop { "(\"'".contains($0) }
      if bare.contains("£") { return "a sign of money" }
      if bare.hasPrefix("\u{2212}") { return "a minus that is a sign" }
      if bare.hasPrefix("-"), bare.dropFirst().first?.isNumber == true {
        return "a hyphen for a minus"
      }
      if bare.firstMatch(of: /^[RDM][!~?"]+[,;.]?$/) != nil { return "a mark that is a sign" }
      if bare.firstMatch(of: /^(19|20)\d\d-(0[1-9]|1[0-2])$/) != nil { return "a date in digits" }
      if bare.firstMatch(of: /^[\d.,]+(bn|m|k|%)\b/) != nil { return "a unit in letters" }
    }
    return nil
  }

  private func check(_ text: String, _ place: String) {
    for line in text.split(separator: "\n") {
      if let fault = Self.fault(String(line)) {
        Issue.record("\(place): \(fault) in \"\(line)\"")
      }
    }
  }

  @Test(arguments: ScreenID.allCases.filter { $0 != .department })
  func everyScreenIsSaidInWords(screen: ScreenID) throws {
    let talk = try Talk(Place(screen), wording: .full)
    for line in ["", "all", "where", "panels", "source 1", "card", "why 1", "scenario", "all"] {
      check(talk.say(line), "\(screen), \(line)")
    }
  }

  @Test(arguments: departments)
  func everyPageIsSaidInWords(code: String) throws {
    let talk = try Talk(Place(.department, path: [code]), wording: .full)
    for line in ["", "all", "source 1", "two years late", "changes", "all", "undo", "what to ask"] {
      check(talk.say(line), "\(code), \(line)")
    }
  }

  /// Of every view and of six departments, and of every panel of them.
  @Test func alternativesOfPicturesAreSaidInWords() throws {
    let places =
      ScreenID.allCases.filter { $0 != .department }.map { Place($0) }
      + Self.departments.map { Place(.department, path: [$0]) }
    for place in places {
      let state = try #require(Talk(place, wording: .full).dialogue?.state)
      for panel in [nil] + state.panelNames.map(Optional.some) {
        let picture = state.picture(panel: panel)
        check(picture.altText, "\(place.screen) \(place.path), \(panel ?? "screen")")
        check(picture.longDescription, "\(place.screen) \(place.path), \(panel ?? "screen")")
      }
    }
  }

  @Test func whatIsReadStandsInFewLines() throws {
    for screen in ScreenID.allCases {
      let talk = try Talk(
        Place(screen, path: screen == .department ? ["HMRC"] : []), wording: .full)
      talk.begin()
      #expect(talk.lines.count <= 5, "\(screen): \(talk.heard)")
      for line in ["panel 1", "more", "more", "find a", "keys", "help", "filter e", "sort"] {
        talk.say(line)
        #expect(talk.lines.count <= 15, "\(screen), \(line): \(talk.lines.count)")
      }
    }
  }

  @Test func theAnswerComesFirstThenTheOutline() throws {
    let talk = try Talk(wording: .full)
    talk.begin()
    #expect(talk.lines[0].hasPrefix("Overview. Expected benefit: "))
    #expect(talk.lines[2].hasPrefix("5 panels, "), "\(talk.heard)")
    let page = talk.say("home office")
    #expect(page.hasPrefix("Home Office: expected "))
    #expect(page.contains("16 panels, ") && page.contains("Modelled."))
  }

  @Test func whatWasHeardCanBeHeardAgainAndGoneOnWith() throws {
    let talk = try Talk(Place(.evidence), wording: .full)
    let first = talk.say("panel 4")
    #expect(first.contains("more lines: say more, or all."))
    let second = talk.say("more")
    #expect(second != first && !second.contains("Panel 4 of"))
    let kept = talk.lines.dropLast()
    #expect(talk.say("repeat").hasPrefix(kept.joined(separator: "\n")))
    talk.say("all")
    #expect(talk.lines.count > 700)
    #expect(talk.say("more").contains("no more"))
    // A panel by its name.
    #expect(talk.say("panel sources").contains("Sources"))
    #expect(talk.say("panel nowhere").contains("No panel here is called"))
  }

  @Test func linesAreBrokenBetweenWordsAtTheWidth() throws {
    let talk = try Talk(wording: .full, width: 40)
    for line in ["", "home office", "panel 3", "more", "who is late", "help"] {
      talk.say(line)
      #expect(talk.lines.allSatisfy { $0.count <= 40 }, "\(line): \(talk.heard)")
      #expect(talk.lines.count <= 16, "\(line)")
    }
  }

  @Test func howMuchStandsInWordsIsAsked() throws {
    let talk = try Talk(wording: .full)
    #expect(talk.say("panel 3").contains("8 in 10 runs minus "))
    talk.say("words brief")
    #expect(
      talk.say("panel 3").contains("8 in 10 runs \u{2212}£") && talk.heard.contains(", modelled"))
    talk.say("words symbols")
    #expect(talk.say("panel 2").contains("£36bn R"), "\(talk.heard)")
    #expect(talk.say("words loud").contains("Say words full"))
    talk.say("words full")
    #expect(talk.say("screen 4").contains("14.5 billion pounds a year"))
    #expect(talk.heard.contains("Reported, disputed, old."))
  }

  @Test func anAnswerHasItsSource() throws {
    let talk = try Talk(wording: .full)
    talk.say("who disagrees with 14.5 billion")
    #expect(talk.say("source").contains("State of digital government review"))
    #expect(talk.say("card").contains("Licence: "))
    talk.say("home office")
    #expect(talk.say("where from").contains("Modelled by this project"))
    #expect(talk.say("why").contains("Home Office"))
    #expect(talk.say("back").contains("Overview"))
  }

  @Test(arguments: [
    ("two years later", ["HO": 2.0]), ("two years late", ["HO": 2]),
    ("start a year later", ["HO": 1]),
    ("HMRC two years late", ["HMRC": 2]),
  ])
  func aDelayIsForWhomItIsSaid(line: String, expected: [String: Double]) throws {
    let talk = try Talk(Place(.department, path: ["HO"]), wording: .full)
    let answer = talk.say(line)
    for (code, years) in expected {
      #expect(try talk.state.scenario.overrides[code]?[.startDelay] == years, "\(answer)")
    }
    #expect(answer.contains("Start delay, ") && answer.contains(", was "))
    talk.say("undo")
    #expect(try talk.state.scenario == talk.state.baseline)
    let other = try Talk(wording: .full)
    #expect(other.say("two years late").contains("all organisations"))
  }

  // MARK: - Twenty questions

  struct Asked: Sendable, CustomTestStringConvertible {
    var from, question, answer: String
    var words: Int
    var testDescription: String { question }
  }

  nonisolated static let budgets: [Asked] = {
    let path =
      #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
      .joined(separator: "/") + "/Benchmarks/questions.csv"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 4, let words = Int(cells[3]) else { return nil }
      return Asked(from: cells[0], question: cells[1], answer: cells[2], words: words)
    }
  }()

  @Test(arguments: budgets) func aQuestionIsAnsweredWithinItsWords(asked: Asked) throws {
    let place =
      asked.from.isEmpty ? Place(.overview) : Place(.department, path: [asked.from])
    let talk = try Talk(place, wording: .full)
    talk.say(asked.question)
    let lines = talk.lines
    let end = try #require(
      lines.firstIndex { $0.lowercased().contains(asked.answer.lowercased()) },
      "\(asked.question): \(talk.heard)")
    let heard = lines[...end].reduce(0) { $0 + $1.split(separator: " ").count }
    #expect(heard <= asked.words && asked.words <= 60, "\(heard) words: \(talk.heard)")
    check(talk.heard, asked.question)
  }

  @Test func thereAreTwentyQuestions() { #expect(Self.budgets.count >= 20) }

  /// Where the engine is installed: a minus is said for each that is printed.
  @Test func theVoiceSaysEachMinus() async throws {
    let engine = "/usr/bin/espeak-ng"
    guard FileManager.default.isExecutableFile(atPath: engine) else {
      withKnownIssue("espeak-ng is not installed: no phonemes are heard", isIntermittent: true) {}
      return
    }
    let talk = try Talk(wording: .full)
    for line in ["", "home office", "two years late", "does it pay", "compare blueprint delayed"] {
      let said = talk.say(line).replacing("\n", with: " ")
      let minuses = said.ranges(of: "minus ").count
      let heard = try await Finished.run(engine, ["-q", "-v", "en-gb", "--ipa", said]).text
        .ranges(of: "a\u{026A}n\u{0259}s").count
      #expect(heard == minuses, "\(line): \(minuses) printed, \(heard) heard")
    }
  }
}
