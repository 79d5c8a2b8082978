/// A grid of dots, several to a cell, each cell in the style of what was drawn into it last.
struct Canvas {
  let columns, rows: Int
  let glyphs: Glyphs
  /// Dots in a cell: two across; four down in braille, two in quadrants.
  let dotsDown: Int
  private var dots: [UInt8]
  private var styles: [Style?]

  init(columns: Int, rows: Int, glyphs: Glyphs) {
    self.columns = max(columns, 0)
    self.rows = max(rows, 0)
    self.glyphs = glyphs
    dotsDown = glyphs == .block ? 2 : 4
    dots = Array(repeating: 0, count: self.columns * self.rows)
    styles = Array(repeating: nil, count: self.columns * self.rows)
  }

  var width: Int { columns * 2 }
  var height: Int { rows * dotsDown }

  /// Sets a dot; outside the grid nothing happens.
  mutating func set(_ x: Int, _ y: Int, _ style: Style) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    let cell = y / dotsDown * columns + x / 2
    dots[cell] |= 1 << UInt8(y % dotsDown * 2 + x % 2)
    styles[cell] = style
  }

  /// A straight line between two dots, both within the grid's width; `pattern` says for the
  /// number of dots already drawn on the curve whether the next one shows.
  mutating func line(
    from start: (x: Int, y: Int), to end: (x: Int, y: Int), _ style: Style, drawn: inout Int,
    pattern: (Int) -> Bool
  ) {
    let steps = max(abs(end.x - start.x), abs(end.y - start.y))
    for step in 0...steps {
      if step == 0 && drawn > 0 && steps > 0 { continue }
      let share = steps == 0 ? 0 : Double(step) / Double(steps)
      let x = start.x + Int((Double(end.x - start.x) * share).rounded())
      let y = start.y + Int((Double(end.y - start.y) * share).rounded())
      if pattern(drawn) { set(x, y, style) }
      drawn += 1
    }
  }

  /// The text and the style of a cell that has dots.
  func cell(_ column: Int, _ row: Int) -> (text: String, style: Style)? {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return nil }
    let index = row * columns + column
    guard dots[index] != 0, let style = styles[index] else { return nil }
    return (Self.text(dots[index], glyphs), style)
  }

  private static func text(_ dots: UInt8, _ glyphs: Glyphs) -> String {
    switch glyphs {
    case .braille: String(braille(dots))
    case .block: quadrants[Int(dots & 0xF)]
    case .ascii: asciiDots(dots)
    }
  }

  /// The braille character with these dots: bit 0 the top left one, bit 1 the one to its right,
  /// and so down the rows.
  private static func braille(_ dots: UInt8) -> Character {
    let order: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    let pattern = (0..<8).reduce(into: UInt32(0)) { pattern, bit in
      if dots >> UInt8(bit) & 1 == 1 { pattern |= order[bit] }
    }
    return Unicode.Scalar(0x2800 + pattern).map(Character.init) ?? " "
  }

  private static let quadrants = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]
}

/// The ASCII character that comes nearest to eight dots, numbered as in ``Canvas``: what slope
/// they have, and how high they stand.
func asciiDots(_ dots: UInt8) -> String {
  let rows = (0..<4).filter { dots >> UInt8($0 * 2) & 3 != 0 }
  let left = (0..<4).filter { dots >> UInt8($0 * 2) & 1 != 0 }
  let right = (0..<4).filter { dots >> UInt8($0 * 2 + 1) & 1 != 0 }
  func height(_ rows: [Int]) -> Double { Double(rows.reduce(0, +)) / Double(max(rows.count, 1)) }
  switch dots.nonzeroBitCount {
  case 0: return " "
  case 7...: return "#"
  default: break
  }
  if left.isEmpty || right.isEmpty {
    if rows.count >= 3 { return "|" }
    return height(rows) < 1 ? "'" : height(rows) < 2.5 ? ":" : "."
  }
  let fall = height(right) - height(left)
  if abs(fall) >= 1 {
    // A gentle slope reads best as low, middle and high strokes: .-'
    if abs(fall) < 1.75 && height(rows) >= 2.25 { return "." }
    if abs(fall) < 1.75 && height(rows) <= 0.75 { return "'" }
    return fall > 0 ? "\\" : "/"
  }
  if rows.count >= 3 { return "|" }
  return height(rows) < 1 ? "\"" : height(rows) < 2.5 ? "-" : "_"
}
