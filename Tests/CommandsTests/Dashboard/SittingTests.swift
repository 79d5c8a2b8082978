import Analytics
import Dashboard
import Datasets
import Figures
import Frames
import Store
import Terminal
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A dashboard on a terminal, without one: what the terminal's loop calls, called by hand.
@Suite struct SittingTests {
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/")
  private static let loaded = Result { try DataFolder(path: root + "/data").load() }

  /// What the terminal was asked for.
  private final class Asked {
    var copied: [String] = []
    var ground = 0
    var late: GroundColour?
  }

  private static let white = GroundColour(red: 1, green: 1, blue: 1)

  private func sitting(
    _ settings: Settings = Settings(), ground: GroundColour? = nil, draws: Int = 64
  ) throws -> (sitting: Sitting, work: WorkInHand, asked: Asked) {
    let (inputs, evidence) = try Self.loaded.get()
    let preset = try #require(inputs.presets.first { $0.id == "blueprint" })
    let state = State(
      inputs: inputs, evidence: evidence, scenario: Scenario(preset), settings: settings,
      place: Place(.legacy), draws: draws)
    let answers = Answers(Model(inputs), seed: inputs.seed)
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "digigov-sitting-\(UInt64.random(in: 0 ... .max))").path
    let asked = Asked()
    var desk = Desk(
      inputs, copies: folder, scenarios: folder + "/scenarios", sessions: nil,
      export: Export(answers: answers, folder: folder), waker: Waker())
    desk.clipboard.send = { asked.copied.append($0) }
    let work = WorkInHand()
    let sitting = Sitting(
      state, answers, LiveClock(draws: work, analyses: work) {}, desk,
      ground: Sitting.Ground(
        soon: {
          asked.ground += 1
          return ground
        },
        late: {
          defer { asked.late = nil }
          return asked.late
        }))
    return (sitting, work, asked)
  }

  private func press(_ character: Character, _ sitting: Sitting) -> LoopDecision {
    sitting.handle(.key(KeyPress(.character(character))))
  }

  @Test func aFrameIsDrawnWhereSomethingIsDifferent() throws {
    let (sitting, work, _) = try sitting()
    let first = try #require(sitting.frame(columns: 80, rows: 24))
    #expect(first.columns == 80 && sitting.frame(columns: 80, rows: 24) == nil)
    // Another size is one without an event, too.
    let wide = try #require(sitting.frame(columns: 120, rows: 36))
    #expect(wide.columns == 120 && wide.rows == 36)
    #expect(sitting.pause() == nil)
    work.doAll()
    #expect(sitting.frame(columns: 120, rows: 36) == nil, "nothing has been gathered")
    #expect(sitting.gather() == .carryOn)
    #expect(sitting.frame(columns: 120, rows: 36) != nil)
    #expect(sitting.handle(.key(KeyPress(.function(12)))) == .carryOn)
    #expect(sitting.frame(columns: 120, rows: 36) == nil, "a key that does nothing")
  }

  @Test func whatTheLoopIsToDo() throws {
    let (sitting, _, _) = try sitting()
    _ = sitting.frame(columns: 80, rows: 24)
    #expect(sitting.handle(.key(KeyPress(.character("l"), .control))) == .repaint)
    #expect(sitting.frame(columns: 80, rows: 24) != nil, "all is sent once more")
    #expect(sitting.handle(.key(KeyPress(.character("z"), .control))) == .suspend)
    #expect(sitting.frame(columns: 80, rows: 24) != nil)
    #expect(press("q", sitting) == .leave && sitting.wasLeft)
  }

  @Test func aTerminalThatIsGoneIsNotLeft() throws {
    let (sitting, _, _) = try sitting()
    #expect(sitting.handle(.closed) == .leave && !sitting.wasLeft)
  }

  @Test func theClipboardIsTheTerminals() throws {
    let (sitting, _, asked) = try sitting()
    _ = sitting.frame(columns: 80, rows: 24)
    #expect(press("y", sitting) == .carryOn)
    #expect(asked.copied.count == 1)
    #expect(sitting.store.state.message.contains("Copied"))
  }

  /// The ground is waited for once, and only where the theme goes with it.
  @Test(arguments: [false, true]) func theThemeFollowsTheGround(follows: Bool) throws {
    var settings = Settings(theme: .dark)
    settings.followsGround = follows
    let (sitting, _, asked) = try sitting(settings, ground: Self.white)
    let first = try #require(sitting.frame(columns: 80, rows: 24))
    #expect(sitting.store.state.settings.theme == (follows ? .light : .dark))
    #expect(first == draw(sitting.store.state).frame, "the first frame has it")
    #expect(asked.ground == (follows ? 1 : 0))
    _ = sitting.pause()
    _ = sitting.handle(.resize(columns: 100, rows: 30))
    _ = sitting.frame(columns: 100, rows: 30)
    #expect(asked.ground == (follows ? 1 : 0))
  }

  @Test(arguments: [false, true]) func anAnswerThatIsLateGoesOverNoChoice(chosen: Bool) throws {
    var settings = Settings(theme: .dark)
    settings.followsGround = true
    let (sitting, _, asked) = try sitting(settings)
    _ = sitting.frame(columns: 80, rows: 24)
    if chosen {
      _ = press(":", sitting)
      for character in "theme dark" { _ = press(character, sitting) }
      _ = sitting.handle(.key(KeyPress(.enter)))
      #expect(!sitting.store.state.settings.followsGround)
    }
    asked.late = Self.white
    _ = sitting.gather()
    #expect(sitting.store.state.settings.theme == (chosen ? .dark : .light))
  }
}
