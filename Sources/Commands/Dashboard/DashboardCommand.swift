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
    commandName: "dashboard", abstract: "Opens the dashboard (the default).",
    discussion: """
      Without a terminal it prints the same view as plain text. `digigov config --default` prints \
      what the configuration file may say.
      """
        + examples(
          "digigov",
          "digigov --department HO",
          "digigov --view lab --scenario delayed --set HO.start_delay=2",
          "digigov --view legacy | cat"))

  @OptionGroup var start: StartOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "auto, dark, light, contrast or mono; else DIGIGOV_THEME, else the configuration.",
      valueName: "theme"))
  var theme: String?

  @Flag(help: "Draw with ASCII characters only; so does DIGIGOV_ASCII=1.")
  var ascii = false

  @Flag(inversion: .prefixedNo, help: "Take the mouse, or leave it to the terminal.")
  var mouse: Bool?

  @Flag(help: "Print the view as plain text, even on a terminal.")
  var plain = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Record the session as an asciicast.", valueName: "file.cast"))
  var record: String?

  @OptionGroup var castVersion: CastVersionOption

  func run() throws { try MainActor.assumeIsolated { try runOnMain() } }

  @MainActor private func runOnMain() throws {
    let version = try castVersion.version()
    let chosen = try Configuration.load()
    var settings = Settings(theme: try startingTheme(chosen))
    settings.keys = chosen.keys
    var state = try start.state(settings, view: chosen.view?.value)
    switch StartUp.ofThisProcess() {
    case .terminal(let narrow) where !plain:
      state.settings.ascii = wantsASCII(chosen) || narrow
      try open(state, version, mouse: mouse ?? chosen.mouse?.value ?? true)
    case .terminal(let narrow), .plainText(let narrow, nil):
      state.settings.ascii = wantsASCII(chosen) || narrow
      printText(state)
    case .plainText(let narrow, let reason?):
      complain(reason.description)
      state.settings.ascii = wantsASCII(chosen) || narrow
      printText(state)
    }
  }

  /// The dashboard on the terminal, until the user leaves.
  @MainActor private func open(
    _ start: State, _ version: CastVersion, mouse: Bool
  ) throws {
    let terminal: Terminal
    do {
      terminal = try Terminal.open(
        TerminalOptions(
          mouse: mouse, colour: start.settings.theme == .mono ? ColourDepth.none : nil))
    } catch {
      complain("\(error)")
      printText(start)
      return
    }
    defer { terminal.close() }
    var state = start
    state.settings.depth = terminal.depth
    let model = Model(state.inputs)
    let export = Export(model: model, threads: Surroundings.threads)
    let runner = ProjectionRunner(
      model, seed: state.seed, threads: Surroundings.threads, waker: terminal.waker)
    var decision = LoopDecision.carryOn
    func perform(_ effects: [Effect]) {
      for effect in effects {
        switch effect {
        case .project(let request):
          if let action = runner.perform(request) { perform(state.update(action)) }
        case .export(let form): perform(state.update(.exported(export.write(form, state))))
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

  private func wantsASCII(_ chosen: Configuration) -> Bool {
    let wish = Surroundings.environment["DIGIGOV_ASCII"] ?? ""
    return ascii || (wish.isEmpty ? chosen.glyphs?.value == .ascii : wish != "0")
  }

  private func startingTheme(_ chosen: Configuration) throws -> ThemeName {
    let environment = Surroundings.environment
    let theme = theme ?? environment["DIGIGOV_THEME"] ?? chosen.theme?.value ?? "auto"
    if theme == "auto" {
      let ground = environment["COLORFGBG"]?.split(separator: ";").last
      return ground == "15" || ground == "7" ? .light : .dark
    }
    return try ThemeName(typed: theme)
  }
}
