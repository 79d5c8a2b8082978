import Figures
public import Frames

/// Where something that can have the focus stands on the screen.
public struct Area: Hashable, Sendable {
  /// Id of the panel.
  public var panel: String
  /// The item's place in the panel; nil for the panel itself.
  public var item: Int?
  /// The column whose heading it is; nil for anything else.
  public var heading: Int?
  /// Which of the item's numbers stands here; nil for the item itself.
  public var number: Int?
  public var rect: Rect
  /// The key whose label it is: a click here is that key.
  public var press: KeyPress?
  /// The part of the rectangle that is shown in reverse while the item has the focus: a bar or a
  /// slider keeps its own look.
  public var highlight: Rect
  /// The cells of a slider's track; nil for anything else.
  public var track: Rect?
}

/// What a panel draws on: the frame, the theme, and a note of where each item stands.
struct Sheet {
  var frame: Frame
  let theme: Theme
  let settings: Settings
  private(set) var areas: [Area] = []
  /// The line charts drawn so far with the panels that they stand in: what a picture says of them
  /// in words and as a table.
  private(set) var charts: [(panel: String, chart: Curves)] = []
  /// The paragraphs written so far, with their panels.
  private(set) var notes: [(panel: String, text: String)] = []
  /// Where the ticks of charts stand: round numbers that measure, and are no figures.
  private(set) var axes: [Rect] = []
  /// The panel being drawn, whether it has the focus, and its chosen item.
  private var panel = ""
  private(set) var focused = false
  private(set) var chosen = 0
  /// Which of the chosen item's numbers has the focus.
  private var chosenNumber = 0

  init(frame: Frame, theme: Theme, settings: Settings) {
    self.frame = frame
    self.theme = theme
    self.settings = settings
  }

  /// How charts are drawn on this terminal.
  var glyphs: Glyphs { settings.ascii ? .ascii : .braille }
  /// How a fan's band is drawn: filled where there are colours enough to tell the ground from it,
  /// and always with dotted edges, since the fill is too faint to be told by all.
  var bandFill: BandFill {
    theme.band.background == nil || settings.depth < .indexed ? .pattern : .both
  }

  /// Notes that an item stands here; the chosen one of the focused panel is shown as such, by
  /// its whole rectangle or the leftmost columns of it.
  mutating func item(_ index: Int, at rect: Rect, highlighting columns: Int? = nil) {
    let rect = rect.clipped(to: frame.bounds)
    let highlight = columns.map { rect.split(left: $0).0 } ?? rect
    areas.append(Area(panel: panel, item: index, rect: rect, highlight: highlight))
  }

  /// Notes that an item stands here, with another part of the screen shown as chosen.
  mutating func item(_ index: Int, at rect: Rect, showing highlight: Rect) {
    areas.append(
      Area(
        panel: panel, item: index, rect: rect.clipped(to: frame.bounds),
        highlight: highlight.clipped(to: frame.bounds)))
  }

  /// Notes that the ticks of a chart's axis stand here.
  mutating func axis(_ rect: Rect) { axes.append(rect.clipped(to: frame.bounds)) }

  /// Notes where the track of the slider noted last stands.
  mutating func track(at rect: Rect) {
    guard !areas.isEmpty else { return }
    areas[areas.count - 1].track = rect
  }

  /// Notes that one of an item's numbers stands here, beside the item's own.
  mutating func number(_ number: Int, of item: Int, at rect: Rect) {
    // One more column on the left, for the marker of the focus.
    let rect = Rect(
      column: rect.column - 1, row: rect.row, columns: rect.columns + 1, rows: rect.rows
    ).clipped(to: frame.bounds)
    areas.append(Area(panel: panel, item: item, number: number, rect: rect, highlight: rect))
  }

  /// Notes that the heading of a column stands here.
  mutating func heading(_ column: Int, at rect: Rect) {
    let rect = rect.clipped(to: frame.bounds)
    areas.append(Area(panel: panel, item: nil, heading: column, rect: rect, highlight: rect))
  }

  /// Notes that the label of a key stands here.
  mutating func key(_ press: KeyPress, at rect: Rect) {
    let rect = rect.clipped(to: frame.bounds)
    areas.append(Area(panel: "", item: nil, rect: rect, press: press, highlight: rect))
  }

  /// Notes that a layer, or one of its rows, stands here.
  mutating func layer(row: Int? = nil, at rect: Rect) {
    areas.append(Area(panel: Layer.area, item: row, rect: rect, highlight: rect))
  }

  /// Notes that a paragraph stands in the panel being drawn.
  mutating func keep(_ note: String) { notes.append((panel, note)) }

  /// Notes that a line chart stands in the panel being drawn.
  mutating func chart(_ chart: Curves) { charts.append((panel, chart)) }

  /// Draws a panel's box and what is in it.
  mutating func draw(
    _ panel: Panel, in rect: Rect, focused: Bool, chosen: Int, number: Int = 0
  ) {
    guard panel.hasBox else {
      return drawBare(panel, in: rect, focused: focused, chosen: chosen, number: number)
    }
    if rect.rows == 1 { return drawFolded(panel, in: rect) }
    guard rect.columns > 2, rect.rows > 2 else { return }
    (self.panel, self.focused, self.chosen, chosenNumber) = (panel.id, focused, chosen, number)
    areas.append(Area(panel: panel.id, item: nil, rect: rect, highlight: rect))
    frame.box(
      rect, focused ? theme.focusBorder : theme.border,
      title: panel.heading, titleStyle: focused ? theme.focusTitle : theme.title,
      weight: focused ? .heavy : .light)
    let before = areas.count
    let inner = rect.inset(columns: 1, rows: 1)
    panel.draw(&self, say(panel.missing, item: panel.itemCount - 1, below: inner))
    title(panel, in: rect)
    guard focused else { return }
    if let area = place(of: chosen, number: number, since: before) {
      select(area.highlight)
    } else {
      frame.cursor = Position(column: rect.column + 1, row: rect.row)
    }
  }

  /// Where the chosen item stands, of the areas noted since. Its own number has the whole row, the
  /// further ones their cells, where there is room for them; what is said of it elsewhere is not
  /// highlighted.
  private func place(of chosen: Int, number: Int, since before: Int) -> Area? {
    let here = areas[before...].filter { $0.item == chosen && !$0.rect.isEmpty }
    let own = here.filter { $0.number == nil }
    return here.first { $0.number == number && number > 0 }
      ?? own.first { !$0.highlight.isEmpty } ?? own.first
  }

  /// Draws a panel that stands on the screen itself.
  private mutating func drawBare(
    _ panel: Panel, in rect: Rect, focused: Bool, chosen: Int, number: Int
  ) {
    (self.panel, self.focused, self.chosen, chosenNumber) = (panel.id, focused, chosen, number)
    areas.append(Area(panel: panel.id, item: nil, rect: rect, highlight: rect))
    let before = areas.count
    panel.draw(&self, rect)
    guard focused else { return }
    if let area = place(of: chosen, number: 0, since: before) {
      select(area.highlight)
    } else {
      frame.cursor = Position(column: rect.column, row: rect.row)
    }
  }

  /// Says in the last row of a panel what its chart lacks; gives back the rest.
  private mutating func say(
    _ missing: MissingPeriods?, item index: Int, below rect: Rect
  ) -> Rect {
    guard let missing, rect.rows > 3 else { return rect }
    let (rest, foot) = rect.split(top: rect.rows - 1)
    item(index, at: foot, highlighting: 1)
    let room = foot.columns - 2
    let text = displayWidth(missing.named) <= room ? missing.named : missing.counted
    frame.write(truncated(text, to: room), column: foot.column + 2, row: foot.row, theme.muted)
    return rest
  }

  /// Notes that a number stands in the title, so that it has a card as any other.
  private mutating func title(_ panel: Panel, in rect: Rect) {
    guard let index = panel.titleItem else { return }
    let place = Rect(column: rect.column + 1, row: rect.row, columns: 18, rows: 1)
    item(index, at: place, highlighting: 0)
  }

  /// A panel as one line: its title and how much is in it.
  private mutating func drawFolded(_ panel: Panel, in rect: Rect) {
    areas.append(Area(panel: panel.id, item: nil, rect: rect, highlight: rect))
    frame.write(
      "+ " + shortened(panel.heading, to: rect.columns - 14), column: rect.column + 1,
      row: rect.row,
      theme.title)
    self.panel = panel.id
    title(panel, in: rect)
    guard panel.itemCount > 0 else { return }
    frame.write(
      "\(panel.itemCount) rows", in: rect.inset(columns: 1), alignment: .trailing, theme.muted)
  }

  /// Marks a rectangle as having the focus: reverse video, a marker and the hardware cursor.
  mutating func select(_ rect: Rect) {
    frame.restyle(rect) { style in
      var style = style
      style.attributes.formSymmetricDifference(.reverse)
      return style
    }
    var marker = frame[rect.column, rect.row]
    if marker.text == " " || marker.text == "│" {
      marker.text = "▸"
      frame[rect.column, rect.row] = marker
    }
    frame.cursor = Position(column: rect.column, row: rect.row)
  }

  /// Where in a list of `count` rows the view begins, so that the chosen one is in sight.
  func scroll(count: Int, visible: Int) -> Int {
    scroll(count: count, visible: visible, chosen: chosen)
  }

  /// The same with another row in sight.
  func scroll(count: Int, visible: Int, chosen: Int) -> Int {
    let centred = chosen - visible / 2
    return min(max(centred, 0), max(count - visible, 0))
  }
}
