import Terminal
import Testing

struct StartCase: CustomTestStringConvertible {
  var input = true
  var output = true
  var type: TerminalError?
  var utf8 = true
  var start: StartUp
  var testDescription: String { "\(start)" }
}

private let startCases: [StartCase] = [
  StartCase(start: .terminal(ascii: false)),
  StartCase(utf8: false, start: .terminal(ascii: true)),
  StartCase(input: false, start: .plainText(ascii: false, reason: nil)),
  StartCase(output: false, utf8: false, start: .plainText(ascii: true, reason: nil)),
  // Piped output is wanted whatever TERM says.
  StartCase(output: false, type: .typeUnset, start: .plainText(ascii: false, reason: nil)),
  StartCase(type: .typeUnset, start: .plainText(ascii: false, reason: .typeUnset)),
  StartCase(
    type: .typeTooSimple("dumb"), start: .plainText(ascii: false, reason: .typeTooSimple("dumb"))),
  StartCase(
    type: .typeUnknown("x"), utf8: false,
    start: .plainText(ascii: true, reason: .typeUnknown("x"))),
]

@Test("A screen where there is a terminal that can show one, text elsewhere", arguments: startCases)
func decidesStart(_ example: StartCase) {
  #expect(
    StartUp.decided(
      inputIsTerminal: example.input, outputIsTerminal: example.output, type: example.type,
      localeIsUTF8: example.utf8) == example.start)
}

@Test(
  "A dialogue is held where it is asked for, on a terminal for good, and where nothing else can be",
  arguments: [
    (StartUp.terminal(ascii: false), nil, false, false), (.terminal(ascii: false), nil, true, true),
    (.terminal(ascii: false), true, false, true), (.terminal(ascii: false), false, true, false),
    (.plainText(ascii: false, reason: nil), nil, true, false),
    (.plainText(ascii: false, reason: nil), true, false, true),
    (.plainText(ascii: false, reason: .typeTooSimple("dumb")), nil, false, true),
    (.plainText(ascii: false, reason: .typeTooSimple("dumb")), false, true, false),
    (.plainText(ascii: false, reason: .typeUnset), nil, false, false),
    (.plainText(ascii: false, reason: .typeUnset), nil, true, true),
  ] as [(StartUp, Bool?, Bool, Bool)])
func decidesDialogue(start: StartUp, flag: Bool?, chosen: Bool, isHeld: Bool) {
  #expect(start.isDialogue(flag: flag, chosen: chosen) == isHeld)
}

@Test("Opening where there is no terminal is refused and changes nothing")
@MainActor func refusesWithoutTerminal() {
  // Under the test runner one end at least is not a terminal; under a developer's it may be one.
  let start = StartUp.ofThisProcess(CharacterSet.ofThisProcess())
  guard case .plainText(_, let reason) = start else { return }
  let error = #expect(throws: TerminalError.self) { try Terminal.open() }
  if reason == nil {
    #expect(error == .inputIsNotATerminal || error == .outputIsNotATerminal)
  }
}

@Test(
  "Each reason is a sentence that says what to do",
  arguments: [TerminalError.typeUnset, .typeUnknown("x"), .typeTooSimple("dumb")])
func explains(_ error: TerminalError) {
  #expect(error.description.contains("TERM") && error.description.contains("--plain"))
}

@Test(
  "Whatever is shown in ASCII says why, and what helps",
  arguments: [
    (CharacterSet(.utf8), nil), (CharacterSet(.standIn, named: ("LANG", "en_GB.UTF-8")), nil),
    (CharacterSet(.unset), "no locale is set"),
    (CharacterSet(.other, named: ("LC_ALL", "C")), "the locale is C (LC_ALL)"),
    (CharacterSet(.missing, named: ("LANG", "xx.UTF-8")), "xx.UTF-8 (LANG) is not installed"),
  ])
func saysWhyASCII(_ characters: CharacterSet, _ words: String?) {
  #expect((characters.reasonForASCII == nil) == (words == nil))
  #expect(characters.isUTF8 == (words == nil))
  if let words, let reason = characters.reasonForASCII {
    // The variable that names the locale is the one to change: LC_ALL goes before LANG.
    let remedy = "\(characters.named?.variable ?? "LANG")=C.UTF-8"
    #expect(reason.contains(words) && reason.contains(remedy) && reason.count <= 96)
  }
}

@Test("A terminal that is taken for another one is told so")
func saysWhatItIsTakenFor() {
  let own = TerminalDescription(type: "xterm", usedType: "xterm")
  let other = TerminalDescription(type: "xterm-kitty", usedType: "xterm-256color")
  #expect(own.remark == nil)
  #expect(other.remark?.contains("'xterm-kitty'") == true)
  #expect(other.remark?.contains("xterm-256color") == true)
}
