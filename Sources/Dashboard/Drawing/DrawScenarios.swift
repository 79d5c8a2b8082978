import Analytics
import Figures
import Frames

extension State {
  /// What the prompt for the value in focus says: what it asks for, what is allowed, and what there
  /// is now.
  var promptWords: (title: String, allowed: String, now: String)? {
    guard let item = focusedItem, let (title, allowed) = promptTitle(item) else { return nil }
    return (title, allowed, "Now \(item.figure?.text ?? "not set").")
  }

  private func promptTitle(_ item: Item) -> (String, String)? {
    if let target = item.lever, let spec = spec(target.lever) {
      let range = "\(Numbers.typed(spec.minimum)) to \(Numbers.typed(spec.maximum))"
      return (words(of: target.lever, in: target.scope), "Allowed: \(range) \(spec.unit)")
    }
    switch item.setting {
    case .assumption(let assumption):
      guard let spec = spec(assumption) else { return nil }
      let range = "\(Numbers.typed(spec.minimum)) to \(Numbers.typed(spec.maximum))"
      return (
        spec.label,
        "One number fixes it; three, P10,P50,P90, are its range. Allowed: \(range) \(spec.unit)"
      )
    case .keySet:
      return ("Key set", "Allowed: " + KeySet.allCases.map(\.rawValue).joined(separator: " or "))
    case .discounting:
      return (
        "Discounting",
        "Allowed: \(inputs.schedules.joined(separator: ", ")), or a real rate from 0 to 0.25"
      )
    case nil: return nil
    }
  }
}

extension State {
  /// What is asked of whoever guesses.
  var guessWords: String? {
    guard let metric = lab.guessing?.metric else { return nil }
    return
      "\(MetricRow.label(metric)): it was \(MetricRow.text(metric, asShown)). What is it after "
      + "the change?"
  }

  /// The list of those whose levers can be moved at once.
  var scopeRows: [(name: String, text: String)] {
    scopes.map { scope in
      switch scope {
      case .nation: ("Nation", "every organisation that has no value of its own")
      case .sector(let name): (name, organisations(in: scope).joined(separator: " "))
      case .organisation(let code): (code, name(of: scope))
      }
    }
  }

  /// The list of scenarios.
  var scenarioRows: [(name: String, text: String)] {
    let entries = scenarioEntries
    return entries.map { entry in
      let compared = entry.scenario.map { lab.compared.contains($0) } ?? false
      let own = if case .saved = entry { "own: " } else { "" }
      // Files may bear one name; their ids differ.
      let isShared = entries.count { $0.name == entry.name } > 1
      return (
        isShared ? entry.id : entry.name,
        (compared ? "[compared] " : "") + own + description(of: entry)
      )
    }
  }

  /// The list of forms that can be exported.
  var exportRows: [(name: String, text: String)] {
    ExportForm.allCases.map { ($0.rawValue.uppercased(), $0.purpose) }
  }
}

extension Sheet {
  /// The line that is typed, what is wrong with it below, and the cursor at its end.
  mutating func drawInput(
    _ label: String, _ text: String, _ problem: String, in box: Rect, row: Int
  ) {
    // The end of a long line is what is being typed.
    let room = box.columns - 3 - displayWidth(label)
    var shown = text
    while displayWidth(shown) > room, !shown.isEmpty { shown.removeFirst() }
    let end = frame.write(
      label + shown, column: box.column + 1, row: box.row + row, theme.strong)
    note(
      problem,
      in: Rect(
        column: box.column + 1, row: box.row + row + 1, columns: box.columns - 2,
        rows: max(box.rows - row - 1, 0)), style: theme.warning)
    frame.cursor = Position(column: min(end, box.endColumn - 1), row: box.row + row)
  }

  mutating func draw(_ naming: Naming, in rect: Rect) {
    let box = drawBox(naming.title, columns: min(70, rect.columns - 4), rows: 6, in: rect)
    frame.write(
      truncated("Letters, digits, blanks, _ - and .", to: box.columns - 2),
      column: box.column + 1, row: box.row, theme.muted)
    drawInput("Name: ", naming.text, naming.problem, in: box, row: 1)
  }

  mutating func draw(_ question: Question, in rect: Rect) {
    let columns = min(60, rect.columns - 4)
    let lines = wrapped(question.text, width: columns - 4)
    let box = drawBox("Sure?", columns: columns, rows: lines.count + 3, in: rect)
    for (offset, line) in lines.enumerated() {
      frame.write(line, column: box.column + 1, row: box.row + offset, theme.strong)
    }
    frame.write(
      "y yes, n no", column: box.column + 1, row: box.row + lines.count, theme.muted)
  }

  mutating func drawGuess(_ state: State, _ text: String, _ problem: String, in rect: Rect) {
    guard let words = state.guessWords else { return }
    let box = drawBox("What do you think?", columns: min(64, rect.columns - 4), rows: 7, in: rect)
    note(
      words,
      in: Rect(column: box.column + 1, row: box.row, columns: box.columns - 2, rows: 2))
    drawInput("> ", text, problem, in: box, row: 2)
  }

  mutating func drawScopes(_ state: State, _ chosen: Int, in rect: Rect) {
    drawChoice(
      "Whose levers", state.scopeRows, chosen,
      note: "Values of a sector or an organisation win over the national ones. 0 on a lever takes "
        + "them away again.", in: rect)
  }

  /// The scenarios of the data and the user's own, with a note on the chosen one.
  mutating func drawScenarios(_ state: State, _ chosen: Int, in rect: Rect) {
    let entries = state.scenarioEntries
    let text = entries.indices.contains(chosen) ? state.description(of: entries[chosen]) : ""
    drawChoice("Scenarios", state.scenarioRows, chosen, note: text, in: rect)
  }
}
