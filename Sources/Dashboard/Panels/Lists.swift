import Analytics
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
  /// How many columns at the end of the text are signs (``State/signs(_:disputed:asOf:)``): they
  /// stand below one another, behind the numbers.
  var signs = 0
  /// Values drawn as a line as short as a word, in place of the text.
  var spark: [Double?] = []
  /// Parts of a bar in the colours of the streams, in their order, in place of the text, and what a whole row's
  /// bar stands for.
  var parts: [Double] = []
  var scale = 1.0
  /// Whether the text is a picture made of signs, which says nothing where it is read out.
  private var isSigns = false
  /// Whether it is for the eye alone.
  var isPicture: Bool { isSigns || !spark.isEmpty || !parts.isEmpty }

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

  /// A number with its signs behind it.
  init(
    _ text: String, signs: String, _ tone: Tone = .strong, number: Int? = nil,
    value: Double? = nil
  ) {
    self.init("\(text) \(signs)", tone, number: number, value: value)
    self.signs = displayWidth(signs)
  }

  /// A picture made of signs.
  init(picture: String, _ tone: Tone) {
    self.init(picture, tone)
    isSigns = true
  }

  /// A small chart in a list.
  init(spark: [Double?]) {
    self.init("")
    self.spark = spark
  }

  /// A bar of parts in a list; all bars of a column have one scale.
  init(parts: [Double], scale: Double) {
    self.init("", value: parts.reduce(0, +))
    self.parts = parts
    self.scale = scale
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
  /// What a bar is beside the others: parts have colours of their own; what sums them, what they
  /// contain and what stands against them have none, and are told from them without colour, too.
  enum Kind {
    case part
    /// The sum of the parts above.
    case total
    /// Something contained in the sum, or that stands beside it.
    case aside
    /// What takes away.
    case loss
  }

  var label: String
  /// What stands in place of the label where there is no room for it.
  var short: String
  var value: Double
  /// The interval around the value, drawn instead of a bar where there is one.
  var low: Double?
  var high: Double?
  var text: String
  var mark: Mark?
  /// What stands behind the number where the mark is not all there is to say of it.
  var signs: String
  /// Its colour among the theme's series, where it has no style of its own.
  var series: Int
  var kind = Kind.part
  var style: Style?
  /// Where the bar begins, for one step of a bridge: it then ends at this and the value.
  var start: Double?
  /// How far in the label stands, for parts of the row above.
  var indent = 0
  /// What it was before a lever was moved, as it printed, and where it ended; empty and nil where it
  /// is what it was.
  var was = ""
  var before: Double?

  /// What tells it from a part where colours do not.
  var fill: BarFill {
    switch kind {
    case .part, .total: .solid
    case .aside: .half
    case .loss: .light
    }
  }

  init(
    _ label: String, short: String? = nil, value: Double, low: Double? = nil, high: Double? = nil,
    text: String, mark: Mark? = nil, signs: String? = nil, series: Int = 0, style: Style? = nil,
    start: Double? = nil, indent: Int = 0
  ) {
    self.label = label
    self.short = short ?? label
    self.value = value
    self.low = low
    self.high = high
    self.text = text
    self.mark = mark
    self.signs = signs ?? mark?.letter ?? ""
    self.series = series
    self.style = style
    self.start = start
    self.indent = indent
  }
}

extension Sheet {
  /// A list with a heading line; row i is item `firstItem` + i and scrolls with the chosen one.
  /// Which part of it is in sight is said in the row `edge`, the one below the rectangle unless told.
  mutating func list(
    _ columns: [Column], _ rows: [[Text]], _ lines: ListLines? = nil, in rect: Rect,
    header: Bool = true, firstItem: Int = 0, edge: Int? = nil
  ) {
    guard !rect.isEmpty else { return }
    let lines = lines ?? ListLines(columns, rows, width: rect.columns - 2)
    let (widths, signs) = (lines.widths, lines.signs)
    var (top, body) = rect.split(top: header ? 1 : 0)
    if body.rows == 0 { (top, body) = rect.split(top: 0) }
    func line(
      _ cells: [Text], _ row: Int, _ base: Style, item: Int? = nil, wraps: [Int: [String]] = [:],
      numbersOn down: Int = 0
    ) {
      var column = rect.column + 2
      for index in lines.kept {
        let width = widths[index]
        let cell = index < cells.count ? cells[index] : Text("")
        let slot = Rect(
          column: column, row: row + (wraps[index] == nil ? down : 0), columns: width, rows: 1)
        // Numbers stand below one another, whatever signs there are behind them.
        let behind = item == nil ? 0 : signs[index] - cell.signs
        let style = cell.tone == .plain ? base : theme.style(cell.tone)
        if let wrapped = wraps[index] {
          for (offset, text) in wrapped.prefix(body.endRow - row).enumerated() {
            frame.write(text, column: column, row: row + offset, style)
          }
        } else {
          frame.write(
            cell.fitted(to: width), in: slot.split(left: width - behind).0,
            alignment: columns[index].trailing ? .trailing : .leading, style)
        }
        if !cell.parts.isEmpty {
          frame.stackedBar(
            parts: cell.parts.count == 1
              ? [(cell.parts[0], theme.measure)]
              : zip(Stream.allCases, cell.parts).map { ($1, theme.series($0.colour)) },
            scale: cell.scale,
            in: slot, glyphs: glyphs)
        }
        if !cell.spark.isEmpty {
          frame.sparkline(values: cell.spark, in: slot, style: theme.series(0), glyphs: glyphs)
        }
        if let item, let place = cell.number { number(place, of: item, at: slot) }
        if item == nil { heading(index, at: slot) }
        column += width + 2
      }
    }
    if top.rows > 0 {
      line(columns.map { Text($0.title) }, top.row, theme.muted)
    }
    let visible = lines.visible(around: chosen - firstItem, rows: body.rows)
    var row = body.row
    for index in visible {
      let place = Rect(
        column: rect.column, row: row, columns: rect.columns,
        rows: min(lines.height(index), body.endRow - row))
      item(firstItem + index, at: place)
      line(
        rows[index], row, theme.text, item: firstItem + index, wraps: lines.wraps[index],
        numbersOn: max(min(lines.numberLines[index], place.rows - 1), 0))
      row = place.endRow
    }
    drawScrollNote(
      start: visible.lowerBound, visible: visible.count, count: rows.count, in: rect,
      row: edge ?? rect.endRow)
  }

  /// Bars on a common scale with their labels and numbers; row i is item `firstItem` + i.
  mutating func bars(
    _ rows: [BarRow], in rect: Rect, scale: Double? = nil, firstItem: Int = 0, scrolls: Bool = true,
    edge: Int? = nil
  ) {
    guard !rect.isEmpty, !rows.isEmpty else { return }
    let largest =
      rows.map { max($0.value + max($0.start ?? 0, 0), $0.high ?? 0, $0.before ?? 0) }.max() ?? 0
    let scale = max(scale ?? largest, 1e-12)
    let signs = rows.map { displayWidth($0.signs) }.max() ?? 0
    var texts = rows.map { row in
      row.text + " " + row.signs
        + String(repeating: " ", count: signs - displayWidth(row.signs))
    }
    // What it was stands behind what it is, where bars have room beside both.
    let was = rows.map { $0.was.isEmpty ? "" : ", was \($0.was)" }
    let more = was.map { displayWidth($0) }.max() ?? 0
    let named = rows.map { displayWidth($0.short) + $0.indent }.max() ?? 0
    let taken = named + (texts.map { displayWidth($0) }.max() ?? 0) + more
    if more > 0, rect.columns - 4 - taken >= 6 {
      texts = zip(texts, was).map {
        $0 + $1 + String(repeating: " ", count: more - displayWidth($1))
      }
    }
    let textWidth = texts.map { displayWidth($0) }.max() ?? 0
    // The numbers and a quarter of the row for the bar come first, then the labels; a bar of few
    // cells rather than a label that is cut.
    let rest = rect.columns - 2 - textWidth - 2
    let widest = rows.map { displayWidth($0.short) + $0.indent }.max() ?? 0
    let room = max(min(max(rest - rect.columns / 4, widest), rest - 6), 4)
    let labels = rows.map { displayWidth($0.label) + $0.indent <= room ? $0.label : $0.short }
    let labelWidth = min(
      zip(labels, rows).map { displayWidth($0) + $1.indent }.max() ?? 0, room)
    let barWidth = rect.columns - 2 - labelWidth - 1 - textWidth - 1
    let start = scrolls ? scroll(count: rows.count, visible: rect.rows) : 0
    for offset in 0..<min(rect.rows, rows.count - start) {
      let (row, y) = (rows[start + offset], rect.row + offset)
      let style = row.style ?? theme.style(of: row)
      let x = rect.column + 2
      frame.write(
        truncated(labels[start + offset], to: labelWidth - row.indent), column: x + row.indent,
        row: y, row.kind == .total ? theme.strong : theme.text)
      let slot = Rect(column: x + labelWidth + 1, row: y, columns: max(barWidth, 0), rows: 1)
      if let low = row.low, let high = row.high {
        frame.rangeBar(
          low: low, high: high, point: row.value, scale: 0...scale, in: slot, style: style,
          pointStyle: theme.strong, glyphs: glyphs)
      } else if let start = row.start {
        frame.span(
          from: start, to: start + row.value, scale: 0...scale, in: slot, style: style,
          fill: row.fill, glyphs: glyphs)
      } else {
        frame.bar(
          value: row.value, scale: scale, in: slot, style: style, fill: row.fill, glyphs: glyphs)
      }
      if let before = row.before, slot.columns > 1 {
        let place = position(before, 0...scale, steps: slot.columns - 1)
        frame.write(
          glyphs == .ascii ? "|" : "┆", column: slot.column + place, row: y, theme.strong)
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
    if scrolls {
      drawScrollNote(
        start: start, visible: rect.rows, count: rows.count, in: rect, row: edge ?? rect.endRow)
    }
  }

  /// A paragraph, muted, as far as there is room for it. Returns the rows that it took.
  @discardableResult
  mutating func note(_ text: String, in rect: Rect, style: Style? = nil) -> Int {
    keep(text)
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
  mutating func drawScrollNote(
    start: Int, visible: Int, count: Int, in rect: Rect, row: Int? = nil
  ) {
    guard count > visible, visible > 0 else { return }
    let text = " \(start + 1)-\(min(start + visible, count)) of \(count) "
    frame.write(
      text, column: rect.endColumn - displayWidth(text), row: row ?? rect.endRow,
      focused ? theme.focusTitle : theme.muted)
  }
}
