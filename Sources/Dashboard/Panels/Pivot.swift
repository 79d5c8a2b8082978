import Analytics
import Figures

/// Bodies down, measures across: each cell is the newest observation of its measure, and a number
/// of its own.
struct Pivot {
  struct Measure {
    var name: String
    /// The heading; a unit or a period that all cells share belongs in it.
    var heading: String
    /// The period that is wanted; nil takes the newest.
    var period: String?
    /// Columns with the highest number are the first to go when there is not enough room.
    var priority = 0
  }

  var table: ObservationTable
  var measures: [Measure]

  /// A panel of the bodies that have any of the measures, by the first one from the greatest down.
  func panel(_ state: State, id: String, title: String, note: Note? = nil) -> Panel {
    let rows = state.evidence.rows(table)
    // Places of rows, not rows: a copy is a dozen texts.
    var cells: [String: [Int: Int]] = [:]
    for place in rows.indices {
      guard
        let measure = measures.firstIndex(where: {
          $0.name == rows[place].measure && ($0.period == nil || $0.period == rows[place].period)
        })
      else { continue }
      let known = cells[rows[place].body]?[measure]
      if known.map({ rows[$0].asOf < rows[place].asOf }) ?? true {
        cells[rows[place].body, default: [:]][measure] = place
      }
    }
    let found = cells
    guard !found.isEmpty else {
      return .waiting(
        id, title, state.evidence.absence(of: measures.prefix(1).map(\.name), in: table))
    }
    return Panel(
      id, title, count: note == nil ? found.count : nil,
      table: Table(
        [Column("of whom", flexible: true, least: 8)]
          + measures.map { Column($0.heading, trailing: true, priority: $0.priority) },
        ordered(found, rows).map { row(state, $0, (found[$0] ?? [:]).mapValues { rows[$0] }) },
        note: note, order: (1, true)))
  }

  private func ordered(_ cells: [String: [Int: Int]], _ rows: [Observation]) -> [String] {
    cells.keys.sorted { left, right in
      let (a, b) = (cells[left]?[0], cells[right]?[0])
      let first = a.flatMap { rows[$0].value } ?? -1
      let second = b.flatMap { rows[$0].value } ?? -1
      return first == second ? left < right : first > second
    }
  }

  private func row(_ state: State, _ body: String, _ found: [Int: Observation]) -> Table.Row {
    let present = measures.indices.compactMap { found[$0] }
    var next = 0
    let texts = measures.indices.map { place -> Text in
      guard let row = found[place] else { return Text("-") }
      defer { next += 1 }
      return Text(
        row.number, signs: state.signs(row), place == 0 ? .strong : .plain, number: next,
        value: row.value)
    }
    let (evidence, table) = (state.evidence, table)
    return Table.Row(
      [Text(evidence.name(of: body), short: body)] + texts,
      Item(
        figures: present.map { evidence.figure($0, in: table) },
        opens: state.inputs.organisations.contains { $0.code == body }
          ? Place(.department, path: [body]) : nil))
  }
}
