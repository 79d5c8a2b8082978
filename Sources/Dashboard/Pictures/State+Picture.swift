import Analytics
import Figures
public import Frames

extension State {
  /// The names of the panels that ``picture(panel:bare:)`` can show alone, in their order on the
  /// screen.
  public var panelNames: [String] { panels.filter(\.hasBox).map(\.id) }

  /// Ids of all that Tab stops at, in its order: the panels, then the answer at the top.
  public var tabStops: [String] { panels.map(\.id) }

  /// Those names, each with what stands over the panel.
  public var panelTitles: [(name: String, title: String)] { panels.map { ($0.id, $0.title) } }

  /// The name of the panel that has the focus; nil on a screen without panels.
  public var shownPanel: String? { focusedPanel?.id }

  /// The present screen, or one panel of it over the whole size, as a picture: its words are made
  /// by rules from the figures that are in it, so that they cannot disagree.
  ///
  /// - Parameters:
  ///   - panel: one of ``panelNames``; anything else gives the screen.
  ///   - bare: whether the picture is what a terminal shows, tabs, keys and focus and all, without
  ///     the lines for a briefing around it.
  public func picture(panel: String? = nil, bare: Bool = false) -> Picture {
    var content = PictureContent(self, panel: panel)
    if bare, content.single == nil { content.frame = draw(self).frame }
    if settings.ascii { content.frame = content.frame.asciified() }
    let theme = Theme.named(settings.theme)
    let words = PictureWords(self, content)
    let numbers = PictureNumbers(state: self, content: content, scenario: words.scenarioLine)
    var picture = Picture(
      frame: content.frame, headline: words.headline, subtitle: words.subtitle,
      source: words.source, asOf: words.asOf, mark: words.mark, scenario: words.scenario,
      altText: words.altText, tables: PictureTables.tables(content),
      created: evidence.date,
      dress: bare
        ? nil
        : Dress(
          ground: theme.ground, headline: theme.strong, text: theme.text, muted: theme.muted))
    picture.longDescription = words.longDescription
    picture.marks = words.marks
    picture.look = Picture.Look(rawValue: settings.theme.rawValue) ?? .light
    if !bare {
      picture.parts = PictureParts(self, isSingle: content.single != nil).parts(content.panels)
    }
    (picture.numbers, picture.sources) = (numbers.rows, numbers.sources)
    picture.handlingStyle = theme.strong
    return picture
  }
}

/// What is in a picture.
struct PictureContent {
  var frame: Frame
  /// The panels that are in it, unfolded.
  let panels: [Panel]
  /// The only panel, where one was asked for.
  let single: Panel?
  /// The figures that stand on it, by panel.
  let figures: [(panel: String, figure: Figure)]
  /// What each panel's chart shows.
  let charts: [(panel: String, chart: Curves)]

  /// Draws panels alone: a picture has no keys, no tabs and nothing in focus.
  init(_ state: State, panel name: String?) {
    let all = state.panels.filter(\.hasBox)
    let blank = Frame(
      columns: state.columns, rows: state.rows, style: Theme.named(state.settings.theme).ground,
      title: "digigov: " + state.breadcrumb.joined(separator: " > "))
    var sheet = Sheet(
      frame: blank, theme: Theme.named(state.settings.theme), settings: state.settings)
    single = all.first { $0.id == name }
    let layout =
      single.map { [$0.id: blank.bounds] }
      ?? unfolded(state.layout(all, in: blank.bounds))
    for panel in all {
      guard let rect = layout[panel.id] else { continue }
      sheet.draw(panel, in: rect, focused: false, chosen: state.chosenItem(in: panel))
    }
    panels = all.filter { layout[$0.id] != nil }
    frame = sheet.frame
    charts = sheet.charts
    let names = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    figures = sheet.areas.flatMap { area in
      guard let item = area.item, area.number == nil, !area.rect.isEmpty,
        let panel = names[area.panel], panel.items.indices.contains(item)
      else { return [(String, Figure)]() }
      return panel.items[item].figures.map { (area.panel, $0) }
    }
  }
}

/// A layout in which panels that are folded to a line, as only a reader with keys could open them,
/// give their lines to the panel above.
private func unfolded(_ layout: [String: Rect]) -> [String: Rect] {
  var open = layout.filter { $0.value.rows > 1 }
  for line in layout.values.filter({ $0.rows <= 1 }).sorted(by: { $0.row < $1.row }) {
    let above = open.first {
      $0.value.endRow == line.row && $0.value.column == line.column
        && $0.value.columns == line.columns
    }
    if let above { open[above.key]?.rows += line.rows }
  }
  return open
}
