import Analytics
import Dashboard
import Frames

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The dashboard as a dialogue of lines: what the screen holds with a number before each thing that
/// can be opened, then a question, then the next answer. The same state and keys as on the screen.
struct PlainDialogue {
  private(set) var state: State
  private let model: Model
  private let threads: Int
  private let count: Int
  private let export: Export
  private let clipboard: Clipboard
  private let shelf: ScenarioShelf
  private let sayIt: (String) -> Void
  private var draws: Draws?
  private var pending: Request?
  /// The newest request of each analysis, in the order that they were asked for.
  private var analyses: [AnalysisRequest] = []
  private(set) var hasEnded = false

  /// - Parameters:
  ///   - draws: how many stand behind every number, since each is at rest when it is read.
  ///   - folder: where copies are written.
  ///   - scenarios: where the user's scenarios are kept.
  ///   - say: takes each piece of text that is to be read, line ends in it.
  init(
    _ start: State, threads: Int, draws count: Int = Ladder.rested,
    folder: String? = Surroundings.stateFolder,
    scenarios: String? = Surroundings.savedScenarios,
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
    sayIt = say
    state.lab.restedDraws = count
    perform(state.start())
    settle()
  }

  /// Reads lines from standard input until they end or the user leaves.
  @MainActor mutating func run() {
    let asks = isatty(STDIN_FILENO) == 1
    printScreen()
    say("Type a number, a word such as help, back, find or quit, or a lever and its value.")
    while !hasEnded {
      if asks { sayIt("> ") }
      guard let line = readLine() else { return }
      // A reader of what was piped wants to see what was asked.
      if !asks { say("> " + line) }
      answer(line)
    }
  }

  /// Does what a line says and prints what came of it.
  @MainActor mutating func answer(_ line: String) {
    let before = (state.outline, state.place, state.layers)
    let command = PlainCommand(line, state)
    switch command {
    case .again: printScreen()
    case .guide: say(PlainCommand.words)
    case .unknown(let text): say(text)
    case .table: say(state.shownTable ?? "Nothing here is a table.")
    case .events(let events): for event in events { send(event) }
    case .row(let position): chooseRow(at: position)
    case .focus(let line, let events):
      focus(line)
      for event in events { send(event) }
    case .panel(let part): open(part)
    case .set(let screen, let organisation, let lever, let value):
      set(lever, of: organisation, to: value, on: screen)
    }
    guard !hasEnded else { return }
    settle()
    report(since: before.0, place: before.1, layers: before.2)
  }

  // MARK: - What is done

  private mutating func focus(_ line: Outline.Line) {
    state.place.panel = line.panel
    state.place.items[line.panel] = line.item
    state.place.numbers[line.panel] = nil
  }

  /// Goes to a panel that had nothing to go to; says so where it still has nothing.
  @MainActor private mutating func open(_ part: Outline.Part) {
    state.place.panel = part.id
    performOutside(state.update(.panelStepped(by: 0)))
    settle()
    guard let now = state.outline.parts.first(where: { $0.id == part.id }), now.lines.isEmpty
    else { return }
    say(now.note.isEmpty ? "\(now.title): nothing to show." : "\(now.title): \(now.note)")
  }

  @MainActor private mutating func chooseRow(at position: Position) {
    let before = state.layers.count
    send(.mouse(.press, position))
    // The first press chooses, unless the row was the one chosen.
    if state.layers.count == before { send(.mouse(.press, position)) }
  }

  @MainActor private mutating func set(
    _ lever: Lever, of organisation: String?, to value: String, on screen: Place
  ) {
    func line() -> Outline.Line? {
      state.outline.parts.flatMap(\.lines).first {
        $0.lever == lever && $0.organisation == organisation
      }
    }
    if line() == nil {
      state.past.append(state.place)
      state.place = screen
    }
    guard let target = line() else {
      say("There is no lever \(lever.id) here.")
      return
    }
    focus(target)
    send(.key(KeyPress(.enter)))
    perform(state.update(.typed(value)))
    send(.key(KeyPress(.enter)))
    if case .prompt(_, let problem) = state.layers.last {
      say(problem)
      send(.key(KeyPress(.escape)))
    }
  }

  @MainActor private mutating func send(_ event: Event) {
    guard let action = state.action(for: event) else {
      state.message = "That key does nothing here; help names those that do."
      return
    }
    performOutside(state.update(action))
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
      case .quit: hasEnded = true
      default: perform([effect])
      }
    }
  }

  /// The central case and the user's scenarios at once; of draws and of each analysis only the last
  /// that was asked for.
  private mutating func perform(_ effects: [Effect]) {
    var open = effects
    while !open.isEmpty {
      switch open.removeFirst() {
      case .project(var request):
        if request.draws > 0 {
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
        perform(state.update(action).filter { if case .analyse = $0 { true } else { false } })
      }
    }
    while !analyses.isEmpty {
      let request = analyses.removeFirst()
      let draws = draws(request.draws)
      if let action = analysis(request, model, draws, threads: threads) {
        perform(state.update(action))
      }
    }
  }

  /// So many draws; those behind every number are made once.
  private mutating func draws(_ count: Int) -> Draws {
    guard count == self.count else { return model.draws(count, seed: state.seed) }
    let made = draws ?? model.draws(count, seed: state.seed)
    draws = made
    return made
  }

  // MARK: - What is said

  private mutating func report(since before: Outline, place: Place, layers: [Layer]) {
    if !state.message.isEmpty {
      say(state.message)
      state.message = ""
    }
    if state.layers != layers, let front = state.front {
      printFront(front)
      return
    }
    let now = state.outline
    if state.place.screen != place.screen || state.place.path != place.path
      || now.parts.map(\.title) != before.parts.map(\.title)
    {
      printScreen()
      return
    }
    // The focus alone, or the numbers alone, have moved.
    let old = Set(before.parts.flatMap(\.lines).map { $0.panel + $0.text })
    var number = 0
    var said = 0
    for part in now.parts {
      for line in part.lines {
        number += 1
        let isNew = !old.contains(line.panel + line.text)
        let tookFocus = line.hasFocus && state.place != place && state.layers == layers
        guard isNew || tookFocus else { continue }
        said += 1
        if said <= 20 { say(text(of: line, number: number)) }
      }
    }
    if said > 20 { say("and \(said - 20) more lines; an empty line prints all.") }
  }

  private func printScreen() {
    let outline = state.outline
    say(outline.breadcrumb.joined(separator: ", "))
    say(outline.standing)
    var number = 0
    for (place, part) in outline.parts.enumerated() {
      say("")
      say("Panel \(place + 1) of \(outline.parts.count): \(part.title)")
      for line in part.lines {
        number += 1
        say(text(of: line, number: number))
      }
      if !part.note.isEmpty { say("Note: \(part.note)") }
    }
  }

  private func text(of line: Outline.Line, number: Int) -> String {
    "\(number). \(line.text)" + (line.hasFocus ? " [focus]" : "")
  }

  private func printFront(_ front: FrontText) {
    for line in front.lines {
      let text = String(line.text.drop { $0 == " " || $0 == "▸" })
      if text.allSatisfy(\.isWhitespace) && line.row == nil { continue }
      say(line.row.map { "\($0 + 1). \(text)" } ?? text)
    }
    say(
      front.lines.contains { $0.row != nil }
        ? "Type the number of a line, \(front.takesText ? "more letters, " : "")or esc to close."
        : front.takesText ? "Type it, or esc to leave." : "esc closes this.")
  }

  /// A line, safe to print, in ASCII where that is asked for.
  private func say(_ text: String) {
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
    var frame = Frame(columns: displayWidth(trimmed), rows: 1)
    frame.write(trimmed, column: 0, row: 0, .plain)
    return frame.asciified().lines.first ?? ""
  }
}
