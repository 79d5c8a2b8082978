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
    var cells: [String: [Int: Observation]] = [:]
    for row in rows {
      guard
        let place = measures.firstIndex(where: {
          $0.name == row.measure && ($0.period == nil || $0.period == row.period)
        })
      else { continue }
      let known = cells[row.body]?[place]
      if known == nil || known.map({ $0.asOf < row.asOf }) == true {
        cells[row.body, default: [:]][place] = row
      }
    }
    let bodies = cells.keys.sorted { left, right in
      let (a, b) = (cells[left]?[0]?.value ?? -1, cells[right]?[0]?.value ?? -1)
      return a == b ? left < right : a > b
    }
    return Panel(
      id, title,
      table: Table(
        [Column("of whom", flexible: true, least: 8)]
          + measures.map { Column($0.heading, trailing: true, priority: $0.priority) },
        bodies.map { row(state, $0, cells[$0] ?? [:]) }, note: note, order: (1, true)))
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
