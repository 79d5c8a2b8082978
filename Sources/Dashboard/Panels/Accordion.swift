import Frames

/// Panels one below the other over the whole width, of which one is open and the others are a line
/// each: what narrow screens do in place of columns that would cut their labels.
enum Accordion {
  /// Rectangles by id; the open panel is the focused one, else the first.
  static func layout(_ ids: [String], _ state: State, in rect: Rect) -> [String: Rect] {
    let open = ids.contains(state.place.panel) ? state.place.panel : ids.first
    var places: [String: Rect] = [:]
    var row = rect.row
    for id in ids {
      let rows = id == open ? rect.rows - (ids.count - 1) : 1
      places[id] = Rect(column: rect.column, row: row, columns: rect.columns, rows: rows)
      row += rows
    }
    return places
  }
}
