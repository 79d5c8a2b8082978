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
enum Smallest {
  static let columns = 60
  static let rows = 18
}

/// The present screen as a frame. A pure function of the state.
public func draw(_ state: State) -> Drawing {
  let theme = Theme.named(state.settings.depth == .none ? .mono : state.settings.theme)
  let blank = Frame(
    columns: state.columns, rows: state.rows, style: theme.ground,
    title: "digigov: " + state.breadcrumb.joined(separator: " > "))
  var sheet = Sheet(frame: blank, theme: theme, settings: state.settings)
  guard state.columns >= Smallest.columns, state.rows >= Smallest.rows else {
    sheet.drawTooSmall()
    return state.finished(sheet)
  }
  let (header, body, foot, hasTabs) = state.parts
  sheet.drawHeader(state, in: header, tabs: hasTabs)
  let panels = state.panels
  sheet.drawPanels(panels, state, in: body)
  sheet.drawStatus(state, in: foot.split(top: 1).0)
  sheet.drawFooter(Situation(state, panels), in: foot.split(top: 1).1)
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
    let layout = screens[state.place.screen]?.layout(state, in: rect) ?? [:]
    // What has the focus is seen, however little room the layout has for it.
    if let focus, state.place.enlarged || layout[focus.id].map({ $0.rows < 3 }) != false {
      draw(
        focus, in: rect, focused: true, chosen: state.chosenItem(in: focus),
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
  }

  fileprivate mutating func drawTooSmall() {
    let need = "\(Smallest.columns)x\(Smallest.rows)"
    let have = "\(frame.columns)x\(frame.rows)"
    let lines = ["digigov needs", "\(need) cells,", "has \(have)."]
    for (row, line) in lines.enumerated() {
      frame.write(line, column: 0, row: row, theme.text)
    }
    frame.cursor = frame.bounds.isEmpty ? nil : Position(column: 0, row: 0)
  }
}
