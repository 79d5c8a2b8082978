import Figures
import Frames

/// How much a piece of text stands out; the theme has a style for each.
enum Tone: Sendable { case plain, strong, muted, accent, warning }

/// A cell's text.
struct Text {
  var text: String
  /// What stands in its place where there is no room for it.
  var short: String?
  var tone: Tone
  /// Which of its row's numbers it shows; nil where it shows none.
  var number: Int?
  /// What the row is sorted by, in the column's unit; nil sorts by the text.
  var value: Double?
  var style: Style?

  init(_ text: String, _ style: Style?, short: String? = nil) {
    self.init(text, short: short)
    self.style = style
  }

  init(
    _ text: String, _ tone: Tone = .plain, short: String? = nil, number: Int? = nil,
    value: Double? = nil
  ) {
    self.text = text
    self.short = short
    self.tone = tone
    self.number = number
    self.value = value
  }

  /// The longer text if it fits.
  func fitted(to width: Int) -> String {
    displayWidth(text) <= width ? text : truncated(short ?? text, to: width)
  }
}

/// A column of a list. Its width is that of its widest cell; the flexible one takes the rest.
struct Column {
  var title: String
  var trailing = false
  var flexible = false
  /// Columns with the highest number are the first to go when there is not enough room.
  var priority = 0
  /// The least width of a flexible column.
  var least = 12
  /// The greatest width of any other.
  var most = Int.max

  init(
    _ title: String, trailing: Bool = false, flexible: Bool = false, priority: Int = 0,
    least: Int = 12, most: Int = .max
  ) {
    self.title = title
    self.trailing = trailing
    self.flexible = flexible
    self.priority = priority
    self.least = least
    self.most = most
  }
}

/// A row of a chart of bars.
struct BarRow {
  var label: String
  /// What stands in place of the label where there is no room for it.
  var short: String
  var value: Double
  /// The interval around the value, drawn instead of a bar where there is one.
  var low: Double?
  var high: Double?
  var text: String
  var mark: Mark?
  var style: Style
  /// How far in the label stands, for parts of the row above.
  var indent = 0

  init(
    _ label: String, short: String? = nil, value: Double, low: Double? = nil, high: Double? = nil,
    text: String,
    mark: Mark?, style: Style, indent: Int = 0
  ) {
    self.label = label
    self.short = short ?? label
    self.value = value
    self.low = low
    self.high = high
    self.text = text
    self.mark = mark
    self.style = style
    self.indent = indent
  }
}

extension Sheet {
  /// A list with a heading line; row i is item `firstItem` + i and scrolls with the chosen one.
  mutating func list(
    _ columns: [Column], _ rows: [[Text]], in rect: Rect, header: Bool = true, firstItem: Int = 0
  ) {
    guard !rect.isEmpty else { return }
    let (widths, kept) = fit(columns, rows, into: rect.columns - 2)
    var (top, body) = rect.split(top: header ? 1 : 0)
    if body.rows == 0 { (top, body) = rect.split(top: 0) }
    func line(_ cells: [Text], _ row: Int, _ base: Style, item: Int? = nil) {
      var column = rect.column + 2
      for index in kept {
        let width = widths[index]
        let cell = index < cells.count ? cells[index] : Text("")
        let slot = Rect(column: column, row: row, columns: width, rows: 1)
        frame.write(
          cell.fitted(to: width), in: slot,
          alignment: columns[index].trailing ? .trailing : .leading,
          cell.style ?? (cell.tone == .plain ? base : theme.style(cell.tone)))
        if let item, let place = cell.number { number(place, of: item, at: slot) }
        column += width + 2
      }
    }
    if top.rows > 0 {
      line(columns.map { Text($0.title) }, top.row, theme.muted)
    }
    let start = scroll(count: rows.count, visible: body.rows)
    for offset in 0..<min(body.rows, rows.count) {
      let row = body.row + offset
      item(
        firstItem + start + offset,
        at: Rect(column: rect.column, row: row, columns: rect.columns, rows: 1))
      line(rows[start + offset], row, theme.text, item: firstItem + start + offset)
    }
    drawScrollNote(start: start, visible: body.rows, count: rows.count, in: rect)
  }

  /// Bars on a common scale with their labels and numbers; row i is item `firstItem` + i.
  mutating func bars(
    _ rows: [BarRow], in rect: Rect, scale: Double? = nil, firstItem: Int = 0, scrolls: Bool = true
  ) {
    guard !rect.isEmpty, !rows.isEmpty else { return }
    let largest = rows.map { max($0.value, $0.high ?? 0) }.max() ?? 0
    let scale = max(scale ?? largest, 1e-12)
    let texts = rows.map { $0.text + ($0.mark.map { " \($0.letter)" } ?? "") }
    let textWidth = texts.map { displayWidth($0) }.max() ?? 0
    // The numbers and a third of the row for the bar come first, then the labels.
    let room = max(rect.columns - 2 - textWidth - 2 - max(rect.columns / 4, 6), 4)
    let labels = rows.map { displayWidth($0.label) + $0.indent <= room ? $0.label : $0.short }
    let labelWidth = min(
      zip(labels, rows).map { displayWidth($0) + $1.indent }.max() ?? 0, room)
    let barWidth = rect.columns - 2 - labelWidth - 1 - textWidth - 1
    let start = scrolls ? scroll(count: rows.count, visible: rect.rows) : 0
    for offset in 0..<min(rect.rows, rows.count - start) {
      let (row, y) = (rows[start + offset], rect.row + offset)
      let x = rect.column + 2
      frame.write(
        truncated(labels[start + offset], to: labelWidth - row.indent), column: x + row.indent,
        row: y,
        theme.text)
      let slot = Rect(column: x + labelWidth + 1, row: y, columns: max(barWidth, 0), rows: 1)
      if let low = row.low, let high = row.high {
        frame.rangeBar(
          low: low, high: high, point: row.value, scale: 0...scale, in: slot, style: row.style,
          pointStyle: theme.strong, glyphs: glyphs)
      } else {
        frame.bar(value: row.value, scale: scale, in: slot, style: row.style, glyphs: glyphs)
      }
      frame.write(
        texts[start + offset],
        in: Rect(column: rect.column, row: y, columns: rect.columns, rows: 1),
        alignment: .trailing, theme.text)
      item(
        firstItem + start + offset,
        at: Rect(column: rect.column, row: y, columns: rect.columns, rows: 1),
        highlighting: labelWidth + 3)
    }
    if scrolls { drawScrollNote(start: start, visible: rect.rows, count: rows.count, in: rect) }
  }

  /// A paragraph, muted, as far as there is room for it. Returns the rows that it took.
  @discardableResult
  mutating func note(_ text: String, in rect: Rect, style: Style? = nil) -> Int {
    let lines = wrapped(text, width: rect.columns)
    for (offset, line) in lines.prefix(rect.rows).enumerated() {
      let cut = offset == rect.rows - 1 && lines.count > rect.rows
      frame.write(
        cut ? truncated(line + " …", to: rect.columns) : line, column: rect.column,
        row: rect.row + offset, style ?? theme.muted)
    }
    return min(lines.count, rect.rows)
  }

  /// Says in the box's lower edge which part of a list is in sight.
  mutating func drawScrollNote(start: Int, visible: Int, count: Int, in rect: Rect) {
    guard count > visible, visible > 0 else { return }
    let text = " \(start + 1)-\(min(start + visible, count)) of \(count) "
    frame.write(
      text, column: rect.endColumn - displayWidth(text), row: rect.endRow,
      focused ? theme.focusTitle : theme.muted)
  }

  private func fit(
    _ columns: [Column], _ rows: [[Text]], into width: Int
  ) -> (widths: [Int], kept: [Int]) {
    var widths = columns.indices.map { index in
      columns[index].flexible
        ? columns[index].least
        : rows.reduce(displayWidth(columns[index].title)) { widest, row in
          max(
            widest, index < row.count ? min(displayWidth(row[index].text), columns[index].most) : 0)
        }
    }
    var kept = Array(columns.indices)
    func total() -> Int { kept.reduce(0) { $0 + widths[$1] } + 2 * max(kept.count - 1, 0) }
    while total() > width, kept.count > 1,
      let drop = kept.filter({ columns[$0].priority > 0 }).max(by: {
        (columns[$0].priority, $0) < (columns[$1].priority, $1)
      })
    {
      kept.removeAll { $0 == drop }
    }
    if let flexible = kept.first(where: { columns[$0].flexible }) {
      widths[flexible] = max(width - (total() - widths[flexible]), 4)
    }
    return (widths, kept)
  }
}
