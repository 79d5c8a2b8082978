extension Frame {
  /// Writes text from a cell on, neutralised, with the style as given, clipped to `clip` (the
  /// whole frame by default). A wide character that the edge cuts becomes a blank.
  ///
  /// - Returns: The column after the text, whether or not all of it was inside.
  @discardableResult
  public mutating func write(
    _ text: String, column: Int, row: Int, _ style: Style, clip: Rect? = nil
  ) -> Int {
    let area = (clip ?? bounds).clipped(to: bounds)
    let rowIsInside = !area.isEmpty && row >= area.row && row < area.endRow
    if isPrintableASCII(text) {
      let end = column + text.utf8.count
      let shown = max(column, area.column)..<max(min(end, area.endColumn), column, area.column)
      if rowIsInside, !shown.isEmpty {
        putASCII(text.utf8.dropFirst(shown.lowerBound - column), columns: shown, row: row, style)
      }
      return end
    }
    var at = column
    eachCell(of: text) { cell, width in
      defer { at += width }
      guard rowIsInside, at + width > area.column, at < area.endColumn else { return true }
      if at >= area.column && at + width <= area.endColumn {
        put(cell, width: width, column: at, row: row, style)
      } else {
        put(" ", width: 1, column: at < area.column ? at + 1 : at, row: row, style)
      }
      return true
    }
    return at
  }

  /// Writes one line inside a rectangle, `row` rows below its top, cut with `…` where it is too
  /// long.
  public mutating func write(
    _ text: String, in rect: Rect, row: Int = 0, alignment: Alignment = .leading, _ style: Style
  ) {
    guard row >= 0, row < rect.rows, rect.columns > 0 else { return }
    var (fitted, width) = (text, displayWidth(text))
    if width > rect.columns {
      fitted = truncated(text, to: rect.columns)
      width = displayWidth(fitted)
    }
    let spare = rect.columns - width
    let indent =
      switch alignment {
      case .leading: 0
      case .centre: spare / 2
      case .trailing: spare
      }
    write(fitted, column: rect.column + indent, row: rect.row + row, style, clip: rect)
  }

  /// Fills a rectangle with one character in one style.
  public mutating func fill(_ rect: Rect, _ style: Style, text: String = " ") {
    var cell = " "
    var width = 1
    eachCell(of: text) { first, firstWidth in
      (cell, width) = (first, firstWidth)
      return false
    }
    let area = rect.clipped(to: bounds)
    for row in area.row..<area.endRow {
      var column = area.column
      while column + width <= area.endColumn {
        put(cell, width: width, column: column, row: row, style)
        column += width
      }
      if column < area.endColumn { put(" ", width: 1, column: column, row: row, style) }
    }
  }

  /// Changes the styles inside a rectangle and leaves the text as it is, as a selection does.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.clipped(to: bounds)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        self[column, row].style = change(self[column, row].style)
      }
    }
  }

  /// Lays another frame over this one with its top left corner at a cell; what does not fit is
  /// left out.
  public mutating func place(_ other: Frame, column: Int, row: Int) {
    let whole = Rect(column: column, row: row, columns: other.columns, rows: other.rows)
    let area = whole.clipped(to: bounds)
    for y in area.row..<area.endRow {
      for x in area.column..<area.endColumn {
        let cell = other[x - column, y - row]
        if cell.text.isEmpty && x > area.column { continue }
        let isWide = x + 1 < whole.endColumn && other[x + 1 - column, y - row].text.isEmpty
        let fits = !cell.text.isEmpty && (!isWide || x + 1 < area.endColumn)
        put(
          fits ? cell.text : " ", width: fits && isWide ? 2 : 1, column: x, row: y, cell.style)
      }
    }
  }

  /// The characters alone, a string a row, trailing blanks kept.
  public var lines: [String] {
    (0..<rows).map { row in
      cells[row * columns..<(row + 1) * columns].reduce(into: "") { $0 += $1.text }
    }
  }

  /// Puts a character in each of the columns, as `put` does, without a text made for each.
  private mutating func putASCII(
    _ bytes: Substring.UTF8View, columns: Range<Int>, row: Int, _ style: Style
  ) {
    blankOutside(columns, row: row)
    let start = row * self.columns
    let texts = printableASCII
    for (column, byte) in zip(columns, bytes) {
      cells[start + column] = Cell(texts[Int(byte) - 0x20], style)
    }
  }

  /// Blanks the halves of wide characters that lose their other half when the columns are written.
  private mutating func blankOutside(_ columns: Range<Int>, row: Int) {
    let start = row * self.columns + columns.lowerBound
    let end = start + columns.count
    if columns.lowerBound > 0, cells[start].text.isEmpty { cells[start - 1].text = " " }
    if columns.upperBound < self.columns, cells[end].text.isEmpty { cells[end].text = " " }
  }

  /// Puts a cell's text, and blanks the other half of any wide character that it covers; what does
  /// not fit is left out.
  mutating func put(_ text: String, width: Int, column: Int, row: Int, _ style: Style) {
    guard column >= 0, column + width <= columns, row >= 0, row < rows else { return }
    let place = row * columns + column
    blankOutside(column..<column + width, row: row)
    cells[place] = Cell(text, style)
    if width == 2 { cells[place + 1] = Cell("", style) }
  }
}

/// The characters that every byte of a printable text is one of, the blank first.
private let printableASCII: [String] = (0x20..<0x7F).map { String(UnicodeScalar($0)) }
