import Analytics
import Dashboard
import Frames
import Screenshots
import Tapes
import TestSupport
import Testing

/// Tapes played over the shipped data.
@Suite struct PlayingTests {
  let world: World

  init() throws { world = try World.load() }

  @Test(arguments: [
    ("Type '7'", "Departments"),
    ("Type '78'", "Scenario lab"),
    ("Type '7' Down 2 Enter", "Department"),
    ("Type '7<'", "Overview"),
    ("Type '8' Escape", "Overview"),
    ("Hide Type '4' Show", "Contractors"),
    // The dashboard has been left; what is typed after that goes nowhere.
    ("Type q7", "Overview"),
    ("Ctrl+C Type '7'", "Overview"),
  ])
  func keysGoThroughTheKeyTable(text: String, title: String) throws {
    #expect(try world.play(text).state.place.screen.title == title)
  }

  @Test(arguments: [
    ("", 0),
    ("Enter", 50),
    ("Type 'abc'", 150),
    ("Type@10ms 'abc'", 30),
    ("Down 3 Down@1s 2 Up 0", 2150),
    ("Set TypingSpeed 0.2 Down Set TypingSpeed 1s Down", 1200),
    ("Ctrl+a+b", 100),
    ("Click 2 2 Drag 1 1 2 2 ScrollDown 3", 250),
    ("Copy 'long text' Paste", 50),
    ("Sleep 1 Sleep 500ms Sleep .25", 1750),
    // Settings, pictures and what is looked at take no time.
    ("Set WaitTimeout 9s Wait+Screen@3s /Overview/ Expect 'Overview' Screenshot a.txt", 0),
    ("Hide Sleep 3s Show Caption 'x' Resize 90 30", 3000),
  ])
  func onlySleepAndTypingMoveTheClock(text: String, milliseconds: Int) throws {
    #expect(try world.play(text).time == .milliseconds(milliseconds))
  }

  @Test(arguments: [
    "Expect ' Overview '", "Wait", "Wait+Screen /Ove.+ew/", "Wait /^ Overview/",
    "Set WaitPattern /help/ Wait", "Wait+Line /Potential/", "Down Wait+Line /^.▸ Automation/",
  ])
  func whatIsThereIsFound(text: String) throws {
    #expect(try world.play(text).files.isEmpty)
  }

  @Test(arguments: [
    ("Expect 'Moon'", "1:1: the screen does not hold \"Moon\""),
    ("Down\n Expect 'overview'", "2:2: the screen does not hold \"overview\""),
    ("Wait+Screen@3s /Mo+n/", "1:1: /Mo+n/ did not come within 3 s"),
    ("Wait /^Potential/", "1:1: /^Potential/ did not come within 15 s"),
    ("Wait+Line@500ms /Overview/", "1:1: /Overview/ did not come within 0.5 s"),
    ("Set WaitPattern />$/ Set WaitTimeout 2m Wait", "1:41: />$/ did not come within 120 s"),
  ])
  func whatIsNotThereFailsWithTheScreen(text: String, message: String) {
    let error = #expect(throws: TapeError.self) { try world.play(text) }
    #expect(error?.description.hasPrefix("a.tape:\(message)\nThe screen was:\n Overview ") == true)
  }

  @Test func picturesAreOfTheScreenAsItIsThen() throws {
    let played = try world.play(
      """
      Output end.txt
      Screenshot one.txt
      Type '7'
      Hide
      Screenshot two.txt
      Screenshot two.ansi
      Type '8'
      """)
    #expect(played.files.map(\.path) == ["one.txt", "two.txt", "two.ansi", "end.txt"])
    let titles = ["one.txt", "two.txt", "end.txt"].map { path in
      played.text(path)?.split(separator: "\n").first?.dropFirst().prefix { $0 != " " }
    }
    #expect(titles == ["Overview", "Departments", "Scenario"])
    #expect(played.text("two.ansi")?.hasPrefix("\u{1B}[0;38;2;11;12;12;48;2;255;255;255m") == true)
    #expect(played.text("end.txt") == plainText(draw(played.state).frame))
  }

  @Test func otherPicturesAreTheExporters() throws {
    let tape = "Type '7' Screenshot a.svg Set Picture half Screenshot b.svg"
    let played = try world.play(tape) { kind, state, frame, page in
      let size = page.map(\.rawValue) ?? "terminal"
      return Array("\(kind) \(state.place.screen) \(frame.columns) \(size)".utf8)
    }
    #expect(played.text("a.svg") == "svg departments 80 terminal")
    #expect(played.text("b.svg") == "svg departments 80 half")
    let error = #expect(throws: TapeError.self) { try world.play("Output a.png") }
    #expect(
      error?.description == "a.tape:1:1: a.png: this program cannot make .png files")
  }

  @Test func theLogHasTheScreenAfterEachCommandThatIsSeen() throws {
    let played = try world.play("Output log.ascii\nType '7'\nHide\nType '8'\nShow\nSleep 1s")
    let rule = String(repeating: "─", count: 80) + "\n"
    let screens = played.text("log.ascii")?.split(separator: rule) ?? []
    let titles = screens.map { $0.dropFirst().prefix { $0 != " " } }
    #expect(titles == ["Overview", "Departments", "Scenario", "Scenario"])
  }

  @Test func theTapesClipboardIsItsOwn() throws {
    let keys = "Type '8' Down 3 Enter"
    let typed = try world.play("\(keys) Type '9' Enter").state
    let pasted = try world.play("Copy '9' \(keys) Paste Enter").state
    #expect(typed.scenario.levers == pasted.scenario.levers)
    #expect(typed.scenario != world.start.scenario)
  }

  @Test func theMouseClicksAndTurns() throws {
    // On the overview the panel of levers stands at the left, below the tiles.
    #expect(try world.play("Click 12 5").state.sight.panel != world.play("").state.sight.panel)
    let turned = try world.play("Type '7' ScrollDown 3").state.sight
    #expect(turned.item == 3)
  }

  @Test(arguments: [("light", ThemeName.light), ("dark", .dark), ("mono", .mono)])
  func themesAreSet(name: String, theme: ThemeName) throws {
    #expect(try world.play("Set Theme \(name)").state.settings.theme == theme)
  }

  @Test func aThemeFromOutsideHolds() throws {
    let tape = try Tape.reading("Set Theme dark")
    var player = Player(
      tape, from: world.start, model: world.model, keepsTheme: true
    ) { _, _, _, _ in nil }
    #expect(try player.play().state.settings.theme == .light)
  }

  @Test func theScreenHasTheSizeOfTheTape() throws {
    let state = try world.play("Set Columns 100 Set Rows 30").state
    #expect([state.columns, state.rows] == [100, 30])
    let resized = try world.play("Set Columns 100 Resize 120 36 Click 36 120").state
    #expect([resized.columns, resized.rows] == [120, 36])
  }

  /// Whether anyone looks between two keys makes no difference to what comes of them.
  @Test(arguments: [
    ["Type '7'", "Home", "Down 5", "Enter"],
    ["Type '7'", "Down 4", "Enter", "Type ']'", "Type '['"],
    ["Type '8'", "Down 5", "Right 3", "Type '7'", "Enter", "Type 'z'", "Escape"],
  ])
  func lookingChangesNothing(steps: [String]) throws {
    let look = " Expect '2026-11-29' "
    let unseen = try world.play(steps.joined(separator: " ")).state
    let seen = try world.play(look + steps.joined(separator: look)).state
    #expect(difference(from: plainText(draw(seen).frame), to: plainText(draw(unseen).frame)) == "")
    #expect(unseen.uncertainty?.organisations == seen.uncertainty?.organisations)
  }

  @Test(arguments: [1, 2, 3])
  func theSameTapeGivesTheSameBytes(threads: Int) throws {
    let text = """
      Output a.cast
      Output b.txt
      Set Columns 120 Set Rows 36
      Type '8' Right 4 Sleep 1s
      Caption 'Lab'
      State s.json
      Screenshot c.ansi
      """
    #expect(try world.play(text, threads: threads).files == world.play(text).files)
  }
}
