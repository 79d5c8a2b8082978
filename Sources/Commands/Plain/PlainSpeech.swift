import Dashboard
import Figures
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
    } else if case .asked = command {
      // It has been answered.
    } else if isElsewhere {
      sayPlace()
    } else {
      if let front = before.front, state.front == nil, case .close = command {
        say("Closed: \(front.title). \(whereWords)")
      }
      reportPanels(since: before, changes.isEmpty)
    }
    if spoken.isEmpty { say("Nothing has changed. \(whereWords)") }
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
    guard state.place.panel == before.place.panel, spoken.isEmpty else {
      if spoken.isEmpty { readPanel() }
      return
    }
    let (old, now) = (before.outline, state.outline)
    let others = now.parts.filter { part in
      !old.parts.contains {
        $0.title == part.title && $0.lines.count == part.lines.count
      }
    }
    if !others.isEmpty || now.parts.count != old.parts.count { return readPanel() }
    read(changedLines(since: before))
    if state.place != before.place, spoken.isEmpty { say(whereWords) }
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
    for line in lines { say(line) }
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
          words += " In focus: \(number + index + 1). \(part.lines[index].text)."
        }
      }
      number += part.lines.count
    }
    return words
  }

  /// Where one is, and what the numbers rest on.
  mutating func sayWhere() {
    say(whereWords)
    say(state.outline.standing + ".")
  }

  /// What is asked, or what the place answers.
  mutating func repeatScreen() {
    if let front = state.front { printFront(front, since: nil) } else { sayPlace() }
  }

  /// What the place answers, then the outline; its panels are read by `more`.
  mutating func sayPlace() {
    let answers = Array(state.replies.prefix(2))
    let place = state.outline.breadcrumb.last ?? ""
    for (index, reply) in answers.enumerated() {
      let isNamed = index > 0 || reply.text.hasPrefix(place)
      say((isNamed ? "" : place + ". ") + reply.text)
    }
    if answers.isEmpty { say(place + ".") }
    replies = answers
    say(outlineWords)
    let outline = state.outline
    pending = outline.parts.indices.flatMap { lines(ofPanel: $0, of: outline) }
  }

  /// `9 panels, 61 lines: 1 levers, 2 results …`: in about two lines.
  var outlineWords: String {
    let parts = state.outline.parts
    let count = parts.reduce(0) { $0 + $1.lines.count }
    var words =
      "\(parts.count) \(parts.count == 1 ? "panel" : "panels"), "
      + "\(Numbers.count(Double(count))) \(count == 1 ? "line" : "lines"): "
    for (place, part) in parts.enumerated() {
      let name = (place == 0 ? "" : ", ") + "\(place + 1) \(part.name)"
      guard words.count + name.count < 170 else {
        return words + ", and \(parts.count - place) more. Say panels, panel 2, or more."
      }
      words += name
    }
    return words + ". Say panel 2, or more."
  }

  /// The panels, a line each.
  mutating func sayPanels() {
    for (place, part) in state.outline.parts.enumerated() {
      let count = part.lines.count
      say(
        "Panel \(place + 1): \(part.title), \(count) \(count == 1 ? "line" : "lines")."
          + (part.hasFocus ? " You are here." : ""))
    }
  }

  /// The panel with the focus: what it answers where it has a rule for that, then its lines.
  mutating func readPanel() {
    let outline = state.outline
    guard let place = outline.parts.firstIndex(where: \.hasFocus) else { return sayPlace() }
    for line in lines(ofPanel: place, of: outline) { say(line) }
  }

  /// A panel: its title, its lines and its note.
  func lines(ofPanel place: Int, of outline: Outline) -> [String] {
    let parts = outline.parts
    let part = parts[place]
    let before = parts[..<place].reduce(0) { $0 + $1.lines.count }
    var lines = ["Panel \(place + 1) of \(parts.count): \(part.title)."]
    if !part.note.isEmpty, part.lines.isEmpty { lines.append(part.note) }
    lines += part.lines.enumerated().map { text(of: $0.element, number: before + $0.offset + 1) }
    if part.lines.isEmpty, part.note.isEmpty { lines.append("Nothing to open.") }
    if !part.note.isEmpty, !part.lines.isEmpty { lines.append("Note: \(part.note)") }
    return lines
  }

  private func text(of line: Outline.Line, number: Int) -> String {
    "\(number). \(line.text)" + (line.hasFocus ? " [focus]" : "")
  }

  // MARK: - What stands in front

  /// - Parameter before: what stood there before: of the same list only what is new is said.
  mutating func printFront(_ front: FrontText, since before: FrontText?) {
    let isSame = front.wish == .row && before?.title == front.title
    let lines = isSame ? front.lines.filter { before?.lines.contains($0) == false } : front.lines
    if !isSame, front.wish != .row { say(front.title) }
    let isList = front.wish == .row && !isSame && lines.contains { $0.row != nil }
    if isList { say("\(front.title): say a number, or anything else.") }
    for line in lines { say(line.row.map { "\($0 + 1). \(line.text)" } ?? line.text) }
    switch front.wish {
    case .none, .row: break
    case .text: say("Type it, or esc to leave it.")
    case .answer: say("Say yes or no.")
    }
  }
}

extension FrontText {
  /// What a terminal shows before what is typed; nil where no text is asked for.
  var question: String? { wish == .text ? title + ":" : nil }
}
