public import Analytics
import Figures

/// What a state's screen holds as lines to be read one after the other: nothing is cut, nothing is
/// said by where it stands or by colour.
public struct Outline: Equatable, Sendable {
  public struct Line: Equatable, Sendable {
    /// Headings with their cells, or a label with its value.
    public var text: String
    /// Id of its panel and its place there; what the focus is given by.
    public var panel: String
    public var item: Int
    public var hasFocus: Bool
    /// Whether it leads somewhere, or shows a card.
    public var opens: Bool
    /// Whether it has a value that can be typed and moved by steps.
    public var isSlider: Bool
    /// The lever that it is, and whose.
    public var lever: Lever?
    public var scope: LeverScope?
  }

  public struct Part: Equatable, Sendable {
    public var id, title: String
    public var hasFocus: Bool
    public var lines: [Line]
    /// Text that has no number of its own.
    public var note: String
  }

  /// Where we are, outermost first.
  public var breadcrumb: [String]
  /// What the numbers rest on.
  public var standing: String
  public var parts: [Part]
}

extension State {
  /// What the screen holds, panel by panel.
  public var outline: Outline {
    let panels = panels
    let focus = focusedPanel(of: panels)
    return Outline(
      breadcrumb: breadcrumb, standing: standingWords,
      parts: panels.map { part($0, hasFocus: $0.id == focus?.id) })
  }

  /// Whether what has the focus is a lever or an assumption, with a value that can be moved.
  public var isOnSlider: Bool { focusedItem?.isSlider == true }

  private var standingWords: String {
    let changed = scenario == baseline ? "" : ", changed"
    let draws =
      uncertainty.map {
        "expected values of \(Numbers.count(Double($0.draws))) draws"
      } ?? "central case"
    return "Scenario \(baseline.name)\(changed); \(draws)"
      + (projection?.years.first.map { "; real prices of \($0)" } ?? "")
      + (evidence.date.isEmpty ? "" : "; data of \(evidence.date)")
  }

  /// The rows of a panel in words, by their places.
  func rowsInWords(of panel: Panel) -> [String] {
    part(panel, hasFocus: false).lines.map(\.text).filter { !$0.isEmpty }
  }

  /// A lever with its value, what it was, and between what it can be moved.
  func leverInWords(_ target: LeverTarget) -> String { words(target) }

  private func part(_ panel: Panel, hasFocus: Bool) -> Outline.Part {
    let texts = lines(panel)
    let chosen = chosenItem(in: panel)
    return Outline.Part(
      id: panel.id, title: panel.title, hasFocus: hasFocus,
      lines: panel.items.indices.map { index in
        let item = panel.items[index]
        return Outline.Line(
          text: item.lever.map(words) ?? texts[index] ?? words(item), panel: panel.id, item: index,
          hasFocus: hasFocus && index == chosen, opens: item.opens, isSlider: item.isSlider,
          lever: item.lever?.lever, scope: item.lever?.scope)
      }, note: note(panel))
  }

  /// The rows of a list in words, by the item's place.
  private func lines(_ panel: Panel) -> [Int: String] {
    let rows: [String]
    switch panel.content {
    case .table(let table):
      rows = table.rows.map { row in
        let cells = zip(table.columns, row.cells).compactMap { column, cell -> String? in
          guard !cell.isPicture, !cell.text.allSatisfy(\.isWhitespace) else { return nil }
          return column.title.isEmpty ? cell.text : "\(column.title) \(cell.text)"
        }
        return cells.joined(separator: "; ")
      }
    case .bars(let bars):
      rows = bars.rows.map { row in
        "\(row.bar.label): \(row.bar.text)"
          + ((row.bar.mark ?? row.item.figure?.mark).map { ", \($0.rawValue)" } ?? "")
      }
    case .drawn: rows = []
    }
    return Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0.offset, $0.element) })
  }

  private func words(_ item: Item) -> String {
    let figures = item.figures
    guard !figures.isEmpty else { return item.destination.map { "opens \($0.screen.title)" } ?? "" }
    return figures.map { "\($0.label): \($0.text), \($0.markWords)" }.joined(separator: "; ")
  }

  private func words(_ target: LeverTarget) -> String {
    guard let spec = spec(target.lever) else { return target.lever.id }
    let now = value(of: target.lever, in: target.scope, of: scenario)
    let before = value(of: target.lever, in: target.scope, of: baseline)
    let number =
      now.isMixed
      ? "mixed, \(Numbers.typed(now.low)) to \(Numbers.typed(now.high))"
      : Numbers.typed(now.middle)
    let whose =
      switch target.scope {
      case .nation: ""
      case .sector(let name): name + ": "
      case .organisation(let code): code + "."
      }
    return "\(spec.label) (\(whose)\(target.lever.id)): \(number) \(spec.unit)"
      + (!now.isMixed && now.middle == before.middle
        ? "" : ", baseline \(Numbers.typed(before.middle))")
      + ", allowed \(Numbers.typed(spec.minimum)) to \(Numbers.typed(spec.maximum))"
  }

  private func note(_ panel: Panel) -> String {
    switch panel.content {
    case .table(let table): table.note?.text ?? ""
    case .bars(let bars): bars.note?.text ?? ""
    case .drawn: ""
    }
  }
}
