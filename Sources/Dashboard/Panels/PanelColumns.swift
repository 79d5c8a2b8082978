import Frames

/// How many rows inside its box a panel has use for.
struct PanelNeed {
  /// With fewer it says too little, and is better a line.
  var least: Int
  /// All that it has to show.
  var rows: Int
  /// Whether more make it better: a chart.
  var grows = false
  /// The heights at which no row of a list is cut in two, rising; empty where it has no such rows.
  var stops: [Int] = []
}

extension Panel {
  /// What it needs at a width inside its box: what it shows decides, else its own word for it.
  func need(columns: Int) -> PanelNeed {
    if let needs { return needs(columns) }
    func note(_ note: Note?) -> Int {
      guard let note, !note.text.isEmpty else { return 0 }
      return wrapped(note.text, width: columns - 2).count + 1
    }
    let foot = missing == nil ? 0 : 1
    switch content {
    case .table(let table):
      let stops = table.stops(columns: columns)
      let rows = stops.last ?? table.head(over: 1) + 1
      let head = table.header == .never ? 0 : 1
      // A row and two lines of the note, where it has the focus.
      let open = table.note == nil ? 0 : head + 3
      let least = max(min(rows, head + 3), stops.first ?? 0, open)
      let all = rows + note(table.note)
      return PanelNeed(
        least: least + foot, rows: all + foot,
        stops: (stops + [all]).filter { $0 >= open }.map { $0 + foot })
    case .bars(let bars):
      let rows = max(bars.rows.count, 1)
      return PanelNeed(least: min(rows, 3) + foot, rows: rows + note(bars.note) + foot)
    case .drawn where flow == .across:
      return PanelNeed(least: 8 + foot, rows: 12 + foot, grows: true)
    case .drawn:
      return PanelNeed(least: min(max(itemCount, 1), 4) + foot, rows: max(itemCount, 1) + foot)
    }
  }
}

extension Table {
  /// How many lines its rows take at a width inside its box.
  fileprivate func height(columns width: Int) -> Int {
    lines(columns: width).height
  }

  /// How many lines its first row, its first two and so on take at a width inside its box, with the
  /// headings.
  fileprivate func stops(columns width: Int) -> [Int] {
    let lines = lines(columns: width)
    var below = 0
    return rows.indices.map { row in
      below += lines.height(row)
      return head(over: below) + below
    }
  }

  /// The line of headings over so many lines of rows: 1 or 0.
  fileprivate func head(over lines: Int) -> Int { hasHeader(rows: lines) ? 1 : 0 }
}

extension Panel {
  /// The panel with the needs of a list that has sentences on the chosen row below it.
  ///
  /// - Parameter more: the rows beside those of the list.
  func telling(least: Int, more: Int) -> Panel {
    var panel = self
    panel.needs = { columns in
      guard case .table(let table) = content else { return PanelNeed(least: least, rows: least) }
      return PanelNeed(least: least, rows: table.height(columns: columns) + more)
    }
    return panel
  }
}

/// Panels one below the other in columns, each as tall as what it holds: room that nobody needs goes
/// to charts, and a panel becomes a line only where the column has no room for the least of it.
struct PanelColumns {
  /// Ids of the panels of each column, from the top; the first are the last to become a line.
  var ids: [[String]]
  /// How wide the columns are to one another.
  var weights: [Int]
  /// Panels that have all that they need before those below them open.
  var whole: Set<String>

  init(_ ids: [[String]], weights: [Int]? = nil, whole: Set<String> = []) {
    self.ids = ids
    self.weights = weights ?? ids.map { _ in 1 }
    self.whole = whole
  }

  /// Rectangles by id.
  func layout(_ panels: [Panel], _ state: State, in rect: Rect) -> [String: Rect] {
    let named = Dictionary(panels.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let columns = ids.map { $0.compactMap { named[$0] } }
    var places: [String: Rect] = [:]
    for (panels, place) in zip(columns, rect.columns(weights)) {
      let needs = panels.map { $0.need(columns: place.columns - 2) }
      let front = panels.firstIndex { $0.id == state.place.panel }
      let shown = Self.about(front ?? 0, needs, rows: place.rows)
      // One row says that there are more.
      let room = shown.count < needs.count ? place.split(top: place.rows - 1).0 : place
      let own = stack(
        Array(panels[shown]), Array(needs[shown]), front: front.map { $0 - shown.lowerBound },
        in: room)
      places.merge(own) { first, _ in first }
    }
    return places
  }

  /// Where there are more panels than rows, those about the one in front: it has room for the least
  /// that it needs, each of the others a line.
  private static func about(_ front: Int, _ needs: [PanelNeed], rows: Int) -> Range<Int> {
    guard needs.indices.contains(front) else { return 0..<0 }
    let most = max(rows - needs[front].least - 1, 1)
    guard needs.count > most else { return needs.indices }
    // One row less: it says that there are more.
    let shown = max(most - 1, 1)
    let first = min(max(min(front + 2, needs.count) - shown, 0), front)
    return first..<min(first + shown, needs.count)
  }

  /// One column. Where it is the only one, the panel in front has all that it needs before any other.
  private func stack(
    _ panels: [Panel], _ needs: [PanelNeed], front: Int?, in rect: Rect
  ) -> [String: Rect] {
    // The panel in front is always open; then as many as have room for the least of them.
    let order = [front].compactMap { $0 } + panels.indices.filter { $0 != front }
    var heights = panels.map { _ in 1 }
    var left = rect.rows - panels.count
    for place in order where left >= needs[place].least + 1 || place == order.first {
      let isWhole = ids.count == 1 ? place == order.first : whole.contains(panels[place].id)
      let wanted = isWhole ? needs[place].rows : needs[place].least
      let rows = min(wanted + 1, max(left, 0))
      heights[place] += rows
      left -= rows
    }
    // In their order, the panel in front after the first: each is whole if that leaves it no more
    // than two thirds; then all that has rows to show.
    let first = panels.indices.first.map { [$0] } ?? []
    let filled = first + [front].compactMap { $0 } + panels.indices
    for most in [rect.rows * 2 / 3, rect.rows] {
      for place in filled where heights[place] > 1 {
        let more = min(needs[place].rows + 2, most) - heights[place]
        heights[place] += max(min(more, left), 0)
        left -= max(min(more, left), 0)
      }
    }
    settle(&heights, &left, needs, filled)
    // Charts have what nobody needs, a row in turn.
    let charts = panels.indices.filter { needs[$0].grows && heights[$0] > 1 }
    if !charts.isEmpty {
      for turn in 0..<left { heights[charts[turn % charts.count]] += 1 }
      left = 0
    }
    // A row or two left over are the last panel's, so that columns end together.
    if left <= 2, let last = panels.indices.last, heights[last] > 1 { heights[last] += left }
    var places: [String: Rect] = [:]
    var row = rect.row
    for (panel, rows) in zip(panels, heights) where row + rows <= rect.endRow {
      places[panel.id] = Rect(column: rect.column, row: row, columns: rect.columns, rows: rows)
      row += rows
    }
    return places
  }

  /// A list that would end in a row cut in two, or a blank in its place, gives those lines to one
  /// whose next row they complete.
  private func settle(
    _ heights: inout [Int], _ left: inout Int, _ needs: [PanelNeed], _ order: [Int]
  ) {
    let border = 2
    for place in needs.indices where heights[place] > 1 {
      let rows = heights[place] - border
      guard let whole = needs[place].stops.last(where: { $0 <= rows }) else { continue }
      left += rows - whole
      heights[place] = whole + border
    }
    func more(_ place: Int) -> Int? {
      guard heights[place] > 1 else { return nil }
      return needs[place].stops.first { $0 + border > heights[place] }
        .map { $0 + border - heights[place] }
    }
    while let place = order.first(where: { place in more(place).map { $0 <= left } ?? false }),
      let lines = more(place)
    {
      heights[place] += lines
      left -= lines
    }
  }
}
