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

  @Option(help: "The view to open: \(Self.views).") var view: String?
  @Option(help: "The organisation whose page to open, by its code.") var department: String?
  @Option(help: "The scenario to start from, by its id.") var scenario = "blueprint"
  @Option(
    help: "LEVER=VALUE or ORG.LEVER=VALUE: sets a lever; repeats.") var set: [String] = []
  @Option(help: "The colours: auto, dark, light, contrast or mono.") var theme = "auto"
  @Flag(help: "Draws with ASCII characters only.") var ascii = false
  @Flag(help: "Leaves the mouse to the terminal.") var noMouse = false
  @Flag(help: "Prints the view as plain text, even on a terminal.") var plain = false
  @Option(help: "The data folder.") var data: String?

  private static let views = ScreenID.allCases.map(\.rawValue).joined(separator: ", ")

  func run() throws { try MainActor.assumeIsolated { try runOnMain() } }

  @MainActor private func runOnMain() throws {
    let place = try startingPlace()
    let (inputs, evidence) = try load()
    try checkDepartment(inputs)
    var state = State(
      inputs: inputs, evidence: evidence, scenario: try startingScenario(inputs), place: place)
    state.settings.theme = try startingTheme()
    switch StartUp.ofThisProcess() {
    case .terminal(let narrow) where !plain:
      state.settings.ascii = ascii || narrow
      try open(state)
    case .terminal(let narrow), .plainText(let narrow, nil):
      state.settings.ascii = ascii || narrow
      printText(state)
    case .plainText(let narrow, let reason?):
      complain(reason.description)
      state.settings.ascii = ascii || narrow
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
      Model(state.inputs), threads: Surroundings.threads, waker: terminal.waker)
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
      let draws = request.draws > 0 ? model.draws(request.draws, seed: state.inputs.seed) : nil
      let action = answer(request, model, draws: draws, threads: Surroundings.threads)
      if let action { effects += state.update(action) }
    }
    print(plainText(draw(state).frame), terminator: "")
  }

  private func load() throws -> (ModelInputs, Evidence) {
    let folder = try Surroundings.dataFolder(data)
    do {
      return try folder.load()
    } catch {
      throw CommandFailure(code: 3, message: "\(error)")
    }
  }

  private func startingPlace() throws -> Place {
    if let view {
      guard let screen = ScreenID(rawValue: view) else {
        throw CommandFailure(code: 2, message: "unknown view \(view); allowed \(Self.views)")
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
        message: "unknown organisation \(department); allowed \(codes.joined(separator: " "))")
    }
  }

  private func startingTheme() throws -> ThemeName {
    if theme == "auto" {
      let ground = Surroundings.environment["COLORFGBG"]?.split(separator: ";").last
      return ground == "15" || ground == "7" ? .light : .dark
    }
    guard let name = ThemeName(rawValue: theme) else {
      throw CommandFailure(
        code: 2,
        message: "unknown theme \(theme); allowed auto "
          + ThemeName.allCases.map(\.rawValue).joined(separator: " "))
    }
    return name
  }

  private func startingScenario(_ inputs: ModelInputs) throws -> Scenario {
    guard let preset = inputs.presets.first(where: { $0.id == scenario }) else {
      throw CommandFailure(
        code: 2,
        message: "unknown scenario \(scenario); allowed "
          + inputs.presets.map(\.id).joined(separator: " "))
    }
    return Scenario(preset)
  }
}
