import Testing

@testable import Tapes

/// What the language lets one write, and how much of it does anything.
@Suite struct AcceptedTests {
  @Test(arguments: [
    // All of VHS's.
    ("", 0, 0),
    ("# only a comment", 0, 0),
    ("Enter Tab\tSpace\r\nEscape # several on a line", 4, 0),
    ("Backspace Delete Insert Up Down Left Right PageUp PageDown ScrollUp ScrollDown", 11, 0),
    ("Enter@500ms 3 Down 2 Up@1s Left@.5", 4, 0),
    ("Type 'one' \"two\" `three` four", 1, 0),
    ("Type@10ms \"it's\"\nType `say \"so\"`", 2, 0),
    ("Type \"# no comment\"", 1, 0),
    (
      "Ctrl+C Ctrl+Alt+x Ctrl+Shift+Left Ctrl+- Ctrl+@ Ctrl+[ Ctrl+] Ctrl+^ Ctrl+\\ Ctrl+a+b", 10, 0
    ),
    ("Alt+. Alt+Enter Alt+\"ab\" Alt+[ Shift+Tab Shift+a Shift+]", 7, 0),
    ("Sleep 1 Sleep .5 Sleep 0.5s Sleep 500ms Sleep 1m Sleep 2.", 6, 0),
    ("Wait Wait+Line Wait+Screen Wait@10s Wait /a\\/b/ Wait+Screen@1m /[0-9]+ bn/", 6, 0),
    ("Set TypingSpeed 0.1 Set TypingSpeed 50ms Set WaitTimeout 5s Set WaitPattern /x$/", 4, 0),
    ("Hide Show Copy \"x\" Paste", 4, 0),
    ("Require echo\nEnv HELLO \"WORLD\"\nEnv 'A' B", 0, 3),
    ("Set Shell fish Set FontFamily \"DejaVu Sans Mono\" Set LetterSpacing 1.5", 0, 3),
    ("Set LineHeight 1.8 Set Padding 20 Set Margin 60px Set MarginFill \"#6B50FF\"", 0, 4),
    ("Set WindowBar Colorful Set WindowBarSize 40 Set BorderRadius 8 Set Framerate 60", 0, 4),
    ("Set PlaybackSpeed 2.0 Set LoopOffset 60.4% Set LoopOffset 5 Set CursorBlink false", 0, 4),
    ("Set FontSize 20 Set Width 1200 Set Height 600", 3, 3),
    ("Set Theme \"Some Other\" Set Theme { \"name\": \"x\",\n\"black\": \"#000000\" }", 0, 2),
    ("Output a.gif Output b.mp4 Output \"c.webm\" Output frames/", 0, 4),
    // Our own.
    ("Output a.svg Output b.png Output c.pdf Output d.html Output e.md Output f.cast", 6, 0),
    ("Output a.csv Screenshot b.csv", 2, 0),
    ("Output a.txt Output b.ascii Output c.test Output d.ansi Output e.json", 5, 0),
    ("Output 2026.svg Output _x.svg Output ./x.svg Output a/../x.svg", 4, 0),
    ("Output /here/now/deep/x.svg", 1, 0),
    ("Screenshot a.svg Screenshot 'b c.png' State s.json", 3, 0),
    ("Home End F1 F12 F5@10ms 2", 5, 0),
    ("Click 24 80 Drag 1 1 24 80 Resize 120 36 Click 36 120", 4, 0),
    ("Caption \"One\" Note 'Two' Expect `£45bn`", 3, 0),
    ("Set Columns 120 Set Rows 36 Set Theme dark Click 36 120", 4, 0),
    ("Set Theme contrast Set Theme \"mono\"", 2, 0),
    ("Shift+Left Alt+Home Ctrl+End", 3, 0),
  ])
  func tapesAreRead(text: String, commands: Int, warnings: Int) throws {
    let tape = try Tape.reading(text)
    #expect(tape.count == commands)
    #expect(tape.warnings.count == warnings)
  }

  @Test(arguments: [
    ("Enter Set Theme dark", "a.tape:1:7: Set Theme comes after the first action and is ignored"),
    ("Hide\n  Set Rows 30", "a.tape:2:3: Set Rows comes after the first action and is ignored"),
    ("Set Shell bash", "a.tape:1:1: Set Shell has no meaning here"),
    ("\nOutput x.gif", "a.tape:2:1: Output x.gif does nothing here: no film is made"),
  ])
  func warningsSayWhere(text: String, warning: String) throws {
    #expect(try Tape.reading(text).warnings.map(\.description) == [warning])
  }

  @Test(arguments: [
    ("Set Columns 100 Set Rows 30", 100, 30),
    ("", 80, 24),
    // 22 pixels are what a font has that no one sets.
    ("Set Width 1320 Set Height 660", 100, 25),
    ("Set Width 1200 Set FontSize 10", 200, 24),
    ("Set Columns 90 Set Width 1200", 90, 24),
    ("Set Width 1", 1, 24),
  ])
  func theSizeComesFromSettings(text: String, columns: Int, rows: Int) throws {
    let size = try Tape.reading(text).size
    #expect([size.columns, size.rows] == [columns, rows])
  }

  @Test func aSourceStandsForItsCommands() throws {
    let tape = try Tape.reading(
      "Set Columns 90\nSource more/b.tape\nType 'z'", file: "tapes/a.tape",
      beside: ["tapes/more/b.tape": "Output gone.svg\nSet Rows 40 Down 2\nScreenshot x.txt"])
    #expect(tape.commands.map(\.file).suffix(2) == ["tapes/more/b.tape", "tapes/a.tape"])
    #expect(tape.count == 5)
    #expect(tape.size.rows == 40)
  }
}
