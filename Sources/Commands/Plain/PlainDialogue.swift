import Analytics
import Dashboard
import Frames
import Store
import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The dashboard as a dialogue of lines: what the screen holds with a number before each thing that
/// can be opened, then a question, then the next answer. The same state and keys as on the screen.
struct PlainDialogue {
  let store: Store
  let desk: Desk
  private let sayIt: (String) -> Void
  /// A session whose process died, until it is taken up or thrown away.
  var lost: LostSession?
  /// The state before the last change of the levers.
  var beforeChange: State?
  /// How many pieces have been said for the present line.
  var said = 0
  var hasEnded = false

  var state: State { store.state }

  /// - Parameters:
  ///   - folder: where copies are written.
  ///   - scenarios: where the user's scenarios are kept.
  ///   - sessions: where sessions are kept that are not over; nil keeps none.
  ///   - say: takes each piece of text that is to be read, line ends in it.
  init(
    _ start: State, threads: Int, folder: String? = Surroundings.stateFolder,
    scenarios: String? = Surroundings.savedScenarios,
    sessions: String? = Surroundings.sessions,
    say: @escaping (String) -> Void = { text in try? WholeFile.print(text) }
  ) {
    let answers = Answers(Model(start.inputs), seed: start.seed, threads: threads)
    store = Store(start, answers, clock: .virtual)
    desk = Desk(
      start.inputs, copies: folder, scenarios: scenarios, sessions: sessions,
      export: Export(answers: answers), waker: Waker())
    sayIt = say
    var settings = start.settings
    (settings.depth, settings.theme) = (.none, .mono)
    take(.settingsChanged(settings), .resized(columns: 100, rows: 40), .began)
    store.settle()
  }

  /// Reads lines from standard input until they end or the user leaves.
  mutating func run() {
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
    desk.keeper.look()
    desk.keeper.flush()
    gather()
    sayMessage()
    if let lost { offer(lost) }
  }

  /// Does what a line says and prints what came of it.
  mutating func answer(_ line: String) {
    let before = state
    said = 0
    let command = PlainCommand(line, state)
    switch command {
    case .quit, .close: break
    default: take(.wentOn)
    }
    if command.isForScreen, let front = state.front {
      if front.wish == .text { say("\(front.title) is left as it is.") }
      take(.frontLeft)
    }
    perform(command)
    guard !hasEnded else { return }
    store.settle()
    keep()
    report(since: before, command)
  }

  // MARK: - What is done

  private mutating func perform(_ command: PlainCommand) {
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
    var place = state.place
    place.panel = line.panel
    place.items[line.panel] = line.item
    place.numbers[line.panel] = nil
    take(.went(place))
  }

  /// Goes to a panel and reads it: what it shows may be made for that.
  private mutating func open(panel place: Int) {
    let parts = state.outline.parts
    guard parts.indices.contains(place) else {
      return say("There is no panel \(place + 1); here are 1 to \(parts.count).")
    }
    var there = state.place
    there.panel = parts[place].id
    take(.went(there), .panelStepped(by: 0))
    store.settle()
    print(panel: place, of: state.outline, at: 0, most: 20)
  }

  private mutating func filter(_ text: String) {
    take(.filterAsked)
    guard state.layers.last == .filter else { return }
    // What was kept before is cleared, then the new text is typed.
    take(.cancelled)
    if text.isEmpty { return say("All rows are shown.") }
    take(.filterAsked, .typed(text), .confirmed)
  }

  private mutating func set(_ lever: Lever, of scope: LeverScope?, to value: String) {
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
  mutating func send(_ keys: [KeyPress], otherwise: String) {
    for key in keys {
      guard let action = state.action(for: .key(key)) else {
        if !otherwise.isEmpty { say(otherwise) }
        return
      }
      take(action)
    }
  }

  mutating func take(_ actions: Action...) {
    for action in actions { perform(store.take(action)) }
  }

  /// What is to be done outside.
  mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .copy(let copy): say(copy.text)
      case .sessionTakenUp, .sessionDiscarded: lost = nil
      case .quit: hasEnded = true
      default: break
      }
      if let action = desk.perform(effect, state) { take(action) }
    }
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
