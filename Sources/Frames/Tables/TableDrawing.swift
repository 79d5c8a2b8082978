extension Frame {
  /// Draws a table: heading, rows, and where it does not all fit a line such as `12–30 of 64`.
  @discardableResult
  public mutating func table(_ table: Table, in rect: Rect, style: TableStyle) -> TableLayout {
    var layout = TableLayout()
    guard !rect.isEmpty else { return layout }
    let gutter = table.selected == nil ? 0 : min(2, rect.columns)
    let (_, content) = rect.split(left: gutter)
    let places = table.places(in: content)
    let (head, body) = rect.split(top: min(style.hasRule && rect.rows >= 4 ? 2 : 1, rect.rows - 1))

    if head.rows > 0 {
      fill(head, style.header)
      for place in places {
        let heading = Rect(
          column: place.column, row: head.row, columns: place.width, rows: 1)
        let column = table.columns[place.index]
        write(column.title, in: heading, alignment: column.alignment, style.header)
        layout.headings[place.index] = heading
      }
      if head.rows > 1 {
        fill(
          Rect(head, row: 1), style.muted, text: style.glyphs == .ascii ? "-" : "─")
      }
    }

    let fits = table.rows.count <= body.rows
    let shown = fits ? body.rows : max(body.rows - 1, 1)
    layout.offset = table.offset(showing: shown)
    for (line, index) in (layout.offset..<table.rows.count).prefix(shown).enumerated() {
      let place = Rect(body, row: line)
      draw(table, index, places, in: place, gutter, style)
      layout.add(row: index, place)
    }
    if !fits && body.rows > 1 {
      let dash = style.glyphs == .ascii ? "-" : "–"
      let last = min(layout.offset + shown, table.rows.count)
      let range = last > layout.offset + 1 ? "\(layout.offset + 1)\(dash)\(last)" : "\(last)"
      write(
        "\(range) of \(table.rows.count)", in: body,
        row: body.rows - 1, alignment: .trailing, style.muted)
    }
    return layout
  }

  private mutating func draw(
    _ table: Table, _ index: Int, _ places: [Table.Place], in rect: Rect, _ gutter: Int,
    _ style: TableStyle
  ) {
    let isSelected = index == table.selected
    fill(rect, style.text)
    if isSelected {
      write(style.glyphs == .ascii ? ">" : "▸", in: Rect(rect, columns: gutter), style.text)
    }
    for place in places {
      let cell = table.cell(index, place.index)
      let area = Rect(column: place.column, row: rect.row, columns: place.width, rows: 1)
      let alignment = table.columns[place.index].alignment
      let isCutNumber = alignment == .trailing && displayWidth(cell.text) > place.width
      let text = isCutNumber ? "…" : cell.text
      write(text, in: area, alignment: alignment, cell.style ?? style.text)
    }
    if isSelected && style.isFocused { restyle(rect) { $0.with(.reverse) } }
  }
}

extension Table {
  struct Place {
    var index, column, width: Int
  }

  /// The first row to show so that the selected one is in sight and no room is wasted.
  public func offset(showing count: Int) -> Int {
    let last = max(rows.count - count, 0)
    var first = min(max(offset, 0), last)
    if let selected, rows.indices.contains(selected) {
      first = min(max(first, selected - count + 1), selected)
    }
    return min(max(first, 0), last)
  }

  func cell(_ row: Int, _ column: Int) -> TextCell {
    rows[row].indices.contains(column) ? rows[row][column] : TextCell("")
  }

  /// Which columns show, where they begin and how wide they are.
  func places(in rect: Rect) -> [Place] {
    let gap = 2
    let bounds = columns.indices.map(bounds)
    var kept = Array(columns.indices)
    func needed() -> Int {
      kept.reduce(0) { $0 + bounds[$1].least } + gap * max(kept.count - 1, 0)
    }
    while needed() > rect.columns,
      let first = kept.filter({ columns[$0].priority > 0 })
        .max(by: { (columns[$0].priority, $0) < (columns[$1].priority, $1) })
    {
      kept.removeAll { $0 == first }
    }

    var spare = rect.columns - needed()
    var places: [Place] = []
    var column = rect.column
    for index in kept {
      let more = min(max(spare, 0), bounds[index].most - bounds[index].least)
      spare -= more
      let width = min(bounds[index].least + more, rect.endColumn - column)
      guard width > 0 else { break }
      places.append(Place(index: index, column: column, width: width))
      column += width + gap
    }
    return places
  }

  private func bounds(_ index: Int) -> (least: Int, most: Int) {
    let column = columns[index]
    let widest = rows.indices.map { displayWidth(cell($0, index).text) }.max() ?? 0
    let natural = max(widest, displayWidth(column.title))
    switch column.width {
    case .fixed(let width):
      let least = column.alignment == .trailing ? max(width, natural) : width
      return (least, least)
    case .flexible(let minimum, let maximum):
      if column.alignment == .trailing { return (natural, natural) }
      let most = max(min(natural, maximum), 1)
      return (min(minimum, most), most)
    }
  }
}
