import Charts

/// One tile of a treemap. Its style's background is the tile's colour, its foreground the text's.
public struct TreemapItem: Hashable, Sendable {
  public var label: String
  /// What is written below the label; empty for nothing.
  public var valueText: String
  /// Decides the area; at least zero.
  public var value: Double
  public var style: Style
  public init(label: String, valueText: String = "", value: Double, style: Style) {
    self.label = label
    self.valueText = valueText
    self.value = value
    self.style = style
  }
}

extension Frame {
  /// Fills a rectangle with tiles as large as their values, squarified, the largest at the top
  /// left, each with its label and value where they fit. Tiles without a background colour are
  /// drawn as boxes.
  ///
  /// - Returns: The tile of each item, in the order of the items; empty for those too small.
  @discardableResult
  public mutating func treemap(
    _ items: [TreemapItem], in rect: Rect, gap: Style = .plain, glyphs: Glyphs = .braille
  ) -> [Rect] {
    let tiles = treemapTiles(items.map(\.value), in: rect)
    for (item, tile) in zip(items, tiles) where !tile.isEmpty {
      if item.style.background == nil {
        boxTile(item, tile, glyphs)
      } else {
        fill(tile, item.style)
        let ground = Style(gap.background ?? gap.foreground, on: item.style.background)
        if glyphs != .ascii && ground.foreground != nil {
          separate(tile, of: rect, ground)
        }
        let start = tile.column > rect.column || tile.columns > 6 ? 1 : 0
        label(
          item,
          Rect(
            column: tile.column + start, row: tile.row, columns: tile.columns - start,
            rows: tile.rows))
      }
    }
    return tiles
  }

  /// A thin line of the ground between neighbours, at the left and below.
  private mutating func separate(_ tile: Rect, of rect: Rect, _ style: Style) {
    if tile.endRow < rect.endRow && tile.rows > 1 {
      fill(Rect(tile, row: tile.rows - 1), style, text: "▁")
    }
    if tile.column > rect.column && tile.columns > 1 {
      fill(Rect(tile, columns: 1), style, text: "▏")
    }
  }

  private mutating func boxTile(_ item: TreemapItem, _ tile: Rect, _ glyphs: Glyphs) {
    guard tile.columns >= 4, tile.rows >= 3 else {
      fill(tile, item.style, text: glyphs == .ascii ? ":" : "░")
      return write(item.label, in: tile, item.style)
    }
    fill(tile, item.style)
    box(tile, item.style)
    if glyphs == .ascii { replaceBox(tile) }
    label(item, tile.inset(columns: 1, rows: 1))
  }

  private mutating func label(_ item: TreemapItem, _ area: Rect) {
    // One word of a name that is cut to nothing says less than a blank tile.
    guard area.columns >= 3, area.rows > 0 else { return }
    let value = item.valueText
    let valueFits = !value.isEmpty && displayWidth(value) <= area.columns
    let room = area.rows - (valueFits && area.rows > 1 ? 1 : 0)
    let names = wrapped(item.label, width: area.columns)
    if area.rows == 1 {
      let line = "\(item.label) \(value)"
      return write(displayWidth(line) <= area.columns ? line : item.label, in: area, item.style)
    }
    let lines = names.count <= min(room, 3) ? names : [item.label]
    for (row, line) in lines.enumerated() { write(line, in: area, row: row, item.style) }
    if valueFits { write(value, in: area, row: lines.count, item.style.with(.bold)) }
  }
}

/// A division of a rectangle by values, on whole cells: tiles touch and never overlap. A cell is taken
/// as twice as high as it is wide.
///
/// - Returns: One rectangle a value, in the order of the values.
func treemapTiles(_ values: [Double], in rect: Rect) -> [Rect] {
  let whole = Tile(x: 0, y: 0, width: Double(rect.columns), height: Double(rect.rows) * 2)
  return Tile.squarified(values, in: whole).map { $0.cells(in: rect) }
}

extension Tile {
  /// Edges to the nearest cell, so that neighbours share them.
  fileprivate func cells(in rect: Rect) -> Rect {
    func edge(_ value: Double, _ limit: Int) -> Int {
      position(value, 0...Double(max(limit, 1)), steps: max(limit, 1))
    }
    let (left, right) = (edge(x, rect.columns), edge(x + width, rect.columns))
    let (top, bottom) = (edge(y / 2, rect.rows), edge((y + height) / 2, rect.rows))
    return Rect(
      column: rect.column + left, row: rect.row + top, columns: right - left, rows: bottom - top)
  }
}
