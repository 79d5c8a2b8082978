import Frames

extension State {
  /// The screen's parts: the header's lines, what the panels have, and the two lines at the foot.
  var parts: (header: Rect, body: Rect, foot: Rect, hasTabs: Bool) {
    let bounds = Rect(column: 0, row: 0, columns: columns, rows: rows)
    let hasTabs = columns >= 100 && rows >= 28
    let (header, rest) = bounds.split(top: hasTabs ? 2 : 1)
    let (body, foot) = rest.split(top: rest.rows - 2)
    return (header, body, foot, hasTabs)
  }

  /// Whether there is room for one panel at a time, as with large type: below 24 rows, or below 80
  /// columns where rows do not make up for them.
  var isLargeType: Bool { rows < 24 || columns < 80 && rows < 36 }

  /// What the panels have.
  var body: Rect { parts.body }
}
