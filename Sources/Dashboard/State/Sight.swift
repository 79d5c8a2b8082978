public import Analytics
public import Figures

/// What a state's screen shows, in names and figures instead of cells: for tapes and other readers
/// that have to say what was on the screen.
public struct Sight: Equatable, Sendable {
  /// Something on the screen that can have the focus.
  public struct Entry: Equatable, Sendable {
    /// Id of its panel, and its place there.
    public var panel: String
    public var item: Int
    /// Its numbers, its own first; none where the item is only a way on.
    public var figures: [Figure]
    /// The lever that it is, and the organisation's code where it is one's own.
    public var lever: Lever?
    public var organisation: String?
    /// The lever's value in force.
    public var value: Double?

    /// Its own number.
    public var figure: Figure? { figures.first }
  }

  /// Where we are, outermost first.
  public var breadcrumb: [String]
  /// Id and title of the panel that has the focus; empty on a screen without any.
  public var panel, panelTitle: String
  /// The item in focus; nil where the panel has none.
  public var item: Int?
  /// The number in focus.
  public var figure: Figure?
  /// What the panel in focus can be sorted by; empty where its order means something.
  public var sortColumns: [String]
  /// What is on the screen at its present size, panel by panel.
  public var entries: [Entry]

  /// The item in focus.
  public var focused: Entry? { entries.first { $0.panel == panel && $0.item == item } }
}

extension State {
  /// What the screen shows at its present size.
  public var sight: Sight {
    let panels = panels
    let focus = focusedPanel(of: panels)
    var seen: [String: Set<Int>] = [:]
    for area in draw(self).areas {
      if let item = area.item { seen[area.panel, default: []].insert(item) }
    }
    let entries = panels.flatMap { panel in
      panel.items.indices.filter { seen[panel.id]?.contains($0) == true }
        .map { entry($0, of: panel) }
    }
    return Sight(
      breadcrumb: breadcrumb, panel: focus?.id ?? "", panelTitle: focus?.title ?? "",
      item: focus.flatMap { $0.items.isEmpty ? nil : chosenItem(in: $0) },
      figure: focusedFigure, sortColumns: focus?.sortColumns ?? [], entries: entries)
  }

  private func entry(_ index: Int, of panel: Panel) -> Sight.Entry {
    let item = panel.items[index]
    return Sight.Entry(
      panel: panel.id, item: index, figures: item.figures, lever: item.lever?.lever,
      organisation: item.lever?.organisation,
      value: item.lever.map { value(of: $0.lever, for: $0.organisation) })
  }
}
