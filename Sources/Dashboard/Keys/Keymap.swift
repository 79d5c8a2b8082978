public import Frames

/// The table of keys and the way from an event to what happened.
enum Keymap {
  static let table: [Binding] = screens + moving + numbered + numbers + levers + program

  private static let screens: [Binding] =
    ScreenID.numbered.enumerated().map { index, screen in
      Binding(
        [.of(Character("\(index + 1)"))], .screenChosen(screen), shown: "\(index + 1)",
        help: screen.title, .screens)
    }

  private static let moving: [Binding] = [
    Binding(
      [.plain(.tab)], .panelStepped(by: 1), shown: "Tab", footer: "panel",
      help: "next panel (shift+Tab: the one before)", .moving, when: { $0.panelCount > 1 }),
    Binding(
      [KeyPress(.tab, .shift)], .panelStepped(by: -1), shown: "shift+Tab", .moving,
      when: { $0.panelCount > 1 }),
    Binding(
      [.plain(.up), .of("k")], .moved(.up), shown: "↑ k", help: "up, or to the panel before",
      .moving),
    Binding(
      [.plain(.down), .of("j")], .moved(.down), shown: "↓ j",
      help: "down, or to the next panel", .moving),
    Binding(
      [.plain(.left), .of("h")], .moved(.left), shown: "← h",
      help: "left", .moving, when: { !$0.onLever }),
    Binding(
      [.of("l")], .panelChosen("levers"), shown: "l", footer: "levers",
      help: "on an organisation's page: its levers", .levers,
      when: { $0.place.screen == .department && $0.panel?.id != "levers" }),
    Binding(
      [.of("a")], .panelChosen("published"), shown: "a", footer: "all of it",
      help: "on an organisation's page: all that is published about it and its bodies", .numbers,
      when: { $0.place.screen == .department }),
    Binding(
      [.plain(.right), .of("l")], .moved(.right), shown: "→ l",
      help: "right, or to the next panel", .moving, when: { !$0.onLever }),
    Binding(
      [.plain(.pageUp), .control("u")], .paged(by: -1), shown: "PgUp",
      help: "ten up (also ctrl+u)", .moving),
    Binding(
      [.plain(.pageDown), .control("d")], .paged(by: 1), shown: "PgDn",
      help: "ten down (also ctrl+d)", .moving),
    Binding([.plain(.home), .of("g")], .wentToFirst, shown: "Home g", help: "first", .moving),
    Binding([.plain(.end), .of("G")], .wentToLast, shown: "End G", help: "last", .moving),
    Binding(
      [.plain(.enter)], .entered, shown: "Enter", footer: "open",
      help: "opens what has the focus", .moving, when: { $0.item?.opens == true }),
    Binding(
      [.plain(.enter)], .entered, shown: "Enter", footer: "type",
      help: "on a lever: types its value", .levers, when: { $0.onLever }),
    Binding(
      [.plain(.escape)], .wentUp, shown: "Esc", footer: "up", help: "up one level; never quits",
      .moving, when: { $0.place != Place(.overview) }),
    Binding([.plain(.escape)], .wentUp, shown: "Esc", .moving),
    Binding(
      [.of("[")], .departmentStepped(by: -1), shown: "[", footer: "previous",
      help: "previous organisation, on its page", .moving,
      when: { $0.place.screen == .department }),
    Binding(
      [.of("]")], .departmentStepped(by: 1), shown: "]", footer: "next",
      help: "next organisation, on its page", .moving,
      when: { $0.place.screen == .department }),
    Binding(
      [.of("<")], .wentBack, shown: "<", footer: "back", help: "back to where you were",
      .moving, when: { !$0.past.isEmpty }),
    Binding(
      [.of(">")], .wentForward, shown: ">", help: "forward again", .moving,
      when: { !$0.future.isEmpty }),
  ]

  /// The panels of a screen by their places: only the first of the keys has a line in the help.
  private static let numbered: [Binding] = (1...9).map { number in
    Binding(
      [KeyPress(.character(Character("\(number)")), .alt)], .panelNumbered(number),
      shown: number == 1 ? "alt+1-9" : "alt+\(number)",
      help: number == 1 ? "the panel of that number, counted as Tab goes" : "", .moving,
      when: { $0.panelCount > 1 })
  }

  private static let numbers: [Binding] = [
    Binding(
      [.of("s")], .cardAsked, shown: "s", footer: "source",
      help: "source card of the number in focus", .numbers,
      when: { $0.hasFigure }),
    Binding(
      [.of("w")], .whyAsked, shown: "w", footer: "why",
      help: "why: its formula, and each number that went into it", .numbers,
      when: { $0.hasFigure }),
    Binding(
      [.of("/")], .filterAsked, shown: "/", footer: "filter",
      help: "keeps the rows of the panel that contain a text", .numbers,
      when: { $0.panel?.isList == true }),
    Binding([.of("/")], .filterAsked, shown: "/", .numbers),
    Binding(
      [.of("!")], .filterTurned, shown: "!", footer: "not",
      help: "turns the filter round: the rows without the text", .numbers,
      when: { !$0.filter.isEmpty }),
    Binding([.of("!")], .filterTurned, shown: "!", .numbers),
    Binding(
      [.of("t")], .pictureSwitched, shown: "t", footer: "treemap",
      help: "on Opportunity: bars or a treemap", .numbers,
      when: { $0.place.screen == .opportunity && !$0.treemap }),
    Binding(
      [.of("t")], .pictureSwitched, shown: "t", footer: "bars", .numbers,
      when: { $0.place.screen == .opportunity && $0.treemap }),
    Binding(
      [.of("o")], .sortStepped, shown: "o", footer: "sort",
      help: "sorts the panel by its next column (O: the other way round)", .numbers,
      when: { $0.panel?.sortColumns.isEmpty == false }),
    Binding(
      [.of("O")], .sortTurned, shown: "O", .numbers,
      when: { $0.panel?.sortColumns.isEmpty == false }),
    Binding(
      [.of("x")], .exportAsked, shown: "x", footer: "export",
      help: "writes what is on the screen as a picture, a page or a table", .numbers),
    Binding(
      [.of("b")], .bigAsked, shown: "b", footer: "big",
      help: "the panel alone in large digits, for a room", .numbers),
    Binding(
      [.of("T")], .wordsAsked, shown: "T",
      help: "the panel in words: three sentences on its chart, then its numbers as lines",
      .numbers),
    Binding(
      [.of("y")], .copyAsked(.value), shown: "y", footer: "copy",
      help: "copies the number in focus with its source; of a lever, the answer", .numbers,
      when: { $0.hasFigure }),
    Binding(
      [.of("Y")], .copyAsked(.table), shown: "Y",
      help: "copies the table behind the panel as Markdown", .numbers),
    Binding(
      [.of("c")], .copyAsked(.line), shown: "c",
      help: "copies the scenario as one line, which --scenario takes", .numbers),
    Binding(
      [.of("e")], .panelEnlarged, shown: "e", footer: "enlarge",
      help: "enlarges the panel, and gives it back", .numbers, when: { !$0.place.enlarged }),
    Binding(
      [.of("e")], .panelEnlarged, shown: "e", footer: "all panels", .numbers,
      when: { $0.place.enlarged }),
  ]

  private static let levers: [Binding] = [
    Binding(
      [.plain(.left), .of("h")], .leverStepped(by: -1), shown: "← →", footer: "lever",
      help: "one step down or up", .levers, when: { $0.onLever }),
    Binding(
      [.plain(.right), .of("l")], .leverStepped(by: 1), shown: "→", .levers,
      when: { $0.onLever }),
    Binding(
      [KeyPress(.left, .shift), .of("H")], .leverStepped(by: -10), shown: "H L",
      footer: "×10", help: "ten steps (also shift+arrows)", .levers, when: { $0.onLever }),
    Binding(
      [KeyPress(.right, .shift), .of("L")], .leverStepped(by: 10), shown: "L", .levers,
      when: { $0.onLever }),
    Binding(
      [KeyPress(.left, .control)], .leverStepped(by: -0.1), shown: "ctrl+← →",
      help: "a tenth of a step", .levers, when: { $0.onLever }),
    Binding(
      [KeyPress(.right, .control)], .leverStepped(by: 0.1), shown: "ctrl+→", .levers,
      when: { $0.onLever }),
    Binding(
      [.of("0")], .leverReset, shown: "0", footer: "baseline",
      help: "puts the lever back to the baseline", .levers, when: { $0.onLever }),
    Binding(
      [.of("z")], .undone, shown: "z", footer: "undo",
      help: "undoes a change of levers or assumptions",
      .levers, when: { !$0.undo.isEmpty }),
    Binding([.of("z")], .undone, shown: "z", .levers),
    Binding(
      [.of("Z")], .redone, shown: "Z", footer: "redo", help: "does it again", .levers,
      when: { !$0.redo.isEmpty }),
    Binding([.of("Z")], .redone, shown: "Z", .levers),
    Binding(
      [.of("p")], .presetsAsked, shown: "p", footer: "scenario",
      help: "scenarios: opens, compares, renames, duplicates, deletes", .levers),
    Binding(
      [.of("S")], .saveAsked, shown: "S", footer: "save",
      help: "saves the scenario under a name", .levers, when: { $0.hasUnsavedChanges }),
    Binding([.of("S")], .saveAsked, shown: "S", .levers),
    Binding(
      [.of("v")], .scopesAsked, shown: "v", footer: "whose",
      help: "whose levers: all, a sector's or one organisation's", .levers,
      when: { [.lab, .departments].contains($0.place.screen) }),
    Binding(
      [.of("u")], .unitSwitched, shown: "u", footer: "unit",
      help: "money in billions, as share of the day-to-day budget, or per member of staff", .levers,
      when: { $0.place.screen == .lab }),
    Binding(
      [.of("P")], .guessAsked, shown: "P", footer: "guess",
      help: "hides what the next change does; P again guesses and reveals", .levers,
      when: { $0.place.screen == .lab || $0.lab.guessing != nil }),
    Binding(
      [.of("r")], .leversReset, shown: "r",
      help: "puts all levers back to the baseline; on an organisation's page, its own",
      .levers, when: { $0.scenario != $0.baseline }),
    Binding(
      [.of("R")], .assumptionsReset, shown: "R",
      help: "puts all assumptions back to the baseline", .levers,
      when: { $0.scenario != $0.baseline }),
  ]

  private static let program: [Binding] = [
    Binding(
      [.of("?"), .plain(.function(1))], .helpAsked, shown: "?", footer: "help",
      help: "this help", .program),
    Binding(
      [.of(":"), .control("p")], .paletteAsked, shown: ":", footer: "find",
      help: "finds a command, screen, organisation, fact or source by name (also ctrl+p)",
      .program),
    Binding(
      [.of("q"), .control("c")], .quitAsked, shown: "q", footer: "quit",
      help: "quits (also ctrl+c)", .program),
    Binding(
      [.control("z")], .suspendAsked, shown: "ctrl+z", help: "to the shell; fg comes back",
      .program),
    Binding([.control("l")], .redrawAsked, shown: "ctrl+l", help: "paints all anew", .program),
  ]
}

extension State {
  /// What an event means here and now; nil when it means nothing.
  public func action(for event: Event) -> Action? {
    switch event {
    case .resize(let columns, let rows): .resized(columns: columns, rows: rows)
    case .closed: .terminalClosed
    case .mouse(.press, let position): pressed(at: position)
    case .mouse(.drag, let position): layers.isEmpty ? .dragged(position) : nil
    case .mouse(.wheelUp, let position): .wheeled(position, by: -1)
    case .mouse(.wheelDown, let position): .wheeled(position, by: 1)
    case .mouse(.release, _): lab.drag == nil ? nil : .released
    case .mouse: nil
    case .paste(let text): layers.last?.takesText == true ? .typed(text) : nil
    case .key(let press): layers.last.map { layerAction(press, in: $0) } ?? screenAction(press)
    }
  }

  /// A click on the label of a key is that key; anywhere else it is a click.
  private func pressed(at position: Position) -> Action? {
    let (header, _, foot, _) = parts
    guard header.contains(position) || foot.contains(position),
      let press = draw(self).areas.last(where: { $0.press != nil && $0.rect.contains(position) })?
        .press
    else { return .clicked(position) }
    return action(for: .key(press))
  }

  /// Keys that the offer of a lost session takes; the others are for the screen behind it.
  private func offerAction(_ press: KeyPress) -> Action? {
    switch press {
    case .plain(.enter): .confirmed
    case .plain(.escape): .cancelled
    case .of("d"): .sessionDiscarded
    default: screenAction(press)
    }
  }

  private func screenAction(_ press: KeyPress) -> Action? {
    let rows = settings.keys.table(Keymap.table).filter { $0.keys.contains(press) }
    guard !rows.isEmpty else { return nil }
    let situation = Situation(self)
    return rows.first { $0.applies(situation) }?.action
  }

  private func layerAction(_ press: KeyPress, in layer: Layer) -> Action? {
    if case .offer = layer { return offerAction(press) }
    switch press {
    case .control("c"): return .quitAsked
    case .control("z"): return .suspendAsked
    case .control("l"): return .redrawAsked
    case .plain(.escape): return .cancelled
    case .plain(.enter): return .confirmed
    case .plain(.backspace): return .erased
    case .plain(.up): return .moved(.up)
    case .plain(.down): return .moved(.down)
    case .plain(.pageUp): return .paged(by: -1)
    case .plain(.pageDown): return .paged(by: 1)
    case .control("p"), .control("n"):
      guard case .palette = layer else { return nil }
      return .moved(press == .control("p") ? .up : .down)
    case .plain(.tab), KeyPress(.tab, .shift), .plain(.left), .plain(.right):
      guard case .big = layer else { return nil }
      return screenAction(press)
    default: break
    }
    if !layer.takesText {
      let names = ["quit"] + [layer.keyName].compactMap(\.self)
      if lab.askedToLeave, settings.keys.means(press, "quit") { return .quitAsked }
      if names.contains(where: { settings.keys.means(press, $0) }) { return .cancelled }
    }
    if case .card = layer, settings.keys.means(press, "why") { return .whyAsked }
    guard case .character(let character) = press.key, press.modifiers.isEmpty else { return nil }
    switch (layer, character) {
    case (let layer, _) where layer.takesText: return .typed(String(character))
    case (.big, _): return bigAction(character)
    case (.exports, "t"): return .exportThemeStepped
    case (.help, "g"): return .glossaryAsked
    case (.presets, "c"): return .shelfWished(.compare)
    case (.presets, "n"): return .shelfWished(.rename)
    case (.presets, "d"): return .shelfWished(.duplicate)
    case (.presets, "x"): return .shelfWished(.delete)
    case (.presets, "S"): return .saveAsked
    case (.asking, "y"), (.asking, "Y"): return .confirmed
    case (.asking, "n"), (.asking, "N"): return .cancelled
    case (_, "k"): return .moved(.up)
    case (_, "j"): return .moved(.down)
    default: return nil
    }
  }
}

extension State {
  /// The few letters that the big view takes beside arrows and Tab.
  private func bigAction(_ character: Character) -> Action? {
    switch character {
    case "h", "j", "k", "l": screenAction(.of(character))
    default: nil
    }
  }
}

extension Layer {
  /// The action whose key opened the layer, and closes it again.
  fileprivate var keyName: String? {
    switch self {
    case .help, .glossary: "help"
    case .inWords: "in-words"
    case .card: "source"
    case .why: "why"
    case .presets: "scenarios"
    case .exports: "export"
    case .big: "big"
    case .scopes: "scope"
    case .prompt, .filter, .palette, .offer, .naming, .asking, .guess, .revealed, .notice: nil
    }
  }
}

extension Layer {
  /// Whether characters are typed into it.
  var takesText: Bool {
    switch self {
    case .prompt, .filter, .palette, .naming, .guess: true
    default: false
    }
  }

  /// Whether it leaves an action to the screen behind it: the list that is filtered can be walked
  /// through, and so can what is shown large.
  func passes(_ action: Action) -> Bool {
    switch (self, action) {
    case (.filter, .moved(.up)), (.filter, .moved(.down)), (.filter, .paged): true
    case (.filter, .wheeled), (.big, .wheeled): true
    case (.big, .moved), (.big, .paged), (.big, .panelStepped), (.big, .leverStepped): true
    default: false
    }
  }

  /// The name under which what stands in front of a screen is noted among the areas.
  static let area = "layer"
}
