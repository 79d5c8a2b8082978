import Analytics
import ArgumentParser
import Dashboard
import Datasets
import Figures
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

  @Flag(
    help: "Change the picture once for a change, not by steps; so does DIGIGOV_REDUCED_MOTION=1.")
  var reducedMotion = false

  @Flag(inversion: .prefixedNo, help: "Take the mouse, or leave it to the terminal.")
  var mouse: Bool?

  @Flag(
    help: "A dialogue of numbered lines in place of the screen; reads commands from a pipe as well."
  )
  var plain = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Record the session as an asciicast.", valueName: "file.cast"))
  var record: String?

  @OptionGroup var castVersion: CastVersionOption

  @OptionGroup var replacing: ForceOption

  @Flag(
    help: "Say what terminal, characters, libraries and folders were found, and what each lacks.")
  var doctor = false

  func run() throws { try MainActor.assumeIsolated { try runOnMain() } }

  @MainActor private func runOnMain() throws {
    guard !doctor else { return try examine() }
    let version = try castVersion.version()
    if plain, let record {
      throw CommandFailure(
        code: 2,
        message: "--record \(neutralised(record)): not with --plain, which shows no screen")
    }
    let chosen = try Configuration.load()
    var settings = Settings(
      theme: try startingTheme(chosen),
      reducedMotion: reducedMotion || Surroundings.isSet("DIGIGOV_REDUCED_MOTION"))
    settings.keys = chosen.keys
    let characters = CharacterSet.ofThisProcess(forcing: chosen.glyphs?.value == .unicode)
    let startUp = StartUp.ofThisProcess(characters)
    var (state, rest) = try start.state(
      settings, view: chosen.view?.value, deferring: isScreen(startUp) ? TableLoader.size : .max)
    if plain {
      state.settings.ascii = wantsASCII(chosen) || startUp.isASCII
      if !wantsASCII(chosen) { complain(characters) }
      var dialogue = PlainDialogue(state, threads: Surroundings.threads)
      dialogue.run()
      return
    }
    let output = try output(state.inputs)
    if output != nil, !isScreen(startUp) {
      complain("--record: nothing is recorded, since there is no screen")
    }
    state.settings.ascii = wantsASCII(chosen) || startUp.isASCII
    switch startUp {
    case .terminal:
      if !wantsASCII(chosen), let reason = characters.reasonForASCII { state.message = reason }
      try open(state, rest, output, version, chosen)
    case .plainText(_, let reason):
      if let reason { complain(reason.description) }
      if !wantsASCII(chosen) { complain(characters) }
      try printText(state)
    }
  }

  @MainActor private func examine() throws {
    let configuration = Result { () throws(CommandFailure) in try Configuration.load() }
    let doctor = Doctor.examined(configuration, data: start.data.folder)
    try WholeFile.print(doctor.text(width: min(StandardOutput.width ?? 80, 100)))
    if doctor.isBlocked { throw ExitCode(1) }
  }

  private func isScreen(_ startUp: StartUp) -> Bool {
    if case .terminal = startUp { !plain } else { false }
  }

  /// The dashboard on the terminal, until the user leaves.
  /// - Parameters:
  ///   - rest: what is still to be read.
  ///   - output: where the session is recorded.
  @MainActor private func open(
    _ start: State, _ rest: DeferredMonths?, _ output: OutputFile?, _ version: CastVersion,
    _ chosen: Configuration
  ) throws {
    let recording = try output.map { try Recording($0, version, waker: Waker()) }
    let terminal: Terminal
    do {
      terminal = try Terminal.open(
        TerminalOptions(
          mouse: mouse ?? chosen.mouse?.value ?? true,
          colour: start.settings.theme == .mono ? ColourDepth.none : nil))
    } catch {
      complain("\(error)")
      try printText(try whole(start, rest))
      return
    }
    defer { terminal.close() }
    // Shown once the screen is down again, on a terminal with one screen as well.
    if let remark = TerminalDescription.ofThisProcess().remark { complain(remark) }
    var state = start
    state.settings.depth = terminal.depth
    // The answer is waited for as little as can be: a terminal that is slow gets its theme later.
    let asksGround = wantsTerminalsTheme(chosen)
    if asksGround { terminal.askGround() }
    let patience = ContinuousClock.now + Self.patience
    let model = Model(state.inputs)
    let shelf = ScenarioShelf(inputs: state.inputs, folder: Surroundings.savedScenarios)
    let export = Export(model: model, threads: Surroundings.threads)
    let clipboard = Clipboard(folder: Surroundings.stateFolder)
    state.isFirstRun = !FirstRunMarker.isThere
    let runner = ProjectionRunner(
      model, seed: state.seed, threads: Surroundings.threads, waker: terminal.waker)
    let keeper = SessionKeeper(Surroundings.sessions, state.inputs, waker: terminal.waker)
    let loader = rest.map { TableLoader($0, waker: terminal.waker) }
    var refusal: DataError?
    var decision = LoopDecision.carryOn
    var wasLeft = false
    var isFirst = true
    func perform(_ effects: [Effect]) {
      for effect in effects {
        switch effect {
        case .project(let request):
          if let action = runner.perform(request) { perform(state.update(action)) }
        case .analyse(let request): runner.perform(request)
        case .scenarios(let task): perform(state.update(.scenarioFiles(shelf.perform(task))))
        case .export(let form, let theme):
          perform(state.update(.exported(export.write(form, state, theme: theme))))
        case .copy(let copy): perform(state.update(.copied(clipboard.take(copy, terminal))))
        case .hintSeen: FirstRunMarker.write()
        case .redraw: decision = .repaint
        case .suspend: decision = .suspend
        case .sessionTakenUp(let id), .sessionDiscarded(let id):
          keeper.settle(id, state.session)
        case .quit: decision = .leave
        }
      }
    }
    /// Goes with the terminal's ground, not over what the user has chosen meanwhile.
    @discardableResult func take(_ ground: GroundColour, over first: ThemeName) -> Bool {
      guard state.settings.theme == first else { return false }
      state.settings.theme = ground.isLight ? .light : .dark
      return state.settings.theme != first
    }
    perform(state.start())
    let firstTheme = state.settings.theme
    var shown: State?
    let began = ContinuousClock.now
    terminal.run(
      frame: { columns, rows in
        (state.columns, state.rows) = (columns, rows)
        guard state != shown else { return nil }
        var frame = draw(state).frame
        // Drawn while the terminal thinks: most often nothing is left to wait for.
        if isFirst, asksGround, let ground = terminal.ground(by: patience),
          take(ground, over: firstTheme)
        {
          frame = draw(state).frame
        }
        shown = state
        recording?.show(frame, at: began.duration(to: .now))
        return frame
      },
      pause: {
        if isFirst {
          isFirst = false
          loader?.begin()
          runner.begin()
          runner.prepare(state)
          keeper.look()
        }
        return nil
      },
      gather: {
        for action in runner.gather() + keeper.gather() + (recording?.gather() ?? []) {
          perform(state.update(action))
        }
        for answer in loader?.gather() ?? [] {
          switch answer {
          case .progress(let loading): perform(state.update(.loading(loading)))
          case .months(let months):
            perform(state.update(.loaded(Evidence(state.evidence, months: months))))
          case .refused(let error): refusal = error
          }
        }
        if asksGround, let ground = terminal.lateGround() { take(ground, over: firstTheme) }
        keeper.keep(state.session)
        return refusal == nil ? .carryOn : .leave
      },
      handle: { event in
        decision = .carryOn
        if let action = state.action(for: event) { perform(state.update(action)) }
        wasLeft = decision == .leave && event != .closed
        if decision == .repaint || decision == .suspend { shown = nil }
        return decision
      })
    let length = began.duration(to: .now)
    keeper.end(wasLeft: wasLeft)
    let isGone = refusal == nil && (!wasLeft || terminal.isUnwritable)
    terminal.close()
    // Once the terminal is back: a pipe that nobody reads can be left with ctrl+c then.
    try recording?.end(at: length)
    if let refusal {
      try DataOption.refusing { () throws(DataError) in throw refusal }
    }
    if isGone {
      throw CommandFailure(
        code: 1,
        message: "the terminal is gone, or takes no output any more; changed levers are offered at "
          + "the next start")
    }
  }

  /// The file that the session is recorded in; nil where none was asked for.
  private func output(_ inputs: ModelInputs) throws -> OutputFile? {
    guard let record else { return nil }
    return try OutputRules(
      force: replacing.force, data: try start.data.located().path,
      reading: [start.source(inputs).inUse(start.scenario ?? inputs.defaultScenario)]
    ).outputs([.init(path: record)]).first
  }

  /// How long the first frame waits for the terminal to say what colour its ground is, from the
  /// question on.
  private static let patience = Duration.milliseconds(2)

  /// The state with what was still to be read.
  private func whole(_ state: State, _ rest: DeferredMonths?) throws -> State {
    guard let rest else { return state }
    let months = try DataOption.refusing { () throws(DataError) in try rest.load { _ in } }
    var state = state
    _ = state.update(.loaded(Evidence(state.evidence, months: months)))
    return state
  }

  /// The view as text, with the numbers that the dashboard shows at rest.
  private func printText(_ start: State) throws {
    var state = start
    state.settings.depth = .none
    (state.columns, state.rows) = (100, 40)
    state.settle(Model(state.inputs), draws: Ladder.rested, threads: Surroundings.threads)
    try WholeFile.print(plainText(draw(state).frame))
  }

  private func wantsASCII(_ chosen: Configuration) -> Bool {
    let wish = Surroundings.environment["DIGIGOV_ASCII"] ?? ""
    return ascii || (wish.isEmpty ? chosen.glyphs?.value == .ascii : wish != "0")
  }

  /// Whether the theme is the one that goes with the terminal's ground.
  private func wantsTerminalsTheme(_ chosen: Configuration) -> Bool {
    (theme ?? Surroundings.environment["DIGIGOV_THEME"] ?? chosen.theme?.value ?? "auto") == "auto"
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
