import Frames

/// Panels one below the other over the whole width, of which one is open and the others are a line
/// each: what narrow screens do in place of columns that would cut their labels. Tall ones have
/// room for all of them.
enum Accordion {
  /// How high a panel is at least where all are open.
  private static let leastRows = 10
  /// How high the open panel is at least beside the lines of the others: three rows in its frame.
  private static let leastOpen = 5

  /// Rectangles by id; the open panel is the focused one, else the first. Where there is no room
  /// for the lines of the others it has all of it, and they come in its place when Tab reaches them.
  ///
  /// - Parameter unfolds: whether all are open where each has rows enough.
  static func layout(
    _ ids: [String], _ state: State, in rect: Rect, unfolds: Bool = true
  ) -> [String: Rect] {
    if unfolds, rect.rows >= ids.count * leastRows {
      let places = rect.rows(ids.map { _ in 1 })
      return Dictionary(zip(ids, places), uniquingKeysWith: { first, _ in first })
    }
    guard let open = ids.contains(state.place.panel) ? state.place.panel : ids.first else {
      return [:]
    }
    guard rect.rows >= leastOpen + ids.count - 1 else { return [open: rect] }
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
