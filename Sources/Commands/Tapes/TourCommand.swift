import Analytics
import ArgumentParser
import Dashboard
import Frames
import Tapes
import Terminal

/// `digigov tour`: a tape shown live, with its captions; the built-in one where none is named.
struct TourCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tour", abstract: "Show the guided tour in the terminal.",
    discussion: """
      It types by itself, stops at each caption until a key is pressed, and asks for a guess before \
      it reveals what it has hidden. In a tape of your own, a Caption between Hide and Show is such \
      a question. Without a terminal the captions are printed.
      """
        + examples(
          "digigov tour",
          "digigov tour --theme light talk.tape"))

  @Argument(help: ArgumentHelp("A tape to show in place of the built-in one.", valueName: "file"))
  var file: String?

  @OptionGroup var start: StartOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("auto, dark, light, contrast or mono.", valueName: "theme"))
  var theme = "auto"

  @Flag(
    help:
      "Show each caption's picture at once, without the typing; so does DIGIGOV_REDUCED_MOTION=1.")
  var reducedMotion = false

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  func run() throws { try MainActor.assumeIsolated { try runOnMain() } }

  @MainActor private func runOnMain() throws {
    let given = theme == "auto" ? nil : try ThemeName(typed: theme)
    let startUp = StartUp.ofThisProcess(CharacterSet.ofThisProcess())
    let state = try start.state(Settings(theme: given ?? .dark, ascii: ascii || startUp.isASCII))
    let tape = try tape(for: state)
    switch startUp {
    case .terminal:
      try show(tape, state, keepsTheme: given != nil)
    case .plainText(_, let reason):
      if let reason { complain(reason.description) }
      try WholeFile.print(tape.script)
    }
  }

  /// The tape that is named, or the built-in one where its captions are true of the data.
  func tape(for state: State) throws(CommandFailure) -> Tape {
    let visited = Tape.demoOrganisation
    if file == nil, state.inputs.organisations.allSatisfy({ $0.code != visited }) {
      throw CommandFailure(
        code: 2,
        message: "the built-in tour speaks of the data that came with the program, and visits "
          + "\(visited), which these data have not; name a tape of your own, digigov tour FILE, or "
          + "leave out --data and DIGIGOV_DATA")
    }
    switch try found() {
    case .success(let tape): return tape
    case .failure(let error): throw CommandFailure(code: 3, message: "\(error)")
    }
  }

  private func found() throws(CommandFailure) -> Result<Tape, TapeError> {
    guard let file else { return Result { () throws(TapeError) in try Tape.demo() } }
    // A tour writes nothing, so where a tape would write is no matter.
    return try TapeReading.tape(file, rules: try TapeReading.rules(allowsOutside: true))
  }

  @MainActor private func show(_ tape: Tape, _ start: State, keepsTheme: Bool) throws {
    var state = start
    let terminal: Terminal
    do {
      terminal = try Terminal.open(
        TerminalOptions(
          mouse: false, colour: start.settings.theme == .mono ? ColourDepth.none : nil))
    } catch {
      complain("\(error)")
      try WholeFile.print(tape.script)
      return
    }
    defer { terminal.close() }
    // Shown once the screen is down again.
    if let remark = TerminalDescription.ofThisProcess().remark { complain(remark) }
    if !ascii, state.settings.ascii { complain(CharacterSet.ofThisProcess()) }
    _ = state.update(.terminalOpened(terminal.depth, isFirstRun: false))
    var tour = Tour(
      tape, from: state, model: Model(state.inputs), threads: Surroundings.threads,
      keepsTheme: keepsTheme)
    let still = reducedMotion || Surroundings.isSet("DIGIGOV_REDUCED_MOTION")
    // The picture before stands for as long as it should; then the tour goes on.
    var due: ContinuousClock.Instant?
    terminal.run(
      frame: { _, _ in
        if let time = due, time <= .now { tour.advance() }
        if still { while tour.pause != nil { tour.advance() } }
        due = tour.pause.map { .now + $0 }
        return tour.frame()
      },
      pause: { due.map { max(.zero, ContinuousClock.now.duration(to: $0)) } },
      handle: { event in
        tour.handle(event)
        return tour.isOver ? .leave : .carryOn
      })
  }
}
