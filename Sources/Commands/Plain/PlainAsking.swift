import Analytics
import Dashboard
import Figures
import Store

/// Questions and their answers, and where the numbers of an answer come from.
extension PlainDialogue {
  mutating func perform(_ asked: Asked) {
    switch asked {
    case .told(let told, let more):
      tell(told)
      pending = more.map(\.text)
      if !more.isEmpty { say("\(more.count) more: say more.") }
    case .shown(let told, let place):
      go(to: place)
      tell(told)
      if place.panel.isEmpty { say(outlineWords) } else { sayPanelFollows() }
    case .place(let place):
      go(to: place)
      guard !place.panel.isEmpty else { return sayPlace() }
      if let reply = state.panelReply { tell([reply]) }
      sayPanelFollows()
    case .lever(let lever, let scope, let value):
      set(lever, of: scope, to: value)
    case .compare(let names): compare(names)
    }
  }

  private mutating func tell(_ told: [Reply]) {
    replies = told
    for reply in told { say(reply.text) }
  }

  /// Goes to a place, with a way back; what its panel shows may be made for that.
  private mutating func go(to place: Place) {
    guard place != state.place else { return }
    take(.placeOpened(place))
    if !place.panel.isEmpty { take(.panelStepped(by: 0)) }
    store.settle()
  }

  /// Which panel an answer is from; its lines are read by `more`.
  private mutating func sayPanelFollows() {
    let outline = state.outline
    guard let place = outline.parts.firstIndex(where: \.hasFocus) else { return }
    let part = outline.parts[place]
    let lines = Array(lines(ofPanel: place, of: outline).dropFirst())
    guard !lines.isEmpty else { return }
    say(
      "From \(outline.breadcrumb.last ?? ""), panel \(place + 1): \(part.name). Its "
        + "\(lines.count) \(lines.count == 1 ? "line" : "lines"): say more.")
    pending = lines
  }

  // MARK: - Where numbers are from

  /// The figures that the last answer rests on, each once; else the one in focus.
  private var rested: [Figure] {
    var found: [Figure] = []
    for figure in replies.flatMap({ $0.figures.prefix(2) }) where !found.contains(figure) {
      found.append(figure)
    }
    return found.isEmpty ? [state.sight.figure].compactMap { $0 } : found
  }

  mutating func sayOrigins() {
    let figures = rested
    guard !figures.isEmpty else { return say(PlainCommand.noNumber) }
    say(state.origin(of: figures[0]))
    pending = figures.dropFirst().map { state.origin(of: $0) }
    say(
      (pending.isEmpty ? "" : "\(pending.count) more: say more. ")
        + "Say card for all that is known of it.")
  }

  mutating func saySources() {
    let sources = state.panelSources
    let title = state.sight.panelTitle
    say(
      sources.isEmpty
        ? "Nothing of this panel is published: \(title)."
        : "\(sources.count) \(sources.count == 1 ? "source" : "sources") of this panel, \(title).")
    for (place, source) in sources.enumerated() { say("\(place + 1). \(source).") }
  }

  mutating func sayCard() {
    guard let figure = rested.first else { return say(PlainCommand.noNumber) }
    for line in state.card(of: figure).lines { say(line.text) }
  }

  mutating func sayWhy() {
    guard let figure = rested.first else { return say(PlainCommand.noNumber) }
    for line in state.why(figure).lines { say(line.text) }
  }
}
