import Analytics

extension State {
  /// Keys that belong to the layer in front: typing, choosing, scrolling, closing.
  mutating func changeLayer(_ action: Action) -> [Effect] {
    guard let layer = layers.popLast() else { return [] }
    switch (layer, action) {
    case (_, .retyped(let text)) where layer != .filter:
      layers.append(layer.emptied)
      return changeLayer(.typed(text))
    case (.filter, .cancelled): changeFilter(action)
    case (.why(let trail), .cancelled): leaveWhy(trail)
    case (_, .cancelled): return []
    case (.why(let trail), .confirmed): enterWhy(trail)
    case (.prompt(let text, _), .typed(let more)):
      layers.append(.prompt(text: typedLine(text + more, limit: longestValue + 1), problem: ""))
    case (.prompt(let text, _), .erased):
      layers.append(.prompt(text: String(text.dropLast()), problem: ""))
    case (.prompt(let text, _), .confirmed):
      guard let item = focusedItem, item.isSlider, !text.isEmpty else { return [] }
      let (problem, effects) =
        text.unicodeScalars.count > longestValue
        ? ("That is more than \(longestValue) characters.", []) : set(item, typed: text)
      if let problem {
        layers.append(.prompt(text: text, problem: problem))
      } else if effects.isEmpty {
        message = "\(promptWords?.title ?? "It") is that already."
      }
      return effects
    case (.presets(let chosen), .confirmed):
      return openEntry(chosen)
    case (.presets(let chosen), .shelfWished(let wish)):
      layers.append(layer)
      return changeShelf(wish, chosen: chosen)
    case (.scopes(let chosen), .confirmed): choose(scope: chosen)
    case (.naming, _), (.guess, _): return changeTyping(layer, action)
    case (.asking(let question), .confirmed): return give(up: question.loss)
    case (.exports(let chosen, let theme), .confirmed):
      guard ExportForm.allCases.indices.contains(chosen) else { return [] }
      return [.export(ExportForm.allCases[chosen], theme: theme)]
    case (.exports(let chosen, let theme), .exportThemeStepped):
      layers.append(.exports(chosen: chosen, theme: theme.next))
    case (.offer(let lost), .confirmed): return takeUp(lost)
    case (.offer(let lost), .sessionDiscarded): askToDiscard(lost)
    case (.filter, _): changeFilter(action)
    case (.palette(let text, let chosen), _): return changePalette(text, chosen, action)
    case (.help(let scroll), .glossaryAsked):
      layers += [.help(scroll: scroll), .glossary(term: "", scroll: 0)]
    case (.help, .confirmed), (.glossary, .confirmed), (.big, .confirmed), (.revealed, .confirmed),
      (.notice, .confirmed), (.inWords, .confirmed):
      return []
    case (.card, .confirmed): openSource()
    default: layers.append(layer)
    }
    return []
  }

  /// Characters of the longest value that can be typed for what has the focus: a paste cannot flood
  /// the prompt. One more is taken, so that what is too long is refused and not cut unseen.
  private var longestValue: Int { focusedItem?.setting == nil ? 24 : 60 }

  /// What was asked about is given up.
  private mutating func give(up loss: Question.Loss) -> [Effect] {
    switch loss {
    case .file(let task): return [.scenarios(task)]
    case .session(let id):
      layers.removeAll { if case .offer = $0 { true } else { false } }
      return [.sessionDiscarded(id)]
    }
  }

  /// Moves inside the layer in front.
  mutating func moveLayer(by step: Int) {
    guard let layer = layers.popLast() else { return }
    switch layer {
    case .help(let scroll): layers.append(.help(scroll: max(scroll + step, 0)))
    case .glossary(let term, let scroll):
      layers.append(.glossary(term: term, scroll: max(scroll + step, 0)))
    case .card(let scroll): layers.append(.card(scroll: max(scroll + step, 0)))
    case .inWords(let scroll): layers.append(.inWords(scroll: max(scroll + step, 0)))
    case .why(let trail): moveWhy(trail, by: step)
    case .presets(let chosen):
      let last = max(scenarioEntries.count - 1, 0)
      layers.append(.presets(chosen: min(max(chosen + step, 0), last)))
    case .exports(let chosen, let theme):
      let last = ExportForm.allCases.count - 1
      layers.append(.exports(chosen: min(max(chosen + step, 0), last), theme: theme))
    case .palette(let text, let chosen):
      let last = max(found(text).count - 1, 0)
      layers.append(.palette(text: text, chosen: min(max(chosen + step, 0), last)))
    case .scopes(let chosen):
      layers.append(.scopes(chosen: min(max(chosen + step, 0), max(scopes.count - 1, 0))))
    case .prompt, .naming, .asking, .guess, .revealed, .notice, .offer, .filter, .big:
      layers.append(layer)
    }
  }
}

extension Layer {
  /// Without what was typed into it.
  fileprivate var emptied: Layer {
    switch self {
    case .prompt: .prompt(text: "", problem: "")
    case .guess: .guess(text: "", problem: "")
    case .palette: .palette(text: "", chosen: 0)
    case .naming(let naming): .naming(Naming(purpose: naming.purpose, text: ""))
    default: self
    }
  }
}

extension ThemeName {
  /// The one after it for a file: light, dark, contrast, mono, and light again.
  fileprivate var next: ThemeName {
    switch self {
    case .light: .dark
    case .dark: .contrast
    case .contrast: .mono
    case .mono: .light
    }
  }
}
