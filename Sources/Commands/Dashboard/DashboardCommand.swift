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
    commandName: "dashboard", abstract: "Opens the dashboard (the default).")

  @OptionGroup var start: StartOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "auto, dark, light, contrast or mono; else DIGIGOV_THEME.", valueName: "theme"))
  var theme: String?

  @Flag(help: "Draw with ASCII characters only; so does DIGIGOV_ASCII=1.")
  var ascii = false

  @Flag(help: "Leave the mouse to the terminal.")
  var noMouse = false

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
    let startUp = StartUp.ofThisProcess()
    var (state, rest) = try start.state(
      Settings(theme: try startingTheme()), deferring: isScreen(startUp) ? TableLoader.size : .max)
    switch startUp {
    case .terminal(let narrow) where !plain:
      state.settings.ascii = wantsASCII || narrow
      try open(state, rest, version)
    case .terminal(let narrow), .plainText(let narrow, nil):
      state.settings.ascii = wantsASCII || narrow
      try printText(state)
    case .plainText(let narrow, let reason?):
      complain(reason.description)
      state.settings.ascii = wantsASCII || narrow
      try printText(state)
    }
  }

  private func isScreen(_ startUp: StartUp) -> Bool {
    if case .terminal = startUp { !plain } else { false }
  }

  /// The dashboard on the terminal, until the user leaves.
  /// - Parameter rest: what is still to be read.
  @MainActor private func open(
    _ start: State, _ rest: DeferredMonths?, _ version: CastVersion
  ) throws {
    let terminal: Terminal
    do {
      terminal = try Terminal.open(
        TerminalOptions(
          mouse: !noMouse, colour: start.settings.theme == .mono ? ColourDepth.none : nil))
    } catch {
      complain("\(error)")
      try printText(try whole(start, rest))
      return
    }
    defer { terminal.close() }
    var state = start
    state.settings.depth = terminal.depth
    let model = Model(state.inputs)
    let export = Export(model: model, threads: Surroundings.threads)
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
        case .export(let form): perform(state.update(.exported(export.write(form, state))))
        case .redraw: decision = .repaint
        case .suspend: decision = .suspend
        case .sessionTakenUp(let id), .sessionDiscarded(let id):
          keeper.settle(id, state.session)
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
        if isFirst {
          isFirst = false
          loader?.begin()
          runner.begin()
          keeper.look()
        }
        return nil
      },
      gather: {
        for action in runner.gather() + keeper.gather() { perform(state.update(action)) }
        for answer in loader?.gather() ?? [] {
          switch answer {
          case .progress(let loading): perform(state.update(.loading(loading)))
          case .months(let months):
            perform(state.update(.loaded(Evidence(state.evidence, months: months))))
          case .refused(let error): refusal = error
          }
        }
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
    keeper.end(wasLeft: wasLeft)
    if let refusal {
      terminal.close()
      try DataOption.refusing { () throws(DataError) in throw refusal }
    }
    if let record {
      cast?.end(at: began.duration(to: .now))
      try TapeReading.write(cast?.text(version) ?? "", to: record)
    }
  }

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

  private var wantsASCII: Bool {
    let wish = Surroundings.environment["DIGIGOV_ASCII"] ?? ""
    return ascii || !(wish.isEmpty || wish == "0")
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
