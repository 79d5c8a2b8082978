import Dashboard
import Frames

/// What is said of a state, and of what an answer has changed in it.
extension PlainDialogue {
  /// Says what came of a line. Every line has an answer.
  mutating func report(since before: State, _ command: PlainCommand) {
    sayMessage()
    let changes = state.changes(since: before)
    if !changes.isEmpty { report(changes, since: before) }
    if state.lab.compared != before.lab.compared, !state.lab.compared.isEmpty {
      compare([state.scenario] + state.lab.compared)
    }
    // An offer is no layer here: it waits until it is asked for.
    take(.offersPutOff)
    let isElsewhere =
      state.place.screen != before.place.screen || state.place.path != before.place.path
    if let front = state.front, state.layers != before.layers {
      if isElsewhere { say(whereWords) }
      printFront(front, since: before.front)
      // What has been read does not stand in the way of what is said next.
      if front.wish == .none { take(.frontRead) }
    } else if isElsewhere {
      printScreen()
    } else {
      if let front = before.front, state.front == nil, case .close = command {
        say("Closed: \(front.title). \(whereWords)")
      }
      reportPanels(since: before, changes.isEmpty)
    }
    if said == 0 { say("Nothing has changed. \(whereWords)") }
  }

  mutating func sayMessage() {
    if !state.message.isEmpty { say(state.message) }
    take(.messageRead)
  }

  /// A change of the levers: whose, from what to what, and what it does.
  private mutating func report(_ changes: [String], since before: State) {
    beforeChange = before
    for change in changes.prefix(3) { say(change) }
    if changes.count > 3 { say("And \(changes.count - 3) more changes.") }
    for outcome in state.outcomes(since: before) { say(outcome) }
  }

  /// What is different on the same screen: other panels, another focus, other numbers. Where the levers
  /// were moved, what that does has been said, and the rest is counted.
  private mutating func reportPanels(since before: State, _ saysNumbers: Bool) {
    guard saysNumbers else {
      let changed = changedLines(since: before)
      guard !changed.isEmpty else { return }
      return say(
        changed.count == 1
          ? "1 line here has changed; \"changes\" reads it."
          : "\(changed.count) lines here have changed; \"changes\" reads them.")
    }
    let (old, now) = (before.outline, state.outline)
    let others = now.parts.indices.filter { place in
      !old.parts.contains {
        $0.title == now.parts[place].title && $0.lines.count == now.parts[place].lines.count
      }
    }
    guard others.isEmpty || now.parts.count != old.parts.count else {
      var number = 0
      for (place, part) in now.parts.enumerated() {
        if others.contains(place) { print(panel: place, of: now, at: number, most: 20) }
        number += part.lines.count
      }
      return
    }
    guard now.parts.count == old.parts.count else { return printScreen() }
    read(changedLines(since: before))
    if state.place != before.place, said == 0 { say(whereWords) }
  }

  /// The lines that the last change of the levers changed on this screen.
  mutating func printChanges() {
    guard var before = beforeChange else { return say("No lever has been changed yet.") }
    _ = before.update(.went(state.place))
    let changed = changedLines(since: before)
    if changed.isEmpty { say("No line of this screen has changed with the levers.") }
    read(changed)
  }

  private mutating func read(_ lines: [String]) {
    for line in lines.prefix(20) { say(line) }
    if lines.count > 20 { say("And \(lines.count - 20) more lines; an empty line prints all.") }
  }

  private func changedLines(since before: State) -> [String] {
    let old = Set(before.outline.parts.flatMap(\.lines).map { $0.panel + $0.text })
    return state.outline.parts.flatMap(\.lines).enumerated().compactMap { place, line in
      old.contains(line.panel + line.text) ? nil : text(of: line, number: place + 1)
    }
  }

  // MARK: - The screen

  /// Where one is: the screen, the panel and the line in focus.
  var whereWords: String {
    let outline = state.outline
    var words = outline.breadcrumb.joined(separator: ", ")
    var number = 0
    for (place, part) in outline.parts.enumerated() {
      if part.hasFocus {
        words += ", panel \(place + 1) of \(outline.parts.count): \(part.title)."
        if let index = part.lines.firstIndex(where: \.hasFocus) {
          words += " In focus: " + text(of: part.lines[index], number: number + index + 1)
        }
      }
      number += part.lines.count
    }
    return words
  }

  /// What is asked, or the screen.
  mutating func repeatScreen() {
    if let front = state.front { printFront(front, since: nil) } else { printScreen() }
  }

  mutating func printScreen() {
    let outline = state.outline
    say(outline.breadcrumb.joined(separator: ", "))
    say(outline.standing)
    var number = 0
    for (place, part) in outline.parts.enumerated() {
      say("")
      print(panel: place, of: outline, at: number, most: .max)
      number += part.lines.count
    }
  }

  /// A panel: its title, its lines and its note.
  ///
  /// - Parameter number: how many lines the panels before it have.
  mutating func print(panel place: Int, of outline: Outline, at number: Int, most: Int) {
    let part = outline.parts[place]
    say("Panel \(place + 1) of \(outline.parts.count): \(part.title)")
    for (index, line) in part.lines.prefix(most).enumerated() {
      say(text(of: line, number: number + index + 1))
    }
    if part.lines.count > most {
      say("And \(part.lines.count - most) more lines; an empty line prints all.")
    }
    if part.lines.isEmpty, part.note.isEmpty { say("Nothing to open.") }
    if !part.note.isEmpty { say("Note: \(part.note)") }
  }

  private func text(of line: Outline.Line, number: Int) -> String {
    "\(number). \(line.text)" + (line.hasFocus ? " [focus]" : "")
  }

  // MARK: - What stands in front

  /// - Parameter before: what stood there before: of the same list only what is new is said.
  mutating func printFront(_ front: FrontText, since before: FrontText?) {
    let isSame = front.wish == .row && before?.title == front.title
    let lines = isSame ? front.lines.filter { before?.lines.contains($0) == false } : front.lines
    if !isSame { say(front.title) }
    // What is found may be hundreds of names.
    let most = state.findsNames ? 20 : Int.max
    for line in lines.prefix(most) { say(line.row.map { "\($0 + 1). \(line.text)" } ?? line.text) }
    if lines.count > most { say("And \(lines.count - most) more; say more of the name.") }
    switch front.wish {
    case .none: break
    case .text: say("Type it, or esc to leave it.")
    case .row: if !isSame { say("Type the number of a line, or esc to close.") }
    case .answer: say("Say yes or no.")
    }
  }
}

extension FrontText {
  /// What a terminal shows before what is typed; nil where no text is asked for.
  var question: String? { wish == .text ? title + ":" : nil }
}
