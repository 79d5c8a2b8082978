import Frames

extension Sheet {
  /// What is typed into the filter with how many rows it keeps, in place of the line below the
  /// panels.
  mutating func drawFilter(_ state: State, in rect: Rect) {
    guard let panel = state.focusedPanel, let count = state.filterCount else { return }
    let wanted = state.place.arrangements[panel.id] ?? Arrangement()
    let line = Rect(column: rect.column, row: rect.endRow, columns: rect.columns, rows: 1)
    frame.fill(line, theme.ground)
    let numbers = "\(count.kept) of \(count.all)"
    let room = line.columns - displayWidth(numbers) - 4
    let typed = (wanted.inverted ? "/! " : "/ ") + wanted.filter
    // The end of a long text is what is being typed.
    let shown = displayWidth(typed) > room ? String(typed.suffix(max(room, 0))) : typed
    let end = frame.write(shown, column: line.column + 1, row: line.row, theme.strong)
    frame.write(
      numbers, column: line.endColumn - displayWidth(numbers) - 1, row: line.row, theme.accent)
    frame.cursor = Position(column: min(end, line.endColumn - 1), row: line.row)
  }
}
