import Figures
import Frames

/// What happened next, each milestone at its place on a common axis of years.
enum Timeline {
  static func panel(_ state: State) -> Panel {
    var panel = Panel(
      "timeline", "What happened next", count: state.evidence.milestones.count,
      table: table(state))
    panel.charts = {
      let rows = state.evidence.milestones.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
      return [DrawnCharts.timeline("What happened next", rows, now: state.evidence.date)]
    }
    panel.legend = "● done ◆ reported ○ due × late or dropped"
    return panel
  }

  private static func table(_ state: State) -> Table {
    let rows = state.evidence.milestones.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    let years = rows.compactMap { Int($0.date.prefix(4)) }
    let axis = Axis(first: years.min() ?? 0, last: years.max() ?? 0)
    return Table(
      [
        Column("date"), Column("what", flexible: true, least: 24),
        Column("number", trailing: true, priority: 2), Column("status", priority: 1),
        Column(axis.heading, priority: 3),
      ],
      rows.map { row in
        let figure = state.evidence.figure(row)
        return Table.Row(
          [
            Text(row.date), Text(row.title),
            figure.value.map {
              Text(number($0), signs: state.signs(figure), number: 0, value: $0.number)
            } ?? Text(""),
            Text(row.status.rawValue, tone(row.status)),
            Text(picture: axis.track(row), tone(row.status)),
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
