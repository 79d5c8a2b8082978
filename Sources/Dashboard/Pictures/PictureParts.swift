import Charts
import Figures
import Frames

/// The panels of a picture by their content, for a page: charts as values, rows as tables.
struct PictureParts {
  private let state: State
  private let theme: Theme
  /// The most rows of a table: a page is no list of 900 rows.
  private let rows: Int

  init(_ state: State, isSingle: Bool) {
    self.state = state
    theme = Theme.named(state.settings.theme)
    rows = isSingle ? 40 : 12
  }

  /// - Parameter panels: those that are in the picture. Sliders are nothing to look at unless they
  ///   are asked for alone.
  func parts(_ panels: [Panel]) -> [Picture.Part] {
    panels.compactMap { panel in
      let isControl = panel.itemCount > 0 && panel.items.allSatisfy(\.isSlider)
      return isControl && panels.count > 1 ? nil : part(panel)
    }
  }

  private func part(_ panel: Panel) -> Picture.Part? {
    var sheet = Sheet(
      frame: Frame(columns: 160, rows: 60, style: theme.ground, title: ""), theme: theme,
      settings: state.settings)
    sheet.draw(panel, in: sheet.frame.bounds, focused: false, chosen: 0)
    let title = onPaper(panel.title)
    let missing = panel.missing.map { $0.named + "." } ?? ""
    var part = Picture.Part(title: title)
    part.note = sheet.notes.map(\.text).joined(separator: " ")
    if let charts = panel.charts {
      part.charts = charts()
      part.note += part.charts.map(\.missing).filter { $0 != missing }.joined(separator: " ")
    } else if !sheet.charts.isEmpty {
      part.charts = sheet.charts.map { $0.chart.chart(title, missing, theme) }
    } else {
      switch panel.content {
      case .bars(let bars) where !bars.rows.isEmpty:
        part.charts = [bars.chart(title, state, theme)]
      case .table(let table) where !table.rows.isEmpty: part.grid = grid(table)
      default: part.grid = grid(panel.items.flatMap(\.figures))
      }
    }
    return part.charts.isEmpty && part.grid == nil && part.note.isEmpty ? nil : part
  }

  /// A table of a panel: signs behind numbers become words in a column of their own, where rows
  /// differ in them.
  private func grid(_ table: Table) -> Picture.Grid? {
    guard !table.rows.isEmpty else { return nil }
    let shown = Array(table.rows.prefix(rows))
    let figures = shown.map { $0.item.figure }
    let words = figures.map { $0.map(state.standing) ?? "" }
    let differ = Set(words.filter { !$0.isEmpty }).count > 1
    var kept = table.columns.indices.filter { column in
      shown.contains { $0.cells.indices.contains(column) && !isBlank($0.cells[column]) }
    }
    // A page has room for eight columns; as on the screen, those of least weight go first.
    while kept.count > 8, let last = kept.max(by: { priority(table, $0) < priority(table, $1) }) {
      kept.removeAll { $0 == last }
    }
    return Picture.Grid(
      columns: kept.map { column in
        Picture.Grid.Column(
          onPaper(table.columns[column].title).capitalised,
          isNumber: table.columns[column].trailing)
      } + (differ ? [Picture.Grid.Column("Status")] : []),
      rows: zip(shown, words).map { row, words in
        kept.map { column in
          row.cells.indices.contains(column) ? cell(row.cells[column]) : Picture.Grid.Cell("")
        } + (differ ? [Picture.Grid.Cell(words)] : [])
      }, more: table.rows.count - shown.count)
  }

  private func priority(_ table: Table, _ column: Int) -> Int { table.columns[column].priority }

  private func isBlank(_ text: Text) -> Bool {
    text.spark.isEmpty && text.parts.isEmpty && (text.text.isEmpty || text.isPicture)
  }

  private func cell(_ text: Text) -> Picture.Grid.Cell {
    var words = text.text
    if text.signs > 0 { words = String(words.dropLast(text.signs + 1)) }
    return Picture.Grid.Cell(
      text.isPicture ? "" : words, isStrong: text.tone == .strong, spark: text.spark,
      parts: text.parts, scale: text.scale)
  }

  /// Figures as rows: what a panel holds that is no table.
  private func grid(_ figures: [Figure]) -> Picture.Grid? {
    guard !figures.isEmpty else { return nil }
    let shown = figures.prefix(rows)
    let words = shown.map(state.standing)
    let differ = Set(words).count > 1
    return Picture.Grid(
      columns: [.init("Figure"), .init("Value")] + (differ ? [.init("Status")] : []),
      rows: zip(shown, words).map { figure, words in
        [.init(figure.label), .init(figure.text, isStrong: figure.text.count < 24)]
          + (differ ? [.init(words)] : [])
      }, more: figures.count - shown.count)
  }
}

/// A title or a heading without what is for the screen alone: keys in brackets, and the letter of a
/// mark, which a page says in words.
func onPaper(_ title: String) -> String {
  var title = title
  if let open = title.firstIndex(of: "("), let close = title[open...].firstIndex(of: ")") {
    let inside = title[open...close]
    if ["Enter", "chooses", "!", "?"].contains(where: { inside.contains($0) }) {
      title.removeSubrange(open...close)
    }
  }
  for letter in Mark.allCases.map(\.letter) {
    for end in [": " + letter, " " + letter] where title.hasSuffix(end) {
      title.removeLast(end.count)
    }
  }
  while title.last == " " { title.removeLast() }
  return title.split(separator: " ").joined(separator: " ")
}
