import Analytics
import ArgumentParser
import Dashboard
import Frames
import Screenshots
import Tapes
import Terminal

/// `digigov`, `digigov dashboard`: the dashboard, or its view as text where there is no terminal.
struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "Opens the dashboard (the default).")

  @OptionGroup var start: StartOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "auto, dark, light, contrast or mono; else DIGIGOV_THEME.", valueName: "theme"))
  var theme: String?

  @Flag(help: "Draw with ASCII characters only; so does DIGIGOV_ASCII=1.")
  var ascii = false

  @Flag(
    help: "Change the picture once for a change, not by steps; so does DIGIGOV_REDUCED_MOTION=1.")
  var reducedMotion = false

  @Flag(help: "Leave the mouse to the terminal.")
  var noMouse = false

  @Flag(
    help: "A dialogue of numbered lines in place of the screen; reads commands from a pipe as well."
  )
  var plain = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Record the session as an asciicast.", valueName: "file.cast"))
  var record: String?

  @OptionGroup var castVersion: CastVersionOption

  func run() throws { try MainActor.assumeIsolated { try runOnMain() } }

  @MainActor private func runOnMain() throws {
    let version = try castVersion.version()
    var state = try start.state(
      Settings(
        theme: try startingTheme(),
        reducedMotion: reducedMotion || Surroundings.isSet("DIGIGOV_REDUCED_MOTION"))
    )
    let startUp = StartUp.ofThisProcess()
    if plain {
      state.settings.ascii = wantsASCII || startUp.isASCII
      var dialogue = PlainDialogue(state, threads: Surroundings.threads)
      dialogue.run()
      return
    }
    switch startUp {
    case .terminal(let narrow):
      state.settings.ascii = wantsASCII || narrow
      try open(state, version)
    case .plainText(let narrow, nil):
      state.settings.ascii = wantsASCII || narrow
      printText(state)
    case .plainText(let narrow, let reason?):
      complain(reason.description)
      state.settings.ascii = wantsASCII || narrow
      printText(state)
    }
  }

  /// The dashboard on the terminal, until the user leaves.
  @MainActor private func open(_ start: State, _ version: CastVersion) throws {
    let terminal: Terminal
    do {
      terminal = try Terminal.open(
        TerminalOptions(
          mouse: !noMouse, colour: start.settings.theme == .mono ? ColourDepth.none : nil))
    } catch {
      complain("\(error)")
      printText(start)
      return
    }
    defer { terminal.close() }
    var state = start
    state.settings.depth = terminal.depth
    if wantsTerminalsTheme, let ground = terminal.ground() {
      state.settings.theme = ground.isLight ? .light : .dark
    }
    let model = Model(state.inputs)
    let export = Export(model: model, threads: Surroundings.threads)
    let clipboard = Clipboard(folder: Surroundings.stateFolder)
    state.isFirstRun = !FirstRunMarker.isThere
    let runner = ProjectionRunner(
      model, seed: state.seed, threads: Surroundings.threads, waker: terminal.waker)
    var decision = LoopDecision.carryOn
    func perform(_ effects: [Effect]) {
      for effect in effects {
        switch effect {
        case .project(let request):
          if let action = runner.perform(request) { perform(state.update(action)) }
        case .export(let form): perform(state.update(.exported(export.write(form, state))))
        case .copy(let copy): perform(state.update(.copied(clipboard.take(copy, terminal))))
        case .hintSeen: FirstRunMarker.write()
        case .redraw: decision = .repaint
        case .suspend: decision = .suspend
        case .quit: decision = .leave
        }
      }
    }
    perform(state.start())
    var shown: State?
    var cast = record.map { _ in Cast(title: "digigov") }
    let began = ContinuousClock.now
    terminal.run(
      frame: { columns, rows in
        (state.columns, state.rows) = (columns, rows)
        guard state != shown else { return nil }
        shown = state
        let frame = draw(state).frame
        cast?.show(frame, at: began.duration(to: .now))
        return frame
      },
      pause: {
        runner.begin()
        return nil
      },
      gather: {
        for action in runner.gather() { perform(state.update(action)) }
      },
      handle: { event in
        decision = .carryOn
        if let action = state.action(for: event) { perform(state.update(action)) }
        if decision == .repaint || decision == .suspend { shown = nil }
        return decision
      })
    if let record {
      cast?.end(at: began.duration(to: .now))
      try TapeReading.write(cast?.text(version) ?? "", to: record)
    }
  }

  /// The view as text, with the numbers that the dashboard shows at rest.
  private func printText(_ start: State) {
    var state = start
    state.settings.depth = .none
    (state.columns, state.rows) = (100, 40)
    state.settle(Model(state.inputs), draws: Ladder.rested, threads: Surroundings.threads)
    print(plainText(draw(state).frame), terminator: "")
  }

  private var wantsASCII: Bool { ascii || Surroundings.isSet("DIGIGOV_ASCII") }

  /// Whether the theme is the one that goes with the terminal's ground.
  private var wantsTerminalsTheme: Bool {
    (theme ?? Surroundings.environment["DIGIGOV_THEME"] ?? "auto") == "auto"
  }

  private func startingTheme() throws -> ThemeName {
    let environment = Surroundings.environment
    let theme = theme ?? environment["DIGIGOV_THEME"] ?? "auto"
    if theme == "auto" {
      let ground = environment["COLORFGBG"]?.split(separator: ";").last
      return ground == "15" || ground == "7" ? .light : .dark
    }
    return try ThemeName(typed: theme)
  }
}
