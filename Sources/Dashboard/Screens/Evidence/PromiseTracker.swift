import Analytics
import Figures
import Frames

/// Who promised what by when, and what became of it: what is late first, then what is due, what was
/// missed or dropped, what nobody knows, and what was met.
enum PromiseTracker {
  static let id = "timeline"
  static let title = "What happened next: who promised what, by when"

  static func panel(_ state: State) -> Panel {
    var panel = Panel(
      id, title, count: state.evidence.milestones.count, made: { made(state) })
    panel.charts = {
      let rows = state.evidence.milestones.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
      return [DrawnCharts.timeline(title, rows, now: state.evidence.date)]
    }
    return panel.telling(least: 8, more: 3)
  }

  /// What is open comes by its date; what is over, the newest first.
  private static func sorted(_ state: State) -> [Milestone] {
    let today = state.evidence.date
    return state.kept("promises by state") {
      state.evidence.milestones.map { ($0, PromiseState($0, on: today)) }
        .sorted { left, right in
          let (a, b) = (left.1.rawValue, right.1.rawValue)
          if a != b { return a < b }
          let isOpen = left.1 == .late || left.1 == .due
          return isOpen
            ? (left.0.date, left.0.id) < (right.0.date, right.0.id)
            : (left.0.date, left.0.id) > (right.0.date, right.0.id)
        }.map(\.0)
    }
  }

  /// The rows, and below them what shows the chosen one's state, whole.
  private static func made(_ state: State) -> Panel.Made {
    let rows = sorted(state)
    let table = table(state, rows)
    func shown(_ row: Milestone) -> String {
      "\(state.evidence.name(of: row.body)): \(row.title). Shown by: \(row.evidence.isEmpty ? Evidence.absent : row.evidence)"
        + (row.lastSeen.isEmpty ? "." : "; last seen \(row.lastSeen).")
    }
    return Panel.Made(items: table.rows.map(\.item), content: .table(table)) { sheet, rect in
      sheet.list(table, telling: { [shown(rows[$0])] }, rows: 3, in: rect)
    }
  }

  private static func table(_ state: State, _ rows: [Milestone]) -> Table {
    let today = state.evidence.date
    return state.kept(
      id,
      [
        Column("by"), Column("who", priority: 1, most: 14),
        Column("what", flexible: true, least: 20),
        Column("number", trailing: true, priority: 3), Column("status", most: 16),
        Column("last seen", priority: 2), Column("shown by", priority: 4, most: 40),
      ], rows
    ) { row in
      let figure = state.evidence.figure(row)
      return [
        Text(row.date), Text(state.shortName(row.body)), Text(row.title),
        figure.value.map {
          Text(number($0), signs: state.signs(figure), number: 0, value: $0.number)
        } ?? Text(""),
        Text(PromiseState.words(row, on: today), PromiseState(row, on: today).tone, number: 1),
        Text(row.lastSeen, .muted), Text(row.evidence, .muted),
      ]
    } item: { row in
      Item(figures: promised(row, state.evidence))
    }
  }

  /// The number that is promised, and where the promise stands.
  private static func promised(_ row: Milestone, _ evidence: Evidence) -> [Figure] {
    let figure = evidence.figure(row)
    return [figure, standing(row, figure, evidence.date)]
  }

  /// Where the promise stands, counted from its date to the date of the data.
  private static func standing(_ row: Milestone, _ figure: Figure, _ today: String) -> Figure {
    Figure(
      id: figure.id + ".standing", label: "How it stands: \(figure.label)",
      text: PromiseState.words(row, on: today), mark: .derived, confidence: .c, asOf: today,
      source: figure.source, locator: row.locator,
      formula: "From its date, \(row.date), to the date of the data, \(today), by its status: "
        + "\(row.status.rawValue).",
      note: row.remark, inputs: [figure.id])
  }

  /// The number in its unit where that is short.
  private static func number(_ value: FigureValue) -> String {
    value.text.count <= 16 ? value.text : value.bare
  }

  // MARK: - By who promised

  /// How the promises of each department stand: its own and its bodies'.
  static func byDepartment(_ state: State) -> Panel {
    Panel(
      "promisers", "Promises by department",
      table: state.kept(
        "promisers",
        [
          Column("who", flexible: true, least: 14), Column("late", trailing: true),
          Column("due", trailing: true), Column("missed, dropped", trailing: true, priority: 1),
          Column("not known", trailing: true, priority: 2), Column("met", trailing: true),
        ], groups(state)
      ) {
        cells($0, state)
      } item: {
        item($0, state)
      })
  }

  /// What a department and its bodies promised.
  private struct Group: Sendable {
    var code: String
    var rows: [Milestone]
  }

  /// Milestones by the organisation that their body belongs to, else by the body; the most that are
  /// late or due first.
  private static func groups(_ state: State) -> [Group] {
    let organisations = Set(state.inputs.organisations.map(\.code))
    func owner(_ code: String) -> String {
      var (found, steps) = (code, 0)
      while !organisations.contains(found), steps < 8,
        let parent = state.evidence.body(found)?.parent, !parent.isEmpty
      { (found, steps) = (parent, steps + 1) }
      return organisations.contains(found) ? found : code
    }
    let today = state.evidence.date
    func open(_ rows: [Milestone]) -> (Int, Int) {
      let states = rows.map { PromiseState($0, on: today) }
      return (states.count { $0 == .late }, states.count { $0 == .due })
    }
    return state.kept("promises by department") {
      Dictionary(grouping: state.evidence.milestones) { owner($0.body) }
        .map { (group: Group(code: $0.key, rows: $0.value), open: open($0.value)) }
        .sorted { $0.open == $1.open ? $0.group.code < $1.group.code : $0.open > $1.open }
        .map(\.group)
    }
  }

  /// The kinds that a group's promises are counted by.
  private static func kinds(
    _ group: Group, _ today: String
  ) -> [(id: String, words: String, count: Int)] {
    let states = group.rows.map { PromiseState($0, on: today) }
    return [
      ("late", "late", states.count { $0 == .late }),
      ("due", "due", states.count { $0 == .due }),
      ("missed", "missed or dropped", states.count { $0 == .missed || $0 == .dropped }),
      ("unknown", "not known to be kept", states.count { $0 == .unknown }),
      ("met", "met", states.count { $0 == .met || $0 == .metLate }),
    ]
  }

  private static func cells(_ group: Group, _ state: State) -> [Text] {
    [Text(state.shortName(group.code))]
      + kinds(group, state.evidence.date).enumerated().map { place, kind in
        kind.count == 0
          ? Text("-", .muted)
          : Text(
            "\(kind.count)", signs: Mark.derived.letter,
            kind.id == "late" || kind.id == "missed" ? .warning : .plain, number: place,
            value: Double(kind.count))
      }
  }

  private static func item(_ group: Group, _ state: State) -> Item {
    let isOrganisation = state.inputs.organisations.contains { $0.code == group.code }
    return Item(
      figures: figures(group, state.evidence),
      opens: isOrganisation ? Place(.department, path: [group.code], panel: "promises") : nil)
  }

  private static func figures(_ group: Group, _ evidence: Evidence) -> [Figure] {
    let (code, name) = (group.code, evidence.name(of: group.code))
    return kinds(group, evidence.date).map { kind in
      Figure(
        id: "timeline.\(kind.id).\(code)", label: "Promises \(kind.words), \(name)",
        text: "\(kind.count)", mark: .derived, confidence: .c, asOf: evidence.date,
        formula: "Rows of the timeline of it and its bodies that are \(kind.words) on "
          + "\(evidence.date): \(kind.count) of \(group.rows.count).",
        value: FigureValue(
          number: Double(kind.count), unit: "promises", body: code, period: evidence.date))
    }
  }
}

extension Sheet {
  /// A table with a few sentences on the chosen row below it, whose numbers stand on its card; those
  /// that have no room are left out.
  ///
  /// - Parameter most: how many rows the sentences may take.
  mutating func list(
    _ table: Table, telling words: (Int) -> [String], rows most: Int, in rect: Rect
  ) {
    let chosen = focused ? chosen : scroll(count: table.rows.count, visible: 1)
    func lines(_ texts: [String]) -> Int {
      texts.isEmpty ? 0 : wrapped(texts.joined(separator: " "), width: rect.columns - 3).count
    }
    var told: [String] = []
    if table.rows.indices.contains(chosen), rect.rows >= 8 {
      for text in words(chosen) where lines(told + [text]) <= most { told.append(text) }
    }
    let (place, below) = rect.split(top: rect.rows - lines(told))
    list(
      table.columns, table.rows.map(\.cells), table.lines(columns: place.columns), in: place,
      header: table.header != .never, edge: rect.endRow)
    guard !told.isEmpty else { return }
    sentences(
      told,
      in: Rect(
        column: below.column + 2, row: below.row, columns: below.columns - 3, rows: below.rows))
    item(chosen, at: below, showing: Rect(column: 0, row: 0, columns: 0, rows: 0))
  }
}
