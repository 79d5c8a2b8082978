import Analytics
import Figures
import Frames

extension Sheet {
  /// The line that says where we are, and the tabs.
  mutating func drawHeader(_ state: State, in rect: Rect, tabs: Bool) {
    guard tabs else { return drawShortHeader(state, in: rect) }
    let current = state.place.screen == .department ? .departments : state.place.screen
    let data = [state.evidence.name, state.evidence.version].compactMap { $0 }
      .joined(separator: " ")
    let date = state.evidence.date
    let right =
      (data.isEmpty ? "data without a version" : "data " + data)
      + (date.isEmpty ? "" : " of " + date)
    let width = displayWidth(right)
    let left = rect.columns - width - 3
    var column = frame.write(" digigov ", column: rect.column, row: rect.row, theme.currentTab)
    column += 1
    frame.write(
      shortened(
        state.breadcrumb, organisation: brief(state), to: left - (column - rect.column)),
      column: column,
      row: rect.row, theme.strong)
    frame.write(right, column: rect.endColumn - width - 1, row: rect.row, theme.tab)
    let roomy = rect.columns >= 120
    let keys = ScreenID.numbered.map { settings.keys.shown(of: $0.rawValue) }
    column = rect.column + (roomy ? 1 : 0)
    for (key, screen) in zip(keys, ScreenID.numbered) {
      let style = screen == current ? theme.currentTab : theme.tab
      let text = key.isEmpty ? screen.tab : "\(key) \(screen.tab)"
      let start = column
      column = frame.write(roomy ? " \(text) " : text, column: column, row: rect.row + 1, style)
      label(key, from: start, to: column, row: rect.row + 1)
      column += 1
    }
  }

  /// One line for all: where we are, the data's date, and the screens by short names; by their keys
  /// alone where there is no room for names.
  private mutating func drawShortHeader(_ state: State, in rect: Rect) {
    let current = state.place.screen == .department ? .departments : state.place.screen
    let keys = ScreenID.numbered.map { settings.keys.shown(of: $0.rawValue) }
    let date = state.evidence.date
    let named = zip(keys, ScreenID.numbered).map { $0 + $1.shortTab }
    func room(_ tabs: [String]) -> Int {
      rect.columns - tabs.reduce(0) { $0 + displayWidth($1) + 1 } - displayWidth(date) - 3
    }
    let hasNames = room(named) >= 14
    let tabs = hasNames ? named : keys
    var column = rect.column
    if !hasNames {
      column = frame.write(" digigov ", column: column, row: rect.row, theme.currentTab)
    }
    column += 1
    frame.write(
      shortened(
        state.breadcrumb, organisation: brief(state), to: room(tabs) - (column - rect.column)),
      column: column,
      row: rect.row, theme.strong)
    column = rect.endColumn - tabs.reduce(0) { $0 + displayWidth($1) + 1 }
    frame.write(
      date, column: column - displayWidth(date) - 2, row: rect.row, theme.tab)
    for (place, text) in tabs.enumerated() {
      let start = column
      let style = ScreenID.numbered[place] == current ? theme.currentTab : theme.tab
      column = frame.write(text, column: column, row: rect.row, style)
      label(keys[place], from: start, to: column, row: rect.row)
      column += 1
    }
  }

  /// Notes that a key's label stands here: a click on it is the key.
  private mutating func label(_ shown: String, from start: Int, to end: Int, row: Int) {
    guard let press = KeyPress(shown: shown) else { return }
    key(press, at: Rect(column: start, row: row, columns: end - start, rows: 1))
  }

  /// The short name of the organisation whose page is open.
  private func brief(_ state: State) -> String? {
    state.organisation.map { state.briefName($0.code, $0.name) }
  }

  /// Where we are in so many columns: what is furthest up goes first, since the name of what is shown
  /// says most.
  private func shortened(
    _ breadcrumb: [String], organisation: String?, to columns: Int
  ) -> String {
    let forms = breadcrumb.indices.map { first in
      (first == 0 ? "" : "› ") + breadcrumb[first...].joined(separator: " › ")
    }
    let brief = organisation.map { "› \($0)" }
    return (forms + [brief].compactMap { $0 }).first { displayWidth($0) <= columns }
      ?? truncated(breadcrumb.last ?? "", to: columns)
  }

  /// The line that says what the numbers rest on: scenario, draws, seed, prices, marks.
  mutating func drawStatus(_ state: State, in rect: Rect) {
    let changed = state.scenario != state.baseline && !state.lab.kept.contains(state.scenario)
    let wide = rect.columns >= 120
    let first = state.projection?.years.first ?? "the first year"
    let sign = changed ? wide ? " *changed" : "*" : ""
    let named = changed ? state.baseline : state.scenario
    var parts: [String] = []
    if let loading = state.loading { parts.append(loading.text) }
    if state.lab.guessing != nil {
      parts.append("results hidden, P guesses")
    } else if let uncertainty = state.uncertainty {
      let draws =
        (wide ? "expected of " : "") + Numbers.count(Double(uncertainty.draws)) + " draws"
      parts.append(state.uncertaintyIsStale ? "updating" : draws)
    } else {
      parts.append("central case")
    }
    parts.append(wide ? "real prices of \(first)" : "real \(Money.sign)")
    if wide, let uncertainty = state.uncertainty { parts.append("seed \(uncertainty.seed)") }
    // What is last goes first, then the name gives way to the id, which `--scenario` takes.
    func text(_ name: String, _ count: Int) -> String {
      ([name + sign] + parts.prefix(count)).joined(separator: " · ")
    }
    func fits(_ text: String) -> Bool {
      displayWidth(text) + displayWidth(legend(beside: text, in: rect)) <= rect.columns - 3
    }
    let counts = (1...parts.count).reversed()
    let forms =
      counts.map { text(named.name, $0) } + counts.map { text(named.id, $0) }
      + [text(named.name, 0)]
    let text = forms.first(where: fits) ?? text(named.id, 1)
    let marks = legend(beside: text, in: rect)
    frame.write(
      truncated(text, to: rect.columns - displayWidth(marks) - 3), column: rect.column + 1,
      row: rect.row, theme.muted)
    frame.write(
      marks, column: rect.endColumn - displayWidth(marks) - 1, row: rect.row, theme.muted)
  }

  /// What the signs behind numbers mean, in as many letters as there is room for.
  private func legend(beside text: String, in rect: Rect) -> String {
    let forms = [
      "R reported D derived M modelled ! disputed ~ over 18 months old ? incomplete or odd \" second hand",
      "R reported D derived M modelled ! disputed ~ old ? incomplete or odd \" second hand",
      "R reported D derived M model ! disputed ~ old ? odd \" 2nd hand",
      "R rep. D der. M model ! disputed ~ old ? odd \" 2nd hand",
      "R rep. D der. M model ! disputed ~ old ? odd \" 2nd",
      "R reported D derived M model ! ~ ? \" see s",
    ]
    let room = rect.columns - displayWidth(text) - 4
    // The shortest is for screens on which the others would leave nothing of the scenario's name.
    return forms.dropLast().first { displayWidth($0) <= room }
      ?? forms[rect.columns < 72 ? 5 : 3]
  }

  /// The keys that work here, or what there is to say.
  mutating func drawFooter(_ situation: Situation, in rect: Rect) {
    let state = situation.state
    let message = state.isFirstRun && state.message.isEmpty ? FirstRun.hint : state.message
    if !message.isEmpty, state.lab.askedToLeave || state.layers.last?.takesText != true {
      frame.write(
        truncated(message, to: rect.columns - 2), column: rect.column + 1, row: rect.row,
        theme.accent)
      return
    }
    var column = rect.column + 1
    for (keys, words) in footerKeys(situation) {
      let width = displayWidth(keys) + 1 + displayWidth(words)
      guard column + width < rect.endColumn else { break }
      let start = column
      column = frame.write(keys, column: column, row: rect.row, theme.accent)
      column = frame.write(" " + words, column: column, row: rect.row, theme.muted)
      label(keys, from: start, to: column, row: rect.row)
      column += 2
    }
  }

  private func footerKeys(_ situation: Situation) -> [(String, String)] {
    if let layer = situation.layers.last { return layer.keys }
    // Help and quit are never what falls off a narrow footer's end.
    var first: [(String, String)] = []
    var levers: [(String, String)] = []
    var others: [(String, String)] = []
    for row in situation.settings.keys.table(Keymap.table)
    where !row.footer.isEmpty && row.applies(situation) {
      let key = (row.shown, row.footer)
      switch row.action {
      case .helpAsked, .quitAsked, .paletteAsked: first.append(key)
      case _ where row.section == .levers && situation.onLever: levers.append(key)
      default: others.append(key)
      }
    }
    if !situation.settings.keys.changesScreens { first.append(("1-9", "screens")) }
    return first + levers + others
  }
}

extension Layer {
  fileprivate var keys: [(String, String)] {
    switch self {
    case .help: [("↑ ↓", "scroll"), ("g", "what terms mean"), ("Esc", "close")]
    case .glossary: [("↑ ↓", "scroll"), ("Esc", "back")]
    case .inWords: [("↑ ↓", "scroll"), ("Esc", "close")]
    case .card: [("↑ ↓", "scroll"), ("Enter", "its source"), ("w", "why"), ("Esc", "close")]
    case .why: [("↑ ↓", "input"), ("Enter", "where that comes from"), ("Esc", "back")]
    case .offer: [("Enter", "take it up"), ("Esc", "leave it for later"), ("d", "throw it away")]
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
    case .exports:
      [("↑ ↓", "choose"), ("Enter", "write the file"), ("t", "theme"), ("Esc", "close")]
    case .filter:
      [("Enter", "keep"), ("Esc", "all rows"), ("!", "first: without"), ("↑ ↓", "walk")]
    case .palette: [("↑ ↓", "choose"), ("Enter", "go"), ("Esc", "close")]
    case .big: [("Esc b", "back"), ("Tab", "panel"), ("↑ ↓", "number")]
    }
  }
}

extension KeyPress {
  /// The key of a label in the footer or among the tabs, the first where it names several; nil for
  /// one that stands for many.
  fileprivate init?(shown: String) {
    let first = shown.split(separator: " ").first.map(String.init) ?? ""
    switch first {
    case "Enter": self = .plain(.enter)
    case "Esc": self = .plain(.escape)
    case "Tab": self = .plain(.tab)
    case "↑": self = .plain(.up)
    case "↓": self = .plain(.down)
    case "←": self = .plain(.left)
    case "→": self = .plain(.right)
    default:
      guard first.count == 1, let character = first.first else { return nil }
      self = .of(character)
    }
  }
}
