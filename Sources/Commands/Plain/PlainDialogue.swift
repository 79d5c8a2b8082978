import Analytics
import Dashboard
import Frames
import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The dashboard as a dialogue of lines: what the screen holds with a number before each thing that
/// can be opened, then a question, then the next answer. The same state and keys as on the screen.
struct PlainDialogue {
  var state: State
  let shelf: ScenarioShelf
  let keeper: SessionKeeper
  private let model: Model
  private let threads: Int
  private let count: Int
  private let export: Export
  private let clipboard: Clipboard
  private let sayIt: (String) -> Void
  private var draws: Draws?
  private var pending: Request?
  /// The newest request of each analysis, in the order that they were asked for.
  private var analyses: [AnalysisRequest] = []
  /// A session whose process died, until it is taken up or thrown away.
  var lost: LostSession?
  /// The state before the last change of the levers.
  var beforeChange: State?
  /// How many pieces have been said for the present line.
  var said = 0
  var hasEnded = false

  /// - Parameters:
  ///   - draws: how many stand behind every number, since each is at rest when it is read.
  ///   - folder: where copies are written.
  ///   - scenarios: where the user's scenarios are kept.
  ///   - sessions: where sessions are kept that are not over; nil keeps none.
  ///   - say: takes each piece of text that is to be read, line ends in it.
  init(
    _ start: State, threads: Int, draws count: Int = Ladder.rested,
    folder: String? = Surroundings.stateFolder,
    scenarios: String? = Surroundings.savedScenarios,
    sessions: String? = Surroundings.sessions,
    say: @escaping (String) -> Void = { text in try? WholeFile.print(text) }
  ) {
    state = start
    state.settings.depth = .none
    state.settings.theme = .mono
    (state.columns, state.rows) = (100, 40)
    model = Model(state.inputs)
    self.threads = threads
    self.count = count
    export = Export(model: model, threads: threads)
    clipboard = Clipboard(folder: folder)
    shelf = ScenarioShelf(inputs: state.inputs, folder: scenarios)
    keeper = SessionKeeper(sessions, state.inputs, waker: Waker())
    sayIt = say
    state.lab.restedDraws = count
    perform(state.start())
    settle()
  }

  /// Reads lines from standard input until they end or the user leaves.
  @MainActor mutating func run() {
    let asks = isatty(STDIN_FILENO) == 1
    var input = LineInput(takesInterrupts: asks)
    begin()
    while !hasEnded {
      if asks { sayIt(printable(state.front.flatMap(\.question) ?? ">") + " ") }
      switch input.next() {
      case .line(let line):
        // A reader of what was piped wants to see what was asked.
        if !asks { say("> " + line) }
        answer(line)
      case .tooLong: say("That line is too long: at most \(LineInput.longest) bytes.")
      case .interrupted:
        say("")
        wishToLeave(by: "ctrl+c")
      case .ended:
        guard asks else { return endOfPipe() }
        say("")
        wishToLeave(by: "ctrl+d")
      }
    }
  }

  /// Prints the screen, and a session that was lost.
  mutating func begin() {
    printScreen()
    say("Type a number, a word such as help, back, find or quit, or a lever and its value.")
    keeper.look()
    keeper.flush()
    gather()
    if !state.message.isEmpty { say(state.message) }
    state.message = ""
    if let lost { offer(lost) }
  }

  /// Does what a line says and prints what came of it.
  @MainActor mutating func answer(_ line: String) {
    let before = state
    said = 0
    let command = PlainCommand(line, state)
    switch command {
    case .quit, .close: break
    default: state.lab.askedToLeave = false
    }
    if command.isForScreen, let front = state.front {
      if front.wish == .text { say("\(front.title) is left as it is.") }
      state.layers = []
    }
    perform(command)
    guard !hasEnded else { return }
    settle()
    keep()
    report(since: before, command)
  }

  // MARK: - What is done

  @MainActor private mutating func perform(_ command: PlainCommand) {
    switch command {
    case .again: repeatScreen()
    case .guide: say(PlainCommand.words)
    case .keys: printFront(state.helpText, since: nil)
    case .table: say(state.shownTable ?? "Nothing here is a table.")
    case .changes: printChanges()
    case .unknown(let text): say(text)
    case .close: send([KeyPress(.escape)], otherwise: "")
    case .quit: quit()
    case .restore: restore()
    case .discard: discard()
    case .type(let text): take(.retyped(text), .confirmed)
    case .front(let key): send([key], otherwise: "That does nothing here.")
    case .row(let row, let key):
      let count = state.front?.lines.count { $0.row != nil } ?? 0
      guard (0..<count).contains(row) else {
        return say(
          count == 0
            ? "Nothing here has a number." : "There is no line \(row + 1); here are 1 to \(count).")
      }
      take(.rowChosen(row))
      send([key], otherwise: "That does nothing here.")
    case .keyed(let keys, let otherwise): send(keys, otherwise: otherwise)
    case .focus(let line, let keys):
      focus(line)
      send(keys, otherwise: "The line in focus has no number of its own.")
    case .panel(let place): open(panel: place)
    case .find(let text): take(.paletteAsked, .typed(text))
    case .filter(let text): filter(text)
    case .lever(let lever, let scope, let value): set(lever, of: scope, to: value)
    case .scenario(let text): openScenario(text)
    case .compare(let text): compare(text)
    case .save(let name):
      take(.saveAsked)
      if !name.isEmpty { take(.retyped(name), .confirmed) }
    }
  }

  private mutating func focus(_ line: Outline.Line) {
    state.place.panel = line.panel
    state.place.items[line.panel] = line.item
    state.place.numbers[line.panel] = nil
  }

  /// Goes to a panel and reads it: what it shows may be made for that.
  @MainActor private mutating func open(panel place: Int) {
    let parts = state.outline.parts
    guard parts.indices.contains(place) else {
      return say("There is no panel \(place + 1); here are 1 to \(parts.count).")
    }
    state.place.panel = parts[place].id
    take(.panelStepped(by: 0))
    settle()
    print(panel: place, of: state.outline, at: 0, most: 20)
  }

  @MainActor private mutating func filter(_ text: String) {
    take(.filterAsked)
    guard state.layers.last == .filter else { return }
    // What was kept before is cleared, then the new text is typed.
    take(.cancelled)
    if text.isEmpty { return say("All rows are shown.") }
    take(.filterAsked, .typed(text), .confirmed)
  }

  @MainActor private mutating func set(_ lever: Lever, of scope: LeverScope?, to value: String) {
    let place = state.place
    let scope =
      scope
      ?? (place.screen == .department
        ? place.path.first.map(LeverScope.organisation) ?? .nation
        : place.screen == .lab ? state.lab.scope : .nation)
    let spec = state.inputs.levers.first { $0.id == lever }
    guard scope == .nation || spec?.perOrganisation == true else {
      return say(
        "\(spec?.label ?? lever.id) has one value, for all organisations: "
          + "\"national \(lever.id) \(value)\" sets it.")
    }
    take(.leverTyped(lever, scope, value))
  }

  /// Sends keys through the key table.
  @MainActor mutating func send(_ keys: [KeyPress], otherwise: String) {
    for key in keys {
      guard let action = state.action(for: .key(key)) else {
        if !otherwise.isEmpty { say(otherwise) }
        return
      }
      take(action)
    }
  }

  @MainActor mutating func take(_ actions: Action...) {
    for action in actions { performOutside(state.update(action)) }
  }

  /// Effects that touch files, and the others.
  @MainActor private mutating func performOutside(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .export(let form, let theme):
        settle()
        perform(state.update(.exported(export.write(form, state, theme: theme))))
      case .copy(let copy):
        say(copy.text)
        perform(state.update(.copied(clipboard.take(copy, nil))))
      case .sessionTakenUp(let id), .sessionDiscarded(let id):
        keeper.settle(id, state.session)
        lost = nil
      case .quit: hasEnded = true
      default: perform([effect])
      }
    }
  }

  /// The central case and the user's scenarios at once; of draws and of each analysis only the last
  /// that was asked for.
  mutating func perform(_ effects: [Effect]) {
    var open = effects
    while !open.isEmpty {
      switch open.removeFirst() {
      case .project(var request):
        if request.draws > 0, request.isBaseline {
          request.draws = count
          let sample = model.sample(request.scenario, draws(count))
          if let action = Dashboard.answer(request, model, sample: sample, threads: threads) {
            _ = state.update(action)
          }
        } else if request.draws > 0 {
          request.draws = count
          pending = request
        } else if let action = Dashboard.answer(request, model, sample: nil) {
          open += state.update(action)
        }
      case .analyse(let request):
        analyses.removeAll { $0.kind == request.kind }
        analyses.append(request)
      case .scenarios(let task): open += state.update(.scenarioFiles(shelf.perform(task)))
      default: break
      }
    }
  }

  private mutating func settle() {
    if let request = pending {
      pending = nil
      let sample = model.sample(request.scenario, draws(request.draws))
      if let action = Dashboard.answer(request, model, sample: sample, threads: threads) {
        // More draws are not gone on to: there are as many as are wanted.
        perform(state.update(action).filter(\.isOfRest))
      }
    }
    while !analyses.isEmpty {
      if let action = answer(analyses.removeFirst()) { perform(state.update(action)) }
    }
  }

  /// Answers an analysis as the screen has it.
  mutating func answer(_ request: AnalysisRequest) -> Action? {
    analysis(request, model, draws(request.draws), threads: threads)
  }

  /// So many draws; those behind every number are made once.
  private mutating func draws(_ count: Int) -> Draws {
    guard count == self.count else { return model.draws(count, seed: state.seed) }
    let made = draws ?? model.draws(count, seed: state.seed)
    draws = made
    return made
  }

  // MARK: - What is said

  /// A line, safe to print, in ASCII where that is asked for.
  mutating func say(_ text: String) {
    said += 1
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      sayIt(printable(String(part)) + "\n")
    }
  }

  private func printable(_ text: String) -> String {
    let safe = neutralised(text)
    var end = safe.endIndex
    while end > safe.startIndex, safe[safe.index(before: end)] == " " {
      end = safe.index(before: end)
    }
    let trimmed = String(safe[..<end])
    guard state.settings.ascii else { return trimmed }
    let spoken = spokenPounds(trimmed)
    var frame = Frame(columns: displayWidth(spoken), rows: 1)
    frame.write(spoken, column: 0, row: 0, .plain)
    return frame.asciified().lines.first ?? ""
  }
}
