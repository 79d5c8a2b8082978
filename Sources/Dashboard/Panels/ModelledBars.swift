import Figures
import Frames

/// Numbers of the central case in the last year as bars on one scale, each with its formula.
struct ModelledBars {
  struct Row {
    var label: String
    var short: String
    /// £bn a year.
    var value: Double
    var formula: String
    /// Which of the series' colours it has.
    var series: Int

    init(
      _ label: String, short: String? = nil, _ value: Double?, formula: String, series: Int = 0
    ) {
      self.label = label
      self.short = short ?? label
      self.value = value ?? 0
      self.formula = formula
      self.series = series
    }
  }

  var id, title: String
  var rows: [Row]
  /// Of whom the numbers are; empty for the nation.
  var owner = ""
  /// What stands below the bars where there is room.
  var note = ""

  func panel(_ state: State) -> Panel {
    let suffix = owner.isEmpty ? "" : ", \(owner)"
    return Panel(
      id, title,
      items: rows.map { row in
        Item(
          state.modelled(
            "\(id).\(row.label)", "\(row.label), \(state.lastYear)\(suffix)",
            "\(Numbers.billions(row.value)) a year, central case", formula: row.formula))
      }
    ) { sheet, rect in
      sheet.bars(
        rows.map {
          BarRow(
            $0.label, short: $0.short, value: $0.value, text: Numbers.billions($0.value),
            mark: .modelled, style: sheet.theme.series($0.series))
        }, in: rect)
      sheet.note(note, below: rows.count, in: rect)
    }
  }
}

extension Sheet {
  /// A paragraph under so many rows of a panel, with a row between where there is one to spare.
  /// Returns where it stands; nil where there was no room.
  @discardableResult
  mutating func note(_ text: String, below rows: Int, in rect: Rect) -> Rect? {
    let room = rect.rows - rows
    guard room > 1, !text.isEmpty else { return nil }
    let gap = room > 2 ? 1 : 0
    let slot = Rect(
      column: rect.column + 2, row: rect.row + rows + gap, columns: rect.columns - 2,
      rows: room - gap)
    let used = note(text, in: slot)
    return Rect(column: rect.column, row: slot.row, columns: rect.columns, rows: used)
  }
}
