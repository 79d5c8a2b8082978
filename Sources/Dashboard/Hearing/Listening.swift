import Analytics
import Figures
import Frames

/// What a user who listens is told of, and what therefore stays as it is on the screen.
struct Listening: Equatable, Sendable {
  /// A state that is kept; a class, since a state holds it.
  final class Held: Equatable, Sendable {
    let state: State

    init(_ state: State) { self.state = state }

    static func == (one: Held, other: Held) -> Bool { one === other }
  }

  /// What the screen shows while a lever is moved; nil once anything else has been done.
  var held: Held?
  /// Where the user was before the last key; nil before the first.
  var from: Place?
}

extension State {
  /// Notes what stands on the screen before an action of a user who listens.
  mutating func listen(to action: Action) {
    guard settings.speech else { return }
    switch action {
    case .leverStepped, .leverReset, .leversReset, .leverTyped, .assumptionsReset, .undone, .redone:
      hold()
    case .confirmed where layers.last?.isPrompt == true: hold()
    case .typed, .retyped, .erased: break
    default:
      listening.held = nil
      listening.from = place
    }
  }

  private mutating func hold() {
    guard listening.held == nil else { return }
    var shown = self
    (shown.layers, shown.listening) = ([], Listening())
    listening.held = Listening.Held(shown)
  }

  /// The one line that speaks: what there is to say, else what a lever changed and by how much, else
  /// what has the focus.
  var spokenLine: String {
    if !message.isEmpty { return message }
    if let held = listening.held?.state { return change(since: held) }
    return focusInWords
  }

  private func change(since held: State) -> String {
    let changes = changes(since: held)
    guard !changes.isEmpty else { return "All levers are as they were." }
    let rest = changes.count - 2
    return
      (changes.prefix(2) + (rest > 0 ? ["\(rest) more changes."] : [])
      + [outcome(since: held)].compactMap(\.self)).joined(separator: " ")
  }

  /// Benefit and worth with how much more or less they are than before; nil until the draws are there.
  private func outcome(since held: State) -> String? {
    guard lab.guessing == nil, !uncertaintyIsStale, let uncertainty,
      uncertainty.draws == held.uncertainty?.draws, !held.uncertaintyIsStale
    else { return nil }
    let code = onlyChanged(since: held)
    func pair(_ state: State) -> (benefit: Double, npsv: Double)? {
      if let code { return state.account(of: code).map { ($0.benefit, $0.npsv) } }
      guard let account = state.account, let benefit = account.metrics[.finalBenefit],
        let npsv = account.metrics[.npsv]
      else { return nil }
      return (benefit, npsv)
    }
    guard let old = pair(held), let new = pair(self) else { return nil }
    let whose = code.map { ", \(name(of: .organisation($0)))" } ?? ""
    return "Benefit by \(lastYear)\(whose): \(step(old.benefit, new.benefit, " a year")); "
      + "net value \(step(old.npsv, new.npsv))"
      + (isDelayed(since: held) ? " (\(AnswerLine.horizon))." : ".")
  }

  /// Whether anyone's start has been moved.
  private func isDelayed(since held: State) -> Bool {
    ([nil] + inputs.organisations.map { Optional($0.code) }).contains { code in
      value(of: .startDelay, for: code) != held.value(of: .startDelay, for: code)
    }
  }

  /// `£19bn a year, £0.8bn less`.
  private func step(_ old: Double, _ new: Double, _ unit: String = "") -> String {
    let (before, now) = (Numbers.billions(old), Numbers.billions(new))
    guard before != now else { return now + unit + ", as before" }
    return "\(now)\(unit), \(Numbers.billions(abs(new - old))) \(new < old ? "less" : "more")"
  }

  /// Where the focus is, as far as that is new, and what is under it: the value first.
  private var focusInWords: String {
    let panels = panels
    guard let panel = focusedPanel(of: panels) else { return breadcrumb.joined(separator: ", ") }
    var parts: [String] = []
    let from = listening.from
    let isElsewhere = from?.screen != place.screen || from?.path != place.path
    if from == nil { parts.append("? is help, Tab the next panel, T a panel in words.") }
    if isElsewhere { parts.append((breadcrumb.last ?? "") + ".") }
    if isElsewhere || from?.panel != place.panel {
      let number = panels.firstIndex { $0.id == panel.id }.map { $0 + 1 } ?? 1
      parts.append("\(panel.title), panel \(number) of \(panels.count).")
    }
    guard panel.itemCount > 0 else { return parts.joined(separator: " ") }
    let chosen = chosenItem(in: panel)
    let item = panel.items[chosen]
    if let lever = item.lever {
      parts.append(leverInWords(lever) + ".")
    } else if let figure = focusedFigure {
      parts.append("\(figure.text), \(figure.markWords): \(figure.label).")
    } else if let destination = item.destination {
      parts.append("Opens \(destination.screen.title).")
    }
    if panel.itemCount > 1 { parts.append("\(chosen + 1) of \(panel.itemCount).") }
    return parts.joined(separator: " ")
  }
}

extension Layer {
  fileprivate var isPrompt: Bool { if case .prompt = self { true } else { false } }
}

extension Sheet {
  /// The line that speaks, with the cursor at its beginning; as many rows as there are.
  mutating func drawSpoken(_ text: String, in rect: Rect) {
    let lines = wrapped(text, width: rect.columns - 2)
    for row in 0..<min(rect.rows, lines.count) {
      let isCut = row == rect.rows - 1 && lines.count > rect.rows
      let line = isCut ? truncated(lines[row] + " \u{2026}", to: rect.columns - 2) : lines[row]
      frame.write(line, column: rect.column + 1, row: rect.row + row, theme.strong)
    }
    frame.cursor = Position(column: rect.column, row: rect.row)
  }
}

extension Drawing {
  /// What stood on the screen before a lever was moved, but for the lever's own row and the line that
  /// speaks; the drawing itself where the row stands elsewhere now.
  func holding(_ before: Drawing, panel: String, item: Int, foot: Rect) -> Drawing {
    func row(_ drawing: Drawing) -> Rect? {
      drawing.areas.first { $0.panel == panel && $0.item == item && $0.number == nil }?.rect
    }
    guard let here = row(self), here == row(before) else { return self }
    var held = self
    held.frame = before.frame
    held.frame.cursor = frame.cursor
    for rect in [here, foot] {
      for y in rect.row..<rect.endRow {
        for x in rect.column..<rect.endColumn { held.frame[x, y] = frame[x, y] }
      }
    }
    return held
  }
}
