import Dashboard
import Frames
import Screenshots
import Tapes
import Testing

/// The tour as someone sees it who presses keys.
@Suite struct TourTests {
  let world: World

  init() throws { world = try World.load() }

  private func tour(_ text: String) throws -> Tour {
    var start = world.start
    _ = start.update(.resized(columns: 100, rows: 30))
    return Tour(try Tape.reading(text), from: start, model: world.model)
  }

  /// Lets the tour go on by itself until it waits for a key.
  private func run(_ tour: inout Tour) {
    while tour.pause != nil { tour.advance() }
  }

  private func press(_ text: String, _ tour: inout Tour) {
    for character in text {
      tour.handle(.key(KeyPress(character == "\n" ? .enter : .character(character))))
    }
  }

  private func screen(_ tour: inout Tour) -> String { plainText(tour.frame()) }

  @Test func itStopsAtEachCaption() throws {
    var tour = try tour("Caption 'First words' Note 'For the speaker' Type '7' Caption 'Second'")
    run(&tour)
    #expect(screen(&tour).contains("First words"))
    #expect(screen(&tour).contains("For the speaker"))
    #expect(screen(&tour).contains("digigov  Overview"))
    press(" ", &tour)
    #expect(!screen(&tour).contains("First words"))
    run(&tour)
    #expect(screen(&tour).contains("Second"))
    #expect(screen(&tour).contains("digigov  Departments"))
    press("  ", &tour)
    #expect(tour.isOver)
  }

  @Test func itTypesAtTheTapesSpeed() throws {
    var tour = try tour("Set TypingSpeed 200ms Type '78' Sleep 2s Type@1s '9' Caption 'x'")
    var pauses: [Duration] = []
    while let pause = tour.pause {
      pauses.append(pause)
      tour.advance()
    }
    #expect(pauses == [.zero, .milliseconds(200), .milliseconds(200), .seconds(2), .seconds(1)])
  }

  @Test func aKeyGoesToTheNextWords() throws {
    var tour = try tour("Type '7' Sleep 60s Type '8' Caption 'There'")
    tour.advance()
    press("x", &tour)
    #expect(tour.pause == nil)
    #expect(screen(&tour).contains("There"))
    #expect(screen(&tour).contains("digigov  Scenario lab"))
  }

  @Test func itHidesTheAnswerUntilItIsGuessed() throws {
    let text = """
      Hide
      Caption 'How many?'
      Type '7'
      Show
      Caption 'So many'
      """
    var tour = try tour(text)
    run(&tour)
    press("42", &tour)
    tour.handle(.key(KeyPress(.backspace)))
    tour.handle(.paste("0\n7"))
    #expect(screen(&tour).contains("> 407"))
    #expect(screen(&tour).contains("digigov  Overview"))
    press("\n", &tour)
    run(&tour)
    #expect(screen(&tour).contains("digigov  Departments"))
    press(" ", &tour)
    run(&tour)
    let end = screen(&tour)
    for words in ["How many?", "You said: 407", "So many"] { #expect(end.contains(words)) }
    #expect(tour.guesses.map(\.guess) == ["407"])
    press(" ", &tour)
    #expect(tour.isOver)
  }

  @Test(arguments: ["q", "\u{1B}"])
  func oneMayLeave(key: String) throws {
    var tour = try tour("Caption 'x'")
    run(&tour)
    tour.handle(.key(key == "q" ? KeyPress(.character("q")) : KeyPress(.escape)))
    #expect(tour.isOver)
  }

  @Test(arguments: [KeyPress(.character("c"), .control), KeyPress(.escape)])
  func oneMayLeaveAQuestion(press: KeyPress) throws {
    var tour = try tour("Hide Caption 'x' Show")
    run(&tour)
    tour.handle(.key(press))
    #expect(tour.isOver)
  }

  @Test(arguments: [(60, 18), (5, 3), (200, 60)])
  func itFollowsTheTerminal(columns: Int, rows: Int) throws {
    var tour = try tour(
      "Caption 'Some words that are long enough to be broken into two lines of it'")
    run(&tour)
    tour.handle(.resize(columns: columns, rows: rows))
    let frame = tour.frame()
    #expect([frame.columns, frame.rows] == [columns, rows])
  }

  @Test func theBuiltInTourIsTrue() throws {
    let tape = try Tape.demo()
    #expect(tape.warnings.isEmpty)
    var player = Player(tape, from: world.start, model: world.model) { _, _, _, _ in nil
    }
    #expect(try player.play().state.place.screen == .evidence)
    #expect(tape.script.split(separator: "\n").count { $0.contains("Question: ") } == 2)
  }
}
