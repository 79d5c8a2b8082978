import Analytics
import Figures
public import Frames

/// A drawn screen: the frame, and where everything that can have the focus stands on it.
public struct Drawing: Sendable {
  public var frame: Frame
  public var areas: [Area]
  /// Where the ticks of charts stand: round numbers that measure, and are no figures.
  public var axes: [Rect] = []
}

/// The smallest size that every screen can be used at.
public enum Smallest {
  public static let columns = 60
  public static let rows = 18
}

/// The largest size that is drawn, in cells, and that a tape may set. A terminal may claim more
/// cells than there is memory for; a 4K screen with 5 by 9 pixels a cell has 768 by 240.
public enum Largest {
  public static let columns = 1000
  public static let rows = 500
}

/// The present screen as a frame. A pure function of the state. In a window beyond the largest size
/// a small frame says so. For who listens it stays as it was while levers are moved, but for the
/// lever's own row and the line that speaks.
public func draw(_ state: State) -> Drawing {
  let drawing = drawn(state)
  guard let held = state.listening.held?.state, state.layers.isEmpty, held.place == state.place,
    (held.columns, held.rows) == (state.columns, state.rows), let panel = state.focusedPanel
  else { return drawing }
  return drawing.holding(
    drawn(held), panel: panel.id, item: state.chosenItem(in: panel), foot: state.parts.foot)
}

private func drawn(_ state: State) -> Drawing {
  let theme = Theme.named(state.settings.depth == .none ? .mono : state.settings.theme)
  let isTooLarge = state.columns > Largest.columns || state.rows > Largest.rows
  let blank = Frame(
    columns: isTooLarge ? min(state.columns, 80) : state.columns,
    rows: isTooLarge ? min(state.rows, 24) : state.rows, style: theme.ground,
    title: "digigov: " + state.breadcrumb.joined(separator: " > "))
  var sheet = Sheet(frame: blank, theme: theme, settings: state.settings)
  guard state.columns >= Smallest.columns, state.rows >= Smallest.rows else {
    sheet.say([
      "digigov needs", "\(Smallest.columns)x\(Smallest.rows) cells,",
      "has \(state.columns)x\(state.rows).",
    ])
    return state.finished(sheet)
  }
  guard !isTooLarge else {
    sheet.say([
      "This window is too large:", "\(state.columns)x\(state.rows) cells,",
      "of which digigov", "draws \(Largest.columns)x\(Largest.rows).",
    ])
    return state.finished(sheet)
  }
  let (header, body, foot, hasTabs) = state.parts
  sheet.drawHeader(state, in: header, tabs: hasTabs)
  let panels = state.panels
  sheet.drawPanels(panels, state, in: body)
  if state.settings.speech, state.layers.isEmpty {
    sheet.drawSpoken(state.spokenLine, in: foot)
  } else {
    sheet.drawStatus(state, in: foot.split(top: 1).0)
    sheet.drawFooter(Situation(state, panels), in: foot.split(top: 1).1)
  }
  for layer in state.layers { sheet.draw(layer, state, over: body) }
  return state.finished(sheet)
}

extension State {
  /// Where we are, outermost first.
  var breadcrumb: [String] {
    switch place.screen {
    case .department:
      [ScreenID.departments.title] + (organisation.map { [$0.sector, $0.name] } ?? [])
        + place.path.dropFirst().map(pathName)
    default: [place.screen.title] + place.path.map(pathName)
    }
  }

  fileprivate func finished(_ sheet: Sheet) -> Drawing {
    Drawing(
      frame: settings.ascii ? sheet.frame.asciified() : sheet.frame, areas: sheet.areas,
      axes: sheet.axes)
  }
}

extension Sheet {
  fileprivate mutating func drawPanels(_ panels: [Panel], _ state: State, in rect: Rect) {
    let focus = state.focusedPanel(of: panels)
    let layout = state.layout(panels, in: rect)
    // What has the focus is seen, however little room the layout has for it.
    if state.isLargeType, let focus { return drawAlone(focus, of: panels, state, in: rect) }
    if let focus, focus.hasBox,
      state.place.enlarged || layout[focus.id].map({ $0.rows < 3 }) != false
    {
      let (top, rest) = state.answerParts(panels, rect)
      if let answer = panels.first(where: { $0.id == AnswerPanel.id }), top.rows > 0 {
        draw(answer, in: top, focused: false, chosen: 0)
      }
      draw(
        focus, in: rest, focused: true, chosen: state.chosenItem(in: focus),
        number: state.chosenNumber(in: focus))
      return
    }
    for panel in panels {
      guard let place = layout[panel.id] else { continue }
      // A folded panel shows no item, so none is made.
      let open = place.rows > 1
      draw(
        panel, in: place, focused: panel.id == focus?.id,
        chosen: open ? state.chosenItem(in: panel) : 0,
        number: open ? state.chosenNumber(in: panel) : 0)
    }
    sayMore(panels.count { $0.hasBox && layout[$0.id] == nil }, below: layout, in: rect)
  }

  /// One panel on the whole screen below the answer, or the answer alone, with its place among the
  /// others: where there is little room nothing is shown beside it, so that no number is cut.
  private mutating func drawAlone(
    _ focus: Panel, of panels: [Panel], _ state: State, in rect: Rect
  ) {
    guard focus.hasBox else {
      return draw(focus, in: rect, focused: true, chosen: state.chosenItem(in: focus))
    }
    let (top, rest) = state.answerParts(panels, rect)
    if let answer = panels.first(where: { $0.id == AnswerPanel.id }), top.rows > 0 {
      draw(answer, in: top, focused: false, chosen: 0)
    }
    draw(
      focus, in: rest, focused: true, chosen: state.chosenItem(in: focus),
      number: state.chosenNumber(in: focus))
    let boxed = panels.filter(\.hasBox)
    guard boxed.count > 1, let place = boxed.firstIndex(where: { $0.id == focus.id }) else {
      return
    }
    let text = " \(place + 1) of \(boxed.count) "
    let width = displayWidth(text)
    guard displayWidth(focus.heading) + width + 6 < rest.columns else { return }
    frame.write(text, column: rest.endColumn - width - 1, row: rest.row, theme.focusTitle)
  }

  /// Says how many panels have no room, and how they are reached, where a row is left for it.
  private mutating func sayMore(_ hidden: Int, below layout: [String: Rect], in rect: Rect) {
    let row = layout.values.map(\.endRow).max() ?? rect.row
    guard hidden > 0, row < rect.endRow else { return }
    let words = "\(hidden) more panel\(hidden == 1 ? "" : "s"): Tab"
    let end = frame.write(words, column: rect.column + 1, row: row, theme.muted)
    key(.plain(.tab), at: Rect(column: rect.column + 1, row: row, columns: end - 1, rows: 1))
  }

  /// Says in a few words why nothing can be drawn.
  fileprivate mutating func say(_ lines: [String]) {
    for (row, line) in lines.enumerated() {
      frame.write(line, column: 0, row: row, theme.text)
    }
    frame.cursor = frame.bounds.isEmpty ? nil : Position(column: 0, row: 0)
  }
}
