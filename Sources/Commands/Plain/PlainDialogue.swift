import Analytics
import Dashboard
import Explanations
import Figures
import Frames
import Store
import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The dashboard as a dialogue: a question in plain words, or a command, and its answer; then what there
/// is to read, a piece at a time. The same state, rules and keys as on the screen.
struct PlainDialogue {
  let store: Store
  let desk: Desk
  private let sayIt: (String) -> Void
  /// A session whose process died, until it is taken up or thrown away.
  var lost: LostSession?
  /// The state before the last change of the levers.
  var beforeChange: State?
  /// How it speaks: how much stands in words, and in how many columns; nil leaves lines whole.
  var wording: Wording
  let width: Int?
  /// What has been said for the present line and is not printed yet; what was printed last.
  var spoken: [String] = []
  var transcript: [String] = []
  /// What is left of what was being read, as it is printed elsewhere: it is put in words when it is
  /// read.
  var pending: [String] = []
  /// What the last answer rests on.
  var replies: [Reply] = []
  var hasEnded = false
  /// How many lines are printed of what is said next.
  private var limit = Self.most

  var state: State { store.state }

  /// - Parameters:
  ///   - folder: where copies are written.
  ///   - scenarios: where the user's scenarios are kept.
  ///   - sessions: where sessions are kept that are not over; nil keeps none.
  ///   - wording: how much stands in words.
  ///   - width: columns that lines are broken at, between words; nil leaves them whole.
  ///   - say: takes each piece of text that is to be read, line ends in it.
  init(
    _ start: State, threads: Int, folder: String? = Surroundings.stateFolder,
    scenarios: String? = Surroundings.savedScenarios,
    sessions: String? = Surroundings.sessions, wording: Wording = .full, width: Int? = nil,
    say: @escaping (String) -> Void = { text in try? WholeFile.print(text) }
  ) {
    let answers = Answers(Model(start.inputs), seed: start.seed, threads: threads)
    store = Store(start, answers, clock: .virtual)
    desk = Desk(
      start.inputs, copies: folder, scenarios: scenarios, sessions: sessions,
      export: Export(answers: answers), waker: Waker())
    self.wording = wording
    self.width = width
    sayIt = say
    var settings = start.settings
    (settings.depth, settings.theme) = (.none, .mono)
    take(.settingsChanged(settings), .resized(columns: 100, rows: 40), .began)
    store.settle()
  }

  /// Reads lines from standard input until they end or the user leaves.
  mutating func run() {
    let asks = isatty(STDIN_FILENO) == 1
    var input = LineInput(takesInterrupts: asks, edits: asks && isatty(STDOUT_FILENO) == 1)
    begin()
    while !hasEnded {
      let prompt = printable(state.front.flatMap(\.question) ?? ">") + " "
      if asks, !input.isEdited { sayIt(prompt) }
      switch input.next(prompt: prompt) {
      case .line(let line):
        // A reader of what was piped wants to see what was asked.
        if !asks { sayIt(printable("> " + line) + "\n") }
        answer(line)
      case .tooLong: say("That line is too long: at most \(LineInput.longest) bytes.")
      case .interrupted:
        say("")
        wishToLeave(by: "ctrl+c")
      case .ended:
        if asks {
          say("")
          wishToLeave(by: "ctrl+d")
        } else {
          endOfPipe()
        }
      }
      flush()
    }
  }

  /// Says what the place answers, what there is to read, and a session that was lost.
  mutating func begin() {
    sayPlace()
    say("Ask, such as home office; or say help.")
    desk.keeper.look()
    desk.keeper.flush()
    gather()
    sayMessage()
    if let lost { offer(lost) }
    flush()
  }

  /// Does what a line says and prints what came of it: at most ``most`` lines, the rest on request.
  mutating func answer(_ line: String) {
    let before = state
    let command = PlainCommand(line, state)
    switch command {
    case .quit, .close: break
    default: take(.wentOn)
    }
    switch command {
    case .more, .all, .repeated, .location, .words, .source, .card, .why, .guide, .unknown: break
    default: (pending, replies) = ([], [])
    }
    if command.isForScreen, let front = state.front {
      if front.wish == .text { say("\(front.title) is left as it is.") }
      take(.frontLeft)
    }
    perform(command)
    guard !hasEnded else { return flush() }
    store.settle()
    keep()
    report(since: before, command)
    flush()
  }

  // MARK: - What is done

  private mutating func perform(_ command: PlainCommand) {
    switch command {
    case .again: repeatScreen()
    case .more: readMore(Self.most)
    case .all: readMore(.max)
    case .repeated: spoken = transcript
    case .location: sayWhere()
    case .panels: sayPanels()
    case .source: sayOrigins()
    case .card: sayCard()
    case .sources: saySources()
    case .why: sayWhy()
    case .words(let wording):
      self.wording = wording
      say("Words: \(wording.rawValue). So: \u{2212}\(Money.sign)1.8bn, 2026-03.")
    case .asked(let asked): perform(asked)
    case .guide: say(PlainCommand.words)
    case .keys: printFront(state.helpText, since: nil)
    case .table:
      // A table of bars is for pasting, not for ears.
      say(
        wording == .symbols
          ? state.shownTable ?? "Nothing here is a table."
          : state.shownInWords.joined(separator: "\n"))
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
    case .panelNamed(let name): open(panelNamed: name)
    case .find(let text): find(text)
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
    readPanel()
  }

  private mutating func open(panelNamed name: String) {
    let wanted = name.lowercased()
    let titles = state.outline.parts.map { $0.title.lowercased() }
    let found =
      titles.firstIndex { $0.hasPrefix(wanted) }
      ?? titles.firstIndex { $0.contains(wanted) }
    guard let found else {
      return say("No panel here is called \"\(name)\". \(outlineWords)")
    }
    open(panel: found)
  }

  /// Finds things by their names; where nothing is called that, says what may have been meant.
  private mutating func find(_ text: String) {
    take(.paletteAsked, .typed(text))
    guard let front = state.front, front.lines.allSatisfy({ $0.row == nil }) else { return }
    take(.frontLeft)
    let nearest = state.nearest(text)
    say(
      "Not understood, and nothing is called that: \"\(text.prefix(60))\". "
        + (nearest.isEmpty ? "" : "Nearest: \(nearest.joined(separator: "; ")). ")
        + "Say help for what can be asked.")
  }

  private mutating func filter(_ text: String) {
    take(.filterAsked)
    guard state.layers.last == .filter else { return }
    // What was kept before is cleared, then the new text is typed.
    take(.cancelled)
    if text.isEmpty { return say("All rows are shown.") }
    take(.filterAsked, .typed(text), .confirmed)
    guard let count = state.filterCount else { return }
    take(.messageRead)
    say("\(count.kept) of \(count.all) rows. Say filter alone for all, not for the others.")
    let outline = state.outline
    guard let place = outline.parts.firstIndex(where: \.hasFocus) else { return }
    for line in lines(ofPanel: place, of: outline).dropFirst().prefix(count.kept) { say(line) }
  }

  mutating func set(_ lever: Lever, of scope: LeverScope?, to value: String) {
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
      case .copy(let copy): sayVerbatim(copy.text)
      case .sessionTakenUp, .sessionDiscarded: lost = nil
      case .quit: hasEnded = true
      default: break
      }
      if let action = desk.perform(effect, state) { take(action) }
    }
  }

  // MARK: - What is said

  /// The most lines that are printed unasked.
  static let most = 15

  /// A line, in words.
  mutating func say(_ text: String) {
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      spoken.append(wording.said(String(part)))
    }
  }

  /// Text to be copied, as it is.
  mutating func sayVerbatim(_ text: String) {
    spoken += text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Prints what has been said: as many lines as are read unasked, the rest on request.
  mutating func flush() {
    guard !spoken.isEmpty else { return }
    let lines = spoken
    (spoken, transcript) = ([], [])
    var rows = 0
    for line in lines {
      let broken = rowsOf(line)
      // One line is left for how many more there are.
      guard transcript.isEmpty || rows + broken.count < limit else { break }
      rows += broken.count
      transcript.append(line)
      for row in broken { sayIt(row + "\n") }
    }
    limit = Self.most
    let left = lines.dropFirst(transcript.count)
    guard !left.isEmpty else { return }
    pending = left + pending
    sayIt("\(pending.count) more \(pending.count == 1 ? "line" : "lines"): say more, or all.\n")
  }

  /// Says what is left of what was being read: as much as is read at once, or all.
  mutating func readMore(_ limit: Int) {
    guard !pending.isEmpty else { return say("There is no more of this.") }
    (spoken, pending, self.limit) = (pending.map(wording.said), [], limit)
  }

  /// A line as it is printed, broken between words where there is a width.
  private func rowsOf(_ line: String) -> [String] {
    let text = printable(line)
    guard let width, displayWidth(text) > width else { return [text] }
    return wrapped(text, width: width)
  }

  /// A line, safe to print, in ASCII where that is asked for.
  private func printable(_ text: String) -> String {
    let safe = neutralised(text)
    var end = safe.endIndex
    while end > safe.startIndex, safe[safe.index(before: end)] == " " {
      end = safe.index(before: end)
    }
    let trimmed = String(safe[..<end])
    guard state.settings.ascii else { return trimmed }
    // Without the sign of the currency sums are words.
    let spoken = Wording.full.said(trimmed)
    var frame = Frame(columns: displayWidth(spoken), rows: 1)
    frame.write(spoken, column: 0, row: 0, .plain)
    return frame.asciified().lines.first ?? ""
  }
}
