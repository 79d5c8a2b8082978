import Frames

extension Sheet {
  /// What is typed, and below it what it finds, the best first, each with its key or what it is.
  mutating func drawPalette(_ text: String, _ chosen: Int, _ state: State, in rect: Rect) {
    let entries = state.found(text)
    let box = drawBox(
      "Find", columns: min(90, rect.columns - 4), rows: min(20, rect.rows), in: rect)
    let (line, list) = box.split(top: 1)
    let count = "\(entries.count) of \(state.catalogue?.entries.count ?? 0)"
    let room = line.columns - displayWidth(count) - 4
    let typed = displayWidth(text) > room ? String(text.suffix(max(room, 0))) : text
    let end = frame.write("> " + typed, column: line.column + 1, row: line.row, theme.strong)
    frame.write(
      count, column: line.endColumn - displayWidth(count) - 1, row: line.row, theme.muted)
    if entries.isEmpty {
      note(Catalogue.nothing, in: list.inset(columns: 2, rows: 1))
    }
    let start = min(max(chosen - list.rows + 1, 0), max(entries.count - list.rows, 0))
    for offset in 0..<min(list.rows, entries.count - start) {
      let (entry, y) = (entries[start + offset], list.row + offset)
      let row = Rect(column: list.column, row: y, columns: list.columns, rows: 1)
      let side = entry.key.isEmpty ? entry.kind.name : entry.key
      let width = displayWidth(side)
      frame.write(
        truncated(entry.title, to: row.columns - width - 5), column: row.column + 2, row: y,
        theme.text)
      frame.write(
        side, column: row.endColumn - width - 1, row: y,
        entry.key.isEmpty ? theme.muted : theme.accent)
      layer(row: start + offset, at: row)
      if start + offset == chosen { select(row) }
    }
    // On the chosen row, where readers of the screen follow it; where nothing is found, at the end of
    // what is typed.
    guard entries.isEmpty else { return }
    frame.cursor = Position(column: min(end, line.endColumn - 1), row: line.row)
  }
}
