/// What a bar is filled with: solid to an eighth of a cell, or with a pattern in whole cells.
public enum BarFill: Hashable, Sendable {
  case solid, half, light

  fileprivate func pattern(_ glyphs: Glyphs) -> String? {
    switch self {
    case .solid: nil
    case .half: glyphs == .ascii ? "=" : "▒"
    case .light: glyphs == .ascii ? "-" : "░"
    }
  }
}

extension Frame {
  /// A horizontal bar from the left edge, to an eighth of a cell; every row of the rectangle is
  /// the same. A value above zero shows at least the thinnest bar, one above the scale fills the
  /// row, a negative or missing (not finite) one shows the track alone.
  ///
  /// - Parameters:
  ///   - value: What the bar stands for.
  ///   - rect: Where it is drawn; what lies outside the frame is not.
  ///   - glyphs: The characters that there are to draw with.
  ///   - scale: The value that fills the whole width; above zero.
  ///   - style: The bar's foreground is its colour.
  ///   - fill: What it is filled with; a pattern takes at least one cell.
  ///   - track: What shows behind the rest; nil leaves the cells as they are. A track without a
  ///     background is dotted.
  public mutating func bar(
    value: Double, scale: Double, in rect: Rect, style: Style, fill: BarFill = .solid,
    track: Style? = nil, glyphs: Glyphs = .braille
  ) {
    let area = rect.clipped(to: bounds)
    let pattern = fill.pattern(glyphs)
    let share = value.isFinite && scale > 0 ? min(max(value / scale, 0), 1) : 0
    var eighths = Int((share * Double(rect.columns) * 8).rounded())
    if share > 0 { eighths = max(eighths, pattern == nil ? 1 : 8) }
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        let part = min(max(eighths - (column - rect.column) * 8, 0), 8)
        let ground = track ?? self[column, row].style
        if part > (pattern == nil ? 0 : 3) {
          let text = pattern ?? (glyphs == .ascii ? (part >= 4 ? "#" : "|") : Eighths.left[part])
          let shown = Style(style.foreground, on: ground.background, style.attributes)
          put(text, width: 1, column: column, row: row, shown)
        } else if let track {
          let dot = glyphs == .ascii ? "." : "·"
          put(track.background == nil ? dot : " ", width: 1, column: column, row: row, track)
        }
      }
    }
  }

  /// A horizontal bar between two values, to an eighth of a cell: one step of a bridge, one
  /// activity of a timeline. Never thinner than a quarter of a cell.
  public mutating func span(
    from start: Double, to end: Double, scale: ClosedRange<Double>, in rect: Rect, style: Style,
    fill: BarFill = .solid, glyphs: Glyphs = .braille
  ) {
    let ends = [start, end].map { position($0, scale, steps: rect.columns * 8) }
    guard start.isFinite, end.isFinite, !rect.isEmpty else { return }
    if let pattern = fill.pattern(glyphs) {
      let first = min(min(ends[0], ends[1]) / 8, rect.columns - 1)
      let last = max((max(ends[0], ends[1]) + 4) / 8, first + 1)
      let area = rect.clipped(to: bounds)
      for row in area.row..<area.endRow {
        for column in max(
          rect.column + first, area.column)..<max(
            min(rect.column + last, area.endColumn), max(rect.column + first, area.column))
        {
          let shown = Style(
            style.foreground, on: self[column, row].style.background, style.attributes)
          put(pattern, width: 1, column: column, row: row, shown)
        }
      }
      return
    }
    let first = min(min(ends[0], ends[1]), rect.columns * 8 - 2)
    let last = max(max(ends[0], ends[1]), first + 2)
    paint(in: rect, glyphs: glyphs, isOneColour: true) {
      (first..<last).contains($0) ? (0, style) : nil
    }
  }

  /// One bar made of parts side by side, to an eighth of a cell, in the order given. Where the
  /// parts have no colours of their own they are told apart by their texture.
  ///
  /// - Parameters:
  ///   - rect: Where it is drawn; what lies outside the frame is not.
  ///   - glyphs: The characters that there are to draw with.
  ///   - parts: Values that are not above zero take no room.
  ///   - scale: The value that fills the whole width.
  /// - Returns: The cells of each part, for labels; a part with less than half a cell has none.
  @discardableResult
  public mutating func stackedBar(
    parts: [(value: Double, style: Style)], scale: Double, in rect: Rect,
    glyphs: Glyphs = .braille
  ) -> [Rect] {
    guard scale > 0, scale.isFinite, !rect.isEmpty else {
      return parts.map { _ in Rect(rect, columns: 0) }
    }
    var edges: [Int] = [0]
    var sum = 0.0
    for part in parts {
      sum += part.value.isFinite ? max(part.value, 0) : 0
      edges.append(position(sum, 0...scale, steps: rect.columns * 8))
    }
    paint(in: rect, glyphs: glyphs, isOneColour: false) { eighth in
      let part = edges.dropFirst().firstIndex { eighth < $0 }.map { $0 - 1 }
      return part.map { ($0, parts[$0].style) }
    }
    return parts.indices.map { part in
      let cells = edges[part...part + 1].map { ($0 + 4) / 8 }
      return Rect(
        column: rect.column + cells[0], row: rect.row, columns: cells[1] - cells[0],
        rows: rect.rows)
    }
  }

  /// The part that has most of a cell; the first of those that have as much.
  private static func largest(of parts: [Int]) -> Int? {
    Set(parts).max { left, right in
      let counts = (parts.count { $0 == left }, parts.count { $0 == right })
      return counts.0 == counts.1 ? left > right : counts.0 < counts.1
    }
  }

  /// Fills the eighths of each row by a rule. Where two parts meet in a cell, the one that has most
  /// of it has it alone: two colours on one another do not stand out (WCAG 2.2, 1.4.11), each on
  /// the ground does. Falls back to whole cells in textures where parts that meet have no
  /// colours.
  private mutating func paint(
    in rect: Rect, glyphs: Glyphs, isOneColour: Bool,
    _ fill: (_ eighth: Int) -> (part: Int, style: Style)?
  ) {
    let area = rect.clipped(to: bounds)
    let textures = glyphs == .ascii ? ["#", "=", "+", "-", "."] : ["█", "▓", "▒", "░", "▚"]
    for column in area.column..<area.endColumn {
      let fills = (0..<8).map { fill((column - rect.column) * 8 + $0) }
      guard fills.contains(where: { $0 != nil }) else { continue }
      let hasColours = isOneColour || fills.allSatisfy { $0 == nil || $0?.style.foreground != nil }
      let isAlone = Set(fills.map { $0?.part }).count == 1
      for row in area.row..<area.endRow {
        let ground = self[column, row].style
        if glyphs != .ascii && hasColours {
          let own = Self.largest(of: fills.compactMap { $0?.part })
          let shown = fills.map { $0?.part == own ? $0?.style : nil }
          let (text, style) = SharedCell.draw(shown, .fromLeft, ground: ground)
          put(text, width: 1, column: column, row: row, style)
        } else if let middle = isAlone ? fills[0] : fills[4] ?? fills[3] {
          let texture = textures[middle.part % textures.count]
          let style = Style(middle.style.foreground, on: ground.background, middle.style.attributes)
          put(texture, width: 1, column: column, row: row, style)
        }
      }
    }
  }
}

extension Rect {
  /// The same rectangle with another width.
  init(_ rect: Rect, columns: Int) {
    self.init(column: rect.column, row: rect.row, columns: columns, rows: rect.rows)
  }
}

/// Which of `steps` equal steps along a scale a value comes to, 0 to `steps`; the ends for values
/// beyond the scale.
public func position(_ value: Double, _ scale: ClosedRange<Double>, steps: Int) -> Int {
  let width = scale.upperBound - scale.lowerBound
  guard value.isFinite, width > 0, width.isFinite else { return 0 }
  return Int((min(max((value - scale.lowerBound) / width, 0), 1) * Double(steps)).rounded())
}
