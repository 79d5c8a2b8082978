import Testing

@testable import Tapes

/// What is refused, where, and in which words.
@Suite struct RefusedTests {
  @Test(arguments: [
    ("Slep 5", "1:1: unknown command Slep; did you mean Sleep?"),
    ("Sleep 1s\n\tFoo", "2:2: unknown command Foo"),
    ("type 'x'", "1:1: unknown command type; did you mean Type?"),
    ("Sleep", "1:1: expected a time such as 500ms, 2s or 1m after Sleep"),
    ("Sleep -1", "1:7: expected a time such as 500ms, 2s or 1m, not -"),
    ("Sleep 1.2.3", "1:7: expected a time such as 500ms, 2s or 1m, not 1.2.3"),
    ("Sleep 1441m", "1:7: a time of more than a day"),
    ("Type \"open", "1:6: the text that begins here has no closing \""),
    ("Type", "1:1: expected text in quotes after Type"),
    ("Type\nEnter", "1:1: expected text in quotes after Type"),
    ("Type Enter", "1:6: expected text in quotes, not Enter"),
    ("Type 5", "1:6: expected text in quotes, not 5"),
    ("Type 'a'\nb", "2:1: unknown command b"),
    ("Down 2.5", "1:6: expected a whole number of times, 0 to 10000, not 2.5"),
    ("Down 10001", "1:6: expected a whole number of times, 0 to 10000, not 10001"),
    ("Enter@fast", "1:7: expected a time such as 500ms, 2s or 1m, not fast"),
    ("Ctrl", "1:1: expected + and a key after Ctrl"),
    (
      "Ctrl+",
      "1:5: expected one letter, a key such as Enter or Left, or one of - @ [ ] ^ \\ after +"
    ),
    (
      "Ctrl+Foo",
      "1:6: expected one letter, a key such as Enter or Left, or one of - @ [ ] ^ \\, not Foo"
    ),
    ("Ctrl+a+Alt", "1:8: expected a key; modifiers come before keys, not Alt"),
    ("Alt+Sleep", "1:5: expected text, a key such as Enter or Tab, or one of [ ], not Sleep"),
    ("Set Bogus 1", "1:5: unknown setting Bogus"),
    ("Set Colums 80", "1:5: unknown setting Colums; did you mean Columns?"),
    ("Set", "1:1: expected the name of a setting after Set"),
    ("Set Width wide", "1:11: expected a whole number of pixels, 1 to 100000, not wide"),
    ("Set Rows 0", "1:10: expected a whole number of rows, 1 to 500, not 0"),
    ("Set Columns 1001", "1:13: expected a whole number of columns, 1 to 1000, not 1001"),
    ("Set Framerate 0", "1:15: expected a whole number of frames, 1 to 1000, not 0"),
    ("Set CursorBlink maybe", "1:17: expected one of true false, not maybe"),
    (
      "Set WindowBar Round",
      "1:15: expected one of Colorful ColorfulRight Rings RingsRight, not Round"
    ),
    ("Set Theme { 'a': 1", "1:11: the theme that begins here has no closing }"),
    (
      "Set Theme 3",
      "1:11: expected the name of a theme, such as one of dark light contrast mono, not 3"
    ),
    ("Wait+Foo", "1:6: expected Line or Screen, not Foo"),
    ("Wait /abc", "1:6: the regular expression that begins here has no closing /"),
    ("Set WaitPattern x", "1:17: expected a regular expression such as /£45bn/, not x"),
    ("Click 25 1", "1:7: expected a row, 1 to 24, not 25"),
    ("Click 1 81", "1:9: expected a column, 1 to 80, not 81"),
    ("Click 0 1", "1:7: expected a row, 1 to 24, not 0"),
    ("Click 1", "1:7: expected a column, 1 to 80 after 1"),
    ("Resize 60 18 Click 19 1", "1:20: expected a row, 1 to 18, not 19"),
    ("Caption\nExpect 'x'", "1:1: expected its words in quotes after Caption"),
    ("Expect", "1:1: expected the text to find on the screen in quotes after Expect"),
    (
      "Screenshot x.gif",
      "1:12: unknown extension .gif; allowed .svg .png .pdf .html .txt .ansi .json .md .csv"
    ),
    ("State x.txt", "1:7: unknown extension .txt; allowed .json"),
    ("State x", "1:7: x has no extension; allowed .json"),
    ("Screenshot ''", "1:12: the path is empty"),
    ("Output ../x.svg", "1:8: ../x.svg leaves the working folder; --allow-outside lets it"),
    (
      "Output a/../../x.svg",
      "1:8: a/../../x.svg leaves the working folder; --allow-outside lets it"
    ),
    ("State /tmp/x.json", "1:7: /tmp/x.json leaves the working folder; --allow-outside lets it"),
    (
      "Output /here/nowadays/x.svg",
      "1:8: /here/nowadays/x.svg leaves the working folder; --allow-outside lets it"
    ),
    (
      "Output '../\u{1B}x.svg'",
      "1:8: ../␛x.svg leaves the working folder; --allow-outside lets it"
    ),
    ("Source b.svg", "1:8: b.svg is no tape; the path of a Source ends in .tape"),
    ("Source gone.tape", "1:8: gone.tape: No such file"),
    ("Source ../b.tape", "1:8: ../b.tape leaves the working folder; --allow-outside lets it"),
    ("Source empty.tape", "1:8: empty.tape has no commands"),
    ("é", "1:1: \"é\" begins nothing; text stands in quotes"),
    ("\u{1B}[2J", "1:1: \"␛\" begins nothing; text stands in quotes"),
    ("@ 5", "1:1: @ where a command should begin"),
    ("'text'", "1:1: \"text\" where a command should begin"),
  ])
  func tapesAreRefused(text: String, message: String) {
    #expect(defects(text, beside: ["empty.tape": "# nothing\n"]) == "a.tape:" + message)
  }

  @Test func everyDefectIsTold() {
    let text = "Slep 1\nType 'fine'\nSet Rows x Sleep 9999m\nCaption\nDown Foo Bar\n"
    #expect(
      defects(text).split(separator: "\n").map { $0.prefix { $0 != " " } } == [
        "a.tape:1:1:", "a.tape:3:10:", "a.tape:4:1:", "a.tape:5:6:",
      ])
  }

  @Test func aPatternThatIsNoneIsRefused() {
    #expect(defects("Wait+Screen /([/").hasPrefix("a.tape:1:13: /([/ is no regular expression: "))
  }

  @Test(arguments: [
    ("Source c.tape", "b.tape:1:1: a tape that is a Source cannot have a Source itself"),
    ("Down\n Click 99 1", "b.tape:2:8: expected a row, 1 to 24, not 99"),
  ])
  func defectsOfASourceNameItsFile(text: String, message: String) {
    #expect(defects("Source b.tape", beside: ["b.tape": text]) == message)
  }

  @Test(arguments: ["Output ../x.svg", "State /tmp/x.json", "Source ../b.tape"])
  func pathsMayLeaveWhereThatIsAllowed(text: String) {
    #expect(defects(text, allowsOutside: true, beside: ["../b.tape": "Down"]) == "none")
  }

  @Test func bytesThatAreNoTextAreRefusedWithTheirLine() {
    let rules = TapeRules(folder: "/here/now") { _ throws(Unreadable) in [] }
    let error = #expect(throws: TapeError.self) {
      try Tape(Array("Down\nType '".utf8) + [0xFF, 0x27], file: "a.tape", rules: rules)
    }
    #expect(error?.description == "a.tape:2:1: not UTF-8")
  }
}
