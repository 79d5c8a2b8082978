import Analytics
import ArgumentParser
import Dashboard
import Datasets
import Explanations
import Figures
import Frames
import Screenshots
import Store
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
    help:
      "A dialogue in place of the screen: ask in plain words and be answered; reads lines from a pipe as well."
  )
  var plain = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How --plain says numbers, dates and marks: full, brief or symbols; else DIGIGOV_WORDS, else "
        + "the configuration.", valueName: "words"))
  var words: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Break the lines of --plain at so many columns, 20 to 500, such as those of a braille display "
        + "(default: the terminal's).", valueName: "columns"))
  var width: Int?

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
    let characters = CharacterSet.ofThisProcess(forcing: chosen.glyphs?.value == .unicode)
    let startUp = StartUp.ofThisProcess(characters)
    var settings = Settings(
      theme: try startingTheme(chosen), ascii: wantsASCII(chosen) || startUp.isASCII,
      reducedMotion: reducedMotion || Surroundings.isSet("DIGIGOV_REDUCED_MOTION"))
    settings.keys = chosen.keys
    settings.followsGround = wantsTerminalsTheme(chosen)
    let (state, rest) = try start.state(
      settings, view: chosen.view?.value, deferring: isScreen(startUp) ? TableLoader.size : .max)
    if plain {
      if !wantsASCII(chosen) { complain(characters) }
      var dialogue = PlainDialogue(
        state, threads: Surroundings.threads, wording: try wording(chosen), width: try columns())
      dialogue.run()
      return
    }
    let output = try output(state.inputs)
    if output != nil, !isScreen(startUp) {
      complain("--record: nothing is recorded, since there is no screen")
    }
    switch startUp {
    case .terminal:
      let reason = wantsASCII(chosen) ? nil : characters.reasonForASCII
      try open(state, rest, output, version, chosen, saying: reason)
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
  ///   - reason: what there is to say at the start.
  @MainActor private func open(
    _ start: State, _ rest: DeferredMonths?, _ output: OutputFile?, _ version: CastVersion,
    _ chosen: Configuration, saying reason: String?
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
    var ground = Sitting.Ground()
    if start.settings.followsGround {
      // The answer is waited for as little as can be: a terminal that is slow gets its theme later.
      terminal.askGround()
      let patience = ContinuousClock.now + Self.patience
      ground.soon = { terminal.ground(by: patience) }
      ground.late = { terminal.lateGround() }
    }
    let waker = terminal.waker
    var state = start
    _ = state.update(
      .terminalOpened(terminal.depth, isFirstRun: !FirstRunMarker.isThere))
    if let reason { _ = state.update(.told(reason)) }
    let answers = Answers(Model(state.inputs), seed: state.seed, threads: Surroundings.threads)
    var desk = Desk(state.inputs, export: Export(answers: answers), waker: waker)
    desk.clipboard.send = { terminal.copy($0) }
    let sitting = Sitting(
      state, answers, LiveClock { waker.wake() }, desk, recording: recording,
      loader: rest.map { TableLoader($0, waker: waker) }, ground: ground)
    terminal.run(
      frame: sitting.frame, pause: sitting.pause, gather: sitting.gather, handle: sitting.handle)
    let length = sitting.length
    desk.keeper.end(wasLeft: sitting.wasLeft)
    let refusal = sitting.refusal
    let isGone = refusal == nil && (!sitting.wasLeft || terminal.isUnwritable)
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
    var settings = state.settings
    settings.depth = .none
    _ = state.update(.settingsChanged(settings))
    // A terminal that is too simple for the dashboard still has its width.
    let width = min(max(StandardOutput.width ?? 100, Smallest.columns), 100)
    _ = state.update(.resized(columns: width, rows: 40))
    let answers = Answers(Model(state.inputs), seed: state.seed, threads: Surroundings.threads)
    try WholeFile.print(plainText(draw(state.settled(by: answers)).frame))
  }

  private func wording(_ chosen: Configuration) throws -> Wording {
    guard let typed = words ?? Surroundings.environment["DIGIGOV_WORDS"] else {
      return chosen.words?.value ?? .full
    }
    return try Wording(typed: typed)
  }

  /// The columns that lines are broken at; nil leaves them whole, as a pipe wants them.
  private func columns() throws -> Int? {
    guard let width else { return StandardOutput.width }
    guard (20...500).contains(width) else {
      throw CommandFailure(code: 2, message: "--width \(width): allowed 20 to 500")
    }
    return width
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
