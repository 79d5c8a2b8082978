import Analytics
import ArgumentParser
import Dashboard
import Datasets
import Figures
import Frames
import Screenshots
import Terminal

/// `digigov`, `digigov dashboard`: the dashboard, or its view as text where there is no terminal.
struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "Opens the dashboard (the default).")

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The view to open: \(Self.views).", valueName: "view"))
  var view: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The organisation whose page to open, by its code.", valueName: "code"))
  var department: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The scenario to start from: an id, a scenario line or the path of a scenario file.",
      valueName: "scenario"))
  var scenario = "blueprint"

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Set a lever; repeats.", valueName: "lever=value | org.lever=value"))
  var set: [String] = []

  @Flag(help: "Go on where a scenario line names other data.")
  var acceptData = false

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

  @OptionGroup var data: DataOption

  private static let views = ScreenID.allCases.map(\.rawValue).joined(separator: ", ")

  func run() throws { try MainActor.assumeIsolated { try runOnMain() } }

  @MainActor private func runOnMain() throws {
    let place = try startingPlace()
    let settings = Settings(theme: try startingTheme())
    let (inputs, evidence) = try load()
    try checkDepartment(inputs)
    let start = try startingScenario(inputs)
    var state = State(
      inputs: inputs, evidence: evidence, scenario: start.changed, baseline: start.found.scenario,
      seed: start.found.seed, settings: settings, place: place)
    switch StartUp.ofThisProcess() {
    case .terminal(let narrow) where !plain:
      state.settings.ascii = wantsASCII || narrow
      try open(state)
    case .terminal(let narrow), .plainText(let narrow, nil):
      state.settings.ascii = wantsASCII || narrow
      printText(state)
    case .plainText(let narrow, let reason?):
      complain(reason.description)
      state.settings.ascii = wantsASCII || narrow
      printText(state)
    }
  }

  /// The dashboard on the terminal, until the user leaves.
  @MainActor private func open(_ start: State) throws {
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
    let runner = ProjectionRunner(
      Model(state.inputs), seed: state.seed, threads: Surroundings.threads, waker: terminal.waker)
    var decision = LoopDecision.carryOn
    func perform(_ effects: [Effect]) {
      for effect in effects {
        switch effect {
        case .project(let request):
          if let action = runner.perform(request) { perform(state.update(action)) }
        case .redraw: decision = .repaint
        case .suspend: decision = .suspend
        case .quit: decision = .leave
        }
      }
    }
    perform(state.start())
    var shown: State?
    terminal.run(
      frame: { columns, rows in
        (state.columns, state.rows) = (columns, rows)
        guard state != shown else { return nil }
        shown = state
        return draw(state).frame
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
  }

  /// The view as text, with the numbers that the dashboard shows at rest.
  private func printText(_ start: State) {
    var state = start
    state.settings.depth = .none
    (state.columns, state.rows) = (100, 40)
    let model = Model(state.inputs)
    var effects = state.start()
    while !effects.isEmpty {
      guard case .project(let request) = effects.removeFirst() else { continue }
      let sample =
        request.draws > 0
        ? model.sample(request.scenario, model.draws(request.draws, seed: state.seed)) : nil
      let action = answer(request, model, sample: sample, threads: Surroundings.threads)
      if let action { effects += state.update(action) }
    }
    print(plainText(draw(state).frame), terminator: "")
  }

  private func load() throws -> (inputs: ModelInputs, evidence: Evidence) {
    let folder = try data.located()
    return try DataOption.refusing { () throws(DataError) in try folder.load() }
  }

  private func startingPlace() throws -> Place {
    if let view {
      guard let screen = ScreenID(rawValue: view) else {
        throw CommandFailure(
          code: 2, message: "unknown view \(neutralised(view)); allowed \(Self.views)")
      }
      if screen == .department {
        guard let department else {
          throw CommandFailure(
            code: 2, message: "--view department needs --department CODE, such as HMRC")
        }
        return Place(.department, path: [department])
      }
      return Place(screen)
    }
    return department.map { Place(.department, path: [$0]) } ?? Place(.overview)
  }

  private func checkDepartment(_ inputs: ModelInputs) throws {
    guard let department else { return }
    let codes = inputs.organisations.map(\.code)
    guard codes.contains(department) else {
      throw CommandFailure(
        code: 2,
        message:
          "unknown organisation \(neutralised(department)); allowed \(codes.joined(separator: " "))"
      )
    }
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
    guard let name = ThemeName(rawValue: theme) else {
      throw CommandFailure(
        code: 2,
        message: "unknown theme \(neutralised(theme)); allowed auto "
          + ThemeName.allCases.map(\.rawValue).joined(separator: " "))
    }
    return name
  }

  /// The scenario that was named, and the same with the levers that were set.
  private func startingScenario(
    _ inputs: ModelInputs
  ) throws -> (found: ScenarioSource.Found, changed: Scenario) {
    let reader = ScenarioReader(inputs)
    let source = ScenarioSource(
      reader: reader, inputs: inputs, acceptsData: acceptData,
      savedFolder: Surroundings.savedScenarios)
    let found = try source.named(scenario)
    var changed = found.scenario
    do throws(ScenarioError) {
      for text in set { changed.set(try reader.leverSetting(text)) }
    } catch {
      throw CommandFailure(error)
    }
    return (found, changed)
  }
}
