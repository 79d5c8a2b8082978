public import Analytics
import Figures

/// What a state's screen holds as lines to be read one after the other: nothing is cut, nothing is
/// said by where it stands or by colour.
public struct Outline: Equatable, Sendable {
  public struct Line: Equatable, Sendable {
    /// A name with its value, then what qualifies it.
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
    /// The title in a few words, as a list of panels has it.
    public var name: String
    public var hasFocus: Bool
    public var lines: [Line]
    /// Text that has no number of its own.
    public var note: String
  }

  /// Where we are, outermost first.
  public var breadcrumb: [String]
  /// What the numbers rest on.
  public var standing: String
  /// The panels; what the screen answers stands before them (``State/replies``).
  public var parts: [Part]
}

extension State {
  /// What the screen holds, panel by panel.
  public var outline: Outline {
    let panels = panels
    let focus = focusedPanel(of: panels)
    return Outline(
      breadcrumb: breadcrumb, standing: standingWords,
      parts: panels.filter { $0.id != AnswerPanel.id }
        .map { part($0, hasFocus: $0.id == focus?.id) })
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

  private func part(_ panel: Panel, hasFocus: Bool) -> Outline.Part {
    let texts = lines(panel)
    let chosen = chosenItem(in: panel)
    return Outline.Part(
      id: panel.id, title: title(panel), name: Self.brief(title(panel)), hasFocus: hasFocus,
      lines: panel.items.indices.map { index in
        let item = panel.items[index]
        return Outline.Line(
          text: item.lever.map(words) ?? texts[index] ?? words(item), panel: panel.id, item: index,
          hasFocus: hasFocus && index == chosen, opens: item.opens, isSlider: item.isSlider,
          lever: item.lever?.lever, scope: item.lever?.scope)
      }, note: note(panel))
  }

  /// A title without what explains signs, which are words here.
  private func title(_ panel: Panel) -> String {
    var title = panel.title
    for legend in [": M", " (! disputed)", " (!)", " (M)"] where title.hasSuffix(legend) {
      title.removeLast(legend.count)
    }
    return title
  }

  /// The first words of a title: up to what explains it.
  static func brief(_ title: String) -> String {
    let end = title.firstIndex { ":(,?".contains($0) } ?? title.endIndex
    var first = title[..<end].drop { $0 == " " }
    // A unit first would be heard as a number.
    if first.hasPrefix(Money.sign), let by = first.firstRange(of: " by ") {
      first = Substring("By " + first[by.upperBound...])
    }
    return first.count < 4 ? title : String(first.last == " " ? first.dropLast() : first)
  }

  /// The rows of a list in words, by the item's place.
  private func lines(_ panel: Panel) -> [Int: String] {
    let rows: [String]
    switch panel.content {
    case .table(let table): rows = table.rows.map { words($0.cells, table) }
    case .bars(let bars):
      rows = bars.rows.map { row in
        let signs = row.bar.signs.isEmpty ? row.bar.mark?.letter : row.bar.signs
        let known = signs ?? row.item.figure.map { self.signs($0) } ?? ""
        return "\(row.bar.label): \(row.bar.text)" + (known.isEmpty ? "" : " \(known)")
      }
    case .drawn: rows = []
    }
    return Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0.offset, $0.element) })
  }

  /// A row: its name, its numbers, then the rest. A column's name stands before a cell where the cell
  /// alone would not say what it is.
  private func words(_ cells: [Text], _ table: Table) -> String {
    let name = table.columns.firstIndex(where: \.flexible) ?? 0
    let isNamed = table.header != .never
    var numbers: [String] = []
    var rest: [String] = []
    let numeric = table.columns.indices.filter { table.columns[$0].trailing }
    for (place, (column, cell)) in zip(table.columns, cells).enumerated() where place != name {
      guard !cell.isPicture, !cell.text.allSatisfy({ $0.isWhitespace || $0 == "-" }) else {
        continue
      }
      let text = cell.text.drop { $0 == " " }
      let title = Self.spoken(column.title)
      if column.trailing {
        numbers.append(
          isNamed && numeric.count > 1 && !title.isEmpty && !Self.plain.contains(title)
            ? "\(title) \(text)" : String(text))
      } else if title == "unit" || title.isEmpty && place == name + 2 && !numbers.isEmpty,
        Self.isUnit(cell)
      {
        // The unit of the number before it, whose signs come after.
        let number = numbers.removeLast()
        let signs = cells[place - 1].signs
        let bare = signs > 0 ? number.dropLast(signs + 1) : number[...]
        numbers.append("\(bare) \(text)" + number.dropFirst(bare.count))
      } else {
        rest.append(
          !isNamed || title.isEmpty || Self.plain.contains(title) || title.contains(",")
            ? String(text) : "\(title) \(text)")
      }
    }
    let first = cells.indices.contains(name) ? String(cells[name].text.drop { $0 == " " }) : ""
    let values = numbers.joined(separator: ", ")
    return ([first + (values.isEmpty ? "" : ": " + values)] + rest).joined(separator: "; ")
  }

  /// Columns whose cells say by themselves what they are.
  private static let plain: Set = [
    "what", "figure", "number", "who", "body", "theme", "unit", "department", "service", "stream",
    "what and when", "when", "source", "who says so", "of whom", "status", "stage", "period",
    "name",
  ]

  /// A column's title without the mark of its numbers.
  private static func spoken(_ title: String) -> String {
    let words = title.split(separator: " ")
    return words.count > 1 && ["R", "D", "M"].contains(words.last)
      ? words.dropLast().joined(separator: " ") : title
  }

  /// Whether a cell may be the unit of the number before it.
  private static func isUnit(_ cell: Text) -> Bool {
    !cell.text.contains(where: \.isNumber) && cell.signs == 0
  }

  private func words(_ item: Item) -> String {
    let figures = item.figures
    guard !figures.isEmpty else { return item.destination.map { "opens \($0.screen.title)" } ?? "" }
    return figures.map { "\($0.label): \($0.text), \(caveats($0))" }.joined(separator: "; ")
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
      case .sector, .organisation: ", " + name(of: target.scope)
      }
    return "\(spec.label)\(whose): \(number) \(spec.unit)"
      + (!now.isMixed && now.middle == before.middle
        ? "" : ", baseline \(Numbers.typed(before.middle))")
      + "; allowed \(Numbers.typed(spec.minimum)) to \(Numbers.typed(spec.maximum))"
  }

  private func note(_ panel: Panel) -> String {
    switch panel.content {
    case .table(let table): table.note?.text ?? ""
    case .bars(let bars): bars.note?.text ?? ""
    case .drawn: ""
    }
  }
}
