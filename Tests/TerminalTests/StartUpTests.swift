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

@Test("Opening where there is no terminal is refused and changes nothing")
@MainActor func refusesWithoutTerminal() {
  // Under the test runner one end at least is not a terminal; under a developer's it may be one.
  guard case .plainText(_, let reason) = StartUp.ofThisProcess() else { return }
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
