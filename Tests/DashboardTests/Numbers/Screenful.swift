import Dashboard
import Figures
import Frames

/// A state's frame with what stands where, and the rule that every number in it has a card.
struct Screenful {
  let state: State
  let drawing: Drawing
  private let figures: [String: [Int: [Figure]]]

  init(_ state: State) {
    self.state = state
    drawing = draw(state)
    var figures: [String: [Int: [Figure]]] = [:]
    for entry in state.sight.entries {
      figures[entry.panel, default: [:]][entry.item] = entry.figures
    }
    self.figures = figures
  }

  /// The printed numbers that have no card: what the test of every number reports.
  ///
  /// No number of the data, by rule and not by list: ticks of axes; `7-12 of 26` on the lower edge
  /// of a box and `6 rows` of a folded one, which say what is in sight; years and dates outside
  /// the rows, which head columns and panels; names with digits in them; `8 in 10 runs`, which says
  /// what a range is.
  var orphans: [String] {
    drawing.areas.filter { $0.item == nil && $0.press == nil }.flatMap { panel in
      (panel.rect.row..<panel.rect.endRow).flatMap { row in
        orphans(panel, row: row)
      }
    }
  }

  private func orphans(_ panel: Area, row: Int) -> [String] {
    let rect = panel.rect
    let hasBox = panel.panel != "answer"
    let isFolded = rect.rows == 1 && hasBox
    let columns =
      isFolded || !hasBox ? rect.column..<rect.endColumn : rect.column + 1..<rect.endColumn - 1
    let line = columns.map { drawing.frame[$0, row].text }.joined()
    let cells = columns.map { drawing.frame[$0, row].text.first ?? " " }
    let phrase = Array("8 in 10 runs")
    let phrases = cells.indices.filter { cells[$0...].starts(with: phrase) }
      .map { columns.lowerBound + $0..<columns.lowerBound + $0 + phrase.count }
    return PrintedNumber.all(in: drawing.frame, row: row, columns: columns).filter { number in
      if phrases.contains(where: { $0.contains(number.column) }) { return false }
      if drawing.axes.contains(where: { $0.contains(column: number.column, row: row) }) {
        return false
      }
      if isFolded, line.contains("  \(number.word) rows ") { return false }
      if hasBox, !isFolded, row == rect.endRow - 1 {
        return line.firstMatch(of: #/ \d+-\d+ of \d+ /#) == nil
      }
      return !hasCard(number, in: panel)
    }.map { "\(panel.panel): \($0) in \"\(line)\"" }
  }

  private func hasCard(_ number: PrintedNumber, in panel: Area) -> Bool {
    let areas = drawing.areas.filter {
      $0.panel == panel.panel && $0.item != nil
        && $0.rect.contains(column: number.column, row: number.row)
    }
    guard !areas.isEmpty else { return number.kind == .period }
    let cells = areas.filter { $0.number != nil }
    return (cells.isEmpty ? areas : cells).contains { area in
      let all = figures[panel.panel]?[area.item ?? 0] ?? []
      let own = area.number.map { all.indices.contains($0) ? [all[$0]] : [] } ?? all
      return own.contains { card(of: $0, has: number) }
    }
  }

  /// Whether a figure's card prints a number: in its label, value, formula, note or
  /// dates, or in the names of where it is from.
  private func card(of figure: Figure, has number: PrintedNumber) -> Bool {
    let texts = [
      figure.label, figure.text, figure.formula, figure.note, figure.asOf,
      figure.source?.date ?? "", figure.source?.publisher ?? "", figure.source?.title ?? "",
    ]
    if number.kind == .period, texts.contains(where: { $0.contains(number.text) }) { return true }
    let wanted = number.bare
    return texts.contains { BareNumber.all(in: $0).contains { $0.says(wanted) } }
  }
}
