extension Frame {
  /// Writes a number so large that a room can read it, at the top left of a rectangle: digits,
  /// signs of money and share, and the letters of units, of blocks as large as fit.
  ///
  /// - Returns: Columns and rows that it took; 0 rows where it does not fit even at its smallest,
  ///   or has a character that there is no large shape for: nothing is drawn then.
  @discardableResult
  public mutating func bigText(
    _ text: String, in rect: Rect, _ style: Style, glyphs: Glyphs = .braille
  ) -> (columns: Int, rows: Int) {
    let area = rect.clipped(to: bounds)
    guard let shape = BigShape(text) else { return (0, 0) }
    let ascii = glyphs == .ascii
    // A dot is as wide as it is high: one column is about half a row.
    let tall = ascii ? area.rows : area.rows * 2
    var size = min(area.columns / shape.columns, tall / BigShape.height)
    if ascii { size = min(area.columns / shape.columns / 2, area.rows / BigShape.height) }
    // In ASCII the smallest dot is one character.
    let narrow =
      ascii && size == 0 && shape.columns <= area.columns && BigShape.height <= area.rows
    guard size > 0 || narrow else { return (0, 0) }
    let across = narrow ? 1 : ascii ? size * 2 : size
    let down = max(size, 1)
    let columns = shape.columns * across
    let rows = ascii ? BigShape.height * down : (BigShape.height * down + 1) / 2
    for row in 0..<rows {
      for column in 0..<columns {
        let text: String
        if ascii {
          text = shape.isSet(column / across, row / down) ? "#" : " "
        } else {
          let above = shape.isSet(column / across, row * 2 / down)
          let below = shape.isSet(column / across, (row * 2 + 1) / down)
          text = above ? (below ? "█" : "▀") : below ? "▄" : " "
        }
        guard text != " " else { continue }
        self[area.column + column, area.row + row] = Cell(text, style)
      }
    }
    return (columns, rows)
  }
}

/// Whether every character of a text has a large shape for ``Frame/bigText(_:in:_:glyphs:)``.
public func hasBigShape(_ text: some StringProtocol) -> Bool { BigShape(String(text)) != nil }

/// A text as dots.
private struct BigShape {
  static let height = 7

  let columns: Int
  private let rows: [[Bool]]

  /// Nil where a character has no shape.
  init?(_ text: String) {
    var rows = [[Bool]](repeating: [], count: Self.height)
    for character in text {
      guard let shape = Self.shapes[character] else { return nil }
      let width = shape.map(\.utf8.count).max() ?? 0
      for (index, line) in shape.enumerated() {
        if !rows[index].isEmpty { rows[index].append(false) }
        let dots = line.utf8.map { $0 == UInt8(ascii: "#") }
        rows[index] += dots + [Bool](repeating: false, count: width - dots.count)
      }
    }
    guard let first = rows.first, !first.isEmpty else { return nil }
    columns = first.count
    self.rows = rows
  }

  func isSet(_ column: Int, _ row: Int) -> Bool {
    row < rows.count && column < columns && rows[row][column]
  }

  /// Each character in seven lines, one below the other.
  private static let shapes: [Character: [String]] = [
    "0": [" ### ", "#   #", "#   #", "#   #", "#   #", "#   #", " ### "],
    "1": [" # ", "## ", " # ", " # ", " # ", " # ", "###"],
    "2": [" ### ", "#   #", "    #", "   # ", "  #  ", " #   ", "#####"],
    "3": [" ### ", "#   #", "    #", "  ## ", "    #", "#   #", " ### "],
    "4": ["#   #", "#   #", "#   #", "#####", "    #", "    #", "    #"],
    "5": ["#####", "#    ", "#    ", "#### ", "    #", "    #", "#### "],
    "6": [" ### ", "#    ", "#    ", "#### ", "#   #", "#   #", " ### "],
    "7": ["#####", "    #", "   # ", "   # ", "  #  ", "  #  ", "  #  "],
    "8": [" ### ", "#   #", "#   #", " ### ", "#   #", "#   #", " ### "],
    "9": [" ### ", "#   #", "#   #", " ####", "    #", "    #", " ### "],
    "£": ["  ## ", " #  #", " #   ", "###  ", " #   ", " #   ", "#####"],
    "%": ["##  #", "##  #", "   # ", "  #  ", " #   ", "#  ##", "#  ##"],
    ".": [" ", " ", " ", " ", " ", " ", "#"],
    ",": ["  ", "  ", "  ", "  ", "  ", " #", "# "],
    ":": [" ", " ", "#", " ", "#", " ", " "],
    "+": ["     ", "  #  ", "  #  ", "#####", "  #  ", "  #  ", "     "],
    "-": ["    ", "    ", "    ", "####", "    ", "    ", "    "],
    "−": ["    ", "    ", "    ", "####", "    ", "    ", "    "],
    "–": ["    ", "    ", "    ", "####", "    ", "    ", "    "],
    "~": ["     ", "     ", " #  #", "# # #", "#  # ", "     ", "     "],
    "<": ["   #", "  # ", " #  ", "#   ", " #  ", "  # ", "   #"],
    ">": ["#   ", " #  ", "  # ", "   #", "  # ", " #  ", "#   "],
    "/": ["    #", "    #", "   # ", "  #  ", " #   ", "#    ", "#    "],
    "×": ["     ", "     ", "#   #", " # # ", "  #  ", " # # ", "#   #"],
    " ": ["  ", "  ", "  ", "  ", "  ", "  ", "  "],
    "b": ["#   ", "#   ", "#   ", "### ", "#  #", "#  #", "### "],
    "k": ["#   ", "#   ", "#  #", "# # ", "##  ", "# # ", "#  #"],
    "m": ["     ", "     ", "     ", "#### ", "# # #", "# # #", "# # #"],
    "n": ["    ", "    ", "    ", "### ", "#  #", "#  #", "#  #"],
    "o": ["    ", "    ", "    ", " ## ", "#  #", "#  #", " ## "],
    "p": ["    ", "    ", "    ", "### ", "#  #", "### ", "#   "],
    "t": [" #  ", " #  ", "### ", " #  ", " #  ", " #  ", " ## "],
  ]
}
