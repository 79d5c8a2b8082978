import Analytics
import Figures
import Frames

extension Sheet {
  /// The line that says where we are, and the tabs.
  mutating func drawHeader(_ state: State, in rect: Rect, tabs: Bool) {
    let current = state.place.screen == .department ? .departments : state.place.screen
    let data = [state.evidence.name, state.evidence.version].compactMap { $0 }
      .joined(separator: " ")
    let right: String
    if tabs {
      right = data.isEmpty ? "data without a version" : "data " + data
    } else {
      right = ScreenID.numbered.indices.map { "\($0 + 1)" }.joined(separator: " ")
    }
    let width = displayWidth(right)
    let left = rect.columns - width - 3
    var column = frame.write(" digigov ", column: rect.column, row: rect.row, theme.currentTab)
    column += 1
    let crumbs = state.breadcrumb.joined(separator: " › ")
    frame.write(
      truncated(crumbs, to: left - (column - rect.column)), column: column, row: rect.row,
      theme.strong)
    let start = rect.endColumn - width - 1
    frame.write(right, column: start, row: rect.row, theme.tab)
    if !tabs, let index = ScreenID.numbered.firstIndex(of: current) {
      frame.write("\(index + 1)", column: start + index * 2, row: rect.row, theme.currentTab)
      return
    }
    guard tabs else { return }
    let roomy = rect.columns >= 120
    column = rect.column + (roomy ? 1 : 0)
    for (index, screen) in ScreenID.numbered.enumerated() {
      let style = screen == current ? theme.currentTab : theme.tab
      let text = "\(index + 1) \(screen.tab)"
      column = frame.write(roomy ? " \(text) " : text, column: column, row: rect.row + 1, style)
      column += 1
    }
  }

  /// The line that says what the numbers rest on: scenario, draws, seed, prices, marks.
  mutating func drawStatus(_ state: State, in rect: Rect) {
    let changed = state.scenario != state.baseline && !state.lab.kept.contains(state.scenario)
    let wide = rect.columns >= 120
    let first = state.projection?.years.first ?? "the first year"
    let sign = changed ? wide ? " *changed" : "*" : ""
    var parts = [(changed ? state.baseline : state.scenario).name + sign]
    // Where the legend needs the room for its letter, prices are said to be real on wide screens.
    if wide || !settings.ascii { parts.append(wide ? "real prices of \(first)" : "real £") }
    if state.lab.guessing != nil {
      parts.append("results hidden, P guesses")
    } else if let uncertainty = state.uncertainty {
      let draws = Numbers.count(Double(uncertainty.draws)) + " draws"
      parts.append(state.uncertaintyIsStale ? "updating" : draws)
      if wide { parts.append("seed \(uncertainty.seed)") }
    } else {
      parts.append("central case")
    }
    // Without the sign for pounds a letter stands in its place, and says so.
    let marks =
      (settings.ascii ? "L pounds " : "") + "R reported D derived M modelled ! disputed"
    let text = parts.joined(separator: " · ")
    frame.write(
      truncated(text, to: rect.columns - displayWidth(marks) - 4), column: rect.column + 1,
      row: rect.row, theme.muted)
    frame.write(
      marks, column: rect.endColumn - displayWidth(marks) - 1, row: rect.row, theme.muted)
  }

  /// The keys that work here, or what there is to say.
  mutating func drawFooter(_ situation: Situation, in rect: Rect) {
    let state = situation.state
    if !state.message.isEmpty {
      frame.write(
        truncated(state.message, to: rect.columns - 2), column: rect.column + 1, row: rect.row,
        theme.accent)
      return
    }
    var column = rect.column + 1
    for (keys, words) in footerKeys(situation) {
      let width = displayWidth(keys) + 1 + displayWidth(words)
      guard column + width < rect.endColumn else { break }
      column = frame.write(keys, column: column, row: rect.row, theme.accent)
      column = frame.write(" " + words, column: column, row: rect.row, theme.muted) + 2
    }
  }

  private func footerKeys(_ situation: Situation) -> [(String, String)] {
    if let layer = situation.layers.last { return layer.keys }
    let last: Set<String> = ["?", "q"]
    let live = Keymap.table.filter { !$0.footer.isEmpty && $0.applies(situation) }
    let levers = live.filter { $0.section == .levers && situation.onLever }
    let others = live.filter { !($0.section == .levers && situation.onLever) }
    // Help and quit are never what falls off a narrow footer's end.
    return others.filter { last.contains($0.shown) }.map { ($0.shown, $0.footer) }
      + [("1-9", "screens")] + levers.map { ($0.shown, $0.footer) }
      + others.filter { !last.contains($0.shown) }.map { ($0.shown, $0.footer) }
  }
}

extension Layer {
  fileprivate var keys: [(String, String)] {
    switch self {
    case .help, .card: [("↑ ↓", "scroll"), ("Esc", "close")]
    case .prompt: [("Enter", "set"), ("Esc", "leave as it is")]
    case .presets:
      [
        ("Enter", "open"), ("Esc", "close"), ("c", "compare"), ("S", "save"), ("n", "rename"),
        ("d", "duplicate"), ("x", "delete"),
      ]
    case .naming: [("Enter", "go on"), ("Esc", "leave as it is")]
    case .asking: [("y", "yes"), ("n", "no")]
    case .scopes: [("↑ ↓", "choose"), ("Enter", "take them"), ("Esc", "close")]
    case .guess: [("Enter", "reveal"), ("Esc", "not yet")]
    case .revealed, .notice: [("Enter", "go on")]
    case .exports: [("↑ ↓", "choose"), ("Enter", "write the file"), ("Esc", "close")]
    }
  }
}
