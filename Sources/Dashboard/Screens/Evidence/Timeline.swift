import Figures
import Frames

/// What happened next, each milestone at its place on a common axis of years.
enum Timeline {
  static func panel(_ state: State) -> Panel {
    var panel = Panel(
      "timeline", "What happened next", count: state.evidence.milestones.count,
      made: { made(state) })
    panel.charts = {
      let rows = state.evidence.milestones.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
      return [DrawnCharts.timeline("What happened next", rows, now: state.evidence.date)]
    }
    panel.needs = { columns in
      let table = table(state, state.evidence.milestones)
      let rows = ListLines(table.columns, table.rows.map(\.cells), width: columns - 2).height
      return PanelNeed(least: 8, rows: rows + 3)
    }
    panel.legend = "● done ◆ reported ○ due × late or dropped"
    return panel
  }

  /// The rows, and below them what shows the chosen one's status, whole.
  private static func made(_ state: State) -> Panel.Made {
    let rows = state.evidence.milestones.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    let table = table(state, rows)
    let shown = rows.map { row in
      "\(state.evidence.name(of: row.body)): \(row.title). Shown by: \(row.evidence.isEmpty ? Evidence.absent : row.evidence)"
        + (row.lastSeen.isEmpty ? "." : "; last seen \(row.lastSeen).")
    }
    return Panel.Made(items: table.rows.map(\.item), content: .table(table)) { sheet, rect in
      let foot = rect.rows >= 8 ? 2 : 0
      let (list, below) = rect.split(top: rect.rows - foot)
      sheet.list(
        table.columns, table.rows.map(\.cells), in: list, edge: rect.endRow)
      let chosen = sheet.focused ? sheet.chosen : sheet.scroll(count: rows.count, visible: 1)
      guard foot > 0, shown.indices.contains(chosen) else { return }
      sheet.sentences(
        [shown[chosen]],
        in: Rect(
          column: below.column + 2, row: below.row, columns: below.columns - 3, rows: below.rows))
      // What is said there stands on the chosen row's card.
      sheet.item(chosen, at: below, showing: Rect(column: 0, row: 0, columns: 0, rows: 0))
    }
  }

  private static func table(_ state: State, _ rows: [Milestone]) -> Table {
    let years = rows.compactMap { Int($0.date.prefix(4)) }
    let axis = Axis(first: years.min() ?? 0, last: years.max() ?? 0)
    let longest = rows.map { displayWidth($0.title) }.max() ?? 0
    return Table(
      [
        Column("due or done"), Column("body", priority: 3, most: 16),
        Column("what", flexible: true, least: min(longest, 60)),
        Column("number", trailing: true, priority: 4), Column("status", priority: 1),
        Column("last seen", priority: 2), Column("shown by", priority: 6),
        Column(axis.heading, priority: 5),
      ],
      rows.map { row in
        let figure = state.evidence.figure(row)
        return Table.Row(
          [
            Text(row.date), Text(state.shortName(row.body)), Text(row.title),
            figure.value.map {
              Text(number($0), signs: state.signs(figure), number: 0, value: $0.number)
            } ?? Text(""),
            Text(row.status.rawValue, tone(row.status)), Text(row.lastSeen, .muted),
            Text(row.evidence, .muted), Text(picture: axis.track(row), tone(row.status)),
          ], Item(figure))
      }, order: (0, false))
  }

  /// The number in its unit where that is short.
  private static func number(_ value: FigureValue) -> String {
    value.text.count <= 16 ? value.text : value.bare
  }

  private static func tone(_ status: MilestoneStatus) -> Tone {
    switch status {
    case .done, .reported: .plain
    case .due: .muted
    case .late, .missed, .dropped: .warning
    }
  }

  /// Years side by side, so many columns each.
  private struct Axis {
    static let columns = 6
    var first, last: Int

    /// The years above their columns.
    var heading: String {
      (first...max(last, first)).map { year in
        let text = "\(year)"
        return text + String(repeating: " ", count: max(Self.columns - text.count, 0))
      }.joined()
    }

    /// A dotted line with the milestone's sign at its date; a year without a month stands in its
    /// middle.
    func track(_ row: Milestone) -> String {
      var cells = (first...max(last, first)).flatMap { _ in
        ["│"] + [String](repeating: "·", count: Self.columns - 1)
      }
      let parts = row.date.split(separator: "-").compactMap { Int($0) }
      guard let year = parts.first else { return cells.joined() }
      let month = parts.count > 1 ? parts[1] - 1 : 6
      let place = (year - first) * Self.columns + month * Self.columns / 12
      if cells.indices.contains(place) { cells[place] = sign(row.status) }
      return cells.joined()
    }

    private func sign(_ status: MilestoneStatus) -> String {
      switch status {
      case .done: "●"
      case .reported: "◆"
      case .due: "○"
      case .late, .missed, .dropped: "×"
      }
    }
  }
}
